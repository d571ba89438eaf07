"""Claims that are near a topic are compared there too."""

from dataclasses import replace

import pytest

from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.explanation import explain_pair
from claimcmp.compare.grouping.guests import find_meeting
from claimcmp.records import Claim, Comparison, NearTopic


@pytest.fixture
def sea(claim) -> Claim:
    return claim("Alpha", "The storm sank the ferry Aurora with 300 passengers aboard.", topics=("sea",))


@pytest.fixture
def weather(claim) -> Claim:
    return claim("Beta", "On Monday a gale sank the Aurora, a ferry with 300 passengers.", topics=("weather",))


def near(claim: Claim, topic: str, behind: float) -> Claim:
    return replace(claim, near_topics=(*claim.near_topics, NearTopic(topic, behind)))


def topics_of(comparison: Comparison) -> list[str]:
    return [group.topic for group in comparison.groups]


def test_a_claim_joins_a_group_of_a_topic_that_it_is_near(sea: Claim, weather: Claim, extraction) -> None:
    assert topics_of(compare_claims(extraction(sea, weather))) == []
    compared = compare_claims(extraction(sea, near(weather, "sea", 0.1)))
    (group,) = compared.groups
    assert (group.topic, group.claims) == ("sea", (sea.id, weather.id))
    assert compared.unmatched == ()


@pytest.mark.parametrize(("behind", "topic"), [((0.1, 0.0), "weather"), ((0.0, 0.1), "sea")])
def test_a_pair_meets_once_under_the_nearer_topic(
    sea: Claim, weather: Claim, extraction, behind: tuple[float, float], topic: str
) -> None:
    found = extraction(near(sea, "weather", behind[1]), near(weather, "sea", behind[0]))
    assert topics_of(compare_claims(found)) == [topic]


def test_a_guest_shows_where_one_topic_is_asked_for(sea: Claim, weather: Claim, extraction) -> None:
    found = extraction(sea, near(weather, "sea", 0.1))
    alone = compare_claims(found, topics=found.topics[:1])
    assert alone.groups == compare_claims(found).groups
    assert {claim.id for claim in alone.claims} == {sea.id, weather.id}


def test_the_farther_off_the_more_must_speak_for_it(sea: Claim, weather: Claim) -> None:
    close, far = (find_meeting(sea, near(weather, "sea", behind)) for behind in (0.0, 0.15))
    assert close is not None
    assert far is not None
    assert close.least < far.least


def test_claims_of_one_topic_and_claims_on_no_topic_are_no_guests(sea: Claim, weather: Claim) -> None:
    assert find_meeting(sea, replace(weather, topics=("sea",))) is None
    assert find_meeting(sea, near(replace(weather, topics=()), "sea", 0.0)) is None


def test_a_guest_pulls_no_group_of_the_topic_apart(sea: Claim, weather: Claim, claim, extraction) -> None:
    second = claim("Gamma", "The ferry Aurora sank in the storm with 300 passengers.", topics=("sea",))
    (before,) = compare_claims(extraction(sea, second)).groups
    (after,) = compare_claims(extraction(sea, second, near(weather, "sea", 0.0))).groups
    assert set(before.claims) < set(after.claims)


def test_explain_says_where_a_guest_is_compared(sea: Claim, weather: Claim, extraction) -> None:
    visitor = near(weather, "sea", 0.1)
    assert any("near sea" in note for note in explain_pair(extraction(sea, visitor), sea, visitor).notes)


def test_a_guest_that_only_judges_alike_is_none(claim, extraction) -> None:
    host = claim("Alpha", "The treaty is harmful.", topics=("treaty",))
    guest = near(claim("Beta", "The railway will be useful.", topics=("railway",)), "treaty", 0.0)
    beside = near(claim("Gamma", "The treaty will be useful.", topics=("railway",), start=90), "treaty", 0.0)
    assert topics_of(compare_claims(extraction(host, guest))) == []
    assert topics_of(compare_claims(extraction(host, beside))) == ["treaty"]
