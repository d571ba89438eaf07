"""Reads at what hours of a day something happened: "in the evening", "shortly after two in the morning"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim

NOON = 12
DAY = 24
MINUTES = 60
LATE = 6
"""From this hour on "at night" is the evening."""
# What happened "at 7" may be told as 7:20, "about 7" as 7:50; who gives the minutes means them.
SLACK = 0.5
MINUTE_SLACK = 5 / MINUTES
# "Shortly after 7" is within the hour.
SHORTLY = 1.0
# "By noon" leaves open how much earlier it was.
OPEN = 12.0


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of a day, from ``first`` up to ``last``, as they are printed; over 24 in the night after."""

    text: str
    first: float
    last: float
    either: bool = False
    """Whether they may as well be those of the other half of the day: "at six o'clock"."""

    def meets(self, other: "Hours") -> bool:
        """Tell whether the two have a time in common."""
        step = NOON if self.either or other.either else DAY
        return any(
            self.first < other.last + shift and other.first + shift < self.last for shift in range(-DAY, DAY + 1, step)
        )


def find_hours(claim: Claim) -> tuple[Hours, ...]:
    """Return the hours that a claim names, in their order; a time on the clock before a part of the day."""
    clock = tuple(hours for match in _clock().finditer(claim.text) if (hours := _read_clock(match)))
    return clock or tuple(map(_read_part, _parts_of_day().finditer(claim.text)))


def _read_clock(match: re.Match[str]) -> Hours | None:
    """Return a time on the clock; None for what only looks like one: "2.15", "two in the morning" of pills."""
    half = re.sub(r"[^a-z]", "", (match["half"] or "").lower())
    sure = half[:2] in {"am", "pm", "oc"}
    if not sure and not (match["lead"] and (half or match["minute"] or match["past"])):
        return None
    named = match["hour"].lower()
    hour = int(named) if named.isdecimal() else _numbers()[named]
    if not hour < DAY:
        return None
    time = float(_put_in_half(hour, half)) + int(match["minute"] or 0) / MINUTES
    if past := (match["past"] or "").lower():
        time += _table()["minutes"][past] / MINUTES * (1 if match["way"].lower() == "past" else -1)
    either = half in {"", "oclock"} and 0 < hour <= NOON and not named.startswith("0")
    slack = MINUTE_SLACK if match["minute"] or match["past"] else SLACK
    about = any(word in _table()["near"] for word in (match["lead"] or "").lower().split())
    first, last = _lean(match["lead"], time, time, slack=max(2 * slack, SLACK) if about else slack)
    return Hours(match.group(), first, last, either)


def _put_in_half(hour: int, half: str) -> int:
    """Return an hour of the clock as one of the day: 21 for nine "in the evening", 2 for two "at night"."""
    if half in {"", "oclock"} or hour > NOON:
        return hour
    late = half.startswith("p") or half.endswith(("afternoon", "evening"))
    if half.endswith("night"):
        late = LATE <= hour < NOON
    return hour % NOON + (NOON if late else 0)


def _read_part(match: re.Match[str]) -> Hours:
    first, last = _table()["parts"][match["part"].lower()]
    return Hours(match.group(), *_lean(match["lead"], float(first), float(last), slack=0.0))


def _lean(lead: str | None, first: float, last: float, *, slack: float) -> tuple[float, float]:
    """Return the hours that "before", "shortly after" or nothing before a time make of it."""
    words = (lead or "").lower().split()
    earlier, later = (bool(words) and words[-1] in _table()[side] for side in ("earlier", "later"))
    reach = SHORTLY if len(words) > 1 else OPEN
    if not earlier and not later:
        return first - slack, last + slack
    return (first - reach, last) if earlier else (first, last + reach)


@cache
def _clock() -> re.Pattern[str]:
    table = _table()
    part = rf"(?:in\sthe\s(?:early\s|late\s)?{_any(table['halves'])}|at\snight)\b"
    half = rf"[ap]\.?m\b\.?|(?:o['’]clock\s)?{part}|o['’]clock\b"
    lead = rf"(?P<lead>{_sides()}|(?:at\s)?{_any(table['near'])}|at)\s"
    past = rf"(?P<past>{_any(table['minutes'])})\s(?P<way>past|to)\s"
    hour = rf"(?P<hour>\d{{1,2}}|{_any(_numbers())})(?:[:.](?P<minute>[0-5]\d))?"
    no_amount = r"(?!\w|[.,:]\d|\s?(?:%|percent|million|billion))"
    return re.compile(rf"\b(?:{lead})?(?:{past})?(?<![\d.,:]){hour}(?:\s?(?P<half>{half})|{no_amount})", re.IGNORECASE)


@cache
def _parts_of_day() -> re.Pattern[str]:
    """Return what finds a part of the day that is not every day's."""
    part = rf"(?<!every )(?<!each )(?<!good )\b(?P<part>{_any(_table()['parts'])})\b(?!s\b)"
    return re.compile(rf"(?:\b(?P<lead>{_sides()})\s)?{part}", re.IGNORECASE)


def _sides() -> str:
    table = _table()
    return rf"(?:{_any(table['shortly'])}\s)?{_any([*table['earlier'], *table['later']])}"


@cache
def _numbers() -> Mapping[str, int]:
    return {
        word: value for word, value in read_lexicon("quantities")["ones"].items() if word != "reason" and value <= NOON
    }


def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = read_lexicon("comparing")["hours"]
    return table


def _any(words: "Mapping[str, Any] | list[str]") -> str:
    return rf"(?:{'|'.join(sorted((re.escape(word) for word in words), key=len, reverse=True))})"
