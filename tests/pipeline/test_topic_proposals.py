"""Topics that nobody asked for: recurring noun phrases that several sources share."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from claimcmp.pipeline import Analyser
from claimcmp.pipeline.topic_proposals import measure_keyness
from claimcmp.records import Document, Topic, TopicProposal

HARBOUR = "The harbour authority raised the mooring fees in June. Fishermen refuse to pay the mooring fees this year."
MUSEUM = "Visitors to the museum must wear masks. The mask rule of the museum was dropped on Monday."
SOURCES = (
    ("Gull", f"{HARBOUR} {MUSEUM} A ferry sank near the harbour, and Peter Lund saw it."),
    ("Tern", f"Mooring fees have doubled. Every ferry pays a mooring fee. {MUSEUM} Peter Lund said that a ferry sank."),
    ("Auk", "Masks remain in the museum. The ferry company blames the mooring fees, said Peter Lund in Bergen."),
)


def propose(texts: Sequence[tuple[str, str]], topics: Sequence[Topic] = ()) -> tuple[TopicProposal, ...]:
    analyser = Analyser(topics)
    documents = [Document(f"{source.lower()}.txt", text, source) for source, text in texts]
    return analyser.propose_topics([analyser.read(document) for document in documents])


@pytest.fixture(scope="module")
def proposals() -> tuple[TopicProposal, ...]:
    return propose(SOURCES)


def test_what_sources_share_is_proposed_as_it_is_printed(proposals: tuple[TopicProposal, ...]) -> None:
    assert {"Mooring fees", "Masks", "Ferry"} <= {proposal.topic.label for proposal in proposals}


def test_a_phrase_stands_for_the_words_that_recur_only_in_it(proposals: tuple[TopicProposal, ...]) -> None:
    assert not {"fees", "fee", "mooring"} & {term for proposal in proposals for term in proposal.topic.terms}


def test_names_speakers_and_times_are_no_topics(proposals: tuple[TopicProposal, ...]) -> None:
    words = {word.lower() for proposal in proposals for word in proposal.topic.label.split()}
    assert not words & {"lund", "peter", "bergen", "gull", "june", "monday", "year", "company", "authority"}


def test_a_proposal_tells_where_and_by_whom(proposals: tuple[TopicProposal, ...]) -> None:
    fees = next(proposal for proposal in proposals if proposal.topic.id == "mooring-fees")
    assert fees.sources == ("Gull", "Tern", "Auk")
    texts = dict(zip(("gull.txt", "tern.txt", "auk.txt"), (text for _, text in SOURCES), strict=True))
    assert len(fees.sentences) == 5
    assert all(texts[found.document][found.start : found.end] == found.text for found in fees.sentences)


def test_what_a_topic_covers_is_not_proposed_again() -> None:
    found = propose(SOURCES, [Topic("fees", "Fees", terms=("mooring fees",))])
    assert "mooring-fees" not in {proposal.topic.id for proposal in found}
    assert found


def test_a_kind_and_what_it_is_a_kind_of_are_one_topic() -> None:
    wolves = (
        ("Elk", "The wolf cull began in May. Shepherds wanted the wolf cull. Then a court stopped the cull."),
        (
            "Lynx",
            "A wolf cull is planned. The wolf cull divides villages. The cull failed before. Lambs died in the cull.",
        ),
    )
    labels = [proposal.topic.label for proposal in propose(wolves)]
    assert sum("cull" in label.lower() for label in labels) == 1


def test_no_topic_stands_mostly_in_the_sentences_of_a_better_one(proposals: tuple[TopicProposal, ...]) -> None:
    held = [{(found.document, found.start) for found in proposal.sentences} for proposal in proposals]
    for number, places in enumerate(held):
        assert all(len(places & better) < 0.6 * len(places) for better in held[:number])


def test_one_source_alone_gets_what_it_keeps_speaking_of() -> None:
    text = "The reservoir is low. Rain filled the reservoir in spring. The reservoir feeds two towns."
    assert [proposal.topic.label for proposal in propose([("Heron", text)])] == ["Reservoir"]


@pytest.mark.parametrize("text", ["", "Yes.", "He said so. She said so. They said so.", "2019 2020 2021 \u202e ☃"])
def test_texts_without_noun_phrases_propose_nothing(text: str) -> None:
    assert propose([("A", text), ("B", text)]) == ()


def test_the_order_of_documents_changes_nothing_but_the_order_of_sources() -> None:
    found = [[(p.topic, p.keyness) for p in propose(order)] for order in permutations(SOURCES)]
    assert all(other == found[0] for other in found)


def test_keyness_grows_with_surprise_and_is_nothing_where_there_is_none() -> None:
    assert measure_keyness(3, 3.0) == measure_keyness(2, 3.0) == 0.0
    assert measure_keyness(6, 0.1) > measure_keyness(6, 1.0) > measure_keyness(4, 1.0) > 0
