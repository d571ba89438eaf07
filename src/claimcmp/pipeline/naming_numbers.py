"""Tells numbers that name or refer ("Resolution 2397", "the 737 MAX", "the two leaders") from numbers that count."""

from collections.abc import Sequence
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.number_scales import is_hyphen, word_at
from claimcmp.pipeline.number_tokens import Token

JOINTS = ("and", "or", "to", ",", "&", "-", "–")
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def names_something(tokens: Sequence[Token], start: int, end: int, *, digits: bool, counted: bool) -> bool:
    """Say whether the number between two token indices is a label or part of a name.

    ``counted`` says that a plural noun follows it.
    """
    if digits:
        return _is_label(tokens, start, end, counted=counted)
    return _is_name(tokens, start, end)


def is_reference(tokens: Sequence[Token], start: int, *, digits: bool) -> bool:
    """Say whether "the two ..." refers to things that were counted before."""
    before = word_at(tokens, start - 1)
    return (
        not digits
        and word_at(tokens, start) in SMALL
        and before in ("the", "these", "those", "our", "their", "its", "both")
    )


def _is_label(tokens: Sequence[Token], start: int, end: int, *, counted: bool) -> bool:
    number = tokens[start]
    after = tokens[end] if end < len(tokens) else None
    if start == 0:
        # "2. Sanctions", "3) Trade", "3.2 Methods" number paragraphs.
        return after is not None and (
            (after.text in ".)" and after.glued and end + 1 < len(tokens))
            or ("." in number.text and after.text[:1].isupper())
        )
    before = tokens[start - 1]
    if before.text in ("'", "’", "‘") and number.glued and len(number.text) == 2 and not counted:
        return True  # "since '82"
    at = start - 2 if before.text in (".", "-", "#") and start > 1 else start - 1
    word = tokens[at]
    if before.text in ("#", "№", "§") or (_labels_it(word) and (word.text[0].isupper() or not counted)):
        return word.lower not in ("no", "nos", "pp", "p", "fig", "vol") or before.text == "." or word.text[0].isupper()
    if (
        before.text == ","
        and start > 2
        and tokens[start - 2].kind == "number"
        and tokens[start - 2].glued
        and number.glued
    ):
        return True
    if start > 2 and before.lower in JOINTS and tokens[start - 2].kind == "number" and _labels_it(tokens[start - 3]):
        return True  # "paragraphs 2 and 3"
    if before.lower == "of" and start > 2 and tokens[start - 2].text[0].isupper() and not counted:
        return True  # "the Group of 20"
    plain = number.text.isdecimal()
    if (
        plain
        and int(number.text) in _models()
        and not (
            after is not None
            and after.text.islower()
            and after.lower
            not in (
                "jets",
                "jet",
                "planes",
                "plane",
                "aircraft",
                "model",
                "line",
                "family",
                "program",
                "programme",
                "airliner",
                "airliners",
                "crisis",
            )
        )
    ):
        return True
    if (
        plain
        and before.lower in ("the", "a", "this", "its")
        and after is not None
        and after.text.isupper()
        and len(after.text) > 1
    ):
        return True
    if not plain or len(number.text) > 4 or end != start + 1:
        return False
    if len(number.text) == 4 and number.text[:2] in ("19", "20") and not counted:
        return True
    # "Lion Air 610", "Windows 10": a name goes before and nothing countable follows.
    return (
        before.kind == "word"
        and before.text[0].isupper()
        and not number.glued
        and start > 1
        and before.lower not in _common_openers()
        and not counted
    )


def _is_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether a number word is a pronoun, an idiom or part of a capitalised name."""
    token = tokens[start]
    before, after = word_at(tokens, start - 1), word_at(tokens, end)
    if token.lower == "one" and end == start + 1:
        if (
            before
            in (
                "no",
                "the",
                "this",
                "that",
                "every",
                "each",
                "any",
                "which",
                "another",
                "some",
                "first",
                "last",
            )
            or not after
        ):
            return True
        if is_hyphen(tokens, end):
            return True
    if token.lower == "zero" and not after:
        return True
    if is_hyphen(tokens, start - 1):
        return True  # "catch-twenty", "forty-two" that was cut
    capitalised = token.text[0].isupper() and start > 0 and tokens[start - 1].text not in ".:;“\"‘'–—("
    if token.text[0].isupper() and not token.text.isupper() and end < len(tokens):
        at = end + 1 if is_hyphen(tokens, end) else end
        follower = tokens[at] if at < len(tokens) else None
        if follower is not None and follower.text[:1].isupper() and (capitalised or follower.lower in _names()):
            return True
    return capitalised and before in ("of", "the", "big", "group")


def _labels_it(word: Token) -> bool:
    return word.lower in _labels() or word.lower.removesuffix("s") in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["labels"]["words"])


@cache
def _names() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["names"]["after"])


@cache
def _models() -> frozenset[int]:
    return frozenset(read_lexicon("quantities")["models"]["numbers"])


@cache
def _stops() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["not_nouns"]["stops"])


@cache
def _common_openers() -> frozenset[str]:
    """Words that are capitalised only because a sentence or a quotation begins."""
    lexicon = read_lexicon("quantities")
    hedges = {
        phrase.split()[-1] for kind, phrases in lexicon["before"].items() if kind != "reason" for phrase in phrases
    }
    return frozenset(hedges) | _stops() | {"some", "another", "other", "more"}
