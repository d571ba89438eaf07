"""Layouts say the same of a comparison whichever way it is turned, and nothing of it is lost."""

from dataclasses import replace

import pytest
from tests.report.assets_files import assert_is_asset

from claimcmp.records import Comparison
from claimcmp.report.csv_tables import format_csv
from claimcmp.report.layouts import LAYOUTS, lay_out, lay_out_long, lay_out_wide
from claimcmp.report.matrices import SILENT, lay_out_matrix, lay_out_overview
from claimcmp.report.record_tables import RECORD_TABLES, record_table, record_tables
from claimcmp.report.tables import Table


def _column(table: Table, name: str) -> list[object]:
    place = [column.name for column in table.columns].index(name)
    return [row[place] for row in table.rows]


def test_matrix_as_a_whole(comparison: Comparison) -> None:
    assert_is_asset(format_csv(lay_out_matrix(comparison)), "comparison_matrix.csv")


def test_long_layout_of_everything_as_a_whole(full_comparison: Comparison) -> None:
    assert_is_asset(format_csv(lay_out_long(full_comparison)), "full_long.csv")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_have_a_value_for_every_column(full_comparison: Comparison, layout: str) -> None:
    table = lay_out(full_comparison, layout)
    assert {len(row) for row in table.rows} <= {len(table.columns)}
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_values_are_of_the_kind_that_their_column_says(full_comparison: Comparison, layout: str) -> None:
    kinds = {"text": (str,), "whole": (int,), "number": (int, float), "flag": (bool,), "list": (tuple,)}
    table = lay_out(full_comparison, layout)
    for row in table.rows:
        for column, value in zip(table.columns, row, strict=True):
            assert value is None or type(value) in kinds[column.kind], column.name


@pytest.mark.parametrize("layout", ["long", "wide", "groups"])
def test_decisions_of_reviewers_are_in_every_layout_of_groups(full_comparison: Comparison, layout: str) -> None:
    told = ('Ann: relabel (was "the roadmap"), two plans, one name', "Bo: accept")
    assert told in _column(lay_out(full_comparison, layout), "decisions")


@pytest.mark.parametrize("layout", ["long", "wide", "groups", "pairs"])
def test_rows_say_by_which_rule_and_threshold(full_comparison: Comparison, layout: str) -> None:
    table = lay_out(full_comparison, layout)
    assert set(_column(table, "threshold")) == {0.5}
    assert any(_column(table, "rule"))


def test_pairs_within_a_source_have_no_group(full_comparison: Comparison) -> None:
    assert _column(lay_out_long(full_comparison), "group")[-1] is None
    assert _column(record_table(full_comparison, "pairs"), "group")[-1] is None


def test_all_tables_of_pairs_have_the_same_pairs(full_comparison: Comparison) -> None:
    long, pairs = lay_out_long(full_comparison), record_table(full_comparison, "pairs")
    for name in ("topic", "group", "claim_a", "claim_b", "relation", "rule", "reason", "score", "confidence"):
        assert _column(long, name) == _column(pairs, name)
    wide, groups = lay_out_wide(full_comparison), record_table(full_comparison, "groups")
    shared = {column.name for column in wide.columns} & {column.name for column in groups.columns}
    assert all(_column(wide, name) == _column(groups, name) for name in shared)


def test_matrix_shows_where_a_source_is_silent(comparison: Comparison) -> None:
    quiet = replace(comparison, groups=(), claims=comparison.claims[:1])
    table = lay_out_matrix(quiet)
    assert _column(table, "trade") == [SILENT] * 4
    assert _column(table, "roadmap")[0] == f"IN NO GROUP · {comparison.claims[0].text}"


def test_overview_says_how_each_source_stands(comparison: Comparison) -> None:
    table = lay_out_overview(comparison)
    assert _column(table, "KINU") == [
        "1 agrees, 1 diverges (attribution, certainty)",
        "1 compatible, 1 mixed (number)",
        "2 claims in no group",
        SILENT,
    ]


def test_matrix_holds_every_claim_of_a_topic(comparison: Comparison) -> None:
    held = "\n".join(str(value) for row in lay_out_matrix(comparison).rows for value in row)
    assert all(claim.text in held for claim in comparison.claims if claim.topics)


def test_record_tables_are_there_without_rows(comparison: Comparison) -> None:
    empty = replace(comparison, documents=(), topics=(), claims=(), groups=(), unmatched=(), unjudged=())
    tables = record_tables(empty)
    assert [(table.name, table.columns) for table in tables] == [(table.name, table.columns) for table in RECORD_TABLES]
    assert {table.name for table in tables if table.rows} == {"run"}


def test_open_ends_of_amounts_are_empty(comparison: Comparison) -> None:
    claim = next(claim for claim in comparison.claims if claim.quantities)
    above = replace(claim.quantities[0], high=float("inf"))
    table = record_table(replace(comparison, claims=(replace(claim, quantities=(above,)),), groups=()), "quantities")
    assert _column(table, "low") == [64.5]
    assert _column(table, "high") == [None]
