"""Reads numbers in words: "two hundred and fifty", "two thirds", "two point five million"."""

from collections.abc import Sequence

from claimcmp.pipeline.number_scales import Number, is_hyphen, is_ordinal, number_words, with_half, with_scale, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.pipeline.spelled_fractions import read_fraction, read_mixed

NOUGHTS = ("nought", "naught")


def read_spelled(tokens: Sequence[Token], index: int, *, opener: float = 0.0) -> Number | None:
    """Read number words from the left: "two hundred and fifty thousand", "twenty-five", "two point five".

    The ``opener`` is what "a" stands for in "a hundred and two".
    """
    words = number_words()
    total, group, scale = 0.0, opener, 1.0
    larger = {word: scale for word, scale in words["scales"].items() if scale > 100}
    last = "ones" if opener else ""
    while index < len(tokens):
        word = tokens[index].lower
        if word in NOUGHTS and last == "":
            last = "ones"
        elif (
            word in words["ones"]
            and last in ("", "tens", "hundred", "scale")
            and not (last == "tens" and words["ones"][word] > 9)
        ):
            if last == "tens" and words["ones"][word] == 0:
                break
            group += words["ones"][word]
            last = "ones"
        elif word in words["tens"] and last in ("", "hundred", "scale"):
            group += words["tens"][word]
            last = "tens"
        elif word == "hundred" and last in ("ones", "tens") and group < 100:
            group *= 100
            last = "hundred"
        elif word in ("dozen", "dozens") and last in ("ones", "tens", "hundred"):
            group *= 12
            last = "hundred"
        elif word in larger and last in ("ones", "tens", "hundred") and (total == 0 or larger[word] < scale):
            scale = words["scales"][word]
            total, group, last = total + group * scale, 0.0, "scale"
        elif word in larger and last == "scale" and not group and larger[word] > scale:
            scale *= larger[word]  # "three lakh crore", "a hundred thousand million"
            total *= larger[word]
        else:
            break
        index += 1
        if (
            (is_hyphen(tokens, index) and _continues(tokens, index + 1, last))
            or (
                word_at(tokens, index) in ("and", "&") and last in ("hundred", "scale") and _is_small(tokens, index + 1)
            )
            or (
                # "three million, two hundred and forty"
                word_at(tokens, index) == ","
                and last == "scale"
                and word_at(tokens, index + 2) in ("hundred", "thousand")
            )
        ):
            index += 1
    value = total + group
    if fraction := read_fraction(tokens, index, value):
        return fraction
    if is_ordinal(tokens, index):
        return None
    if word_at(tokens, index) == "point" and scale == 1 and (decimals := _decimals(tokens, index + 1)):
        digits, end = decimals
        return with_scale(tokens, Number(value + float(f"0.{digits}"), end), money=False)
    if mixed := read_mixed(tokens, index, value):
        return mixed
    if scale > 1 and group:
        scale = 1.0  # "two million three hundred" lends no scale
    halved = with_half(tokens, Number(value, index, scale))
    return with_scale(tokens, halved, money=False) if halved.end > index and scale == 1 else halved


def _continues(tokens: Sequence[Token], index: int, last: str) -> bool:
    words = number_words()
    word = word_at(tokens, index)
    if last == "tens":
        return word in words["scales"] or words["ones"].get(word, 10) in range(1, 10)
    return word in words["scales"] or (
        last in ("hundred", "scale") and (word in words["ones"] or word in words["tens"])
    )


def _is_small(tokens: Sequence[Token], index: int) -> bool:
    words = number_words()
    word = word_at(tokens, index)
    if word not in words["ones"] and word not in words["tens"]:
        return False
    # "two hundred and one third" adds a fraction, which is too rare to tell from "and one third of".
    after = word_at(tokens, index + 1).removesuffix("s")
    return after not in words["denominators"] and not (
        is_hyphen(tokens, index + 1) and word_at(tokens, index + 2).removesuffix("s") in words["denominators"]
    )


def _decimals(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the digits after "point" and the index after them: "two five", "seventy-one", "nought four"."""
    words = number_words()
    found, at = "", index
    while len(found) < 8:
        word = word_at(tokens, at)
        if word in NOUGHTS:
            found += "0"
        elif (digit := words["ones"].get(word)) is not None and (digit < 10 or not found):
            found += str(int(digit))
        elif word in words["tens"] and not found:
            ones = words["ones"].get(word_at(tokens, at + 2), 10) if is_hyphen(tokens, at + 1) else 10
            found, at = str(int(words["tens"][word] + ones % 10)), at + (2 if ones < 10 else 0)
        else:
            break
        at += 1
    return (found, at) if found else None
