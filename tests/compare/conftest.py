from collections.abc import Callable
from dataclasses import replace

import pytest

from claimcmp.compare.comparator import judge_claims
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.pipeline import load_plain_analyser
from claimcmp.records import Claim, Document, DocumentSummary, Extraction, Judgment, Topic

MakeClaim = Callable[..., Claim]


@pytest.fixture(scope="session")
def claim() -> MakeClaim:
    """Make a claim of a source from its text, with everything the pipeline finds in it."""

    def make(source: str, text: str, *, topics: tuple[str, ...] = ("matter",), start: int = 0) -> Claim:
        document = Document(name="a", text=text, source="a")
        found = load_plain_analyser().find_claims(document, keep_all=True).claims[0]
        shift = start - found.start
        name = f"{source.lower()}.txt"
        return replace(
            found,
            id=f"{source.lower()}-{start}",
            document=name,
            source=source,
            start=start,
            end=found.end + shift,
            sentence_start=start,
            sentence_end=found.end + shift,
            topics=topics,
            entities=tuple(replace(e, start=e.start + shift, end=e.end + shift) for e in found.entities),
        )

    return make


@pytest.fixture(scope="session")
def judge_published() -> Callable[..., Judgment]:
    """Judge two statements that were published at a time each, ISO dates or None."""

    def judge(first: tuple[str, str | None], second: tuple[str, str | None]) -> Judgment:
        a, b = (
            load_plain_analyser()
            .find_claims(Document(name=name, text=text, source=name, published=published), keep_all=True)
            .claims[0]
            for name, (text, published) in (("a", first), ("b", second))
        )
        return judge_claims(a, b, vocabulary=Vocabulary((a, b)))

    return judge


@pytest.fixture(scope="session")
def extraction() -> Callable[..., Extraction]:
    """Make an extraction from claims; ``voices`` names documents that speak as one."""

    def make(*claims: Claim, voices: dict[str, str] | None = None) -> Extraction:
        sources = {claim.document: claim.source for claim in claims}
        documents = tuple(
            DocumentSummary(name, source, None, None, None, None, (voices or {}).get(source), "", 0, 1)
            for name, source in sorted(sources.items())
        )
        topics = dict.fromkeys(topic for claim in claims for topic in claim.topics)
        return Extraction(documents=documents, topics=tuple(Topic(topic, topic) for topic in topics), claims=claims)

    return make
