"""Advice on topics: suggestions that make a valid file, and checks of one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.errors import UsageError
from claimcmp.records import Document, Topic, TopicProposal
from claimcmp.report import format_topics_toml
from claimcmp.sources import read_topics
from claimcmp.topic_advice import check_topics, suggest_topics

DOCUMENTS = (
    Document("a.txt", "Vaccine doses ran out in March. The clinic got no vaccine doses.", "Alpha"),
    Document("b.txt", "Vaccine doses arrived late. Nurses at the clinic waited for vaccine doses.", "Beta"),
)


def test_suggestions_make_a_file_whose_examples_pass(tmp_path: Path) -> None:
    proposals = suggest_topics(DOCUMENTS)
    file = tmp_path / "topics.toml"
    file.write_text(format_topics_toml(proposals), encoding="utf-8")
    topics, problems = check_topics(file, DOCUMENTS)
    assert topics == tuple(proposal.topic for proposal in proposals)
    assert "vaccine-doses" in {topic.id for topic in topics}
    assert all(topic.match_examples for topic in topics)
    assert [problem for problem in problems if problem.kind == "example"] == []


@given(st.lists(st.text(min_size=1).filter(lambda text: text.strip() == text), min_size=1, max_size=3, unique=True))
def test_any_term_survives_the_file(tmp_path_factory: pytest.TempPathFactory, terms: list[str]) -> None:
    topic = Topic("t", "T", terms=tuple(terms), match_examples=tuple(terms))
    file = tmp_path_factory.mktemp("topics") / "topics.toml"
    file.write_bytes(format_topics_toml([TopicProposal(topic, ("S\n[[x]]",), 1.0, ())]).encode("utf-8", "replace"))
    expected = tuple(term.encode("utf-8", "replace").decode() for term in terms)
    assert read_topics(file)[0].terms == expected


def test_a_suggestion_does_not_take_the_id_of_a_topic() -> None:
    taken = Topic("vaccine-doses", "Vaccine doses", terms=("jab",))
    assert "vaccine-doses-2" in {proposal.topic.id for proposal in suggest_topics(DOCUMENTS, topics=[taken])}


def test_check_tells_of_failing_examples_idle_terms_and_overlaps() -> None:
    health = Topic("health", "Health", terms=("clinic", "hospital"), match_examples=("The school closed.",))
    supply = Topic(
        "supply", "Supply", terms=("clinics", "clinic supplies", "vaccine"), no_match_examples=("A vaccine.",)
    )
    _, problems = check_topics([health, supply], DOCUMENTS)
    told = [(problem.kind, problem.topic, problem.terms) for problem in problems]
    assert told == [
        ("example", "health", ()),
        ("example", "supply", ()),
        ("idle", "health", ("hospital",)),
        ("idle", "supply", ("clinic supplies",)),
        ("overlap", "health", ("clinic", "clinics")),
        ("overlap", "supply", ("clinic supplies", "clinic")),
    ]


def test_without_documents_only_the_file_is_checked() -> None:
    _, problems = check_topics([Topic("health", "Health", terms=("clinic",))])
    assert problems == ()


def test_check_wants_a_file() -> None:
    with pytest.raises(UsageError, match="beside the documents"):
        check_topics(None, DOCUMENTS)
