"""A share of those who were asked says what they answered."""

import pytest

from claimcmp.pipeline.build import build_analysis


def list_speakers(text: str) -> list[str | None]:
    """Give who says each clause of a sentence."""
    clauses = [clause for sent in build_analysis()(text).sents for clause in sent._.clauses]
    return [clause["attribution"] and clause["attribution"]["name"] for clause in clauses]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Two thirds want a new pier.", ["Two thirds"]),
        ("27 percent of the nurses wanted a new roof.", ["27 percent of the nurses"]),
        ("61 percent favoured the pier, 12 percent opposed it.", ["61 percent", "12 percent"]),
        ("A majority of sailors oppose the toll.", ["A majority of sailors"]),
        ("Four in ten want a new pier.", ["Four in ten"]),
        ("One in five parents feels that the pier is unsafe.", ["One in five parents"]),
        ("Only 9 percent trust the council.", ["9 percent"]),
        ("Nearly three quarters felt unsafe on the pier.", ["Nearly three quarters"]),
    ],
)
def test_shares_answer(text: str, speakers: list[str]) -> None:
    assert list_speakers(text) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Half of the budget supports schools.",
        "The sailor wants a new pier.",
        "40 percent drowned.",
        "A goat wants hay.",
    ],
)
def test_what_was_not_asked_answers_nothing(text: str) -> None:
    assert list_speakers(text) == [None]


def test_most_is_a_subject_of_its_own() -> None:
    assert list_speakers("Two thirds felt unsafe, and most wanted a new pier.")[1] != "Two thirds"
