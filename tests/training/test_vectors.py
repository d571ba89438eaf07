import numpy as np
import pytest
import spacy
from training.vectors import choose_words, compress, write_words

from claimcmp.pipeline.model import make_vectors
from claimcmp.word_vectors import read_words


@pytest.fixture
def table():
    layers = [np.random.default_rng(seed).normal(size=(40, 12)).astype(np.float32) for seed in (1, 2)]
    words = [f"word{number}" for number in range(40)]
    return compress(words, layers, dimensions=6)


def test_choose_words_puts_the_transformers_own_words_first_and_each_once():
    assert choose_words(["[CLS]", "##ing", "price"], ["Ruto", "Price", "ruto", "May"]) == ("price", "ruto", "may")


def test_compress_keeps_cosines_within_rounding(table):
    codes = table.codes.astype(np.float32)
    assert np.abs(codes).max() == 127
    assert table.expand().shape == (40, 6)


def test_compress_gives_the_same_bytes_again(table):
    layers = [np.random.default_rng(seed).normal(size=(40, 12)).astype(np.float32) for seed in (1, 2)]
    again = compress(table.words, layers, dimensions=6)
    assert again.codes.tobytes() == table.codes.tobytes()


def test_write_words_can_be_read_back(table, tmp_path):
    write_words(table, tmp_path)
    back = read_words(tmp_path)
    assert back.words == table.words
    assert np.array_equal(back.expand(), table.expand())


def test_make_vectors_are_looked_up_by_lower_case(table):
    nlp = spacy.blank("en")
    nlp.vocab.vectors = make_vectors(table, nlp.vocab.strings)
    doc = nlp("Word3 word3 missing")
    assert np.array_equal(doc[0].vector, doc[1].vector)
    assert doc[0].has_vector
    assert not doc[2].has_vector
