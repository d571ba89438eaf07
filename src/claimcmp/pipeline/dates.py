"""Finds the dates that a sentence speaks of, without a model.

A range ("2012–15", "April 25-27") gives two dates, one for each end, because every ISO value is a prefix: it stands for
all days that begin with it. So "the 1990s" is ``199``, "19th century" is ``18``, and what a prefix cannot say ("early",
"summer") stays in the text only. A relative date of a week resolves to the month that holds all of it.
Dates of citations, times of day and durations are not dates; "two months later" has no anchor and stays unresolved.
"""

import re
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.citations import find_citations
from claimcmp.pipeline.date_patterns import ORDINALS, SMALL, TENS, date_shapes, months, weekdays
from claimcmp.pipeline.date_resolution import (
    Anchor,
    format_iso,
    granularity_of,
    nearest_year,
    read_anchor,
    relative_date,
    weekday_date,
)
from claimcmp.pipeline.year_context import is_year
from claimcmp.records import DateRef, Granularity

# A word that may open a date, or a digit that no letter, digit, sign or decimal mark stands before.
OPENER = re.compile(r"(?<![\w.,:/$€£#])['’]?\d|(?<![\w'’-])[A-Za-z]+\d?|(?<=mid-)\d|(?<=pre-)\d|(?<=post-)\d")
CONNECTED = re.compile(r"\s?(?:and|or|to|through|until|till|[-–—,]|,\s?(?:and|or))\s?(?:the\s|early\s|mid-|late\s)?", re.I)
LOOK_BACK = 60
STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}

Found = tuple[int, int, str | None, Granularity]


def find_dates(text: str, *, published: str | None = None, offset: int = 0) -> list[DateRef]:
    """Return the dates of one sentence in order; relative ones are resolved against ``published``.

    A month or day without a year is the latest one up to the publication, or the next one where the words before it
    look ahead ("will", "by"). The offsets are positions in ``text`` plus ``offset``.
    """
    anchor = read_anchor(published)
    citations = find_citations(text)
    found: list[Found] = []
    position = 0
    shapes = date_shapes()
    while opener := OPENER.search(text, position):
        position = opener.end()
        start = opener.start()
        word = opener.group()
        candidates = shapes.get("digit" if word[-1].isdigit() and not word[0].isalpha() else word.lower())
        if candidates is None:
            continue
        inside = next((end for begin, end in citations if begin <= start < end), None)
        if inside is not None:
            position = inside
            continue
        for name, shape in candidates:
            if (match := shape.match(text, start)) and (dates := _read(name, match, anchor)):
                found += dates
                position = max(position, dates[-1][1])
                break
    found = _share_years(text, found)
    return [
        DateRef(text[start:end], offset + start, offset + end, iso, granularity) for start, end, iso, granularity in found
    ]


