"""Reads how exactly an amount is meant: "about", "more than", "up to" before it, "or more" after it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.number_scales import word_at
from claimcmp.pipeline.number_tokens import Token

LONGEST = 5


@dataclass(frozen=True, slots=True)
class Hedge:
    """What a phrase makes of an amount; ``start`` and ``end`` are token indices of the phrase."""

    kind: str
    start: int
    end: int


def find_hedge_before(tokens: Sequence[Token], index: int) -> Hedge | None:
    """Return the longest phrase that ends right before ``index``."""
    best: Hedge | None = None
    phrase = ""
    for start in range(index - 1, max(-1, index - 1 - LONGEST), -1):
        if not tokens[start].free:
            break
        phrase = tokens[start].lower.replace("’", "'") + (" " + phrase if phrase else "")
        if kind := _phrases("before").get(phrase):
            best = Hedge(kind, start, index)
    return best


def find_hedge_after(tokens: Sequence[Token], index: int) -> Hedge | None:
    """Return the phrase that starts at ``index``."""
    if word_at(tokens, index) == "+" and tokens[index].glued:
        return Hedge("more", index, index + 1)
    if word_at(tokens, index) == "-" and word_at(tokens, index + 1) == "plus" and tokens[index].glued:
        return Hedge("more", index, index + 2)
    for length in (2, 1):
        phrase = " ".join(token.lower for token in tokens[index : index + length])
        if kind := _phrases("after").get(phrase):
            if phrase == "plus" and not tokens[index].glued:
                return None
            return Hedge(kind, index, index + length)
    return None


def reach(kind: str, low: float, high: float) -> tuple[float, float]:
    """Return the interval that a hedge makes of another; a negative amount reaches the other way.

    "More than" has no upper end; "less than" and "up to" begin at nothing.
    """
    if kind == "more":
        return low, math.inf
    if kind in ("less", "most"):
        return (0.0 if low >= 0 else -math.inf), high
    down, up = read_lexicon("quantities")["reach"].get(kind, (1.0, 1.0))
    return min(low * down, low * up), max(high * down, high * up)


@cache
def _phrases(where: str) -> Mapping[str, str]:
    table = read_lexicon("quantities")[where]
    return {phrase: kind for kind, phrases in table.items() if kind != "reason" for phrase in phrases}
