"""Reads what a matched shape of a date stands for, in its surroundings and against the publication."""

import re

from claimcmp.pipeline.date_patterns import DAY_WORDS, ORDINALS, weekdays
from claimcmp.pipeline.date_resolution import (
    Anchor,
    Found,
    format_iso,
    granularity_of,
    nearest_year,
    relative_date,
    week_date,
)
from claimcmp.pipeline.date_tenses import Tense
from claimcmp.pipeline.month_readings import (
    is_capitalised,
    read_month,
    read_month_alone,
    read_month_and_day,
    read_weekday_date,
)
from claimcmp.pipeline.relative_readings import (
    read_ago,
    read_day_word,
    read_nth_weekday,
    read_season,
    read_weekday,
    read_when_unit,
)
from claimcmp.pipeline.year_context import is_year

STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def read_date(
    name: str, match: re.Match[str], anchor: Anchor | None, *, day_first: bool | None = None, tense: Tense = None
) -> list[Found]:
    """Return what a matched shape stands for; nothing where its surroundings say that it is no date.

    ``day_first`` tells what 3/4/2020 means in the document, where that is known; ``tense`` whether what is dated was or
    is to come.
    """
    start, end = match.span()
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    match name:
        case "iso":
            return _one(match, format_iso(year, *_in_year(int(match["month"]), int(match["day"]))))
        case "slashes":
            return _slashes(match, day_first=day_first)
        case "year_month":
            if int(match["month"]) == (int(match["year"]) + 1) % 100:
                return []  # "2010-11" is a season or a fiscal year
            return _one(match, format_iso(year, int(match["month"])))
        case "season":
            return _season(match)
        case "years":
            return _years(match)
        case "decade" | "vague_decade":
            return [(start, end, match["decade"][:3], "decade")]
        case "short_decade":
            return _short_decade(match)
        case "century" | "vague_century":
            century = int(match["century"])
            return [(start, end, f"{century - 1:02d}", "century")] if 1 <= century <= 22 else []
        case "word_century":
            return [(start, end, str(14 + ORDINALS.index(match["spelled"].lower())), "century")]
        case "year_quarter":
            return [(start, end, f"{year}-Q{match['quarter']}", "quarter")]
        case "ordinal_quarter":
            return _ordinal_quarter(match, year, anchor)
        case "half" | "fiscal" | "season_year" | "vague_year":
            return _one(match, format_iso(year))
        case "short_fiscal":
            return _one(match, format_iso(2000 + int(match["short"])))
        case "month_day_year" | "day_month_year":
            return read_month_and_day(match, year, anchor, tense)
        case "weekday_date":
            return read_weekday_date(match, anchor, tense)
        case "month_year" | "vague_month_year":
            return _one(match, format_iso(year, read_month(match))) if is_capitalised(match) else []
        case "month_whose" if is_capitalised(match):
            year = anchor.year + STEPS[match["whose"].lower()] if anchor else None
            return [(start, end, format_iso(year, read_month(match)), "month")]
        case "vague_month" | "narrow_month" | "when_month":
            return read_month_alone(name, match, anchor, tense)
        case "when_season":
            return read_season(match, anchor)
        case "weekday_of_week":
            iso = week_date(anchor, weekdays()[match["weekday"].lower()], STEPS[match["when"].lower()])
            return [(start, end, iso, "day")]
        case "when_weekday" | "weekday":
            return read_weekday(match, anchor, tense)
        case "when_unit":
            return read_when_unit(match, anchor)
        case "this_part":
            return _one(match, relative_date(anchor, "day", 0))
        case "that_unit":
            return [(start, end, None, "year")]
        case "nth_weekday":
            return read_nth_weekday(match, year, anchor, tense)
        case "day_of_when":
            iso = relative_date(anchor, "month", STEPS[match["when"].lower()])
            day = int(re.sub(r"\D", "", match["day"]))
            return [(start, end, format_iso(int(iso[:4]), int(iso[5:]), day) if iso else None, "day")]
        case "after_next":
            return _one(
                match, relative_date(anchor, match["unit"].lower(), 2 if match["side"].lower() == "after" else -2)
            )
        case "spelled_day" | "month_spelled":
            spelled = (groups.get("spelled") or groups["late"]).lower()
            month, day = read_month(match), 1 + DAY_WORDS.index("-".join(spelled.split()))
            return _one(match, format_iso(year or nearest_year(anchor, month, day, tense), month, day))
        case "week_weekday":
            iso = week_date(anchor, weekdays()[match["weekday"].lower()], STEPS[match["when"].lower()])
            return [(start, end, iso, "day")]
        case "day_word":
            return read_day_word(match, anchor)
        case "ago":
            return read_ago(match, anchor)
        case "month_whose":
            return []
        case _:
            return _one(match, format_iso(year)) if is_year(match.string, start, end) else []


def _one(match: re.Match[str], iso: str | None) -> list[Found]:
    return [(*match.span(), iso, granularity_of(iso))] if iso else []


def _in_year(month: int, day: int) -> tuple[int | None, int | None]:
    return (month, day) if 1 <= month <= 12 else (None, None)


def _slashes(match: re.Match[str], *, day_first: bool | None) -> list[Found]:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["sep"] == ".":
        day_first = True  # Nobody writes the month first before full stops.
    if first <= 12 and second <= 12 and first != second and day_first is None:
        # Day and month cannot be told apart; only the year is sure.
        return [(*match.span(), match["year"], "year")]
    by_day = first > 12 or (second <= 12 and day_first is True)
    month, day = (second, first) if by_day else (first, second)
    return _one(match, format_iso(year, *_in_year(month, day)))


def _season(match: re.Match[str]) -> list[Found]:
    """Return a year that ends in the next one as one date, by the year that it begins in: "2023/24"."""
    year, until = int(match["year"]), match["until"]
    if int(until) != (year + 1) % 10 ** len(until) or not is_year(match.string, match.start(), match.end()):
        return []
    return _one(match, format_iso(year))


def _years(match: re.Match[str]) -> list[Found]:
    year, until = int(match["year"]), match["until"]
    last = int(until) if len(until) == 4 else year // 100 * 100 + int(until)
    if not year < last <= year + 150 or not is_year(match.string, match.start(), match.end()):
        return []
    return [
        (match.start(), match.end("year"), str(year), "year"),
        (match.start("until"), match.end(), str(last), "year"),
    ]


def _short_decade(match: re.Match[str]) -> list[Found]:
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    if not match.group().startswith(("'", "’")) and not before.endswith(("the ", "early ", "mid-", "mid ", "late ")):
        return []
    if before.endswith(("in the ", "into the ")) and not match.group().startswith(("'", "’")):
        return []  # "in the 60s" may be a temperature
    return [(*match.span(), f"19{match['decade'][0]}", "decade")]


def _ordinal_quarter(match: re.Match[str], year: int | None, anchor: Anchor | None) -> list[Found]:
    if year is None and anchor is not None:
        year = anchor.year + STEPS[match["when"].lower()]
    number = {"f": 1, "1": 1, "s": 2, "2": 2, "t": 3, "3": 3}.get(match["nth"][0].lower(), 4)
    if match["nth"].lower() == "fourth":
        number = 4
    return [(*match.span(), f"{year}-Q{number}" if year else None, "quarter")]
