"""Tells which amounts of a claim are denied, so that nobody is said to give them."""

from functools import cache

from claimcmp.compare.features.wording.statements import read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.words import find_base_forms


def find_denial(claim: Claim, quantity: Quantity) -> str:
    """Return the word that denies an amount of a claim, or nothing.

    Only a plain denial counts: who rejects an offer of 5 million still says that 5 million was offered. What "has not
    moved from 5" is 5, and what "must not exceed 5" has 5 as its limit.
    """
    if quantity.role == "former" or any(
        not _limiting().isdisjoint(find_base_forms(predicate.text)) and predicate.start < quantity.end
        for predicate in claim.predicates
    ):
        return ""
    start, end = quantity.start - claim.start, quantity.end - claim.start
    denials = [word.denied for word in read_statement(claim) if start <= word.start < end]
    return next((denial for denial in denials if is_plain_denial(denial)), "")


def is_plain_denial(denial: str) -> bool:
    """Tell whether a word only says no: "not", "never", not "reject" or "without"."""
    return denial.lower().endswith(("n't", "n’t")) or not _plain().isdisjoint(find_base_forms(denial))


@cache
def _limiting() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["denial"]["limiting"])


@cache
def _plain() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["denial"]["plain"])
