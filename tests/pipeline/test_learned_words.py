"""Words that go with a topic in the rest of a collection."""

import numpy as np
import pytest

from claimcmp.pipeline.learned_words import LearnedWords
from claimcmp.pipeline.nearness import find_words

# Shares of two topics and of none.
LAW, TRADE, NONE = (0.9, 0.05, 0.05), (0.05, 0.9, 0.05), (0.05, 0.05, 0.9)
SENTENCES = {
    "The judge heard the appeal.": LAW,
    "The judge dismissed the appeal.": LAW,
    "Tariffs hit exports of steel.": TRADE,
    "Exports of steel recovered.": TRADE,
    "The garden needs water.": NONE,
    "Water the garden at night.": NONE,
}


def split(text: str) -> list[str]:
    return [word for word, *_ in find_words(text)]


def learn(*new: str, share: tuple[float, float, float] = (1 / 3, 1 / 3, 1 / 3)) -> LearnedWords:
    sentences = [*SENTENCES.items(), *((text, share) for text in new)]
    return LearnedWords([split(text) for text, _ in sentences], np.array([shares for _, shares in sentences]))


@pytest.mark.parametrize(
    ("text", "law", "trade"),
    [
        ("The appeals failed.", 1, 0),
        ("Steel grew dearer, a judge found.", 1, 1),
        ("An exporter of steel closed.", 0, 1),
        ("Her garden lacks water.", -1, -1),
        ("Nobody came.", 0, 0),
    ],
)
def test_a_sentence_is_scored_by_what_its_words_speak_for(text: str, law: int, trade: int) -> None:
    scores = learn(text).score()[-1]
    assert np.sign(np.round(scores, 2)).tolist() == [law, trade]


def test_a_copy_is_no_witness_for_its_original() -> None:
    text = "Zebras cross the river."
    once = learn(text, share=LAW).score()
    assert learn(text, text, share=LAW).score()[-1] == pytest.approx(once[-1])
    assert once[-1] == pytest.approx([0, 0])


def test_words_add_up_to_the_score_of_their_sentence() -> None:
    learned = learn("The judge wants water for the garden.")
    weighed = learned.weigh_words(len(SENTENCES), 0)
    assert set(weighed) == {"judge", "water", "garden"}
    assert weighed["judge"] > 0 > weighed["water"]
    assert sum(weighed.values()) == pytest.approx(learned.score()[-1][0])


def test_shares_of_nothing_but_one_topic_are_scored() -> None:
    scores = LearnedWords([["rain", "fell"], ["rain", "will"]], np.array([[1.0, 0.0], [1.0, 0.0]])).score()
    assert np.isfinite(scores).all()
