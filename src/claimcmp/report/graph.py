"""A comparison as GraphML: sources and claims as nodes, who says what and the judged pairs as edges."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimcmp.records import Comparison
from claimcmp.report.arrangement import by_id, sources_of
from claimcmp.report.record_tables import record_table
from claimcmp.report.safe_text import for_xml
from claimcmp.report.tables import Column, Row, as_text

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"text": "string", "whole": "long", "number": "double", "flag": "boolean", "list": "string"}
_KIND = Column("kind", "text", "Of a node: source or claim; of an edge: says or pair.")
_ENDS = ("claim_a", "claim_b")


def format_graphml(comparison: Comparison) -> str:
    """Return the graph for Gephi, yEd, Cytoscape or networkx; nodes and edges have the columns of the tables."""
    by_id(comparison)  # raises where a group names a claim that is not there
    claims, pairs = record_table(comparison, "claims"), record_table(comparison, "pairs")
    root = Element("graphml", xmlns=_NAMESPACE)
    node_keys = _declare(root, "node", [_KIND, *claims.columns])
    edge_keys = _declare(root, "edge", [_KIND, *(column for column in pairs.columns if column.name not in _ENDS)])
    graph = SubElement(root, "graph", id="comparison", edgedefault="undirected")
    for source in sources_of(comparison):
        _hold(
            SubElement(graph, "node", id=f"source {for_xml(source)}"), node_keys, {"kind": "source", "source": source}
        )
    for row in claims.rows:
        values = _named(claims.columns, row)
        _hold(SubElement(graph, "node", id=_node(values["claim"])), node_keys, {"kind": "claim", **values})
    for claim in comparison.claims:
        edge = SubElement(graph, "edge", source=f"source {for_xml(claim.source)}", target=_node(claim.id))
        _hold(edge, edge_keys, {"kind": "says"})
    for row in pairs.rows:
        values = _named(pairs.columns, row)
        ends = [_node(values.pop(end)) for end in _ENDS]
        _hold(SubElement(graph, "edge", source=ends[0], target=ends[1]), edge_keys, {"kind": "pair", **values})
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _declare(root: Element, what: str, columns: Iterable[Column]) -> dict[str, str]:
    """Declare the attributes of nodes or edges; return their keys by name."""
    keys = {}
    for column in columns:
        keys[column.name] = f"{what}-{column.name}"
        attributes = {"id": keys[column.name], "for": what, "attr.name": column.name}
        SubElement(root, "key", {**attributes, "attr.type": _TYPES[column.kind]})
    return keys


def _hold(element: Element, keys: Mapping[str, str], values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if value not in (None, "", ()):
            SubElement(element, "data", key=keys[name]).text = for_xml(_written(value))


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(as_text(value)) if isinstance(value, tuple) else str(value)


def _named(columns: Iterable[Column], row: Row) -> dict[str, object]:
    return {column.name: value for column, value in zip(columns, row, strict=True)}


def _node(claim: object) -> str:
    return f"claim {for_xml(str(claim))}"
