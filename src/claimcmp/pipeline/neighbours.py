"""Adds to what is scored of each sentence what is scored of the sentences right before and behind it.

A text goes on with what it spoke of: the sentence before tells more than the one behind, more still where a sentence
refers back to it ("It fell to 3 %."), and less across the border of a paragraph.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claimcmp.pipeline.continuation import find_back_reference
from claimcmp.pipeline.reading import Reading

Scores = NDArray[np.float64]

BEFORE = 0.4
BEHIND = 0.2
REFERRING = 1.5
OTHER_PARAGRAPH = 0.75


class Neighbours:
    """How much the sentences of a collection, document after document, tell of those beside them."""

    def __init__(self, readings: Sequence[Reading]):
        borders = [border for reading in readings for border in _weigh_borders(reading)]
        weights = np.array(borders).reshape(-1, 2)
        self.before: Scores = weights[:, :1]
        self.behind: Scores = weights[:, 1:]

    def add_up(self, scores: Scores) -> Scores:
        """Return for each sentence, a row each, the weighted sum of the scores beside it."""
        total = np.zeros_like(scores)
        total[1:] += self.before[:-1] * scores[:-1]
        total[:-1] += self.behind[:-1] * scores[1:]
        return total


def _weigh_borders(reading: Reading) -> Iterator[tuple[float, float]]:
    """Yield for each sentence how much it tells of the next one, and that one of it; the last one has none."""
    for first, second in pairwise(reading.sentences):
        near = 1.0 if first.paragraph == second.paragraph else OTHER_PARAGRAPH
        refers = find_back_reference(second.text, first.text, ()) is not None
        yield BEFORE * near * (REFERRING if refers else 1.0), BEHIND * near
    if reading.sentences:
        yield 0.0, 0.0
