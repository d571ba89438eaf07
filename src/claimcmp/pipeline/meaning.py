"""Gives sentences the topic that they do not name, by their words, their neighbours, and words learned on the way.

Who writes topics before reading closely misses most of the words that the texts use. A sentence is near a topic when
its words are near words of the topic's label, definition and terms (``nearness``), when the sentences beside it and
the heading above it are, and when it has words that go with the topic in the rest of the collection
(``learned_words``). All scores are relative to the collection's mean; ``topic_odds`` says how near is near enough.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from claimcmp.pipeline.learned_words import LearnedWords
from claimcmp.pipeline.nearness import Nearness
from claimcmp.pipeline.neighbours import BEFORE, BEHIND, Neighbours
from claimcmp.pipeline.reading import Reading, Sentence
from claimcmp.pipeline.topic_odds import (
    estimate_alike,
    estimate_on_topic,
    estimate_term_recall,
    find_threshold,
    share_out,
    weigh_in,
)
from claimcmp.records import NearTopic, Topic, TopicEvidence
from claimcmp.word_vectors import WordTable
from claimcmp.words import find_base_form

# Weights beside a sentence's own words and those learned; chosen on the annotated subjects, see benchmarks/README.md.
HEADING = 0.2
TERM = 0.2
LEARNED = 0.3
TOTAL = 1 + HEADING + BEFORE + BEHIND
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
    """Of the sentences whose own words are near a topic, the share that holds a term."""
    on_topic: float
    """The share of all sentences that are on a topic, as far as their scores tell."""


def add_topics_by_meaning(
    readings: Sequence[Reading], topics: Sequence[Topic], vectors: WordTable, *, threshold: float | None = None
) -> MeaningResult:
    """Give each sentence its nearest topic, where it does not have it and is near enough.

    Without a ``threshold`` it follows from how many sentences are on a topic and how many of these the terms find. A
    small collection is returned as it is.
    """
    sentences = [sentence for reading in readings for sentence in reading.sentences]
    if len(sentences) < FEWEST_SENTENCES or not topics:
        return MeaningResult(tuple(readings), math.inf, 1.0, 1.0)
    scorer = _Scorer(readings, sentences, topics, vectors)
    recall = round(estimate_term_recall(scorer.own / TOTAL, scorer.tagged), SCORE_DIGITS)
    alike = round(estimate_alike(scorer.bare / TOTAL, scorer.tagged), SCORE_DIGITS)
    seeming = estimate_on_topic(share_out(scorer.scores, scorer.tagged))
    on_topic = round(weigh_in(seeming, alike, scorer.tagged), SCORE_DIGITS)
    limit = find_threshold(on_topic, recall, alike, len(topics)) if threshold is None else threshold
    numbers = iter(range(len(sentences)))
    changed = tuple(
        replace(reading, sentences=tuple(scorer.tag(next(numbers), limit) for _ in reading.sentences))
        for reading in readings
    )
    return MeaningResult(changed, limit, recall, on_topic)


class _Scorer:
    """Scores the sentences of a collection against topics; one row a sentence, one column a topic."""

    def __init__(
        self, readings: Sequence[Reading], sentences: Sequence[Sentence], topics: Sequence[Topic], vectors: WordTable
    ):
        self.sentences = sentences
        self.topics = topics
        self.tagged = np.array([[any(e.topic == t.id for e in s.evidence) for t in topics] for s in sentences])
        self.neighbours = Neighbours(readings)
        self.nearness = Nearness(sentences, topics, vectors)
        self.own = self.nearness.score_sentences()
        self.bare = Nearness([_blank_terms(sentence) for sentence in sentences], topics, vectors).score_sentences()
        self.headings = self.nearness.score_headings()
        words = [[word for word, *_ in places] for places in self.nearness.places]
        self.learned = LearnedWords(words, share_out(self._combine(self.own), self.tagged))
        self.scores = np.round(self._combine(self.own + LEARNED * self.learned.score()), SCORE_DIGITS)

    def tag(self, number: int, limit: float) -> Sentence:
        """Return a sentence with the topics that it is near, and on its nearest one if that is near enough."""
        scores = self.scores[number]
        sentence = replace(self.sentences[number], near=_find_near(scores, self.topics))
        nearest = int(scores.argmax())
        if self.tagged[number, nearest] or scores[nearest] < limit + (SECOND_TOPIC if sentence.evidence else 0):
            return sentence
        start, end = self._find_telling_word(number, nearest)
        evidence = TopicEvidence(
            topic=self.topics[nearest].id,
            by="meaning",
            text=sentence.text[start:end],
            start=sentence.start + start,
            end=sentence.start + end,
            score=float(scores[nearest]),
        )
        return sentence.with_evidence([*sentence.evidence, evidence])

    def _combine(self, own: Scores) -> Scores:
        """Return the weighted means of what a sentence, its heading and the sentences beside it are near to."""
        beside = self.neighbours.add_up(own + TERM * self.tagged)
        combined: Scores = (own + HEADING * self.headings + beside) / TOTAL
        return combined

    def _find_telling_word(self, number: int, topic: int) -> tuple[int, int]:
        """Find the word of a sentence that speaks most for a topic, as the evidence to show."""
        learned = self.learned.weigh_words(number, topic)
        near = self.nearness.weigh_words(number, topic)
        best, span = -math.inf, (0, len(self.sentences[number].text))
        for word, start, end in self.nearness.places[number]:
            told = round(near.get(word, 0.0) + LEARNED * learned.get(find_base_form(word), 0.0), SCORE_DIGITS)
            if told > best:
                best, span = told, (start, end)
        return span


def _blank_terms(sentence: Sentence) -> Sentence:
    """Return a sentence without what gave it a topic."""
    text = sentence.text
    for item in sentence.evidence:
        start, end = item.start - sentence.start, item.end - sentence.start
        text = text[:start] + " " * (end - start) + text[end:]
    return replace(sentence, text=text)


def _find_near(scores: Scores, topics: Sequence[Topic]) -> tuple[NearTopic, ...]:
    """Return the topics whose scores are little behind the highest one, the nearest first."""
    behind = np.round(scores.max() - scores, SCORE_DIGITS)
    order = np.argsort(behind, kind="stable")
    return tuple(NearTopic(topics[n].id, float(behind[n])) for n in order if behind[n] <= NEAR_TOPIC)
