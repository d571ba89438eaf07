"""Texts of sources, and inputs that were left out."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a source, decoded; all offsets of its claims point into ``text``."""

    name: str
    """The file's name; unique within a run."""
    text: str
    source: str
    """Who published it; the file's stem where nobody said."""
    author: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601 date as precise as it is known: ``2019``, ``2019-04`` or ``2019-04-25``."""
    url: str | None = None
    voice: str | None = None
    """Documents with the same voice (syndicated copies) speak as one source."""
    format: Literal["text", "markdown"] = "text"
    notes: tuple[str, ...] = ()
    """What reading changed or guessed, in words a reader understands."""
    path: str | None = None
    """Where its file was found, as the path was given; null where there is none."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document without its text: what the claims folder keeps about it."""

    name: str
    """The file's name; unique within a run."""
    source: str
    """Who published it; the file's stem where nobody said."""
    author: str | None
    """Who wrote it."""
    title: str | None
    """What it is called."""
    published: str | None
    """When, as an ISO 8601 date as precise as it is known."""
    url: str | None
    """Where it was published."""
    voice: str | None
    """What it speaks as; documents with one voice count once."""
    sha256: str
    """Of the text that the offsets point into, as UTF-8."""
    sentences: int
    """How many it has."""
    claims: int
    """How many were found in it."""
    notes: tuple[str, ...] = ()
    """What reading changed or guessed."""
    path: str | None = None
    """Where its file was found, as the path was given; null where there is none."""
    off_topic: int = 0
    """How many of its sentences are on none of the topics that were asked for."""
