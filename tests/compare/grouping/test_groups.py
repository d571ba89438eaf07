from collections.abc import Callable
from dataclasses import replace

import pytest

from claimcmp.compare.grouping.groups import give_ids, make_group_id, sort_groups
from claimcmp.records import Claim, Evidence, Group, Pair, Voice


def group(*claims: str, topic: str = "coast") -> Group:
    return Group(make_group_id(topic, claims[0]), topic, "the bridge", "agree", (), claims, (), (), ())


def test_groups_that_begin_alike_have_ids_of_their_own() -> None:
    named = give_ids([group("a", "b"), group("a", "c"), group("a", "b", "c"), group("a", "b", topic="harbour")])
    assert len({found.id for found in named}) == len(named)
    assert [found.claims for found in named] == [("a", "b"), ("a", "c"), ("a", "b", "c"), ("a", "b")]


@pytest.mark.parametrize("others", [[], [group("b", "a")], [group("c", "a", "b")]])
def test_an_id_stays_when_groups_come_that_begin_with_other_claims(others: list[Group]) -> None:
    assert group("a", "b").id in {found.id for found in give_ids([*others, group("a", "b")])}


def test_groups_that_sure_rules_hold_together_come_first(claim: Callable[..., Claim]) -> None:
    claims = {name: claim(name, "The bridge is shut.") for name in ("Alpha", "Beta", "Gamma")}
    by_id = {held.id: held for held in claims.values()}

    def joined(*names: str, rule: str) -> Group:
        ids = tuple(claims[name].id for name in names)
        voices = tuple(Voice(name, (name,), (held,)) for name, held in zip(names, ids, strict=True))
        pairs = tuple(Pair(ids[0], other, "agree", rule, "why", 0.5, Evidence(0.5), 0.5) for other in ids[1:])
        return replace(group(*ids), pairs=pairs, voices=voices)

    wide, sure = joined("Alpha", "Beta", "Gamma", rule="same-matter"), joined("Beta", "Gamma", rule="same-number")
    assert [len(found.claims) for found in sort_groups([wide, sure], by_id)] == [2, 3]
    surer = joined("Alpha", "Beta", "Gamma", rule="same-words")
    assert [len(found.claims) for found in sort_groups([sure, surer], by_id)] == [3, 2]
