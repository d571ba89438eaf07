"""Compares what two claims measure: which quantities meet, and which clash."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from claimcmp.records import Quantity
from claimcmp.units import to_canonical

CONVERSION_SLACK = 0.01


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
    pairs = [(x, y) for x in a for y in b if x.unit and _dimension(x) == _dimension(y)]
    if not pairs:
        return NumberComparison("none")
    for x, y in pairs:
        (x_low, x_high), (y_low, y_high) = _interval(x), _interval(y)
        if x_low <= y_high and y_low <= x_high:
            return NumberComparison("agree", x, y)
    x, y = max(pairs, key=lambda pair: (_ratio(*pair), -pair[0].start, -pair[1].start))
    return NumberComparison("conflict", x, y, _ratio(x, y))


def _dimension(quantity: Quantity) -> str:
    return to_canonical(quantity.value, quantity.unit)[1]


def _interval(quantity: Quantity) -> tuple[float, float]:
    # Converted values that are printed rounded (400 m, 1,312 ft) still meet.
    slack = CONVERSION_SLACK if to_canonical(1.0, quantity.unit) != (1.0, quantity.unit) else 0.0
    low, high = (to_canonical(bound, quantity.unit)[0] for bound in (quantity.low, quantity.high))
    return low - abs(low) * slack, high + abs(high) * slack


def _ratio(a: Quantity, b: Quantity) -> float:
    low, high = sorted(abs(to_canonical(quantity.value, quantity.unit)[0]) for quantity in (a, b))
    return low / high if high else 1.0
