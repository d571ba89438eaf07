"""Holds the shapes in which English prose writes dates, built from the lexicon."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from claimcmp.lexicons import read_lexicon

YEAR = r"(?:1\d|20|21)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
DASH = r"\s?[-–—/]\s?"
CLOSED = r"(?![\w%$€£°]|[.,:/]\d|[-–—]\d)"
"""After a date: not the front of a longer number."""

SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
TENS = dict(zip(SMALL[19:], range(20, 100, 10), strict=True))


@cache
def months() -> Mapping[str, int]:
    """Return the number of every month's name and abbreviation."""
    return {name: number for name, number in read_lexicon("dates")["months"].items() if isinstance(number, int)}


@cache
def weekdays() -> Mapping[str, int]:
    """Return the number of every weekday's name and abbreviation; Monday is 0."""
    lists = read_lexicon("dates")["weekdays"]
    short = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
    return {
        **{day: number for number, day in enumerate(lists["full"])},
        **{day: short[day[:3]] for day in lists["short"]},
    }


@cache
def date_shapes() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the named shapes to try, in order, for each kind of first word: ``digit`` or the word in lower case."""
    month = _any([*months()], dot=True)
    lists = read_lexicon("dates")
    full = _any(lists["weekdays"]["full"])
    weekday = rf"(?P<weekday>{full}|{_any(lists['weekdays']['short'], dot=True)})"
    season = _any(lists["seasons"]["words"])
    part = rf"(?:\s(?P<part>{_any(lists['parts_of_day'])})\b)?"
    year = rf"(?P<year>{YEAR}){CLOSED}"
    tail = rf"(?:\s?,?\s(?:of\s|in\s)?{year}|,?\s(?P<whose>this|last|next|of last|of this|of next)\syear\b)?"
    ordinal = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"
    when = r"(?P<when>last|this|next|current|previous|coming)(?:\scoming)?"
    ago = r"(?P<ago>ago|hence|later|earlier|from\snow|from\stoday)\b"
    unit = r"(?P<unit>day|week|weekend|month|quarter|year|decade|century|centurie)"
    day_month = (
        rf"(?P<day>{DAY})(?:\s?(?:[-–—]|and|or|to|through|until)\s?(?P<until>{DAY}))?"
        rf"[\s-](?:of\s)?(?P<month>{month})(?![\w'’])"
    )
    month_day = (
        rf"(?P<month>{month})[\s-](?:the\s)?(?P<day>{DAY})(?![\d%$€£]|[.,:/]\d|[a-z]|\s(?:per|p\.?m|a\.?m)\b|\s?percent)"
        rf"(?:(?:\s?[-–—]\s?|\s(?:and|or|to|through|until)\s)(?P<until>{DAY})(?!\d|[.,]\d|[a-z]|\s?percent|\s{month}\b))?"
    )
    month_year = rf"(?P<month>{month})(?:,|\sof)?[\s-]{year}"
    spelled, late = (_any(words).replace(r"\-", r"[\s-]") for words in (DAY_WORDS, DAY_WORDS[10:]))
    vague = r"(?:the\s)?(?P<vague>early|mid|late|the beginning of|the end of|the start of)[\s-](?:the\s)?"
    shapes = {
        "iso": rf"(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?!\d|[-/.]\d)",
        "slashes": rf"(?P<first>\d\d?)(?P<sep>[-/.])(?P<second>\d\d?)(?P=sep)(?P<year>{YEAR})(?!\d|[-/.]\d)",
        "year_month": rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])(?!\w|[-–/.]\d)",
        "season": rf"(?P<year>{YEAR})\s?/\s?(?P<until>(?:1\d|20|21)\d\d|\d\d)(?!\w|%|[-–/.,]\d)",
        "years": rf"(?P<year>{YEAR})(?:{DASH})(?P<until>(?:1\d|20|21)\d\d|\d\d)(?!\w|%|[-–/.,]\d)",
        "decade": r"(?P<decade>(?:1\d|20|21)\d0)['’]?s(?!\w)",
        "short_decade": r"['’]?(?P<decade>[2-9]0)s(?!\w)",
        "century": r"(?P<century>\d\d?)(?:st|nd|rd|th)(?:\s+|-)century\b",
        "year_quarter": rf"Q(?P<quarter>[1-4])(?:[\s,-]|\sof\s){year}",
        "half": rf"H(?P<half>[12])\s{year}",
        "fiscal": rf"FY[\s-]?{year}",
        "short_fiscal": rf"FY[\s-]?['’]?(?P<short>[0-4]\d){CLOSED}",
        "ordinal_quarter": rf"(?:the\s)?{ordinal}[\s-]quarter(?:\sof|,)?(?:\sthe)?(?:\syear)?\s"
        rf"(?:{year}|{when}\syear\b)",
        "month_day_year": rf"{month_day}{tail}",
        "day_month_year": rf"(?:the\s)?{day_month}"
        rf"(?:(?:,?\s(?:of\s|in\s)?|-)(?:{year}|(?P<whose>this|last|next)\syear\b))?",
        "weekday_date": rf"{weekday},?\s(?:the\s)?(?=\d|{month}\b)",
        "month_year": month_year,
        "month_whose": rf"(?P<month>{month})\s(?:of\s)?(?P<whose>this|last|next)\syear\b",
        "season_year": rf"(?P<season>{season})(?:\sof|,)?\s{year}",
        "nth_weekday": rf"(?:the\s)?{ordinal}\s(?P<weekday>{full})\s(?:of|in)\s"
        rf"(?:(?P<month>{month})(?:(?:,|\sof)?\s{year})?|(?:the\s)?(?P<when>this|last|next|previous)\smonth)\b",
        "day_of_when": rf"(?:the\s)?(?P<day>{DAY})(?:\sday)?\sof\s(?P<when>this|last|next)\smonth\b",
        "spelled_day": rf"(?:the\s)?(?P<spelled>{spelled})\sof\s(?P<month>{month})(?:(?:,|\sof)?\s{year})?",
        "month_spelled": rf"(?P<month>{month})\s(?:the\s(?P<spelled>{spelled})|(?P<late>{late}))(?![\w-])"
        rf"(?:,?\s{year})?",
        "after_next": r"the\s(?P<unit>week|weekend|month|year)\s(?P<side>after|before)\s(?:the\s)?(?:next|last)\b",
        "week_weekday": rf"(?P<when>this|last|next)\sweek,?\s(?:on\s)?(?P<weekday>{full})\b{part}",
        "when_season": rf"{when}\s(?P<season>{season})\b",
        "when_month": rf"{when}\s(?P<month>{month})\b(?![\s-]\d)",
        "when_weekday": rf"(?P<when>last|this|next|coming)\s(?P<weekday>{full})\b{part}",
        "weekday_of_week": rf"(?P<weekday>{full})\s(?:of\s)?(?P<when>this|last|next)\sweek\b",
        "weekday": rf"(?P<weekday>{full})\b{part}",
        "when_unit": rf"(?:(?P<vague>earlier|later|early|late|mid)[\s-])?{when}\s{unit}(?![\w-])",
        "day_word": rf"(?:(?P<vague>early|late|earlier|later)\s)?"
        rf"(?P<word>yesterday|today|tonight|tomorrow)\b{part}(?!['’]s\b)",
        "this_part": r"this\s(?:morning|afternoon|evening)\b",
        "ago": rf"(?P<count>\d{{1,3}}|an?|half\sa|{_number_words()})\s{unit}s?\s{ago}(?!\sthan)",
        "that_unit": r"(?:that|the\s(?:same|following|next|previous))\s(?:day|month|year)\b(?!['’-])",
        "narrow_month": rf"(?P<month>{month})\b(?![\s-]\d)",
        "vague_year": rf"{vague}{year}",
        "vague_month": rf"{vague}(?P<month>{month})\b(?![\s-]\d)",
        "vague_month_year": rf"{vague}{month_year}",
        "vague_decade": rf"{vague}(?P<decade>(?:1\d|20|21)\d0)['’]?s(?!\w)",
        "vague_century": rf"{vague}(?P<century>\d\d?)(?:st|nd|rd|th)(?:\s+|-)century\b",
        "word_century": rf"(?P<spelled>{_any(ORDINALS)})[\s-]century\b",
        "bare_year": rf"(?P<year>{YEAR})(?!\w|%|[.,/]\d|[-–—]\d|[°$€£])",
    }
    compiled = {name: re.compile(shape, re.IGNORECASE) for name, shape in shapes.items()}
    return {first: tuple((name, compiled[name]) for name in names.split()) for first, names in _first_words().items()}


ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
TEENS = ("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth")
DAY_WORDS = (
    *(*ONES, "tenth", *TEENS, "nineteenth", "twentieth"),
    *(*(f"twenty-{word}" for word in ONES), "thirtieth", "thirty-first"),
)
ORDINALS = ("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first")


def _first_words() -> dict[str, str]:
    lists = read_lexicon("dates")
    ago = "ago"
    of_month = "month_spelled month_day_year month_year month_whose narrow_month"
    first: dict[str, str] = {
        "digit": "iso slashes year_month season years decade short_decade century nth_weekday day_of_when"
        " day_month_year ago bare_year",
        "that": "that_unit",
        "the": "that_unit after_next nth_weekday day_of_when spelled_day day_month_year"
        " ordinal_quarter vague_month_year vague_month vague_year vague_decade vague_century",
        "yesterday": "day_word",
        "today": "day_word",
        "tonight": "day_word",
        "tomorrow": "day_word",
        "half": ago,
        "a": ago,
        "an": ago,
    }
    for word in ("q1", "q2", "q3", "q4"):
        first[word] = "year_quarter"
    for word in ("h1", "h2"):
        first[word] = "half"
    first["fy"] = "fiscal short_fiscal"
    for word in ("first", "second", "third", "fourth"):
        first[word] = "ordinal_quarter nth_weekday spelled_day"
    for word in ("early", "mid", "late", "earlier", "later"):
        first[word] = "vague_month_year vague_month vague_year vague_decade vague_century when_unit day_word"
    for word in ("last", "this", "next", "current", "previous", "coming"):
        first[word] = "week_weekday when_season when_month when_weekday when_unit"
    first["this"] += " this_part"
    for word in SMALL:
        first[word] = ago
    for word in DAY_WORDS[4:20]:
        first[word] = "word_century spelled_day" if word in ORDINALS else "spelled_day"
    first |= {"twenty": "word_century spelled_day ago", "thirty": "spelled_day ago", "thirtieth": "spelled_day"}
    for word in lists["seasons"]["words"]:
        first[word] = "season_year"
    for word in weekdays():
        first[word] = "weekday_date weekday_of_week weekday" if word in lists["weekdays"]["full"] else "weekday_date"
    for word in months():
        first[word] = of_month
    return first


def _number_words() -> str:
    return rf"(?:{'|'.join(TENS)})-(?:{'|'.join(SMALL[:9])})|{_any(SMALL)}"


def _any(words: Iterable[str], *, dot: bool = False) -> str:
    joined = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return rf"(?:{joined})(?:\b\.?)" if dot else rf"(?:{joined})"
