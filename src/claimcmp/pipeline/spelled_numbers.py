"""Reads numbers in words: "two hundred and fifty", "half a million", "two thirds", "tens of thousands"."""

from collections.abc import Sequence

from claimcmp.pipeline.number_scales import Number, is_hyphen, is_ordinal, number_words, with_half, with_scale, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.pipeline.spelled_fractions import of_scale, read_fraction, read_mixed

NOUGHTS = ("nought", "naught")
HALVED = (
    "the",
    "its",
    "their",
    "his",
    "her",
    "our",
    "all",
    "those",
    "these",
    "would",
    "were",
    "are",
    "have",
    "had",
    "said",
    "leave",
)


ENDINGS = frozenset(
    {
        *("", ".", ",", ";", ")", "in", "to", "since", "from", "at", "on", "and", "or", "over", "during", "between"),
        *("after", "before", "last", "this", "when", "while", "as", "with", "by", "for", "against", "compared", "but"),
        *("because", "within", "under", "through", "until", "if"),
    }
)
"""What may stand behind a fraction that is no ordinal: "fell by a third last year"."""


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


def read_idiom(tokens: Sequence[Token], index: int) -> Number | None:
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
            return read_spelled(tokens, index + 1, opener=1.0)
        if after in ("half", "quarter") and (number := _half(tokens, index + 1)):
            return number
        if (over := words["denominators"].get(after)) and over > 2 and _closes_fraction(tokens, index + 2):
            return of_scale(tokens, Number(1 / over, index + 2, fraction=True))
    for length in (3, 2, 1):
        phrase = " ".join(token.lower for token in tokens[index : index + length])
        if phrase in words["vague_counts"]:
            value, low, high = words["vague_counts"][phrase]
            return with_scale(tokens, Number(float(value), index + length, low=low, high=high), money=False)
    return None


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


def _vague(tokens: Sequence[Token], index: int) -> Number | None:
    """Read "dozens", "hundreds of thousands", "tens of millions"."""
    vague = number_words()["vague_numbers"]
    word = tokens[index].lower
    if word in ("scores", "tens", "thousands", "hundreds", "dozens", "millions", "billions", "trillions"):
        value, low, high = vague[word]
        if (
            word_at(tokens, index + 1) == "of"
            and (times := word_at(tokens, index + 2)) in vague
            and times not in ("tens", "scores", "dozens")
        ):
            scale = number_words()["scales"][times.removesuffix("s")]
            return Number(float(value * scale), index + 3, scale, low * scale, high * scale)
        if word == "tens" or (word == "scores" and word_at(tokens, index + 1) != "of"):
            return None
        return Number(float(value), index + 1, 1.0, low, high)
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
    if word_at(tokens, index - 1) in (
        "first",
        "second",
        "other",
        "latter",
        "former",
        "that",
        "this",
        "the",
        "last",
        "better",
        "next",
        "final",
        "each",
        "either",
        "top",
        "bottom",
        "lower",
        "upper",
    ):
        return None
    if article and part == 0.5 and at == index + 1:
        return Number(part, at + 1)  # "half a mile": the unit decides
    if part == 0.5 and (word_at(tokens, index + 1) in HALVED or _closes_fraction(tokens, index + 1)):
        return Number(part, index + 1, fraction=True)
    if part == 0.25 and word_at(tokens, index - 1) == "a" and _closes_fraction(tokens, index + 1):
        return Number(part, index + 1, fraction=True)
    return None


def _closes_fraction(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a fraction may end here: "a third of", "a fifth more", not "a third party", "a quarter later"."""
    word = word_at(tokens, index)
    if word in ("of", "more", "less", "higher", "lower", "smaller", "larger", "fewer"):
        return True
    # "cut by a third.", "nearly a fifth, he said"
    start = index - 2 if word_at(tokens, index - 2) in ("a", "an") else index - 1
    return (
        word_at(tokens, start - 1)
        in (
            "by",
            "about",
            "nearly",
            "almost",
            "than",
            "over",
            "roughly",
            "only",
            "least",
        )
        and word in ENDINGS
    )
