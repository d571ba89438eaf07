"""Majority, outliers and ranges of a group."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimcmp.compare.grouping.consensus import find_consensus, find_verdict
from claimcmp.compare.grouping.spreads import find_spreads
from claimcmp.compare.grouping.values_apart import find_values_apart
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
LIMIT = Quantity("less than 12 km", 0, 1, 12, 0, 12, "km", approximate=True)
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


JUDGED = st.lists(st.tuples(st.sampled_from(list(combinations("abcdef", 2))), st.sampled_from(RELATIONS)), max_size=14)


@given(JUDGED)
def test_those_named_together_hold_together_and_outliers_with_none_of_them(
    judged: list[tuple[tuple[str, str], Relation]],
) -> None:
    pairs = [pair(*sides, relation) for sides, relation in judged]
    found = find_consensus(tuple(map(voice, "ABCDEF")), pairs)
    if found is None:
        return
    between: dict[frozenset[str], set[Relation]] = {}
    for sides, relation in judged:
        between.setdefault(frozenset("".join(sides).upper()), set()).add(relation)
    compatible = {sides for sides, relations in between.items() if relations <= {"agree", "complementary"}}
    for name in found.together:
        others = [frozenset((name, other)) for other in found.together if other != name]
        assert any(sides in compatible for sides in others)
        assert all(sides in compatible for sides in others if sides in between)
    assert 2 * len(found.together) > 6
    for outlier in found.outliers:
        to_them = [between.get(frozenset((outlier.voice, name)), set()) for name in found.together]
        assert any(not relations <= {"agree", "complementary"} for relations in to_them)
        assert not any("agree" in relations and relations <= {"agree", "complementary"} for relations in to_them)


@given(JUDGED, st.permutations("ABCDEF"))
def test_consensus_is_one_in_whatever_order_the_voices_come(
    judged: list[tuple[tuple[str, str], Relation]], order: list[str]
) -> None:
    pairs = [pair(*sides, relation) for sides, relation in judged]
    found, other = (find_consensus(tuple(map(voice, names)), pairs) for names in ("ABCDEF", order))
    assert (found is None) == (other is None)
    if found and other:
        assert (set(found.together), found.agree) == (set(other.together), other.agree)
        assert set(found.outliers) == set(other.outliers)


@given(st.integers(1, 4), st.sampled_from(["contradict", "differ-in-number", "differ-in-date"]))
def test_a_tie_has_no_outlier(half: int, relation: Relation) -> None:
    names = "abcdefgh"[: 2 * half]
    pairs = [
        pair(x, y, "agree" if (names.index(x) < half) == (names.index(y) < half) else relation)
        for x, y in combinations(names, 2)
    ]
    assert find_consensus(tuple(map(voice, names.upper())), pairs) is None


def test_who_agrees_with_both_sides_breaks_no_tie() -> None:
    pairs = [pair("a", "b", "differ-in-date"), pair("a", "c", "agree"), pair("b", "c", "agree")]
    assert find_consensus(VOICES[:3], pairs) is None


def test_who_speaks_of_something_else_breaks_no_tie() -> None:
    pairs = [pair("a", "b", "contradict"), pair("a", "c", "complementary")]
    assert find_consensus(VOICES[:3], pairs) is None


def test_who_agrees_with_one_of_the_majority_is_no_outlier() -> None:
    pairs = [
        *(pair(*sides, "agree") for sides in ("ab", "bc", "ac", "cd")),
        pair("a", "d", "differ-in-date"),
    ]
    found = find_consensus(VOICES, pairs)
    assert found is None or not found.outliers


def test_two_values_against_two_have_no_majority_though_pairs_agree_on_more() -> None:
    claims = [measuring("A", 9, unit="minute"), measuring("B", 9, unit="minute")]
    claims += [measuring("C", 25, unit="minute"), measuring("D", 25, unit="minute")]
    pairs = [
        replace(pair("a", "b", "agree"), rule="same-number"),
        replace(pair("c", "d", "agree"), rule="same-number"),
        pair("a", "c", "differ-in-number"),
        pair("b", "d", "agree"),
    ]
    apart = find_values_apart(claims, VOICES, pairs)
    assert apart == {frozenset(sides) for sides in ("AC", "AD", "BC", "BD")}
    assert find_consensus(VOICES, pairs, apart) is None


def test_a_bound_that_a_value_keeps_is_not_apart_from_it() -> None:
    claims = [measuring("A", 10), replace(measuring("B", 12), quantities=(LIMIT,))]
    pairs = [replace(pair("a", "b", "complementary"), rule="within-bound")]
    assert find_spreads(claims, VOICES[:2], pairs)
    assert not find_values_apart(claims, VOICES[:2], pairs)


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


def test_a_change_that_is_the_level_of_others_is_a_value_too() -> None:
    lost = measuring("C", 2, unit="miner")
    lost = replace(lost, quantities=(replace(lost.quantities[0], role="change"),))
    claims = [measuring("A", 2, unit="miner"), measuring("B", 2, unit="miner"), lost]
    pairs = [replace(pair(*ends, "agree"), rule="same-number") for ends in combinations("abc", 2)]
    (spread,) = find_spreads(claims, VOICES[:3], pairs)
    assert [measured.voice for measured in spread.values] == ["A", "B", "C"]
