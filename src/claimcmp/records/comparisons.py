"""What a run of compare found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimcmp.records.claims import Claim
from claimcmp.records.documents import DocumentSummary
from claimcmp.records.groups import Group
from claimcmp.records.pairs import SelfContradiction, Unjudged
from claimcmp.records.reviews import StaleDecision
from claimcmp.records.topics import Topic
from claimcmp.records.voices import Copy


@dataclass(frozen=True, slots=True)
class Comparison:
    """Groups of claims by topic; ``unmatched`` are the claims that found no counterpart."""

    documents: tuple[DocumentSummary, ...]
    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    unmatched: tuple[str, ...]
    unjudged: tuple[Unjudged, ...] = ()
    pairs_examined: int = 0
    settings: Mapping[str, Any] = field(default_factory=dict)
    pairs_apart: int = 0
    """Judged pairs whose claims are in two groups, because too little else links these."""
    copies: tuple[Copy, ...] = ()
    """Passages that several documents share, so that they speak as one voice there."""
    self_contradictions: tuple[SelfContradiction, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)
    """What was asked to be shown, where that is less than everything."""
    groups_hidden: int = 0
    """Groups that filters took out."""
    rejected: tuple[Group, ...] = ()
    """Groups that a reviewer took apart, as the program had made them; they count nowhere else."""
    stale: tuple[StaleDecision, ...] = ()
    """Decisions of reviewers that no longer fit."""
