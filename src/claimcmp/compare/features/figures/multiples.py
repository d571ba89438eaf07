"""Reads verbs of multiplication as changes in percent: "halved" is a fall by 50 percent, "doubled" a rise by 100."""

import math
import re
from collections.abc import Iterator
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Predicate, Quantity, QuantityRole
from claimcmp.words import find_base_forms

PERCENT = "percent"
CHANGE: QuantityRole = "change"
NEAR = 0.07
MORE = re.compile(r"\b(?:more than|over|at least)\s+$", re.IGNORECASE)


def find_multiples(claim: Claim) -> Iterator[Quantity]:
    """Yield the changes in percent that verbs of a claim tell without a figure."""
    for predicate in claim.predicates:
        value = next((by for word, by in _changes().items() if word in find_base_forms(predicate.text)), None)
        if value is not None and not predicate.negated:
            yield _make_change(claim, predicate, value)


def tells_change(claim: Claim) -> bool:
    """Tell whether a claim says by how many percent something changed, in figures or by a verb of multiplication."""
    figures = any(item.unit == PERCENT and item.role == CHANGE for item in claim.quantities)
    return figures or any(find_multiples(claim))


def _make_change(claim: Claim, predicate: Predicate, value: float) -> Quantity:
    before = claim.text[: predicate.start - claim.start]
    # What "halved" need not have fallen by half exactly.
    low, high = (value, math.inf) if MORE.search(before) else (value * (1 - NEAR), value * (1 + NEAR))
    bearers = [item for role in ("obj", "nsubj") for item in predicate.arguments if item.role.startswith(role)]
    return Quantity(
        text=predicate.text,
        start=predicate.start,
        end=predicate.end,
        value=value,
        low=low,
        high=high,
        unit=PERCENT,
        measure=bearers[0].head if bearers else None,
        approximate=True,
        role=CHANGE,
    )


@cache
def _changes() -> dict[str, float]:
    return dict(read_lexicon("comparing")["multiples"]["changes"])
