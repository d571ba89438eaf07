"""Tells four digits that are a year from four digits that count, measure or label something."""

import re
from functools import cache
from itertools import takewhile

from claimcmp.lexicons import read_lexicon

WORD_BEFORE = re.compile(r"(\w+)['’]?[.)]?[\s-]?$")
NEXT_WORDS = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
LAW_OF = re.compile(r"\b([A-Z][a-z]+) of (?:\w+ )?\Z")
BETWEEN = r"(?:(?!(?:the|an?|and|or|is|was|were|has|had|that|which|who)\b)[\w’'-]+\s)"
OWNER = r"(?:(?:the|an?|its|his|her|their|our)\s)?"
RECALLED = r"(?:(?P<nth>\d+)(?:st|nd|rd|th)\s)?(?:{words})\sof\s{owner}{between}{{0,5}}\Z"
NEAR_WORDS = re.compile(r"(?:\s+[\w’'-]+){1,3}")
SURE_YEARS = range(1900, 2100)


def is_year(text: str, start: int, end: int) -> bool:
    """Say whether the digits at ``start`` are a year in their context.

    Inside 1900-2099 the context must speak against a year, outside it for one. "2000 people" and "1500 troops" are
    amounts, "the 2017 talks" and "in 1648" are years.
    """
    before = WORD_BEFORE.search(text, max(0, start - 20), start)
    word = before[1].lower() if before else ""
    lists = _lists()
    if word in lists["not_before_year"] or text[max(0, start - 2) : start].endswith(
        ("$", "€", "£", "#", "$ ", "£ ", "€ ")
    ):
        return False
    year = int(text[start : start + 4])
    leads = word in lists["before_year"]
    if year not in SURE_YEARS and not leads:
        return False
    after = NEXT_WORDS.match(text, end)
    if after is None:
        return year in SURE_YEARS or word in ("in", "since", "year") or year >= 1500
    first = after[1].lower()
    if first in lists["not_after_year"] or first in lists["measures"] or after[1] in lists["symbols"]:
        return False
    if year not in SURE_YEARS and ((year < 1500 and word not in ("in", "since", "year")) or _is_plural(first)):
        return False
    counts = _is_plural(first) or (after[2] is not None and _is_plural(after[2].lower()) and first.islower())
    return not (counts and year % 50 == 0) and not (first in lists["persons"] and not leads)


def names_law(text: str, start: int, end: int) -> bool:
    """Say whether a year only tells which law or treaty is meant: "the 2015 accord", "the Air Act of 1990"."""
    if (before := LAW_OF.search(text, max(0, start - 40), start)) and before[1].lower() in _lists()["laws"]:
        return True
    behind = NEAR_WORDS.match(text, end)
    words = behind[0].lower().split() if behind else []
    return any(word in _lists()["laws"] for word in takewhile(_belongs, words))


def names_recalled(text: str, start: int, end: int, published: str | None) -> bool:
    """Say whether a year only tells what is commemorated: "the 70th anniversary of the landing in 1945".

    Where the text counts on from that year to a later one than its own, it is the year of the feast.
    """
    match = _recalled().search(text, max(0, start - 90), start)
    if match is None:
        return False
    return published is None or int(text[start:end]) + int(match["nth"] or 1) <= int(published[:4])


@cache
def _recalled() -> re.Pattern[str]:
    words = "|".join(read_lexicon("dates")["recalling"]["words"])
    return re.compile(RECALLED.format(words=words, owner=OWNER, between=BETWEEN), re.IGNORECASE)


def _belongs(word: str) -> bool:
    return word not in _lists()["after_phrase"]


def _is_plural(word: str) -> bool:
    if word in _lists()["persons"]:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and word not in _verbs()
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["not_nouns"]["words"])


@cache
def _lists() -> dict[str, frozenset[str]]:
    dates, quantities = read_lexicon("dates"), read_lexicon("quantities")
    symbols = {symbol for unit in read_lexicon("units")["unit"] for symbol in unit["symbols"] if len(symbol) > 1}
    measures = {word for unit in read_lexicon("units")["unit"] for word in unit["words"]}
    return {
        "before_year": frozenset(dates["before_year"]["words"])
        | frozenset(dates["months"])
        | frozenset(dates["seasons"]["words"]),
        "not_before_year": frozenset(dates["not_before_year"]["words"]),
        "not_after_year": frozenset(dates["not_after_year"]["words"]),
        "laws": frozenset(dates["laws"]["words"]),
        "after_phrase": frozenset(dates["laws"]["after"]),
        "measures": frozenset(
            measures | {f"{word}s" for word in measures} | {"percent", "million", "billion", "dollars", "euros"}
        ),
        "symbols": frozenset(symbols),
        "persons": frozenset(quantities["plurals"]["words"]),
    }
