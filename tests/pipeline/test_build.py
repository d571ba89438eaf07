"""Whether the pipeline can be put together, used by others, and sent to other processes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import load_model_from_config

from claimcmp.errors import PipelineError
from claimcmp.pipeline.build import build_nlp, build_reader
from claimcmp.pipeline.model import load_model
from claimcmp.records import Topic

TEXT = "Measles in Leeds\n\nThe ministry said measles may spread. It did not say where. Ferries were late."
TOPIC = Topic("measles", "Measles", terms=("measles",))
FACTORIES = [
    "claimcmp_sentences",
    "claimcmp_layout",
    "claimcmp_topics",
    "claimcmp_clauses",
    "claimcmp_attribution",
    "claimcmp_stance",
]
SPAN_ATTRIBUTES = ["layout", "topic_evidence", "clauses"]


@pytest.fixture(scope="module")
def on_measles() -> Language:
    return build_nlp([TOPIC])


def list_attributes(docs: Iterable[Doc]) -> list[list[object]]:
    return [[[sent.text, *(sent._.get(name) for name in SPAN_ATTRIBUTES)] for sent in doc.sents] for doc in docs]


def run(code: str, **environment: str) -> str:
    """Run code in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    return done.stdout.strip()


def test_build_component_is_found_without_importing_the_package() -> None:
    code = (
        "import spacy, sys\n"
        "nlp = spacy.blank('en')\n"
        "nlp.add_pipe('claimcmp_sentences')\n"
        "print([sent.text for sent in nlp('Prices rose. Wages fell.').sents])"
    )
    assert run(code) == "['Prices rose.', 'Wages fell.']"


@pytest.mark.parametrize("factory", FACTORIES)
def test_build_components_are_entry_points(factory: str) -> None:
    assert spacy.blank("en").has_factory(factory)


def test_build_components_make_a_pipeline_by_name(on_measles: Language) -> None:
    nlp = load_model()
    nlp.add_pipe(FACTORIES[0], first=True)
    nlp.add_pipe(FACTORIES[1])
    nlp.add_pipe("claimcmp_topics", config={"topics": [{"id": "measles", "terms": ["measles"]}]})
    for factory in FACTORIES[3:]:
        nlp.add_pipe(factory)
    assert list_attributes([nlp(TEXT)]) == list_attributes([on_measles(TEXT)])


def test_build_reader_makes_the_same_reader_from_its_config() -> None:
    reader = build_reader([TOPIC])
    copy = load_model_from_config(reader.config)
    assert list_attributes([copy(TEXT)]) == list_attributes([reader(TEXT)])


def test_build_pipeline_can_leave_topics_uncarried() -> None:
    nlp = spacy.blank("en")
    for factory in FACTORIES[:2]:
        nlp.add_pipe(factory)
    nlp.add_pipe("claimcmp_topics", config={"topics": [{"id": "measles", "terms": ["measles"]}], "carry": False})
    assert [bool(sent._.topic_evidence) for sent in nlp(TEXT).sents] == [False, True, False, False]


def test_build_docs_survive_bytes_with_their_attributes(on_measles: Language) -> None:
    doc = on_measles(TEXT)
    copy = Doc(on_measles.vocab).from_bytes(doc.to_bytes())
    assert list_attributes([copy]) == list_attributes([doc])
    assert copy._.blocks == doc._.blocks


def test_build_docs_survive_a_doc_bin_with_their_attributes(on_measles: Language) -> None:
    doc = on_measles(TEXT)
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    copies = DocBin().from_bytes(data).get_docs(on_measles.vocab)
    # A DocBin gives lists back as tuples.
    assert json.loads(json.dumps(list_attributes(copies))) == list_attributes([doc])


def test_build_pipe_over_two_processes_gives_the_same(on_measles: Language) -> None:
    texts = [TEXT, "", "Measles spread.\r\n\r\nIt was late.", "😀 measles"]
    alone = list_attributes(map(on_measles, texts))
    assert list_attributes(on_measles.pipe(texts)) == alone
    assert list_attributes(on_measles.pipe(texts, n_process=2, batch_size=2)) == alone


@pytest.mark.parametrize(
    "pattern",
    [({"LOWR": "peace"},), ({"LOWER": {"REGEXX": "peace"}},), ({"LOWER": {"REGEX": "("}},), ({"LOWER": 3},), ()],
)
def test_build_refuses_a_wrong_pattern_in_one_clear_sentence(pattern: tuple[dict[str, object], ...]) -> None:
    with pytest.raises(PipelineError) as caught:
        build_reader([Topic("peace", "Peace", patterns=(pattern,))])
    message = str(caught.value)
    assert message.startswith('Topic "peace": a pattern is not a spaCy token pattern (')
    assert "\n" not in message


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (({"LEMMA": "be"},), "LEMMA cannot be used in a pattern"),
        (({"LOWER": "is"}, {"POS": "VERB"}), "POS cannot be used in a pattern"),
        (({},), "a token of a pattern says nothing"),
        (({"LOWER": "the"}, {"OP": "?"}), "a token of a pattern says nothing"),
    ],
)
def test_build_refuses_a_pattern_that_cannot_match_as_meant(
    pattern: tuple[dict[str, object], ...], reason: str
) -> None:
    with pytest.raises(PipelineError, match=f'Topic "peace": {reason}'):
        build_reader([Topic("peace", "Peace", patterns=(pattern,))])


@pytest.mark.parametrize(
    ("order", "missing"),
    [
        (["claimcmp_layout", "claimcmp_sentences"], "doc.sents"),
        (["claimcmp_sentences", "claimcmp_topics"], "span._.layout"),
        (["claimcmp_sentences", "claimcmp_attribution"], "span._.clauses"),
        (["claimcmp_sentences", "claimcmp_clauses"], "span._.topic_evidence"),
    ],
)
def test_build_order_problems_are_reported(order: list[str], missing: str) -> None:
    nlp = spacy.blank("en")
    for factory in order:
        nlp.add_pipe(factory)
    problems = (nlp.analyze_pipes() or {})["problems"]
    assert missing in [need for needs in problems.values() for need in needs]


def test_build_refuses_a_pipeline_whose_parts_do_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcmp.pipeline.build.SENTENCES", "sentencizer")
    monkeypatch.setattr("claimcmp.pipeline.build.LAYOUT", "claimcmp_sentences")
    with pytest.raises(PipelineError, match="do not fit together"):
        build_reader([TOPIC])


def test_build_layout_without_sentences_names_what_it_needs() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("claimcmp_layout")
    with pytest.raises(ValueError, match='needs "claimcmp_sentences" before it'):
        nlp(TEXT)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left.Nobody saw it.", ["He left.", "Nobody saw it."]),
        ("  Prices rose. \n\n Wages fell.  ", ["", "Prices rose.", "Wages fell."]),
        ("", []),
        (" \n ", [""]),
    ],
)
def test_build_sentences_cover_the_doc(nlp: Language, text: str, sentences: list[str]) -> None:
    doc = nlp(text)
    assert [sent.text.strip() for sent in doc.sents] == sentences
    assert doc.text == text


def test_build_is_the_same_under_any_hash_seed() -> None:
    code = (
        "from claimcmp import ExtractOptions, extract\n"
        "from claimcmp.records import Document, Topic\n"
        f"topics = [Topic(name, name, terms=('measles', 'ministry', name)) for name in ('a', 'b', 'c')]\n"
        f"print(extract([Document(n, {TEXT!r}, n) for n in 'zyx'], topics=topics, options=ExtractOptions(keep_all=True)))"
    )
    first, second = (run(code, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first
    assert first == second
