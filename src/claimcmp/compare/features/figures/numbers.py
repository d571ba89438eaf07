"""Compares what two claims measure: which quantities meet, which clash, and which cannot be compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimcmp.compare.features.figures.amounts import (
    DURATION,
    find_dimension,
    find_ratio,
    find_value,
    is_range,
    is_vague,
    is_wide,
    is_within_limit,
    meet,
)
from claimcmp.compare.features.wording.affinity import find_affinity, find_vector
from claimcmp.compare.features.wording.statements import Word, read_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Quantity
from claimcmp.units import PER, find_unit, is_currency
from claimcmp.words import find_base_forms

# From this cosine on two words name one measure: "cost" and "price".
SAME_MEASURE = 0.6
# Below this one two measures are two.
OTHER_MEASURE = 0.3
ONE_SIZE = 0.5
PERCENTAGES = frozenset({"percent", "percentage point", "basis point"})
# "Twice" counts nothing that a bare number could.
TIMES = frozenset({"time", "fold"})
# "Two" is not what "two bridges" are; from here on a bare number hardly is the other's by chance.
FEWEST_COUNTED = 10
# Roles that are a figure of their own kind; levels and changes are told apart too badly to keep them asunder.
APART = frozenset({"share", "ordinal", "ratio", "span", "former"})

LATER = re.compile(r"\b(?:late|later)\b", re.IGNORECASE)

State = Literal["none", "agree", "bounded", "conflict", "incomparable"]


@dataclass(frozen=True, slots=True)
class NumberComparison:
    """How the quantities of two claims relate; ``a`` and ``b`` are the pair that shows it."""

    state: State
    a: Quantity | None = None
    b: Quantity | None = None
    ratio: float = 1.0
    """Smaller value by larger value of the clashing pair."""
    fit: float = 0.0
    """How much the two look like figures of one thing, in [0, 1]."""


def compare_quantities(a: Iterable[Quantity], b: Iterable[Quantity]) -> NumberComparison:
    """Compare the quantities of two claims that measure in one dimension, each with one of the other claim.

    Intervals that meet agree; a value on the open side of a limit ("more than 10", 14) is bounded by it: it neither
    agrees nor clashes.
    Money in two currencies, or percent and percentage points, cannot be compared.
    """
    first, second = _leave_out_spreads(tuple(a)), _leave_out_spreads(tuple(b))
    pairs = [(x, y) for x in first for y in second if is_comparable(x, y)]
    meeting = [(x, y) for x, y in pairs if meet(x, y) or _add_up(pairs, x, y)]
    # "48,000 euros" only leaves out the hectare of "48,000 euros per hectare".
    shortened = [(x, y) for x in first for y in second if _leaves_out_rate(x, y)]
    taken = {(item.start, item.text) for pair in (*meeting, *shortened) for item in pair}
    clashing = [
        (x, y)
        for x, y in pairs
        if not {(x.start, x.text), (y.start, y.text)} & taken
        and not is_within_limit(x, y)
        and not is_within_limit(y, x)
        and (_find_role(x) == _find_role(y) or not {_find_role(x), _find_role(y)} & APART)
        and not _share_out(x, y)
        # "Most of" is no figure that another could miss.
        and not (is_vague(x) or is_vague(y))
    ]
    bounded = [(x, y) for x, y in pairs if is_within_limit(x, y) or is_within_limit(y, x)]
    if clashing:
        x, y = max(clashing, key=lambda pair: (fit(*pair), find_ratio(*pair), -pair[0].start, -pair[1].start))
        # A figure that both give says more than two that may be of different things.
        if not (meeting or bounded) or measure_alike(x, y) or _are_left_over(clashing, x, y):
            return NumberComparison("conflict", x, y, find_ratio(x, y), fit(x, y))
    if meeting:
        x, y = max(meeting, key=lambda pair: (fit(*pair), -pair[0].start, -pair[1].start))
        return NumberComparison("agree", x, y, fit=fit(x, y))
    if bounded:
        x, y = max(bounded, key=lambda pair: (fit(*pair), -pair[0].start, -pair[1].start))
        return NumberComparison("bounded", x, y, find_ratio(x, y), fit(x, y))
    if not pairs:
        for x, y in ((x, y) for x in first for y in second):
            if (is_currency(x.unit) and is_currency(y.unit)) or (x.unit != y.unit and {x.unit, y.unit} <= PERCENTAGES):
                return NumberComparison("incomparable", x, y)
    return NumberComparison("none")


def fit(x: Quantity, y: Quantity) -> float:
    """Return how much two quantities look like figures of one thing: same unit, measure, role and period."""
    unit = 1.0 if x.unit == y.unit and x.unit else 0.5
    role = 1.0 if x.role == y.role else 0.5
    period = 0.0 if x.period and y.period and x.period != y.period else 1.0
    return (0.35 * unit + 0.15 * role + 0.5 * _liken_measures(x, y)) * period


def measure_alike(x: Quantity, y: Quantity) -> bool:
    """Tell whether both say what they measure, and it is the same for the same time."""
    if x.period and y.period and x.period != y.period:
        return False
    return bool(_measure_words(x) and _measure_words(y)) and _liken_measures(x, y) >= SAME_MEASURE


def have_other_measures(x: Quantity, y: Quantity) -> bool:
    """Tell whether both say what they measure, and it is nothing alike: the speed of buses, the price of bread."""
    ours, theirs = list_measures(x), list_measures(y)
    # "Its height rose by 6 metres" and "it rose by 6 metres": a thing has one height, price or size.
    if any(word.forms & _dimensions() for word in ours) != any(word.forms & _dimensions() for word in theirs):
        return False
    return bool(ours and theirs) and find_affinity(ours, theirs) < OTHER_MEASURE


def list_measures(quantity: Quantity) -> tuple[Word, ...]:
    """Return the words for what an amount measures and for what it is a part of."""
    return read_words(f"{quantity.measure or ''} {quantity.of or ''}", "")


def _are_left_over(clashing: Iterable[tuple[Quantity, Quantity]], x: Quantity, y: Quantity) -> bool:
    """Tell whether the two are the only ones of their unit that found no partner, and are of one size."""
    rivals = [pair for pair in clashing if find_dimension(pair[0]) == find_dimension(x)]
    one_unit = x.unit == y.unit or not x.unit or not y.unit
    return len(rivals) == 1 and one_unit and x.role == y.role and find_ratio(x, y) >= ONE_SIZE


def _add_up(pairs: Iterable[tuple[Quantity, Quantity]], x: Quantity, y: Quantity) -> bool:
    """Tell whether the one is the sum of two quantities of the other claim."""
    found = tuple(pairs)
    for total, parts in ((x, {id(q): q for p, q in found if p is x}), (y, {id(p): p for p, q in found if q is y})):
        values = [find_value(part) for part in parts.values()]
        if any(
            abs(one + other - find_value(total)) < 1e-9 for n, one in enumerate(values) for other in values[n + 1 :]
        ):
            return True
    return False


def _leaves_out_rate(x: Quantity, y: Quantity) -> bool:
    """Tell whether two amounts are one, but for what the one is per."""
    (ours, per, _), (theirs, other, _) = x.unit.partition(PER), y.unit.partition(PER)
    return bool(ours) and ours == theirs and bool(per) != bool(other) and x.value == y.value


def _share_out(x: Quantity, y: Quantity) -> bool:
    """Tell whether two shares are the two parts of one whole: 40 percent against 60."""
    return x.role == y.role == "share" and x.unit == y.unit == "percent" and abs(x.value + y.value - 100) < 1


def _find_role(quantity: Quantity) -> str:
    """Return the role of an amount; "nine minutes later" is a span as "after nine minutes" is."""
    late = quantity.role == "difference" and find_dimension(quantity) == DURATION
    return "span" if late and LATER.search(quantity.measure or "") else quantity.role


def is_comparable(x: Quantity, y: Quantity) -> bool:
    """Tell whether two amounts may be of one kind: one dimension, one currency, nouns that count the same."""
    if x.role == "ordinal" or y.role == "ordinal" or (x.role == "ratio") != (y.role == "ratio"):
        return False
    if x.unit and y.unit:
        return find_dimension(x) == find_dimension(y) or _count_alike(x.unit, y.unit)
    if not x.unit and not y.unit:
        # "Membership is 4,000": what is measured is the unit.
        return not _measure_words(x).isdisjoint(_measure_words(y)) and x.value >= FEWEST_COUNTED <= y.value
    # "346 people" and "a total of 347": the bare number counts what the other counts.
    named = x.unit or y.unit
    return (
        bool(named)
        and named not in TIMES
        and not find_unit(named)
        and not is_currency(named)
        and " per " not in named
        and find_value(x) >= FEWEST_COUNTED <= find_value(y)
    )


def _liken_measures(x: Quantity, y: Quantity) -> float:
    """Return how near what is measured is in meaning; one half where either side does not say."""
    ours, theirs = _measure_words(x), _measure_words(y)
    if not ours or not theirs:
        return 0.5
    if ours & theirs:
        return 1.0
    vectors = [(find_vector(one), find_vector(other)) for one in ours for other in theirs]
    return max((float(u @ v) for u, v in vectors if u is not None and v is not None), default=0.0)


def _measure_words(quantity: Quantity) -> frozenset[str]:
    words = f"{quantity.measure or ''} {quantity.of or ''}".lower().split()
    return frozenset(form for word in words for form in find_base_forms(word))


def _leave_out_spreads(quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Leave out a wide range around a figure beside it: "5 million, in a range from 2 to 9 million" says 5 million."""
    return tuple(
        wide
        for wide in quantities
        if not (is_range(wide) and is_wide(wide))
        or not any(
            wide.low <= item.value <= wide.high and wide.unit in ("", item.unit)
            for item in quantities
            if not is_range(item) and item.role not in APART
        )
    )


def _count_alike(one: str, other: str) -> bool:
    """Tell whether two nouns count the same things: "workers" and "people", "countries" and "states"."""
    if one in _persons() and other in _persons():
        return True
    if any(find_unit(unit) or is_currency(unit) for unit in (one, other)):
        return False
    return bool(_groups().get(one, frozenset()) & _groups().get(other, frozenset()))


@cache
def _groups() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, group in enumerate(read_lexicon("comparing")["counted"]["groups"]):
        for noun in group:
            table.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in table.items()}


@cache
def _persons() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["persons"]["words"])


@cache
def _dimensions() -> frozenset[str]:
    words = read_lexicon("comparing")["dimensions"]
    return frozenset((*words["words"], *words["sizes"]))
