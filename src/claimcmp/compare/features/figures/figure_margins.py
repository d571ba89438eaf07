"""Tells by how much one is ahead of another, which is no number of votes or goals itself: "won by 40 votes"."""

import re
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.units import PER, find_unit, is_currency
from claimcmp.words import find_base_forms

BY = re.compile(
    r"\bby\s+(?:(?:only|just|a mere|barely|over|about|some|more than|fewer than|less than)\s+)?$", re.IGNORECASE
)


def find_margin(a: Claim, x: Quantity, b: Claim, y: Quantity) -> str:
    """Return the words by which one amount alone is a margin: "by 40 votes" against "a bundle of 100 votes"."""
    # Of money and percentages a margin is what is earned, or changes like them.
    if any(is_currency(item.unit.partition(PER)[0]) or find_unit(item.unit) for item in (x, y)):
        return ""
    found = [_find_margin(claim, amount) for claim, amount in ((a, x), (b, y))]
    return "" if all(found) else found[0] or found[1]


def _find_margin(claim: Claim, quantity: Quantity) -> str:
    for word in (quantity.measure or "").split():
        if not find_base_forms(word).isdisjoint(_table("nouns")):
            return word
    before = claim.text[: quantity.start - claim.start]
    for predicate in claim.predicates:
        holding = [item for item in predicate.arguments if item.start <= quantity.start < item.end]
        if holding and BY.search(before) and (predicate.lemma in _table("verbs") or _tells_order(before)):
            return f"{predicate.text} by"
        # "A lead of 900 votes had melted to fewer than 100."
        subject = next((item for item in predicate.arguments if item.role.startswith("nsubj")), None)
        if holding and subject is not None and not find_base_forms(subject.head).isdisjoint(_table("nouns")):
            return subject.head
    return f"{before.split()[-2]} by" if BY.search(before) and _tells_order(before) else ""


def _tells_order(before: str) -> bool:
    """Tell whether "by" stands behind a word for an order: "ahead by 900 votes"."""
    words = before.lower().split()
    by = len(words) - 1 - words[::-1].index("by")
    return by > 0 and words[by - 1] in _table("ahead")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["margins"][name])
