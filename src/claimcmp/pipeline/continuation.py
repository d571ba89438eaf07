"""Tells whether a sentence continues the matter of the sentence before it by reference."""

import re
from functools import cache

from claimcmp.lexicons import read_lexicon


def find_back_reference(text: str) -> tuple[int, int] | None:
    """Return where in ``text`` it refers back to the sentence before it, if it does.

    A pronoun at the head counts ("It envisaged three stages."), an expletive does not ("It is likely that ...").
    """
    opener = _opener().match(text)
    begin = opener.end() if opener else 0
    subject = _subject().match(text, begin)
    if subject and not _expletive().match(text, subject.end()):
        return subject.span(1)
    if len(text.split()) <= read_lexicon("continuation")["back"]["longest"]:
        for pattern in _back():
            if match := pattern.search(text, begin):
                return match.span()
    return None


def longest_chain() -> int:
    """Return how many sentences in a row may carry a topic."""
    longest: int = read_lexicon("continuation")["chain"]["longest"]
    return longest


@cache
def _opener() -> re.Pattern[str]:
    words = sorted(read_lexicon("continuation")["openers"]["words"], key=len, reverse=True)
    return re.compile(rf"\W*(?:(?:{'|'.join(map(re.escape, words))})\b,?\s+){{0,2}}", re.IGNORECASE)


@cache
def _subject() -> re.Pattern[str]:
    words = read_lexicon("continuation")["subjects"]["words"]
    return re.compile(rf"({'|'.join(words)})\s+", re.IGNORECASE)


@cache
def _expletive() -> re.Pattern[str]:
    return re.compile("|".join(read_lexicon("continuation")["expletives"]["patterns"]), re.IGNORECASE)


@cache
def _back() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in read_lexicon("continuation")["back"]["patterns"])
