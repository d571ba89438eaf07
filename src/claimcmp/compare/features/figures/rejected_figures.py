"""Tells where a claim sets its own figure against one that it does not hold: "5 million rather than the 3 admitted"."""

import re
from functools import cache

from claimcmp.compare.features.figures.denials import find_denial
from claimcmp.compare.features.figures.numbers import is_comparable
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity

# Between the word and its amount: "rather than only the alleged".
BETWEEN = r"\s+(?:(?:the|a|an|its|their|his|her|our|some|about|only|just|mere|official|alleged|supposed)\s+)*$"
LONGEST_HOLDER = 4
"""Words between an amount and the verb by which somebody holds it: "the 5 people that the local police admit"."""


def find_rejection(claim: Claim, quantity: Quantity) -> str:
    """Return the words by which a claim sets an amount aside, or nothing.

    "Rather than 5" does so always, "more than the 5" only where somebody else claims those 5.
    """
    match = _contrasting().search(claim.text[: quantity.start - claim.start])
    return match["cue"] if match else find_miss(claim, quantity)


def find_miss(claim: Claim, quantity: Quantity) -> str:
    """Return the words by which a claim says of an amount, whatever else it gives, that it is wrong, or nothing."""
    before, behind = claim.text[: quantity.start - claim.start], claim.text[quantity.end - claim.start :]
    match = _missing().search(before) or (_exceeding().search(before) if _held().match(behind) else None)
    return match["cue"] if match else ""


def list_held(claim: Claim) -> tuple[Quantity, ...]:
    """Return the amounts of a claim without those that it sets aside, or denies, for another one that it gives."""
    set_aside = [item for item in claim.quantities if find_rejection(claim, item) or find_denial(claim, item)]
    held = [item for item in claim.quantities if item not in set_aside]
    return tuple(
        item for item in claim.quantities if item in held or not any(is_comparable(item, other) for other in held)
    )


@cache
def _contrasting() -> re.Pattern[str]:
    words = _join(read_lexicon("comparing")["rejected"]["contrasting"])
    return re.compile(rf"\b(?P<cue>{words}){BETWEEN}", re.IGNORECASE)


@cache
def _missing() -> re.Pattern[str]:
    words = _join(read_lexicon("comparing")["rejected"]["missing"])
    return re.compile(rf"\b(?P<cue>{words}){BETWEEN}", re.IGNORECASE)


@cache
def _exceeding() -> re.Pattern[str]:
    words = _join(read_lexicon("comparing")["rejected"]["exceeding"])
    return re.compile(rf"\b(?P<cue>(?:{words})\s+than){BETWEEN}", re.IGNORECASE)


@cache
def _held() -> re.Pattern[str]:
    """Return what matches words by which an amount is somebody's: "that the owner admits", "claimed by the union"."""
    words = read_lexicon("comparing")["rejected"]["holding"]
    present, past = _join([form for verb in words["verbs"] for form in (verb, f"{verb}s")]), _join(words["participles"])
    return re.compile(
        rf"\s*(?:[\w-]+\s+)?(?:(?:that|which)\s+)?(?:[\w’'-]+\s+){{1,{LONGEST_HOLDER}}}?(?:{present}|{past})\b"
        rf"|\s*(?:[\w-]+\s+)?(?:{past})\b",
        re.IGNORECASE,
    )


def _join(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)
