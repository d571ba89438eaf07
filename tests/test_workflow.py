"""The Python API, from documents to claims and judgements."""

from dataclasses import replace
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcmp
from claimcmp.errors import ClaimcmpError, SourceError, UsageError
from claimcmp.records import Document, Extraction, Topic

FLOODS = Topic("floods", "Floods and storms", terms=("flood", "storm"))
FERRIES = Topic("ferries", "Ferries", terms=("ferry",))
DOCUMENTS = (
    Document("dawn.txt", "The flood killed 12 people in Leeds. The ferry was late.", "Dawn", published="2021-03-24"),
    Document("dusk.txt", "The storm spared Leeds.\n\nNo ferry sailed on Sunday, said the mayor.", "Dusk"),
    Document("noon.txt", "Nothing happened in Hull.", "Noon"),
)


def extract(*documents: Document, **options: object) -> Extraction:
    return claimcmp.extract(documents, topics=[FLOODS, FERRIES], **options)  # type: ignore[arg-type]


def test_workflow_extract_gives_claims_on_topics() -> None:
    found = extract(*DOCUMENTS)
    assert [(claim.document, claim.topics, claim.text) for claim in found.claims] == [
        ("dawn.txt", ("floods",), "The flood killed 12 people in Leeds."),
        ("dawn.txt", ("ferries",), "The ferry was late."),
        ("dusk.txt", ("floods",), "The storm spared Leeds."),
        ("dusk.txt", ("ferries",), "No ferry sailed on Sunday, said the mayor."),
    ]


def test_workflow_extract_sums_up_every_document() -> None:
    found = extract(*DOCUMENTS)
    assert [(item.name, item.sentences, item.claims) for item in found.documents] == [
        ("dawn.txt", 2, 2),
        ("dusk.txt", 2, 2),
        ("noon.txt", 1, 0),
    ]


def test_workflow_extract_takes_one_document() -> None:
    assert len(claimcmp.extract(DOCUMENTS[0], topics=[FLOODS]).claims) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_workflow_order_of_documents_changes_nothing(order: tuple[int, ...]) -> None:
    shuffled = extract(*(DOCUMENTS[number] for number in order))
    assert shuffled == extract(*DOCUMENTS)
    assert claimcmp.compare(shuffled) == claimcmp.compare(extract(*DOCUMENTS))


def test_workflow_documents_do_not_influence_each_other() -> None:
    together = extract(*DOCUMENTS).claims
    assert together == tuple(claim for document in DOCUMENTS for claim in extract(document).claims)


def test_workflow_keep_all_adds_claims_without_topic() -> None:
    assert [
        claim.text
        for claim in extract(*DOCUMENTS, options=claimcmp.ExtractOptions(keep_all=True)).claims
        if not claim.topics
    ] == ["Nothing happened in Hull."]


@pytest.mark.parametrize("name", ["ferries", "Ferries", "FERRIES"])
def test_workflow_only_restricts_to_some_topics(name: str) -> None:
    found = extract(*DOCUMENTS, only=[name])
    assert found.topics == (FERRIES,)
    assert {topic for claim in found.claims for topic in claim.topics} == {"ferries"}


def test_workflow_one_topic_is_a_name_not_its_letters() -> None:
    found = extract(*DOCUMENTS, only="ferries")
    assert found.topics == (FERRIES,)
    compared = claimcmp.compare(extract(*DOCUMENTS), topics="ferries")
    assert compared.topics == (FERRIES,)


@pytest.mark.parametrize("folder", ["claims", Path("claims")])
def test_workflow_compare_refuses_a_path(folder: str | Path) -> None:
    with pytest.raises(UsageError, match=r"takes an Extraction or claims, .*claimcmp\.store\.read_extraction"):
        claimcmp.compare(folder)  # type: ignore[arg-type]


@pytest.mark.parametrize("inputs", [3, None, [DOCUMENTS[0], 3], b"seeds"])
def test_workflow_extract_refuses_what_is_no_document(inputs: object) -> None:
    with pytest.raises(UsageError, match=r"extract takes paths and Documents, not (3|None|b'seeds')\."):
        claimcmp.extract(inputs, topics=[FLOODS])  # type: ignore[arg-type]


@pytest.mark.parametrize("published", ["foo", "2021-13", "", 2021])
def test_workflow_extract_refuses_a_date_that_is_none(published: object) -> None:
    with pytest.raises(SourceError, match=r'Document "dawn\.txt" has .* as published\. Write a date'):
        extract(replace(DOCUMENTS[0], published=published))  # type: ignore[arg-type]


def test_workflow_extract_refuses_an_empty_path() -> None:
    with pytest.raises(SourceError, match="A path is empty"):
        claimcmp.extract("", topics=[FLOODS])


def test_workflow_unknown_topic_lists_the_known_ones() -> None:
    with pytest.raises(ClaimcmpError) as caught:
        extract(*DOCUMENTS, only=["trains"])
    assert "trains" in str(caught.value)
    assert "floods" in str(caught.value)


def test_workflow_compare_refuses_an_unknown_topic() -> None:
    with pytest.raises(ClaimcmpError, match="trains"):
        claimcmp.compare(extract(*DOCUMENTS), topics=["trains"])


