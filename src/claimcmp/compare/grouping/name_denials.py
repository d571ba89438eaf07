"""Keeps what is denied denied in the name of a matter."""

from claimcmp.compare.features.wording.statements import read_statement
from claimcmp.records import Claim, Predicate


def keeps_denials(name: str, claim: Claim) -> bool:
    """Tell whether a name says of no predicate that the claim denies that it holds."""
    words = set(name.casefold().split())
    for predicate in claim.predicates:
        if predicate.negated and not words.isdisjoint(predicate.text.casefold().split()):
            denial = find_name_denial(claim, predicate)
            if denial is None or not words.issuperset(_cut(claim, *denial).casefold().split()):
                return False
    return True


def find_name_denial(claim: Claim, predicate: Predicate) -> tuple[int, int] | None:
    """Return where the words stand that deny a predicate; None where it is affirmed, or denied outside of the claim."""
    cue = claim.polarity_cue
    if not predicate.negated:
        return None
    if cue is not None and claim.polarity == "negated":
        start, end = cue.start - claim.start, cue.end - claim.start
    else:
        before = claim.text[: max(0, predicate.start - claim.start)]
        denied = (word.denied for word in read_statement(claim) if word.start == predicate.start - claim.start)
        denial = next(denied, "")
        start = before.rfind(denial) if denial else -1
        end = start + len(denial)
    if 0 <= start < len(claim.text) < end:
        end = len(claim.text)
    if not 0 <= start < end <= len(claim.text):
        return None
    # The whole of "didn't", of which the cue is the end.
    start = claim.text.rfind(" ", 0, start) + 1
    return claim.start + start, claim.start + end


def _cut(claim: Claim, start: int, end: int) -> str:
    return claim.text[start - claim.start : end - claim.start] if claim.start <= start and end <= claim.end else ""
