"""How a run compares with what people annotated."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """How a run compares with what people annotated, in one respect."""

    name: str
    right: int
    extra: int
    """What the run has and the annotation has not."""
    missed: int

    @property
    def precision(self) -> float:
        """The share of what the run has that is right."""
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        """The share of what is annotated that the run has."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of the annotated cases."""

    name: str
    right: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 of nothing."""
        return self.right / max(1, self.total)


@dataclass(frozen=True, slots=True)
class Miss:
    """One case in which run and annotation differ."""

    kind: str
    told: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run held against an annotation; what was not annotated is in no figure."""

    claims: int
    annotated: int
    """Annotated stretches of text."""
    matched: int
    """Those of them in which the run has a claim."""
    figures: tuple[Figure, ...]
    rates: tuple[Rate, ...]
    misses: tuple[Miss, ...] = ()
