"""What a rule may answer: a relation with its reason, why it cannot tell, or that the claims are on two matters."""

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


@dataclass(frozen=True, slots=True)
class OtherMatter:
    """Why two claims that share enough words are of two things after all."""

    rule: str
    reason: str


Outcome = Ruling | Abstention | OtherMatter | None
Rule = Callable[[Claim, Claim, Evidence], Outcome]


def show_cue(cue: Cue | None) -> str:
    """Return a cue in brackets for a reason, or nothing."""
    return f" [{cue.text}]" if cue else ""
