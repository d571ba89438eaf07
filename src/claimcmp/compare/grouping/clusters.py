"""Gathers paired claims into clusters by average linkage, so that no chain of pairs makes one giant group."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

LINKED = 0.28
"""Of the pairs of sentences of different voices across two clusters that join, this share must be on one matter.

Over a quarter, so that a chain of pairs stops at four and no single pair joins two others; below it the tempting pairs
of the development golds come in, above a third true ones are lost.
"""

Sentence = tuple[str, int]
"""The document and the start of a sentence; its clauses are claims of their own, and bear on one matter together."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims on one matter; ``score`` is 0 where no rule could judge them."""

    a: str
    b: str
    score: float
    sure: bool = True
    """Whether the rule which judged them is right more often than not on pairs of one matter."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands and who speaks there."""

    voice: str
    sentence: Sentence


@dataclass(slots=True)
class _Cluster:
    members: tuple[str, ...]
    sentences: frozenset[tuple[str, Sentence]]
    """With their voices."""
    voices: Counter[str]
    """How many sentences each voice has."""
    links: dict[int, "_Across"] = field(default_factory=dict)
    """By the number of the other cluster."""


@dataclass(frozen=True, slots=True)
class _Across:
    """The best score of every pair of sentences across two clusters that is linked."""

    scores: Mapping[frozenset[Sentence], float]
    total: float

    @classmethod
    def join(cls, one: "_Across", other: "_Across") -> "_Across":
        """Return the links of both."""
        small, large = sorted((one.scores, other.scores), key=len)
        scores = dict(large)
        total = one.total if large is one.scores else other.total
        for pair, score in small.items():
            before = scores.get(pair, 0.0)
            scores[pair] = max(before, score)
            total += scores[pair] - before
        return cls(scores, total)


def find_clusters(
    links: Iterable[Link], places: Mapping[str, Place], *, linked: float = LINKED
) -> tuple[tuple[str, ...], ...]:
    """Return the clusters of linked claims; ``places`` gives the place of each claim.

    The two clusters whose sentences are nearest on average join first, pairs without a link counting as 0, and pairs
    of one voice not at all. Links of score 0 hold clusters together but start none.
    """
    ordered = sorted(links, key=lambda link: (-link.score, link.a, link.b))
    names = sorted({name for link in ordered for name in (link.a, link.b)})
    numbers = {name: number for number, name in enumerate(names)}
    clusters = {numbers[name]: _begin(name, places[name]) for name in names}
    for link in ordered:
        a, b = numbers[link.a], numbers[link.b]
        sides = frozenset((places[link.a].sentence, places[link.b].sentence))
        clusters[a].links[b] = clusters[b].links[a] = _Across({sides: link.score}, link.score)
    queue = [_rank(clusters, a, b) for a, cluster in clusters.items() for b in cluster.links if a < b]
    heapify(queue)
    following = len(names)
    while queue:
        average, a, b = heappop(queue)
        # What is no longer there has joined another since; what stands in the queue is older than that.
        if a not in clusters or b not in clusters or average == 0:
            continue
        if len(clusters[a].links[b].scores) < linked * _count_possible(clusters[a], clusters[b]):
            continue
        clusters[following] = _join(clusters, a, b, following)
        for other in sorted(clusters[following].links):
            heappush(queue, _rank(clusters, *sorted((other, following))))
        following += 1
    return tuple(sorted(tuple(sorted(cluster.members)) for cluster in clusters.values() if len(cluster.members) > 1))


def _begin(name: str, place: Place) -> _Cluster:
    return _Cluster((name,), frozenset({(place.voice, place.sentence)}), Counter([place.voice]))


def _rank(clusters: Mapping[int, _Cluster], a: int, b: int) -> tuple[float, int, int]:
    across = clusters[a].links[b]
    possible = _count_possible(clusters[a], clusters[b])
    # Rounded, so that sums of the same scores in another order rank alike.
    return (-round(across.total / possible, 9) if possible else 0.0), a, b


def _count_possible(one: _Cluster, other: _Cluster) -> int:
    small, large = sorted((one.voices, other.voices), key=len)
    same = sum(number * large[voice] for voice, number in small.items())
    return len(one.sentences) * len(other.sentences) - same


def _join(clusters: dict[int, _Cluster], a: int, b: int, number: int) -> _Cluster:
    """Take both out of the clusters and point their neighbours to what they became."""
    one, other = clusters.pop(a), clusters.pop(b)
    links: dict[int, _Across] = {}
    for neighbour in sorted({*one.links, *other.links} - {a, b}):
        found = [cluster.links[neighbour] for cluster in (one, other) if neighbour in cluster.links]
        links[neighbour] = _Across.join(*found) if len(found) > 1 else found[0]
        theirs = clusters[neighbour].links
        theirs.pop(a, None)
        theirs.pop(b, None)
        theirs[number] = links[neighbour]
    sentences = one.sentences | other.sentences
    return _Cluster((*one.members, *other.members), sentences, Counter(voice for voice, _ in sentences), links)
