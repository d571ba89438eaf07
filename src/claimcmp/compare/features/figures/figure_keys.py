"""Names small digits of a claim by what they mean: 4 of "4 March" is a day, 4 of "4 million" is four million."""

import re
from collections.abc import Mapping

from claimcmp.compare.features.figures.amounts import find_value
from claimcmp.records import Claim

FIGURE = re.compile(r"\d[\d.,]*\d|\d")
DAY = "#"
AMOUNT = "="
FIGURES = frozenset({DAY, AMOUNT})
"""First signs of the keys of figures."""
LONGEST_DAY = 2
MONTH_AND_DAY = len("12-31")


def find_figures(claim: Claim) -> Mapping[int, str]:
    """Return keys for the days of dates and the single digits of amounts, by their places.

    Longer figures and years are hardly shared by chance, and stay the words that they are.
    """
    keys: dict[int, str] = {}
    for quantity in claim.quantities:
        found = list(FIGURE.finditer(quantity.text))
        if any(len(match.group()) > 1 for match in found):
            continue
        # The two ends of a range are values of their own.
        ends = (quantity.low, quantity.high) if len(found) > 1 else (quantity.value,)
        factor = find_value(quantity) / quantity.value if quantity.value else 1.0
        for match, end in zip(found, ends, strict=False):
            keys[quantity.start + match.start()] = f"{AMOUNT}{end * factor:.6g}"
    for date in claim.dates:
        for match in FIGURE.finditer(date.text):
            if date.granularity == "day" and date.iso and len(match.group()) <= LONGEST_DAY:
                keys[date.start + match.start()] = f"{DAY}{date.iso[-MONTH_AND_DAY:]}"
    return keys
