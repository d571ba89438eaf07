"""The forms that a comparison can be written in, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from claimcmp.errors import ReportError
from claimcmp.records import Comparison
from claimcmp.report.csv_tables import format_csv_long, format_csv_wide
from claimcmp.report.json_comparison import format_json
from claimcmp.report.terminal import format_terminal
from claimcmp.report.wording import unknown_name

LAYOUTS = ("long", "wide")


@dataclass(frozen=True, slots=True)
class FormatOptions:
    """How a form is written; each form takes what concerns it and leaves the rest."""

    layout: str = "long"
    """Of CSV: ``long``, one row a pair, or ``wide``, one row a group."""
    bom: bool = False
    """Whether CSV starts with a byte order mark, which some spreadsheets need to see UTF-8."""
    offsets: bool = False
    """Whether wide CSV has a column with the places of the quotes after each source."""
    width: int = 100
    """Columns of the terminal."""
    color: bool = False


Writer = Callable[[Comparison, FormatOptions], str]

_DEFAULTS = FormatOptions()


def format_comparison(
    comparison: Comparison,
    format: str = "table",  # noqa: A002  # as the user types it
    *,
    options: FormatOptions = _DEFAULTS,
) -> str:
    """Return the comparison in the form of that name; an unknown form or layout raises with the known ones."""
    if format not in FORMATS:
        raise ReportError(unknown_name("format", format, list(FORMATS)))
    if options.layout not in LAYOUTS:
        raise ReportError(unknown_name("layout", options.layout, LAYOUTS))
    return FORMATS[format](comparison, options)


def _write_table(comparison: Comparison, options: FormatOptions) -> str:
    return format_terminal(comparison, width=options.width, color=options.color)


def _write_csv(comparison: Comparison, options: FormatOptions) -> str:
    if options.layout == "wide":
        return format_csv_wide(comparison, bom=options.bom, offsets=options.offsets)
    return format_csv_long(comparison, bom=options.bom)


def _write_json(comparison: Comparison, _: FormatOptions) -> str:
    return format_json(comparison)


FORMATS: Mapping[str, Writer] = {"table": _write_table, "csv": _write_csv, "json": _write_json}
"""The writers by name; a new form is one more line here."""
