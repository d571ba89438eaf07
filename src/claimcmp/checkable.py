"""Tells which claims facts could show to be right or wrong."""

from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim


def is_checkable(claim: Claim) -> bool:
    """Tell whether a claim is about the world and names something to look up.

    Norms and conditions are not; a claim with a quantity or a date is. Of the others, one that says how somebody feels
    or what he wishes is not, and one is that names an actor or that has an argument which is no pronoun or filler.
    """
    if claim.modality in ("normative", "conditional"):
        return False
    if claim.quantities or claim.dates:
        return True
    if not claim.predicates or claim.predicates[0].lemma in _words("attitudes"):
        return False
    named = any(argument.head.lower() not in _words("vague") for argument in claim.predicates[0].arguments)
    return named or bool(claim.entities)


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("checkable")[table]["words"])
