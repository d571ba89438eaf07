"""Tells by the words around two amounts that one is of a part: "in the north alone", "two of the firms", "in all"."""

import re
from functools import cache

from claimcmp.compare.features.figures.amounts import find_ratio, find_value
from claimcmp.compare.features.figures.numbers import measure_alike
from claimcmp.compare.features.wording.statements import read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.units import find_unit, is_currency
from claimcmp.words import find_base_forms

# Half of all or less is a part; who counts nearly as many counts otherwise.
HALF = 0.5
MOST = 0.9
PARTITIVE = re.compile(r"\b(?:of which|of whom|of them|among them|including)\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
ALONE = re.compile(r"\b(?:in|at|on|from|around|across|within)\s+(?:[\w-]+\s+){0,3}?([^\W_]+)\s+alone\b", re.IGNORECASE)
# "Five of the squad's players" are of the squad, not of players who were told of before.
OF_THEM = re.compile(r"\s*\bof\s+(?:the|these|those|them|its|their|our)\b(?!\s+\w+['’]s\b)", re.IGNORECASE)
AGAIN = re.compile(r"\b(?:again|once more|anew)\b", re.IGNORECASE)
TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|all told|all in all|overall|combined|taken together)\b", re.IGNORECASE
)


def find_part(a: Claim, x: Quantity, b: Claim, y: Quantity) -> str:
    """Return the words by which one amount alone is of a part: "in the north alone", "of which 5 million"."""
    parts = _find_partitive(a, x), _find_partitive(b, y)
    if bool(parts[0]) != bool(parts[1]):
        return parts[0] or parts[1]
    for claim, other in ((a, b), (b, a)):
        others = {form for word in read_statement(other) for form in word.forms}
        for match in ALONE.finditer(claim.text):
            if others.isdisjoint(find_base_forms(match.group(1))):
                return match.group()
    return _find_chosen(a, x, b, y)


def find_whole(a: Claim, x: Quantity, b: Claim, y: Quantity) -> str:
    """Return the words by which the larger amount alone is of all together: "in all 300", "two crashes killed 300"."""
    (_, small), (claim, large) = sorted(((a, x), (b, y)), key=lambda given: find_value(given[1]))
    other = a if claim is b else b
    ratio = find_ratio(small, large)
    total = TOTAL.search(claim.text)
    if total and ratio <= HALF and not TOTAL.search(other.text):
        return total.group()
    several = _several().search(claim.text)
    if several and ratio <= MOST and not _plural().search(other.text):
        return several.group()
    return ""


def _find_partitive(claim: Claim, quantity: Quantity) -> str:
    match = PARTITIVE.search(claim.text[: quantity.start - claim.start])
    return match.group().strip() if match else ""


def _find_chosen(a: Claim, x: Quantity, b: Claim, y: Quantity) -> str:
    """Return the words by which the smaller amount alone is of some out of all: "two of the firms withdrew".

    What is told of both in one word may be a difference: "six of them voted for it", "nine voted for it".
    """
    (claim, small), (other, large) = sorted(((a, x), (b, y)), key=lambda given: find_value(given[1]))
    chosen, also = _find_of_them(claim, small), _find_of_them(other, large)
    if not chosen or also:
        return ""
    happening = [{predicate.lemma for predicate in item.predicates} for item in (claim, other)]
    one = measure_alike(x, y) or bool(happening[0] & happening[1])
    # What happened once more to some happened to all before.
    return "" if one and not AGAIN.search(claim.text) else chosen


def _find_of_them(claim: Claim, quantity: Quantity) -> str:
    if find_unit(quantity.unit) is not None:
        # "Within two weeks of the failure".
        return ""
    match = OF_THEM.search(quantity.text) or OF_THEM.match(claim.text[quantity.end - claim.start :])
    if match and quantity.text.split()[-1].lower() in _spell(quantity.unit):
        # "440 residents of the blocks" are all that are told of.
        return ""
    return match.group().strip() if match else ""


def _spell(unit: str) -> frozenset[str]:
    """Return a counted noun in both numbers."""
    return frozenset() if is_currency(unit) else frozenset({unit, f"{unit}s", f"{unit}es"})


@cache
def _several() -> re.Pattern[str]:
    words = read_lexicon("comparing")["events"]
    numbers, nouns = "|".join(words["numbers"]), "|".join(words["nouns"])
    return re.compile(rf"\b(?:{numbers})\s+(?:[\w-]+\s+){{0,2}}?(?:{nouns})\b", re.IGNORECASE)


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_lexicon('comparing')['events']['nouns'])})\b", re.IGNORECASE)
