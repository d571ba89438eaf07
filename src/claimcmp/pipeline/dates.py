"""Finds the dates that a sentence speaks of, without a model.

A range ("2012–15", "April 25-27") gives two dates, one for each end, because every ISO value is a prefix: it stands for
all days that begin with it. So "the 1990s" is ``199``, "19th century" is ``18``, and what a prefix cannot say ("early",
"summer") stays in the text only. A quarter is ``2019-Q3``. A relative week is the month that holds all of it.
Dates of citations, times of day and durations are not dates. "Two months later" is resolved only against an earlier
date of the same sentence.
"""

import re

from claimcmp.pipeline.citations import find_citations
from claimcmp.pipeline.date_patterns import SMALL, YEAR, date_shapes
from claimcmp.pipeline.date_readings import read_date
from claimcmp.pipeline.date_resolution import Anchor, Found, read_anchor, relative_date
from claimcmp.records import DateRef

# A word that may open a date, or a digit that no letter, digit, sign or decimal mark stands before.
OPENER = re.compile(r"(?<![\w.,:/$€£#])['’]?\d|(?<![\w'’-])[A-Za-z]+\d?|(?<=mid-)\d|(?<=pre-)\d|(?<=post-)\d")
CONNECTED = re.compile(
    r"\s?(?:and|or|to|through|until|till|[-–—,]|,\s?(?:and|or))\s?(?:the\s|early\s|mid-|late\s)?", re.IGNORECASE
)
ANY_YEAR = re.compile(rf"\b{YEAR}")
NAMED_YEAR = re.compile(rf"\b{YEAR}|\byear\b")
COUNTED_ON = re.compile(r"(?:(\d{1,3})|an?|(\w+))\s(day|month|year)s?\slater", re.IGNORECASE)
NUMBERS = dict(zip(SMALL[:12], range(1, 13), strict=True))


def find_dates(text: str, *, published: str | None = None, offset: int = 0) -> list[DateRef]:
    """Return the dates of one sentence in order; relative ones are resolved against ``published``.

    A month or day without a year is the latest one up to the publication if that is at most half a year back, or the
    next one where the words before it look ahead ("will", "due"). Offsets are positions in ``text`` plus ``offset``.
    """
    anchor = read_anchor(published)
    shapes = date_shapes()
    citations = iter(find_citations(text))
    citation = next(citations, None)
    found: list[Found] = []
    position = 0
    while opener := OPENER.search(text, position):
        start, position = opener.span()
        while citation is not None and citation[1] <= start:
            citation = next(citations, None)
        if citation is not None and citation[0] <= start:
            position = citation[1]
            continue
        word = opener.group()
        first = word.lower() if word[0].isalpha() else "digit"
        first = "fy" if first.startswith("fy") else first
        for name, shape in shapes.get(first, ()):
            if (match := shape.match(text, start)) and (dates := read_date(name, match, anchor)):
                found += dates
                position = max(position, dates[-1][1])
                break
    return [
        DateRef(text[start:end], offset + start, offset + end, iso, granularity)
        for start, end, iso, granularity in _count_on(text, _share_years(text, found))
    ]


def _share_years(text: str, found: list[Found]) -> list[Found]:
    """Give a month or day that is coupled to a later one with a year ("January and May 2020") that year."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        start, end, iso, granularity = shared[index]
        later_start, later_end, later_iso, later_granularity = shared[index + 1]
        if granularity not in ("month", "day") or later_granularity not in ("month", "day"):
            continue
        if iso is None or later_iso is None or later_iso.startswith("--") or ANY_YEAR.search(text, start, end):
            continue
        named = NAMED_YEAR.search(text, later_start, later_end) or shared[index + 1] != found[index + 1]
        if named and CONNECTED.fullmatch(text, end, later_start):
            month_and_day = iso[-5:] if granularity == "day" else iso[-2:]
            shared[index] = (start, end, f"{later_iso[:4]}-{month_and_day}", granularity)
    return shared


def _count_on(text: str, found: list[Found]) -> list[Found]:
    """Resolve "five months later" against the date before it in the sentence, where that is precise enough."""
    counted = list(found)
    for index in range(1, len(counted)):
        start, end, iso, granularity = counted[index]
        before = counted[index - 1][2]
        match = COUNTED_ON.fullmatch(text, start, end) if iso is None and before else None
        if match is None or before is None or not before[:4].isdigit() or len(before) < 4:
            continue
        count = int(match[1]) if match[1] else NUMBERS.get((match[2] or "one").lower())
        anchor = read_anchor(before)
        if count is not None and anchor is not None:
            counted[index] = (
                start,
                end,
                relative_date(_coarse(anchor, match[3]), match[3].lower(), count),
                granularity,
            )
    return counted


def _coarse(anchor: Anchor, unit: str) -> Anchor:
    return Anchor(anchor.year) if unit.lower() == "year" else anchor
