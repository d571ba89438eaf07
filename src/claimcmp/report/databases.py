"""A comparison as a database file: SQLite, or DuckDB with its lists."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcmp.records import Comparison
from claimcmp.report.extras import load_extra
from claimcmp.report.record_tables import record_tables
from claimcmp.report.safe_text import make_storable
from claimcmp.report.shared_columns import CLAIM_COLUMNS
from claimcmp.report.tables import Column, Kind, Value

_SQLITE_TYPES: dict[Kind, str] = {
    "text": "TEXT",
    "whole": "INTEGER",
    "number": "REAL",
    "flag": "INTEGER",
    "list": "TEXT",
}
_DUCKDB_TYPES: dict[Kind, str] = {
    "text": "VARCHAR",
    "whole": "BIGINT",
    "number": "DOUBLE",
    "flag": "BOOLEAN",
    "list": "VARCHAR[]",
}
_KEYS = {"documents": "document", "topics": "topic", "claims": "claim", "groups": "group"}
"""The column of a table by which others name its rows."""
_KEY_OF = {column: table for table, column in _KEYS.items()} | {"claim_a": "claims", "claim_b": "claims"}


def format_sqlite(comparison: Comparison) -> bytes:
    """Return a SQLite database with a table a kind of record, linked by keys; lists are JSON arrays.

    The view ``quotes`` has a row a pair with what both claims say.
    """
    import sqlite3

    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("BEGIN")
        for table in record_tables(comparison):
            columns = [f"{_declared(column, _SQLITE_TYPES)}{_key(table.name, column.name)}" for column in table.columns]
            connection.execute(f"CREATE TABLE {_quoted(table.name)} ({', '.join(columns)})")
            insert = f"INSERT INTO {_quoted(table.name)} VALUES ({', '.join('?' * len(columns))})"
            connection.executemany(insert, [[_for_sqlite(value) for value in row] for row in table.rows])
        connection.execute(_make_view())
        connection.commit()
        return bytes(connection.serialize())
    finally:
        connection.close()


def format_duckdb(comparison: Comparison) -> bytes:
    """Return a DuckDB database with the tables and the view that SQLite has; lists are lists."""
    duckdb = load_extra("duckdb", "duckdb")
    # DuckDB has no database in memory that could be had as bytes.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "comparison.duckdb"
        connection = duckdb.connect(str(path))
        try:
            for table in record_tables(comparison):
                columns = ", ".join(_declared(column, _DUCKDB_TYPES) for column in table.columns)
                connection.execute(f"CREATE TABLE {_quoted(table.name)} ({columns})")
                # By columns, as DuckDB is slow to take single rows.
                values = [[make_storable(row[place]) for row in table.rows] for place in range(len(table.columns))]
                lists = ", ".join(f"unnest(?::{_DUCKDB_TYPES[column.kind]}[])" for column in table.columns)
                if table.rows:
                    connection.execute(f"INSERT INTO {_quoted(table.name)} SELECT {lists}", values)
            connection.execute(_make_view())
        finally:
            connection.close()
        return path.read_bytes()


def _declared(column: Column, types: dict[Kind, str]) -> str:
    return f"{_quoted(column.name)} {types[column.kind]}"


def _make_view() -> str:
    sides = [
        f"{side}.{_quoted(column.name)} AS {_quoted(f'{column.name}_{side}')}"
        for side in "ab"
        for column in CLAIM_COLUMNS
        if column.name != "claim"
    ]
    return (
        f"CREATE VIEW quotes AS SELECT pairs.*, groups.matter, groups.verdict, {', '.join(sides)} FROM pairs "
        'LEFT JOIN groups ON groups."group" = pairs."group" '
        "JOIN claims a ON a.claim = pairs.claim_a JOIN claims b ON b.claim = pairs.claim_b"
    )


def _key(table: str, column: str) -> str:
    if _KEYS.get(table) == column:
        return " PRIMARY KEY"
    target = _KEY_OF.get(column)
    return f" REFERENCES {_quoted(target)} ({_quoted(_KEYS[target])})" if target else ""


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def _for_sqlite(value: Value) -> object:
    stored = make_storable(value)
    return json.dumps(stored, ensure_ascii=False) if isinstance(stored, list) else stored
