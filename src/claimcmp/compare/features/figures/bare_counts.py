"""Reads counts that figures leave out: "five were hurt" behind "two miners died", "the only nurse" beside two."""

import re
from collections.abc import Iterator
from functools import cache

from claimcmp.compare.features.wording.statements import share_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity, QuantityRole
from claimcmp.units import PER, find_unit, is_currency
from claimcmp.words import find_base_forms

LEVEL: QuantityRole = "level"
# What is one of its kind is set against a count of that kind where this much else is said of both.
SAME_STATEMENT = 0.28


def find_bare_counts(claim: Claim, other: Claim) -> Iterator[Quantity]:
    """Yield the counts of a claim that its figures leave out, in view of what the other claim counts."""
    yield from _find_more_of(claim, other)
    yield from _find_ones(claim, other)


def _find_more_of(claim: Claim, other: Claim) -> Iterator[Quantity]:
    """Yield the numbers that are the whole subject of a verb; they count what the other counts by that verb."""
    for predicate in claim.predicates:
        for item in predicate.arguments:
            value = _numbers().get(item.text.lower()) if item.role.startswith("nsubj") else None
            known = any(q.unit and q.start <= item.start < q.end for q in claim.quantities)
            if value is None or known or item.start < claim.start:
                continue
            happening = find_base_forms(predicate.text)
            counted = [q for q in other.quantities if _is_count(q) and happening & _list_forms(q)]
            if counted and not predicate.negated:
                unit, measure = counted[0].unit, counted[0].measure
                yield Quantity(item.text, item.start, item.end, value, value, value, unit, measure=measure, role=LEVEL)


def _find_ones(claim: Claim, other: Claim) -> Iterator[Quantity]:
    """Yield what a claim has one of, where the other counts it: "a single nurse was on duty"."""
    own = {q.unit for q in claim.quantities}
    for counted in other.quantities:
        if not _is_count(counted) or counted.unit in own or share_words(claim, other) < SAME_STATEMENT:
            continue
        if match := re.search(rf"{_one()}{re.escape(counted.unit)}\b", claim.text, re.IGNORECASE):
            start, end = claim.start + match.start(), claim.start + match.end()
            yield Quantity(
                match.group(), start, end, 1.0, 1.0, 1.0, counted.unit, measure=counted.measure, role=counted.role
            )


def _is_count(quantity: Quantity) -> bool:
    unit = quantity.unit
    return bool(unit) and quantity.role == LEVEL and PER not in unit and not find_unit(unit) and not is_currency(unit)


def _list_forms(quantity: Quantity) -> frozenset[str]:
    return frozenset(form for word in (quantity.measure or "").split() for form in find_base_forms(word))


@cache
def _numbers() -> dict[str, float]:
    words = read_lexicon("comparing")["spans"]["numbers"]
    return {**{word: float(value) for word, value in words.items()}, **{str(n): float(n) for n in range(1, 1000)}}


def _one() -> str:
    words = "|".join(read_lexicon("comparing")["single"]["words"])
    return rf"\b(?:{words})\s+(?:[a-z-]+\s+)?"
