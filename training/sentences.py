"""The record every corpus is read into: one annotated sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

UNKNOWN = "unknown"
"""Entity label of words that may or may not be part of an entity: the corpus does not say."""


@dataclass(frozen=True)
class EntitySpan:
    """Words ``start`` to ``end`` (exclusive) of a sentence name one entity."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Syntax:
    """What a treebank says of each word, as parallel tuples; the root's head is its own index."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    morphs: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    """One sentence with its words, the spaces after them, and as much annotation as its corpus has."""

    id: str
    document: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    syntax: Syntax | None = None
    entities: tuple[EntitySpan, ...] | None = None
    """None when the corpus does not annotate entities; spans labelled UNKNOWN are not taught."""

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).rstrip()


def add_entities(sentences: Iterable[Sentence], entities: dict[str, tuple[EntitySpan, ...]]) -> tuple[Sentence, ...]:
    """Return the sentences with the entities that another corpus has for the same ids."""
    return tuple(replace(sentence, entities=entities.get(sentence.id, sentence.entities)) for sentence in sentences)


def choose_longest(spans: Iterable[EntitySpan]) -> tuple[EntitySpan, ...]:
    """Return the spans that do not overlap, longer ones first served, in the order of the text."""
    chosen: list[EntitySpan] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start, span.label)):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return tuple(sorted(chosen, key=lambda span: span.start))
