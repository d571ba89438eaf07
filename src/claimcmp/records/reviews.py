"""What people decided of groups, and how far they agree."""

from dataclasses import dataclass
from typing import Literal

from claimcmp.records.claims import Modality, Polarity
from claimcmp.records.relations import Relation, Verdict

Action = Literal["accept", "reject", "relabel", "merge", "split", "note"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person who reviewed a group decided of it."""

    reviewer: str
    """Who decided."""
    action: Action
    """What was decided."""
    was: str = ""
    """What the program had said, where the decision changed it: the verdict, the matter."""
    note: str = ""
    """Why, in the reviewer's words."""
    applied: bool = True
    """False where another reviewer decided otherwise, so that the program's ruling stands."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote that a decision is about, to be found again by its words wherever it stands by then."""

    document: str
    source: str
    start: int
    end: int
    quote: str
    nth: int = 0
    """How many claims of the document with the same words stand before it."""
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One decision of a reviewer as it is kept: what was seen, and what is to be done with it."""

    action: Action
    topic: str
    claims: tuple[Anchor, ...]
    """The quotes of the group as it was seen."""
    group: str = ""
    """The id that the group had then; the quotes say which group is meant."""
    matter: str = ""
    verdict: Verdict = "single-source"
    """What stood there when the reviewer decided."""
    leaves: Verdict | None = None
    """The verdict after it, where there is one."""
    chosen: tuple[int, ...] = ()
    """Numbers of the quotes, from 1, that leave by a split, or between which a relation is given; empty means all."""
    relation: Relation | None = None
    """What a relabel says of the pairs."""
    name: str = ""
    """What a relabel calls the matter."""
    others: tuple[Anchor, ...] = ()
    """The quotes of the group that it is merged with."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The decisions of one reviewer in the order in which they were made."""

    reviewer: str
    entries: tuple[ReviewEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class StaleDecision:
    """A decision that could not be used, and why: what it was about is not there any more as it was."""

    reviewer: str
    action: Action
    topic: str
    group: str
    """The id that the group had when it was reviewed."""
    matter: str
    reason: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A group on which two reviewers decided differently."""

    topic: str
    group: str
    matter: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree."""

    reviewers: tuple[str, ...]
    groups: int
    """Groups on which both decided."""
    alike: int
    share: float | None
    """Of the groups on which both decided; null where there is none."""
    kappa: float | None
    """Cohen's kappa: agreement beyond chance; null where chance alone explains everything."""
    only: tuple[int, ...]
    """Groups on which one alone decided, for each."""
    disagreements: tuple[Disagreement, ...] = ()
