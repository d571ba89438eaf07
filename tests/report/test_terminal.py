"""The table for the terminal: whole at two widths, and never more than the width."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from claimcmp.records import Comparison, Voice
from claimcmp.report.terminal import format_terminal
from claimcmp.report.terminal_brief import says_little

ASSETS = Path(__file__).parent / "assets"

_UNTRUSTED = st.text(min_size=1) | st.text(
    st.sampled_from("a \x1b[]\u202e\u2066\x9b\x07物👩‍\u0301\U000e0041/:"), min_size=1
)
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def _one_topic(comparison: Comparison, topic: str) -> Comparison:
    return replace(
        comparison,
        topics=tuple(defined for defined in comparison.topics if defined.id == topic),
        claims=tuple(claim for claim in comparison.claims if topic in claim.topics),
        groups=tuple(group for group in comparison.groups if group.topic == topic),
        unjudged=(),
        unmatched=(),
    )


@pytest.mark.parametrize("width", [80, 200])
def test_terminal_as_a_whole(comparison: Comparison, width: int) -> None:
    expected = (ASSETS / f"comparison_{width}.txt").read_text(encoding="utf-8")
    assert format_terminal(comparison, width=width) == expected


def test_terminal_counts_the_pairs_of_a_single_topic_in_its_first_line(comparison: Comparison) -> None:
    first, *_ = format_terminal(_one_topic(comparison, "trade"), width=200).splitlines()
    assert first == (
        "trade: 3 groups, 1 compatible, 1 mixed (number), 1 single-source. 5 claims, 4 sources, 1,118 pairs looked at."
    )


def _many(comparison: Comparison, rule: str) -> Comparison:
    """Return a comparison of twelve groups: a group that agrees, by a rule, many times, and then those that differ."""
    agreeing = next(group for group in comparison.groups if group.verdict == "agree")
    differing = [group for group in comparison.groups if group.verdict in ("diverge", "mixed")]
    pairs = tuple(replace(pair, rule=rule) for pair in agreeing.pairs)
    alike = [
        replace(agreeing, id=f"roadmap-{n}", matter=f"road {n}", pairs=pairs, spreads=(), decisions=())
        for n in range(12 - len(differing))
    ]
    return replace(comparison, groups=(*alike, *differing), filters={})


def test_a_long_table_shows_what_differs_first_and_shared_words_in_brief(comparison: Comparison) -> None:
    many = _many(comparison, "same-words")
    table = format_terminal(many, width=200)
    roadmap = table.split("\ntrade:")[0]
    assert roadmap.index("DIVERGE") < roadmap.index("more groups without a difference") < roadmap.index("road 0")
    quote = next(claim.text for claim in many.claims if claim.id == many.groups[0].claims[0])[:20]
    assert quote not in roadmap[roadmap.index("more groups") :]
    assert all(f"road {n} " in table for n in range(9))
    full = format_terminal(many, width=200, full=True)
    assert "more groups" not in full
    assert full.index("DIVERGE") < full.index("road 0")


def test_filters_short_tables_and_sure_agreements_shorten_nothing(comparison: Comparison) -> None:
    many = _many(comparison, "same-words")
    assert "more group" not in format_terminal(replace(many, filters={"min_confidence": 0.1}), width=200)
    assert "more group" not in format_terminal(replace(many, groups=many.groups[:9]), width=200)
    assert "more group" not in format_terminal(_many(comparison, "same-number"), width=200)


@pytest.mark.parametrize(("voices", "little"), [(2, True), (3, False)])
def test_words_that_three_voices_share_are_worth_reading(comparison: Comparison, voices: int, little: bool) -> None:
    group, pair = next((group, pair) for group in comparison.groups for pair in group.pairs if group.verdict == "agree")
    pairs = tuple(replace(pair, a="c0", b=f"c{n}", rule="same-words") for n in range(1, voices))
    speaking = tuple(Voice(f"Voice {n}", (f"Source {n}",), (f"c{n}",)) for n in range(voices))
    shared = replace(group, pairs=pairs, voices=speaking, spreads=(), decisions=())
    assert says_little(shared) is little
    assert not says_little(replace(shared, pairs=(replace(pairs[0], rule="same-number"),)))


@pytest.mark.parametrize(
    ("topic", "line"),
    [
        ("six-party", "six-party: 3 claims from 2 sources, none on the same matter."),
        ("energy", "energy: 1 claim from 1 source, nothing to compare with."),
        ("sanctions", "No topic to compare."),
    ],
)
def test_terminal_says_in_a_sentence_that_nothing_matched(comparison: Comparison, topic: str, line: str) -> None:
    assert format_terminal(_one_topic(comparison, topic)).strip() == line


def test_terminal_says_that_a_topic_has_no_claims(comparison: Comparison) -> None:
    assert format_terminal(replace(_one_topic(comparison, "energy"), claims=())) == "energy: no claims.\n"


def test_terminal_counts_judgements_that_it_does_not_spell_out(comparison: Comparison) -> None:
    group = comparison.groups[0]
    pairs = tuple(replace(group.pairs[0], relation="differ-in-date", reason=f"reason {n}") for n in range(15))
    text = format_terminal(replace(comparison, groups=(replace(group, pairs=pairs),)))
    assert "… 3 more pairs; the long CSV lists all of them." in text


def test_terminal_answers_first(comparison: Comparison) -> None:
    first, *_ = format_terminal(comparison, width=200).splitlines()
    assert first == (
        "4 topics: 5 groups, 1 agrees, 1 compatible, 1 diverges (attribution, certainty), 1 mixed (number), 1 single-source. "
        "13 claims, 4 sources."
    )


def test_terminal_says_that_filters_leave_nothing(comparison: Comparison) -> None:
    filters = {"relations": ["contradict", "agree"], "since": "2030"}
    nothing = replace(comparison, claims=(), groups=(), unmatched=(), unjudged=(), filters=filters, groups_hidden=5)
    assert format_terminal(nothing, width=200) == (
        "Nothing to show: of 5 groups none passes the filter (relation contradict or agree, since 2030). "
        "Loosen it, or leave it out to see everything.\n"
    )


def test_terminal_leaves_out_topics_of_which_filters_leave_nothing(comparison: Comparison) -> None:
    claims = tuple(claim for claim in comparison.claims if claim.topics == ("trade",))
    groups = tuple(group for group in comparison.groups if group.topic == "trade")
    some = replace(
        comparison, claims=claims, groups=groups, unmatched=(), unjudged=(), filters={"since": "2018"}, groups_hidden=2
    )
    text = format_terminal(some, width=200)
    assert text.startswith("trade: 3 groups")
    assert "energy" not in text
    assert (
        "Shown: since 2018. Hidden: 2 groups; verdicts are those over all pairs. Nothing is left of 3 other topics."
        in text
    )


@pytest.mark.parametrize("width", [80, 200])
def test_terminal_colour_changes_no_word(comparison: Comparison, width: int) -> None:
    coloured = format_terminal(comparison, width=width, color=True)
    assert coloured != _STYLE.sub("", coloured) == format_terminal(comparison, width=width)


def test_terminal_does_not_look_at_the_environment(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [format_terminal(comparison, color=color) for color in (True, False)]
    for name, value in {"NO_COLOR": "1", "FORCE_COLOR": "1", "COLUMNS": "33", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert [format_terminal(comparison, color=color) for color in (True, False)] == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=_UNTRUSTED, width=st.sampled_from([40, 80, 119, 120, 200]))
def test_terminal_never_exceeds_the_width(
    one_claim_comparison: Callable[[str], Comparison], text: str, width: int
) -> None:
    lines = format_terminal(one_claim_comparison(text), width=width).split("\n")
    assert max(cell_len(line) for line in lines) <= width


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=_UNTRUSTED, color=st.booleans())
def test_terminal_holds_nothing_that_acts(
    one_claim_comparison: Callable[[str], Comparison], text: str, color: bool
) -> None:
    output = (
        _STYLE.sub("", format_terminal(one_claim_comparison(text), color=color))
        if color
        else format_terminal(one_claim_comparison(text))
    )
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", output
    )


def test_a_source_with_several_quotes_in_a_group_is_named_once_and_they_are_numbered(comparison: Comparison) -> None:
    group = comparison.groups[0]
    first, *_ = (claim for claim in comparison.claims if claim.id == group.claims[0])
    second = replace(first, id="second", start=first.end, end=first.end + len(first.text))
    group = replace(group, claims=(first.id, second.id, *group.claims[1:]))
    made = replace(comparison, claims=(*comparison.claims, second), groups=(group,))
    told = format_terminal(made, width=80)
    assert told.count(f"{first.source}, {first.published}") == 1
    assert "[1] “" in told
    assert "[2] “" in told


def test_terminal_sums_up_pairs_that_agree_unless_all_are_asked_for(comparison: Comparison) -> None:
    group = comparison.groups[0]
    agreeing = [replace(group.pairs[0], relation="agree", reason=f"reason {n}") for n in range(3)]
    differing = replace(group.pairs[0], relation="differ-in-date", reason="two years")
    made = replace(comparison, groups=(replace(group, pairs=(*agreeing, differing)),))
    told, whole = (format_terminal(made, width=200, full=full) for full in (False, True))
    assert "two years" in told
    assert "= 3 pairs agree" in told
    assert "reason 1" not in told
    assert all(f"reason {n}" in whole for n in range(3))


def test_terminal_says_who_agrees_where_nothing_differs(comparison: Comparison) -> None:
    group = comparison.groups[0]
    pairs = tuple(replace(group.pairs[0], relation="agree", reason=f"reason {n}") for n in range(3))
    text = format_terminal(replace(comparison, groups=(replace(group, pairs=pairs),)), width=200)
    a, b = (next(claim.source for claim in comparison.claims if claim.id == side) for side in (pairs[0].a, pairs[0].b))
    assert f"agree: 3 pairs of {a} and {b} — {pairs[0].rule} 3" in text


def test_terminal_names_groups_alike_whatever_is_left_out(comparison: Comparison) -> None:
    *_, last = comparison.groups
    whole, part = (format_terminal(made, width=200) for made in (comparison, replace(comparison, groups=(last,))))
    (heading,) = (line for line in part.splitlines() if line.endswith(last.id))
    assert heading in whole.splitlines()


def test_terminal_shows_quotes_without_marks_of_emphasis(one_claim_comparison: Callable[[str], Comparison]) -> None:
    text = format_terminal(
        one_claim_comparison("Prices rose by **4 percent** in *May*, and 2 ** 10 is 1024"), width=200
    )
    assert "Prices rose by 4 percent in May, and 2 ** 10 is 1024" in text
