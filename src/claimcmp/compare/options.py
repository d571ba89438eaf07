"""Settings of a comparison."""

from dataclasses import dataclass, field

from claimcmp.lexicons import read_lexicon


def read_threshold() -> float:
    """Return the score from which two claims count as being on one matter, unless the user says otherwise."""
    threshold: float = read_lexicon("matching")["threshold"]["score"]
    return threshold


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Settings of a comparison; all of them are in its result."""

    threshold: float = field(default_factory=read_threshold)
    """The score from which two claims count as being on one matter."""
