"""Compares what two claims measure: which quantities meet, and which clash."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from claimcmp.records import Quantity


@dataclass(frozen=True, slots=True)
class NumberComparison:
    """How the quantities of two claims relate; ``a`` and ``b`` are the pair that shows it."""

    state: Literal["none", "agree", "conflict"]
    a: Quantity | None = None
    b: Quantity | None = None
    ratio: float = 1.0
    """Smaller value by larger value of the clashing pair."""


def compare_quantities(a: Iterable[Quantity], b: Iterable[Quantity]) -> NumberComparison:
    """Compare the quantities of two claims that have the same unit; intervals that meet agree."""
    pairs = [(x, y) for x in a for y in b if x.unit == y.unit and x.unit]
    if not pairs:
        return NumberComparison("none")
    for x, y in pairs:
        if x.low <= y.high and y.low <= x.high:
            return NumberComparison("agree", x, y)
    x, y = max(pairs, key=lambda pair: (_ratio(*pair), -pair[0].start, -pair[1].start))
    return NumberComparison("conflict", x, y, _ratio(x, y))


def _ratio(a: Quantity, b: Quantity) -> float:
    low, high = sorted((abs(a.value), abs(b.value)))
    return low / high if high else 1.0
