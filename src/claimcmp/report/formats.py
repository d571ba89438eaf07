"""The forms that a comparison can be written in, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from claimcmp.errors import ReportError
from claimcmp.records import Comparison
from claimcmp.report.csv_tables import format_csv
from claimcmp.report.databases import format_duckdb, format_sqlite
from claimcmp.report.graph import format_graphml
from claimcmp.report.json_comparison import format_json, format_json_lines
from claimcmp.report.layouts import LAYOUTS, lay_out
from claimcmp.report.memo import format_markdown
from claimcmp.report.parquet import format_parquet
from claimcmp.report.qda_project import format_qdpx
from claimcmp.report.tables import Table
from claimcmp.report.terminal import format_terminal
from claimcmp.report.wording import unknown_name
from claimcmp.report.workbook import format_xlsx


@dataclass(frozen=True, slots=True)
class FormatOptions:
    """How a form is written; each form takes what concerns it and leaves the rest."""

    layout: str = "long"
    """Of forms that are one table: ``long``, a row a pair, ``wide``, a row a group, ``matrix``, a row a source, or the
    name of a table of records."""
    bom: bool = False
    """Whether CSV starts with a byte order mark, which some spreadsheets need to see UTF-8."""
    offsets: bool = False
    """Whether wide CSV has a column with the places of the quotes after each source."""
    raw: bool = False
    """Whether CSV leaves texts as they are, even those that a spreadsheet reads as formulas."""
    width: int = 100
    """Columns of the terminal."""
    color: bool = False
    full: bool = False
    """Whether the table spells out the pairs that agree too."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The documents' texts by name, for forms that show quotes in their place; those that are missing are not shown."""


Writer = Callable[[Comparison, FormatOptions], str | bytes]

_DEFAULTS = FormatOptions()


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a comparison: its name, how it is written, and which files are taken to be of it."""

    name: str
    write: Writer
    endings: tuple[str, ...]
    """In lower case, with the dot."""
    binary: bool = False
    """Whether it is of use in a file only."""
    takes: frozenset[str] = frozenset()
    """Which of the options that only some forms have concern it: layout, offsets, bom, raw, full."""


def format_comparison(
    comparison: Comparison,
    format: str = "table",  # noqa: A002  # as the user types it
    *,
    options: FormatOptions = _DEFAULTS,
) -> str | bytes:
    """Return the comparison in the form of that name, bytes if it is binary.

    An unknown form or layout raises ``ReportError`` with the known ones.
    """
    if format not in FORMATS:
        raise ReportError(unknown_name("format", format, list(FORMATS)))
    if options.layout not in LAYOUTS:
        raise ReportError(unknown_name("layout", options.layout, LAYOUTS))
    return FORMATS[format].write(comparison, options)


def find_format(path: PurePath) -> str:
    """Return the form that the ending of a file names; a file without an ending gets a table."""
    ending = path.suffix.lower()
    if not ending:
        return "table"
    for form in FORMATS.values():
        if ending in form.endings:
            return form.name
    known = [ending for form in FORMATS.values() for ending in form.endings]
    raise ReportError(
        f'The ending "{path.suffix}" of {path.as_posix()} names no format. '
        f"End it in {', '.join(known[:-1])} or {known[-1]}, or say which with --format."
    )


def check_ending(format: str, path: PurePath) -> None:  # noqa: A002  # as the user types it
    """Refuse a file whose ending promises another form; an unknown ending promises none, .txt only text."""
    ending = path.suffix.lower()
    promised = next((form.name for form in FORMATS.values() if ending in form.endings), None)
    if format not in FORMATS or promised in {None, format} or (promised == "table" and not FORMATS[format].binary):
        return
    own = FORMATS[format].endings[0]
    raise ReportError(
        f"{path.as_posix()} would hold {format}, but {ending} promises {promised}. "
        f"End the name in {own}, or leave --format out."
    )


def _write_table(comparison: Comparison, options: FormatOptions) -> str:
    return format_terminal(comparison, width=options.width, color=options.color, full=options.full)


def _write_csv(comparison: Comparison, options: FormatOptions) -> str:
    return format_csv(_lay_out(comparison, options), bom=options.bom, raw=options.raw)


def _lay_out(comparison: Comparison, options: FormatOptions) -> Table:
    return lay_out(comparison, options.layout, offsets=options.offsets)


def _write_json(comparison: Comparison, _: FormatOptions) -> str:
    return format_json(comparison)


def _write_html(comparison: Comparison, options: FormatOptions) -> str:
    from claimcmp.report.html import format_html

    return format_html(comparison, options.texts)


def _write_parquet(comparison: Comparison, options: FormatOptions) -> bytes:
    return format_parquet(_lay_out(comparison, options))


def _write_qdpx(comparison: Comparison, options: FormatOptions) -> bytes:
    return format_qdpx(comparison, options.texts)


def _without_options(write: Callable[[Comparison], str | bytes]) -> Writer:
    return lambda comparison, _: write(comparison)


FORMATS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("table", _write_table, (".txt",), takes=frozenset({"full"})),
        Form("csv", _write_csv, (".csv",), takes=frozenset({"layout", "offsets", "bom", "raw"})),
        Form("json", _write_json, (".json",)),
        Form("html", _write_html, (".html", ".htm")),
        Form("jsonl", _without_options(format_json_lines), (".jsonl", ".ndjson")),
        Form("markdown", _without_options(format_markdown), (".md", ".markdown")),
        Form("xlsx", _without_options(format_xlsx), (".xlsx",), binary=True),
        Form("parquet", _write_parquet, (".parquet",), binary=True, takes=frozenset({"layout", "offsets"})),
        Form("sqlite", _without_options(format_sqlite), (".sqlite", ".db"), binary=True),
        Form("duckdb", _without_options(format_duckdb), (".duckdb",), binary=True),
        Form("qdpx", _write_qdpx, (".qdpx",), binary=True),
        Form("graphml", _without_options(format_graphml), (".graphml",)),
    )
}
"""The forms by name; a new one is one more line here."""
