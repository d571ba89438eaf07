"""Divides wide clusters into parts, a narrow matter each; a claim that bears on several matters stands in several."""

from collections.abc import Iterable, Mapping, Sequence

from claimcmp.compare.clusters import Link, Place, Sentence, find_clusters

WIDE = 6
"""A cluster of no more sentences is surveyed at a glance and stays whole."""
CLOSE = 0.5
"""Of the pairs of sentences of different voices across two clusters that join to a part, this share is on one matter.

From .45 to .55 the figures of the development golds hardly move; from .6 on pairs are lost.
"""
NEAR = 0.25
"""The mean score with a part's sentences of other voices from which on a claim stands there too: that of one matter."""
FEWEST_OTHERS = 2
"""Sentences of other voices that such a part must have: one pair alone is no second matter."""


def find_matters(links: Iterable[Link], places: Mapping[str, Place]) -> tuple[tuple[str, ...], ...]:
    """Return the claims of each matter; ``places`` gives the place of each claim.

    Clusters of linked claims are matters unless they are wide. Then their close parts are; every claim of the cluster
    stands in each part that it is near to, and in the nearest one if it is in none. Parts that have most claims of one
    of them in common are one.
    """
    held = tuple(links)
    clusters = find_clusters(held, places)
    number = {claim: position for position, cluster in enumerate(clusters) for claim in cluster}
    inside: list[list[Link]] = [[] for _ in clusters]
    for link in held:
        if link.a in number and number[link.a] == number.get(link.b):
            inside[number[link.a]].append(link)
    matters = (_divide(cluster, found, places) for cluster, found in zip(clusters, inside, strict=True))
    return tuple(sorted(tuple(sorted(matter)) for divided in matters for matter in divided))


def _divide(cluster: Sequence[str], links: Sequence[Link], places: Mapping[str, Place]) -> Iterable[Iterable[str]]:
    if len({places[claim].sentence for claim in cluster}) <= WIDE:
        return [cluster]
    cores = find_clusters(links, places, linked=CLOSE)
    home = {claim: number for number, core in enumerate(cores) for claim in core}
    parts = [set(core) for core in cores]
    for claim, best in _find_best(links, home, places).items():
        others = {number: _count_others(cores[number], places[claim].voice, places) for number in best}
        near = {number: round(sum(scores.values()) / others[number], 9) for number, scores in best.items()}
        joined = [number for number in near if near[number] >= NEAR and others[number] >= FEWEST_OTHERS]
        if claim not in home and not joined:
            joined = [min(near, key=lambda number: (-near[number], number))]
        for number in joined:
            parts[number].add(claim)
    return _unite(parts)


def _find_best(
    links: Iterable[Link], home: Mapping[str, int], places: Mapping[str, Place]
) -> Mapping[str, Mapping[int, Mapping[Sentence, float]]]:
    """Return the best score of each claim with each sentence of the cores that it is linked to."""
    best: dict[str, dict[int, dict[Sentence, float]]] = {}
    for link in links:
        for claim, other in ((link.a, link.b), (link.b, link.a)):
            if other in home:
                scores = best.setdefault(claim, {}).setdefault(home[other], {})
                sentence = places[other].sentence
                scores[sentence] = max(scores.get(sentence, 0.0), link.score)
    return best


def _count_others(core: Iterable[str], voice: str, places: Mapping[str, Place]) -> int:
    """Return how many sentences of other voices there are."""
    return len({places[claim].sentence for claim in core if places[claim].voice != voice})


def _unite(parts: Iterable[set[str]]) -> list[set[str]]:
    """Join parts that have over half of the claims of one of them in common."""
    united: list[set[str]] = []
    for part in parts:
        joined = part
        while like := next((other for other in united if _is_like(joined, other)), None):
            united.remove(like)
            joined = joined | like
        united.append(joined)
    return united


def _is_like(one: set[str], other: set[str]) -> bool:
    return 2 * len(one & other) > min(len(one), len(other))
