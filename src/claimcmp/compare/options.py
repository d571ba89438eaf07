"""Settings of a comparison."""

from dataclasses import dataclass, field

from claimcmp.lexicons import read_lexicon


def read_threshold() -> float:
    """Return the score from which two claims count as being on one matter, unless the user says otherwise."""
    threshold: float = read_lexicon("matching")["threshold"]["score"]
    return threshold


def read_kinship() -> float:
    """Return by how much less two claims need to score that stand in one group by what they share with others."""
    kinship: float = read_lexicon("matching")["threshold"]["kinship"]
    return kinship


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Settings of a comparison; all of them are in its result."""

    threshold: float = field(default_factory=read_threshold)
    """The score from which two claims count as being on one matter."""
