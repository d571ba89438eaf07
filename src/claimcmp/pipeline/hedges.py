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
        if (kind := _phrases("before").get(phrase)) and not _is_of_verb(tokens, start):
            best = Hedge(kind, start, index)
    return best


def _is_of_verb(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether "up" in "up to" is part of the verb before it: "goes up to 8 euros" tells how much it is then."""
    verbs = read_lexicon("quantities")["particles"]["verbs"]
    return tokens[start].lower == "up" and start > 0 and tokens[start - 1].lower in verbs


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
    """Return the interval that a hedge makes of another.

    "More than" has no upper end; "less than" and "up to" begin at nothing. "About" reaches half as far as the writer
    seems to round: "about 350" to fifties, "about 38" to ones.
    """
    if kind == "more":
        return low, math.inf
    if kind in ("less", "most"):
        return (0.0 if low >= 0 else -math.inf), high
    down, up = read_lexicon("quantities")["reach"]["sides"].get(kind, (0, 0))
    return low - down * _find_slack(low), high + up * _find_slack(high)


def _find_slack(value: float) -> float:
    """Return half of the step that a rounded value is a multiple of, within what readers still call the same."""
    if not value:
        return 0.0
    least, most = read_lexicon("quantities")["reach"]["shares"]
    decade = 10.0 ** math.floor(math.log10(abs(value)))
    steps = (step * decade / tens for tens in (1, 10, 100, 1000) for step in (5, 1))
    half = next((step / 2 for step in steps if _is_multiple(value, step)), 0.0)
    return float(min(max(half, least * abs(value)), most * abs(value)))


def _is_multiple(value: float, step: float) -> bool:
    times = round(value / step)
    return times != 0 and math.isclose(value, times * step, rel_tol=1e-9)


@cache
def _phrases(where: str) -> Mapping[str, str]:
    table = read_lexicon("quantities")[where]
    return {phrase: kind for kind, phrases in table.items() if kind != "reason" for phrase in phrases}