def _read(name: str, match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    """Return what a matched shape stands for; nothing where its surroundings say that it is no date."""
    start, end = match.span()
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    match name:
        case "iso":
            return _one(match, format_iso(year, *_in_year(int(match["month"]), int(match["day"]))))
        case "slashes":
            return _slashes(match)
        case "year_month":
            if int(match["month"]) == (int(match["year"]) + 1) % 100:
                return []  # "2010-11" is a season or a fiscal year
            return _one(match, format_iso(year, int(match["month"])))
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
        case "month_day_year" | "day_month_year":
            return _month_and_day(match, year, anchor)
        case "weekday_date":
            return _weekday_date(match, anchor)
        case "month_year" | "vague_month_year":
            return _one(match, format_iso(year, _month(match))) if _is_capitalised(match) else []
        case "vague_month" | "narrow_month" | "when_month":
            return _month_alone(name, match, anchor)
        case "when_season":
            return _season(match, anchor)
        case "when_weekday" | "weekday":
            return _weekday(match, anchor)
        case "when_unit":
            return _when_unit(match, anchor)
        case "day_word":
            return _day_word(match, anchor)
        case "the_day":
            return [(start, end, None, "day" if match["unit"].lower() == "day" else _unit_granularity(match["unit"]))]
        case "ago":
            return _ago(match, anchor)
        case _:
            return _one(match, format_iso(year)) if is_year(match.string, start, end) else []


def _one(match: re.Match[str], iso: str | None) -> list[Found]:
    return [(*match.span(), iso, granularity_of(iso))] if iso else []


def _in_year(month: int, day: int) -> tuple[int | None, int | None]:
    return (month, day) if 1 <= month <= 12 else (None, None)


def _month(match: re.Match[str]) -> int:
    return months()[match["month"].lower().rstrip(".")]


def _is_capitalised(match: re.Match[str]) -> bool:
    """Say whether the month is written as a name; "may", "march", "jan" in lower case only count with a day."""
    return match["month"][0].isupper()


def _slashes(match: re.Match[str]) -> list[Found]:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first <= 12 and second <= 12 and first != second:
        # Day and month cannot be told apart; only the year is sure.
        return [(*match.span(), match["year"], "year")]
    month, day = (first, second) if first <= 12 else (second, first)
    return _one(match, format_iso(year, *_in_year(month, day)))


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


def _month_and_day(match: re.Match[str], year: int | None, anchor: Anchor | None) -> list[Found]:
    month = _month(match)
    if not _is_capitalised(match) and year is None and match["month"].lower() in read_lexicon("dates")["months"]["words"]:
        return []
    if year is None and (whose := match.groupdict().get("whose")):
        year = anchor.year + STEPS[whose.lower().split()[-1]] if anchor else None
    days = [int(re.sub(r"\D", "", match[group])) for group in ("day", "until") if match[group]]
    ahead = _looks_ahead(match.string, match.start())
    isos = [
        format_iso(year if year is not None else nearest_year(anchor, month, day, ahead=ahead), month, day) for day in days
    ]
    if None in isos:
        return []
    start, end = _trimmed(match)
    if len(isos) == 1:
        return [(start, end, isos[0], "day")]
    return [(start, match.end("day"), isos[0], "day"), (match.start("until"), end, isos[1], "day")]


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Return the span of a match without white space, hyphens or commas at its end."""
    return match.start(), match.start() + len(match.group().rstrip(" \t\n\u00a0-,"))


def _weekday_date(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    """Return a date that its weekday opens ("Thursday, April 25"): one date, not two."""
    for name, shape in date_shapes()["digit" if match.string[match.end()].isdigit() else "april"]:
        if name in ("month_day_year", "day_month_year") and (date := shape.match(match.string, match.end())):
            if dates := _read(name, date, anchor):
                return [(match.start(), *dates[0][1:]), *dates[1:]]
    return []


def _month_alone(name: str, match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    if not _is_capitalised(match):
        return []
    which = (match.groupdict().get("when") or "").lower()
    if name == "narrow_month" and not _stands_as_month(match):
        return []
    month = _month(match)
    if which in ("this", "current"):
        year = anchor.year if anchor else None
    elif which in ("last", "previous") and anchor and anchor.month == month:
        year = anchor.year - 1
    else:
        ahead = which in ("next", "coming") or (not which and _looks_ahead(match.string, match.start()))
        year = nearest_year(anchor, month, None, ahead=ahead)
    start, end = _trimmed(match)
    return [(start, end, format_iso(year, month), "month")]


def _stands_as_month(match: re.Match[str]) -> bool:
    lists = read_lexicon("dates")
    before = re.search(r"([A-Za-z]+-?)\s?$", match.string[max(0, match.start() - 20) : match.start()])
    if before is None:
        return False
    narrow = match["month"].lower() in lists["months"]["words"]
    word = before[1].lower()
    if word in (lists["before_month"]["narrow"] if narrow else lists["before_month"]["words"]):
        # A capitalised word after it makes it the first part of a name: "the April Foundation", "for June Osborne".
        return not re.match(r"\s[A-Z][a-z]+", match.string[match.end() :]) or word in ("in", "since", "until", "during")
    return word in months() and match.string[before.start(1) + max(0, match.start() - 20)].isupper()


def _season(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    iso = None
    which, season = match["when"].lower(), match["season"].lower()
    if anchor and anchor.month and season != "winter":
        over = anchor.month > {"spring": 5, "summer": 8}.get(season, 11)
        by = {-1: -(not over), 1: int(anchor.month >= {"spring": 3, "summer": 6}.get(season, 9))}.get(STEPS[which], 0)
        iso = f"{anchor.year + by:04d}"
    return [(*match.span(), iso, "year")]


def _weekday(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    if not match["weekday"][0].isupper() or re.match(r"\s[A-Z][a-z]+", match.string[match.end() :]):
        return []  # "Bloody Sunday" and "Good Friday Agreement" are names
    which = (match.groupdict().get("when") or "").lower()
    if not which and re.search(r"\b(?:Bloody|Good|Black|Ash|Super|every|each|on a)\s$", match.string[: match.start()][-12:]):
        return []
    if not which and _looks_ahead(match.string, match.start()):
        which = "next"
    iso = weekday_date(anchor, weekdays()[match["weekday"].lower()], "next" if which == "coming" else which)
    return [(*match.span(), iso, "day")]


def _when_unit(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    before = match.string[max(0, match.start() - 5) : match.start()].lower()
    after = match.string[match.end() : match.end() + 4].lower()
    unit, when = match["unit"].lower(), match["when"].lower()
    # "the last year" and "over the next month" are lengths of time, "this day" and "this century" seldom dates.
    if before.endswith(("the ", "of ", "their ", "his ", "her ", "its ")) and when not in ("this", "current"):
        if not before.endswith("of ") or after.startswith(" of "):
            return []
    if unit in ("day", "century", "centurie"):
        return []
    iso = relative_date(anchor, unit, STEPS[when])
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


def _day_word(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    word = match["word"].lower()
    if match["word"][0].isupper() and re.search(r"[A-Z]\w*\s$", match.string[: match.start()][-12:]):
        return []  # "Russia Today" prints, it does not date
    return [(*match.span(), relative_date(anchor, "day", {"yesterday": -1, "tomorrow": 1}.get(word, 0)), "day")]


def _ago(match: re.Match[str], anchor: Anchor | None) -> list[Found]:
    unit = match["unit"].lower()
    count = _count(match["count"].lower())
    if match["ago"].lower() != "ago" or count is None:
        return [(*match.span(), None, _unit_granularity(unit))]
    iso = relative_date(anchor, "century" if unit == "centurie" else unit, -count)
    return [(*match.span(), iso, _granularity(iso, unit))]


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


def _looks_ahead(text: str, start: int) -> bool:
    return _ahead().search(text, max(0, start - LOOK_BACK), start) is not None


@cache
def _ahead() -> re.Pattern[str]:
    cues = sorted(read_lexicon("dates")["future"]["words"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, cues))})(?!\w)", re.IGNORECASE)


def _share_years(text: str, found: list[Found]) -> list[Found]:
    """Give a month or day that is coupled to a later one with a year ("January and May 2020") that year."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        start, end, iso, granularity = shared[index]
        later = shared[index + 1]
        if granularity not in ("month", "day") or iso is None or later[2] is None or later[2].startswith("--"):
            continue
        if re.search(rf"\b{YEAR_OR_MORE}", text[start:end]) or not re.search(YEAR_OR_MORE, text[later[0] : later[1]]):
            continue
        if later[3] in ("month", "day") and CONNECTED.fullmatch(text, end, later[0]):
            month_and_day = iso[-5:] if granularity == "day" else iso[-2:]
            shared[index] = (start, end, f"{later[2][:4]}-{month_and_day}", granularity)
    return shared


YEAR_OR_MORE = r"(?:1\d|20|21)\d\d"
