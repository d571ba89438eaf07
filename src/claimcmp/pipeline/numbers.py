"""Reads one number from the tokens of a sentence: digits, words and mixtures of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.number_tokens import Token

FRACTION_SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8, "⅜": 3 / 8}
LONGEST = 18
"""Digits beyond which a row of them is an identifier."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number without its unit; ``end`` is the index of the token after it."""

    value: float
    end: int
    scale: float = 1.0
    """What a scale word multiplied it by; the first end of a range may borrow it."""
    low: float | None = None
    high: float | None = None
    """Set for vague numbers ("dozens"), whose extent the words give."""
    digits: bool = False
    fraction: bool = False
    """It is a part of a whole: "two thirds"."""


def read_number(tokens: Sequence[Token], index: int, *, money: bool = False) -> Number | None:
    """Return the number that starts at ``index``; with ``money`` the short scales "m", "b", "t" are read too."""
    token = tokens[index]
    if token.kind == "number":
        return _digits(tokens, index, money=money)
    if token.text in FRACTION_SIGNS:
        return _with_scale(tokens, Number(FRACTION_SIGNS[token.text], index + 1, digits=True), money=money)
    if token.kind != "word":
        return None
    words = number_words()
    if token.lower in words["ones"] or token.lower in words["tens"]:
        return _spelled(tokens, index)
    if token.lower in ("a", "an", "half", "quarter", "several", "few", "couple") or token.lower in words["vague_numbers"]:
        return _idiom(tokens, index)
    if token.lower in words["scales"] and token.lower not in ("hundred", "dozen"):
        # "billion-dollar" and "million-strong": at least one.
        if index + 1 < len(tokens) and tokens[index + 1].text in "-‑" and tokens[index + 1].glued:
            scale = words["scales"][token.lower]
            return Number(scale, index + 1, scale, low=scale, high=10 * scale)
    return None


@cache
def number_words() -> Mapping[str, Any]:
    """Return the tables of number words by name, without their reasons."""
    tables = ("ones", "tens", "scales", "short_scales", "money_scales", "denominators", "vague_numbers", "vague_counts")
    lexicon = read_lexicon("quantities")
    found: dict[str, Any] = {
        name: {word: number for word, number in lexicon[name].items() if word != "reason"} for name in tables
    }
    found["ordinals"] = frozenset(lexicon["ordinals"]["words"])
    return found


def word_at(tokens: Sequence[Token], index: int) -> str:
    """Return the token at ``index`` in lower case, or an empty string outside the sentence."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def is_hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the token at ``index`` is a hyphen between two words without spaces."""
    return (
        0 < index < len(tokens) - 1
        and tokens[index].text in ("-", "‑")
        and tokens[index].glued
        and tokens[index + 1].glued
    )


def _digits(tokens: Sequence[Token], index: int, *, money: bool) -> Number | None:
    text = tokens[index].text
    plain = "".join(character for character in text if character.isdigit() or character == ".")
    if len(plain) > LONGEST or not plain.isascii():
        return None
    number = Number(float(plain), index + 1, digits=True)
    after = word_at(tokens, index + 1)
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
    return _with_scale(tokens, number, money=money)


def _integer(tokens: Sequence[Token], index: int) -> int | None:
    if index < len(tokens) and tokens[index].kind == "number" and len(tokens[index].text) <= 4:
        return int(tokens[index].text) if tokens[index].text.isdecimal() and tokens[index].text.isascii() else None
    return None


def _is_fraction(top: float, over: int) -> bool:
    """Say whether "3/4" is one: "24/7", "9/11" and "50/50" are idioms and dates."""
    return top == 1 < over or (0 < top < over and over in (3, 4, 5, 6, 8, 10, 16))


def _with_scale(tokens: Sequence[Token], number: Number, *, money: bool) -> Number:
    """Multiply by the scale words that follow: "3.3 million", "15m", "5-billion", "10 thousand million"."""
    words = number_words()
    index, value, scale = number.end, number.value, number.scale
    while index < len(tokens):
        at = index + 1 if is_hyphen(tokens, index) else index
        if tokens[at].kind == "money" and at == index and word_at(tokens, at + 1) in words["scales"]:
            at += 1  # "916$ million"
            factor = words["scales"][tokens[at].lower]
            return Number(value * factor, at + 1, scale * factor, number.low, number.high, number.digits)
        token = tokens[at]
        if token.lower in words["scales"] and not _is_ordinal_next(tokens, at + 1):
            factor = words["scales"][token.lower]
        elif token.text in words["short_scales"] and scale == 1 and number.digits:
            factor = words["short_scales"][token.text]
        elif money and token.text in words["money_scales"] and scale == 1 and number.digits:
            factor = words["money_scales"][token.text]
        elif (
            token.text in ("m", "M") and scale == 1 and number.digits and token.kind == "word" and _counts_millions(tokens, at + 1)
        ):
            factor = 1e6
        else:
            break
        value, scale, index = value * factor, scale * factor, at + 1
    low = number.low * scale if number.low is not None else None
    high = number.high * scale if number.high is not None else None
    scaled = Number(value, index, scale, low, high, number.digits, number.fraction)
    return _with_half(tokens, scaled)


