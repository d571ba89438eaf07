"""Reads parts of a whole in words: "two thirds", "three and a fifth", "three quarters of a million"."""

from collections.abc import Sequence

from claimcmp.pipeline.number_scales import Number, is_hyphen, number_words, word_at
from claimcmp.pipeline.number_tokens import Token


def read_fraction(tokens: Sequence[Token], index: int, top: float) -> Number | None:
    """Read "two thirds", "three-quarters", "five hundredths" after their count; "three quarters" of growth is none."""
    at = index + 1 if is_hyphen(tokens, index) else index
    below = _denominator(tokens, at)
    if below is None or top <= 0:
        return None
    over, end = below
    if (top > 1) != word_at(tokens, end - 1).endswith(("s", "halves")) or (over in (2, 4) and top / over > 2):
        return None
    if is_hyphen(tokens, end) and at == index:
        return None
    number = Number(top / over, end, fraction=True)
    return of_scale(tokens, number)


def read_mixed(tokens: Sequence[Token], index: int, whole: float) -> Number | None:
    """Read "twenty and three fifths": a whole number and a part of one."""
    if word_at(tokens, index) != "and" or whole >= 1000 or not whole:
        return None
    words = number_words()
    top = 1 if word_at(tokens, index + 1) == "a" else words["ones"].get(word_at(tokens, index + 1), 0)
    at = index + 3 if is_hyphen(tokens, index + 2) else index + 2
    below = _denominator(tokens, at) if top else None
    if below is None or below[0] in (2, 4) or top >= below[0] or word_at(tokens, below[1]) == "of":
        return None
    if (top > 1) != word_at(tokens, below[1] - 1).endswith("s"):
        return None
    return Number(whole + top / below[0], below[1])


def of_scale(tokens: Sequence[Token], number: Number) -> Number:
    """Return a part of a scale as a number: "two thirds of a million", "three quarters billion"."""
    scales = number_words()["scales"]
    at = number.end
    if word_at(tokens, at) == "of" and word_at(tokens, at + 1) in ("a", "one"):
        at += 2
    scale = scales.get(word_at(tokens, at))
    if scale is None or scale < 1000:
        return number
    return Number(number.value * scale, at + 1, scale)


def _denominator(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Return what a fraction divides by and the index after it: "thirds", "twenty-fifth"."""
    words = number_words()
    word = word_at(tokens, index)
    tens = words["tens"].get(word)
    if tens and is_hyphen(tokens, index + 1):
        ones = {"first": 1, "second": 2, **words["denominators"]}.get(word_at(tokens, index + 2).removesuffix("s"), 10)
        return (int(tens + ones), index + 3) if ones < 10 and ones not in (0, 10) else None
    plain = word if word == "halves" else word.removesuffix("s")
    over = words["denominators"].get(plain)
    return (over, index + 1) if over else None
