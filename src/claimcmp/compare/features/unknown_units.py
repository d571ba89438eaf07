"""Names what amounts without a known unit count, where both claims have the same word behind them: "300 quilloks"."""

import re
from dataclasses import replace

from claimcmp.records import Claim, Quantity
from claimcmp.words import is_stopword

NEXT_WORD = re.compile(r"\s+([^\W\d_]{3,})")

Amounts = tuple[Quantity, ...]


def name_alike(a: Claim, b: Claim) -> tuple[Amounts, Amounts]:
    """Return the amounts of two claims; those without a unit that the same word follows count what it names."""
    ours, theirs = _find_next_words(a), _find_next_words(b)
    common = set(ours.values()) & set(theirs.values())
    return _name(a, ours, common), _name(b, theirs, common)


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
        for quantity in claim.quantities
    )
