"""Places what a claim says on axes whose ends exclude each other: rise and fall, kept and broken, safe and unsafe."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from claimcmp.compare.features.polarity.axis_table import ENDS, Axis, End, find_axes, make_prefix_axis
from claimcmp.compare.features.polarity.denied_predicates import is_denied
from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.prefixes import find_prefixed
from claimcmp.compare.features.wording.statements import (
    Mention,
    Phrases,
    Word,
    find_mentions,
    find_wording,
    make_phrases,
    read_words,
)
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Cue
from claimcmp.units import is_currency
from claimcmp.words import find_base_forms

# The article between a denial and its noun.
DETERMINER = 1
WITHOUT = "without"
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
LINK = re.compile(r"\s(?:of|by|in|on|at|for|from|with|to|after|before|since|during)\s")


@dataclass(frozen=True, slots=True)
class Place:
    """A mention that puts a claim at one end of an axis."""

    axis: Axis
    end: End
    mention: Mention

    @property
    def is_denied(self) -> bool:
        """Whether the claim denies it."""
        return bool(self.mention.denied)

    @property
    def shown(self) -> str:
        """The words as a reader sees them, with the denial."""
        return f"{self.mention.denied} ... {self.mention.text}" if self.mention.denied else self.mention.text


@remember
def find_places(claim: Claim) -> tuple[Place, ...]:
    """Return where a claim stands on every axis that it has words of.

    "Cost 400 jobs" tells of a loss, "cost 3 million euros" of a price.
    """
    places = _find_places(*find_wording(claim))
    places = tuple(
        _turn_round(claim, _deny_with_predicate(claim, place))
        for place in places
        if not any(_takes_back(claim, other, place) for other in places)
        and _counts(claim, place)
        and not _is_name(claim, place)
        and not _is_date(claim, place)
        and not _only_tells_which(claim, place)
        and (not place.is_denied or not place.axis.common or _is_predicate(claim, place))
    )
    if any(is_currency(quantity.unit.partition(" per ")[0]) for quantity in claim.quantities):
        return tuple(place for place in places if find_base_forms(place.mention.text).isdisjoint(_priced()))
    return places


def _deny_with_predicate(claim: Claim, place: Place) -> Place:
    """Deny a mention that is a predicate whose negation stands further off than words tell: "not that ... left"."""
    cue, start = claim.polarity_cue, _find_start(claim, place)
    if place.is_denied and _is_presupposed(claim, place):
        return replace(place, mention=replace(place.mention, denied=""))
    own = [predicate for predicate in claim.predicates if predicate.start == start]
    if place.is_denied and own and not any(is_denied(predicate, claim) for predicate in own):
        if _reaches(cue, start):
            # "No proof that the terms were broken" denies the breach, though its "no" is of another verb's object.
            return place
        if any(predicate.negated for predicate in claim.predicates if predicate not in own):
            # "Bolts which had not been tightened caused it": the "not" is another verb's.
            return replace(place, mention=replace(place.mention, denied=""))
        return place
    # "Acquitted" and "rejected" are cues of what they deny, not of themselves.
    if place.mention.denied or cue is None or cue.end > start:
        return place
    if not any(predicate.start == start and is_denied(predicate, claim) for predicate in claim.predicates):
        return place
    return replace(place, mention=replace(place.mention, denied=cue.text))


def _is_presupposed(claim: Claim, place: Place) -> bool:
    """Tell whether a noun is so whatever is denied of it: "did not contribute to the collapse" (Strawson 1950).

    Who denies or disputes the collapse says that there was none.
    """
    words, first = read_words(*find_wording(claim)), place.mention.first
    start = claim.start + words[first].start
    if place.mention.last - first > 1 or not first or words[first - 1].text.lower() not in DEFINITE:
        return False
    if place.mention.denied.lower() not in _grammatical() and not _stands_far(words, place):
        return False
    return not any(predicate.start == start for predicate in claim.predicates)


def _stands_far(words: Sequence[Word], place: Place) -> bool:
    """Tell whether a noun is not itself what is denied: "rejected the extension of the ban" rejects no ban.

    Nor does who denied that there were plans to extend it.
    """
    before = [word.text.lower() for word in words[: place.mention.first]]
    denial = place.mention.denied.lower()
    if any(not word.forms.isdisjoint(_intentions()) for word in words[: place.mention.first]):
        return True
    return denial in before and before[::-1].index(denial) > DETERMINER


def _reaches(cue: Cue | None, start: int) -> bool:
    """Tell whether what denies a claim has a place in its scope, and is not itself the place."""
    if cue is None or cue.scope is None or cue.start <= start < cue.end:
        return False
    return cue.scope[0] <= start < cue.scope[1]


def _turn_round(claim: Claim, place: Place) -> Place:
    """Deny a mention that is undone by the verb that it is the object of: "overturned the acquittal"."""
    start = _find_start(claim, place)
    for predicate in claim.predicates:
        if find_base_forms(predicate.lemma.split()[0]).isdisjoint(_undoing()):
            continue
        held = [item for item in predicate.arguments if item.role in ("obj", "nsubj:pass")]
        # "Withdrew the offer of its own accord" undoes the offer only.
        if any(item.start <= start < item.start + len(LINK.split(item.text)[0]) for item in held):
            denied = "" if place.is_denied else predicate.text
            return replace(place, mention=replace(place.mention, denied=denied))
    return place


def _find_start(claim: Claim, place: Place) -> int:
    return claim.start + read_words(*find_wording(claim))[place.mention.first].start


def _takes_back(claim: Claim, verb: Place, place: Place) -> bool:
    """Tell whether a mention is the object of one at the other end, and says nothing itself: "omitted any mention"."""
    if verb.axis.name != place.axis.name or verb.end == place.end:
        return False
    start, held = (_find_start(claim, item) for item in (verb, place))
    return any(
        predicate.start == start and argument.role == "obj" and argument.start <= held < argument.end
        for predicate in claim.predicates
        for argument in predicate.arguments
    )


def _is_predicate(claim: Claim, place: Place) -> bool:
    """Tell whether a mention is what is said: "no decision on a new pier" does not deny that it is new."""
    start = _find_start(claim, place)
    return any(predicate.start == start for predicate in claim.predicates)


def _is_name(claim: Claim, place: Place) -> bool:
    """Tell whether a mention is a part of somebody's name: "air" in "Lion Air"."""
    start = _find_start(claim, place)
    return place.mention.text[:1].isupper() and any(
        entity.start <= start < entity.end and len(entity.text) > len(place.mention.text) for entity in claim.entities
    )


