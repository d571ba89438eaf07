"""Completes dates that lean on others: "March 18" after "in 2019", "that year", "five months later", "the next day"."""

import re
from collections.abc import Sequence
from datetime import date

from claimcmp.pipeline.date_patterns import SMALL, YEAR, months, weekdays
from claimcmp.pipeline.date_resolution import (
    Found,
    format_iso,
    granularity_of,
    is_recent,
    read_anchor,
    relative_date,
)
from claimcmp.pipeline.date_tenses import Tense, TenseAt, read_tense
from claimcmp.records import DateRef, Granularity

CONNECTED = re.compile(
    r"\s?(?:and|or|to|through|until|till|[-–—,]|,\s?(?:and|or))\s?(?:the\s|early\s|mid-|late\s)?", re.IGNORECASE
)
ANY_YEAR = re.compile(rf"\b{YEAR}")
NAMED_YEAR = re.compile(rf"\b{YEAR}|\byear\b")
COUNTED_ON = re.compile(r"(?:(\d{1,3})|an?|(\w+))\s(day|week|month|year)s?\s(later|earlier)", re.IGNORECASE)
COUNTED_FROM = re.compile(
    r"(?P<before>(?:\b[\w’'-]+\s)?)(?P<counted>(?:(?P<digits>\d{1,3})|the|an?|(?P<word>[a-z]+))\s(?P<unit>day|week|month|year)(?P<more>s?)"
    r"\s(?P<side>after|from|following|before|prior to)\s)\Z",
    re.IGNORECASE,
)
SPANS = frozenset(
    "the those these first last next past for within than least over under almost nearly about some".split()  # noqa: SIM905
)
"""Words before "two years after 2015" that make it a stretch of time, or leave open how long it was."""
BOUNDS = frozenset({"than", "within"})
NEAREST = 40
"""Characters before a date in which words stand that count from it."""
RELATIVE = re.compile(r"(?:last|this|next|current|previous|coming)\b", re.IGNORECASE)
OTHER_YEAR = re.compile(
    r",?\s(?:of\s|in\s)?(?:that|the\s(?:(same)|(following|next)|(previous)))\syear\b", re.IGNORECASE
)
THAT_UNIT = re.compile(r"(?:that|the\s(?:(same)|(following|next)|(previous)))\s(day|week|month|year)", re.IGNORECASE)
FIRST_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
"""The first day of "3 to 4 March", whose month stands behind."""
PART_OF_YEAR = re.compile(r",?\s(?:(?:at|in|on|by|toward|towards)\s)?(?:the\s(?:end|start|beginning|middle)\sof\s)?")
NUMBERS = dict(zip(SMALL[:12], range(1, 13), strict=True))
PRECISE = ("day", "month", "year")
NEAR = 600
"""Characters over which the month and day of a date still tell the year of another."""
SAME_PASSAGE = 150
"""Characters over which they do so even against the publication."""


def complete_dates(
    text: str,
    found: Sequence[Found],
    *,
    published: str | None,
    earlier: str | None,
    near: Sequence[str] = (),
    tense_at: TenseAt = read_tense,
) -> list[Found]:
    """Return the dates with what the ones before them say; ``earlier`` is the last date before the text.

    ``near`` are all dates shortly before the text: "the same month" and "a week later" mean the last that is precise
    enough. A date that cannot be completed keeps what it has; a mere reference ("the next day") is dropped then.
    """
    completed: list[Found] = []
    said = list(near)
    item: Found | None
    context, place = earlier, 0
    lately = [iso for iso in near if not iso.startswith("--") and len(iso) > len("2020")]
    for item in _share_years(text, found):
        start, end, iso, granularity = item
        if completed and start < completed[-1][1]:
            continue  # the "that year" of "March 3 of that year"
        reach = context if start - place <= NEAR or context is None else context[:4]
        if match := THAT_UNIT.fullmatch(text, start, end):
            item = _follow(match, [reach, *said] if reach else said)
        elif iso is None:
            before = [reach, *said] if reach else list(said)
            day = _find_weekday(text[start:end], before)
            item = (start, end, day or _count_on(text[start:end], before), granularity)
        elif granularity in ("month", "day") and not NAMED_YEAR.search(text, start, end):
            is_near = place > 0 and start - place <= SAME_PASSAGE
            if place == 0 and reach is not None and len(reach) == len("2020"):
                # After "on 10 March 2020" and, beside it, "since 2015", "on 8 March" is of 2020.
                month = iso[2:4] if iso.startswith("--") else iso[5:7]
                reach = next((day for day in reversed(lately) if day[5:7] == month), reach)
            tense = tense_at(text, start) if published else None
            item = _with_year(text, item, reach, published, tense, near=is_near or not is_dated(published))
        if item is None:
            continue
        item = _count_from_date(text, item)
        if completed and _is_part(text, completed[-1], item):
            item = _join(completed.pop(), item)
        completed.append(item)
        if item[2] and item[2][:4].isdigit() and item[3] in PRECISE:
            context, place = item[2], item[1]
        if item[2] and item[3] in PRECISE:
            said.append(item[2])
    return completed


