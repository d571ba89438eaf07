"""What belongs to which topic, and in which order."""

from dataclasses import replace

import pytest

from claimcmp.errors import ReportError
from claimcmp.records import Comparison, Group
from claimcmp.report.arrangement import by_id, by_topic, find_alike, groups_by_topic, sources_of


def test_by_topic_keeps_the_order_of_the_comparison(comparison: Comparison) -> None:
    views = by_topic(comparison)
    assert [view.topic for view in views] == ["roadmap", "trade", "six-party", "energy"]
    assert [len(view.claims) for view in views] == [5, 5, 3, 1]
    assert [view.unmatched for view in views] == [0, 0, 2, 1]


def test_by_topic_keeps_groups_of_a_topic_that_is_not_defined(comparison: Comparison) -> None:
    undefined = replace(comparison, topics=())
    assert [view.topic for view in by_topic(undefined)] == ["roadmap", "trade", "six-party"]
    assert groups_by_topic(undefined) == comparison.groups


def test_sources_of_follows_the_documents(comparison: Comparison) -> None:
    backwards = replace(comparison, documents=comparison.documents[::-1])
    assert sources_of(backwards) == ("Jamestown Foundation", "Chatham House", "KINU", "Valdai Club")


def test_by_id_refuses_a_group_of_unknown_claims(comparison: Comparison) -> None:
    with pytest.raises(ReportError, match=r"group g2 names claims .*: 002-22\."):
        by_id(replace(comparison, claims=tuple(claim for claim in comparison.claims if claim.id != "002-22")))


def test_find_alike_tells_groups_that_share_most_claims_of_the_smaller() -> None:
    def group(name: str, *claims: str) -> Group:
        return Group(name, name[:1], name, "agree", (), claims, (), (), ())

    large, small, apart = group("a1", *"pqrst"), group("b1", *"pqu"), group("c1", *"pvw")
    assert find_alike([large, small, apart]) == {"a1": (small,), "b1": (large,)}
