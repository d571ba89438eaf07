"""Checks the topics of a file: what their terms find in documents, and which terms of two topics overlap."""

from collections.abc import Iterator, Sequence

from spacy.language import Language

from claimcmp.pipeline.phrases import PhraseFinder
from claimcmp.records import Document, Topic, TopicProblem

_Term = tuple[str, str]
"""The id of a topic, and one of its terms."""


def find_idle_terms(nlp: Language, topics: Sequence[Topic], documents: Sequence[Document]) -> Iterator[TopicProblem]:
    """Yield the terms that stand nowhere in the documents; of a topic with none in them only the topic."""
    finder = _make_finder(nlp, topics)
    found: set[object] = set()
    for document in documents:
        with nlp.memory_zone():
            found.update(match.key for match in finder.find(nlp.make_doc(document.text)))
    for topic in topics:
        idle = [term for term in topic.terms if (topic.id, term) not in found]
        if topic.terms and len(idle) == len(topic.terms) and not topic.patterns:
            yield TopicProblem("idle", topic.id, "none of its terms stands in the documents.", tuple(idle))
        elif idle:
            quoted = ", ".join(f'"{term}"' for term in idle)
            yield TopicProblem("idle", topic.id, f"not in the documents: {quoted}.", tuple(idle))


def find_overlaps(nlp: Language, topics: Sequence[Topic]) -> Iterator[TopicProblem]:
    """Yield the terms in which a term of another topic stands: a sentence with the one is on both."""
    finder = _make_finder(nlp, topics)
    excluded = {topic.id: _make_excluded(nlp, topic) for topic in topics}
    for topic in topics:
        for term in topic.terms:
            doc = nlp.make_doc(term)
            seen: set[_Term] = set()
            for match in finder.find(doc):
                other, inner = match.key if isinstance(match.key, tuple) else ("", "")
                if other == topic.id or (other, inner) in seen or any(excluded[other].find(doc)):
                    continue
                seen.add((other, inner))
                same = match.end - match.start == len(doc)
                if same and (other, inner) < (topic.id, term):
                    continue  # said once, by the topic that comes first
                told = f'is a term of "{other}" too' if same else f'holds "{inner}", a term of "{other}"'
                yield TopicProblem("overlap", topic.id, f'"{term}" {told}.', (term, inner))


def _make_finder(nlp: Language, topics: Sequence[Topic]) -> PhraseFinder:
    finder = PhraseFinder(nlp.vocab)
    for topic in topics:
        # As when sentences are tagged: beside terms in small letters, a capitalised word is meant as a name.
        names = any(term[:1].islower() for term in topic.terms)
        for term in topic.terms:
            finder.add((topic.id, term), [nlp.make_doc(term)], names=names)
    return finder


def _make_excluded(nlp: Language, topic: Topic) -> PhraseFinder:
    finder = PhraseFinder(nlp.vocab)
    finder.add(topic.id, map(nlp.make_doc, topic.exclude))
    return finder
