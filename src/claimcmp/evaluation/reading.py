"""Reads annotations: one TOML file, or a folder of claims, pairs, nonpairs and not_claims as TOML, CSV or JSONL."""

import csv
import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from claimcmp.errors import SourceError
from claimcmp.evaluation.gold import Gold, GoldClaim, GoldPair, GoldUnit
from claimcmp.evaluation.places import Places
from claimcmp.records import RELATIONS, Modality, Polarity

Row = Mapping[str, Any]

TABLES = ("claim", "pair", "nonpair", "not_claim")
ENDINGS = (".toml", ".csv", ".jsonl")
KEYS: Mapping[str, tuple[str, ...]] = {
    "claim": (
        *("id", "document", "doc", "quote", "start", "end", "topics", "topics_borderline", "claims"),
        *("polarity", "modality", "attributed_to", "quantities", "dates"),
    ),
    "pair": ("a", "b", "relation", "also", "topic", "soft"),
    "nonpair": ("a", "b", "topic"),
    "not_claim": ("document", "doc", "quote", "start", "end", "strict"),
}
LISTS = ("topics", "topics_borderline", "quantities", "dates", "also")
OWN_VOICE = ("author", "the author", "none", "")
VALUES: Mapping[str, tuple[str, ...]] = {
    "polarity": Polarity.__args__,  # type: ignore[attr-defined]
    "modality": Modality.__args__,  # type: ignore[attr-defined]
    "relation": RELATIONS,
}
SEPARATOR = ";"
"""Between the items of a list in CSV."""


def read_gold(path: Path, texts: Mapping[str, str]) -> Gold:
    """Return the annotation in a file or folder; ``texts`` are the documents that its quotes are looked for in.

    Raises one SourceError with everything that is wrong with it.
    """
    tables, settings = _read_tables(path)
    problems: list[str] = []
    places = Places(texts, problems)
    by_offsets = any("start" in row for row in tables["claim"])
    for name, rows in tables.items():
        for number, row in enumerate(rows, start=1):
            _check(row, name, f"{path.as_posix()}: {name} {number}", problems, lenient=by_offsets)
    units = _read_units(tables["claim"], places) if not problems else []
    pairs = [_read_pair(row, places, units) for row in tables["pair"]] if not problems else []
    nonpairs = [_read_pair(row, places, units) for row in tables["nonpair"]] if not problems else []
    not_claims = [places.locate(row) for row in tables["not_claim"] if row.get("strict", True)] if not problems else []
    if problems:
        raise SourceError("\n".join(problems))
    if not units:
        raise SourceError(f"{path.as_posix()} annotates nothing. docs/evaluating.md shows how to write one.")
    known = {unit.id for unit in units}
    return Gold(
        units=tuple(units),
        pairs=tuple(pair for pair in pairs if pair.key <= known),
        nonpairs=tuple(nonpairs),
        not_claims=tuple(GoldUnit("", *place) for place in not_claims if place is not None),
        complete=bool(settings.get("complete", by_offsets)),
        exhaustive=bool(settings.get("exhaustive", False)),
    )


def _read_tables(path: Path) -> tuple[dict[str, list[Row]], Mapping[str, Any]]:
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    if not path.exists():
        raise SourceError(f"There is no {path.as_posix()}. docs/evaluating.md shows how to write an annotation.")
    if path.is_dir():
        for name in TABLES:
            for file in (path / f"{name}s{ending}" for ending in ENDINGS):
                if file.is_file():
                    tables[name] += _read_rows(file, name)
        groups = path / "groups.jsonl"
        rows = _read_rows(groups, "group") if groups.is_file() else []
        return tables, {"exhaustive": bool(rows) and all(row.get("exhaustive") for row in rows)}
    if path.suffix != ".toml":
        tables["claim"] += _read_rows(path, "claim")
        return tables, {}
    content = _read_toml(path)
    for name in TABLES:
        tables[name] += content.pop(name, [])
    if unknown := sorted(set(content) - {"complete", "exhaustive"}):
        known = ", ".join(f"[[{name}]]" for name in TABLES)
        raise SourceError(
            f'{path.as_posix()} has the unknown key "{unknown[0]}". Known: {known}, complete, exhaustive.'
        )
    return tables, content


