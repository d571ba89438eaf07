from dataclasses import replace

import numpy as np
import pytest
import spacy
from training.evaluate import measure_grammar, measure_names
from training.package import load_pipeline, write_pipeline
from training.pipeline import GRAMMAR, NAMES, NameSizes, Sizes, add_names, find_encoder, make_grammar_pipeline
from training.sentences import EntitySpan
from training.train import Schedule, initialize, initialize_names, train
from training.vectors import write_words

from claimcmp.pipeline.model import make_vectors
from claimcmp.word_vectors import WordTable

SMALL = Sizes(width=8, depth=1, rows=(20,) * 5, parser_width=8)
BRIEF = Schedule(steps=3, warm_up=1, batch_words=10, evaluate_every=3)


@pytest.fixture
def table() -> WordTable:
    codes = np.random.default_rng(1).integers(-127, 127, size=(3, 4)).astype(np.int8)
    return WordTable(("prices", "rise", "sales"), codes, np.ones(4, np.float32))


@pytest.fixture
def pipeline(sentences, table):
    nlp = make_grammar_pipeline(SMALL, make_vectors(table, spacy.blank("en").vocab.strings))
    initialize(nlp, sentences, seed=1)
    add_names(nlp, NameSizes(width=8, depth=1, rows=(20,) * 5, hidden_width=8))
    initialize_names(nlp, _name_first_words(sentences), seed=1)
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
    assert measure_names(pipeline, _name_first_words(sentences), ["ORG"])["all"].names == 2


def test_training_names_leaves_the_encoder_of_grammar_alone(pipeline, sentences):
    encoder = find_encoder(pipeline).to_bytes()
    names = pipeline.get_pipe("ner").model.to_bytes()
    named = _name_first_words(sentences)
    train(pipeline, named, components=NAMES, schedule=BRIEF, evaluate=lambda _step: None)
    assert find_encoder(pipeline).to_bytes() == encoder
    assert pipeline.get_pipe("ner").model.to_bytes() != names


def test_training_grammar_moves_the_shared_encoder(pipeline, sentences):
    encoder = find_encoder(pipeline).to_bytes()
    pipeline.remove_pipe("ner")
    train(pipeline, sentences, components=GRAMMAR, schedule=BRIEF, evaluate=lambda _step: None)
    assert find_encoder(pipeline).to_bytes() != encoder


def _name_first_words(sentences):
    return [replace(sentence, entities=(EntitySpan(0, 1, "ORG"),)) for sentence in sentences]
