"""Measures how near sentences are to topics: each word of a sentence finds the nearest word of the topic.

Near is by static word vectors, their similarity squared, so that many faint likenesses do not make up for a close one.
A word that has no vector is read as one of its base forms; a word of the topic itself is always near. Numbers count for
nothing here: their vectors know only that they are numbers.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claimcmp.pipeline.links import blank_links
from claimcmp.pipeline.reading import Sentence
from claimcmp.records import Topic
from claimcmp.word_vectors import WordTable
from claimcmp.words import find_base_form, find_base_forms, is_stopword

Scores = NDArray[np.float64]

WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
POSSESSIVE = re.compile(r"['’]s$")
MEAN_VECTOR = 0.2


Place = tuple[str, int, int]


def find_words(text: str) -> list[Place]:
    """Find the words of a text that tell something, in lower case without a possessive, and where they stand."""
    found = ((_clean(match.group()), *match.span()) for match in WORD.finditer(blank_links(text)))
    return [place for place in found if not is_stopword(place[0])]


class Nearness:
    """How near the words, sentences and headings of a collection are to topics; one column a topic."""

    def __init__(self, sentences: Sequence[Sentence], topics: Sequence[Topic], vectors: WordTable):
        self.vectors = vectors
        self.sentences = sentences
        self.places = [find_words(sentence.text) for sentence in sentences]
        self.words = [_list_known(places) for places in self.places]
        self.topic_words = [_list_known(find_words(" ".join((t.label, t.definition, *t.terms)))) for t in topics]
        headings = sorted({sentence.heading for sentence in sentences} - {""})
        self.headings = {heading: _list_known(find_words(heading)) for heading in headings}
        self.counts = Counter(word for words in self.words for word in words)
        self.of_word = self._measure_words()
        aligned = [self._align(words) for words in self.words]
        known = [row for row in aligned if row is not None]
        self.background: Scores = np.mean(known, axis=0) if known else np.zeros(len(topics))
        self.aligned = np.array([self._center(row) for row in aligned])

    def score_sentences(self) -> Scores:
        """Score sentences by their own words against the collection's mean: less surely, the fewer they are."""
        means = _to_unit(np.array([self._average(words) for words in self.words]))
        center = means.mean(axis=0)
        topics = _to_unit(np.array([self._average(words) for words in self.topic_words]))
        scores = self.aligned + MEAN_VECTOR * (_to_unit(means - center) @ _to_unit(topics - center).T)
        told = np.array([sum(self._weigh(word) for word in words if word in self.of_word) for words in self.words])
        fullness = 2 * told / np.maximum(told + told.mean(), 1e-9)
        weighted: Scores = scores * fullness[:, None]
        return weighted

    def score_headings(self) -> Scores:
        """Score the heading above each sentence; no heading scores nothing."""
        known = {heading: self._center(self._align(words)) for heading, words in self.headings.items()}
        empty = np.zeros(len(self.topic_words))
        return np.array([known.get(sentence.heading, empty) for sentence in self.sentences])

    def weigh_words(self, number: int, topic: int) -> Mapping[str, float]:
        """Return what each word of a sentence that anything is known of adds to its nearness to a topic."""
        weights = {word: self._weigh(word) for word in self.words[number] if word in self.of_word}
        total = sum(weights.values())
        return {word: float(self.of_word[word][topic]) * weight / total for word, weight in weights.items()}

    def _weigh(self, word: str) -> float:
        """Return how much a word tells: the more, the fewer sentences have it."""
        return math.log(1 + len(self.sentences) / (1 + self.counts[word]))

    def _measure_words(self) -> dict[str, Scores]:
        """Measure how near each word is to the nearest word of each topic; what nothing is known of is left out."""
        known = sorted(set(self.counts).union(*self.headings.values()))
        rows = [self._find_row(word) for word in known]
        stacked = self._stack(rows)
        near = np.zeros((len(known), len(self.topic_words)))
        for column, words in enumerate(self.topic_words):
            if words:
                similar = (stacked @ self._stack([self._find_row(word) for word in words]).T).max(axis=1)
                near[:, column] = np.sign(similar) * similar**2
                stems = {find_base_form(word) for word in words}
                near[[find_base_form(word) in stems for word in known], column] = 1
        told = [row is not None or bool(near[number].any()) for number, row in enumerate(rows)]
        return {word: near[number] for number, word in enumerate(known) if told[number]}

    def _find_row(self, word: str) -> str | None:
        """Return the word, or the form of it, that has a vector."""
        return word if word in self.vectors else next(filter(self.vectors.__contains__, _sort_forms(word)), None)

    def _stack(self, rows: Iterable[str | None]) -> NDArray[np.float32]:
        empty = np.zeros(self.vectors.unit.shape[1], dtype=np.float32)
        found = [empty if row is None else self.vectors.unit[self.vectors.rows[row]] for row in rows]
        return np.array(found, dtype=np.float32).reshape(-1, len(empty))

    def _align(self, words: Sequence[str]) -> Scores | None:
        words = [word for word in words if word in self.of_word]
        if not words:
            return None
        weights = np.array([self._weigh(word) for word in words])
        aligned: Scores = weights @ np.array([self.of_word[word] for word in words]) / weights.sum()
        return aligned

    def _center(self, aligned: Scores | None) -> Scores:
        return np.zeros_like(self.background) if aligned is None else aligned - self.background

    def _average(self, words: Sequence[str]) -> Scores:
        if not words:
            return np.zeros(self.vectors.unit.shape[1])
        weights = np.array([self._weigh(word) for word in words])
        total: Scores = weights @ self._stack([self._find_row(word) for word in words]).astype(np.float64)
        return total


def _list_known(places: Iterable[Place]) -> list[str]:
    """List the words of which vectors may know what they are near to: numbers and single letters are not among them."""
    return list(dict.fromkeys(word for word, *_ in places if len(word) > 1 and not word[0].isdigit()))


@cache
def _clean(word: str) -> str:
    return POSSESSIVE.sub("", word.lower())


@cache
def _sort_forms(word: str) -> tuple[str, ...]:
    return tuple(sorted(form for form in find_base_forms(word) if len(form) > 2))


def _to_unit(matrix: Scores) -> Scores:
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit: Scores = matrix / np.where(norms, norms, 1)
    return unit
