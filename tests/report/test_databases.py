"""Databases and data frames hold the tables of records, typed and linked."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from claimcmp.errors import ReportError
from claimcmp.records import Comparison
from claimcmp.report import extras
from claimcmp.report.databases import format_duckdb, format_sqlite
from claimcmp.report.layouts import lay_out
from claimcmp.report.parquet import format_parquet
from claimcmp.report.record_tables import record_tables


@contextmanager
def _sqlite(comparison: Comparison) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(format_sqlite(comparison))
    yield connection
    connection.close()


@contextmanager
def _duckdb(comparison: Comparison, folder: Path) -> Iterator[Any]:
    duckdb = pytest.importorskip("duckdb")
    path = folder / "comparison.duckdb"
    path.write_bytes(format_duckdb(comparison))
    connection = duckdb.connect(str(path), read_only=True)
    yield connection
    connection.close()


def _as_sqlite(value: object) -> object:
    return json.dumps(list(value), ensure_ascii=False) if isinstance(value, tuple) else value


def test_sqlite_has_every_table_with_every_row(full_comparison: Comparison) -> None:
    with _sqlite(full_comparison) as connection:
        for table in record_tables(full_comparison):
            found = connection.execute(f'SELECT * FROM "{table.name}"')
            assert [column[0] for column in found.description] == [column.name for column in table.columns]
            assert found.fetchall() == [tuple(_as_sqlite(value) for value in row) for row in table.rows]


def test_sqlite_keys_hold(full_comparison: Comparison) -> None:
    with _sqlite(full_comparison) as connection:
        assert connection.execute("PRAGMA foreign_key_list(pairs)").fetchall()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_sqlite_lists_can_be_queried(full_comparison: Comparison) -> None:
    query = "SELECT j.value FROM groups, json_each(groups.silent) j WHERE groups.\"group\" = 'g4' ORDER BY 1"
    with _sqlite(full_comparison) as connection:
        assert connection.execute(query).fetchall() == [("Chatham House",), ("Jamestown Foundation",), ("KINU",)]


def test_sqlite_is_the_same_bytes_whenever_it_is_made(comparison: Comparison) -> None:
    assert format_sqlite(comparison) == format_sqlite(comparison)


def test_sqlite_holds_any_text(one_claim_comparison: Callable[[str], Comparison]) -> None:
    text = "'; DROP TABLE claims; -- \x00 \ud800 𝛼"
    with _sqlite(one_claim_comparison(text)) as connection:
        ((held,),) = set(connection.execute("SELECT quote FROM claims").fetchall())
    assert held == text.replace("\ud800", "\\ud800")


def test_duckdb_has_every_table_with_every_row(full_comparison: Comparison, tmp_path: Path) -> None:
    with _duckdb(full_comparison, tmp_path) as connection:
        for table in record_tables(full_comparison):
            found = connection.execute(f'SELECT * FROM "{table.name}"').fetchall()
            assert found == [tuple(list(v) if isinstance(v, tuple) else v for v in row) for row in table.rows]


@pytest.mark.parametrize("open_database", ["sqlite", "duckdb"])
def test_the_view_has_both_quotes_of_every_pair(
    full_comparison: Comparison, tmp_path: Path, open_database: str
) -> None:
    database = _sqlite(full_comparison) if open_database == "sqlite" else _duckdb(full_comparison, tmp_path)
    query = 'SELECT quote_a, source_b, start_b FROM quotes WHERE "group" IS NULL'
    with database as connection:
        assert connection.execute(query).fetchall() == [("Trade fell by 56 % in 2018.", "Valdai Club", 2240)]
        ((rows,),) = connection.execute("SELECT count(*) FROM quotes").fetchall()
    assert rows == len(lay_out(full_comparison, "long").rows)


@pytest.mark.parametrize("layout", ["long", "wide", "claims", "quantities"])
def test_parquet_is_read_back_as_it_was_written(full_comparison: Comparison, layout: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = lay_out(full_comparison, layout)
    data = format_parquet(table)
    read = parquet.read_table(BytesIO(data))
    assert read.column_names == [column.name for column in table.columns]
    assert [tuple(row.values()) for row in read.to_pylist()] == [
        tuple(list(value) if isinstance(value, tuple) else value for value in row) for row in table.rows
    ]
    assert data == format_parquet(table)


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda comparison: format_parquet(lay_out(comparison, "long")), 'pip install "claimcmp[parquet]"'),
        (format_duckdb, 'pip install "claimcmp[duckdb]"'),
    ],
)
def test_a_form_without_its_library_says_what_to_install(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch, write: Callable[[Comparison], bytes], message: str
) -> None:
    def refuse(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", refuse)
    with pytest.raises(ReportError) as raised:
        write(comparison)
    assert message in str(raised.value)
