"""Which pipeline parses claims, and what is said where it cannot."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

import claimcmp
from claimcmp.errors import PipelineError
from claimcmp.pipeline import Analyser
from claimcmp.pipeline.build import build_analysis
from claimcmp.pipeline.model import SHIPPED, load_model
from claimcmp.records import Document, Topic

TEXT = "Rates rose in May. The bank did not say why. Ferries were late on Sunday. It expects higher rates."
RATES = Topic("rates", "Rates", terms=("rates",))


def test_model_shipped_parses_one_sentence_as_one() -> None:
    nlp = load_model()
    doc = nlp("The court lifted the ban on fishing.")
    assert [sent.text for sent in doc.sents] == ["The court lifted the ban on fishing."]
    assert {token.dep_ for token in doc} >= {"ROOT", "nsubj", "obj", "det", "punct"}
    assert [token.lemma_ for token in doc][2] == "lift"


def test_model_is_loaded_once() -> None:
    assert build_analysis() is build_analysis()


def test_model_is_not_loaded_by_importing_or_asking_for_help() -> None:
    code = (
        "import sys, claimcmp, claimcmp.cli.main; print([m for m in sys.modules if m.startswith('claimcmp.pipeline')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"


def test_model_that_is_not_there_is_named_with_the_way_out() -> None:
    with pytest.raises(PipelineError, match=r'pipeline "en_nowhere" cannot be loaded .* or leave out --model'):
        load_model("en_nowhere")


def test_model_without_a_parser_is_refused_in_one_sentence(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "plain")
    with pytest.raises(PipelineError, match="has no part-of-speech tagger and no lemmatizer and no dependency parser"):
        load_model(str(tmp_path / "plain"))


def test_model_by_path_gives_the_claims_of_the_shipped_one(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    shipped = load_model()
    # Another pipeline with the same parser: what counts is that a path works and its name is told.
    for name in ("tok2vec", "tagger", "morphologizer", "lemmatizer", "parser", "ner"):
        nlp.add_pipe(name, source=shipped)
    nlp.vocab.vectors = shipped.vocab.vectors
    nlp.meta["name"] = "other"
    nlp.to_disk(tmp_path / "other")
    document = Document("daily.txt", TEXT, "Daily")
    options = claimcmp.ExtractOptions(model=str(tmp_path / "other"))
    other = claimcmp.extract(document, topics=[RATES], options=options)
    assert other.settings["model"] == "en_other 0.0.0"
    assert [claim.text for claim in other.claims] == [
        claim.text for claim in claimcmp.extract(document, topics=[RATES]).claims
    ]


def test_lazy_parsing_gives_the_claims_that_parsing_everything_gives() -> None:
    analyser = Analyser([RATES])
    document = Document("daily.txt", TEXT, "Daily")
    lazily = analyser.find_claims(document).claims
    everything = analyser.find_claims(document, keep_all=True).claims
    assert len(lazily) == 2 < len(everything)
    assert lazily == tuple(claim for claim in everything if claim.topics)


def test_model_shipped_has_the_tokenizer_of_plain_english() -> None:
    kept, used = (spacy.load(SHIPPED, exclude=["vectors"]).tokenizer, load_model().tokenizer)
    assert used.rules == kept.rules
    for search in ("prefix_search", "suffix_search", "infix_finditer", "url_match"):
        assert getattr(used, search).__self__ == getattr(kept, search).__self__
