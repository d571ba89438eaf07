"""Finds where a claim puts a new figure in the place of an old one: "the loss of 5 million was revised to 4"."""

import re
from dataclasses import dataclass, replace
from functools import cache

from claimcmp.compare.features.dates.stretches import read_stretch
from claimcmp.compare.features.dates.times import find_stretches
from claimcmp.compare.features.figures.amounts import meet
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that a claim calls outdated, the one in its place, and the word that says so."""

    old: Quantity
    new: Quantity
    cue: str


def find_revision(claim: Claim) -> Revision | None:
    """Return the revision of a figure that a claim tells, if any."""
    for predicate in claim.predicates:
        if predicate.negated or predicate.lemma not in _revising():
            continue
        after = [item for item in claim.quantities if item.start >= predicate.end]
        for item in after:
            if item.role == "former" and item.low < item.high:
                # "From 45 to 52" is read as one stretch.
                return Revision(_point(item, item.low), _point(item, item.high), predicate.text)
        new = next((item for item in after if item.role != "former"), None)
        old = [item for item in claim.quantities if item.role == "former" or item.start < predicate.start]
        if new is not None and (found := next((item for item in old if _are_alike(item, new)), None)) is not None:
            return Revision(found, new, predicate.text)
    return None


def gives(claim: Claim, quantity: Quantity) -> bool:
    """Tell whether a claim gives an amount."""
    return any(meet(quantity, item) for item in claim.quantities if _are_alike(quantity, item))


def is_new(later: Claim, earlier: Claim) -> bool:
    """Tell whether a later text calls its figure new, or gives it of a day that the earlier text did not know."""
    if _newer().search(later.text):
        return True
    written = read_stretch(earlier.published)
    return written is not None and any(written.days_before(stretch) > 0 for _, stretch in find_stretches(later))


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts are in one unit; "45 deaths" may be taken up as "52", "$125 a month" as "$74"."""
    short, long = sorted((one.unit, other.unit), key=len)
    return short in ("", long) or long.startswith(f"{short} per ")


def _point(quantity: Quantity, value: float) -> Quantity:
    return replace(quantity, text=f"{value:g}", value=value, low=value, high=value)


@cache
def _revising() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["revising"]["words"])


@cache
def _newer() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_lexicon('comparing')['newer']['words'])})\b", re.IGNORECASE)
