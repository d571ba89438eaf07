import pytest

from claimcmp.compare.grouping.groups import give_ids, make_group_id
from claimcmp.records import Group


def group(*claims: str, topic: str = "coast") -> Group:
    return Group(make_group_id(topic, claims[0]), topic, "the bridge", "agree", (), claims, (), (), ())


def test_groups_that_begin_alike_have_ids_of_their_own() -> None:
    named = give_ids([group("a", "b"), group("a", "c"), group("a", "b", "c"), group("a", "b", topic="harbour")])
    assert len({found.id for found in named}) == len(named)
    assert [found.claims for found in named] == [("a", "b"), ("a", "c"), ("a", "b", "c"), ("a", "b")]


@pytest.mark.parametrize("others", [[], [group("b", "a")], [group("c", "a", "b")]])
def test_an_id_stays_when_groups_come_that_begin_with_other_claims(others: list[Group]) -> None:
    assert group("a", "b").id in {found.id for found in give_ids([*others, group("a", "b")])}
