"""Makes a quantity of an amount: widened by the hedges around it, with what it is of ("50,000 tons of wheat")."""

import math
from collections.abc import Sequence

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.amounts import Amount
from claimcmp.pipeline.hedges import find_hedge_after, find_hedge_before, reach
from claimcmp.pipeline.number_scales import is_hyphen, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.records import Quantity

TEMPERATURES = ("°C", "°F")
OF_WORDS = 2
DAY = 24


def make_quantity(tokens: Sequence[Token], amount: Amount, floor: int, *, is_open: bool = True) -> Quantity:
    """Return the quantity of one amount, widened by the hedges around it; those before ``floor`` are of another one.

    What is not open is followed by another amount, whose hedges are not its own.
    """
    return make_interval(tokens, amount, amount, amount.start, floor, is_open=is_open)


def make_interval(
    tokens: Sequence[Token], first: Amount, second: Amount, start: int, floor: int, *, is_open: bool = True
) -> Quantity:
    """Return the quantity from the one amount to the other, widened by the hedges around it."""
    low, high = min(first.low, second.low), max(first.high, second.high)
    value = first.value if first is second else (first.value + second.value) / 2
    hedges = [find_hedge_before(tokens, start), find_hedge_after(tokens, second.end) if is_open else None]
    if hedges[0] is not None and hedges[0].start < floor:
        hedges[0] = None
    end = second.end
    approximate = first.number.low is not None or second.number.low is not None
    for hedge in hedges:
        if hedge is not None:
            start, end = min(start, hedge.start), max(end, hedge.end)
            low, high = reach(hedge.kind, low, high)
            approximate = approximate or hedge.kind != "exact"
    if hedges == [None, None] and first is second and _is_round_hour(tokens, second):
        low, high = reach("about", low, high)
        approximate = True
    low, high, value = _rounded(low), _rounded(high), _rounded(value)
    if low == 0 and hedges != [None, None] and second.unit in TEMPERATURES:
        low = -math.inf  # "below 5 °C" has no floor at zero
    return Quantity(
        text="",
        start=tokens[start].start,
        end=tokens[end - 1].end,
        value=value,
        low=min(low, value),
        high=max(high, value),
        unit=second.unit,
        of=_find_of(tokens, end) if second.measured else None,
        approximate=approximate,
        role="share" if second.unit == "percent" and word_at(tokens, second.end) == "of" else "level",
    )


def _is_round_hour(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether hours are told in words, by halves or quarters: who says "an hour and a half" has read no watch."""
    spelled = not any(token.kind == "number" for token in tokens[amount.start : amount.end])
    exact = amount.number.low is None
    return amount.unit == "hour" and spelled and exact and 0 < amount.value < DAY and (4 * amount.value).is_integer()


def find_end(tokens: Sequence[Token], amount: Amount) -> int:
    """Return the index after an amount and the hedge behind it: "10 percent or so"."""
    after = find_hedge_after(tokens, amount.end)
    return after.end if after else amount.end


def _rounded(number: float) -> float:
    """Return the number without the noise of binary fractions (0.1 * 3)."""
    return float(f"{number:.12g}") if not math.isnan(number) else 0.0


def _find_of(tokens: Sequence[Token], index: int) -> str | None:
    """Return the noun in "50,000 tons of wheat", "1% of trade" where one or two words stand there alone."""
    if word_at(tokens, index) != "of":
        return None
    stops = read_lexicon("quantities")["not_nouns"]["stops"]
    at = index + 1
    if word_at(tokens, at) in ("the", "all", "its", "their", "our", "his", "her"):
        at += 1
    words: list[str] = []
    while at < len(tokens) and len(words) <= OF_WORDS:
        token = tokens[at]
        if token.kind != "word" or token.lower in stops or not token.free:
            break
        words.append(token.text)
        at += 1
    if is_hyphen(tokens, at):
        return None  # "gallons of cyanide-laced water"
    return " ".join(words) if 0 < len(words) <= OF_WORDS else None
