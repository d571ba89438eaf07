"""sources.toml: who published each document, and when."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from claimcmp.errors import SourceError
from claimcmp.records import Document
from claimcmp.sources.tables import Table, describe, quote, raise_problems, read_tables

SOURCES_FILE = "sources.toml"

_KEYS = ("file", "publisher", "author", "title", "published", "url", "voice")
_EXAMPLE = """[[source]]
file = "report.txt"
publisher = "Example Institute"
published = "2019-04-25"
"""
_DATE_FORMS = 'Write a date as precise as it is known: "2019", "2019-04" or "2019-04-25".'
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What sources.toml says about one document."""

    file: str
    """Relative to the folder of sources.toml, with forward slashes."""
    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """The entries of one sources.toml by file, and the files it names that are not there."""

    entries: Mapping[str, SourceEntry] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """A sentence for every missing file."""
        return tuple(f'"{file}" is not beside {SOURCES_FILE}.' for file in self.missing)


def read_sources(path: Path) -> Sources:
    """Return what a sources.toml says, or raise one SourceError with everything that is wrong with it."""
    tables = read_tables(path, "source", example=_EXAMPLE)
    entries: dict[str, SourceEntry] = {}
    first: dict[str, int] = {}
    for table in tables:
        entry = _read_entry(table)
        if entry is None:
            continue
        if entry.file in first:
            table.report(f"is about {quote(entry.file)}, as is source {first[entry.file]}. Keep one of the two.")
        first.setdefault(entry.file, table.number)
        entries[entry.file] = entry
    raise_problems(tables)
    return Sources(entries, tuple(file for file in entries if not (path.parent / file).exists()))


def check_published(document: Document) -> None:
    """Raise SourceError where a document that came without sources.toml has no date as ``published``."""
    value: object = document.published
    if value is not None and not (isinstance(value, str) and is_date(value)):
        raise SourceError(f'Document "{document.name}" has {describe(value)} as published. {_DATE_FORMS}')


def _read_entry(table: Table) -> SourceEntry | None:
    table.refuse_unknown(_KEYS)
    file = table.text("file", example="report.txt")
    entry = SourceEntry(
        file=PurePosixPath(file or "").as_posix(),
        publisher=table.text("publisher", example="Example Institute"),
        author=_read_author(table),
        title=table.text("title", example="Prices in May"),
        published=_read_published(table),
        url=table.text("url", example="https://example.org/report"),
        voice=table.text("voice", example="wire"),
    )
    if file is None:
        if "file" not in table.values:
            table.report('has no "file". Name the document, for example file = "report.txt".')
        return None
    return entry


def _read_author(table: Table) -> str | None:
    if isinstance(table.values.get("author"), list):
        return ", ".join(table.texts("author", example="A. Author")) or None
    return table.text("author", example="A. Author")


def _read_published(table: Table) -> str | None:
    value = table.values.get("published")
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not is_date(text):
        table.report(f"has {describe(value)} as published. {_DATE_FORMS}")
        return None
    return text


def is_date(text: str) -> bool:
    """Tell whether a text is an ISO date as precise as it is known: a year, a month or a day."""
    match = _DATE.fullmatch(text)
    if not match:
        return False
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
