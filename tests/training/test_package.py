from dataclasses import replace

import numpy as np
import pytest
import spacy
from training.evaluate import measure_grammar, measure_names
from training.package import load_pipeline, write_pipeline
from training.pipeline import Sizes, make_pipeline
from training.sentences import EntitySpan
from training.train import initialize
from training.vectors import write_words

from claimcmp.pipeline.model import make_vectors
from claimcmp.word_vectors import WordTable

SMALL = Sizes(width=8, depth=1, rows=(20,) * 5, parser_width=8, ner_width=8, ner_depth=1, ner_rows=(20,) * 5)


@pytest.fixture
def table() -> WordTable:
    codes = np.random.default_rng(1).integers(-127, 127, size=(3, 4)).astype(np.int8)
    return WordTable(("prices", "rise", "sales"), codes, np.ones(4, np.float32))


@pytest.fixture
def pipeline(sentences, table):
    nlp = make_pipeline(SMALL, make_vectors(table, spacy.blank("en").vocab.strings))
    named = [replace(sentence, entities=(EntitySpan(0, 1, "ORG"),)) for sentence in sentences]
    initialize(nlp, named, seed=1)
    return nlp


def test_load_pipeline_gives_back_weights_up_to_rounding(pipeline, table, tmp_path):
    write_pipeline(pipeline, tmp_path, version="0.1.0", sources=[])
    write_words(table, tmp_path / "words")
    loaded = load_pipeline(tmp_path)
    before = pipeline.get_pipe("tagger").model.predict([pipeline.make_doc("Prices rise.")])[0]
    after = loaded.get_pipe("tagger").model.predict([loaded.make_doc("Prices rise.")])[0]
    assert loaded.meta["name"] == "claimcmp"
    assert after.dtype == np.float32
    assert np.allclose(before, after, atol=0.02)


def test_write_pipeline_leaves_the_weights_as_they_were(pipeline, tmp_path):
    before = pipeline.get_pipe("tok2vec").model.to_bytes()
    write_pipeline(pipeline, tmp_path, version="0.1.0", sources=[])
    assert pipeline.get_pipe("tok2vec").model.to_bytes() == before


def test_parser_keeps_to_the_sentence_borders_it_is_given(pipeline, sentences):
    score = measure_grammar(pipeline, sentences)
    assert score.words == 12
    assert 0 <= score.las <= score.uas <= 100


def test_measure_names_counts_exact_spans(pipeline, sentences):
    named = [replace(sentence, entities=(EntitySpan(0, 1, "ORG"),)) for sentence in sentences]
    assert measure_names(pipeline, named, ["ORG"])["all"].names == 2