def _read_rows(path: Path, name: str) -> list[Row]:
    try:
        if path.suffix == ".toml":
            return list(_read_toml(path).get(name, []))
        text = path.read_bytes().decode("utf-8-sig")
        if path.suffix == ".csv":
            return [_read_cells(row) for row in csv.DictReader(text.splitlines(keepends=True))]
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise SourceError(f"{path.as_posix()} cannot be read: {error}.") from error


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except ValueError as error:
        raise SourceError(f"{path.as_posix()} is not TOML: {error}.") from error


def _read_cells(row: Mapping[str, str | None]) -> Row:
    """Return a row of CSV: an empty cell says nothing, lists are parted by semicolons."""
    filled = {key: value.strip() for key, value in row.items() if key and value and value.strip()}
    return {
        key: [item.strip() for item in value.split(SEPARATOR) if item.strip()] if key in LISTS else value
        for key, value in filled.items()
    }


def _check(row: Row, name: str, place: str, problems: list[str], *, lenient: bool) -> None:
    # Other projects' annotations hold notes of their own, which are nobody's mistakes.
    if not lenient and (unknown := [key for key in row if key not in KEYS[name] and key != "note"]):
        problems.append(f'{place} has the unknown key "{unknown[0]}". Known: {", ".join((*KEYS[name], "note"))}.')
    for key, known in VALUES.items():
        if key in row and row[key] not in known:
            problems.append(f'{place} has the {key} "{row[key]}". Known: {", ".join(known)}.')
    problems += [f"{place} has no list as {key}." for key in LISTS if not isinstance(row.get(key, []), list)]
    if name.endswith("pair"):
        problems += [f'{place} has no "{key}".' for key in ("a", "b") if not row.get(key)]
    elif "start" not in row and not row.get("quote"):
        problems.append(f"{place} has no quote. Copy the words from the document.")


def _read_units(rows: Iterable[Row], places: Places) -> list[GoldUnit]:
    """Return a unit a place; rows on the same place are several claims of one unit."""
    found: dict[tuple[str, int, int], GoldUnit] = {}
    for number, row in enumerate(rows, start=1):
        place = places.locate(row)
        if place is None:
            continue
        topics = frozenset(row["topics"]) if "topics" in row else None
        borderline = frozenset(row.get("topics_borderline", ()))
        claims = tuple(_read_claim(inner) for inner in row.get("claims", [row]))
        name = str(row.get("id") or f"claim {number}")
        unit = GoldUnit(name, *place, topics, borderline, claims)
        if place in found and "claims" not in row:
            first = found[place]
            both = topics if first.topics is None else first.topics | (topics or frozenset())
            unit = GoldUnit(first.id, *place, both, first.borderline | borderline, (*first.claims, *claims))
        found[place] = unit
    return list(found.values())


def _read_claim(row: Row) -> GoldClaim:
    holder = row.get("attributed_to")
    own = holder is not None and str(holder).strip().lower() in OWN_VOICE
    return GoldClaim(
        polarity=row.get("polarity"),
        modality=row.get("modality"),
        attributed_to="" if own else holder,
        quantities=_read_quantities(row["quantities"]) if "quantities" in row else None,
        dates=tuple(map(str, row["dates"])) if "dates" in row else None,
    )


def _read_quantities(items: Iterable[object]) -> tuple[str | float, ...]:
    """Return amounts as words or values; a table that has neither is a vague one, which nobody can score."""
    plain = [(item.get("text", item.get("value")), item) if isinstance(item, Mapping) else (item, {}) for item in items]
    return tuple(
        float(value) if isinstance(value, int | float) else value
        for value, table in plain
        if isinstance(value, int | float) or (isinstance(value, str) and ("text" in table or not table))
    )


def _read_pair(row: Row, places: Places, units: list[GoldUnit]) -> GoldPair:
    a, b = (_find_unit(str(row[key]), places, units) for key in ("a", "b"))
    also = tuple(row.get("also", ()))
    return GoldPair(a, b, str(row.get("relation", "")), also, row.get("topic"), bool(row.get("soft", False)))


def _find_unit(name: str, places: Places, units: list[GoldUnit]) -> str:
    """Return the id of the unit that is meant by its id or by words of it; words of none make a unit of their own."""
    known = next((unit.id for unit in units if unit.id == name), None)
    if known is not None or places.is_by_offsets:
        return name
    place = places.locate({"quote": name})
    if place is None:
        return name
    same = next((unit.id for unit in units if (unit.document, unit.start, unit.end) == place), None)
    if same is None:
        units.append(GoldUnit(name, *place))
    return same or name
