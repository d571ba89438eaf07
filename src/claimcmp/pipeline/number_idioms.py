"""Reads amounts that open with an article or a vague word: "a dozen", "half a million", "tens of thousands"."""

from collections.abc import Sequence

from claimcmp.pipeline.number_scales import Number, number_words, with_scale, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.pipeline.spelled_fractions import of_scale
from claimcmp.pipeline.spelled_numbers import read_spelled

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
