"""The pipeline as the workflow sees it: a Document in, claims out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcmp.pipeline.build import build_nlp
from claimcmp.pipeline.harvest import count_sentences, harvest_claims
from claimcmp.pipeline.tokens import make_doc
from claimcmp.records import Claim, Document, Topic


@dataclass(frozen=True, slots=True)
class Found:
    """The claims of one document, and how many sentences of prose it has."""

    claims: tuple[Claim, ...]
    sentences: int


class Analyser:
    """Finds claims on some topics; building it loads the pipeline."""

    def __init__(self, topics: Sequence[Topic]):
        self.topics = tuple(topics)
        self.nlp = build_nlp(topics)

    def find_claims(self, document: Document, *, keep_all: bool = False) -> Found:
        """Find the claims of one document; with ``keep_all`` those without a topic too."""
        with self.nlp.memory_zone():
            doc = make_doc(self.nlp, document.text)
            doc._.published = document.published
            doc._.keep_all = keep_all
            doc = self.nlp(doc)
            return Found(harvest_claims(doc, document), count_sentences(doc))

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

    def _matches(self, topic: Topic, text: str) -> bool:
        found = self.find_claims(Document(name="example", text=text, source="example"), keep_all=True)
        return any(topic.id in claim.topics for claim in found.claims)
