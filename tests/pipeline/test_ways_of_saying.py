"""Ways of saying something in which the parse or the words hide who says it."""

import pytest

from claimcmp.pipeline.build import build_analysis


def list_speakers(text: str) -> list[str | None]:
    """Give who says each clause of a sentence."""
    clauses = [clause for sent in build_analysis()(text).sents for clause in sent._.clauses]
    return [clause["attribution"] and clause["attribution"]["name"] for clause in clauses]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sources close to the bank say that he wants to retire.", "Sources close to the bank"),
        ("The opera, for its part, says that the tenor is ill.", "The opera"),
        ("The soprano, though, is adamant that the tenor is well.", "The soprano"),
        ("The critic quoted the tenor as saying that the hall was cold.", "the tenor"),
        ("The tenor let it be known that the hall was cold.", "The tenor"),
        ("As the soprano sees it, the hall is a waste of money.", "the soprano"),
        ("The newspaper El Sol has it that the tenor is ill.", "The newspaper El Sol"),
        ("The opera's answer was that the hall would be heated.", "The opera"),
        ("The surveyor's verdict: the hall will stand.", "The surveyor"),
        ("The opera leader promised subscribers that the hall would stay open.", "The opera leader"),
        ("The choir met to announce that the tour was off.", "The choir"),
        ("Critics fired back that the hall was cold.", "Critics"),
        ("Ann Lee, a nurse who left, worries that the roof is old.", "Ann Lee"),
        ("The board counts the wiring of the hall among the causes of the fire.", "The board"),
        ("The ministry has promised singers 3 million euros in aid.", "The ministry"),
        ("The tycoon took her side in a letter that called the plan a fraud.", "The tycoon"),
        ("Models project a loss of 2 million seats.", "Models"),
        ("Analysts at the bank had expected a profit of 40 million.", "Analysts at the bank"),
    ],
)
def test_who_says_it(text: str, speaker: str) -> None:
    assert list_speakers(text)[-1] == speaker


def test_what_is_added_is_not_said_by_what_cannot_speak() -> None:
    text = "The director said that the hall would be repaired, adding that the money had been found."
    assert list_speakers(text) == ["The director", "The director"]


@pytest.mark.parametrize("heard", ["The jury heard that the safe was empty.", "An inquest heard that the lift fell."])
def test_what_a_court_hears_is_told_by_somebody_unnamed(heard: str) -> None:
    assert list_speakers(heard) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "The point is that the hall is cold.",
        "The tenor heard that the hall was cold.",
        "As the porter sees the tenor, he opens the door.",
        "The committee's estimate ran into trouble.",
        "The soprano expects a baby.",
        "The hunter shot a deer.",
        "The tenor sleeps in a house that calls for repairs.",
    ],
)
def test_who_says_nothing(text: str) -> None:
    assert set(list_speakers(text)) == {None}
