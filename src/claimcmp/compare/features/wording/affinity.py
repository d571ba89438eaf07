"""Measures how near two groups of words are in meaning, by the static word vectors."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claimcmp.compare.features.wording.statements import Word
from claimcmp.word_vectors import load_words

# They stand beside figures of every kind, so that they do not tell what a figure is of.
SCALES = frozenset(
    {
        *("thousand", "million", "billion", "trillion", "hundred", "dozen", "percent", "percentage", "point", "points"),
        *("thousands", "millions", "billions", "hundreds", "dozens", "half", "quarter", "third", "fifth", "tenth"),
    }
)


# From this cosine on two words are near: "cost" and "price", "jet" and "aircraft", not "goal" and "match".
NEAR = 0.5


def find_affinity(first: Iterable[Word], second: Iterable[Word]) -> float:
    """Return the cosine of the two words that are nearest to each other; 1 for a common word."""
    ours, theirs = _select(first), _select(second)
    if any(not x.forms.isdisjoint(y.forms) for x in ours for y in theirs):
        return 1.0
    pairs = [(find_vector(x.text), find_vector(y.text)) for x in ours for y in theirs]
    return max((float(x @ y) for x, y in pairs if x is not None and y is not None), default=0.0)


@lru_cache(maxsize=65536)
def find_vector(word: str) -> NDArray[np.float32] | None:
    """Return the unit vector of a word, or None if the table has none."""
    table = load_words()
    row = table.rows.get(word.lower().removesuffix("'s").removesuffix("’s"))
    return None if row is None else table.unit[row]


def _select(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if not word.text[0].isdigit() and word.text.lower() not in SCALES]
