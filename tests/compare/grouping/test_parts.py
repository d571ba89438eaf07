from itertools import combinations, permutations
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcmp.compare.grouping.clusters import Link, Place, find_clusters
from claimcmp.compare.grouping.parts import WIDE, find_matters


def place(name: str) -> Place:
    """The first letter of a name is its voice, the rest its sentence."""
    return Place(name[0], (name[0], int(name[1:] or 0)))


def matters(links: list[Link]) -> tuple[tuple[str, ...], ...]:
    return find_matters(links, {name: place(name) for link in links for name in (link.a, link.b)})


def link_all(names: str, score: float = 0.5) -> list[Link]:
    return [Link(a, b, score) for a, b in combinations(names.split(), 2)]


TWO = [*link_all("a1 b1 c1 d1"), *link_all("a2 b2 c2 d2")]
"""Two matters of four sources each."""
BRIDGES = [Link("a1", "b2", 0.3), Link("c1", "d2", 0.3), Link("b1", "c2", 0.3), Link("d1", "a2", 0.3)]


def test_a_wide_cluster_falls_into_its_close_parts() -> None:
    assert matters([*TWO, *BRIDGES]) == (("a1", "b1", "c1", "d1"), ("a2", "b2", "c2", "d2"))


def test_a_small_cluster_stays_whole() -> None:
    links = [*link_all("a1 b1 c1"), *link_all("a2 b2 c2"), *BRIDGES[:3:2]]
    (matter,) = matters(links)
    assert len(matter) == WIDE


def test_a_wide_cluster_on_one_matter_stays_whole() -> None:
    assert len(matters(link_all("a b c d e f g h"))) == 1


def test_a_claim_on_two_matters_stands_in_both() -> None:
    both = [Link("e1", other, 0.4) for other in ("a1", "b1", "c1", "d1", "a2", "b2", "c2", "d2")]
    found = matters([*TWO, *BRIDGES[:2], *both])
    assert sum("e1" in matter for matter in found) == 2
    assert len(found) == 2


def test_what_is_far_nearer_to_each_other_is_a_matter_of_its_own_too() -> None:
    whole = ("a1", "b1", "c1", "d1", "e1")
    near = [*link_all(" ".join(whole)), Link("a1", "b1", 0.9)]
    assert set(matters(near)) == {whole, ("a1", "b1")}
    # Of four sentences none is far from the others, and what is most of a matter is no narrower one.
    assert matters([*link_all("a1 b1 c1 d1"), Link("a1", "b1", 0.9)]) == (whole[:4],)
    assert matters(link_all(" ".join(whole), 0.9)) == (whole,)


def test_no_claim_of_a_wide_cluster_is_left_out() -> None:
    rim = [Link("e1", "a1", 0.5), Link("e1", "b1", 0.1), Link("e1", "a2", 0.1)]
    found = matters([*TWO, *BRIDGES, *rim])
    assert ("a1", "b1", "c1", "d1", "e1") in found


def test_order_of_links_changes_nothing() -> None:
    links = [*TWO, *BRIDGES]
    assert len({matters([*order, *links[6:]]) for order in permutations(links[:6])}) == 1


NAMES = [f"{voice}{number}" for voice in "abcd" for number in range(5)]
PAIRS = [(a, b) for a, b in combinations(NAMES, 2) if a[0] != b[0]]
LINKS = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.0, 0.3, 0.4, 0.7]), max_size=80)


@settings(deadline=None)
@given(LINKS, st.randoms(use_true_random=False))
def test_matters_share_few_claims_and_do_not_depend_on_order(
    scores: dict[tuple[str, str], float], random: Random
) -> None:
    links = [Link(a, b, score) for (a, b), score in scores.items()]
    shuffled = random.sample(links, len(links))
    found = matters(links)
    assert found == matters(shuffled)
    assert all(len(matter) > 1 for matter in found)
    for one, other in combinations(map(set, found), 2):
        assert 2 * len(one & other) <= min(len(one), len(other))


@settings(deadline=None)
@given(LINKS)
@example(
    {
        **{("a1", "b0"): 0.7, ("a4", "c1"): 0.0, ("b3", "c0"): 0.7, ("b3", "c3"): 0.4, ("a4", "c0"): 0.7},
        **{("a1", "c1"): 0.0, ("a1", "c3"): 0.0, ("c4", "d1"): 0.3, ("a4", "c2"): 0.3, ("a2", "c3"): 0.3},
        **{("a1", "c0"): 0.7, ("b3", "d1"): 0.4},
    }
)
def test_every_claim_of_a_cluster_and_every_plain_pair_is_on_a_matter(scores: dict[tuple[str, str], float]) -> None:
    links = [Link(a, b, score) for (a, b), score in scores.items()]
    places = {name: place(name) for name in NAMES}
    found = find_matters(links, places)
    clustered = {claim for cluster in find_clusters(links, places) for claim in cluster}
    assert clustered <= {claim for matter in found for claim in matter}
    plain = [{link.a, link.b} for link in links if link.score >= 0.7]
    assert all(any(pair <= set(matter) for matter in found) for pair in plain)


def test_a_pair_between_two_matters_is_kept_if_its_rule_is_sure() -> None:
    def keeps(*, sure: bool) -> bool:
        return any({"a1", "d2"} <= set(matter) for matter in matters([*TWO, Link("a1", "d2", 0.45, sure=sure)]))

    assert keeps(sure=True)
    assert not keeps(sure=False)
