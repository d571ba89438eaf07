"""A workbook is read back by another library as what was written, and nothing in it is a formula."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from claimcmp.errors import ReportError
from claimcmp.records import Comparison
from claimcmp.report import workbook
from claimcmp.report.layouts import lay_out_long
from claimcmp.report.tables import as_text
from claimcmp.report.workbook import format_xlsx

openpyxl = pytest.importorskip("openpyxl")


def _open(comparison: Comparison) -> Any:
    return openpyxl.load_workbook(BytesIO(format_xlsx(comparison)))


def test_workbook_has_the_sheets_with_header_and_filters(full_comparison: Comparison) -> None:
    book = _open(full_comparison)
    assert book.sheetnames == ["overview", "groups", "pairs", "claims", "sources", "run"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(dimension.width <= 61 for dimension in sheet.column_dimensions.values())


def test_pairs_are_read_back_as_they_were_written(full_comparison: Comparison) -> None:
    header, *rows = _open(full_comparison)["pairs"].iter_rows(values_only=True)
    table = lay_out_long(full_comparison)
    assert list(header) == [column.name for column in table.columns]
    assert [[held if held is not None else "" for held in row] for row in rows] == [
        [as_text(value) for value in row] for row in table.rows
    ]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", '=HYPERLINK("http://a.example")', "http://a.example", "-2+3"])
def test_texts_become_neither_formulas_nor_links(one_claim_comparison: Callable[[str], Comparison], text: str) -> None:
    book = _open(one_claim_comparison(text))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert cells
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)


def test_a_formula_stays_a_text_when_its_cell_is_edited(one_claim_comparison: Callable[[str], Comparison]) -> None:
    sheet = _open(one_claim_comparison("=1+1"))["claims"]
    marked = {cell.value for row in sheet.iter_rows() for cell in row if cell.quotePrefix}
    assert marked == {"=1+1"}


@pytest.mark.parametrize(
    ("text", "held"),
    [("a\x07b\x00", "a␇b␀"), ("a\r\nb", "a\nb"), ("half \ud800 of one", "half \\ud800 of one"), ("_x0041_", "_x0041_")],
)
def test_control_characters_are_shown(one_claim_comparison: Callable[[str], Comparison], text: str, held: str) -> None:
    cells = [cell.value for row in _open(one_claim_comparison(text))["claims"].iter_rows() for cell in row]
    assert held in cells


def test_a_text_too_long_for_a_cell_says_that_it_is_cut(one_claim_comparison: Callable[[str], Comparison]) -> None:
    cells = [cell.value for row in _open(one_claim_comparison("𝛼" * 40_000))["claims"].iter_rows() for cell in row]
    cut = max((cell for cell in cells if isinstance(cell, str)), key=len)
    assert cut.endswith("[cut, the cell is full]")
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767


def test_verdicts_have_a_colour_beside_their_word(comparison: Comparison) -> None:
    header, *rows = _open(comparison)["groups"].iter_rows()
    (place,) = (cell.column - 1 for cell in header if cell.value == "verdict")
    colours = {row[place].value: row[place].fill.fgColor.rgb for row in rows}
    assert len(set(colours.values())) == len(colours) > 2


def test_a_workbook_is_the_same_bytes_whenever_it_is_made(comparison: Comparison) -> None:
    made = format_xlsx(comparison)
    assert made == format_xlsx(comparison)
    assert {entry.date_time[0] for entry in ZipFile(BytesIO(made)).infolist()} == {1980}


def test_more_rows_than_a_sheet_holds_are_refused(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 5)
    with pytest.raises(ReportError, match=r'sheet "groups" would have 5 rows.*write csv'):
        format_xlsx(comparison)


def test_a_comparison_without_anything_is_a_workbook_of_headers(comparison: Comparison) -> None:
    empty = replace(comparison, documents=(), topics=(), claims=(), groups=(), unmatched=(), unjudged=())
    assert [sheet.max_row for sheet in _open(empty)][:-1] == [1] * 5
