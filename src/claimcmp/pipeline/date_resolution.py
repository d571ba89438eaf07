"""Resolves dates against the day a text was published; never against the clock."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from claimcmp.pipeline.date_tenses import Tense
from claimcmp.records import Granularity

PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
HALF_YEAR = 6

Found = tuple[int, int, str | None, Granularity]
"""A date before it becomes a record: start, end, ISO date and granularity."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a text was published, as precisely as that is known."""

    year: int
    month: int | None = None
    day: date | None = None


def read_anchor(published: str | None) -> Anchor | None:
    """Return the anchor that an ISO date gives; None where it is missing or no date."""
    match = PUBLISHED.match(published or "")
    if not match or not 1 < int(match[1]) < 9998:
        return None
    year, month = int(match[1]), int(match[2]) if match[2] else None
    if month is None or not 1 <= month <= 12:
        return Anchor(year)
    if match[3] and 1 <= int(match[3]) <= monthrange(year, month)[1]:
        return Anchor(year, month, date(year, month, int(match[3])))
    return Anchor(year, month)


def format_iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """Return the ISO form of a date, ``--04-25`` without a year; None where there is no such day."""
    if day is not None and (month is None or not 1 <= day <= monthrange(year or 2000, month)[1]):
        return None
    parts = ["-" if year is None else f"{year:04d}"]
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)


def granularity_of(iso: str) -> Granularity:
    """Return how precise an ISO date is: ``2019`` a year, ``--04`` a month, ``2019-04-25`` a day."""
    digits = iso.removeprefix("--")
    if digits != iso:
        return "month" if len(digits) == 2 else "day"
    return "month" if len(iso) == 7 else "day" if len(iso) == 10 else "year"


def nearest_year(anchor: Anchor | None, month: int, day: int | None, tense: Tense) -> int | None:
    """Return the year of a month (and day) that was named without one: the latest past one, or the next one ahead.

    ``nearest`` is within half a year on either side. News leaves out the year of dates in the current year. Where the
    tense is open, anything else over half a year back may as well lie ahead or in a year that was named before, and a
    wrong year would look like a divergence: the answer is None, as it is where only the year of publication is known.
    """
    if anchor is None or anchor.month is None:
        return None
    now = (anchor.month, anchor.day.day if anchor.day and day else 0)
    then = (month, day if anchor.day and day else 0)
    recent = is_recent(anchor, month, day)
    if tense == "ahead" or (tense == "nearest" and not recent):
        return anchor.year + (then < now)
    return anchor.year - (then > now) if tense == "past" or recent else None


def is_recent(anchor: Anchor, month: int, day: int | None) -> bool:
    """Say whether a day or month was in the half year before the publication, or in its year: news leaves out which."""
    if anchor.month is None:
        return False
    now = (anchor.month, anchor.day.day if anchor.day and day else 0)
    then = (month, day if anchor.day and day else 0)
    back = (now[0] - then[0] - (then[1] > now[1])) % 12
    return (anchor.day is not None and then <= now) or back < HALF_YEAR


def shift_months(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the month that lies ``by`` months from another."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def format_interval(first: date, last: date) -> str | None:
    """Return the most precise ISO date that holds all of an interval: a day, a month, a year or nothing."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.year:04d}" if first.year == last.year else None


def weekday_date(anchor: Anchor | None, weekday: int, which: str) -> str | None:
    """Return the day of a weekday: the last one up to the publication or the next one ``ahead``.

    ``last`` and ``next`` leave out the day of publication, ``this`` stays in its week.
    """
    if anchor is None or anchor.day is None:
        return None
    back = (anchor.day.weekday() - weekday) % 7
    if which == "last":
        days = -(back or 7)
    elif which == "next":
        days = 7 - back
    elif which == "ahead":
        days = -back % 7
    elif which == "this":
        days = weekday - anchor.day.weekday()
    else:
        days = -back
    return _moved(anchor.day, days)


def week_date(anchor: Anchor | None, weekday: int, by: int) -> str | None:
    """Return a weekday of the week ``by`` weeks from the publication."""
    if anchor is None or anchor.day is None:
        return None
    return _moved(anchor.day, weekday - anchor.day.weekday() + 7 * by)


def relative_date(anchor: Anchor | None, unit: str, by: int) -> str | None:
    """Return the day, week, month, year or decade ``by`` steps from the publication, as precisely as that is known."""
    if anchor is None or abs(by) > 10_000:
        return None
    if unit == "year":
        return _year(anchor.year + by)
    if unit == "decade":
        return _decade(anchor.year + 10 * by)
    if unit == "century":
        return _century(anchor.year + 100 * by)
    if anchor.month is None:
        return None
    if unit == "month":
        year, month = shift_months(anchor.year, anchor.month, by)
        return format_iso(year, month) if 0 < year < 10_000 else None
    if unit == "quarter":
        year, month = shift_months(anchor.year, anchor.month, 3 * by)
        return f"{year:04d}-Q{(month + 2) // 3}" if 0 < year < 10_000 else None
    if anchor.day is None:
        return None
    if unit == "day":
        return _moved(anchor.day, by)
    try:
        monday = anchor.day + timedelta(days=7 * by - anchor.day.weekday())
        first = monday + timedelta(days=5 if unit == "weekend" else 0)
        return format_interval(first, monday + timedelta(days=6))
    except OverflowError:
        return None


def _moved(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _year(year: int) -> str | None:
    return f"{year:04d}" if 0 < year < 10_000 else None


def _decade(year: int) -> str | None:
    return f"{year:04d}"[:3] if 0 < year < 10_000 else None


def _century(year: int) -> str | None:
    return f"{year:04d}"[:2] if 0 < year < 10_000 else None
