"""Finds what a claim puts into a slot beside its predicate: why, what for, whose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import dropwhile

from claimcmp.compare.features.frames.causes import find_cause
from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.statements import (
    Mention,
    Phrases,
    Word,
    find_mentions,
    is_telling,
    make_phrases,
    read_statement,
    read_words,
)
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

CAUSE = "cause"
# What one name fills.
NAMED = frozenset({"owner"})
LONGEST = 8
NEAREST = 5
CLEFT = "what"
ASPECT = "due to"
COPULAS = frozenset({"is", "was", "are", "were"})
NOT = "not"
INSTEAD = frozenset({("rather", "than"), ("instead", "of")})
LINKS = frozenset({"by", "because", "of", "due", "to", "the", "a", "an", "its", "their", "his", "her", "from", "any"})
REASON, FOR, BECAUSE = "reason", "for", "because"


@dataclass(frozen=True, slots=True)
class Filler:
    """What a claim puts into a slot."""

    words: tuple[Word, ...]
    cue: str
    of: tuple[Word, ...] = ()
    """What the slot belongs to, where it can be told: the effect of a cause."""
    denied: bool = False

    @property
    def text(self) -> str:
        """The words as they are printed."""
        return " ".join(word.text for word in self.words)


@remember
def find_filler(claim: Claim, slot: str) -> Filler | None:
    """Return what a claim puts into a slot: the words behind its cue, or the subject of its verb.

    Of "not the ice but an engine" it is the engine.
    """
    found = _find_filler(claim, slot)
    if found is None or found.denied:
        return found
    contrasted = _find_contrasted(read_statement(claim))
    held = tuple(word for word in found.words if word not in contrasted)
    return replace(found, words=held) if held else replace(found, denied=True)


@remember
def find_denied_causes(claim: Claim) -> tuple[Filler, ...]:
    """Return what a claim says was not the cause: "caused by the weather, not by the price", "no part in the fall"."""
    found = find_filler(claim, CAUSE)
    if found is not None and found.denied:
        return (found,)
    words = read_statement(claim)
    denied = []
    if found is not None and claim.polarity == "affirmed":
        denied = [word for word in _find_contrasted(words) if word not in found.of]
    fillers = [Filler(tuple(denied), found.cue, found.of, denied=True)] if found is not None and denied else []
    return (*fillers, *_find_innocent(words))


def _find_contrasted(words: Sequence[Word]) -> list[Word]:
    """Return the words that a contrast sets aside: "not by the price", "rather than neglect".

    What a clause beside denies ("bolts which had not been tightened") is no contrast.
    """
    found: list[Word] = []
    for number, word in enumerate(words):
        before = words[number - 1].text.lower() if number else ""
        if word.text.lower() == NOT or (before, word.text.lower()) in INSTEAD:
            for held in dropwhile(_only_links, words[number + 1 :]):
                if not is_telling(held) or held.stretch != word.stretch:
                    break
                found.append(held)
    return found


def _only_links(word: Word) -> bool:
    return word.text.lower() in LINKS


def _find_innocent(words: Sequence[Word]) -> Iterator[Filler]:
    """Yield what phrases clear: the subject of "has nothing to do with", what follows "owes nothing to"."""
    before, behind = _read_clearing()
    for mention in find_mentions(words, before):
        found = tuple(word for word in words[: mention.first] if is_telling(word) and word.stretch == mention.stretch)
        if found:
            yield Filler(found, mention.text, _follow(words, mention.last), denied=True)
    for mention in find_mentions(words, behind):
        if found := _follow(words, mention.last):
            of = tuple(word for word in words[: mention.first] if is_telling(word))
            yield Filler(found, mention.text, of, denied=True)


def _find_filler(claim: Claim, slot: str) -> Filler | None:
    if slot == CAUSE and (cause := find_cause(claim)) is not None:
        return Filler(cause.words, cause.cue, cause.effect, cause.denied)
    words = read_statement(claim)
    if slot == CAUSE and (clause := _find_clause(claim, words)) is not None:
        return clause
    behind, verbs = _read_slot(slot)
    for mention in find_mentions(words, behind):
        found = _follow_name(words, mention.last) if slot in NAMED else _find_behind(words, mention)
        # "Due to open in May" gives no cause.
        to_be = [word.text.lower() for word in words[mention.last : mention.last + 1]] == ["be"]
        aspect = found and mention.text.lower() == ASPECT and (to_be or _is_verb(claim, found[0]))
        if found and not mention.denied and not aspect:
            before = [word for word in words[: mention.first] if is_telling(word) and word not in found][-NEAREST:]
            # "Due to the frost, the flowers died": what it caused follows.
            behind_it = [w for w in words if w.stretch > found[-1].stretch and is_telling(w)][:NEAREST]
            return Filler(found, mention.text, () if slot in NAMED else tuple(before or behind_it))
    for predicate in claim.predicates:
        if not verbs.isdisjoint(find_base_forms(predicate.text)) and not predicate.negated:
            subjects = [item for item in predicate.arguments if item.role == "nsubj"]
            inside = [w for s in subjects for w in words if s.start <= w.start + claim.start < s.end and is_telling(w)]
            if any(subject.text.lower() == CLEFT for subject in subjects):
                inside = _follow_copula(claim, words, predicate.end)
            if inside and (slot not in NAMED or inside[0].text[0].isupper()):
                behind_verb = [word for word in words if word.start + claim.start >= predicate.end and is_telling(word)]
                return Filler(
                    tuple(inside[:LONGEST]), predicate.text, () if slot in NAMED else tuple(behind_verb[:NEAREST])
                )
    return None


def _find_clause(claim: Claim, words: Sequence[Word]) -> Filler | None:
    """Return the clause that gives the cause of what the claim tells: "cancelled because sponsors withdrew"."""
    for predicate in claim.predicates:
        for argument in predicate.arguments:
            if argument.role == "advcl" and argument.marker == BECAUSE and not predicate.negated:
                found = tuple(word for word in read_words(argument.text, "") if is_telling(word))
                of = [w for w in words if is_telling(w) and not argument.start <= claim.start + w.start < argument.end]
                return Filler(found[:LONGEST], BECAUSE, tuple(of[:NEAREST])) if found else None
    return None


def _find_behind(words: Sequence[Word], mention: Mention) -> tuple[Word, ...]:
    """Return the words behind a cue; those within "for ... reasons"."""
    if mention.text.lower().rstrip("s") != REASON:
        return _follow(words, mention.last)
    before = [word for word in words[: mention.first] if word.stretch == mention.stretch]
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].text.lower() == FOR), None)
    return () if at is None else tuple(word for word in before[at + 1 :] if is_telling(word))


def _follow(words: Sequence[Word], first: int) -> tuple[Word, ...]:
    following = dropwhile(_lays, words[first : first + LONGEST])
    return tuple(word for word in following if word.stretch == words[first - 1].stretch and is_telling(word))


def _lays(word: Word) -> bool:
    return not is_telling(word) or not word.forms.isdisjoint(read_lexicon("frames")["cause"]["laying"])


def _follow_name(words: Sequence[Word], first: int) -> tuple[Word, ...]:
    """Return the name behind a cue, next to it or behind a comma: "the owner, Nordic Lines"."""
    found: list[Word] = []
    for word in words[first : first + LONGEST]:
        if word.text[0].isupper() and word.text.lower() not in _months():
            found.append(word)
        elif found or is_telling(word):
            break
    return tuple(found)


@cache
def _months() -> frozenset[str]:
    return frozenset(read_lexicon("dates")["months"])


def _is_verb(claim: Claim, word: Word) -> bool:
    """Tell whether a word is a verb with an object or circumstance of its own, in the form that follows "to"."""
    return any(
        predicate.start == claim.start + word.start
        and predicate.text.lower() == predicate.lemma
        and any(argument.role in ("obj", "obl", "xcomp", "ccomp") for argument in predicate.arguments)
        for predicate in claim.predicates
    )


def _follow_copula(claim: Claim, words: Sequence[Word], end: int) -> list[Word]:
    """Return the words behind the copula of a cleft: "what sank it was a wave"."""
    at = next((n for n, w in enumerate(words) if claim.start + w.start >= end and w.text.lower() in COPULAS), None)
    return [] if at is None else list(_follow(words, at + 1))


@cache
def _read_slot(slot: str) -> tuple[Phrases, frozenset[str]]:
    table = read_lexicon("frames")[slot]
    return make_phrases(table["behind"]), frozenset(table.get("verbs", ()))


@cache
def _read_clearing() -> tuple[Phrases, Phrases]:
    table = read_lexicon("frames")["cause"]
    return make_phrases(table["clearing"]), make_phrases(table["clearing_behind"])
