"""CSV is what a spreadsheet and a script both read back as it was meant."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcmp.records import Comparison
from claimcmp.report.csv_tables import format_csv
from claimcmp.report.layouts import LONG_COLUMNS, WIDE_COLUMNS_AFTER, WIDE_COLUMNS_BEFORE, lay_out_long, lay_out_wide
from claimcmp.report.safe_text import for_cell
from claimcmp.report.tables import Column

ASSETS = Path(__file__).parent / "assets"


def format_csv_long(comparison: Comparison, *, bom: bool = False, raw: bool = False) -> str:
    return format_csv(lay_out_long(comparison), bom=bom, raw=raw)


def format_csv_wide(comparison: Comparison, *, bom: bool = False, offsets: bool = False) -> str:
    return format_csv(lay_out_wide(comparison, offsets=offsets), bom=bom)


def _names(columns: Iterable[Column]) -> list[str]:
    return [column.name for column in columns]


def _read_back(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), strict=True))


def _with_sources(comparison: Comparison, *sources: str) -> Comparison:
    named = zip(comparison.documents, sources, strict=True)
    return replace(comparison, documents=tuple(replace(document, source=source) for document, source in named))


def test_csv_long_as_a_whole(comparison: Comparison) -> None:
    assert format_csv_long(comparison).encode() == (ASSETS / "comparison_long.csv").read_bytes()


def test_csv_wide_as_a_whole(comparison: Comparison) -> None:
    assert format_csv_wide(comparison).encode() == (ASSETS / "comparison_wide.csv").read_bytes()


def test_csv_wide_with_offsets_as_a_whole(comparison: Comparison) -> None:
    text = format_csv_wide(comparison, offsets=True)
    assert text.encode() == (ASSETS / "comparison_wide_offsets.csv").read_bytes()


@pytest.mark.parametrize("write", [format_csv_long, format_csv_wide])
def test_csv_starts_with_a_byte_order_mark_on_demand(write: Callable[..., str], comparison: Comparison) -> None:
    assert write(comparison, bom=True) == f"\ufeff{write(comparison)}"


@pytest.mark.parametrize("write", [format_csv_long, format_csv_wide])
def test_csv_without_groups_is_its_header(write: Callable[..., str], comparison: Comparison) -> None:
    (header,) = _read_back(write(replace(comparison, groups=())))
    assert header[0] == "topic"


def test_csv_long_has_a_row_for_every_pair(comparison: Comparison) -> None:
    header, *rows = _read_back(format_csv_long(comparison))
    assert header == _names(LONG_COLUMNS)
    assert len(rows) == sum(len(group.pairs) for group in comparison.groups)


def test_csv_wide_has_a_row_for_every_group(comparison: Comparison) -> None:
    header, *rows = _read_back(format_csv_wide(comparison))
    sources = [document.source for document in comparison.documents]
    assert header == [*_names(WIDE_COLUMNS_BEFORE), *sources, *_names(WIDE_COLUMNS_AFTER)]
    assert [row[1] for row in rows] == [group.id for group in comparison.groups]


def test_csv_wide_puts_offsets_after_their_source(comparison: Comparison) -> None:
    header, first, *_ = _read_back(format_csv_wide(comparison, offsets=True))
    assert first[header.index("KINU") + 1] == "002.txt 6011–6480"
    assert header[header.index("KINU") + 1] == "KINU [offsets]"


def test_csv_wide_joins_the_quotes_of_one_source(comparison: Comparison) -> None:
    *_, coal, _ = _read_back(format_csv_wide(comparison))
    assert coal[5] == "Trade in coal stopped. ¶ Trade fell by 56 % in 2018."


@pytest.mark.parametrize(
    ("sources", "columns"),
    [
        (("Verdict", "KINU", "a", "b"), ["Verdict (source)", "KINU", "a", "b"]),
        (("KINU", "kinu", "Kinu", "b"), ["KINU", "kinu (source)", "Kinu (2)", "b"]),
        (("KINU", "KINU [offsets]", "a", "b"), ["KINU", "KINU [offsets] (source)", "a", "b"]),
        (("=KINU", "@b", "c", "d"), ["'=KINU", "'@b", "c", "d"]),
    ],
)
def test_csv_wide_makes_headings_unique(comparison: Comparison, sources: tuple[str, ...], columns: list[str]) -> None:
    named = replace(_with_sources(comparison, *sources), claims=(), groups=())
    header, *_ = _read_back(format_csv_wide(named))
    assert header[5 : -len(WIDE_COLUMNS_AFTER)] == columns
    with_offsets, *_ = _read_back(format_csv_wide(named, offsets=True))
    assert (
        len({heading.casefold() for heading in with_offsets})
        == len(with_offsets)
        == 5 + 2 * 4 + len(WIDE_COLUMNS_AFTER)
    )


def test_csv_leaves_negative_scores_alone(comparison: Comparison) -> None:
    group = comparison.groups[0]
    group = replace(group, pairs=(replace(group.pairs[0], score=-0.25),))
    _, row = _read_back(format_csv_long(replace(comparison, groups=(group,))))
    assert row[_names(LONG_COLUMNS).index("score")] == "-0.25"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(min_size=1))
def test_csv_long_gives_back_the_quotes(one_claim_comparison: Callable[[str], Comparison], text: str) -> None:
    _, row = _read_back(format_csv_long(one_claim_comparison(text)))
    assert row[_names(LONG_COLUMNS).index("quote_a")] == row[_names(LONG_COLUMNS).index("quote_b")] == for_cell(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_csv_wide_gives_back_the_very_text(one_claim_comparison: Callable[[str], Comparison], text: str) -> None:
    header, row = _read_back(format_csv_wide(one_claim_comparison(text)))
    assert row[header.index("KINU")] in {text, f"'{text}"}


def test_csv_guards_formulas_unless_raw(one_claim_comparison: Callable[[str], Comparison]) -> None:
    comparison = one_claim_comparison("=1+1\x07")
    quote = _names(LONG_COLUMNS).index("quote_a")
    assert _read_back(format_csv_long(comparison))[1][quote] == "'=1+1␇"
    assert _read_back(format_csv_long(comparison, raw=True))[1][quote] == "=1+1\x07"
