"""Reads dates that count from the publication: "last year", "on Tuesday", "yesterday", "three years ago"."""

import re
from datetime import date

from claimcmp.pipeline.date_patterns import SMALL, TENS, weekdays
from claimcmp.pipeline.date_resolution import (
    Anchor,
    Found,
    format_iso,
    granularity_of,
    nearest_year,
    relative_date,
    weekday_date,
)
from claimcmp.pipeline.date_tenses import Tense
from claimcmp.pipeline.month_readings import read_month
from claimcmp.records import Granularity

NAME = re.compile(r"\s[A-Z][a-z]+")
NAMED_DAY = re.compile(
    r"\b(?:Bloody|Good|Black|Ash|Super|[Oo]n an?|(?:[Ee]very|[Ee]ach)(?: (?:other|second|third|fourth))?)\s$"
)
STRETCH = re.compile(r"-(?:to|through)-[A-Z]")
"""Behind a weekday: the "Monday-to-Friday timetable" holds every week."""
THAT = re.compile(r"\bthat\s$", re.IGNORECASE)
CAPITALISED = re.compile(r"[A-Z]\w*\s$")
NEAR = 20
STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def read_season(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    """Return the year of "last summer"; the season itself is left to the text."""
    iso = None
    which, season = match["when"].lower(), match["season"].lower()
    if anchor and anchor.month and season != "winter":
        over = anchor.month > {"spring": 5, "summer": 8}.get(season, 11)
        by = {-1: -(not over), 1: int(anchor.month >= {"spring": 3, "summer": 6}.get(season, 9))}.get(STEPS[which], 0)
        iso = f"{anchor.year + by:04d}"
    return [(*match.span(), iso, "year")]


def read_weekday(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> list[Found]:
    """Return the day of a weekday; none where it is part of a name."""
    if not match["weekday"][0].isupper() or NAME.match(match.string, match.end()):
        return []  # "Bloody Sunday" and "Good Friday Agreement" are names
    if STRETCH.match(match.string, match.end()):
        return []
    which = (match.groupdict().get("when") or "").lower()
    if not which and NAMED_DAY.search(match.string, max(0, match.start() - NEAR), match.start()):
        return []
    if not which and THAT.search(match.string, max(0, match.start() - NEAR), match.start()):
        return [(*match.span(), None, "day")]  # it counts from a date before it
    if not which and tense == "ahead":
        which = "ahead"
    iso = weekday_date(anchor, weekdays()[match["weekday"].lower()], "next" if which == "coming" else which)
    return [(*match.span(), iso, "day")]


def read_when_unit(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    """Return "this week", "last year"; none where the words are a length of time."""
    before = match.string[max(0, match.start() - 5) : match.start()].lower()
    after = match.string[match.end() : match.end() + 4].lower()
    unit, when = match["unit"].lower(), match["when"].lower()
    # "the last year" and "over the next month" are lengths of time, "this day" and "this century" seldom dates.
    is_length = before.endswith(("the ", "their ", "his ", "her ", "its ")) and when not in ("this", "current")
    if is_length or (before.endswith("of ") and after.startswith(" of ")):
        return []
    if unit in ("day", "century", "centurie"):
        return []
    iso = relative_date(anchor, unit, STEPS[when])
    return [(*match.span(), iso, _granularity(iso, unit))]


def read_nth_weekday(match: re.Match[str], year: int | None, anchor: Anchor | None, tense: Tense) -> list[Found]:
    """Return the day of "the first Monday in October", "the second Friday of next month"."""
    nth = {"f": 1, "1": 1, "s": 2, "2": 2, "t": 3, "3": 3}.get(match["nth"][0].lower(), 4)
    nth = 4 if match["nth"].lower() == "fourth" else nth
    if match["when"]:
        iso = relative_date(anchor, "month", STEPS[match["when"].lower()])
        year, month = (int(iso[:4]), int(iso[5:])) if iso else (None, 1)
    else:
        month = read_month(match)
        year = year or nearest_year(anchor, month, None, tense)
    if year is None:
        return [(*match.span(), None, "day")]
    first = weekdays()[match["weekday"].lower()] - date(year, month, 1).weekday()
    return [(*match.span(), format_iso(year, month, 1 + first % 7 + 7 * (nth - 1)), "day")]


def read_day_word(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    """Return yesterday, today and tomorrow."""
    word = match["word"].lower()
    if match["word"][0].isupper() and CAPITALISED.search(match.string, max(0, match.start() - NEAR), match.start()):
        return []  # "Russia Today" prints, it does not date
    iso = relative_date(anchor, "day", {"yesterday": -1, "tomorrow": 1}.get(word, 0))
    if word == "today" and (
        iso is None or (match.string[match.end() : match.end() + 1] == "," and match["word"][0].isupper())
    ):
        return []  # it may as well mean "nowadays"
    return [(*match.span(), iso, "day")]


def read_ago(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    """Return "three years ago"; "two months later" stays open."""
    unit = match["unit"].lower()
    count = _count(match["count"].lower())
    ago = match["ago"].lower()
    if ago in ("later", "earlier", "hence") or count is None:
        return [(*match.span(), None, _unit_granularity(unit))]
    iso = relative_date(anchor, "century" if unit == "centurie" else unit, -count if ago == "ago" else count)
    return [(*match.span(), iso, _granularity(iso, unit))]


def _granularity(iso: str | None, unit: str) -> Granularity:
    if iso is None or unit in ("decade", "century", "quarter"):
        return _unit_granularity(unit)
    return granularity_of(iso)


def _unit_granularity(unit: str) -> Granularity:
    unit = unit.lower()
    if unit in ("week", "weekend"):
        return "month"
    if unit == "centurie":
        return "century"
    units: dict[str, Granularity] = {"month": "month", "quarter": "quarter", "year": "year", "decade": "decade"}
    return units.get(unit, "century" if unit == "century" else "day")


def _count(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    tens, _, ones = word.partition("-")
    if ones in SMALL:
        return TENS[tens] + SMALL.index(ones) + 1
    if word in TENS:
        return TENS[word]
    return SMALL.index(word) + 1 if word in SMALL else None
