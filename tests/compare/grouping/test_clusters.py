from itertools import permutations

import pytest

from claimcmp.compare.grouping.clusters import Link, Place, find_clusters


def voices(*names: str) -> dict[str, Place]:
    """The first letter of a name is its voice, the rest its sentence, up to a stop."""
    return {name: Place(name[0], (name[0], int(name[1:].partition(".")[0] or 0))) for name in names}


CHAIN = [Link(a, b, 0.5) for a, b in zip("abcdefgh", "bcdefghi", strict=False)]


def test_a_chain_of_pairs_makes_no_giant_cluster() -> None:
    clusters = find_clusters(CHAIN, voices(*"abcdefghi"))
    assert max(map(len, clusters)) <= 4
    assert {name for cluster in clusters for name in cluster} <= set("abcdefghi")


def test_claims_that_are_all_linked_are_one_cluster() -> None:
    links = [Link(a, b, 0.3) for a, b in permutations("abcd", 2) if a < b]
    assert find_clusters(links, voices(*"abcd")) == (("a", "b", "c", "d"),)


def test_pairs_of_one_voice_need_no_link() -> None:
    links = [Link("a1", "b", 0.5), Link("a2", "b", 0.4)]
    assert find_clusters(links, voices("a1", "a2", "b")) == (("a1", "a2", "b"),)


def test_clauses_of_one_sentence_count_once() -> None:
    links = [Link("a1.1", "b", 0.5), Link("a1.2", "b", 0.4), Link("a1.2", "c", 0.3)]
    assert find_clusters(links, voices("a1.1", "a1.2", "b", "c")) == (("a1.1", "a1.2", "b", "c"),)


def test_the_strongest_pair_joins_first() -> None:
    links = [Link("a", "b", 0.9), Link("b", "c", 0.5), Link("c", "d", 0.8)]
    assert find_clusters(links, voices(*"abcd")) == (("a", "b"), ("c", "d"))


@pytest.mark.parametrize("score", [0.0, 0.4])
def test_pairs_that_could_not_be_judged_hold_together_but_start_nothing(score: float) -> None:
    links = [Link("a", "b", 0.9), Link("a", "c", 0.5), Link("b", "c", score)]
    assert find_clusters(links, voices(*"abc")) == (("a", "b", "c"),)
    assert find_clusters([Link("a", "b", 0.0)], voices(*"ab")) == ()


def test_order_of_links_changes_nothing() -> None:
    links = [Link("a", "b", 0.5), Link("b", "c", 0.5), Link("c", "d", 0.5), Link("a", "d", 0.5)]
    assert len({find_clusters(order, voices(*"abcd")) for order in permutations(links)}) == 1
