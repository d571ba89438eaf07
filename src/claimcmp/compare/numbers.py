"""Compares what two claims measure: which quantities meet, which clash, and which cannot be compared."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from claimcmp.records import Quantity
from claimcmp.units import is_currency, to_canonical

CONVERSION_SLACK = 0.01
# Two rounded amounts whose margins just touch are still two amounts.
SAME_AMOUNT = 0.94
# How far beyond a bound two figures are still called the same.
ABOVE_FLOOR = 0.05
BELOW_CEILING = 0.07
PERCENTAGES = frozenset({"percent", "percentage point", "basis point"})

State = Literal["none", "agree", "conflict", "incomparable"]


@dataclass(frozen=True, slots=True)
class NumberComparison:
    """How the quantities of two claims relate; ``a`` and ``b`` are the pair that shows it."""

    state: State
    a: Quantity | None = None
    b: Quantity | None = None
    ratio: float = 1.0
    """Smaller value by larger value of the clashing pair."""


def compare_quantities(a: Iterable[Quantity], b: Iterable[Quantity]) -> NumberComparison:
    """Compare the quantities of two claims that measure in one dimension.

    Intervals that meet agree; a value on the open side of a limit ("more than 10", 12) neither agrees nor clashes.
    Money in two currencies, or percent and percentage points, cannot be compared.
    """
    # The third summit and the second are two summits, not two counts of them.
    pairs = [(x, y) for x in a for y in b if x.unit and y.unit and (x.role == "ordinal") == (y.role == "ordinal")]
    same = [(x, y) for x, y in pairs if _dimension(x) == _dimension(y)]
    for x, y in same:
        if _agree(x, y):
            return NumberComparison("agree", x, y)
    clashing = [
        (x, y) for x, y in same if x.role != "ordinal" and not _is_within_limit(x, y) and not _is_within_limit(y, x)
    ]
    if clashing:
        x, y = max(clashing, key=lambda pair: (_ratio(*pair), -pair[0].start, -pair[1].start))
        return NumberComparison("conflict", x, y, _ratio(x, y))
    if not same:
        for x, y in pairs:
            if (is_currency(x.unit) and is_currency(y.unit)) or {x.unit, y.unit} <= PERCENTAGES:
                return NumberComparison("incomparable", x, y)
    return NumberComparison("none")


def _agree(x: Quantity, y: Quantity) -> bool:
    (x_low, x_high), (y_low, y_high) = _interval(x), _interval(y)
    if not (x_low <= y_high and y_low <= x_high):
        return False
    both_rounded = x.approximate and y.approximate
    return not both_rounded or _ratio(x, y) >= SAME_AMOUNT


def _is_within_limit(limit: Quantity, other: Quantity) -> bool:
    """Tell whether ``limit`` is a bound and ``other`` lies on its open side."""
    value, bound = _value(other), _value(limit)
    return (limit.high == math.inf and value >= bound) or (_is_ceiling(limit) and value <= bound)


def _is_ceiling(quantity: Quantity) -> bool:
    """Tell whether an amount has only an upper bound: "less than 5", "up to 30"."""
    return quantity.approximate and quantity.low in (0, -math.inf) and quantity.high == quantity.value != quantity.low


def _dimension(quantity: Quantity) -> str:
    return to_canonical(quantity.value, quantity.unit)[1]


def _value(quantity: Quantity) -> float:
    return to_canonical(quantity.value, quantity.unit)[0]


def _interval(quantity: Quantity) -> tuple[float, float]:
    # Converted values that are printed rounded (400 m, 1,312 ft) still meet.
    slack = CONVERSION_SLACK if to_canonical(1.0, quantity.unit) != (1.0, quantity.unit) else 0.0
    low, high = (to_canonical(bound, quantity.unit)[0] for bound in _close(quantity))
    return low - abs(low) * slack, high + abs(high) * slack


def _close(quantity: Quantity) -> tuple[float, float]:
    """Return the interval that writers mean: who writes "more than 10" has a number just above 10 in mind."""
    low, high = quantity.low, quantity.high
    if high == math.inf:
        high = low + abs(low) * ABOVE_FLOOR
    if _is_ceiling(quantity):
        low = high - abs(high) * BELOW_CEILING
    return low, high


def _ratio(a: Quantity, b: Quantity) -> float:
    low, high = sorted((abs(_value(a)), abs(_value(b))))
    return low / high if high else 1.0
