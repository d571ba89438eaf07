"""The files of reviewers beside the claims: readable TOML, written whole after every decision."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from claimcmp.errors import StoreError
from claimcmp.records import Anchor, Review, ReviewEntry
from claimcmp.records_json import RecordError, from_plain
from claimcmp.store.atomic import write_atomically
from claimcmp.store.filenames import find_filenames

FORMAT = "claimcmp-review"
FORMAT_VERSION = 1
_HEAD = """\
# Decisions on groups of claims, made with `claimcmp review` and followed by every `claimcmp compare` in this folder.
# A decision belongs to the quotes below it, wherever they stand by then: documents may be edited, and lines of this
# file may be changed or removed by hand. `claimcmp review` writes it anew and keeps no comments but these.
"""
_PLACE = re.compile(r"entries\[(\d+)\]")
_LISTS = {"claims": "claim", "others": "other"}
"""Fields of an entry that are tables of their own in the file, by the name of one."""


def find_review_path(folder: Path, reviewer: str) -> Path:
    """Return the file of a reviewer in a claims folder."""
    # With an ending of its own, so that "J. Smith" is not cut at the dot.
    (name,) = find_filenames([f"{reviewer.casefold().replace('/', '-')}.toml"]).values()
    return folder / f"review-{name.removesuffix('.jsonl')}.toml"


def read_reviews(folder: Path) -> tuple[Review, ...]:
    """Return the decisions of all reviewers in a claims folder, in the order of their files."""
    try:
        paths = sorted(path for path in folder.glob("review-*.toml") if path.is_file())
    except OSError as error:
        raise StoreError(f"{folder.as_posix()} cannot be read: {error.strerror}. Check its permissions.") from error
    reviews = [read_review(path) for path in paths]
    names = [review.reviewer for review in reviews]
    for path, name in zip(paths, names, strict=True):
        if names.count(name) > 1:
            raise StoreError(f'{path.as_posix()}: another file has decisions of "{name}" too. Rename one reviewer.')
    return tuple(reviews)


def read_review(path: Path) -> Review:
    """Return the decisions in one file."""
    shown = path.as_posix()
    try:
        plain = tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError as error:
        raise StoreError(f"There is no file {shown}. `claimcmp review` makes one beside the claims.") from error
    except OSError as error:
        raise StoreError(f"{shown} cannot be read: {error.strerror}. Check its permissions.") from error
    except (ValueError, RecursionError) as error:
        raise StoreError(f"{shown} cannot be read as TOML: {error}. Mend that place, or move the file away.") from error
    if plain.get("format") != FORMAT:
        raise StoreError(f'{shown} holds no decisions of a review: it has no line format = "{FORMAT}".')
    if plain.get("format_version") != FORMAT_VERSION:
        raise StoreError(
            f"{shown} has format {plain.get('format_version')}, and this claimcmp reads format {FORMAT_VERSION}."
        )
    try:
        review = from_plain(Review, {"reviewer": plain.get("reviewer"), "entries": _rename(plain.get("decision", []))})
        _check(review)
    except RecordError as error:
        place = _PLACE.sub(lambda found: f"decision {int(found.group(1)) + 1}", f"{error}")
        raise StoreError(f"{shown}: {place}. Mend it, or remove that decision.") from error
    return review


def write_review(path: Path, review: Review) -> None:
    """Write the decisions of a reviewer, whole or not at all."""
    write_atomically(path, format_review(review).encode())


def format_review(review: Review) -> str:
    """Return the decisions as TOML with a comment that says what they are."""
    return "\n".join(_format_lines(review)) + "\n"


def _format_lines(review: Review) -> Iterator[str]:
    yield _HEAD
    yield f"format = {_quote(FORMAT)}"
    yield f"format_version = {FORMAT_VERSION}"
    yield f"reviewer = {_quote(review.reviewer)}"
    for entry in review.entries:
        yield ""
        yield "[[decision]]"
        yield from _format_fields(entry)
        for name, one in _LISTS.items():
            for anchor in getattr(entry, name):
                yield f"[[decision.{one}]]"
                yield from _format_fields(anchor)


def _format_fields(record: ReviewEntry | Anchor) -> Iterator[str]:
    """Yield the lines of a record's fields; what is as usual needs none."""
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in _LISTS and value != field.default:
            yield f"{field.name} = {_format_value(value)}"


def _format_value(value: object) -> str:
    if isinstance(value, str):
        return _quote(value)
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)


def _quote(text: str) -> str:
    # JSON's escapes are TOML's, but for the one control character that JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _rename(decisions: Any) -> Any:
    if not isinstance(decisions, list) or not all(isinstance(decision, dict) for decision in decisions):
        raise RecordError('"decision" must be a list of tables, each begun by [[decision]]')
    return [
        {
            **{key: value for key, value in decision.items() if key not in _LISTS.values()},
            **{name: decision.get(one, []) for name, one in _LISTS.items()},
        }
        for decision in decisions
    ]


def _check(review: Review) -> None:
    if not review.reviewer.strip():
        raise RecordError('"reviewer" is empty; give a name')
    for number, entry in enumerate(review.entries):
        place = f"entries[{number}]"
        if not entry.claims:
            raise RecordError(f"{place} names no quotes; give it a [[decision.claim]]")
        if not _is_within(entry.chosen, len(entry.claims)):
            raise RecordError(f"{place}.chosen names quotes that are not there; it has {len(entry.claims)}")
        if entry.action == "relabel" and entry.relation is None and not entry.name:
            raise RecordError(f"{place} relabels, but has neither relation nor name")
        if entry.action == "merge" and not entry.others:
            raise RecordError(f"{place} merges, but has no [[decision.other]]")
        if entry.action == "split" and not entry.chosen:
            raise RecordError(f"{place} splits, but has no numbers in chosen")


def _is_within(numbers: Iterable[int], most: int) -> bool:
    return all(1 <= number <= most for number in numbers)
