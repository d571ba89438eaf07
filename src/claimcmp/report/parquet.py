"""A table as a Parquet file, for data frames."""

from io import BytesIO

from claimcmp.report.extras import load_extra
from claimcmp.report.safe_text import make_storable, without_halves
from claimcmp.report.tables import Table


def format_parquet(table: Table) -> bytes:
    """Return the table as Parquet with typed columns; lists are lists, and what is not known is null."""
    arrow, parquet = load_extra("pyarrow", "parquet"), load_extra("pyarrow.parquet", "parquet")
    types = {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
        "list": arrow.list_(arrow.string()),
    }
    columns = [
        arrow.array([make_storable(row[place]) for row in table.rows], type=types[column.kind])
        for place, column in enumerate(table.columns)
    ]
    output = BytesIO()
    named = arrow.Table.from_arrays(columns, names=[without_halves(column.name) for column in table.columns])
    parquet.write_table(named, output, compression="zstd")
    return output.getvalue()
