"""A graph is read back by another library with every claim, source and pair."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from tests.report.assets_files import assert_is_asset

from claimcmp.records import Comparison
from claimcmp.report.graph import format_graphml

networkx = pytest.importorskip("networkx")


def _read(comparison: Comparison) -> Any:
    return networkx.read_graphml(BytesIO(format_graphml(comparison).encode("utf-8")), force_multigraph=True)


def test_graph_as_a_whole(full_comparison: Comparison) -> None:
    assert_is_asset(format_graphml(full_comparison), "comparison.graphml")


def test_graph_has_every_source_claim_and_pair(full_comparison: Comparison) -> None:
    graph = _read(full_comparison)
    kinds = [kind for _, kind in graph.nodes(data="kind")]
    assert (kinds.count("source"), kinds.count("claim")) == (4, len(full_comparison.claims))
    edges = list(graph.edges(data=True))
    pairs = [data for *_, data in edges if data["kind"] == "pair"]
    assert len(pairs) == sum(len(group.pairs) for group in full_comparison.groups) + 1
    assert all(
        {"topic", "relation", "rule", "reason", "score", "confidence", "threshold"} <= data.keys() for data in pairs
    )
    assert len(edges) - len(pairs) == len(full_comparison.claims)


def test_nodes_have_typed_columns(full_comparison: Comparison) -> None:
    node = _read(full_comparison).nodes["claim 002-24"]
    assert node["quote"] == "The six-party talks will not resume before 2020."
    assert (node["start"], node["polarity"], node["unmatched"]) == (9100, "negated", True)


@pytest.mark.parametrize("text", ["</data><node/>&", "\x00\x1b\ufffe\ud800", "]]>"])
def test_hostile_text_stays_text(one_claim_comparison: Callable[[str], Comparison], text: str) -> None:
    graph = _read(one_claim_comparison(text))
    assert "node" not in {str(kind) for _, kind in graph.nodes(data="kind")}
    assert {kind for _, kind in graph.nodes(data="kind")} == {"source", "claim"}
