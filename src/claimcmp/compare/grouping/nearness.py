"""Measures how near a claim is to groups of claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcmp.compare.grouping.clusters import Link, Place, Sentence


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a claim is to a group."""

    score: float
    """The mean score with the group's sentences of other voices; 0 for those that it is not linked to."""
    others: int
    """How many such sentences there are."""


def find_nearness(
    links: Iterable[Link], groups: Sequence[Iterable[str]], places: Mapping[str, Place]
) -> Mapping[str, Mapping[int, Nearness]]:
    """Return how near the first claim of each link is to each group, by number, that holds the second claim of one."""
    held: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for claim in group:
            held.setdefault(claim, []).append(number)
    best: dict[str, dict[int, dict[Sentence, float]]] = {}
    for link in links:
        for number in held.get(link.b, ()):
            scores = best.setdefault(link.a, {}).setdefault(number, {})
            sentence = places[link.b].sentence
            scores[sentence] = max(scores.get(sentence, 0.0), link.score)
    return {
        claim: {
            number: _average(scores, groups[number], places[claim].voice, places) for number, scores in near.items()
        }
        for claim, near in best.items()
    }


def _average(
    scores: Mapping[Sentence, float], group: Iterable[str], voice: str, places: Mapping[str, Place]
) -> Nearness:
    others = len({places[claim].sentence for claim in group if places[claim].voice != voice})
    # Rounded, so that sums of the same scores in another order come to the same.
    return Nearness(round(sum(scores.values()) / others, 9), others)
