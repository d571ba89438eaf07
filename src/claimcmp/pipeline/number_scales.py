"""Holds what every reading of a number needs: the record, the number words, and the scales that follow a number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.number_tokens import Token

LONGEST_SCALE = 4
"""Tokens: "thousand million" and the hyphens before them."""


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


def with_scale(tokens: Sequence[Token], number: Number, *, money: bool) -> Number:
    """Multiply by the scale words that follow: "3.3 million", "15m", "5-billion", "10 thousand million"."""
    words = number_words()
    index, value, scale = number.end, number.value, number.scale
    last = min(len(tokens), index + LONGEST_SCALE)
    while index < last:
        at = index + 1 if is_hyphen(tokens, index) else index
        token = tokens[at]
        word = token.lower.removesuffix("s") if number.digits else token.lower
        if word in words["scales"] and not is_ordinal(tokens, at + 1):
            factor = words["scales"][word]
        elif token.text in words["short_scales"] and scale == 1 and number.digits:
            factor = words["short_scales"][token.text]
        elif money and token.text in words["money_scales"] and scale == 1 and number.digits:
            factor = words["money_scales"][token.text]
        elif (
            token.text in ("m", "M")
            and scale == 1
            and number.digits
            and token.kind == "word"
            and _counts_millions(tokens, at + 1)
        ):
            factor = 1e6
        else:
            break
        value, scale, index = float(f"{value * factor:.15g}"), scale * factor, at + 1
    low = number.low * scale if number.low is not None else None
    high = number.high * scale if number.high is not None else None
    scaled = Number(value, index, scale, low, high, number.digits, number.fraction)
    halved = with_half(tokens, scaled)
    # "five and a half million"
    return with_scale(tokens, halved, money=money) if halved.end > index and scale == 1 else halved


def _counts_millions(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "m" before this token is a million: "3m people", "2m tonnes", but "a 400m ship", "400m long"."""
    word = word_at(tokens, index)
    if not word or tokens[index].glued or tokens[index].kind != "word":
        return False
    lexicon = read_lexicon("quantities")
    return word in lexicon["plurals"]["words"] or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in lexicon["not_nouns"]["words"]
    )


def with_half(tokens: Sequence[Token], number: Number) -> Number:
    """Add "and a half" and its like: of the scale where there is one ("a million and a half")."""
    at = number.end + 1 if is_hyphen(tokens, number.end) else number.end
    if word_at(tokens, at) != "and":
        return number
    step = 2 if is_hyphen(tokens, at + 1) else 1
    count = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}.get(word_at(tokens, at + step))
    after = at + step + (2 if is_hyphen(tokens, at + step + 1) else 1)
    over = number_words()["denominators"].get(word_at(tokens, after).removesuffix("s"))
    if count is None or over is None or over > 9 or (number.scale == 1 and over not in (2, 4)):
        return number
    return Number(number.value + count / over * number.scale, after + 1, number.scale, digits=number.digits)


def is_ordinal(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the word at ``index``, or after a hyphen there, makes an ordinal of the number before it."""
    at = index + 1 if is_hyphen(tokens, index) else index
    return word_at(tokens, at) in number_words()["ordinals"] and (
        at > index or word_at(tokens, at) not in ("third", "second", "first", "quarter")
    )