def test_workflow_documents_of_one_name_are_refused() -> None:
    with pytest.raises(UsageError, match=r'Two documents have the name "dawn\.txt"'):
        extract(DOCUMENTS[0], replace(DOCUMENTS[1], name="dawn.txt"))


def test_workflow_examples_of_a_topic_that_fail_are_warnings() -> None:
    topic = replace(
        FLOODS,
        match_examples=("A storm hit Hull", "A gale hit Hull."),
        no_match_examples=("Floodlights shone.", "A flood of letters came."),
    )
    warnings = claimcmp.extract(DOCUMENTS[:1], topics=[topic]).warnings
    assert [warning.split('"')[3] for warning in warnings] == ["A gale hit Hull.", "A flood of letters came."]


def test_workflow_progress_names_each_document() -> None:
    seen: list[tuple[int, int, str]] = []
    extract(*DOCUMENTS, progress=lambda *step: seen.append(step))
    names = ["dawn.txt", "dusk.txt", "noon.txt"]
    # Each is read once, and analysed once.
    assert seen == [(step, 6, name) for step, name in enumerate([*names, *names, ""])]


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", "...", "?", "# ", "😀", "\u200b"])
def test_workflow_document_with_next_to_nothing_has_no_claims(text: str) -> None:
    found = extract(Document("empty.txt", text, "Empty"), options=claimcmp.ExtractOptions(keep_all=True))
    assert found.documents[0].name == "empty.txt"
    assert all(claim.text.strip() for claim in found.claims)


def test_workflow_without_documents_finds_nothing() -> None:
    assert claimcmp.extract([], topics=[FLOODS]).claims == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed 12 people in Leeds.", "The flood killed 40 people in Leeds."),
        ("Turnout rose in Ohio", "Turnout fell in Ohio"),
        ("Turnout Rose In Ohio", "TURNOUT FELL IN OHIO"),
    ],
)
def test_workflow_judge_takes_statements_with_or_without_a_full_stop(one: str, other: str) -> None:
    judgment = claimcmp.judge(one, other)
    assert (judgment.a.text, judgment.b.text) == (one, other)
    assert judgment.reason


def test_workflow_judge_a_statement_with_itself_agrees() -> None:
    judgment = claimcmp.judge("The flood killed 12 people in Leeds.", "The flood killed 12 people in Leeds.")
    assert judgment.same_matter
    assert judgment.relation == "agree"


@pytest.mark.parametrize("text", ["", "Who paid for the dam?", "***", "inflation"])
def test_workflow_judge_needs_a_statement(text: str) -> None:
    with pytest.raises(UsageError, match="Nothing is claimed"):
        claimcmp.judge("The flood killed 12 people.", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Prices rose. Wages fell.", ["Prices rose.", "Wages fell."]),
        ("Prices\r\n\r\nThey rose. 😀 Wages fell.", ["Prices", "They rose.", "😀 Wages fell."]),
        ("OSLO, March 3 — The dam broke.", ["OSLO, March 3 —", "The dam broke."]),
    ],
)
def test_workflow_sentences_are_offsets(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in claimcmp.sentences(text)] == expected


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_workflow_sentences_hold_every_sign_once(text: str) -> None:
    found = claimcmp.sentences(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    covered = "".join(text[start:end] for start, end in found)
    assert "".join(covered.split()) == "".join(text.split())


def test_workflow_explain_texts_says_which_claims_it_leaves_out() -> None:
    explanation = claimcmp.explain_texts("The bridge was closed in May.", "The bridge was closed in May. It rained.")
    assert explanation.notes == (
        "of the 2 claims of B that one is judged which goes best with the other side, "
        "“The bridge was closed in May.”; left is “It rained.”",
    )


def test_compare_takes_a_topic_that_has_patterns() -> None:
    topic = Topic("prices", "Prices", terms=("price",), patterns=(({"LOWER": "inflation"},),))
    extraction = claimcmp.extract(
        [Document("a.txt", "Prices rose.", "A"), Document("b.txt", "Prices fell.", "B")], topics=[topic]
    )
    comparison = claimcmp.compare(extraction, topics=["prices", "Prices"])
    assert [chosen.id for chosen in comparison.topics] == ["prices"]


@pytest.mark.parametrize("passage", ["kilo " * 220_000, '"share":0.25;' * 90_000, "z" * 1_100_000])
def test_workflow_a_passage_without_an_end_is_left_out_and_told(passage: str) -> None:
    text = f"The ferry was late.\n\n{passage}\n\nThe flood killed 12 people in Leeds."
    found = extract(Document("dump.txt", text, "Dump"))
    assert [claim.text for claim in found.claims] == ["The ferry was late.", "The flood killed 12 people in Leeds."]
    (note,) = found.documents[0].notes
    assert note == f"a passage of {len(passage.strip()):,} characters without an end of sentence was left out"


def test_workflow_a_long_sentence_is_claimed() -> None:
    text = f"The ferry sailed to {', '.join(['Hull', 'Leith', 'Bergen'] * 200)} and Leeds."
    found = extract(Document("log.txt", text, "Log"))
    assert found.claims
    assert not found.documents[0].notes
