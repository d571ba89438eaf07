"""Tells which share of a group a claim speaks for: part of a group may do what another part does not."""

from collections.abc import Iterable
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Predicate

WHOLE = 100.0


def leave_room(a: Claim, predicates_a: Iterable[Predicate], b: Claim, predicates_b: Iterable[Predicate]) -> bool:
    """Tell whether two parts of a group fit beside each other: 48 percent and most, but not 60 percent and most."""
    share_a, share_b = _find_share(a, predicates_a), _find_share(b, predicates_b)
    return share_a is not None and share_b is not None and share_a + share_b <= WHOLE


def _find_share(claim: Claim, predicates: Iterable[Predicate]) -> float | None:
    """Return how much of a group the subject of some predicates is at least, in percent."""
    subjects = [item for predicate in predicates for item in predicate.arguments if item.role.startswith("nsubj")]
    for subject in subjects:
        for quantity in claim.quantities:
            if subject.start <= quantity.start < subject.end and (quantity.role, quantity.unit) == ("share", "percent"):
                return quantity.low
        # Only the first word counts: "the residents with most cars" are no part of a group.
        if (least := _least().get(subject.text.split()[0].lower())) is not None:
            return least
    return None


@cache
def _least() -> dict[str, float]:
    return dict(read_lexicon("comparing")["shares"]["least"])
