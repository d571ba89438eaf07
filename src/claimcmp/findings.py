"""The records of looking closer: a claim in its place, what became of saved quotes, what changed between two runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from claimcmp.records import Claim, DocumentSummary, Group, Verdict

QuoteState = Literal["exact", "moved", "changed", "unclear", "gone", "missing"]
QUOTE_STATES: tuple[QuoteState, ...] = ("exact", "moved", "changed", "unclear", "gone", "missing")
"""At its place; elsewhere, once; in other words; at several other places; not there; its file is not there."""
ChangeKind = Literal["new", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a document."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim with the sentences around it."""

    claim: Claim
    document: DocumentSummary
    before: tuple[Sentence, ...] = ()
    sentence: Sentence | None = None
    """The one that holds it; null where the document's text is not at hand."""
    after: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One claim or group, looked at closely."""

    claims: tuple[PlacedClaim, ...]
    """The claim, or all claims of the group."""
    groups: tuple[Group, ...]
    """The groups that the claim is in, or the group."""
    partners: tuple[Claim, ...] = ()
    """The other claims of these groups."""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """What became of one saved quote."""

    claim: str
    state: QuoteState
    text: str
    start: int
    end: int
    now_start: int | None = None
    now_end: int | None = None
    now: str | None = None
    """What stands there now, where it changed."""


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """What became of the saved quotes of one document."""

    document: str
    source: str
    path: str | None
    """The file that was looked into."""
    problem: str
    """Why there is no such file; empty where there is."""
    counts: Mapping[str, int]
    """Quotes by state."""
    quotes: tuple[QuoteCheck, ...]
    """Those that are not exact."""
    other_line_ends: bool = False
    """Whether the file differs from the text that was read in its line ends only; the places are those of that text."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of all saved quotes of a claims folder."""

    documents: tuple[DocumentCheck, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that came, went or is another one."""

    kind: ChangeKind
    source: str
    old: str | None
    new: str | None
    differs_in: tuple[str, ...] = ()
    """``text``, ``name``, ``published``, ``voice`` ... where it changed."""


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that came, went, or says something else."""

    kind: ChangeKind
    old: Claim | None
    new: Claim | None
    differs_in: tuple[str, ...] = ()
    """``wording``, ``polarity``, ``certainty``, ``number``, ``date``, ``hour``, ``attribution``, ``topics``.

    Of a claim that is gone or new ``topics`` tells that its words stand in both texts, but once on no topic.
    """


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A group that came, went, or has another verdict."""

    kind: ChangeKind
    topic: str
    matter: str
    old: str | None
    new: str | None
    old_verdict: Verdict | None
    new_verdict: Verdict | None
    old_differs_in: tuple[str, ...] = ()
    new_differs_in: tuple[str, ...] = ()
    merged_into: str | None = None
    """Of a group that is gone: the later group that holds all claims of it that are still there."""
    split_from: str | None = None
    """Of a new group: the earlier one that held all claims of it that were there."""


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting, or a topic's definition, that is another in the later run."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two runs."""

    documents: tuple[DocumentChange, ...]
    claims: tuple[ClaimChange, ...]
    groups: tuple[GroupChange, ...]
    settings: tuple[SettingChange, ...]
    unchanged: Mapping[str, int] = field(default_factory=dict)
    """How many ``documents``, ``claims`` and ``groups`` are as they were."""
