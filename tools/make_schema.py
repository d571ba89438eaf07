"""Makes docs/schema/*.json, the JSON Schemas of what is written, from the records: ``python tools/make_schema.py``."""

import json
import sys
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tools.record_docs import about_field, about_record  # noqa: E402

from claimcmp.records import (  # noqa: E402
    Claim,
    Comparison,
    Copy,
    DocumentSummary,
    Group,
    Pair,
    Topic,
    Unjudged,
)
from claimcmp.records_json import OPEN_ENDS  # noqa: E402
from claimcmp.report.json_comparison import FORMAT_VERSION, RUN_KEYS  # noqa: E402

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
LINES = {"document": DocumentSummary, "topic": Topic, "claim": Claim, "unjudged": Unjudged, "copy": Copy}

Schema = dict[str, Any]


def make_schemas() -> Mapping[str, str]:
    """Return the text of each schema by the name of its file."""
    made = {"comparison.schema.json": _comparison(), "line.schema.json": _line(), "claim.schema.json": _claim()}
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in made.items()}


def _claim() -> Schema:
    return _with_parts("A line of claims/<document>.jsonl", lambda parts: _record(Claim, parts))


def _comparison() -> Schema:
    def build(parts: Schema) -> Schema:
        schema = _record(Comparison, parts)
        version = {"const": FORMAT_VERSION, "description": "Rises when a key changes its meaning or goes away."}
        return schema | {
            "properties": {"format_version": version, **schema["properties"]},
            "required": ["format_version", *schema["required"]],
        }

    return _with_parts("claimcmp compare --format json", build)


def _line() -> Schema:
    def build(parts: Schema) -> Schema:
        group, pair = _record(Group, parts), _record(Pair, parts)
        del group["properties"]["pairs"]
        group["required"].remove("pairs")
        of = {
            "topic": {"type": "string", "description": "The id of the topic."},
            "group": {"type": ["string", "null"], "description": "Null where a source contradicts itself."},
        }
        pair |= {"properties": {**of, **pair["properties"]}, "required": [*of, *pair["required"]]}
        records = {kind: _record(record, parts) for kind, record in LINES.items()}
        kinds = {"run": _run(parts), **records, "group": group, "pair": pair}
        return {"oneOf": [_typed(kind, schema) for kind, schema in kinds.items()]}

    return _with_parts("A line of claimcmp compare --format jsonl", build)


def _run(parts: Schema) -> Schema:
    schema = _record(Comparison, parts)
    held = {"format_version": {"const": FORMAT_VERSION}, **{key: schema["properties"][key] for key in RUN_KEYS}}
    return schema | {"properties": held, "required": list(held)}


def _typed(kind: str, schema: Schema) -> Schema:
    properties = {"type": {"const": kind}, **schema["properties"]}
    return schema | {"properties": properties, "required": ["type", *schema["required"]]}


def _with_parts(title: str, build: Callable[[Schema], Schema]) -> Schema:
    parts: Schema = {}
    schema = build(parts)
    return {"$schema": DIALECT, "title": title, **schema, "$defs": dict(sorted(parts.items()))}


def _record(record: type, parts: Schema) -> Schema:
    hints = get_type_hints(record)
    properties = {field.name: _described(record, field.name, hints[field.name], parts) for field in fields(record)}
    # Keys may be added later, so that those that are not known are allowed.
    about = about_record(record)
    return {"type": "object", "description": about, "properties": properties, "required": list(properties)}


def _described(record: type, name: str, hint: Any, parts: Schema) -> Schema:
    schema = _of(hint, parts)
    if name in OPEN_ENDS and hint is float:
        schema = {"type": ["number", "null"]}
    about = about_field(record, name)
    return schema | ({"description": about} if about else {})


def _of(hint: Any, parts: Schema) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in parts:
            parts[hint.__name__] = {}
            parts[hint.__name__] = _record(hint, parts)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if origin in (Union, types.UnionType):
        (inner,) = (argument for argument in arguments if argument is not types.NoneType)
        held = _of(inner, parts)
        return {"type": [held["type"], "null"]} if set(held) == {"type"} else {"anyOf": [held, {"type": "null"}]}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _of(arguments[0], parts)}
    if origin is tuple:
        return {
            "type": "array",
            "items": _of(arguments[0], parts),
            "minItems": len(arguments),
            "maxItems": len(arguments),
        }
    if origin is Literal:
        return {"enum": list(arguments)}
    if hint is Any:
        return {}
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    return {"type": "object", "additionalProperties": _of(arguments[1], parts)}


if __name__ == "__main__":
    for name, text in make_schemas().items():
        path = ROOT / "docs" / "schema" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
