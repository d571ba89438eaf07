"""Tells over how long a time two amounts came together: "3 million in six months", "5 million in the first year"."""

import re
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.dates.stretches import read_stretch
from claimcmp.compare.features.dates.times import find_stretches
from claimcmp.compare.features.figures.amounts import DURATION, find_dimension
from claimcmp.compare.features.figures.figure_slots import find_own_date
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.units import PER, to_canonical

# Shorter spans than this part of the other are other spans; "half a year" and "from June to December" are not.
SAME_SPAN = 0.8
# Above it two rates over unlike spans may be one: months and years are not of one length.
SAME_RATE = 0.93
YEAR = 365
PERIODS = {"year": YEAR, "quarter": 91}
OPEN_END = re.compile(r"\b(?:by|until|till|since|before|after|from|to)\s+(?:\w+[-\s])?$", re.IGNORECASE)
SINCE = re.compile(r"\b(?:ever\s+)?since\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """The time in which an amount came together, in days; 0 if it lasts until the text was written."""

    text: str
    days: int

    def differs(self, other: "Span") -> bool:
        """Tell whether two spans are not of one length; what goes on still is none of the spans of whole years."""
        if not self.days or not other.days:
            return self.days != other.days and max(self.days, other.days) >= YEAR
        return min(self.days, other.days) < SAME_SPAN * max(self.days, other.days)


def find_other_spans(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the spans of time that two amounts are counted over, where these are not of one length.

    Rates convert: "300 litres a day" and "5,000 litres a week" are compared whatever their spans.
    """
    if _are_rates_apart(x, y):
        return None
    ours, theirs = _find_span(a, x), _find_span(b, y)
    # "In the first six months" is not "in 2020", nor is the first half of the year all of it.
    ours, theirs = ours or _read_period(a, x), theirs or _read_period(b, y)
    if ours is None or theirs is None or not ours.differs(theirs):
        return None
    return ours.text, theirs.text


def _are_rates_apart(x: Quantity, y: Quantity) -> bool:
    """Tell whether two amounts are rates over time that differ by more than a month is longer than another."""
    if PER not in x.unit or PER not in y.unit:
        return False
    (ours, kind), (theirs, other) = (to_canonical(item.value, item.unit) for item in (x, y))
    low, high = sorted((abs(ours), abs(theirs)))
    return kind == other and kind.endswith(f"{PER}{DURATION}") and low < SAME_RATE * high


def _find_span(claim: Claim, quantity: Quantity) -> Span | None:
    """Return the span told behind an amount, before the next one; else one told before it."""
    if quantity.role == "span":
        return None
    for unit, days in _days().items():
        if quantity.unit.endswith(f" per {unit}"):
            return Span(f"a {unit}", days)
    following = min(
        (item.start for item in claim.quantities if item.start > quantity.start and not _is_time(item)),
        default=claim.end,
    )
    behind = claim.text[quantity.end - claim.start : max(0, following - claim.start)]
    return (
        _read_length(behind)
        or _find_range(claim)
        or _read_since(claim, behind, quantity.end)
        or _read_length(claim.text[: quantity.start - claim.start])
    )


def _read_length(text: str) -> Span | None:
    match = _lengths().search(text)
    if match is None:
        return None
    word = (match["number"] or "1").lower()
    number = int(word) if word.isdigit() else read_lexicon("comparing")["spans"]["numbers"].get(word, 1)
    return Span(match.group(), number * _days()[match["unit"].lower()])


def _is_time(quantity: Quantity) -> bool:
    """Tell whether an amount is a length of time, whatever it is told for: "in the first six months"."""
    return quantity.role == "span" or find_dimension(quantity) == DURATION


def _read_period(claim: Claim, quantity: Quantity) -> Span | None:
    """Return the year or quarter that an amount is told of as a span."""
    dated = find_own_date(claim, quantity) if quantity.role not in ("span", "former") else None
    open_end = dated and OPEN_END.search(claim.text[: dated[0].start - claim.start])
    days = PERIODS.get(dated[0].granularity, 0) if dated and not open_end else 0
    return Span(dated[0].text, days) if dated and days else None


def _find_range(claim: Claim) -> Span | None:
    """Return the span between two dates: "between June and December"."""
    for reference, stretch in find_stretches(claim):
        if "/" in (reference.iso or "") and not stretch.is_season:
            return Span(reference.text, (stretch.last - stretch.first).days + 1)
    return None


def _read_since(claim: Claim, behind: str, end: int) -> Span | None:
    """Return the span from some event on, as long as it is where the text tells both its days."""
    match = SINCE.search(behind)
    if match is None:
        return None
    published = read_stretch(claim.published)
    begun = next((stretch for date, stretch in find_stretches(claim) if date.start >= end + match.end()), None)
    days = max(0, begun.days_before(published)) if begun and published else 0
    return Span(behind[match.start() :].strip(" .,;"), days)


def _days() -> dict[str, int]:
    return dict(read_lexicon("comparing")["spans"]["days"])


@cache
def _lengths() -> re.Pattern[str]:
    words = read_lexicon("comparing")["spans"]
    numbers, units = "|".join(words["numbers"]), "|".join(words["days"])
    return re.compile(
        r"\b(?:in|within|over|during)\s+(?:(?:the|a|an|its|their|his|her|our|just|only|less than)\s+)*"
        rf"(?:(?:{'|'.join(words['before'])})\s+)*(?:(?P<number>\d+|{numbers})\s+)?"
        rf"(?:(?:{'|'.join(words['before'])})\s+)*(?P<unit>{units})s?\b(?!['’]|\s+time\b)",
        re.IGNORECASE,
    )
