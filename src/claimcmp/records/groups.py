"""Claims on one matter, and what they come to."""

from dataclasses import dataclass

from claimcmp.records.pairs import Pair
from claimcmp.records.relations import Verdict
from claimcmp.records.reviews import Decision
from claimcmp.records.voices import Voice


@dataclass(frozen=True, slots=True)
class Outlier:
    """A voice that differs from the others of its group, and in what."""

    voice: str
    differs_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consensus:
    """What most voices of a group have in common."""

    together: tuple[str, ...]
    """The voices between which nothing diverges; more than half of all."""
    agree: bool
    """Whether they agree; else they only add to each other."""
    outliers: tuple[Outlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What one voice says about a measured amount, in the unit of its spread."""

    voice: str
    """Who gives the value."""
    value: float
    """One that it gives: where it gives several, their median, of two in the middle the lower."""
    texts: tuple[str, ...]
    """The amounts as they are printed."""
    open: bool = False
    """Whether the value is only a bound: "more than 200", "up to 30"."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The values that several voices give for one thing that they measure."""

    unit: str
    """The unit of its values."""
    of: str | None
    """What is measured, in the words of the first that says it."""
    low: float
    """The lowest value."""
    high: float
    """The highest value."""
    median: float
    """The median over the voices."""
    values: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims on one matter, with the verdict over all its independent pairs."""

    id: str
    """From the topic and the first of its claims, and the next ones where several groups begin alike."""
    topic: str
    """The id of its topic."""
    matter: str
    """What it is about, in words of its claims."""
    verdict: Verdict
    """The judgement over all its independent pairs."""
    differs_in: tuple[str, ...]
    """``number``, ``date``, ``certainty``, ``attribution`` or ``content`` for a contradiction."""
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    """The sources of its claims."""
    silent: tuple[str, ...]
    """The sources without a claim in it."""
    pairs: tuple[Pair, ...]
    voices: tuple[Voice, ...] = ()
    consensus: Consensus | None = None
    """Null where there is a single voice, or no majority."""
    spreads: tuple[Spread, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """What reviewers decided, in the order of their files; verdict and matter are those after it."""
    pairs_hidden: int = 0
    """Pairs that filters took out; verdict, voices, consensus and spreads are still those of the whole."""
