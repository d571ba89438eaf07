"""Finds where one claim alone tells of another event of the kind: "again", "the second pump"."""

import re
from functools import cache

from claimcmp.compare.features.wording.statements import read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

FURTHER = re.compile(r"\b(?:second|third|fourth|fifth|another)\s+(?:[\w-]+\s+)?([^\W\d_]+)", re.IGNORECASE)


def find_further(a: Claim, b: Claim) -> str:
    """Return the words by which one claim alone tells of a second, a third or another one of what both name."""
    for claim, other in ((a, b), (b, a)):
        named = {form for word in read_statement(other) for form in word.forms}
        for match in FURTHER.finditer(claim.text):
            if not find_base_forms(match.group(1)).isdisjoint(named) and not FURTHER.search(other.text):
                return match.group()
    return ""


def find_repetition(a: Claim, b: Claim) -> str:
    """Return the word by which one claim alone tells that something happened once more."""
    found = [match.group() if (match := _once_more().search(claim.text)) else "" for claim in (a, b)]
    return "" if all(found) else found[0] or found[1]


@cache
def _once_more() -> re.Pattern[str]:
    words = read_lexicon("comparing")["once_more"]["words"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