def date_before(dates: Sequence[DateRef], start: int, earlier: str | None = None) -> str | None:
    """Return the last date before a place whose year is told: by itself, or as that of ``earlier``, told before it."""
    for item in reversed(dates):
        if item.end > start or not item.iso or item.granularity not in PRECISE:
            continue
        if ANY_YEAR.search(item.text) or (earlier and item.iso[:4] == earlier[:4]):
            return item.iso
    return None


def dates_before(dates: Sequence[DateRef], start: int) -> list[str]:
    """Return the dates shortly before a place in a document, whatever told their year."""
    near = (item for item in dates if start - NEAR <= item.end <= start)
    return [item.iso for item in near if item.iso and item.granularity in PRECISE]


def _share_years(text: str, found: Sequence[Found]) -> list[Found]:
    """Give a month or day that is coupled to a later one with a year ("January and May 2020") that year."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        start, end, iso, granularity = shared[index]
        later_start, later_end, later_iso, later_granularity = shared[index + 1]
        if granularity not in ("month", "day") or later_granularity not in ("month", "day"):
            continue
        if iso is None or later_iso is None or later_iso.startswith("--") or ANY_YEAR.search(text, start, end):
            continue
        if not CONNECTED.fullmatch(text, end, later_start) or RELATIVE.match(text, start):
            continue
        named = NAMED_YEAR.search(text, later_start, later_end) or shared[index + 1] != found[index + 1]
        rest = iso[-5:] if granularity == "day" else iso[-2:]
        if named or (not iso.startswith("--") and iso > later_iso):
            year = int(later_iso[:4]) - (rest[:2] > later_iso[5:7])  # "from November to May 2020" begins in 2019
            shared[index] = (start, end, f"{year:04d}-{rest}", granularity)
    return shared


def _with_year(
    text: str, item: Found, context: str | None, published: str | None, tense: Tense, *, near: bool
) -> Found:
    """Give a month or day without a year that of the date before it, unless the publication tells it surely."""
    start, end, iso, granularity = item
    if iso is None or (context is None and not OTHER_YEAR.match(text, end)):
        return item
    if match := OTHER_YEAR.match(text, end):
        if context is None:
            return item
        year = int(context[:4]) + (1 if match[2] else -1 if match[3] else 0)
        return (start, match.end(), _in_year(iso, year, granularity), granularity)
    if context is None or not _is_month(text[start:end]):
        return item
    if published and tense == "ahead" and context[:4] < published[:4] + ("" if iso.startswith("--") else "-"):
        return item  # what is to come is not of a year that is over
    if published and tense == "nearest" and not iso.startswith("--") and context[:4] == published[:4]:
        return item  # "last week it agreed to close in August"
    is_told = not iso.startswith("--") and (tense == "ahead" or _is_recent(iso, published, granularity))
    if is_told and (len(context) == 4 or not near or published is None or _is_news(iso, published)):
        return item  # the publication has told the year already
    if len(context) == 4:
        return (start, end, _in_year(iso, int(context), granularity), granularity)
    month, day = (int(iso[-5:-3]), int(iso[-2:])) if granularity == "day" else (int(iso[-2:]), 15)
    pivot = date(int(context[:4]), int(context[5:7]), int(context[8:10] or 15))
    years = sorted((int(context[:4]) + by for by in (0, 1, -1)), key=lambda year: _distance(pivot, year, month, day))
    for year in years:
        resolved = _in_year(iso, year, granularity)
        if resolved and (published is None or resolved[: len(published)] <= published):
            return (start, end, resolved, granularity)
    return item


def _is_news(iso: str, published: str) -> bool:
    """Say whether a day or month is of the publication's last weeks, where news leaves out the year, or still ahead."""
    months_back = 12 * (int(published[:4]) - int(iso[:4])) + int(published[5:7] or 12) - int(iso[5:7])
    return iso[: len(published)] > published or (months_back <= 2 and is_dated(published))


def _is_recent(iso: str, published: str | None, granularity: Granularity) -> bool:
    """Say whether a day or month is so near before the publication that a text may well leave out its year."""
    anchor, (month, *days) = read_anchor(published), map(int, iso.split("-")[1:])
    return anchor is not None and is_recent(anchor, month, days[0] if granularity == "day" else None)


