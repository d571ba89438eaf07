"""The static word vectors that ship with the package; see the card beside them for their making."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

WORDS = Path(__file__).parent / "models" / "words"


@dataclass(frozen=True)
class WordTable:
    """Vectors in eight bits: ``codes * scale`` gives them back, a row a word, words in lower case."""

    words: tuple[str, ...]
    codes: NDArray[np.int8]
    scale: Matrix

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each word."""
        return {word: row for row, word in enumerate(self.words)}

    @cached_property
    def unit(self) -> Matrix:
        """The vectors brought to length one."""
        vectors = self.expand()
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Matrix = (vectors / np.where(norms, norms, 1)).astype(np.float32)
        return unit

    def __contains__(self, word: str) -> bool:
        """Tell whether a word, in lower case, has a vector."""
        return word in self.rows

    def expand(self) -> Matrix:
        """Return the vectors as numbers to compute with."""
        vectors: Matrix = self.codes.astype(np.float32) * self.scale
        return vectors

    def stack(self, words: Iterable[str]) -> Matrix:
        """Return the unit vectors of words that are in the table, a row a word."""
        return self.unit[[self.rows[word] for word in words]]


def read_words(folder: Path) -> WordTable:
    """Read the word vectors in a folder."""
    words = (folder / "words.txt").read_text(encoding="utf-8").splitlines()
    with np.load(folder / "words.npz") as arrays:
        return WordTable(tuple(words), arrays["codes"], arrays["scale"])


@cache
def load_words() -> WordTable:
    """Return the shipped word vectors, read once."""
    return read_words(WORDS)
