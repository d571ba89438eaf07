"""Tells which dates of a claim are only planned or possible: "had been planned for May", "could open in 2031"."""

import re
from functools import cache

from claimcmp.compare.features.dates.stretches import read_stretch
from claimcmp.compare.features.dates.times import Dated, find_stretches
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim


def find_plan(claim: Claim, dated: Dated) -> str:
    """Return the word that makes a date a planned or a possible one, if any: the last one behind the date before it."""
    start = dated[0].start
    opening = max((date.end for date, _ in find_stretches(claim) if date.end <= start), default=claim.start)
    found = [match.group() for match in _planned().finditer(claim.text[opening - claim.start : start - claim.start])]
    return found[-1] if found else ""


def is_fact(claim: Claim, dated: Dated) -> bool:
    """Tell whether a claim tells what happened at a date: asserted, no plan, and no later than its own text."""
    if claim.modality != "asserted" or find_plan(claim, dated):
        return False
    written = read_stretch(claim.published)
    return written is None or dated[1].days_before(written) > 0 or dated[1].meets(written)


@cache
def _planned() -> re.Pattern[str]:
    """Return what matches a word of planning, as it is printed: "May" is a month; "may have" weighs what happened."""
    words = read_lexicon("comparing")["planned"]
    return re.compile(
        rf"\b(?:(?:{'|'.join(words['possible'])})(?!\s+(?:well\s+)?have\b)"
        rf"|(?:{'|'.join(words['words'])})"
        r"|due(?!\s+to\s+(?:the|a|an|its|their|his|her)\b))\b"
    )
