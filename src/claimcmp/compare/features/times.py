"""Reads ISO dates as stretches of days and tells which of two came first."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from claimcmp.records import Claim, DateRef

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?")

EARLIER = frozenset({"before", "until", "till", "by", "prior to", "no later than", "up to"})
LATER = frozenset({"after", "since", "from", "no earlier than", "no sooner than"})
LIMIT = re.compile(rf"\b({'|'.join(sorted(EARLIER | LATER, key=len, reverse=True))})\s+(?:the\s+)?$", re.IGNORECASE)
DENIED = re.compile(r"\b(?:not|never|cannot|no|none|nobody|hardly|unlikely)\b|n['’]t\b", re.IGNORECASE)
EVER = date.min
YEAR = re.compile(r"\b\d{4}\b")
WEEKDAY = re.compile(r"(?:on |the |last |this |that |next )*(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
LONGEST_QUARTER = 92
# Texts of one month tell of the same events; a forecast needs time to be overtaken.
SAME_NEWS = 30
LONGEST_YEAR = 366
FULL_DATE = 2
"""Hyphens of an ISO date that names a day."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last``, both in it."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def meets(self, other: "Stretch") -> bool:
        """Tell whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def days_before(self, other: "Stretch") -> int:
        """Return how many days lie between the end of this one and the start of the other; below 0 if it is later."""
        return (other.first - self.last).days

    def days_apart(self, other: "Stretch") -> int:
        """Return how many days lie between the two, whichever comes first."""
        return max(self.days_before(other), other.days_before(self))


def read_stretch(iso: str | None) -> Stretch | None:
    """Return the days that an ISO date means: a year, a month, a quarter or a day; None for anything else."""
    match = ISO.fullmatch(iso or "")
    if match is None:
        return None
    year, month, day, quarter = (int(part) if part else 0 for part in match.groups())
    if not 1 <= year <= 9999:
        return None
    if quarter:
        first, last = 3 * quarter - 2, 3 * quarter
    else:
        first, last = (month, month) if month else (1, 12)
    if not 1 <= first <= last <= 12:
        return None
    longest = monthrange(year, last)[1]
    if day > longest:
        return None
    return Stretch(date(year, first, day or 1), date(year, last, day or longest))


def may_be_one_time(one: tuple[DateRef, Stretch], other: tuple[DateRef, Stretch]) -> bool:
    """Tell whether two dates have a day in common as far as their texts say.

    Whose text names no year has it from elsewhere, and perhaps a wrong one: "8 July" may be in July 2018. "Friday" may
    be any date that is a Friday.
    """
    (x, first), (y, second) = one, other
    if first.meets(second):
        return True
    if WEEKDAY.fullmatch(x.text.strip()) or WEEKDAY.fullmatch(y.text.strip()):
        return first.is_day and second.is_day and first.first.weekday() == second.first.weekday()
    if YEAR.search(x.text) and YEAR.search(y.text):
        return False
    moved = _move(first, second.first.year)
    return moved is not None and moved.meets(second)


def _move(stretch: Stretch, year: int) -> Stretch | None:
    """Return the same days of another year; a whole year or one that is open stays where it is."""
    if stretch.first.year != stretch.last.year or (stretch.last - stretch.first).days > LONGEST_QUARTER:
        return None
    try:
        return Stretch(stretch.first.replace(year=year), stretch.last.replace(year=year))
    except ValueError:  # 29 February
        return None


def tell_when(iso: str) -> str:
    """Return an ISO date as an adverbial: "on 2019-04-25", "in 2019-04"."""
    return f"{'on' if iso.count('-') == FULL_DATE else 'in'} {iso}"


def find_stretches(claim: Claim) -> tuple[tuple[DateRef, Stretch], ...]:
    """Return the dates of what a claim tells that name a stretch of days; when it was told says nothing of that."""
    found = ((date, read_stretch(date.iso)) for date in claim.dates if date.of == "event")
    return tuple((reference, stretch) for reference, stretch in found if stretch)


def find_periods(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Return the words for the times that two claims speak of, where they are two periods.

    Two years, quarters or months that do not meet are; two days are if more than a year lies between them.
    """
    ours, theirs = find_stretches(a), find_stretches(b)
    pairs = [(x, y) for x in ours for y in theirs]
    if not pairs or any(x[1].meets(y[1]) for x, y in pairs):
        return None
    if not all(
        (not x.is_day and not y.is_day) or x.days_apart(y) > LONGEST_YEAR for x, y in ((x[1], y[1]) for x, y in pairs)
    ):
        return None
    return ours[0][0].text, theirs[0][0].text


def find_deadlines(claim: Claim) -> tuple[tuple[DateRef, Stretch], ...]:
    """Return the dates by which something is to be done or over: 2018 of "by 2018", not of "not before 2018"."""
    plain = dict(find_stretches(claim))
    return tuple((date, plain[date]) for date, stretch in find_bounds(claim) if stretch.first == EVER)


def find_bounds(claim: Claim) -> tuple[tuple[DateRef, Stretch], ...]:
    """Return the dates of what a claim tells as the days that they leave open: "not before 2028" is 2028 and later."""
    found = []
    for reference, stretch in find_stretches(claim):
        match = LIMIT.search(claim.text[: max(0, reference.start - claim.start)])
        limit = match.group(1).lower() if match else ""
        denied = bool(match) and bool(DENIED.search(claim.text[: max(0, reference.start - claim.start)]))
        found.append((reference, _open(stretch, limit, denied=denied)))
    return tuple(found)


def _open(stretch: Stretch, limit: str, *, denied: bool) -> Stretch:
    if limit in EARLIER:
        # "Will not open before 2028" and "not until 2028" leave 2028 and all that follows.
        return Stretch(stretch.first, date.max) if denied else Stretch(EVER, stretch.last)
    if limit in LATER:
        return Stretch(EVER, stretch.last) if denied else Stretch(stretch.first, date.max)
    return stretch


def order_by_publication(a: Claim, b: Claim, *, days: int) -> tuple[Claim, Claim] | None:
    """Return the earlier and the later of two claims that were published more than some days apart."""
    first, second = read_stretch(a.published), read_stretch(b.published)
    if first is None or second is None:
        return None
    if first.days_before(second) > days:
        return a, b
    return (b, a) if second.days_before(first) > days else None
