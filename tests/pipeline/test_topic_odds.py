"""How likely sentences are on topics, and how near is near enough."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.pipeline.topic_odds import (
    EVEN_ODDS,
    estimate_alike,
    estimate_on_topic,
    estimate_term_recall,
    find_threshold,
    share_out,
    weigh_in,
)

SHARES = st.floats(0, 1)
TOPICS = st.integers(1, 50)
ALIKE = st.floats(0, 2)


def make_scores(near: int, far: int) -> np.ndarray:
    """Make sentences of which some are near one of two topics and the others near none."""
    return np.array([[0.3, -0.1], [-0.1, 0.3]] * (near // 2) + [[-0.1, -0.15]] * far)


def test_shares_go_by_the_score_and_add_up_to_one() -> None:
    shares = share_out(np.array([[0.3, 0.0], [-0.2, -0.3], [EVEN_ODDS, -0.5]]), np.zeros((3, 2), dtype=bool))
    assert shares.sum(axis=1) == pytest.approx([1, 1, 1])
    assert shares.argmax(axis=1).tolist()[:2] == [0, 2]
    assert shares[2, 0] == pytest.approx(shares[2, 2])


def test_what_holds_a_term_is_on_some_topic() -> None:
    shares = share_out(np.array([[-0.5, -0.4]]), np.array([[True, False]]))
    assert shares[0].tolist() == pytest.approx([shares[0, 0], 1 - shares[0, 0], 0])
    assert shares[0, 0] > 0.5


@pytest.mark.parametrize("near", [2, 10, 18])
def test_the_share_on_topic_is_found_from_the_scores(near: int) -> None:
    scores = make_scores(near, 20 - near)
    shares = share_out(scores, np.zeros_like(scores, dtype=bool))
    assert estimate_on_topic(shares) == pytest.approx(near / 20, abs=0.05)


def test_term_recall_is_the_share_of_near_sentences_with_a_term() -> None:
    scores = make_scores(20, 20)
    tagged = np.zeros_like(scores, dtype=bool)
    assert estimate_term_recall(scores, tagged) == pytest.approx(1 / 22)
    tagged[:20:2, 0] = True
    assert estimate_term_recall(scores, tagged) == 0.5
    assert estimate_term_recall(make_scores(0, 5), np.zeros((5, 2), dtype=bool)) == 0.5


def test_sentences_without_a_term_that_look_like_those_with_one_are_on_a_topic_too() -> None:
    scores = np.tile(np.arange(20)[:, None] / 100, (2, 1))
    tagged = np.repeat([True, False], 20)[:, None]
    assert estimate_alike(scores, tagged) == pytest.approx(1, abs=0.05)
    half = np.vstack([scores[:20], scores[:20:2], np.full((10, 1), -0.2)])
    assert estimate_alike(half, tagged) == pytest.approx(0.6, abs=0.1)
    none = np.vstack([scores[:20], np.full((20, 1), -0.2)])
    assert estimate_alike(none, tagged) == pytest.approx(0.2, abs=0.05)


def test_a_few_sentences_do_not_show_what_sentences_on_a_topic_look_like() -> None:
    scores = np.array([[0.5], [0.4], [-0.3], [-0.2], [-0.1]])
    assert estimate_alike(scores, np.array([[True], [True], [False], [False], [False]])) == 1
    assert estimate_alike(scores, np.zeros((5, 1), dtype=bool)) == 1


def test_of_two_estimates_the_counted_one_weighs_more_the_more_is_counted() -> None:
    few, many = (np.repeat([True, False], number)[:, None] for number in (20, 2000))
    assert weigh_in(0.75, 0.5, few) == pytest.approx(0.75)
    assert weigh_in(0.9, 0.0, few) == pytest.approx(0.75)
    assert weigh_in(0.9, 0.0, many) == pytest.approx(0.5, abs=0.01)
    assert weigh_in(0.9, 0.0, few[:1]) == pytest.approx(0.9)


@given(SHARES, SHARES, SHARES, ALIKE, ALIKE, TOPICS)
def test_the_threshold_falls_with_the_share_on_topic_and_rises_with_complete_terms(
    a: float, b: float, c: float, one: float, other: float, topics: int
) -> None:
    low, high = sorted((a, b))
    fewer, more = sorted((one, other))
    assert find_threshold(high, c, one, topics) <= find_threshold(low, c, one, topics)
    assert find_threshold(c, low, one, topics) <= find_threshold(c, high, one, topics)
    assert find_threshold(c, a, more, topics) <= find_threshold(c, a, fewer, topics)


@given(SHARES, st.floats(0, 0.99), st.integers(1, 12))
def test_a_term_more_or_less_moves_the_threshold_by_little(on_topic: float, term_recall: float, topics: int) -> None:
    first, second = (find_threshold(on_topic, recall, 0.5, topics) for recall in (term_recall, term_recall + 0.01))
    assert second - first < 0.04


@given(TOPICS, ALIKE)
def test_the_threshold_is_at_even_odds_where_nothing_is_known(topics: int, alike: float) -> None:
    assert find_threshold(0.5, 0.5, alike, topics) == EVEN_ODDS
    assert find_threshold(0.5, 0.0, alike, topics) == EVEN_ODDS


@given(SHARES, st.integers(1, 12))
def test_terms_that_every_near_sentence_holds_do_not_turn_meaning_off(on_topic: float, topics: int) -> None:
    assert find_threshold(on_topic, 1.0, 0.5, topics) < 0.6
    assert find_threshold(on_topic, 1.0, 0.5, topics) < find_threshold(on_topic, 1.0, 0.5, topics + 1)


@given(SHARES, SHARES, st.integers(1, 12))
def test_complete_terms_tell_nothing_against_sentences_like_those_that_hold_one(
    on_topic: float, term_recall: float, topics: int
) -> None:
    assert find_threshold(on_topic, term_recall, 1.0, topics) == find_threshold(on_topic, 0.5, 1.0, topics)
