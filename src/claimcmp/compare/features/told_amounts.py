"""Lists the amounts that two claims tell, each in view of the other: of one unknown unit, or as changes in percent."""

import re
from dataclasses import replace

from claimcmp.compare.features.multiples import find_multiples, tells_change
from claimcmp.records import Claim, Quantity
from claimcmp.words import is_stopword

WHOLE = re.compile(r"(?:^|[,;:]\s*)(?:out\s+)?of\s+(?:the|its|their|all|these|those)\s+$", re.IGNORECASE)
NEXT_WORD = re.compile(r"\s+([^\W\d_]{3,})")

Amounts = tuple[Quantity, ...]


def list_amounts(a: Claim, b: Claim) -> tuple[Amounts, Amounts]:
    """Return the amounts of two claims as they can be compared.

    Those without a unit that the same word follows count what it names: "300 quilloks". Where both tell by how much
    something changed, "halved" is by 50 percent.
    """
    ours, theirs = _find_next_words(a), _find_next_words(b)
    common = set(ours.values()) & set(theirs.values())
    first, second = _name(a, ours, common), _name(b, theirs, common)
    if tells_change(a) and tells_change(b):
        return (*first, *find_multiples(a)), (*second, *find_multiples(b))
    return first, second


def _leave_out_wholes(claim: Claim) -> Amounts:
    """Return the amounts of a claim without what another is taken from: 500 in "of the 500 seats, they won 230"."""
    found = claim.quantities
    return tuple(
        item
        for item in found
        if not (WHOLE.search(claim.text[: item.start - claim.start]) and any(q.start > item.start for q in found))
    )


def _find_next_words(claim: Claim) -> dict[int, str]:
    """Return the words right behind amounts without a unit, by where the amounts start."""
    found = {}
    for quantity in claim.quantities:
        match = None if quantity.unit else NEXT_WORD.match(claim.text[quantity.end - claim.start :])
        if match and not is_stopword(match.group(1)):
            found[quantity.start] = match.group(1).lower()
    return found


def _name(claim: Claim, words: dict[int, str], common: set[str]) -> Amounts:
    return tuple(
        replace(quantity, unit=word) if (word := words.get(quantity.start, "")) in common else quantity
        for quantity in _leave_out_wholes(claim)
    )
