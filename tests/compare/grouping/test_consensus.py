"""Majority, outliers and ranges of a group."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimcmp.compare.grouping.consensus import find_consensus, find_verdict
from claimcmp.compare.grouping.spreads import find_spreads
from claimcmp.records import Claim, Evidence, Pair, Quantity, Relation, Voice


def pair(a: str, b: str, relation: Relation, *, independent: bool = True) -> Pair:
    rule = "intervals-apart" if relation == "differ-in-number" else "rule"
    return Pair(a, b, relation, rule, "reason", 0.5, Evidence(0.5), independent=independent)


def voice(name: str) -> Voice:
    return Voice(name, (name,), (name.lower(),))


def measuring(name: str, *values: float, unit: str = "km") -> Claim:
    quantities = tuple(
        Quantity(f"{value:g} {unit}", n, n + 1, value, value, value, unit) for n, value in enumerate(values)
    )
    return Claim(name.lower(), "d", name, None, 0, 1, "x", 0, 1, quantities=quantities)


VOICES = tuple(map(voice, "ABCD"))
RELATIONS: tuple[Relation, ...] = ("agree", "complementary", "contradict", "differ-in-number")


def test_the_voice_that_differs_from_the_others_is_the_outlier() -> None:
    pairs = [
        pair("a", "b", "agree"),
        pair("b", "c", "agree"),
        pair("a", "d", "differ-in-number"),
        pair("b", "d", "contradict"),
    ]
    found = find_consensus(VOICES, pairs)
    assert found is not None
    assert (found.together, found.agree) == (("A", "B", "C"), True)
    assert [(outlier.voice, outlier.differs_in) for outlier in found.outliers] == [("D", ("content", "number"))]


def test_two_that_differ_have_no_majority() -> None:
    assert find_consensus(VOICES[:2], [pair("a", "b", "contradict")]) is None


def test_two_against_two_have_no_majority() -> None:
    pairs = [
        pair(a, b, "agree" if {a, b} in ({"a", "b"}, {"c", "d"}) else "contradict")
        for a, b in ("ab", "ac", "ad", "bc", "bd", "cd")
    ]
    assert find_consensus(VOICES, pairs) is None


def test_of_two_that_differ_the_one_that_stands_alone_is_the_outlier() -> None:
    pairs = [pair("a", "c", "agree"), pair("c", "d", "agree"), pair("b", "c", "differ-in-number")]
    found = find_consensus(VOICES, pairs)
    assert found is not None
    assert found.together == ("A", "C", "D")
    assert [(outlier.voice, outlier.differs_in) for outlier in found.outliers] == [("B", ("number",))]


@given(st.lists(st.tuples(st.sampled_from(list(combinations("abcde", 2))), st.sampled_from(RELATIONS)), max_size=10))
def test_every_outlier_differs_from_the_majority_in_something(
    judged: list[tuple[tuple[str, str], Relation]],
) -> None:
    pairs = [pair(*sides, relation) for sides, relation in judged]
    found = find_consensus(tuple(map(voice, "ABCDE")), pairs)
    if found is not None:
        assert all(outlier.differs_in for outlier in found.outliers)
        inside = {name.lower() for name in found.together}
        assert all(p.relation in ("agree", "complementary") for p in pairs if {p.a, p.b} <= inside)


def test_voices_that_only_add_to_each_other_do_not_agree() -> None:
    found = find_consensus(VOICES[:2], [pair("a", "b", "complementary")])
    assert found is not None
    assert not found.agree


def test_voices_that_no_pair_joins_do_not_agree() -> None:
    pairs = [pair("a", "c", "contradict"), pair("b", "c", "contradict")]
    assert find_consensus(VOICES[:3], pairs) is None


def test_pairs_that_add_no_voice_decide_nothing() -> None:
    pairs = [pair("a", "b", "agree"), pair("a", "c", "contradict", independent=False)]
    assert find_verdict(pairs) == "agree"
    assert find_verdict(pairs[1:]) == "single-source"


def test_spread_has_range_and_median_over_the_voices() -> None:
    claims = [measuring("A", 10), measuring("B", 12), measuring("C", 30_000, unit="m")]
    pairs = [pair(*ends, "differ-in-number") for ends in combinations("abc", 2)]
    (spread,) = find_spreads(claims, VOICES[:3], pairs)
    assert (spread.unit, spread.low, spread.median, spread.high) == ("km", 10.0, 12.0, 30.0)
    assert [(measured.voice, measured.texts) for measured in spread.values] == [
        ("A", ("10 km",)),
        ("B", ("12 km",)),
        ("C", ("30000 m",)),
    ]


def test_what_one_voice_measures_alone_has_no_spread() -> None:
    claims = [measuring("A", 10), measuring("B", 12, unit="kg")]
    assert find_spreads(claims, VOICES[:2], [pair("a", "b", "complementary")]) == ()
