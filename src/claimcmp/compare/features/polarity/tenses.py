"""Tells of which time a word of a claim speaks, by its form and its auxiliary: "was shut", "is open", "will close"."""

from enum import Enum
from functools import cache

from claimcmp.compare.features.polarity.axes import Place
from claimcmp.compare.features.polarity.bearers import find_predicates
from claimcmp.compare.features.wording.statements import Word, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

# How many words before a mention its auxiliary may stand.
REACH = 4
BESIDE = 2


class Tense(Enum):
    """Of which time something is said."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"
    """Of no time: "rushing to free the ship"."""
    UNKNOWN = "unknown"


def find_tense(claim: Claim, place: Place) -> Tense:
    """Return of which time a place on an axis is said."""
    words = read_statement(claim)
    head = words[place.mention.first]
    for word in reversed(words[max(0, place.mention.first - REACH) : place.mention.first]):
        if word.stretch != head.stretch:
            break
        if found := _auxiliaries().get(word.text.lower()):
            return found
    if claim.modality == "predicted":
        return Tense.FUTURE
    return _read_form(head) if find_predicates(claim, place) else Tense.UNKNOWN


def may_change(claim: Claim, place: Place) -> bool:
    """Tell whether what a claim says may have changed since: not if it stayed so, or was so throughout."""
    words, mention = read_statement(claim), place.mention
    around = words[max(0, mention.first - BESIDE) : mention.last + BESIDE]
    return all(_lasting().isdisjoint(word.forms) for word in around if word.stretch == mention.stretch)


def goes_on(claim: Claim, place: Place) -> bool:
    """Tell whether a claim says that it is so still: "is still closed", "remains in office"."""
    words, mention = read_statement(claim), place.mention
    before = words[max(0, mention.first - REACH) : mention.last]
    return any(not _continuing().isdisjoint(word.forms) for word in before if word.stretch == mention.stretch)


def _read_form(word: Word) -> Tense:
    text = word.text.lower()
    if text.endswith("ing"):
        return Tense.OPEN
    if text.endswith("s") and not text.endswith("ss"):
        return Tense.PRESENT
    return Tense.PAST if len(find_base_forms(text)) > 1 else Tense.PRESENT


@cache
def _auxiliaries() -> dict[str, Tense]:
    table = read_lexicon("comparing")["tenses"]
    return {word: tense for tense in Tense if tense.value in table for word in table[tense.value]}


@cache
def _continuing() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["continuing"]["words"])


@cache
def _lasting() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["lasting"]["words"])