def _is_date(claim: Claim, place: Place) -> bool:
    """Tell whether a mention is a part of a date: "end" in "up to the end of 2022"."""
    start = _find_start(claim, place)
    return any(date.start <= start < date.end for date in claim.dates)


def _only_tells_which(claim: Claim, place: Place) -> bool:
    """Tell whether "without" tells which things are meant: "in schools without a ban" denies no ban elsewhere."""
    if place.mention.denied.lower() != WITHOUT:
        return False
    start = _find_start(claim, place)
    without = claim.text.lower().rfind(WITHOUT, 0, start - claim.start) + claim.start
    return any(
        item.start < without and start < item.end and not item.role.startswith(("xcomp", "ccomp", "advcl"))
        for predicate in claim.predicates
        for item in predicate.arguments
    )


def _counts(claim: Claim, place: Place) -> bool:
    """Tell whether a mention is no verb with an object where only the verb without one is meant."""
    words = find_base_forms(place.mention.text)
    if words.isdisjoint(place.axis.intransitive):
        return True
    start = _find_start(claim, place)
    return any(
        predicate.start == start and not any(item.role in ("obj", "nsubj:pass") for item in predicate.arguments)
        for predicate in claim.predicates
    )


def exclude(a: Place, b: Place) -> bool:
    """Tell whether two places on one axis cannot both be right of the same thing."""
    if a.axis.name != b.axis.name or (a.axis.affirmed and (a.is_denied or b.is_denied)):
        return False
    if bool(a.mention.denied) == bool(b.mention.denied):
        if a.mention.denied:
            # "Neither safe nor dangerous" is odd; "neither rose nor fell" is not.
            return not a.axis.gradable and a.end != b.end
        return a.end != b.end
    # "Did not rise" leaves open whether it fell; "not guilty" is what "innocent" says.
    return a.end == b.end


def happen_in_turn(a: Place, b: Place) -> bool:
    """Tell whether two places tell events of which one follows the other: a beginning and an end."""
    if a.mention.denied or b.mention.denied or a.end == b.end:
        return False
    first = a if a.end == "left" else b
    return any(find_mentions(read_words(first.mention.text, ""), a.axis.in_turn))


@lru_cache(maxsize=16384)
def _find_places(text: str, denial: str) -> tuple[Place, ...]:
    words = read_words(text, denial)
    idle = list(find_mentions(words, _idle()))
    told = [
        Place(axis, end, mention)
        for axis in find_axes(form for word in words for form in word.forms)
        for end, phrases in zip(ENDS, axis.sides, strict=True)
        for mention in find_mentions(words, phrases)
        if mention.last - mention.first > 1 or axis.takes(mention.text)
    ]
    found = [*told, *_find_prefixed(words)]
    return tuple(
        place
        for place in found
        if _has_ground(words, place)
        and not any(_holds(phrase, place.mention) for phrase in idle)
        and not any(_hides(other, place) for other in found)
    )


def _hides(longer: Place, place: Place) -> bool:
    """Tell whether a place is a word of a longer phrase that says something else: "good" in "good chance".

    What a phrase of general English says leaves a judgement in it as it is: "flop" in "was a flop".
    """
    return (place.axis.common or not longer.axis.common) and _holds(longer.mention, place.mention, whole=False)


def _has_ground(words: Sequence[Word], place: Place) -> bool:
    """Tell whether a mention that says something of some matters only stands beside a word for one of them."""
    if place.mention.text.lower() not in place.axis.dependent:
        return True
    stretch = (word for word in words if word.stretch == place.mention.stretch)
    return any(not word.forms.isdisjoint(place.axis.ground) for word in stretch)


def _holds(phrase: Mention, mention: Mention, *, whole: bool = True) -> bool:
    """Tell whether a mention is a part of a phrase, or all of it: "harm" in "more harm than good"."""
    longer = phrase.last - phrase.first - (mention.last - mention.first)
    return phrase.first <= mention.first < phrase.last and longer >= (0 if whole else 1)


def _find_prefixed(words: Sequence[Word]) -> Iterator[Place]:
    """Yield the places of words that a prefix turns into their opposite: "adequate", "inadequate"."""
    for number, word in enumerate(words):
        found = {opposite for form in sorted({word.text.lower(), *word.forms}) for opposite in find_prefixed(form)}
        for root, end in sorted(found):
            mention = Mention(word.text, number, number + 1, word.stretch, word.denied)
            yield Place(make_prefix_axis(root), end, mention)


@cache
def _grammatical() -> frozenset[str]:
    return frozenset(read_lexicon("stance")["grammatical"]["words"])


@cache
def _intentions() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["supposing"]["intentions"])


@cache
def _undoing() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["denial"]["undoing"])


@cache
def _priced() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["priced"]["words"])


@cache
def _idle() -> Phrases:
    return make_phrases(read_lexicon("opposites")["idle"]["phrases"])
