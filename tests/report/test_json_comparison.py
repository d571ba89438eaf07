"""JSON holds everything and stays JSON."""

import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.report.assets_files import assert_is_asset

from claimcmp.records import Comparison
from claimcmp.report.json_comparison import format_json, format_json_lines

ASSETS = Path(__file__).parent / "assets"


def test_json_as_a_whole(comparison: Comparison) -> None:
    assert format_json(comparison).encode() == (ASSETS / "comparison.json").read_bytes()


def test_json_has_the_documented_keys(comparison: Comparison) -> None:
    read = json.loads(format_json(comparison))
    first = ["format_version", "documents", "settings", "groups", "unmatched", "unjudged"]
    assert list(read) == [
        *first,
        *("topics", "claims", "pairs_examined", "pairs_apart", "copies", "self_contradictions"),
        *("filters", "groups_hidden", "rejected", "stale"),
    ]
    assert list(read["groups"][0]) == [
        *("id", "topic", "matter", "verdict", "differs_in", "claims", "sources", "silent", "pairs"),
        *("voices", "consensus", "spreads", "decisions", "pairs_hidden"),
    ]
    assert list(read["groups"][0]["pairs"][0]) == [
        *("a", "b", "relation", "rule", "reason", "score", "evidence", "confidence", "independent"),
    ]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0.912394, 0.9124),
        (2.000049, 2.0),
        (1234567.891239, 1234567.8912),
        (0.1 + 0.2, 0.3),
        (0.0000213456, 0.00002135),
        (math.nan, None),
        (math.inf, None),
    ],
)
def test_json_rounds_numbers(comparison: Comparison, number: float, written: float | None) -> None:
    read = json.loads(format_json(replace(comparison, settings={"weights": [number]})))
    assert read["settings"] == {"weights": [written]}


@pytest.mark.parametrize("text", ["“Trade” — 贸易", "\u2028\u202e\x1b", "half \ud83d"])
def test_json_gives_back_the_text(one_claim_comparison: Callable[[str], Comparison], text: str) -> None:
    written = format_json(one_claim_comparison(text)).encode()
    assert json.loads(written)["claims"][0]["text"] == text


def test_json_lines_as_a_whole(full_comparison: Comparison) -> None:
    assert_is_asset(format_json_lines(full_comparison), "comparison.jsonl")


def test_json_lines_hold_everything_that_json_holds(full_comparison: Comparison) -> None:
    lines = [json.loads(line) for line in format_json_lines(full_comparison).splitlines()]
    whole = json.loads(format_json(full_comparison))

    def of(kind: str) -> list[dict[str, object]]:
        return [{key: held for key, held in line.items() if key != "type"} for line in lines if line["type"] == kind]

    assert of("document") == whole["documents"]
    assert of("topic") == whole["topics"]
    assert of("claim") == whole["claims"]
    assert of("unjudged") == whole["unjudged"]
    assert of("copy") == whole["copies"]
    pairs = [
        {"topic": group["topic"], "group": group["id"], **pair} for group in whole["groups"] for pair in group["pairs"]
    ]
    clashes = [{"topic": clash["topic"], "group": None, **clash["pair"]} for clash in whole["self_contradictions"]]
    assert of("pair") == [*pairs, *clashes]
    assert [group["id"] for group in of("group")] == [group["id"] for group in whole["groups"]]
