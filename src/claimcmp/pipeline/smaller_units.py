"""Adds what is told behind a unit: "5 feet 2 inches", "an hour and a half", "3 dollars 50 cents"."""

from collections.abc import Sequence

from claimcmp.pipeline.measures import read_measure
from claimcmp.pipeline.number_scales import Number, with_half, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.pipeline.numbers import read_number
from claimcmp.units import find_unit, is_currency

CENTS = frozenset({"cent", "cents", "penny", "pence"})
HOUR = 3600
ADDED = frozenset({"length", "mass", "duration"})
PARTED = ADDED | {"volume", "area"}
OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "all"})


def find_smaller(tokens: Sequence[Token], number: Number, unit: str, end: int) -> tuple[float, int] | None:
    """Return what a smaller unit or a fraction adds to an amount in ``unit``, and the index after it."""
    if part := _read_part(tokens, number, unit, end):
        return part
    at = end + 1 if word_at(tokens, end) in ("and", ",") else end
    if at >= len(tokens) or not tokens[at].free or tokens[at].glued or not number.value.is_integer():
        return None
    if tokens[at].kind not in ("number", "word") or number.low is not None or number.scale > 1:
        return None
    rest = read_number(tokens, at)
    if rest is None or rest.fraction or rest.low is not None or rest.scale > 1:
        return None
    if is_currency(unit) and word_at(tokens, rest.end) in CENTS and rest.value < 100:
        return rest.value / 100, rest.end + 1
    larger = find_unit(unit)
    measure = read_measure(tokens, rest.end, scale=1, value=rest.value) if larger else None
    smaller = find_unit(measure.unit) if measure else None
    if larger is None or measure is None or smaller is None or larger.dimension not in ADDED:
        return None
    if larger.dimension == "duration" and larger.factor > HOUR:
        return None  # "two years, three months and five days" stay apart
    if smaller.dimension != larger.dimension or rest.value * smaller.factor >= larger.factor:
        return None
    return rest.value * smaller.factor / larger.factor, measure.end


def _read_part(tokens: Sequence[Token], number: Number, unit: str, end: int) -> tuple[float, int] | None:
    """Read "and a half", "and three quarters"; "and a half of the crew" begins something else."""
    known = find_unit(unit)
    if known is None or known.dimension not in PARTED or number.low is not None or not number.value.is_integer():
        return None
    whole = with_half(tokens, Number(number.value, end))
    if whole.end == end or (word_at(tokens, whole.end) == "of" and word_at(tokens, whole.end + 1) in OWNERS):
        return None
    return whole.value - number.value, whole.end
