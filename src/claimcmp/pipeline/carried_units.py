"""Gives a bare number the unit told just before: "58 percent ... now it is said to be 54", "of whom three died".

A unit is carried over only where words say that the same thing is counted ("of which", "of these", "Of the 23 deaths,
seven were"), that one figure takes the place of another ("now it is said to be 54", "later cut to 54"), or where a bare
million can only be of the one currency that is spoken of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.counted_nouns import find_counted_noun
from claimcmp.pipeline.number_tokens import split_tokens
from claimcmp.records import Quantity
from claimcmp.units import PER, find_unit, is_currency

MILLION = 1e6
PERCENT = "percent"
# "40 miners, of whom three", "40 miners, among them three".
OF_WHICH = re.compile(r"\b(?:of|among)\s(?:which|whom|them|these|those),?\s(?:only\s|just\s)?\Z", re.IGNORECASE)
# "three of them".
OF_THEM = re.compile(r"\s(?:of|among)\s(?:them|these|those|which|whom)\b", re.IGNORECASE)
# "Of the deaths that were reported, the panel found seven to be ...": what stands at the head of the sentence.
OF_THOSE = re.compile(r"\W*(?:of|among)\s(?:(?:all|the|these|those|its|their|our)\s)+", re.IGNORECASE)
GOES_ON = re.compile(r"\s*(?:$|[,;.)]|(?:to\sbe|to\shave|were|was|are|is|had|have|has|and|or|died|survived)\b)")
# "It is said to be 54", "was later cut to 54", "now 54".
REPLACES = re.compile(
    r"(?:\b(?:it|this|that|figure|rate|share|level|turnout|result)\s(?:is|was)(?:\s(?:now|then|only|just|really|actually))?"
    r"|\b(?:is|are|was|were)\s(?:now\s|then\s|later\s)?(?:said|thought|believed|reported|found|known|supposed|put)\s(?:to\sbe|at)"
    r"|\b(?:revised|corrected|lowered|raised|cut|rose|risen|fell|fallen|dropped|climbed|grew)\s(?:up\s|down\s)?to"
    r"|\b(?:now|then))\s\Z",
    re.IGNORECASE,
)
STOPS = re.compile(r"\s*(?:$|[,;.:)!?]|(?:and|but|or|in|at|on|by|after|when|while|instead|again)\b)")
LOOK_BACK = 60
COUNTED_FOR = frozenset({"", "vote", "time", "point", "seat", "step"})
"""What is counted without being spoken of further: "by six votes to five, so that two of them left"."""


def carry_units(text: str, quantities: Sequence[Quantity], before: Sequence[Quantity] = ()) -> list[Quantity]:
    """Return the quantities of a sentence, their offsets in it, with the units that they take over.

    ``before`` are those of the sentence right before it, of the same paragraph.
    """
    carried: list[Quantity] = []
    for quantity in quantities:
        unit = "" if quantity.unit or quantity.role != "level" else _find_unit(text, quantity, carried, before)
        carried.append(replace(quantity, unit=unit) if unit else quantity)
    return carried


def _find_unit(text: str, quantity: Quantity, told: Sequence[Quantity], before: Sequence[Quantity]) -> str:
    start, end = quantity.start, quantity.end
    if OF_WHICH.search(text, max(0, start - LOOK_BACK), start):
        return _find_counted(told) or _find_counted(before)
    if OF_THEM.match(text, end) and (counted := _find_counted(told)) not in COUNTED_FOR:
        return counted
    if GOES_ON.match(text, end) and (whole := _find_whole(text, start, told)):
        return whole
    if quantity.value >= MILLION:
        return _find_currency(text, start, told, before)
    if REPLACES.search(text, max(0, start - LOOK_BACK), start) and STOPS.match(text, end):
        last = next((other.unit for other in (*reversed(told), *reversed(before)) if other.unit), "")
        return last if last == PERCENT and 0 <= quantity.value <= 100 else ""
    return ""


def _find_counted(told: Sequence[Quantity]) -> str:
    """Return what was counted last."""
    return next((other.unit for other in reversed(told) if _is_counted(other.unit)), "")


def _find_whole(text: str, start: int, told: Sequence[Quantity]) -> str:
    """Return what is counted at the head of a sentence: "Of the 23 deaths, seven were avoidable"."""
    opening = OF_THOSE.match(text)
    if opening is None or "," not in text[opening.end() : start]:
        return ""
    comma = text.index(",", opening.end())
    inside = [other for other in told if other.start < comma]
    if len(told) > len(inside):
        return ""  # another amount stands between
    if inside:
        return inside[0].unit if _is_counted(inside[0].unit) else ""
    noun = find_counted_noun(split_tokens(text[opening.end() : comma]), 0)
    return noun[0] if noun and find_unit(noun[0]) is None else ""


def _find_currency(text: str, start: int, told: Sequence[Quantity], before: Sequence[Quantity]) -> str:
    """Return the one currency of which a bare sum can be; from the sentence before only behind a word for paying."""
    if any(other.unit for other in told):
        currencies = set(_list_currencies(told))
        return currencies.pop() if len(currencies) == 1 and all(_is_money(q.unit) for q in told if q.unit) else ""
    currencies = set(_list_currencies(before))
    paid = _paying().search(text, max(0, start - LOOK_BACK), start)
    return currencies.pop() if len(currencies) == 1 and paid else ""


def _list_currencies(quantities: Sequence[Quantity]) -> Iterator[str]:
    return (quantity.unit.partition(PER)[0] for quantity in quantities if _is_money(quantity.unit))


def _is_money(unit: str) -> bool:
    amount = unit.partition(PER)[0]
    return is_currency(amount) or amount in read_lexicon("quantities")["currencies"]["words"]


def _is_counted(unit: str) -> bool:
    """Say whether a unit is a counted noun, not a measure, money or a rate."""
    return bool(unit) and find_unit(unit) is None and not _is_money(unit) and PER not in unit


@cache
def _paying() -> re.Pattern[str]:
    words = read_lexicon("quantities")["paying"]["words"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b[^.;]*\Z", re.IGNORECASE)
