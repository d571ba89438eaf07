"""Reads ISO dates as stretches of days, of a known year or of any, and tells which of two came first."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

ISO = re.compile(r"(?:(\d{4})|-)(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?")
EVER = date.min
ALWAYS = date.max
LONGEST_QUARTER = 92
# A leap year, so that it has all days that any year has.
ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last``, both in it."""

    first: date
    last: date
    floats: bool = False
    """Whether it is of a year that is not known: only its months and days count."""

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    @property
    def is_long(self) -> bool:
        """Whether it is more than a quarter, or open."""
        return self.first.year != self.last.year or (self.last - self.first).days > LONGEST_QUARTER

    @property
    def is_years(self) -> bool:
        """Whether it has days of two years, and an end."""
        return self.first.year != self.last.year and not {self.first, self.last} & {EVER, ALWAYS}

    @property
    def is_season(self) -> bool:
        """Whether it is a year and the one after it: the stretch that a season or a fiscal year lies in."""
        whole = (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
        return whole and self.last.year == self.first.year + 1

    def meets(self, other: "Stretch") -> bool:
        """Tell whether the two have a day in common; one of no known year is taken for one of the other's year."""
        if self.floats != other.floats and (self.is_years or other.is_years):
            return True
        one, another = self._side_with(other)
        return one.first <= another.last and another.first <= one.last

    def days_before(self, other: "Stretch") -> int:
        """Return how many days lie between the end of this one and the start of the other; below 0 if it is later."""
        one, another = self._side_with(other)
        return (another.first - one.last).days

    def days_apart(self, other: "Stretch") -> int:
        """Return how many days lie between the two, whichever comes first."""
        return max(self.days_before(other), other.days_before(self))

    def move(self, year: int) -> "Stretch | None":
        """Return the same days of another year; None for what that year does not have."""
        try:
            ends = (end if end in (EVER, ALWAYS) else end.replace(year=year) for end in (self.first, self.last))
            return replace(self, first=next(ends), last=next(ends), floats=False)
        except ValueError:  # 29 February
            return None

    def _side_with(self, other: "Stretch") -> "tuple[Stretch, Stretch]":
        """Return both in one year where only one of them has a known one."""
        if self.floats == other.floats:
            return self, other
        if other.floats:
            return self, other._side_with(self)[0]
        year = (other.last if other.first == EVER else other.first).year
        return self.move(year) or self, other


def read_stretch(iso: str | None) -> Stretch | None:
    """Return the days that an ISO date means: a year, a month, a quarter or a day; None for anything else."""
    match = ISO.fullmatch(iso or "")
    if match is None:
        return None
    year, month, day, quarter = (int(part) if part else 0 for part in match.groups())
    floats = match[1] is None
    year = ANY_YEAR if floats else year
    if not 1 <= year <= 9999 or (floats and not month and not quarter):
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
    return Stretch(date(year, first, day or 1), date(year, last, day or longest), floats)
