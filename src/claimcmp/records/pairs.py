"""Two claims: the facts about them, and what is said of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from claimcmp.records.claims import Claim
from claimcmp.records.relations import Relation


@dataclass(frozen=True, slots=True)
class Evidence:
    """Facts about a pair of claims; no judgement.

    ``score`` is the sum of the weighted ``parts`` and says only whether both bear on the same matter.
    """

    score: float
    parts: Mapping[str, float] = field(default_factory=dict)
    """Weighted contributions by name; they add up to ``score``."""
    measures: Mapping[str, float] = field(default_factory=dict)
    """What was measured, by name, each from 0 to 1 and before any weighting: ``meaning``, ``wording``, ..."""
    shared_words: tuple[str, ...] = ()
    """Content words of both, as the first prints them, without the terms of their topics."""
    shared_terms: tuple[str, ...] = ()
    """Words of the topics' terms that both have."""
    near_words: tuple[tuple[str, str], ...] = ()
    """Words of the two that are the same or near in meaning, as each prints them."""
    shared_entities: tuple[str, ...] = ()
    """The ids of actors that both name."""
    numbers: Literal["none", "agree", "conflict", "incomparable"] = "none"
    """How the amounts of the two stand to each other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different sources on one matter, and how they relate."""

    a: str
    """The id of the first claim."""
    b: str
    """The id of the second claim."""
    relation: Relation
    """How the two stand to each other."""
    rule: str
    """The rule that decided."""
    reason: str
    """Why, in the rule's words."""
    score: float
    evidence: Evidence
    confidence: float = 0.5
    """How sure the relation is, from 0 to 1: the share of such rulings that were right where it was measured."""
    independent: bool = True
    """False where it adds no voice: both sides are one voice, or one repeats a claim that has this pair already."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """What is said of two claims.

    ``relation`` is null where no rule can tell, or the two are on no one matter; ``rule`` then names the rule that said
    so, if one did.
    """

    a: Claim
    b: Claim
    same_matter: bool
    relation: Relation | None
    rule: str | None
    reason: str
    evidence: Evidence
    confidence: float = 0.0
    """How sure the relation is, from 0 to 1; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Two similar claims that no rule can judge, and why."""

    a: str
    """The id of the first claim."""
    b: str
    """The id of the second claim."""
    topic: str
    """The id of their topic."""
    score: float
    """How much speaks for one matter."""
    reason: str
    """Why no rule can tell."""


@dataclass(frozen=True, slots=True)
class SelfContradiction:
    """Two claims of one source of which only one can hold."""

    topic: str
    source: str
    pair: Pair
