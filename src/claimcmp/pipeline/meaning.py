"""Gives sentences the topic that they do not name, by how near static word vectors place them.

Who writes topics before reading closely misses most of the words that the texts use. A sentence is near a topic when
its words find near words in the topic's label, definition and terms (soft alignment), when the sentences beside it and
the heading above it do, and when its mean vector is near the topic's. All scores are relative to the collection's mean.

How near is near enough depends on the terms. Where most of the sentences nearest to a topic hold one of its terms,
the terms are complete, and the rest is probably off the topics; where few do, the terms tell little. That share is the
label frequency c of learning from positive and unlabelled examples (Elkan and Noto, KDD 2008): among unlabelled
sentences it divides the odds of being on the topic by c / (1 - c), so its logarithm moves the threshold.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from claimcmp.pipeline.reading import Reading, Sentence
from claimcmp.records import NearTopic, Topic, TopicEvidence
from claimcmp.word_vectors import WordTable
from claimcmp.words import is_stopword

WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
# Weights beside the alignment of a sentence's own words; chosen on the development golds, see benchmarks/README.md.
MEAN_VECTOR = 0.2
HEADING = 0.2
NEIGHBOUR = 0.3
TERM = 0.2
# The score at which a sentence is on a topic as likely as not where half of the near ones hold a term, and how fast the
# odds rise with the score.
EVEN_ODDS = 0.2
LOG_ODDS_PER_SCORE = 2.5
LEAST_SHARE = 0.02
# A sentence with the term of one topic is on another one too where its meaning is this much nearer than it must be.
SECOND_TOPIC = 0.1
# So little behind its nearest topic a sentence is near another one too; what is further behind is of no use to compare.
NEAR_TOPIC = 0.15
# A mean over fewer sentences is no background to stand out from.
FEWEST_SENTENCES = 20
# Further digits differ from processor to processor.
SCORE_DIGITS = 4

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MeaningResult:
    """The readings with topics by meaning added, and what decided."""

    readings: tuple[Reading, ...]
    threshold: float
    term_recall: float
    """Of the quarter of sentences nearest to a topic, the share that holds one of its terms."""


def add_topics_by_meaning(
    readings: Sequence[Reading], topics: Sequence[Topic], vectors: WordTable, *, threshold: float | None = None
) -> MeaningResult:
    """Give each sentence its nearest topic, where it does not have it and is near enough.

    Without a ``threshold`` it follows from the recall of the terms. A small collection is returned as it is.
    """
    sentences = [sentence for reading in readings for sentence in reading.sentences]
    if len(sentences) < FEWEST_SENTENCES or not topics:
        return MeaningResult(tuple(readings), math.inf, 1.0)
    scorer = _Scorer(sentences, topics, vectors)
    own = scorer.score_sentences()
    tagged = np.array([[any(e.topic == topic.id for e in s.evidence) for topic in topics] for s in sentences])
    recall = _estimate_recall(own, tagged)
    limit = _find_threshold(recall) if threshold is None else threshold
    scores = own + HEADING * scorer.score_headings() + NEIGHBOUR * _sum_neighbours(own + TERM * tagged, readings)
    rows = iter(np.round(scores, SCORE_DIGITS))
    changed = tuple(
        replace(reading, sentences=tuple(_tag(sentence, next(rows), limit, scorer) for sentence in reading.sentences))
        for reading in readings
    )
    return MeaningResult(changed, limit, recall)


def _find_near(scores: Scores, topics: Sequence[Topic]) -> tuple[NearTopic, ...]:
    """Return the topics whose scores are little behind the highest one, the nearest first."""
    behind = np.round(scores.max() - scores, SCORE_DIGITS)
    order = np.argsort(behind, kind="stable")
    return tuple(NearTopic(topics[n].id, float(behind[n])) for n in order if behind[n] <= NEAR_TOPIC)


def _tag(sentence: Sentence, scores: Scores, limit: float, scorer: "_Scorer") -> Sentence:
    sentence = replace(sentence, near=_find_near(scores, scorer.topics))
    nearest = int(scores.argmax())
    has_it = any(found.topic == scorer.topics[nearest].id for found in sentence.evidence)
    if has_it or scores[nearest] < limit + (SECOND_TOPIC if sentence.evidence else 0):
        return sentence
    start, end = scorer.find_nearest_word(sentence, nearest)
    evidence = TopicEvidence(
        topic=scorer.topics[nearest].id,
        by="meaning",
        text=sentence.text[start:end],
        start=sentence.start + start,
        end=sentence.start + end,
        score=float(scores[nearest]),
    )
    return sentence.with_evidence([*sentence.evidence, evidence])


class _Scorer:
    """Scores sentences and headings against topics; one row a sentence, one column a topic."""

    def __init__(self, sentences: Sequence[Sentence], topics: Sequence[Topic], vectors: WordTable):
        self.vectors = vectors
        self.topics = topics
        self.sentences = sentences
        self.words = [self._find_words(sentence.text) for sentence in sentences]
        self.topic_words = [self._find_words(" ".join((t.label, t.definition, *t.terms))) for t in topics]
        self.counts = Counter(word for words in self.words for word in words)
        self.nearness = self._measure_nearness()
        aligned = np.array([self._align(words) for words in self.words])
        self.background = aligned.mean(axis=0)
        self.aligned = aligned - self.background

    def score_sentences(self) -> Scores:
        """Score each sentence by its own words: their alignment, and their mean."""
        means = _to_unit(np.array([self._average(words) for words in self.words]))
        center = means.mean(axis=0)
        topics = _to_unit(np.array([self._average(words) for words in self.topic_words]))
        scores: Scores = self.aligned + MEAN_VECTOR * (_to_unit(means - center) @ _to_unit(topics - center).T)
        return scores

    def score_headings(self) -> Scores:
        """Score the heading above each sentence; no heading scores nothing."""
        empty = np.zeros(len(self.topic_words))
        known: dict[str, Scores] = {"": empty}
        for heading in {sentence.heading for sentence in self.sentences} - {""}:
            words = self._find_words(heading)
            known[heading] = self._align(words) - self.background if words else empty
        return np.array([known[sentence.heading] for sentence in self.sentences])

    def find_nearest_word(self, sentence: Sentence, topic: int) -> tuple[int, int]:
        """Find the word of a sentence that speaks most for a topic, as the evidence to show."""
        best, span = -1.0, (0, len(sentence.text))
        for match in WORD.finditer(sentence.text):
            word = match.group().lower()
            if word in self.nearness and self.nearness[word][topic] * self._weight(word) > best:
                best, span = float(self.nearness[word][topic] * self._weight(word)), match.span()
        return span

    def _find_words(self, text: str) -> list[str]:
        words = (match.group().lower() for match in WORD.finditer(text))
        return list(dict.fromkeys(word for word in words if word in self.vectors and not is_stopword(word)))

    def _measure_nearness(self) -> dict[str, Scores]:
        """Measure how near each word is to the nearest word of each topic."""
        headings = {word for sentence in self.sentences for word in self._find_words(sentence.heading)}
        known = sorted(set(self.counts) | headings)
        stacked = self.vectors.stack(known)
        nearest = [
            (stacked @ self.vectors.stack(words).T).max(axis=1) if words else np.zeros(len(known))
            for words in self.topic_words
        ]
        return dict(zip(known, np.array(nearest, dtype=np.float64).T, strict=True))

    def _align(self, words: Sequence[str]) -> Scores:
        if not words:
            return np.zeros(len(self.topic_words))
        weights = np.array([self._weight(word) for word in words])
        rows = np.array([self.nearness[word] for word in words])
        aligned: Scores = weights @ rows / weights.sum()
        return aligned

    def _average(self, words: Sequence[str]) -> Scores:
        if not words:
            return np.zeros(self.vectors.unit.shape[1])
        weights = np.array([self._weight(word) for word in words])
        total: Scores = weights @ self.vectors.stack(words).astype(np.float64)
        return total

    def _weight(self, word: str) -> float:
        return math.log(1 + len(self.sentences) / (1 + self.counts[word]))


def _find_threshold(recall: float) -> float:
    share = min(max(recall, LEAST_SHARE), 1 - LEAST_SHARE)
    return EVEN_ODDS + math.log(share / (1 - share)) / LOG_ODDS_PER_SCORE


def _estimate_recall(own: Scores, tagged: NDArray[np.bool_]) -> float:
    nearest = own.argmax(axis=1)
    # Ties keep the order of the text, so that the result does not depend on the machine.
    order = np.argsort(-own.max(axis=1), kind="stable")[: max(1, len(own) // 4)]
    return float(np.mean(tagged[order, nearest[order]]))


def _sum_neighbours(scores: Scores, readings: Sequence[Reading]) -> Scores:
    """Add up the scores of the sentences right before and behind each one in its document."""
    total = np.zeros_like(scores)
    begin = 0
    for reading in readings:
        end = begin + len(reading.sentences)
        total[begin + 1 : end] += scores[begin : max(begin, end - 1)]
        total[begin : max(begin, end - 1)] += scores[begin + 1 : end]
        begin = end
    return total


def _to_unit(matrix: Scores) -> Scores:
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit: Scores = matrix / np.where(norms, norms, 1)
    return unit
