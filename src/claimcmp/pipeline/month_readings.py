"""Reads days and months that are named: "April 25", "Thursday, 25 April 2019", "since March"."""

import re

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.date_patterns import date_shapes, months
from claimcmp.pipeline.date_resolution import (
    Anchor,
    Found,
    format_iso,
    nearest_year,
)
from claimcmp.pipeline.date_tenses import Tense

OTHER_YEAR = re.compile(r",?\s(?:of\s)?(?:that|the\s(?:same|following|next|previous))\syear\b", re.IGNORECASE)
"""After a day or month: its year was named in another sentence."""
NAME = re.compile(r"\s[A-Z][a-z]+")
WORD_BEFORE = re.compile(r"([A-Za-z]+-?)\s?$")
COUPLE = re.compile(r"\s(?:and|or|to|until|through)\s([A-Z]\w+)")
COUPLE_BEFORE = re.compile(r"\b([A-Z]\w+)(?:\s\d{4})?\s(?:and|or|to|until|through)\s\Z")
SHORT = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
NEAR = 20
STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def read_month_and_day(match: re.Match[str], year: int | None, anchor: Anchor | None, tense: Tense) -> list[Found]:
    """Return the day, or both days of a range, that a day and a month name together."""
    month = read_month(match)
    if (
        not is_capitalised(match)
        and year is None
        and match["month"].lower() in read_lexicon("dates")["months"]["words"]
    ):
        return []
    if year is None and (whose := match.groupdict().get("whose")):
        year = anchor.year + STEPS[whose.lower().split()[-1]] if anchor else None
    elsewhere = OTHER_YEAR.match(match.string, match.end()) is not None
    days = [int(re.sub(r"\D", "", match[group])) for group in ("day", "until") if match[group]]
    isos = [
        format_iso(year if year or elsewhere else nearest_year(anchor, month, day, tense), month, day) for day in days
    ]
    if None in isos and year is None:
        isos = [format_iso(None, month, day) for day in days]  # February 29 of another year
    if None in isos:
        return []
    start, end = _trimmed(match)
    if len(isos) == 1:
        return [(start, end, isos[0], "day")]
    return [(start, match.end("day"), isos[0], "day"), (match.start("until"), end, isos[1], "day")]


def read_weekday_date(match: re.Match[str], anchor: Anchor | None, tense: Tense) -> list[Found]:
    """Return a date that its weekday opens ("Thursday, April 25"): one date, not two."""
    for name, shape in date_shapes()["digit" if match.string[match.end()].isdigit() else "april"]:
        date = shape.match(match.string, match.end()) if name in ("month_day_year", "day_month_year") else None
        if date is None:
            continue
        year = int(date["year"]) if date["year"] else None
        if dates := read_month_and_day(date, year, anchor, tense):
            return [(match.start(), *dates[0][1:]), *dates[1:]]
    return []


def read_month_alone(name: str, match: re.Match[str], anchor: Anchor | None, tense: Tense) -> list[Found]:
    """Return a month without a day or year, where it stands as a month and not as a name."""
    if not is_capitalised(match):
        return []
    which = (match.groupdict().get("when") or "").lower()
    if OTHER_YEAR.match(match.string, match.end()):
        anchor = None
    if name == "narrow_month" and not _stands_as_month(match):
        return []
    month = read_month(match)
    if which in ("this", "current"):
        year = anchor.year if anchor else None
    elif which in ("last", "previous") and anchor and anchor.month:
        year = anchor.year - (month >= anchor.month)
    elif which in ("next", "coming"):
        year = nearest_year(anchor, month, None, "ahead")
    else:
        year = nearest_year(anchor, month, None, tense)
    start, end = _trimmed(match)
    return [(start, end, format_iso(year, month), "month")]


def read_month(match: re.Match[str]) -> int:
    """Return the number of the month in a match."""
    return months()[match["month"].lower().rstrip(".")]


def is_capitalised(match: re.Match[str]) -> bool:
    """Say whether the month is written as a name; "may", "march", "jan" in lower case only count with a day."""
    return match["month"][0].isupper()


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Return the span of a match without white space, hyphens, commas or the full stop of a sentence at its end."""
    text = match.group().rstrip(" \t\n\u00a0-,")
    if text.endswith(".") and match["month"].rstrip(".").lower() not in SHORT:
        text = text[:-1]
    return match.start(), match.start() + len(text)


def _stands_as_month(match: re.Match[str]) -> bool:
    lists = read_lexicon("dates")
    before = WORD_BEFORE.search(match.string, max(0, match.start() - NEAR), match.start())
    if before is None:
        return False
    narrow = match["month"].lower() in lists["months"]["words"]
    word = before[1].lower()
    if narrow and word in ("from", "between", "to", "and", "by", "until", "or"):
        return _is_coupled(match)
    if word in (lists["before_month"]["narrow"] if narrow else lists["before_month"]["words"]):
        # A capitalised word after it makes it the first part of a name: "the April Foundation", "for June Osborne".
        return not NAME.match(match.string, match.end()) or word in ("in", "since", "until", "during")
    return word in months() and before[1][0].isupper()


def _is_coupled(match: re.Match[str]) -> bool:
    """Say whether another month goes with it: "from May to September", "between April and May"."""
    after = COUPLE.match(match.string, match.end())
    before = COUPLE_BEFORE.search(match.string, max(0, match.start() - NEAR), match.start())
    return any(found is not None and found[1].lower() in months() for found in (after, before))
