"""Tells whether two claims are told of different places: "in Kent", "in Essex"."""

from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim

WHERE = frozenset({"place", "country"})


def find_other_places(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Return the names of the places that two claims are restricted to, where they have none in common.

    A place in a place ("in Dover", "in Kent") is not known as such: what is told of the two is kept apart.
    """
    ours, theirs = _find_places(a), _find_places(b)
    if not ours or not theirs or ours.keys() & theirs.keys():
        return None
    # "In Kent" and "Kent's hospitals": both speak of Kent.
    if any({entity.id for entity in other.entities} & held.keys() for held, other in ((ours, b), (theirs, a))):
        return None
    return next(iter(ours.values())), next(iter(theirs.values()))


def _find_places(claim: Claim) -> dict[str, str]:
    """Return the places where a claim's predicates happen, by their ids."""
    spans = [
        (argument.start, argument.end)
        for predicate in claim.predicates
        for argument in predicate.arguments
        if argument.role.startswith("obl") and argument.marker in _markers()
    ]
    return {
        entity.id: entity.text
        for entity in claim.entities
        if entity.kind in WHERE and any(start <= entity.start < end for start, end in spans)
    }


@cache
def _markers() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["places"]["markers"])
