"""Finds times of day, which are no amounts: "15:05", "at 22.40", "half past eleven", "open until ten"."""

import re
from collections.abc import Iterator
from functools import cache

from claimcmp.lexicons import read_lexicon

HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
MINUTES = "five|ten|twenty|twenty[- ]five|(?:a\\s)?quarter"
DOTTED = r"(?:[01]?\d|2[0-4])\.[0-5]\d"
CLOCK = re.compile(
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|UTC)\b)?"
    r"|\b\d{1,2}(?:\.\d{2})?\s?(?:a\.m\b\.?|p\.m\b\.?|am\b|pm\b)|\b\d{1,2}\s?o['’]clock\b"
    r"|\b\d{4}\s?(?:hours?\s)?(?:GMT|UTC|local time)\b"
    rf"|\b(?:{HOUR})\so['’]clock\b"
    r"|(?:(?<=\bat )|(?<=before )|(?<=after )|(?<=\bby )|(?<=until )|(?<=about )|(?<=around ))"
    rf"(?:\d{{1,2}}(?:[.:]\d{{2}})?|{HOUR})\s(?:in\sthe\s(?:early\s|late\s)?(?:morning|afternoon|evening)|at\snight)\b"
    r"|(?<=\bat )(?:[01]?\d|2[0-3])\.[0-5]\d(?=\s*(?:[,;)]|\.(?!\d)|$|(?:and|the|on|in|when|a|local)\b))"
    r"|\bhttps?://\S+|\bwww\.\S+",
    re.IGNORECASE,
)
# "Half past eleven" is always a time, "twenty to eleven" where it counts down or a word for time stands before it.
SPOKEN = re.compile(
    rf"\b(?P<minutes>half|{MINUTES})\s(?:minutes\s)?(?P<side>past|to)\s(?P<hour>{HOUR}|midnight|noon)\b", re.IGNORECASE
)
AT = re.compile(r"\b(?:at|until|till|since|before|after|about|around)\s\Z", re.IGNORECASE)
BY = re.compile(r"\b(?:by|of|votes?|voted|won|lost|odds|passed)\s\Z", re.IGNORECASE)
# Hours with a full stop, as in Britain: "from 9.30 to 17.00", "until 22.00", "22.00 on Sunday".
BOUNDED = re.compile(
    rf"\b(?:(?:until|till|before|after|since|by)\s(?P<alone>{DOTTED})"
    rf"|(?:from|between)\s(?P<first>{DOTTED})\s(?:to|until|till|and)\s(?P<second>{DOTTED})"
    rf"|(?P<dated>{DOTTED})(?=\son\s(?:[A-Z][a-z]+day|\d{{1,2}}\s[A-Z])))(?!\d|\.\d)",
    re.IGNORECASE,
)
# The hour at which something opens, closes, begins or ends.
HELD = re.compile(rf"\b(?:at|until|till|before|after)\s(?P<hour>{HOUR}|\d\d?)\b(?![.,]\d)", re.IGNORECASE)
FOLLOWER = re.compile(r"\s*(?P<word>[^\W\d_]+|\S|\Z)")
LOOK_BACK = 60
NEAR = 30


def find_clock_times(text: str) -> list[tuple[int, int]]:
    """Return the spans of the times of day in a text, and of web addresses."""
    return sorted({*(match.span() for match in CLOCK.finditer(text)), *_find_spoken(text), *_find_hours(text)})


def _find_spoken(text: str) -> Iterator[tuple[int, int]]:
    for match in SPOKEN.finditer(text):
        at = AT.search(text, max(0, match.start() - NEAR), match.start()) and _ends_there(text, match.end())
        if match["side"].lower() == "past" or at or _counts_down(match):
            yield match.span()


def _counts_down(match: re.Match[str]) -> bool:
    """Say whether "twenty to eleven" is a time, for no range counts down; by so many votes it is none."""
    minutes = match["minutes"].lower().split()[-1]
    return minutes.startswith(("twenty", "quarter")) and not BY.search(match.string, 0, match.start())


def _find_hours(text: str) -> Iterator[tuple[int, int]]:
    for match in BOUNDED.finditer(text):
        if not _ends_there(text, match.end()) or _moves().search(
            text, max(0, match.start() - LOOK_BACK), match.start()
        ):
            continue
        for group in ("alone", "first", "second", "dated"):
            if match[group]:
                yield match.span(group)
    for match in HELD.finditer(text):
        if _held().search(text, max(0, match.start() - NEAR), match.start()) and _ends_there(text, match.end()):
            yield match.span("hour")


def _ends_there(text: str, end: int) -> bool:
    """Say whether nothing that is counted or measured follows: "until 22.00.", not "until 22.00 euros"."""
    follower = FOLLOWER.match(text, end)
    word = follower["word"].lower() if follower else ""
    return not word or (not word[0].isalnum() and word not in "%$€£°") or word in _stops()


@cache
def _moves() -> re.Pattern[str]:
    """Return what finds words of change, near which such figures are levels: "rose from 21.50 to 22.30"."""
    words = [word for word in read_lexicon("quantities")["change"]["words"] if word not in ("up", "down")]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _held() -> re.Pattern[str]:
    words = read_lexicon("quantities")["opening_hours"]["words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b[^.;,]*\Z", re.IGNORECASE)


@cache
def _stops() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["not_nouns"]["stops"])
