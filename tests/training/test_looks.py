from dataclasses import replace

import pytest
from training.looks import COUNT, find_looks, spread_looks


@pytest.mark.parametrize(
    ("word", "other", "alike"),
    [("rose", "fell", True), ("Rose", "rose", False), ("Rose", "ROSE", False), ("UN", "U.N.", True), ("42", "%", True)],
)
def test_words_written_alike_have_the_same_look(sentences, word, other, alike):
    bare = replace(sentences[1], syntax=None)
    first, second = (find_looks(replace(bare, words=("In", each, ".")))[1] for each in (word, other))
    assert (first == second) is alike


def test_a_capital_at_the_beginning_is_told_from_one_inside(sentences):
    looks = find_looks(replace(sentences[1], words=("Sales", "Sales", "."), syntax=None))
    assert looks[0] != looks[1]


def test_the_class_of_a_word_is_told_where_a_treebank_has_it(sentences):
    known, unknown = find_looks(sentences[0]), find_looks(replace(sentences[0], syntax=None))
    assert [look for look, _ in known] == [look for look, _ in unknown]
    assert {number for _, number in unknown} == {0}
    assert all(0 < number < COUNT for _, number in known)


def test_pieces_have_the_looks_of_their_word_and_marks_none(sentences):
    looks = find_looks(sentences[1])
    assert spread_looks(sentences[1], [None, 0, 1, 1, 3, None]) == [
        (0, 0),
        (0, 0),
        looks[0],
        looks[0],
        looks[2],
        (0, 0),
    ]
