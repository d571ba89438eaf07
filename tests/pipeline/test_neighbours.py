"""What the sentences beside each one add to its scores."""

import numpy as np
import pytest

from claimcmp.pipeline.neighbours import Neighbours
from claimcmp.pipeline.reading import Reading, Sentence
from claimcmp.records import Document


def read(*paragraphs: tuple[str, ...]) -> Reading:
    sentences = [Sentence(0, len(s), s, (), "", number) for number, texts in enumerate(paragraphs) for s in texts]
    return Reading(Document("a.txt", "", "A"), tuple(sentences))


def add_up(*readings: Reading) -> list[float]:
    count = sum(len(reading.sentences) for reading in readings)
    scores = 10.0 ** np.arange(count).reshape(-1, 1)
    return [float(value) for value in Neighbours(readings).add_up(scores)[:, 0]]


def test_the_sentence_before_tells_more_than_the_one_behind() -> None:
    first, second, third = add_up(read(("Prices rose.", "Wages fell.", "Rents doubled.")))
    assert first == pytest.approx(0.2 * 10)
    assert second == pytest.approx(0.4 * 1 + 0.2 * 100)
    assert third == pytest.approx(0.4 * 10)


def test_a_sentence_that_refers_back_leans_on_the_one_before() -> None:
    plain = add_up(read(("The tax was raised.", "Wages fell.")))
    referring = add_up(read(("The tax was raised.", "It is now the highest in Europe.")))
    assert referring[1] > plain[1]
    assert referring[0] == plain[0]


def test_another_paragraph_tells_less_and_another_document_nothing() -> None:
    together = add_up(read(("Prices rose.", "Wages fell.")))
    apart = add_up(read(("Prices rose.",), ("Wages fell.",)))
    assert all(0 < far < near for far, near in zip(apart, together, strict=True))
    assert add_up(read(("Prices rose.",)), read(), read(("Wages fell.",))) == [0, 0]


def test_nothing_has_no_neighbours() -> None:
    assert Neighbours([]).add_up(np.zeros((0, 3))).shape == (0, 3)
