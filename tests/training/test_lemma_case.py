import pytest

from claimcmp.pipeline.lemma_case import copy_case, find_lemma

KNOWN = {"nominate", "submit", "witness", "big", "occur", "vary", "price"}


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "expected"),
    [
        ("nominated", "nominat", "VERB", "nominate"),
        ("submitted", "submitt", "VERB", "submit"),
        ("witnesses", "witnesse", "NOUN", "witness"),
        ("occurring", "occurre", "VERB", "occur"),
        ("biggest", "bigge", "ADJ", "big"),
        ("varying", "varye", "VERB", "vary"),
        ("prices", "price", "NOUN", "price"),
        ("glorps", "glorp", "NOUN", "glorp"),
        ("Ruto", "ruto", "PROPN", "Ruto"),
        ("HANO", "hANO", "PROPN", "HANO"),
        ("Prices", "price", "NOUN", "price"),
        ("ing", "", "VERB", "ing"),
    ],
)
def test_find_lemma(word, lemma, pos, expected):
    assert find_lemma(word, lemma, pos, KNOWN) == expected


def test_copy_case_stops_where_letters_differ():
    assert copy_case("Republics", "republic") == "Republic"
    assert copy_case("Men", "man") == "Man"
