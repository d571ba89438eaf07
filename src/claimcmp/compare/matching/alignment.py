"""Measures how near the words of two claims come to each other, word by word.

Each content word looks for its nearest counterpart in the other claim: the same word counts 1, another one the cosine
of their vectors. Words weigh as much as they tell. Numbers meet only themselves.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcmp.compare.features.vocabulary import DIGITS, Vocabulary
from claimcmp.compare.features.wording.affinity import NEAR
from claimcmp.records import Claim


@dataclass(frozen=True, slots=True)
class Alignment:
    """How much of two claims finds a counterpart, from 0 to 1, mean of both directions."""

    meaning: float
    """With near words counted by their cosine."""
    wording: float
    """With the same words only."""
    links: tuple[tuple[str, str], ...] = ()
    """Words of both that are the same or near, as they are printed, in the order of the first claim."""


def align_words(a: Claim, b: Claim, vocabulary: Vocabulary) -> Alignment:
    """Align the content words of two claims of a vocabulary."""
    rows_a, rows_b = vocabulary.indices_of(a), vocabulary.indices_of(b)
    if not len(rows_a) or not len(rows_b):
        return Alignment(0.0, 0.0)
    same = rows_a[:, None] == rows_b[None, :]
    near = align_rows(rows_a, rows_b, vocabulary)
    weights_a, weights_b = vocabulary.weights[rows_a], vocabulary.weights[rows_b]
    meaning = _mean(near.max(axis=1), weights_a) + _mean(near.max(axis=0), weights_b)
    wording = _mean(same.any(axis=1), weights_a) + _mean(same.any(axis=0), weights_b)
    printed_a, printed_b = (tuple(vocabulary.words_of(claim).keys.values()) for claim in (a, b))
    # Each is the nearest of the other, so that no word is linked twice unless it is a tie.
    mutual = (near >= NEAR) & (near == near.max(axis=1, keepdims=True)) & (near == near.max(axis=0, keepdims=True))
    links = tuple((printed_a[row], printed_b[column]) for row, column in zip(*np.nonzero(mutual), strict=True))
    return Alignment(round(meaning / 2, DIGITS), round(wording / 2, DIGITS), links)


def align_rows(a: NDArray[np.intp], b: NDArray[np.intp], vocabulary: Vocabulary) -> NDArray[np.float32]:
    """Return how near each of some words is to each of some others, from 0 to 1."""
    near: NDArray[np.float32] = np.clip(vocabulary.vectors[a] @ vocabulary.vectors[b].T, 0, 1).round(DIGITS)
    near[a[:, None] == b[None, :]] = 1
    return near


def _mean(values: NDArray[Any], weights: NDArray[np.float64]) -> float:
    total = float(weights.sum())
    return float(weights @ values) / total if total else 0.0
