"""A comparison as JSON, for other programs: every record whole, in a shape with a version."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from claimcmp.records import Comparison
from claimcmp.records_json import to_plain

FORMAT_VERSION = 1
"""Rises when a key changes its meaning or goes away; new keys may come without it."""

KEYS_FIRST = ("documents", "settings", "groups", "unmatched", "unjudged")
"""The keys that a reader looks for first; the others of a comparison follow."""

RUN_KEYS = ("settings", "filters", "unmatched", "pairs_examined", "pairs_apart", "groups_hidden")
"""What the first line of JSON lines says of the whole run."""

_DIGITS = 4
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def format_json(comparison: Comparison) -> str:
    """Return the comparison as one JSON object in UTF-8 text, indented, with a line break at the end.

    Numbers are rounded to four digits; what JSON cannot say (NaN, infinity) is null.
    """
    plain = to_plain(comparison)
    return dump({"format_version": FORMAT_VERSION, **{key: plain[key] for key in KEYS_FIRST}, **plain})


def format_json_lines(comparison: Comparison) -> str:
    """Return one JSON object a line, whose ``type`` says what it is: run, document, topic, claim, group, pair, ...

    The pairs of a group follow it with its topic and id; those of a source that contradicts itself have no group.
    """
    return "".join(dump({"type": kind, **plain}, indent=None) for kind, plain in _lines(comparison))


def dump(plain: Mapping[str, Any], *, indent: int | None = 2) -> str:
    """Return plain values as JSON for people and programs: rounded, whole as UTF-8, with a line break at the end."""
    text = json.dumps(_round(plain), indent=indent, ensure_ascii=False, allow_nan=False)
    # Half a surrogate pair cannot be written as UTF-8; JSON has an escape for it.
    return f"{_LONE_SURROGATE.sub(_escape, text)}\n"


def _lines(comparison: Comparison) -> Iterator[tuple[str, Mapping[str, Any]]]:
    plain = to_plain(comparison)
    yield "run", {"format_version": FORMAT_VERSION, **{key: plain[key] for key in RUN_KEYS}}
    for kind, key in (("document", "documents"), ("topic", "topics"), ("claim", "claims")):
        yield from ((kind, held) for held in plain[key])
    for group in plain["groups"]:
        yield "group", {key: held for key, held in group.items() if key != "pairs"}
        yield from (("pair", {"topic": group["topic"], "group": group["id"], **pair}) for pair in group["pairs"])
    for clash in plain["self_contradictions"]:
        yield "pair", {"topic": clash["topic"], "group": None, **clash["pair"]}
    for kind, key in (("unjudged", "unjudged"), ("copy", "copies")):
        yield from ((kind, held) for held in plain[key])


def _round(value: Any) -> Any:
    if isinstance(value, float):
        return _round_number(value)
    if isinstance(value, Mapping):
        return {key: _round(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_round(held) for held in value]
    return value


def _round_number(number: float) -> float | None:
    if not math.isfinite(number):
        return None
    # Below one, four digits are counted from the first that is not zero: 0.00002 must not become 0.
    return round(number, _DIGITS) if abs(number) >= 1 else float(f"{number:.{_DIGITS}g}")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
