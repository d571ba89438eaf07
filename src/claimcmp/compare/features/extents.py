"""Tells of how much of something a claim speaks: of all traffic, of nearly all, of half of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.statements import find_wording
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms


@dataclass(frozen=True, slots=True)
class Extent:
    """Which part of what is meant, as the least and the largest share, with the words as they are printed."""

    text: str
    of: frozenset[str]
    """The base forms of the noun."""
    low: float
    high: float

    def meets(self, other: "Extent") -> bool:
        """Tell whether the two may be one share."""
        return self.low <= other.high and other.low <= self.high


def find_extents(claim: Claim) -> Iterator[Extent]:
    """Yield the shares that a claim gives in words, each with its noun."""
    text, _ = find_wording(claim)
    for match in _pattern().finditer(text):
        low, high = _shares()[" ".join(match["share"].lower().split())]
        yield Extent(match.group(), find_base_forms(match["noun"]), low, high)


@cache
def _pattern() -> re.Pattern[str]:
    shares = "|".join(word.replace(" ", r"\s+") for word in sorted(_shares(), key=len, reverse=True))
    noun = r"\s+(?:of\s+)?(?:(?:the|its|their|his|her|our)\s+)?(?P<noun>[^\W\d_]+)"
    apart = "".join(rf"(?<!\b{word} )" for word in ("at", "after", "above", "not", "nearly", "almost"))
    return re.compile(rf"{apart}\b(?P<share>{shares}){noun}", re.IGNORECASE)


@cache
def _shares() -> dict[str, tuple[float, float]]:
    table = read_lexicon("comparing")["extents"]["shares"]
    return {word: (float(low), float(high)) for word, (low, high) in table.items()}
