"""What a rule may answer: a relation with its reason, or why it cannot tell."""

from collections.abc import Callable
from dataclasses import dataclass

from claimcmp.records import Claim, Cue, Evidence, Relation


@dataclass(frozen=True, slots=True)
class Ruling:
    """The relation of a pair, the rule that decided, and the reason in words."""

    relation: Relation
    rule: str
    reason: str
    confidence: float = 0.5
    """How often the rule was right on annotated pairs, in [0, 1]."""


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why no rule can judge a pair."""

    reason: str


Outcome = Ruling | Abstention | None
Rule = Callable[[Claim, Claim, Evidence], Outcome]


def show_cue(cue: Cue | None) -> str:
    """Return a cue in brackets for a reason, or nothing."""
    return f" [{cue.text}]" if cue else ""
