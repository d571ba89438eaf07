"""Tells where the name of a matter may begin and end, and whether what stands between says enough."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from claimcmp.compare.features.vocabulary import WORD
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim

FEWEST_TELLING = 2
"""One word names no matter: "the bank", "Records of 14,000"."""
_OUTSIDE = " \t\n,;:/–—-("
_OWNER = re.compile(r"['’]s?$")
_PROPER = re.compile(r"[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)+")


def trim_name(name: str, dates: Collection[str] = ()) -> str:
    """Return a name without what only leads to it or hangs behind it: "before the storm of" is "the storm".

    Nor does it begin or end with one of these dates: the sources may differ in it.
    """
    # Before the words, for "May" is a month before it is a verb.
    for date in map(re.escape, dates):
        undated = re.sub(rf"(?<![\w.,/–-]){date}$|^{date}(?![\w.,/–-])", "", name)
        if undated != name:
            return trim_name(undated.strip(), dates)
    words = name.split()
    while words and words[0].casefold() in {*read_words("openers"), "…"}:
        words.pop(0)
    while words and words[-1].casefold() in read_words("openers") | read_words("closers") | {"…"}:
        words.pop()
    trimmed = _OWNER.sub("", " ".join(words)).strip(_OUTSIDE)
    return trimmed if trimmed == name else trim_name(trimmed, dates)


def find_whole(claim: Claim) -> tuple[str, ...]:
    """Return what no name cuts: the amounts and dates of a claim, and its proper names of several words."""
    amounts, dates = (item.text for item in claim.quantities), (item.text for item in claim.dates)
    return tuple(dict.fromkeys([*amounts, *dates, *_PROPER.findall(claim.text)]))


def locate_whole(text: str, whole: Iterable[str]) -> list[tuple[int, int]]:
    """Return where these stand in a text."""
    return [match.span() for piece in whole for match in re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", text)]


def widen(start: int, end: int, places: Collection[tuple[int, int]]) -> tuple[int, int]:
    """Return a stretch with all of what it would cut."""
    for first, last in places:
        if first < end and start < last and not (start <= first and last <= end):
            return widen(min(start, first), max(end, last), places)
    return start, end


def says_enough(name: str, words: Iterable[str], dates: Iterable[str] = ()) -> bool:
    """Tell whether a name holds two of these telling words, dates and bare amounts apart."""
    for date in dates:
        name = name.replace(date, " ")
    telling = set(words) - set(_without_meaning(name))
    return len(telling.intersection(WORD.findall(name))) >= FEWEST_TELLING


@cache
def read_words(table: str) -> frozenset[str]:
    """Return the words of a table of the lexicon."""
    return frozenset(read_lexicon("matters")[table]["words"])


def _without_meaning(name: str) -> Iterator[str]:
    return (word for word in WORD.findall(name) if word[0].isdigit() or word.casefold() in read_words("measures"))
