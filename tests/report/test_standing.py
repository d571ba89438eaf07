"""Majority, voices, ranges and copied passages in words."""

from dataclasses import replace

import pytest

from claimcmp.records import Consensus, Copy, Group, Measured, Outlier, Spread, Voice
from claimcmp.report.standing import tell_consensus, tell_copy, tell_shared_voices, tell_spreads

GROUP = Group("g", "t", "m", "mixed", ("number",), (), (), (), ())


def voices(*names: str) -> tuple[Voice, ...]:
    return tuple(Voice(name, (name,), (name.lower(),)) for name in names)


@pytest.mark.parametrize(
    ("consensus", "told"),
    [
        (Consensus(("A", "B", "C"), True, (Outlier("D", ("number",)),)), "3 of 4 agree; D differs (number)"),
        (Consensus(("A", "B", "C", "D"), False), "4 of 4 do not differ"),
        (None, "no majority among 4 voices"),
    ],
)
def test_majority_is_told_with_its_outliers(consensus: Consensus | None, told: str) -> None:
    assert tell_consensus(replace(GROUP, voices=voices(*"ABCD"), consensus=consensus)) == told


def test_a_single_voice_has_no_majority() -> None:
    assert tell_consensus(replace(GROUP, voices=voices("A"))) == ""


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        (Voice("A", ("A", "B"), (), "copied"), "B has the words of A"),
        (Voice("A", ("A", "B", "C", "D", "E", "F"), (), "copied"), "B, C, D and 2 more have the words of A"),
        (Voice("wire", ("A", "B"), (), "declared"), "A and B are declared one voice, wire"),
        (Voice("Ana Ruiz", ("A", "B"), (), "quoted"), "A and B quote Ana Ruiz"),
    ],
)
def test_a_voice_of_several_sources_says_why(voice: Voice, told: str) -> None:
    assert tell_shared_voices(replace(GROUP, voices=(voice, *voices("X")))) == [told]


@pytest.mark.parametrize(
    ("low", "high", "median", "of", "told"),
    [
        (12.0, 15.0, 13.5, None, "12–15 t, median 13.5 (2 voices)"),
        (4e7, 4e7, 4e7, "wheat", "40,000,000 t of wheat (2 voices)"),
    ],
)
def test_a_range_is_told_with_its_median(low: float, high: float, median: float, of: str | None, told: str) -> None:
    values = tuple(Measured(name, value, ("x",)) for name, value in (("A", low), ("B", high)))
    assert tell_spreads(replace(GROUP, spreads=(Spread("t", of, low, high, median, values),))) == [told]


@pytest.mark.parametrize(("similarity", "how"), [(1.0, "word for word"), (0.957, "95 % of the words")])
def test_a_copied_passage_has_both_places(similarity: float, how: str) -> None:
    assert tell_copy(Copy("b.txt", 1, 9, "a.txt", 4, 12, similarity)) == f"b.txt 1–9 = a.txt 4–12 ({how})"