def _counts_millions(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "m" before this token is a million: "3m people", "2m tonnes", but "a 400m ship", "400m long"."""
    word = word_at(tokens, index)
    if not word or tokens[index].glued or tokens[index].kind != "word":
        return False
    lexicon = read_lexicon("quantities")
    return word in lexicon["plurals"]["words"] or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in lexicon["not_nouns"]["words"]
    )


def _with_half(tokens: Sequence[Token], number: Number) -> Number:
    """Add "and a half" and its like: of the scale where there is one ("a million and a half")."""
    at = number.end + 1 if is_hyphen(tokens, number.end) else number.end
    if word_at(tokens, at) != "and":
        return number
    step = 2 if is_hyphen(tokens, at + 1) else 1
    count = {"a": 1, "one": 1, "two": 2, "three": 3}.get(word_at(tokens, at + step))
    after = at + step + (2 if is_hyphen(tokens, at + step + 1) else 1)
    over = number_words()["denominators"].get(word_at(tokens, after))
    if count is None or over is None or over > 8:
        return number
    return Number(number.value + count / over * number.scale, after + 1, number.scale, digits=number.digits)


def _is_ordinal_next(tokens: Sequence[Token], index: int) -> bool:
    at = index + 1 if is_hyphen(tokens, index) else index
    return word_at(tokens, at) in number_words()["ordinals"] and (at > index or word_at(tokens, at) not in ("third", "second", "first", "quarter"))


def _spelled(tokens: Sequence[Token], index: int) -> Number | None:
    """Read number words from the left: "two hundred and fifty thousand", "twenty-five", "two point five"."""
    words = number_words()
    start, total, group, scale = index, 0.0, 0.0, 1.0
    last = ""
    while index < len(tokens):
        word = tokens[index].lower
        if word in words["ones"] and last in ("", "tens", "hundred", "scale") and not (last == "tens" and words["ones"][word] > 9):
            if last == "tens" and words["ones"][word] == 0:
                break
            group += words["ones"][word]
            last = "ones"
        elif word in words["tens"] and last in ("", "hundred", "scale"):
            group += words["tens"][word]
            last = "tens"
        elif word in ("hundred", "dozen") and last in ("ones", "tens") and group < 100:
            group *= words["scales"][word]
            last = "hundred"
        elif word in words["scales"] and last in ("ones", "tens", "hundred") and word not in ("hundred", "dozen"):
            scale = words["scales"][word]
            total, group, last = total + group * scale, 0.0, "scale"
        else:
            break
        index += 1
        if is_hyphen(tokens, index) and _continues(tokens, index + 1, last):
            index += 1
        elif word_at(tokens, index) == "and" and last in ("hundred", "scale") and _is_small(tokens, index + 1):
            index += 1
    if _is_ordinal_next(tokens, index):
        return None
    value = total + group
    if fraction := _fraction(tokens, index, value):
        return fraction
    if word_at(tokens, index) == "point" and scale == 1 and (decimals := _decimals(tokens, index + 1)):
        value += float("0." + decimals)
        return _with_scale(tokens, Number(value, index + 1 + len(decimals)), money=False)
    if scale > 1 and group:
        scale = 1.0  # "two million three hundred" lends no scale
    number = Number(value, index, scale)
    del start
    return _with_half(tokens, number)


def _continues(tokens: Sequence[Token], index: int, last: str) -> bool:
    words = number_words()
    word = word_at(tokens, index)
    if last == "tens":
        return word in words["scales"] or words["ones"].get(word, 10) in range(1, 10)
    return word in words["scales"] or (last in ("hundred", "scale") and (word in words["ones"] or word in words["tens"]))


def _is_small(tokens: Sequence[Token], index: int) -> bool:
    words = number_words()
    word = word_at(tokens, index)
    if word not in words["ones"] and word not in words["tens"]:
        return False
    # "two hundred and one third" adds a fraction, which is too rare to tell from "and one third of".
    after = word_at(tokens, index + 1)
    return after not in words["denominators"] and not (is_hyphen(tokens, index + 1) and word_at(tokens, index + 2) in words["denominators"])


def _decimals(tokens: Sequence[Token], index: int) -> str:
    ones = number_words()["ones"]
    found = ""
    while len(found) < 8 and (digit := ones.get(word_at(tokens, index + len(found)))) is not None and digit < 10:
        found += str(int(digit))
    return found


def _fraction(tokens: Sequence[Token], index: int, top: float) -> Number | None:
    """Read "two thirds", "three-quarters" after their count; "three quarters" of growth need not be one."""
    at = index + 1 if is_hyphen(tokens, index) else index
    word = word_at(tokens, at)
    over = number_words()["denominators"].get(word.removesuffix("s") if word != "halves" else word)
    if over is None or not 0 < top <= 20 or (top > 1) != word.endswith("s"):
        return None
    if is_hyphen(tokens, at + 1) and at == index:
        return None
    if top / over > 2:
        return None
    return Number(top / over, at + 1, fraction=True)


def _idiom(tokens: Sequence[Token], index: int) -> Number | None:
    """Read amounts that open with an article or a vague word: "a dozen", "half a million", "tens of thousands"."""
    words = number_words()
    word = tokens[index].lower
    if word in words["vague_numbers"]:
        return _vague(tokens, index)
    if word in ("half", "quarter"):
        return _half(tokens, index)
    after = word_at(tokens, index + 1)
    if word in ("a", "an"):
        if after in words["scales"]:
            return _with_scale(tokens, Number(1.0, index + 1), money=False)
        if after in ("half", "quarter") and (number := _half(tokens, index + 1)):
            return number
        if (over := words["denominators"].get(after)) and over > 2 and _closes_fraction(tokens, index + 2):
            return Number(1 / over, index + 2, fraction=True)
    for length in (3, 2, 1):
        phrase = " ".join(token.lower for token in tokens[index : index + length])
        if phrase in words["vague_counts"]:
            value, low, high = words["vague_counts"][phrase]
            return _with_scale(tokens, Number(value, index + length, low=low, high=high), money=False)
    return None


def _vague(tokens: Sequence[Token], index: int) -> Number | None:
    """Read "dozens", "hundreds of thousands", "tens of millions"."""
    vague = number_words()["vague_numbers"]
    word = tokens[index].lower
    if word in ("scores", "tens", "thousands", "hundreds", "dozens", "millions", "billions", "trillions"):
        value, low, high = vague[word]
        if word_at(tokens, index + 1) == "of" and (times := word_at(tokens, index + 2)) in vague and times not in ("tens", "scores", "dozens"):
            scale = number_words()["scales"][times.removesuffix("s")]
            return Number(value * scale, index + 3, scale, low * scale, high * scale)
        if word == "tens" or (word == "scores" and word_at(tokens, index + 1) != "of"):
            return None
        return Number(value, index + 1, 1.0, low, high)
    return None


def _half(tokens: Sequence[Token], index: int) -> Number | None:
    """Read "half a million", "a quarter of a million", "half an hour", "half of"."""
    words = number_words()
    part = 0.5 if tokens[index].lower == "half" else 0.25
    at = index + 1
    if word_at(tokens, at) == "of" and word_at(tokens, at + 1) in ("a", "an"):
        at += 1
    article = word_at(tokens, at) in ("a", "an")
    scale = words["scales"].get(word_at(tokens, at + article))
    if scale:
        return Number(part * scale, at + article + 1, scale)
    if word_at(tokens, index - 1) in ("first", "second", "other", "latter", "former", "that", "this", "last", "better", "next", "final", "each", "either", "top", "bottom", "lower", "upper"):
        return None
    if article and part == 0.5 and at == index + 1:
        return Number(part, at + 1)  # "half a mile": the unit decides
    if part == 0.5 and (word_at(tokens, index + 1) in ("the", "its", "their", "his", "her", "our", "all", "those", "these") or _closes_fraction(tokens, index + 1)):
        return Number(part, index + 1, fraction=True)
    if part == 0.25 and word_at(tokens, index - 1) == "a" and _closes_fraction(tokens, index + 1):
        return Number(part, index + 1, fraction=True)
    return None


def _closes_fraction(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a fraction may end here: "a third of", "a fifth more", not "a third party", "a quarter later"."""
    return word_at(tokens, index) in ("of", "more", "less", "higher", "lower", "smaller", "larger", "fewer", "as")
