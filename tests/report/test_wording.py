"""Numbers, lists and verdicts in words."""

from dataclasses import replace

import pytest

from claimcmp.records import Comparison
from claimcmp.report.wording import (
    count,
    count_verdicts,
    find_respects,
    list_words,
    show_sign,
    show_verdict,
    tell_reasons,
    tell_verdicts,
    unknown_name,
)


@pytest.mark.parametrize(
    ("n", "plural", "words"),
    [(0, None, "0 claims"), (1, None, "1 claim"), (2, None, "2 claims"), (1204, None, "1,204 claims")],
)
def test_count_takes_the_plural_that_the_number_needs(n: int, plural: str | None, words: str) -> None:
    assert count(n, "claim", plural) == words


def test_count_takes_an_irregular_plural() -> None:
    assert [count(n, "matter of fact", "matters of fact") for n in (1, 2)] == ["1 matter of fact", "2 matters of fact"]


@pytest.mark.parametrize(
    ("words", "prose"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_list_words_joins_as_in_prose(words: list[str], prose: str) -> None:
    assert list_words(words) == prose


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("tabel", 'Unknown format "tabel". Known: table, csv. Did you mean "table"?'),
        ("CSV", 'Unknown format "CSV". Known: table, csv. Did you mean "csv"?'),
        ("parquet", 'Unknown format "parquet". Known: table, csv.'),
    ],
)
def test_unknown_name_lists_the_known_and_the_nearest(name: str, message: str) -> None:
    assert unknown_name("format", name, ["table", "csv"]) == message


def test_count_verdicts_bends_the_verbs_and_names_the_differences(comparison: Comparison) -> None:
    agree, diverge, mixed, single, compatible = comparison.groups
    dated = replace(diverge, differs_in=("date", "certainty"))
    assert count_verdicts([agree, diverge, mixed, single, compatible]) == (
        "1 agrees, 1 compatible, 1 diverges (attribution, certainty), 1 mixed (number), 1 single-source"
    )
    assert count_verdicts([agree, agree, compatible]) == "2 agree, 1 compatible"
    assert count_verdicts([compatible, compatible]) == "2 compatible"
    assert count_verdicts([agree, agree, diverge, dated]) == "2 agree, 2 diverge (attribution, certainty, date)"


def test_tell_verdicts_names_groups_once(comparison: Comparison) -> None:
    agree, diverge, mixed, single, compatible = comparison.groups
    assert tell_verdicts([compatible, agree, agree]) == "2 groups agree, 1 is compatible"
    assert tell_verdicts([compatible]) == "1 group is compatible"
    assert tell_verdicts([agree, agree, diverge]) == "2 groups agree, 1 diverges"
    assert tell_verdicts([mixed]) == "1 group is mixed"
    assert tell_verdicts([single, single]) == "2 groups have a single source"
    assert tell_verdicts([]) == ""


def test_tell_reasons_counts_what_it_does_not_name() -> None:
    reasons = ["no predicate", "no predicate", "a question", "a heading.", "year unclear"]
    assert tell_reasons(reasons) == "no predicate (2 times); a heading; a question; other reasons (1 time)"
    assert tell_reasons(reasons[:3]) == "no predicate (2 times); a question"


@pytest.mark.parametrize(
    ("rules", "only_words"),
    [
        (("same-words",), True),
        (("same-words", "same-matter"), True),
        (("same-words", "same-number"), False),
        (("same-date",), False),
    ],
)
def test_claims_that_only_share_words_agree_in_words(
    comparison: Comparison, rules: tuple[str, ...], only_words: bool
) -> None:
    group, pair = next((group, pair) for group in comparison.groups for pair in group.pairs if group.verdict == "agree")
    group = replace(group, pairs=tuple(replace(pair, rule=rule) for rule in rules), decisions=())
    assert (show_sign(group), find_respects(group)) == (("≈", ("words",)) if only_words else ("✓", ()))
    counted, told = ("1 alike in words", "1 group is alike in words") if only_words else ("1 agrees", "1 group agrees")
    assert count_verdicts([group]) == counted
    assert tell_verdicts([group]) == told
    assert show_verdict(group) == ("ALIKE" if only_words else "AGREE")


def test_differing_groups_tell_in_what_they_differ(comparison: Comparison) -> None:
    group = next(group for group in comparison.groups if group.verdict in ("diverge", "mixed"))
    assert find_respects(group) == group.differs_in
