import pytest

from claimcmp.cli.fail_on import find_met, parse_condition, refuse_idle
from claimcmp.errors import UsageError
from claimcmp.records import Comparison, Evidence, Group, Pair, Topic


@pytest.fixture
def comparison() -> Comparison:
    pair = Pair("a", "b", "contradict", "rule", "reason", 0.5, Evidence(0.5))
    group = Group("g", "prices", "m", "diverge", ("content",), ("a", "b"), ("A", "B"), (), (pair,))
    topics = (Topic("prices", "Consumer prices"), Topic("jobs", "Jobs"))
    return Comparison((), topics, (), (group,), ())


@pytest.mark.parametrize("text", ["contradict", "diverge", "diverge:topic=prices", "contradict:topic=Consumer prices"])
def test_condition_is_met_by_a_pair_with_the_relation(comparison: Comparison, text: str) -> None:
    assert find_met(comparison, [parse_condition(text)]) == [f"1 pair for --fail-on {text}"]


@pytest.mark.parametrize("text", ["agree", "differ-in-date", "contradict:topic=jobs"])
def test_condition_is_not_met_by_others(comparison: Comparison, text: str) -> None:
    assert find_met(comparison, [parse_condition(text)]) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("contradiction", 'Unknown relation "contradiction". Known: agree, .*diverge'),
        ("contradict:prices", 'cannot read "contradict:prices"'),
        ("contradict:", 'cannot read "contradict:"'),
        ("contradict:topic=", 'cannot read "contradict:topic="'),
    ],
)
def test_conditions_that_cannot_be_read_say_how(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse_condition(text)


def test_a_topic_that_is_not_compared_is_refused(comparison: Comparison) -> None:
    with pytest.raises(UsageError, match='Unknown topic "price"'):
        find_met(comparison, [parse_condition("diverge:topic=price")])


def test_a_condition_that_the_filter_by_relation_leaves_out_is_refused() -> None:
    refuse_idle([parse_condition("diverge")], ["agree", "contradict"])
    refuse_idle([parse_condition("contradict")], [])
    with pytest.raises(UsageError, match="--fail-on diverge is never met with --relation agree"):
        refuse_idle([parse_condition("diverge")], ["agree", "complementary"])
    with pytest.raises(UsageError, match="never met"):
        refuse_idle([parse_condition("contradict:topic=jobs")], ["agree"])
