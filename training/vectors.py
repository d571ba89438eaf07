"""Distils static word vectors from the lower layers of a sentence transformer."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcmp.word_vectors import WordTable

LAYERS = (0, 2)
"""The embeddings and the second layer: the top layer knows sentences, and is worse at words and their classes."""
ZIPF_OFFSET = 50
"""Evens out the very first ranks, which are function words and single letters."""
WORD = re.compile(r"[a-z0-9][a-z0-9'.-]*")


def choose_words(vocabulary: Iterable[str], corpus_words: Iterable[str]) -> tuple[str, ...]:
    """Return the transformer's own whole words, then those of the corpora, the frequent ones first."""
    whole = [word for word in vocabulary if WORD.fullmatch(word)]
    counts = Counter(word.lower() for word in corpus_words)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return tuple(dict.fromkeys([*whole, *ranked]))


def compress(words: Sequence[str], layers: Sequence[NDArray[np.float32]], *, dimensions: int) -> WordTable:
    """Return the layers' word vectors reduced to a few dimensions of eight bits.

    Means and axes are weighted as words are frequent (Zipf: by rank), so that the space serves running text
    and not the long tail of names.
    """
    weights = 1.0 / (np.arange(len(words)) + ZIPF_OFFSET)
    weights /= weights.sum()
    joined = np.concatenate([_scale_rows(layer - layer.mean(axis=0)) for layer in layers], axis=1).astype(np.float64)
    joined -= weights @ joined
    _, axes = np.linalg.eigh((joined * weights[:, None]).T @ joined)
    axes = axes[:, ::-1][:, :dimensions]
    # The sign of an axis is arbitrary; fix it, or two machines give mirrored tables.
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(dimensions)])
    vectors = joined @ axes
    scale = np.abs(vectors).max(axis=0) / 127
    return WordTable(tuple(words), np.round(vectors / scale).astype(np.int8), scale.astype(np.float32))


def write_words(table: WordTable, folder: Path) -> None:
    """Write the table as two plain files, words.txt and words.npz."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.txt").write_text("\n".join(table.words) + "\n", encoding="utf-8", newline="")
    np.savez_compressed(folder / "words.npz", codes=table.codes, scale=table.scale)


def _scale_rows(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    scaled: NDArray[np.float32] = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    return scaled
