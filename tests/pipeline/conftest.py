from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language

from claimcmp.pipeline import Analyser
from claimcmp.pipeline.build import build_reader
from claimcmp.records import Claim, Document, Topic


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that reads whole documents, without topics."""
    return build_reader(())


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser(())


@pytest.fixture(scope="session")
def find_kinds(nlp: Language) -> Callable[[str], list[tuple[str, str | None]]]:
    """Give each sentence of a text with the layout it is part of."""

    def find(text: str) -> list[tuple[str, str | None]]:
        return [(sent.text.strip(), sent._.layout) for sent in nlp(text).sents]

    return find


@pytest.fixture
def find_claims() -> Callable[..., tuple[Claim, ...]]:
    """Give the claims of a text on some topics; without topics, all of them."""

    def find(text: str, topics: Sequence[Topic] = (), name: str = "daily.txt") -> tuple[Claim, ...]:
        document = Document(name=name, text=text, source="Daily")
        return Analyser(topics).find_claims(document, keep_all=not topics).claims

    return find
