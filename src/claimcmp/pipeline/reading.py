"""The sentences of a document as later steps need them, free of spaCy's objects."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from claimcmp.pipeline.layout import UNBROKEN, find_trimmed
from claimcmp.records import Document, NearTopic, TopicEvidence

HEADINGS = frozenset({"heading", "question", "label"})
# How many sentences around a claim may tell whom and what it speaks of.
BEFORE = 2
AFTER = 1
SHORT = 2
"""Sentences of a paragraph so short that, as in the news, the next one goes straight on."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of prose with its topics, the heading that it stands under and the number of its paragraph."""

    start: int
    end: int
    text: str
    evidence: tuple[TopicEvidence, ...]
    heading: str
    paragraph: int
    near: tuple[NearTopic, ...] = ()
    """The topics that it is near to by its meaning, the nearest first; found for a collection."""

    def with_evidence(self, evidence: Iterable[TopicEvidence]) -> "Sentence":
        """Return the sentence with this evidence instead of its own."""
        return replace(self, evidence=tuple(evidence))


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentences of prose of one document, in their order."""

    document: Document
    sentences: tuple[Sentence, ...]

    def find_context(self, number: int) -> tuple[int, ...]:
        """Return the numbers of a sentence and of those around it that may tell whom and what it speaks of.

        They are of its paragraph, or of a short one before it under the same heading. A claim depends on nothing
        outside of them, so that it is the same whatever else is analysed.
        """
        window = range(max(0, number - BEFORE), min(len(self.sentences), number + AFTER + 1))
        return tuple(near for near in window if self._goes_on(near, number))

    def _goes_on(self, near: int, number: int) -> bool:
        own, other = self.sentences[number], self.sentences[near]
        if other.paragraph == own.paragraph:
            return True
        before = [sentence.paragraph for sentence in self.sentences[max(0, near - SHORT) : near + SHORT + 1]]
        follows = other.heading == own.heading and other.paragraph == self.sentences[number - 1].paragraph
        return near < number and follows and before.count(other.paragraph) <= SHORT


def read_sentences(doc: Doc, document: Document) -> Reading:
    """Return the prose of a Doc that went through the reading pipeline; stretches too long to parse are noted."""
    text = document.text
    sentences: list[Sentence] = []
    unbroken: list[int] = []
    starts = [block[0] for block in doc._.blocks]
    heading = ""
    for sent in doc.sents:
        start, end = find_trimmed(text, sent.start_char, sent.end_char)
        if sent._.layout in HEADINGS:
            heading = text[start:end]
        elif sent._.layout == UNBROKEN:
            unbroken.append(end - start)
        elif sent._.layout is None and start < end:
            evidence = tuple(TopicEvidence(**item) for item in sent._.topic_evidence or ())
            paragraph = doc._.blocks[max(0, bisect_right(starts, start) - 1)][2]
            sentences.append(Sentence(start, end, text[start:end], evidence, heading, paragraph))
    return Reading(replace(document, notes=(*document.notes, *_tell_unbroken(unbroken))), tuple(sentences))


def _tell_unbroken(sizes: Sequence[int]) -> Iterator[str]:
    if sizes:
        many, verb = ("a passage", "was") if len(sizes) == 1 else (f"{len(sizes):,} passages", "were")
        yield f"{many} of {sum(sizes):,} characters without an end of sentence {verb} left out"
