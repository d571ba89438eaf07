"""Text of a source acts on nothing: not on a terminal, not on a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.report.safe_text import cut, for_cell, for_screen, guard_formula


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Prices rose 4 % in May.", "Prices rose 4 % in May."),
        ("Prices\r\n  rose\tin\u00a0May.", "Prices rose in May."),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b31m", "\\x9b31m"),
        ("a\x00b\x07c\x7f", "a␀b␇c␡"),
        ("a\u202eb\u202c", "a\\u202eb\\u202c"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("a\ufeffb", "a\\ufeffb"),
        ("a\U000e0041", "a\\U000e0041"),
        ("a\ud800", "a\\ud800"),
        ("rose [citation needed]", "rose [citation needed]"),
        ("[bold]rose[/bold] :smile:", "[bold]rose[/bold] :smile:"),
    ],
)
def test_for_screen_shows_what_would_act(text: str, shown: str) -> None:
    assert for_screen(text) == shown


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Prices rose\n4 %.", "Prices rose\n4 %."),
        ("Prices rose\r\n4 %.", "Prices rose\r\n4 %."),
        ("Prices rose\r4 %.", "Prices rose␍4 %."),
        ("Prices\trose.", "Prices\trose."),
        ("a\x00b\x1b[31m\x85", "a␀b␛[31m\\x85"),
        ("a\udfff", "a\\udfff"),
        ("=1+1\x00", "'=1+1␀"),
    ],
)
def test_for_cell_shows_controls_and_keeps_lines(text: str, cell: str) -> None:
    assert for_cell(text) == cell


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.org")',
        "=1+1",
        "+1+1",
        "-2+3",
        "- item",
        "-",
        "@SUM(A1)",
        "\tindented",
        "\rreturned",
        "  =1+1",
        "\n=1+1",
        "\u00a0=1+1",
        "\ufeff=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM",
        "﹣1",
        "'=1+1",
        "-5.3 percent",
        "+44 20 7957 5700",
        "-1,23,4",
    ],
)
def test_guard_formula_puts_an_apostrophe_first(text: str) -> None:
    assert guard_formula(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["", " ", "Prices rose.", "-5.3", "+3%", "-3 %", "-1,234.5", "+.5", "4 - 5 = -1", "'tis", "–5", "a@b", "“=1”"],
)
def test_guard_formula_leaves_numbers_and_plain_text(text: str) -> None:
    assert guard_formula(text) == text


_RISKY = st.text(st.sampled_from("=+-@'\t\r\n ＝－1.,%a"), max_size=8)


@given(_RISKY, _RISKY)
def test_guard_formula_gives_different_texts_different_cells(text: str, other: str) -> None:
    assert (guard_formula(text) == guard_formula(other)) == (text == other)


@given(st.text(st.sampled_from("=+-@ \t1%a"), max_size=8))
def test_guard_formula_leaves_nothing_to_guard(text: str) -> None:
    guarded = guard_formula(text)
    assert guarded.startswith("'") or not guarded.strip().startswith(("=", "@"))


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Prices rose in May.", 19, "Prices rose in May."),
        ("Prices rose, in May.", 14, "Prices rose…"),
        ("物价在五月份上涨了百分之四", 6, "物价在五月…"),
    ],
)
def test_cut_ends_at_a_word_with_an_ellipsis(text: str, most: int, kept: str) -> None:
    assert cut(text, most) == kept
