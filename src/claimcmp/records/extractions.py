"""What a run of extract found, and a document with everything that was found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimcmp.records.claims import Claim
from claimcmp.records.documents import DocumentSummary, Skipped
from claimcmp.records.topics import Topic, TopicEvidence


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """A sentence with everything that was found in it."""

    text: str
    start: int
    end: int
    layout: str | None
    """What layout it is part of, such as a heading; null is prose, which alone makes claims."""
    topic_evidence: tuple[TopicEvidence, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """A document with everything that was found in it, for those who want to see why."""

    document: DocumentSummary
    topics: tuple[Topic, ...]
    sentences: tuple[AnnotatedSentence, ...]
    warnings: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one run of extract found."""

    documents: tuple[DocumentSummary, ...]
    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    """The documents' texts by name, into which all offsets point; one is missing where only its claims are known."""
