"""Finds days and seasons that a claim names without a date to go with: "on Monday", "in the spring of 1634"."""

from functools import cache

from claimcmp.compare.features.dates.stretches import read_stretch
from claimcmp.compare.features.dates.times import order_by_publication
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim

WEEK = 5
"""Texts written further apart mean other Mondays."""


def find_named_times_apart(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Return two weekdays, or two seasons of one year, that claims give as the time of what they tell."""
    for kind in ("weekdays", "seasons"):
        first, second = _find_named(a, kind), _find_named(b, kind)
        if not first or not second or first.keys() & second.keys():
            continue
        if kind == "weekdays" and order_by_publication(a, b, days=WEEK):
            continue
        return next(iter(first.values())), next(iter(second.values()))
    return None


def _find_named(claim: Claim, kind: str) -> dict[str, str]:
    """Return the days or seasons that are told of an event, with the words of the text; a known date is no such day."""
    found: dict[str, str] = {}
    for date in claim.dates:
        if date.of != "event" or (kind == "weekdays" and read_stretch(date.iso) is not None):
            continue
        for word in date.text.lower().split():
            if word in _read_names(kind):
                found[word] = date.text
    return found


@cache
def _read_names(kind: str) -> frozenset[str]:
    table = read_lexicon("dates")[kind]
    return frozenset(table["full"] if kind == "weekdays" else table["words"])
