"""Tells whether two amounts are one, as far as writers mean what they print: bounds, ranges, rounded figures."""

import math
import re

from claimcmp.records import Quantity
from claimcmp.units import find_unit, to_canonical

CONVERSION_SLACK = 0.01
# To those who judge, "15 billion" is short for 15.2, and rounding explains no more than this.
SAME_AMOUNT = 0.965
SAME_ROUNDED = 0.93
# Smaller whole numbers are counted, not rounded.
LARGE = 1000
LARGEST_ODDS = 5
DURATION = "duration"
ODDS = re.compile(r"\b(?:in|of)\b")
# A wider interval ("a few", "between 10 and 15") is meant as one: any value in it will do.
WIDE = 0.2
# "More than 500" and 800 go together: who counts the double names a higher bound ("at least 17 million" and 40
# million are two estimates).
NEAR_LIMIT = 0.5
# How far beyond a bound two figures are still called the same.
ABOVE_FLOOR = 0.05
BELOW_CEILING = 0.07
# Two ranges of which less is common are two estimates.
SAME_RANGE = 0.5
# "A fifth" may stand for 18 or 22 percent.
ROUND_FRACTION = 0.1
SIGNS = re.compile(r"\d|%|per\s?cent|percent")
PLURAL = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
# "Up to an hour" and "at least an hour" may be one hour, "under an hour" and "over an hour" may not.
BELOW = re.compile(r"\b(?:under|below|less than|fewer than)\b", re.IGNORECASE)
ABOVE = re.compile(r"\b(?:over|above|more than|upwards of)\b", re.IGNORECASE)
FIGURE = re.compile(r"\d[\d.,]*|\bzero\b")


def meet(x: Quantity, y: Quantity) -> bool:
    """Tell whether two quantities are the same amount, as far as both say; two ranges with little in common are not."""
    # Converted values that are printed rounded (400 m, 1,312 ft) still meet.
    slack = CONVERSION_SLACK if x.unit != y.unit and find_unit(x.unit) and find_unit(y.unit) else 0.0
    (x_low, x_high), (y_low, y_high) = _interval(x, slack), _interval(y, slack)
    if not (x_low <= y_high and y_low <= x_high):
        both = x.approximate and y.approximate and find_ratio(x, y) >= SAME_ROUNDED
        return (both and (_is_rounded(x, y) or _is_rounded(y, x))) or _is_short_for(x, y) or _is_short_for(y, x)
    if _lie_on_two_sides(x, y) or _lie_on_two_sides(y, x):
        return False
    if _ends_at_floor(x, y) or _ends_at_floor(y, x) or _begins_at_ceiling(x, y) or _begins_at_ceiling(y, x):
        return False
    if is_range(x) and is_range(y):
        common, whole = min(x_high, y_high) - max(x_low, y_low), max(x_high, y_high) - min(x_low, y_low)
        return common >= SAME_RANGE * whole
    if is_wide(x) or is_wide(y) or not (x.approximate or y.approximate):
        return True
    # Two amounts that are both vague are one if the one may stand for the other, not for something between them.
    near = x_low <= find_value(y) <= x_high or y_low <= find_value(x) <= y_high
    return near or _is_rounded(x, y) or _is_rounded(y, x)


def is_within_limit(limit: Quantity, other: Quantity) -> bool:
    """Tell whether ``limit`` is a bound and ``other`` lies not far from it on its open side.

    What is done within ten hours may be done after two: a time limit is kept however early.
    """
    if _lie_on_two_sides(limit, other) or _lie_on_two_sides(other, limit):
        return False
    early = _is_ceiling(limit) and find_dimension(limit) == DURATION
    return (early or find_ratio(limit, other) > NEAR_LIMIT) and is_beyond(limit, other)


def is_beyond(limit: Quantity, other: Quantity) -> bool:
    """Tell whether one quantity is a bound and the other lies on its open side, however far from it."""
    value, bound = find_value(other), find_value(limit)
    return (limit.high == math.inf and value >= bound) or (_is_ceiling(limit) and value <= bound)


def is_vague(quantity: Quantity) -> bool:
    """Tell whether an amount is a share or a number without a figure: "the lion's share", "hundreds of trains"."""
    if PLURAL.search(quantity.text):
        return True
    return quantity.unit == "percent" and is_wide(quantity) and not any(sign.isdigit() for sign in quantity.text)


def is_telling(quantity: Quantity) -> bool:
    """Tell whether an amount is hardly given twice by chance: two digits at least, or a large one."""
    return _count_digits(quantity) > 1 or abs(find_value(quantity)) >= LARGE


def is_range(quantity: Quantity) -> bool:
    """Tell whether an amount is given from a figure to a figure: "12 to 15"."""
    figures = len(FIGURE.findall(quantity.text))
    return figures > 1 and not quantity.approximate and quantity.low < quantity.high < math.inf


