"""The [[tables]] of a TOML file that a user writes, with the line each starts at and all that is wrong with them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from claimcmp.errors import SourceError

_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_SUBTABLE = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Table:
    """One [[table]] of a file; its checks note what is wrong in ``problems``, which all tables of a file share."""

    path: Path
    name: str
    number: int
    """Counted from 1, as a user counts."""
    line: int | None
    """Of the header; not known where the tables are written in one line as ``topic = [{...}]``."""
    values: Mapping[str, Any]
    problems: list[str] = field(default_factory=list)
    rest: str = ""
    """The file from its header on."""

    def report(self, problem: str, *, key: str = "") -> None:
        """Note what is wrong with this table, or with a key of it: the words that follow "topic 3"."""
        line = (self._find_line(key) if key else None) or self.line
        place = f"{self.path.as_posix()}, line {line}" if line else self.path.as_posix()
        self.problems.append(f"{place}: {self.name} {self.number} {problem}")

    def _find_line(self, key: str) -> int | None:
        """Return the line of a key; of one in a table inside of this one, its own line there or that table's."""
        if self.line is None:
            return None
        outer, _, inner = key.rpartition(".")
        inside = ""
        for number, line in enumerate(self.rest.splitlines()):
            if number and line.lstrip().startswith("[["):
                return None
            if table := _SUBTABLE.match(line):
                inside = table[1]
            elif (found := _KEY.match(line)) and (inside.rpartition(".")[2], found[1]) in ((outer, inner), ("", outer)):
                return self.line + number
        return None

    def refuse_unknown(self, known: Iterable[str], *, inside: str = "") -> None:
        """Report the keys that mean nothing here, with those that do."""
        values = self.values.get(inside, {}) if inside else self.values
        for key in values:
            if key not in (allowed := tuple(known)):
                shown = f"{inside}.{key}" if inside else key
                told = f'has the unknown key "{shown}". Known: {", ".join(allowed)}.{suggest(key, allowed)}'
                self.report(told, key=shown)

    def text(self, key: str, *, example: str) -> str | None:
        """Return the string under ``key`` without the space around it, None where it is missing or wrong."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.report(
                f"has {describe(value)} as {key}. Write it in quotes, for example {key} = {quote(example)}.", key=key
            )
        elif not value.strip():
            self.report(
                f"has an empty {key}. Fill it in, for example {key} = {quote(example)}, or remove the line.", key=key
            )
        else:
            return value.strip()
        return None

    def texts(self, key: str, *, example: str, inside: str = "") -> tuple[str, ...]:
        """Return the list of strings under ``key``, without the items that are wrong."""
        values = self.values.get(inside, {}) if inside else self.values
        value = values.get(key, [])
        shown = f"{inside}.{key}" if inside else key
        if not isinstance(value, list):
            sample = value if isinstance(value, str) and value.strip() else example
            self.report(
                f"has {describe(value)} as {shown}. Write a list, for example {key} = [{quote(sample)}].", key=shown
            )
            return ()
        for item in value:
            if not isinstance(item, str):
                self.report(
                    f"has {describe(item)} in {shown}. Write every item in quotes, such as {quote(str(item))}.",
                    key=shown,
                )
            elif not item.strip():
                self.report(f"has an empty text in {shown}. Remove it.", key=shown)
        return tuple(item.strip() for item in value if isinstance(item, str) and item.strip())


def read_tables(path: Path, name: str, *, example: str) -> tuple[Table, ...]:
    """Return the [[name]] tables of a TOML file, or raise SourceError saying what to write instead."""
    text = _read_text(path, example)
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourceError(_format_syntax_error(path, str(error))) from error
    shown = path.as_posix()
    problems = [
        f'{shown}: the key "{key}" stands outside of any [[{name}]]. {_advise_outside(key, value, name)}'
        for key, value in content.items()
        if key != name
    ]
    values = content.get(name, [])
    if isinstance(values, dict):
        problems.append(f"{shown}: [{name}] needs double brackets. Write [[{name}]].")
    elif not isinstance(values, list) or not all(isinstance(item, dict) for item in values):
        problems.append(f"{shown}: {name} must be tables. Write, for example:\n\n{example}")
    if problems:
        raise SourceError("\n".join(problems))
    lines = _find_headers(text, name, len(values))
    shared: list[str] = []
    rows = text.splitlines(keepends=True)
    return tuple(
        Table(path, name, number, line, item, shared, "".join(rows[line - 1 :]) if line else "")
        for number, (line, item) in enumerate(zip(lines, values, strict=True), start=1)
    )


def raise_problems(tables: Iterable[Table]) -> None:
    """Raise one SourceError with all that was reported, if anything was."""
    problems = next((table.problems for table in tables), [])
    if problems:
        raise SourceError("\n".join(problems))


def suggest(name: str, known: Iterable[str]) -> str:
    """Return ``Did you mean "...?"`` with a space before it where a known name is near, else nothing."""
    near = get_close_matches(name.lower(), list(known), n=1)
    return f' Did you mean "{near[0]}"?' if near else ""


def quote(text: str) -> str:
    """Return ``text`` as TOML would write it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def describe(value: object) -> str:
    """Name the kind of a TOML value in plain words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, str):
        return f"the text {quote(value)}" if value.strip() else "an empty text"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a table"
    return f"the date {value}"


def _read_text(path: Path, example: str) -> str:
    try:
        # Windows editors put a byte order mark in front, which TOML does not know.
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise SourceError(f"There is no {path.as_posix()}. Write one, for example:\n\n{example}") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{path.as_posix()} is not UTF-8. Save it again with the encoding UTF-8.") from error
    except OSError as error:
        raise SourceError(
            f"{path.as_posix()} cannot be read: {error.strerror}. Check the path and permissions."
        ) from error


def _format_syntax_error(path: Path, message: str) -> str:
    place = _PLACE.search(message)
    line = f", line {place[1]}" if place and place[1] else ""
    reason = _PLACE.sub("", message)
    end = ", at the end of the file" if place and not place[1] else ""
    return (
        f"{path.as_posix()}{line}: this is not TOML ({reason}{end}). Texts stand in quotes, lists in square "
        'brackets with commas: terms = ["one", "two"].'
    )


def _advise_outside(key: str, value: object, name: str) -> str:
    if suggest(key, [name]):
        return f"Did you mean [[{name}]]?"
    if isinstance(value, dict | list) and not isinstance(value, str):
        return f"Remove it, or put it under a [[{name}]] header."
    return f"Put it below a [[{name}]] header."


def _find_headers(text: str, name: str, count: int) -> list[int | None]:
    header = re.compile(rf"\s*\[\[\s*[\"']?{re.escape(name)}[\"']?\s*\]\]")
    lines = text.splitlines(keepends=True)
    found = [number for number, line in enumerate(lines, start=1) if header.match(line)]
    if len(found) > count:
        # Some stand inside a text of several lines; what comes before those is not TOML on its own.
        found = [number for number in found if _is_toml("".join(lines[: number - 1]))]
    return list(found) if len(found) == count else [None] * count


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True
