"""Tells that two numbers of persons are of two fates: the dead and the missing, the injured and the arrested."""

from collections.abc import Iterator, Mapping
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.words import find_base_forms


def find_other_fates(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the words by which two amounts count those who met with two fates, of which none may be the other."""
    ours, theirs = _find_fate(a, x), _find_fate(b, y)
    if ours is None or theirs is None or ours[1] == theirs[1]:
        return None
    return ours[0], theirs[0]


def _find_fate(claim: Claim, quantity: Quantity) -> tuple[str, str] | None:
    """Return the word for what became of those whom an amount counts, and which fate it is."""
    for word in _list_words(claim, quantity):
        fates = {_fates()[form] for form in find_base_forms(word) if form in _fates()}
        if len(fates) == 1:
            return word, fates.pop()
    return None


def _list_words(claim: Claim, quantity: Quantity) -> Iterator[str]:
    """Yield what is counted, then what is said of those who are."""
    yield from (quantity.measure or "").split()
    for predicate in claim.predicates:
        if any(item.start <= quantity.start < item.end for item in predicate.arguments):
            yield predicate.text
            yield from (item.text for item in predicate.arguments if item.role == "xcomp")


@cache
def _fates() -> Mapping[str, str]:
    fates = read_lexicon("comparing")["fates"]["kinds"]
    return {word: fate for fate, words in fates.items() for word in words}
