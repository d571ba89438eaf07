"""Keeps which amounts a collection gives: how many of a kind, and whether one source gives two that clash."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from claimcmp.compare.features.figures.amounts import find_dimension, find_value, is_telling
from claimcmp.compare.features.figures.mentioned_figures import is_only_mentioned
from claimcmp.compare.features.figures.numbers import have_other_measures, is_comparable
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, read_words
from claimcmp.records import Claim, Quantity

# Amounts this near are one amount as it is printed twice.
SAME = 0.005
# From this cosine on two holders tell of one thing: "killed" and "died".
SAME_EVENT = 0.4
PERCENT = "percent"


class KnownAmounts:
    """The amounts of a collection of claims; independent of the order of the claims."""

    def __init__(self, claims: Iterable[Claim]):
        self._given: dict[str, list[tuple[Quantity, Claim]]] = defaultdict(list)
        for claim in claims:
            self._given[claim.document].extend((item, claim) for item in claim.quantities)
        amounts = {(find_dimension(item), find_value(item)) for given in self._given.values() for item, _ in given}
        self._counts = Counter(dimension for dimension, _ in amounts)

    def count(self, dimension: str) -> int:
        """Return how many different amounts of one dimension the collection gives."""
        return self._counts[dimension]

    def gives_both(self, claim: Claim, amount: Quantity) -> bool:
        """Tell whether the source of a claim gives an amount of another source too, in another claim of its own.

        Who says that 189 died and elsewhere that 346 did speaks of two things; who reports that the one side counts
        189 dead and the other 346 does not. One digit may be there by chance.
        """
        return is_telling(amount) and any(
            other.id != claim.id
            and is_comparable(item, amount)
            and abs(find_value(item) - find_value(amount)) <= SAME * abs(find_value(amount))
            # Percent may be of anything.
            and not (item.unit == PERCENT and have_other_measures(item, amount))
            and not _are_rivals(claim, other)
            and not is_only_mentioned(other, item)
            for item, other in self._given.get(claim.document, ())
        )


def _are_rivals(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims of one document are what two holders say of one thing."""
    holders = {held.name if (held := item.attributed_to) else "" for item in (claim, other)}
    return len(holders) > 1 and find_affinity(_list_events(claim), _list_events(other)) >= SAME_EVENT


def _list_events(claim: Claim) -> list[Word]:
    return [word for predicate in claim.predicates for word in read_words(predicate.text, "")]
