"""Divides wide clusters into parts, a narrow matter each; a claim that bears on several matters stands in several."""

from collections.abc import Iterable, Mapping, Sequence

from claimcmp.compare.grouping.clusters import Link, Place, find_clusters
from claimcmp.compare.grouping.nearness import find_nearness

WIDE = 6
"""A cluster of no more sentences is surveyed at a glance and stays whole."""
CLOSE = 0.5
"""Of the pairs of sentences of different voices across two clusters that join to a part, this share is on one matter.

From .45 to .55 the figures of the development golds hardly move; from .6 on pairs are lost.
"""
NEAR = 0.25
"""The mean score with a part's sentences of other voices from which on a claim stands there too: that of one matter."""
PLAIN = 0.35
"""From this score on a pair by a sure rule is kept though its claims stand in two matters; nearly half are right."""
PLAIN_IF_UNSURE = 0.6
"""From this score on a pair by a rule that is not sure is kept so."""
FEWEST_OTHERS = 2
"""Sentences of other voices that such a part must have: one pair alone is no second matter."""
ALIKE = 0.8
"""From this score on two claims are so near that they are a narrow matter of their own within a wider one.

From .7 to .9 it is all the same: of the annotated matters of four subjects (benchmarks/matters.py) 52 instead of 46
come out as a group with the right verdict, and pairs are found and rejected as before.
"""
KNIT = 0.8
"""Of the pairs of sentences of different voices within a narrow matter, so many are so near."""
SEVERAL = 4
"""A matter of no more sentences has no narrower one in it."""


def find_matters(links: Iterable[Link], places: Mapping[str, Place]) -> tuple[tuple[str, ...], ...]:
    """Return the claims of each matter; ``places`` gives the place of each claim.

    Clusters of linked claims are matters unless they are wide. Then their close parts are; every claim of the cluster
    stands in each part that it is near to, and in the nearest one if it is in none. Parts that have most claims of one
    of them in common are one. What is far nearer to each other than to the rest of its matter is one by itself, too.
    """
    held = tuple(links)
    clusters = find_clusters(held, places)
    number = {claim: position for position, cluster in enumerate(clusters) for claim in cluster}
    inside: list[list[Link]] = [[] for _ in clusters]
    for link in held:
        if link.a in number and number[link.a] == number.get(link.b):
            inside[number[link.a]].append(link)
    divided = (_divide(cluster, found, places) for cluster, found in zip(clusters, inside, strict=True))
    matters = [frozenset(matter) for parts in divided for matter in parts]
    matters += _find_between(held, matters, places)
    matters += _find_narrow(held, matters, places)
    return tuple(sorted({tuple(sorted(matter)) for matter in matters}))


def _find_narrow(
    links: Iterable[Link], matters: Sequence[frozenset[str]], places: Mapping[str, Place]
) -> list[frozenset[str]]:
    """Return what is within a matter of several sentences, and no more than half of it, and much more alike."""
    alike = [link for link in links if link.score >= ALIKE]
    found: list[frozenset[str]] = []
    for matter in matters:
        size = _count_sentences(matter, places)
        if size <= SEVERAL:
            continue
        inside = [link for link in alike if link.a in matter and link.b in matter]
        clusters = map(frozenset, find_clusters(inside, places, linked=KNIT))
        found += [cluster for cluster in clusters if 2 * _count_sentences(cluster, places) <= size]
    return found


def _count_sentences(claims: Iterable[str], places: Mapping[str, Place]) -> int:
    return len({places[claim].sentence for claim in claims})


def _find_between(
    links: Iterable[Link], matters: Sequence[frozenset[str]], places: Mapping[str, Place]
) -> list[frozenset[str]]:
    """Return matters of what is plainly together and stands in no matter together, its claims each with others."""
    standing: dict[str, set[int]] = {}
    for number, matter in enumerate(matters):
        for claim in matter:
            standing.setdefault(claim, set()).add(number)
    between = [
        link
        for link in links
        if link.score >= (PLAIN if link.sure else PLAIN_IF_UNSURE)
        and standing.get(link.a, set()).isdisjoint(standing.get(link.b, set()))
    ]
    found: list[frozenset[str]] = []
    for cluster in map(frozenset, find_clusters(between, places)):
        if any(_is_like(set(cluster), set(matter)) for matter in matters):
            # Most of it stands in one matter already: only the pairs across are new.
            found += [frozenset((link.a, link.b)) for link in between if {link.a, link.b} <= cluster]
        else:
            found.append(cluster)
    # A pair may fit into none of the clusters, for their other claims are of its own voices.
    held = list(found)
    found += [pair for link in between if not any((pair := frozenset((link.a, link.b))) <= other for other in held)]
    return found


def _divide(cluster: Sequence[str], links: Sequence[Link], places: Mapping[str, Place]) -> Iterable[Iterable[str]]:
    if _count_sentences(cluster, places) <= WIDE:
        return [cluster]
    cores = find_clusters(links, places, linked=CLOSE)
    home = {claim: number for number, core in enumerate(cores) for claim in core}
    parts = [set(core) for core in cores]
    both = [Link(*ends, link.score) for link in links for ends in ((link.a, link.b), (link.b, link.a))]
    for claim, near in find_nearness(both, cores, places).items():
        joined = [number for number, found in near.items() if found.score >= NEAR and found.others >= FEWEST_OTHERS]
        if claim not in home and not joined:
            joined = [min(near, key=lambda number: (-near[number].score, number))]
        for number in joined:
            parts[number].add(claim)
    return _unite(parts)


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
