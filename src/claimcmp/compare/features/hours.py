"""Reads at what hours of a day a claim tells that something happened: "in the evening", "at 7:40 a.m."."""

import re
from dataclasses import dataclass
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim

CLOCK = re.compile(
    r"(?:\bat\s)?\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|\bat\s(?P<plain>[01]?\d|2[0-3])[:.](?P<past>[0-5]\d)\b(?!\s?(?:%|percent|million|billion))",
    re.IGNORECASE,
)
NOON = 12
MINUTES = 60
# What happened "at 7" may be told as 7:20.
SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of a day, from ``first`` up to ``last``, as they are printed; over 24 in the night after."""

    text: str
    first: float
    last: float

    def meets(self, other: "Hours") -> bool:
        """Tell whether the two have a time in common."""
        return any(self.first < other.last + shift and other.first + shift < self.last for shift in (0.0, 24.0, -24.0))


def find_hours(claim: Claim) -> tuple[Hours, ...]:
    """Return the hours that a claim names, in their order; a time on the clock before a part of the day."""
    clock = tuple(_read_clock(match) for match in CLOCK.finditer(claim.text))
    if clock:
        return clock
    return tuple(Hours(match.group(1), *_parts()[match.group(1).lower()]) for match in _pattern().finditer(claim.text))


def _read_clock(match: re.Match[str]) -> Hours:
    hour = int(match["plain"] or match["hour"]) + int(match["past"] or match["minute"] or 0) / MINUTES
    if match["half"]:
        hour = hour % NOON + (NOON if match["half"].lower() == "p" else 0)
    return Hours(match.group(), hour - SLACK, hour + SLACK)


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a part of the day that is not every day's."""
    return re.compile(rf"(?<!every )(?<!each )(?<!good )\b({'|'.join(sorted(_parts()))})\b(?!s\b)", re.IGNORECASE)


@cache
def _parts() -> dict[str, tuple[float, float]]:
    return {
        word: (float(first), float(last)) for word, (first, last) in read_lexicon("comparing")["hours"]["parts"].items()
    }
