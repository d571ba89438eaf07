import numpy as np
import pytest
from training.name_tags import TAGS, find_best_tags, read_tags
from training.sentences import EntitySpan


def score(*choices: dict[str, float]) -> np.ndarray:
    return np.array([[choice.get(tag, 0.0) for tag in TAGS] for choice in choices], np.float32)


def test_a_lone_inside_tag_begins_a_span():
    assert read_tags(["I-ORG", "I-ORG", "B-ORG", "O"]) == (EntitySpan(0, 2, "ORG"), EntitySpan(2, 3, "ORG"))


def test_clear_scores_are_taken_as_they_are():
    scores = score({"O": 9}, {"B-ORG": 9}, {"I-ORG": 9}, {"B-ORG": 9}, {"O": 9})
    assert find_best_tags(scores) == ["O", "B-ORG", "I-ORG", "B-ORG", "O"]


@pytest.mark.parametrize("sure", ["PERSON", "ORG"])
def test_a_name_keeps_one_label_the_surer_one(sure):
    # Word for word it would be B-PERSON I-ORG, two names.
    first = {"B-PERSON": 5, "B-ORG": 4} if sure == "PERSON" else {"B-PERSON": 4.5, "B-ORG": 4}
    second = {"I-PERSON": 4.5, "I-ORG": 5} if sure == "PERSON" else {"I-PERSON": 4, "I-ORG": 5}
    assert find_best_tags(score(first, second)) == [f"B-{sure}", f"I-{sure}"]


def test_no_name_begins_inside():
    assert find_best_tags(score({"I-PLACE": 5, "B-PLACE": 4}, {"O": 5})) == ["B-PLACE", "O"]


def test_no_words_have_no_tags():
    assert find_best_tags(score()) == []
