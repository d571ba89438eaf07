"""A record as text for a terminal or as JSON, whichever is asked for."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from rich.console import RenderableType

from claimcmp.errors import ReportError
from claimcmp.records_json import to_plain
from claimcmp.report.json_comparison import dump
from claimcmp.report.screen import render
from claimcmp.report.wording import unknown_name

FORMATS = ("table", "json")
FORMAT_VERSION = 1
"""Rises when a key of a record changes its meaning or goes away."""

Record = TypeVar("Record")


def format_record(
    record: Record,
    lay_out: Callable[[Record], Iterable[RenderableType]],
    format: str,  # noqa: A002  # as the user types it
    *,
    width: int,
    color: bool,
) -> str:
    """Return the record as it is laid out for a terminal, or as JSON; an unknown form raises with the known ones."""
    if format not in FORMATS:
        raise ReportError(unknown_name("format", format, FORMATS))
    if format == "json":
        return dump({"format_version": FORMAT_VERSION, **to_plain(record)})
    return render(*lay_out(record), width=width, color=color)
