"""Reads money whose sign, scale and number stand in another order: "916$ million", "75 USD million", "30 MUSD"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcmp.pipeline.measures import Measure, read_measure, read_money_mark
from claimcmp.pipeline.number_scales import Number, number_words, with_scale, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.units import find_unit, is_currency, read_currency_marks

SCALED_CODE = re.compile(r"(k|K|T|M|bn|B|mn)([A-Z]{3})")


def read_late_money(tokens: Sequence[Token], number: Number) -> tuple[str, Number] | None:
    """Read a sign of money between the digits and their scale: "916$ million"."""
    at = number.end
    if at + 1 >= len(tokens) or tokens[at].kind != "money" or not tokens[at].glued or number.scale > 1:
        return None
    scaled = with_scale(tokens, replace(number, end=at + 1), money=True)
    currency = read_money_mark(tokens, at)
    return (currency, scaled) if currency and scaled.scale > 1 else None


def read_late_scale(tokens: Sequence[Token], measure: Measure, number: Number) -> Number | None:
    """Read a scale after the currency: "75 USD million"."""
    if number.scale > 1 or not number.digits or not is_currency(measure.unit):
        return None
    scale = number_words()["scales"].get(word_at(tokens, measure.end), 1)
    return replace(number, value=number.value * scale, scale=scale) if scale >= 1000 else None


def read_scaled_code(tokens: Sequence[Token], number: Number) -> tuple[str, Number] | None:
    """Read the currency codes of company reports: "30 MUSD", "120 MEUR", "5 bnEUR"."""
    if number.end >= len(tokens) or number.scale > 1:
        return None
    match = SCALED_CODE.fullmatch(tokens[number.end].text)
    currency = read_currency_marks().get(match[2]) if match else None
    if match is None or currency is None:
        return None
    scale = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}[match[1][0].lower()]
    return currency, replace(number, value=number.value * scale, end=number.end + 1, scale=scale)


def money_follows(tokens: Sequence[Token], index: int) -> bool:
    """Say whether money stands after the digits and a letter: "5m euros", "2b USD"."""
    if index + 1 >= len(tokens) or len(tokens[index].text) > 1:
        return False
    measure = read_measure(tokens, index + 1, scale=1e6, value=1e6)
    return measure is not None and find_unit(measure.unit) is None and " per " not in measure.unit
