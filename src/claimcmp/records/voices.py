"""What counts once, and passages that documents have from each other."""

from dataclasses import dataclass
from typing import Literal

VoiceKind = Literal["own", "declared", "copied", "quoted"]


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that one document has from another, word for word or nearly; both are one voice."""

    document: str
    """The document that has it from the other."""
    start: int
    end: int
    of: str
    """The document that had it first, by date of publication, then by name."""
    of_start: int
    """Where it begins in that document."""
    of_end: int
    """Where it ends there."""
    similarity: float
    """Share of the words that are the same in the same order, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Claims of a group that count once: those of one source, and those that repeat it."""

    name: str
    """The source, the voice that sources.toml declares, or the speaker who is quoted."""
    sources: tuple[str, ...]
    """The sources that it speaks in."""
    claims: tuple[str, ...]
    """The ids of its claims in the group."""
    kind: VoiceKind = "own"
    """Why claims of several documents are one voice; ``own`` where they are of one source."""
    copies: tuple[str, ...] = ()
    """Those of its claims that repeat another one of them."""
