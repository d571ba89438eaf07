"""Tells whether a text is in English, the only language that claims are found in."""

import re

from claimcmp.words import is_stopword

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_FEWEST_WORDS = 30
"""Fewer words are a heading or a table, in whatever language."""
_FEWEST_ENGLISH = 0.25
"""Of articles in English a third of the words and more hold sentences together, of those in other languages a sixth may
look like such words."""


def note_language(text: str) -> tuple[str, ...]:
    """Return a note where a text seems to be in another language than English."""
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return ()
    held = sum(is_stopword(word.lower()) for word in words)
    return () if held >= _FEWEST_ENGLISH * len(words) else ("seems not to be in English, which claims are found in",)
