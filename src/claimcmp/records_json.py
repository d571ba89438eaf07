"""Records as plain JSON values, and back with every type checked."""

import math
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")

# JSON has no infinity: a quantity that is open at one end ("more than 10 billion") has null there.
OPEN_ENDS = {"low": -math.inf, "high": math.inf}


class RecordError(ValueError):
    """Raised when plain values do not make the record that they should; says which field and why."""


def to_plain(record: object) -> dict[str, Any]:
    """Return the fields of a record in their order, nested records as dicts and tuples as lists."""
    if not is_dataclass(record) or isinstance(record, type):
        raise TypeError(f"not a record: {record!r}")
    return {name: _plain_field(name, getattr(record, name)) for name in _field_names(type(record))}


def from_plain(record_type: type[Record], plain: object) -> Record:
    """Return the record that ``to_plain`` made ``plain`` of, or raise RecordError.

    Keys that the record does not know are ignored, so that files of later versions stay readable; keys that are
    missing take the field's default.
    """
    return cast(Record, _reader(cast(Any, record_type))(plain, ""))


@cache
def _field_names(record_type: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record_type))


def _plain_field(name: str, value: object) -> Any:
    if name in OPEN_ENDS and value == OPEN_ENDS[name]:
        return None
    return _plain(value)


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return to_plain(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(_plain(item) for item in value)
    return value


Reader = Callable[[object, str], Any]
"""Checks one plain value, whose place in the record is named by the second argument."""


@cache
def _reader(hint: Any) -> Reader:
    origin, arguments = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_reader(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (argument for argument in arguments if argument is not types.NoneType)
        return _optional_reader(_reader(inner))
    if origin is tuple:
        return _tuple_reader(_reader(arguments[0]))
    if origin is Literal:
        return _choice_reader(arguments)
    if origin is Mapping:
        return _mapping_reader(_reader(arguments[1]))
    return {str: _read_text, int: _read_whole, float: _read_number, bool: _read_flag, Any: _read_anything}[hint]


def _record_reader(record_type: type) -> Reader:
    hints = get_type_hints(record_type)
    known = [(field.name, _field_reader(field.name, hints[field.name])) for field in fields(record_type)]
    required = {
        field.name for field in fields(record_type) if field.default is MISSING and field.default_factory is MISSING
    }

    def read(value: object, place: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(place, "an object with keys", value)
        values = {}
        for name, reader in known:
            if name in value:
                values[name] = reader(value[name], f"{place}.{name}" if place else name)
            elif name in required:
                raise RecordError(f'"{name}" is missing' + (f" in {place}" if place else ""))
        return record_type(**values)

    return read


def _field_reader(name: str, hint: Any) -> Reader:
    reader = _reader(hint)
    if name not in OPEN_ENDS or hint is not float:
        return reader

    def read(value: object, place: str) -> Any:
        return OPEN_ENDS[name] if value is None else reader(value, place)

    return read


def _optional_reader(reader: Reader) -> Reader:
    def read(value: object, place: str) -> Any:
        return None if value is None else reader(value, place)

    return read


def _tuple_reader(reader: Reader) -> Reader:
    def read(value: object, place: str) -> Any:
        if not isinstance(value, list):
            raise _wrong(place, "a list", value)
        return tuple(reader(item, f"{place}[{number}]") for number, item in enumerate(value))

    return read


def _mapping_reader(reader: Reader) -> Reader:
    def read(value: object, place: str) -> Any:
        if not isinstance(value, dict):
            raise _wrong(place, "an object with keys", value)
        return {key: reader(item, f"{place}.{key}") for key, item in value.items()}

    return read


def _choice_reader(choices: tuple[str, ...]) -> Reader:
    def read(value: object, place: str) -> Any:
        if not isinstance(value, str) or value not in choices:
            raise _wrong(place, "one of " + ", ".join(choices), value)
        return value

    return read


def _read_text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise _wrong(place, "text", value)
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise RecordError(f"{place} holds half a character (a lone surrogate)")
    return value


def _read_whole(value: object, place: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong(place, "a whole number", value)
    return value


def _read_number(value: object, place: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _wrong(place, "a number", value)
    try:
        return float(value)
    except OverflowError as error:
        raise RecordError(f"{place} is too large a number") from error


def _read_flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise _wrong(place, "true or false", value)
    return value


def _read_anything(value: object, place: str) -> object:  # noqa: ARG001
    return value


def _wrong(place: str, expected: str, value: object) -> RecordError:
    shown = repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "..."
    return RecordError(f"{place or 'the value'} must be {expected}, not {shown}")
