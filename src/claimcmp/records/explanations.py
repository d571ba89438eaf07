"""How a judgment came about."""

from dataclasses import dataclass
from typing import Literal

from claimcmp.records.pairs import Judgment
from claimcmp.records.relations import Relation


@dataclass(frozen=True, slots=True)
class RuleStep:
    """A rule that was asked about a pair, and what it said."""

    rule: str
    asks: str
    """What must hold for it to decide."""
    outcome: Literal["decides", "abstains", "does not apply"]
    reason: str = ""
    """In the rule's words, where it decides or abstains."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would be said of a pair if one thing were otherwise."""

    what: str
    same_matter: bool
    relation: Relation | None
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a judgment came about: evidence against threshold, the rules asked in their order, what would change it."""

    judgment: Judgment
    threshold: float
    steps: tuple[RuleStep, ...]
    """Up to the rule that decided; none where the claims are not on one matter."""
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()
    """What else bears on the pair, such as that both claims are of one document."""
