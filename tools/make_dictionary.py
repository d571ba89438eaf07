"""Makes docs/data-dictionary.md out of the tables and the records: ``python tools/make_dictionary.py``."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tools.record_docs import about_field  # noqa: E402

from claimcmp.report.layouts import LONG_COLUMNS, WIDE_COLUMNS_AFTER, WIDE_COLUMNS_BEFORE  # noqa: E402
from claimcmp.report.matrices import MATRIX_COLUMNS, OVERVIEW_COLUMNS  # noqa: E402
from claimcmp.report.record_tables import RECORD_TABLES  # noqa: E402
from claimcmp.report.tables import Column  # noqa: E402

START = """# Data dictionary

<!-- Made by tools/make_dictionary.py; change the records or the tables, not this file. -->

Every tabular form has these tables under these names: CSV and Parquet one of them (`--layout NAME`), SQLite and DuckDB
all of the second part, XLSX several as sheets. [Exporting](exporting.md) says which form to take.

| kind | CSV, XLSX | SQLite | DuckDB, Parquet |
|---|---|---|---|
| text | as it is; guarded in CSV where a spreadsheet would read a formula | TEXT | VARCHAR, string |
| whole | number | INTEGER | BIGINT, int64 |
| number | number | REAL | DOUBLE, double |
| flag | yes or no | 1 or 0 | BOOLEAN, bool |
| list | parts with "; " between them | JSON array | VARCHAR[], list |

What is not known is empty, or NULL. Places (`start`, `end`) are code points of the document's text, which the claims
folder keeps in `texts/`.
"""
LAYOUTS = (
    ("long", "A row a pair, with both quotes; `_a` and `_b` are its two sides.", LONG_COLUMNS),
    (
        "wide",
        "A row a group. Between `differs_in` and `rule` each source has a column with its quotes, under its name; "
        "with `--offsets` another one with their places.",
        (*WIDE_COLUMNS_BEFORE, *WIDE_COLUMNS_AFTER),
    ),
    (
        "matrix",
        "A row a source, as a framework matrix has it; each topic has a column with what the source says on it.",
        MATRIX_COLUMNS,
    ),
    ("overview", "A row a topic; each source has a column that says how it stands.", OVERVIEW_COLUMNS),
)


def make_dictionary() -> str:
    """Return the text of the page."""
    blocks = [START, "## Layouts"]
    for name, about, columns in LAYOUTS:
        blocks += [f"### {name}", about, "\n".join(_rows(columns))]
    blocks += ["## Tables of records", 'SQL wants `"group"`, `"end"`, `"of"` and `"by"` in quotes.']
    for table in RECORD_TABLES:
        blocks += [f"### {table.name}", table.about, "\n".join(_rows(table.columns))]
    return "\n\n".join(block.strip() for block in blocks) + "\n"


def _rows(columns: Iterable[Column]) -> Iterator[str]:
    yield from ("| column | kind | meaning |", "|---|---|---|")
    for column in columns:
        about = column.about or (about_field(column.record, column.field) if column.record else "")
        yield f"| {column.name} | {column.kind} | {about.replace('|', chr(92) + '|')} |"


if __name__ == "__main__":
    (ROOT / "docs" / "data-dictionary.md").write_text(make_dictionary(), encoding="utf-8")
