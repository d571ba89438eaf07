"""The pipeline as the workflow sees it: documents in, sentences with topics, claims out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimcmp.pipeline.actors import find_actors
from claimcmp.pipeline.build import build_analysis, build_reader
from claimcmp.pipeline.date_context import date_before
from claimcmp.pipeline.dates import find_dates
from claimcmp.pipeline.harvest import harvest_claims
from claimcmp.pipeline.meaning import MeaningResult, add_topics_by_meaning
from claimcmp.pipeline.model import describe_model
from claimcmp.pipeline.reading import Reading, Sentence, read_sentences
from claimcmp.pipeline.tokens import make_doc
from claimcmp.records import Claim, DateRef, Document, Topic
from claimcmp.word_vectors import load_words


@dataclass(frozen=True, slots=True)
class Found:
    """The claims of one document, and how many sentences of prose it has."""

    claims: tuple[Claim, ...]
    sentences: int


class Analyser:
    """Finds claims on some topics in two steps: a cheap one over all sentences, a thorough one over the claims.

    Building it loads the pipelines.
    """

    def __init__(self, topics: Sequence[Topic], *, model: str | None = None):
        self.topics = tuple(topics)
        self.reader = build_reader(topics)
        self.analysis = build_analysis(model)
        self.model = describe_model(self.analysis, model)

    def read(self, document: Document) -> Reading:
        """Find the sentences of a document and the topics that their terms give them."""
        with self.reader.memory_zone():
            return read_sentences(self.reader(make_doc(self.reader, document.text)), document)

    def add_topics_by_meaning(self, readings: Sequence[Reading], *, threshold: float | None = None) -> MeaningResult:
        """Give sentences that no term tags their nearest topic, seen against the whole collection."""
        return add_topics_by_meaning(readings, self.topics, load_words(), threshold=threshold)

    def analyse(self, reading: Reading, *, keep_all: bool = False, only: Iterable[str] = ()) -> Found:
        """Find what the sentences on a topic claim; with ``keep_all`` the others too, with ``only`` on these topics."""
        wanted = frozenset(only)
        restricted = [_restrict(sentence, wanted) for sentence in reading.sentences]
        chosen = {number: s for number, s in enumerate(restricted) if s.evidence or keep_all}
        if not chosen:
            return Found((), len(reading.sentences))
        read = sorted({near for number in chosen for near in reading.find_context(number)})
        # "The North" is a country in a text on Korea only: who is named anywhere in the document decides.
        around = sorted({entity.id for entity in find_actors(reading.document.text)})
        dates = find_dates(reading.document.text, published=reading.document.published)
        with self.analysis.memory_zone():
            docs = [self._make_doc(reading.sentences[number], reading.document, around, dates) for number in read]
            analysed = dict(zip(read, self.analysis.pipe(docs), strict=True))
            return Found(harvest_claims(reading, chosen, analysed), len(reading.sentences))

    def find_claims(self, document: Document, *, keep_all: bool = False) -> Found:
        """Find the claims of one document alone, with the topics that its terms give it."""
        return self.analyse(self.read(document), keep_all=keep_all)

    def check_examples(self) -> Iterator[str]:
        """Yield a sentence for each example of a topic that does not behave as its file says."""
        for topic in self.topics:
            for text in topic.match_examples:
                if not self._matches(topic, text):
                    yield f'Topic "{topic.id}": "{text}" should match but does not. Add a term, or drop the example.'
            for text in topic.no_match_examples:
                if self._matches(topic, text):
                    yield (
                        f'Topic "{topic.id}": "{text}" should not match but does. '
                        "Exclude its phrase, or drop the example."
                    )

    def _make_doc(self, sentence: Sentence, document: Document, around: list[str], dates: list[DateRef]) -> Doc:
        doc = make_doc(self.analysis, sentence.text)
        doc._.published = document.published
        doc._.around = around
        doc._.earlier = date_before(dates, sentence.start)
        return doc

    def _matches(self, topic: Topic, text: str) -> bool:
        reading = self.read(Document(name="example", text=text, source="example"))
        return any(item.topic == topic.id for sentence in reading.sentences for item in sentence.evidence)


def _restrict(sentence: Sentence, wanted: frozenset[str]) -> Sentence:
    if not wanted:
        return sentence
    return sentence.with_evidence(item for item in sentence.evidence if item.topic in wanted)
