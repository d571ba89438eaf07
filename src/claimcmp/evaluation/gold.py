"""What people annotated: stretches of text with what they claim, and how they relate to each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What is claimed; None is what the annotation says nothing of."""

    polarity: str | None = None
    modality: str | None = None
    attributed_to: str | None = None
    """Empty for the author's own voice."""
    quantities: tuple[str | float, ...] | None = None
    """As words or as values."""
    dates: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class GoldUnit:
    """A stretch of a document, mostly a sentence, with all that it claims."""

    id: str
    document: str
    start: int
    end: int
    topics: frozenset[str] | None = None
    borderline: frozenset[str] = frozenset()
    """Topics that may be given or not."""
    claims: tuple[GoldClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two units on one matter, or tempting to take for that where there is no relation."""

    a: str
    b: str
    relation: str = ""
    also: tuple[str, ...] = ()
    """Relations that are right too."""
    topic: str | None = None
    soft: bool = False
    """On one matter by interpretation only."""

    @property
    def key(self) -> frozenset[str]:
        """The two units, whatever their order."""
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotation of some documents."""

    units: tuple[GoldUnit, ...]
    pairs: tuple[GoldPair, ...] = ()
    nonpairs: tuple[GoldPair, ...] = ()
    not_claims: tuple[GoldUnit, ...] = ()
    complete: bool = False
    """All that is on a topic is annotated, so that any other claim on one is wrong."""
    exhaustive: bool = False
    """All pairs are annotated, so that any other is wrong."""
