"""A table as CSV.

It follows RFC 4180 (comma, ``\\r\\n``, quotes where needed), with one header row. Text of a source is guarded against
being read as a formula unless it is wanted raw; numbers of ours, scores and offsets, are plain numbers.
"""

import csv
from io import StringIO

from claimcmp.report.safe_text import for_cell
from claimcmp.report.tables import Table, Value, as_text

_BYTE_ORDER_MARK = "\ufeff"


def format_csv(table: Table, *, bom: bool = False, raw: bool = False) -> str:
    """Return the table as CSV; ``raw`` leaves every text as it is, for programs that do not evaluate cells."""
    output = StringIO(newline="")
    writer = csv.writer(output, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([_cell(column.name, raw=raw) for column in table.columns])
    writer.writerows([_cell(value, raw=raw) for value in row] for row in table.rows)
    return f"{_BYTE_ORDER_MARK if bom else ''}{output.getvalue()}"


def _cell(value: Value, *, raw: bool) -> str | int | float:
    held = as_text(value)
    return held if raw or not isinstance(held, str) else for_cell(held)
