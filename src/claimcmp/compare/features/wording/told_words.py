"""Lists what a claim tells of besides its dates and amounts: two events of one month have that month in common."""

from collections.abc import Sequence

from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.statements import Word, find_common, is_telling, read_statement
from claimcmp.records import Claim

PARTICIPANTS = ("nsubj", "obj")


@remember
def list_told(claim: Claim) -> tuple[Word, ...]:
    """Return the telling words of a claim but for those of its dates and amounts."""
    within = [(item.start - claim.start, item.end - claim.start) for item in claim.dates]
    within += [(item.start - claim.start, item.end - claim.start) for item in claim.quantities]
    words = read_statement(claim)
    return tuple(w for w in words if _tells(w) and not any(start <= w.start < end for start, end in within))


def list_participants(claim: Claim) -> list[Word]:
    """Return those of them that name who does something or what it is done to."""
    spans = [
        (item.start - claim.start, item.end - claim.start)
        for predicate in claim.predicates
        for item in predicate.arguments
        if item.role.startswith(PARTICIPANTS)
    ]
    return [word for word in list_told(claim) if any(start <= word.start < end for start, end in spans)]


def share_words_of(first: Sequence[Word], second: Sequence[Word]) -> float:
    """Return which share of the words are in both lists, the mean of both directions."""
    if not first or not second:
        return 0.0
    return (len(find_common(first, second)) / len(first) + len(find_common(second, first)) / len(second)) / 2


def _tells(word: Word) -> bool:
    return is_telling(word) and not word.text[0].isdigit()
