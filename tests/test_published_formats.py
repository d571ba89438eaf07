"""What is published of the formats, schemas and data dictionary, is what the program writes."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.make_dictionary import make_dictionary
from tools.make_schema import make_schemas

from claimcmp.records import RELATIONS, Claim, Comparison, Evidence, Group, Pair, Quantity
from claimcmp.records_json import to_plain
from claimcmp.report import FORMATS, format_comparison

jsonschema = pytest.importorskip("jsonschema")

DOCS = Path(__file__).parents[1] / "docs"


def _claim(name: str, source: str, text: str, **fields: object) -> Claim:
    return Claim(name, f"{source}.txt", source, "2024-05", 0, len(text), text, 0, len(text), ("rain",), **fields)  # type: ignore[arg-type]


@pytest.fixture
def comparison() -> Comparison:
    more = Quantity("over 80 mm", 0, 10, 80.0, 80.0, float("inf"), "mm")
    claims = (
        _claim("a-1", "Gauge", "Over 80 mm fell.", quantities=(more,)),
        _claim("b-1", "Radar", "Some 60 mm fell."),
    )
    pair = Pair(
        "a-1", "b-1", "differ-in-number", "intervals-apart", "80 against 60", 0.5, Evidence(0.5, {"meaning": 0.5})
    )
    group = Group("rain-1", "rain", "rain", "diverge", ("number",), ("a-1", "b-1"), ("Gauge", "Radar"), (), (pair,))
    return Comparison((), (), claims, (group,), (), settings={"threshold": 0.3, "topics": ["rain"]})


@pytest.mark.parametrize("name", ["comparison.schema.json", "line.schema.json", "claim.schema.json"])
def test_schemas_are_those_of_the_records(name: str) -> None:
    assert (DOCS / "schema" / name).read_text(encoding="utf-8") == make_schemas()[name], "run tools/make_schema.py"


def test_the_data_dictionary_is_that_of_the_tables() -> None:
    page = (DOCS / "data-dictionary.md").read_text(encoding="utf-8")
    assert page == make_dictionary(), "run tools/make_dictionary.py"
    assert not re.search(r"\| +\|$", page, re.MULTILINE), "a column without a meaning"


def _validator(name: str) -> Callable[[object], bool]:
    schema = json.loads((DOCS / "schema" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema).is_valid  # type: ignore[no-any-return]


def test_json_follows_its_schema(comparison: Comparison) -> None:
    is_valid = _validator("comparison.schema.json")
    plain = json.loads(format_comparison(comparison, "json"))
    assert is_valid(plain)
    assert not is_valid(plain | {"groups": [plain["groups"][0] | {"verdict": "maybe"}]})
    assert not is_valid({key: held for key, held in plain.items() if key != "claims"})


def test_every_json_line_follows_its_schema(comparison: Comparison) -> None:
    is_valid = _validator("line.schema.json")
    lines = [json.loads(line) for line in str(format_comparison(comparison, "jsonl")).splitlines()]
    assert [line["type"] for line in lines] == ["run", "claim", "claim", "group", "pair"]
    assert all(is_valid(line) for line in lines)
    assert not is_valid(lines[-1] | {"relation": "alike"})


def test_claims_follow_their_schema(comparison: Comparison) -> None:
    is_valid = _validator("claim.schema.json")
    assert all(is_valid(to_plain(claim)) for claim in comparison.claims)
    assert not is_valid(to_plain(comparison.claims[0]) | {"start": "0"})


def test_the_page_names_every_format_and_its_queries_run(comparison: Comparison) -> None:
    page = (DOCS / "exporting.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in FORMATS)
    queries = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    assert len(queries) >= 3
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(format_comparison(comparison, "sqlite")))  # type: ignore[arg-type]
    for query in queries:
        assert connection.execute(query).fetchall(), query


def test_the_data_dictionary_names_every_relation_in_the_schema() -> None:
    schema = json.loads((DOCS / "schema" / "comparison.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["Pair"]["properties"]["relation"]["enum"] == list(RELATIONS)
