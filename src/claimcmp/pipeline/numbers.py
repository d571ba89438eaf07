"""Reads one number from the tokens of a sentence: digits, words and mixtures of them."""

import re
from collections.abc import Sequence
from unicodedata import numeric

from claimcmp.pipeline.number_idioms import read_idiom
from claimcmp.pipeline.number_scales import Number, is_hyphen, number_words, with_scale, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.pipeline.spelled_numbers import NOUGHTS, read_spelled

FRACTION_SIGNS = {sign: numeric(sign) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
EXPONENT = re.compile(r"(?:[eE]([-−+]?\d{1,2})|\s?[x×]\s?10\s?\^?\s?([-−+]?\d{1,2}))(?![\w.])")
LONGEST = 18
"""Digits beyond which a row of them is an identifier."""


def read_number(tokens: Sequence[Token], index: int, *, money: bool = False) -> Number | None:
    """Return the number that starts at ``index``; with ``money`` the short scales "m", "b", "t" are read too."""
    token = tokens[index]
    if token.kind == "number":
        return _digits(tokens, index, money=money)
    if token.text in FRACTION_SIGNS:
        return with_scale(tokens, Number(FRACTION_SIGNS[token.text], index + 1, digits=True), money=money)
    if token.kind != "word":
        return None
    words = number_words()
    if token.lower in words["ones"] or token.lower in words["tens"]:
        return read_spelled(tokens, index)
    if token.lower in NOUGHTS and word_at(tokens, index + 1) == "point":
        return read_spelled(tokens, index)
    if token.lower == "hundred" and word_at(tokens, index + 1) in words["scales"]:
        return read_spelled(tokens, index, opener=1.0)
    if (
        token.lower in ("a", "an", "half", "quarter", "several", "few", "couple")
        or token.lower in words["vague_numbers"]
    ):
        return read_idiom(tokens, index)
    if token.lower in words["scales"] and token.lower not in ("hundred", "dozen") and is_hyphen(tokens, index + 1):
        # "billion-dollar" and "million-strong": at least one.
        scale = words["scales"][token.lower]
        return Number(scale, index + 1, scale, low=scale, high=10 * scale)
    return None


def _digits(tokens: Sequence[Token], index: int, *, money: bool) -> Number | None:
    text = tokens[index].text
    plain = "".join(character for character in text if character.isdigit() or character == ".")
    if len(plain) > LONGEST or not plain.isascii():
        return None
    number = _with_exponent(tokens, Number(float(plain), index + 1, digits=True))
    after = word_at(tokens, number.end)
    if after in FRACTION_SIGNS:
        number = Number(number.value + FRACTION_SIGNS[after], index + 2, digits=True)
    elif after == "/" and tokens[index + 1].glued and (over := _integer(tokens, index + 2)) and tokens[index + 2].glued:
        if not _is_fraction(number.value, over):
            return None
        number = Number(number.value / over, index + 3, digits=True)
    elif (
        word_at(tokens, index + 2) == "/"
        and (top := _integer(tokens, index + 1))
        and tokens[index + 2].glued
        and (over := _integer(tokens, index + 3))
        and tokens[index + 3].glued
        and top < over <= 16
    ):
        number = Number(number.value + top / over, index + 4, digits=True)
    return _with_rest(tokens, with_scale(tokens, number, money=money))


def _with_exponent(tokens: Sequence[Token], number: Number) -> Number:
    """Read the power of ten in "1.3e6" and "2.48×10−5"."""
    written = ""
    for token in tokens[number.end : number.end + 5]:
        written += token.text if token.glued else f" {token.text}"
    match = EXPONENT.match(written)
    if match is None:
        return number
    length, end = match.end(), number.end
    while length > 0:
        length -= len(tokens[end].text) + (not tokens[end].glued)
        end += 1
    return Number(float(f"{number.value}e{(match[1] or match[2]).replace('−', '-')}"), end, digits=True)


def _with_rest(tokens: Sequence[Token], number: Number) -> Number:
    """Add what follows a scale in words: "3 hundred and 21", "4 thousand 3 hundred"."""
    if number.scale not in (100, 1000) or word_at(tokens, number.end - 1) not in ("hundred", "thousand"):
        return number
    at = number.end + (word_at(tokens, number.end) == "and")
    if at >= len(tokens) or tokens[at].kind not in ("number", "word") or not tokens[at].free:
        return number
    rest = read_number(tokens, at)
    if rest is None or rest.fraction or rest.low is not None or not 0 < rest.value < number.scale:
        return number
    if at == number.end and rest.end == at + 1:
        return number
    return Number(number.value + rest.value, rest.end, digits=True)


def _integer(tokens: Sequence[Token], index: int) -> int | None:
    if index < len(tokens) and tokens[index].kind == "number" and len(tokens[index].text) <= 4:
        return int(tokens[index].text) if tokens[index].text.isdecimal() and tokens[index].text.isascii() else None
    return None


def _is_fraction(top: float, over: int) -> bool:
    """Say whether "3/4" is one: "24/7", "9/11" and "50/50" are idioms and dates."""
    return top == 1 < over or (0 < top < over and over in (3, 4, 5, 6, 8, 10, 16))
