"""Finds what a claim gives as the cause of something by its grammar: "the cause was X", "held X to be the cause"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.wording.statements import Word, is_telling, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Claim, Predicate
from claimcmp.words import find_base_forms

LONGEST = 8
# "Withdrew the drug for commercial reasons": the object is what the reasons are for.
FOR = "for"
COPULA = re.compile(r"\b(?:is|was|are|were|be|been|being|remains?|'s)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause as a claim gives or denies it."""

    words: tuple[Word, ...]
    cue: str
    effect: tuple[Word, ...] = ()
    denied: bool = False


def find_cause(claim: Claim) -> Cause | None:
    """Return the first cause that the predicates of a claim give or deny, or None."""
    return next(_find_causes(claim), None)


def _find_causes(claim: Claim) -> Iterator[Cause]:
    words = read_statement(claim)
    for predicate in claim.predicates:
        for argument in predicate.arguments:
            if argument.role == "nsubj" and _is_causal(argument.head):
                # "The cause of the fire was arson"; that it is known or in dispute, or how long it lasted, names none.
                between = claim.text[argument.end - claim.start : max(0, predicate.start - claim.start)]
                if _is_settled(predicate) and COPULA.search(between):
                    found = _read(words, claim, argument.end, predicate.end)
                    yield from _make(found, predicate, _read(words, claim, argument.start, argument.end, causal=False))
            elif _is_causal(argument.head) and argument.marker != FOR and (held := _find_object(predicate)) is not None:
                # "Held X to be the cause of the fire", "named X as the cause".
                effect = _read(words, claim, argument.start, argument.end, causal=False)
                yield from _make(_read(words, claim, held.start, held.end), predicate, effect)
        if _holds_responsible(predicate) and (held := _find_object(predicate)) is not None:
            yield from _make(_read(words, claim, held.start, held.end), predicate, ())
        elif _is_blame(predicate) and (held := _find_object(predicate)) is not None:
            effects = [item for item in predicate.arguments if item.role.startswith("obl")]
            effect = [word for item in effects for word in _read(words, claim, item.start, item.end)]
            yield from _make(_read(words, claim, held.start, held.end), predicate, effect)
        elif _names_cause(predicate):
            subjects = [item for item in predicate.arguments if item.role in ("nsubj", "nsubj:outer")]
            found = [word for item in subjects for word in _read(words, claim, item.start, item.end)]
            yield from _make(found, predicate, _read(words, claim, predicate.end, claim.end))


def _make(found: Sequence[Word], predicate: Predicate, effect: Sequence[Word]) -> Iterator[Cause]:
    if found:
        yield Cause(tuple(found[:LONGEST]), predicate.text, tuple(effect), predicate.negated)


def _read(words: Sequence[Word], claim: Claim, start: int, end: int, *, causal: bool = True) -> list[Word]:
    return [
        word
        for word in words
        if start <= claim.start + word.start < end
        and is_telling(word)
        and (causal or not _is_causal(min(find_base_forms(word.text))))
    ]


def _find_object(predicate: Predicate) -> Argument | None:
    return next((item for item in predicate.arguments if item.role == "obj"), None)


def _names_cause(predicate: Predicate) -> bool:
    """Tell whether it says of its subject that it is the cause or did it: "was the cause", "caused the fire"."""
    has_object = _find_object(predicate) is not None
    return (_is_causal(predicate.lemma) and not has_object) or (predicate.lemma == "cause" and has_object)


def _is_causal(noun: str) -> bool:
    return noun in _table("nouns")


def _holds_responsible(predicate: Predicate) -> bool:
    """Tell whether it says of its object that it is to blame: "held the driver responsible"."""
    return any(item.role == "xcomp" and item.head in _table("responsible") for item in predicate.arguments)


def _is_blame(predicate: Predicate) -> bool:
    return predicate.lemma in _table("blaming")


def _is_settled(predicate: Predicate) -> bool:
    return find_base_forms(predicate.text).isdisjoint(_table("open"))


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_lexicon("frames")["cause"][name])
