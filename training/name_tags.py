"""B-, I-, O tags of names: which may follow which, the best row of them, and the spans they mean."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.sentences import EntitySpan

LABELS = ("PERSON", "ORG", "PLACE", "EVENT", "DATE")
TAGS = ("O", *(f"{mark}-{label}" for label in LABELS for mark in "BI"))
BEGINS = np.array([tag[0] != "I" for tag in TAGS])
FOLLOWS = np.array([[begins or last[1:] == tag[1:] for tag, begins in zip(TAGS, BEGINS, strict=True)] for last in TAGS])
"""Whether the tag of a column may stand after that of a row: I- continues its own label only."""
NEVER = -1e9


def find_best_tags(scores: NDArray[np.float32]) -> list[str]:
    """Return the most probable row of tags among those that mean whole names, from a row of scores a word.

    The best tag of each word for itself breaks names into pieces: Viterbi's search keeps them whole.
    """
    if not len(scores):
        return []
    chances = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    best = chances[0] + np.where(BEGINS, 0, NEVER)
    steps: list[NDArray[np.intp]] = []
    for row in chances[1:]:
        totals = best[:, None] + np.where(FOLLOWS, 0, NEVER)
        steps.append(totals.argmax(axis=0))
        best = totals.max(axis=0) + row
    path = [int(best.argmax())]
    for step in reversed(steps):
        path.append(int(step[path[-1]]))
    return [TAGS[number] for number in reversed(path)]


def read_tags(tags: Sequence[str]) -> tuple[EntitySpan, ...]:
    """Return the spans of B-, I-, O tags; an I- that continues nothing begins a span."""
    spans: list[EntitySpan] = []
    for index, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if mark == "I" and spans and spans[-1].end == index and spans[-1].label == label:
            spans[-1] = EntitySpan(spans[-1].start, index + 1, label)
        elif mark != "O":
            spans.append(EntitySpan(index, index + 1, label))
    return tuple(spans)
