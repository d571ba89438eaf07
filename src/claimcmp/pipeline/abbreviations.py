"""Answers what the full stop after a word does, from the word itself and from the word that follows."""

import re
from enum import Enum

from claimcmp.lexicons import read_lexicon


class Stop(Enum):
    """What a full stop does after an abbreviation; ordinary words have none of these."""

    NEVER_ENDS = "never ends a sentence"
    MAY_END = "ends a sentence if the next word opens one"
    BEFORE_NUMBER = "announces a number or a letter, otherwise as MAY_END"
    BEFORE_NUMBER_OR_WORD = "announces a number or a letter, otherwise it is an ordinary word"
    CLOCK = "ends a sentence that is more than a time of day"


def find_stop(word: str) -> Stop | None:
    """Return what the full stop after ``word`` does, or None if the word is an ordinary one."""
    stop = STOPS.get(word)
    if stop is None and (len(word) == 1 or _ACRONYM.fullmatch(word)) and word[0].isalpha():
        return Stop.MAY_END
    return stop


def opens_sentence(text: str, position: int) -> bool:
    """Tell whether the capitalised word at ``position`` is one that opens sentences rather than continues names."""
    word = _WORD.match(text, position)
    if word is None:
        return False
    stem = word[1]
    # "WHO" and "IT" are organisations and trades, and "I." and "A." are initials.
    if stem.lower() not in _OPENERS or not (stem[1:].islower() or len(stem) == 1):
        return False
    if text.startswith(".", word.end()) and stem.lower() not in _COURTESY:
        return False
    return not text.startswith(_LOOKALIKES, position)


def continues_clock(text: str, position: int) -> bool:
    """Tell whether the word at ``position`` completes a time of day: '5 p.m. EST', '5 p.m. Beijing time'."""
    word = _WORD.match(text, position)
    return word is not None and (word[0] in _CLOCK_CONTINUATIONS or text.startswith(" time", word.end()))


def is_fronted_time(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] is nothing but a time phrase, as in 'Shortly before 5', and so no sentence yet."""
    # A time phrase is short; the limit keeps long sentences from being read again and again.
    return end - start < 60 and all(
        word.strip(",").lower() in _FRONTED or not word.isalpha() or word in _CLOCK_CONTINUATIONS
        for word in text[start:end].split()[:-1]
    )


def _spellings(*tables: list[str]) -> frozenset[str]:
    """Return each entry as written, and one in lower case also capitalised and in upper case."""
    entries = [entry for table in tables for entry in table]
    lower = [entry for entry in entries if entry.islower()]
    return frozenset(entries).union(
        (entry[0].upper() + entry[1:] for entry in lower),
        (entry.upper() for entry in lower),
    )


def _read_stops() -> dict[str, Stop]:
    """Return the behaviour of every abbreviation; of two behaviours the later, more special one holds."""
    stops: dict[str, Stop] = {}
    for table, stop in (
        ("may_end", Stop.MAY_END),
        ("before_number", Stop.BEFORE_NUMBER),
        ("before_number_or_word", Stop.BEFORE_NUMBER_OR_WORD),
        ("never_ends", Stop.NEVER_ENDS),
        ("clock", Stop.CLOCK),
    ):
        lists = {name: entries for name, entries in _TABLES[table].items() if name not in _NOT_ABBREVIATIONS}
        stops |= dict.fromkeys(_spellings(*lists.values()), stop)
    return stops


_TABLES = read_lexicon("abbreviations")
_NOT_ABBREVIATIONS = ("reason", "continuations", "fronted")
_COURTESY = frozenset(_TABLES["openers"]["courtesy"])
_OPENERS = frozenset(word for name, words in _TABLES["openers"].items() if name != "reason" for word in words)
_LOOKALIKES = tuple(_TABLES["opener_lookalikes"]["names"])
_CLOCK_CONTINUATIONS = frozenset(_TABLES["clock"]["continuations"])
_FRONTED = frozenset(_TABLES["clock"]["fronted"])
_ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,6}")
# A contraction counts as its stem: "It's" is "It", "Don't" is "Do".
_WORD = re.compile(r"([^\W\d_]+?)(?:n['’]t|['’][^\W\d_]{1,2})?(?![^\W_])")

STOPS = _read_stops()
EXCLAIMING_NAMES = frozenset(_TABLES["exclaiming_names"]["names"])
LETTER_NOUNS = _spellings(_TABLES["letter_nouns"]["words"])
WEB_ENDINGS = frozenset(_TABLES["web_endings"]["endings"])
REPORTING_VERBS: tuple[str, ...] = tuple(_TABLES["reporting"]["verbs"])