def is_wide(quantity: Quantity) -> bool:
    """Tell whether an amount reaches so far that any value in it will do: "a few", "between 10 and 15"."""
    low, high = _close(quantity)
    return high - low > WIDE * abs(quantity.value)


def find_ratio(a: Quantity, b: Quantity) -> float:
    """Return the smaller value by the larger; 1 for two zeros.

    Odds are read on a scale of tenfold steps: one in 10,000 is half of one in 1,000.
    """
    low, high = sorted((abs(find_value(a)), abs(find_value(b))))
    if low and _is_odds(a) and _is_odds(b):
        return 1 / (1 + math.log10(high / low))
    return low / high if high else 1.0


def _is_odds(quantity: Quantity) -> bool:
    """Tell whether an amount is a small chance: "one in 20,000"."""
    return quantity.unit == "percent" and quantity.value < LARGEST_ODDS and ODDS.search(quantity.text) is not None


def find_value(quantity: Quantity) -> float:
    """Return the value in the first unit of its dimension."""
    return to_canonical(quantity.value, quantity.unit)[0]


def find_dimension(quantity: Quantity) -> str:
    """Return what an amount may be compared with: one dimension for all lengths, one for each currency."""
    return to_canonical(quantity.value, quantity.unit)[1]


def _is_rounded(rounded: Quantity, exact: Quantity) -> bool:
    """Tell whether the one is the other with fewer digits: "about 9" and 9.4."""
    return rounded.approximate and _round_like(rounded, exact) == find_value(rounded)


def _is_short_for(short: Quantity, exact: Quantity) -> bool:
    """Tell whether the one is the other as it is printed in passing: "15 billion" and 15.2; 30 dead are not 29."""
    precise = abs(exact.value) >= LARGE or exact.value != round(exact.value)
    return (
        precise
        and (short.unit == exact.unit or not short.unit or not exact.unit)
        and _count_digits(short) < _count_digits(exact)
        and _round_like(short, exact) == find_value(short)
        and find_ratio(short, exact) >= SAME_AMOUNT
    )


def _round_like(model: Quantity, quantity: Quantity) -> float:
    return float(f"{find_value(quantity):.{max(1, _count_digits(model))}g}")


def _count_digits(quantity: Quantity) -> int:
    return len(f"{abs(quantity.value):f}".replace(".", "").strip("0"))


def _lie_on_two_sides(below: Quantity, above: Quantity) -> bool:
    """Tell whether the one lies below a value and the other above it, or a higher one: "under 5", "over 5"."""
    sides = _is_ceiling(below) and above.high == math.inf and BELOW.search(below.text) and ABOVE.search(above.text)
    return bool(sides) and find_value(above) >= find_value(below)


def _ends_at_floor(span: Quantity, other: Quantity) -> bool:
    """Tell whether a range ends where the other amount begins: "from 5 to 16", "more than 16"."""
    return is_range(span) and other.high == math.inf and find_value(other) >= _close(span)[1] * _factor(span)


def _begins_at_ceiling(span: Quantity, other: Quantity) -> bool:
    """Tell whether a range begins where the other amount ends: "from 5 to 16", "up to 5"."""
    return is_range(span) and _is_ceiling(other) and find_value(other) <= _close(span)[0] * _factor(span)


def _factor(quantity: Quantity) -> float:
    return find_value(quantity) / quantity.value if quantity.value else 1.0


def _is_ceiling(quantity: Quantity) -> bool:
    """Tell whether an amount has only an upper bound: "less than 5", "up to 30"."""
    return quantity.approximate and quantity.low in (0, -math.inf) and quantity.high == quantity.value != quantity.low


def _interval(quantity: Quantity, slack: float) -> tuple[float, float]:
    low, high = (to_canonical(bound, quantity.unit)[0] for bound in _close(quantity))
    return low - abs(low) * slack, high + abs(high) * slack


def _close(quantity: Quantity) -> tuple[float, float]:
    """Return the interval that writers mean: who writes "more than 10" has a number just above 10 in mind."""
    low, high = quantity.low, quantity.high
    if high == math.inf:
        high = low + abs(low) * ABOVE_FLOOR
    if _is_ceiling(quantity):
        low = high - abs(high) * BELOW_CEILING
    if _is_fraction(quantity):
        around = quantity.value * ROUND_FRACTION
        low, high = min(low, quantity.value - around), max(high, quantity.value + around)
    return low, high


def _is_fraction(quantity: Quantity) -> bool:
    """Tell whether a share is told as a fraction in words, which is a round one: "a fifth", "one in eight"."""
    return quantity.unit == "percent" and not SIGNS.search(quantity.text) and not is_range(quantity)
