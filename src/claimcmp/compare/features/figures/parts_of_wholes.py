"""Tells which part of a whole two claims give where both give the whole: "46 of the 212 huts", "all 212 huts"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from claimcmp.compare.features.figures.amounts import is_vague, meet
from claimcmp.records import Claim, Quantity

# Between a part and its whole.
OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|all|these|those|some)\s+)*", re.IGNORECASE)
ALL = re.compile(r"\b(?:all|all\s+of\s+the|every\s+one\s+of\s+the|each\s+of\s+the)\s+$", re.IGNORECASE)
PERCENT = "percent"


def find_other_parts(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the parts that two claims give of one whole, which both give, where they do not meet."""
    first, second = _find_part(a, x), _find_part(b, y)
    if first is None or second is None or (first is x and second is y):
        return None
    if is_vague(first) or is_vague(second):
        return None
    ours, theirs = _count(first, x), _count(second, y)
    return None if meet(ours, theirs) else (first.text, second.text)


def find_partitions(claim: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each amount of a claim that is told to be of another one, and that one: "46 of the 212 huts"."""
    for part, whole in pairwise(claim.quantities):
        if OF.fullmatch(claim.text[part.end - claim.start : whole.start - claim.start]):
            yield part, whole


def _find_part(claim: Claim, whole: Quantity) -> Quantity | None:
    """Return the amount that is told to be of a whole; the whole itself behind "all"; None where none is told."""
    part = next((part for part, held in find_partitions(claim) if held is whole), None)
    if part is not None:
        return part
    if ALL.search(claim.text[: whole.start - claim.start]) or re.match(r"all\b", whole.text, re.IGNORECASE):
        return whole
    return None


def _count(part: Quantity, whole: Quantity) -> Quantity:
    """Return a part as a number of what the whole counts: a fifth of 3,000 jobs is 600 jobs."""
    if part.unit != PERCENT:
        return replace(part, unit=whole.unit)
    low, value, high = (whole.value * share / 100 for share in (part.low, part.value, part.high))
    return replace(part, unit=whole.unit, low=low, value=value, high=high)