def is_dated(published: str | None) -> bool:
    """Say whether a text is dated to the day, as news is; one of a month or a year goes by the dates that it tells."""
    return published is None or len(published) == len("2020-12-31")


def _distance(pivot: date, year: int, month: int, day: int) -> int:
    return abs((pivot - date(year, month, min(day, 28))).days)


def _in_year(iso: str, year: int, granularity: Granularity) -> str | None:
    rest = iso.split("-")[-2:] if granularity == "day" else iso.split("-")[-1:]
    return format_iso(year, *map(int, rest))


def _is_month(phrase: str) -> bool:
    """Say whether a date names its month: a weekday or "last week" counts from the publication only."""
    words = [word.strip(".,") for word in phrase.lower().replace("-", " ").split()]
    return (any(word in months() for word in words) and not RELATIVE.match(phrase)) or bool(FIRST_DAY.fullmatch(phrase))


def _is_part(text: str, first: Found, second: Found) -> bool:
    """Say whether "last year, at the end of May" is one date."""
    if first[3] != "year" or second[3] not in ("month", "day") or first[2] is None or second[2] is None:
        return False
    if ANY_YEAR.search(text, first[0], first[1]) or NAMED_YEAR.search(text, second[0], second[1]):
        return False
    return PART_OF_YEAR.fullmatch(text, first[1], second[0]) is not None


def _join(year: Found, rest: Found) -> Found:
    return (year[0], rest[1], _in_year(str(rest[2]), int(str(year[2])[:4]), rest[3]), rest[3])


def _count_on(phrase: str, said: Sequence[str]) -> str | None:
    """Resolve "five months later" against the dates before it, as precisely as both are."""
    match = COUNTED_ON.fullmatch(phrase)
    if match is None:
        return None
    count = int(match[1]) if match[1] else NUMBERS.get((match[2] or "one").lower())
    unit = match[3].lower()
    if count is None:
        return None
    return _count_from(said, unit, count if match[4].lower() == "later" else -count)


def _find_weekday(phrase: str, said: Sequence[str]) -> str | None:
    """Resolve "that Thursday" to the one nearest to the last day before it."""
    weekday = weekdays().get(phrase.split()[0].lower())
    last = next((iso for iso in reversed(said) if len(iso) == len("2020-12-31") and not iso.startswith("--")), None)
    if weekday is None or last is None:
        return None
    day = date.fromisoformat(last)
    return relative_date(read_anchor(last), "day", (weekday - day.weekday() + 3) % 7 - 3)


def _count_from_date(text: str, item: Found) -> Found:
    """Return the date that is counted from another: "two weeks after May 4, 2019", "the day before yesterday"."""
    start, end, iso, _ = item
    match = COUNTED_FROM.search(text, max(0, start - NEAREST), start)
    if match is None or iso is None or iso.startswith("--"):
        return item
    count = int(match["digits"]) if match["digits"] else NUMBERS.get((match["word"] or "one").lower())
    several = match["digits"] or match["word"]
    if match["more"] and not several:
        return item  # "the days after May 4"
    if match["side"].lower() == "from" and text[start:end].lower() in weekdays():
        return item  # "a week from Tuesday" counts from one that lies ahead
    before = match["before"].lower().split()
    if count is None or (before and before[-1] in (SPANS if several else BOUNDS)):
        return item
    unit, by = match["unit"].lower(), -count if match["side"].lower() in ("before", "prior to") else count
    anchor = read_anchor(iso[:4] if unit == "year" else iso)
    counted = relative_date(anchor, "day", 7 * by) if unit == "week" else relative_date(anchor, unit, by)
    return (match.start("counted"), end, counted, granularity_of(counted)) if counted else item


def _follow(match: re.Match[str], said: Sequence[str]) -> Found | None:
    """Resolve "that year", "the following month"; None where no date before it is as precise."""
    unit = match[4].lower()
    iso = _count_from(said, unit, 1 if match[2] else -1 if match[3] else 0)
    return (*match.span(), iso, granularity_of(iso)) if iso and unit != "week" else None


def _count_from(said: Sequence[str], unit: str, by: int) -> str | None:
    """Count from the last date that is precise enough for the unit: a week after "in 2015" is no date."""
    for iso in reversed(said):
        if iso.startswith("--"):
            if unit == "year" or (unit != "month" and len(iso) < len("--12-31")):
                continue
            # A date whose year nobody tells is what is meant all the same: "on May 2 ... the same day".
            return (iso if unit == "day" else iso[:4]) if by == 0 else None
        if counted := relative_date(read_anchor(iso[:4] if unit == "year" else iso), unit, by):
            return counted
    return None
