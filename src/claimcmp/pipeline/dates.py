"""Finds the dates that a sentence speaks of, without a model.

A range ("2012–15", "April 25-27") gives two dates, one for each end, because every ISO value is a prefix: it stands for
all days that begin with it. So "the 1990s" is ``199``, "19th century" is ``18``, and what a prefix cannot say ("early",
"summer") stays in the text only. "2023/24" is one season, by the year that it begins in. A quarter is ``2019-Q3``. A
relative week is the month that holds all of it.
Dates of citations, times of day and durations are not dates. "Two months later" and "that year" are resolved against
the date before them.
"""

import re
from collections.abc import Sequence

from claimcmp.pipeline.citations import find_citations
from claimcmp.pipeline.date_context import complete_dates
from claimcmp.pipeline.date_patterns import date_shapes
from claimcmp.pipeline.date_readings import read_date
from claimcmp.pipeline.date_resolution import Found, read_anchor
from claimcmp.pipeline.date_tenses import TenseAt, read_tense
from claimcmp.records import DateRef

# A word that may open a date, or a digit that no letter, digit, sign or decimal mark stands before.
OPENER = re.compile(r"(?<![\w.,:/$€£#])['’]?\d|(?<![\w'’-])[A-Za-z]+\d?|(?<=mid-)\d|(?<=pre-)\d|(?<=post-)\d")

SLASHES = re.compile(r"(?<![\w/])(\d\d?)/(\d\d?)/(?:19|20)\d\d(?![\w/])")


def find_dates(
    text: str,
    *,
    published: str | None = None,
    earlier: str | None = None,
    near: Sequence[str] = (),
    day_first: bool | None = None,
    tense_at: TenseAt = read_tense,
    offset: int = 0,
) -> list[DateRef]:
    """Return the dates of a text in order; relative ones are resolved against ``published``.

    A month or day without a year is the latest one up to the publication if that is at most half a year back or the
    verb is of the past, and the next one if what is dated is to come ("will", "is to"): ``tense_at`` tells that.
    Otherwise the date before it tells the year; for the first one that is ``earlier``; ``near`` are all dates shortly
    before the text. ``day_first`` tells how to read
    3/4/2020, where the text does not. Offsets are positions in ``text`` plus ``offset``.
    """
    anchor = read_anchor(published)
    day_first = find_day_first(text) if day_first is None else day_first
    shapes = date_shapes()
    citations = iter(find_citations(text))
    citation = next(citations, None)
    found: list[Found] = []
    position = 0
    for opener in OPENER.finditer(text):
        start, word = opener.start(), opener.group()
        first = word.lower() if word[0].isalpha() else "digit"
        opened = shapes.get("fy" if first.startswith("fy") else first)
        if opened is None or start < position:
            continue
        while citation is not None and citation[1] <= start:
            citation = next(citations, None)
        if citation is not None and citation[0] <= start:
            position = citation[1]
            continue
        for name, shape in opened:
            match = shape.match(text, start)
            if match is None:
                continue
            tense = tense_at(text, start) if anchor else None
            if dates := read_date(name, match, anchor, day_first=day_first, tense=tense):
                found += dates
                position = dates[-1][1]
                break
    return [
        DateRef(text[start:end], offset + start, offset + end, iso, granularity)
        for start, end, iso, granularity in complete_dates(
            text, found, published=published, earlier=earlier, near=near, tense_at=tense_at
        )
    ]


def find_day_first(text: str) -> bool | None:
    """Tell whether dates such as 25/4/2020 have the day first; None where none, or not all, tell."""
    found = SLASHES.findall(text) if "/" in text else ()
    orders = {int(first) > 12 for first, second in found if (int(first) > 12) != (int(second) > 12)}
    return next(iter(orders)) if len(orders) == 1 else None
