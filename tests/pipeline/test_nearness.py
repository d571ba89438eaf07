"""How near the words of sentences are to topics."""

import pytest

from claimcmp.pipeline.nearness import Nearness, find_words
from claimcmp.pipeline.reading import Sentence
from claimcmp.records import Topic
from claimcmp.word_vectors import load_words

TOPICS = (
    Topic("illness", "Illness", "How patients fare with thromboses", terms=("thrombosis",)),
    Topic("wages", "Wages", "What workers earn", terms=("minimum wage", "15 dollars")),
)
FILLER = ("The choir sang at noon.", "A fence was painted.", "Nobody owns the lake.", "The train left Leeds.")


def measure(*texts: str, heading: str = "") -> Nearness:
    sentences = [Sentence(0, len(text), text, (), heading, 0) for text in (*texts, *FILLER)]
    return Nearness(sentences, TOPICS, load_words())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Doctors saw hospital patients.", 0),
        ("Three thromboses were reported.", 0),
        ("Employees want higher salaries.", 1),
        ("Underpaid staff left the firm.", 1),
    ],
)
def test_a_sentence_is_nearest_to_the_topic_of_its_words(text: str, topic: int) -> None:
    assert measure(text).score_sentences()[0].argmax() == topic


def test_a_word_of_the_topic_is_near_whether_it_has_a_vector_or_not() -> None:
    near = measure("Each thrombosis cost a worker his wage.")
    assert "thrombosis" not in load_words()
    assert near.of_word["thrombosis"][0] == near.of_word["wage"][1] == near.of_word["worker"][1] == 1
    assert near.of_word["thrombosis"][1] == 0


def test_numbers_are_near_to_nothing() -> None:
    assert not [word for word in measure("It was 15 dollars in 2019.").of_word if word.isdigit()]


def test_what_the_words_of_a_sentence_add_is_told_by_word() -> None:
    near = measure("The workers of Leeds earn a wage.")
    weighed = near.weigh_words(0, 1)
    assert set(weighed) == {"workers", "leeds", "earn", "wage"}
    assert weighed["leeds"] < weighed["earn"]
    assert sum(weighed.values()) - near.background[1] == pytest.approx(near.aligned[0][1])


def test_what_has_no_word_that_tells_is_near_nothing() -> None:
    near = Nearness([Sentence(0, 6, text, (), "", 0) for text in ("It is.", "15.")], TOPICS, load_words())
    assert not near.score_sentences().any()
    nameless = Nearness(near.sentences, (Topic("x", "The"),), load_words())
    assert not nameless.score_sentences().any()


def test_headings_are_scored_too() -> None:
    assert measure("It rose.", heading="Pay of workers").score_headings()[0].argmax() == 1
    assert not measure("It rose.").score_headings().any()


def test_find_words_gives_places_without_stop_words_and_possessives() -> None:
    text = "The city's Budget"
    found = find_words(text)
    assert [word for word, *_ in found] == ["city", "budget"]
    assert [text[start:end] for _, start, end in found] == ["city's", "Budget"]
