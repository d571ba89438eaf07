"""A comparison as a workbook for Excel and LibreOffice: overview, groups, pairs, claims, sources, and the run."""

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimcmp.errors import ReportError
from claimcmp.records import Comparison
from claimcmp.report.layouts import lay_out_long, lay_out_wide
from claimcmp.report.matrices import lay_out_overview
from claimcmp.report.record_tables import record_table
from claimcmp.report.safe_text import is_formula, show_controls
from claimcmp.report.tables import Table, Value, as_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written into every workbook, so that the same comparison is the same file."""
_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 16_384
_MOST_IN_CELL = 32_767
_CUT = " … [cut, the cell is full]"
_NARROWEST, _WIDEST = 8, 60
_HEADER = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"}
_CELL = {"text_wrap": True, "valign": "top"}
_FILLS = {
    "agree": "#DDEFD5",
    "compatible": "#EDF5E6",
    "complementary": "#EDF5E6",
    "mixed": "#FFF1C7",
    "diverge": "#F8D9D6",
    "contradict": "#F8D9D6",
    "differ-in-number": "#FBE5D6",
    "differ-in-date": "#FBE5D6",
    "differ-in-certainty": "#FBE5D6",
    "differ-in-attribution": "#FBE5D6",
    "single-source": "#ECECEC",
}
"""Behind verdicts and relations; the words say the same."""
_FILLED = frozenset({"verdict", "relation"})


def format_xlsx(comparison: Comparison) -> bytes:
    """Return a workbook with a sheet a table, the header frozen and filters set; no text becomes a formula or a link.

    A text that is too long for a cell is cut with a remark; more rows or columns than a sheet holds raise
    ``ReportError``.
    """
    from xlsxwriter import Workbook

    output = BytesIO()
    workbook = Workbook(output, {"in_memory": True})
    workbook.set_properties({"title": "Comparison of claims", "created": _CREATED})
    styles = _Styles(workbook)
    sheets = {
        "overview": lay_out_overview(comparison),
        "groups": lay_out_wide(comparison, offsets=True),
        "pairs": lay_out_long(comparison),
        "claims": record_table(comparison, "claims"),
        "sources": record_table(comparison, "documents"),
        "run": record_table(comparison, "run"),
    }
    for name, table in sheets.items():
        _check_size(name, table)
        _fill(workbook.add_worksheet(name), table, styles)
    workbook.close()
    return output.getvalue()


class _Styles:
    """The formats of cells, each made once."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, bool], Format] = {}
        self.header = workbook.add_format(_HEADER)

    def of(self, column: str, value: object) -> "Format":
        """Return the format for a value: its fill, and the mark that keeps text a text when the cell is edited."""
        fill = _FILLS.get(str(value), "") if column in _FILLED else ""
        key = fill, isinstance(value, str) and not value[:1].isalnum() and is_formula(value)
        if key not in self._made:
            self._made[key] = self._workbook.add_format(_CELL | ({"bg_color": fill} if fill else {}))
            if key[1]:
                self._made[key].set_quote_prefix()
        return self._made[key]


def _check_size(name: str, table: Table) -> None:
    if len(table.rows) >= _MOST_ROWS or len(table.columns) > _MOST_COLUMNS:
        raise ReportError(
            f'The sheet "{name}" would have {len(table.rows):,} rows and {len(table.columns):,} columns, more than a '
            "workbook holds. Show less with --topic, --relation or --source, or write csv, sqlite or parquet."
        )


def _fill(sheet: "Worksheet", table: Table, styles: _Styles) -> None:
    for place, column in enumerate(table.columns):
        values = [_in_cell(row[place]) for row in table.rows]
        heading = str(_in_cell(column.name))
        sheet.set_column(place, place, _width([heading, *values]))
        sheet.write_string(0, place, heading, styles.header)
        for line, value in enumerate(values, start=1):
            _write(sheet, line, place, value, styles.of(column.name, value))
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(sheet: "Worksheet", line: int, place: int, value: str | int | float, style: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(line, place, value, style)
    else:
        sheet.write_number(line, place, value, style)


def _in_cell(value: Value) -> str | int | float:
    held = as_text(value)
    return _fit(show_controls(held.replace("\r\n", "\n"))) if isinstance(held, str) else held


def _fit(text: str) -> str:
    # A cell holds so many units of UTF-16, of which characters beyond the first plane take two.
    if 2 * len(text) <= _MOST_IN_CELL:
        return text
    data = text.encode("utf-16-le")
    if len(data) <= 2 * _MOST_IN_CELL:
        return text
    return data[: 2 * (_MOST_IN_CELL - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _width(values: list[str | int | float]) -> int:
    longest = max(len(line) for value in values for line in str(value).split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDEST)
