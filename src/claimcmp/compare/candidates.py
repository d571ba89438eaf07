"""Picks the pairs of claims that are worth looking at, without comparing everything with everything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcmp.compare.vocabulary import Vocabulary
from claimcmp.records import Claim

# A word that a third of many claims hold tells nothing about their matter.
LARGEST_SHARE = 0.33
SMALL_TOPIC = 60


def find_candidates(
    claims: Sequence[Claim], voices: Mapping[str, str], vocabulary: Vocabulary
) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of claims of one topic from different voices that share a telling word, in a fixed order.

    ``voices`` gives the voice of each document: copies of one text never confirm each other.
    """
    ordered = sorted(claims, key=lambda claim: (claim.document, claim.start, claim.id))
    holders: dict[str, list[int]] = {}
    for number, claim in enumerate(ordered):
        for key in vocabulary.words_of(claim).keys:
            holders.setdefault(key, []).append(number)
    most = max(SMALL_TOPIC, int(LARGEST_SHARE * len(ordered)))
    seen: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if len(numbers) <= most:
            seen.update(_pairs(numbers))
    for first, second in sorted(seen):
        a, b = ordered[first], ordered[second]
        if voices[a.document] != voices[b.document]:
            yield a, b


def _pairs(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    return ((a, b) for position, a in enumerate(numbers) for b in numbers[position + 1 :])
