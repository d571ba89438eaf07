"""Tables with typed, described columns: what every tabular form is written from, so that all have the same names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

Kind = Literal["text", "whole", "number", "flag", "list"]
Value = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Value, ...]

LIST_SEPARATOR = "; "
"""Between the parts of a list, in forms that have no lists."""

QUOTE_SEPARATOR = " ¶ "
"""Stands between the quotes, or the offsets, of one source; a line break could as well be part of a quote."""

_KINDS: dict[Any, Kind] = {str: "text", int: "whole", float: "number", bool: "flag"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what it is called, what it holds, and what that means."""

    name: str
    kind: Kind
    about: str = ""
    """What it says, in a sentence; empty where the field of the record says it."""
    record: type | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows; every row has a value for every column."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()


def columns_of(record: type, *names: str) -> tuple[Column, ...]:
    """Return columns for the plain fields of a record, or those named; "claim=id" names the column of a field anew."""
    hints = get_type_hints(record)
    wanted = [name.rpartition("=")[::2] for name in names or _plain_fields(record)]
    wanted = [(column.rstrip("=") or field, field) for column, field in wanted]
    return tuple(Column(column, _kind(hints[field]), record=record, field=field) for column, field in wanted)


def values_of(record: object, columns: tuple[Column, ...]) -> Row:
    """Return what the record has in those columns."""
    return tuple(getattr(record, column.field) for column in columns)


def as_text(value: Value, separator: str = LIST_SEPARATOR) -> str | int | float:
    """Return a value as forms have it that know only texts and numbers: nothing is "", a flag "yes" or "no"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return separator.join(value) if isinstance(value, tuple) else value


def unlike_headings(
    names: Sequence[str], kind: str, taken: set[str], takes: Callable[[str], set[str]] = lambda name: {name.casefold()}
) -> list[str]:
    """Return a heading for each name that no other column has, whatever its case.

    ``taken`` are those that other columns have; ``takes`` says what a heading takes.
    """
    held, headings = set(taken), []
    next_number: dict[str, int] = {}
    for name in names:
        heading = name
        while held & takes(heading):
            number = next_number.get(name, 1)
            heading = f"{name} ({kind})" if number == 1 else f"{name} ({number})"
            next_number[name] = number + 1
        held |= takes(heading)
        headings.append(heading)
    return headings


def _plain_fields(record: type) -> list[str]:
    assert is_dataclass(record)
    hints = get_type_hints(record)
    return [field.name for field in fields(record) if _is_plain(hints[field.name])]


def _is_plain(hint: Any) -> bool:
    hint = _without_none(hint)
    return hint in _KINDS or get_origin(hint) is Literal or hint == tuple[str, ...]


def _kind(hint: Any) -> Kind:
    hint = _without_none(hint)
    return "list" if get_origin(hint) is tuple else _KINDS.get(hint, "text")


def _without_none(hint: Any) -> Any:
    parts = [part for part in get_args(hint) if part is not NoneType]
    return parts[0] if NoneType in get_args(hint) else hint
