"""The static word vectors that ship with the package."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class WordVectors:
    """Vectors of length one, a row a word; words in lower case."""

    rows: dict[str, int]
    unit: Matrix

    def __contains__(self, word: str) -> bool:
        """Tell whether a word, in lower case, has a vector."""
        return word in self.rows

    def stack(self, words: Iterable[str]) -> Matrix:
        """Return the vectors of words that are in the table, a row a word."""
        return self.unit[[self.rows[word] for word in words]]


def read_word_vectors(folder: Path) -> WordVectors:
    """Read a table of eight-bit codes with a scale a dimension; see the card beside it."""
    words = (folder / "words.txt").read_text(encoding="utf-8").splitlines()
    with np.load(folder / "words.npz") as arrays:
        vectors = arrays["codes"].astype(np.float32) * arrays["scale"]
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return WordVectors({word: row for row, word in enumerate(words)}, vectors / np.where(norms, norms, 1))


@cache
def load_word_vectors() -> WordVectors:
    """Return the shipped vectors, read once."""
    with as_file(files("claimcmp").joinpath("models", "words")) as folder:
        return read_word_vectors(folder)
