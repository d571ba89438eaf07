"""Cuts a sentence into the words, numbers and marks that amounts are written with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["number", "word", "money", "mark"]

TOKEN = re.compile(
    r"""
    (?P<number>
        \d{1,3} (?: ,\d{3} )+ (?![\d]) (?: \.\d+ )?
      | \d{1,2} (?: ,\d{2} )+ ,\d{3} (?![\d]) (?: \.\d+ )?
      | \d{1,3} (?: [ \u00a0\u2009\u202f'’]\d{3} ){1,6} (?! \d | [ ,'’\u00a0]\d\d ) (?: \.\d+ )?
      | \d+ (?: \.\d+ )? | (?<![\w.])\.\d+ )
  | (?P<money> (?: U\.S\.\s? | Mex | [A-Z]{1,3} )? \$ | CN¥ | [£€¥₹₽₩₺₴₪₦₱฿₫₸₿₭元] )
  | (?P<word> [^\W\d_]+ (?: ['’][^\W\d_]+ )* )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Token:
    """A word, a number, a sign of money or any other mark, with its place in the sentence."""

    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind
    glued: bool
    """No white space stands between it and the token before."""
    free: bool = True
    """False inside dates, citations and times of day."""


def split_tokens(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """Return the tokens of ``text``; those that begin inside the ``taken`` spans (sorted) are not free."""
    spans = iter(taken)
    span = next(spans, None)
    tokens: list[Token] = []
    last_end = -1
    for match in TOKEN.finditer(text):
        start, end = match.span()
        while span is not None and span[1] <= start:
            span = next(spans, None)
        free = span is None or start < span[0]
        word = match.group()
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        tokens.append(Token(word, word.lower(), start, end, kind, start == last_end, free))
        last_end = end
    return tokens
