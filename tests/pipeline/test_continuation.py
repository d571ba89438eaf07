"""Which sentences refer back to the one before."""

import pytest

from claimcmp.pipeline.continuation import BackReference, find_back_reference

BEFORE = "Parliament cut the fuel tax in spring."

CONTINUING = [
    ("It was raised again in May.", "It"),
    ("It is not popular in the cities.", "It"),
    ("It isn't popular.", "It"),
    ("It is only paid by hauliers.", "It"),
    ("It is in its third year.", "It"),
    ("It is likely to rise.", "It"),
    ("It can be paid by card.", "It"),
    ("It has two bands.", "It"),
    ("It was opposed by Labour.", "It"),
    ("It did not pass the Senate.", "It"),
    ("However, it was never paid.", "it"),
    ("And yet it brought in two billion.", "it"),
    ("They voted on a Sunday.", "They"),
    ("Its opponents went to court.", "Its"),
    ("Their support fell.", "Their"),
    ("Both were wrong.", "Both"),
    ("Neither of them agreed.", "Neither"),
    ("None was spared.", "None"),
    ("This happened twice.", "This"),
    ("That did not last.", "That"),
    ("But this will cost four billion.", "this"),
    ("This tax is older than the republic.", "This tax"),
    ("Such taxes are common.", "Such taxes"),
    ("Probably not.", "Probably not."),
    ("Economists consider it unfair.", "Economists consider it"),
]

NEW_MATTER = [
    "It is raining in Madrid.",
    "It snowed in Texas on Friday.",
    "It will rain in Kent on Sunday.",
    "It was cold in Oslo.",
    "It was 5 a.m. in Tokyo.",
    "It was Monday when the strike began.",
    "It was Napoleon who lost.",
    "It was in Lyon that the suspect was seen.",
    "It was only then that the pilot woke.",
    "It is important to vote.",
    "It is clear that the club will sell him.",
    "It was hoped the vaccine would work.",
    "It emerged that the pilot had slept.",
    "It comes as no surprise that Labour won.",
    "It takes three days to sail there.",
    "It has been a decade since the flood.",
    "It remains to be seen whether the bridge holds.",
    "It seems the sea is rising.",
    "It can be argued that the coach was unlucky.",
    "Both teams were fined.",
    "Both the Senate and the House will vote.",
    "Neither Apple nor Samsung commented.",
    "None of the pilots was drunk.",
    "This week the court hears the case.",
    "That spring the airline went bankrupt.",
    "Those who vote early wait less.",
    "That said, the team won.",
    "This vaccine needs no cooling.",
    "Many believe this government will fall.",
    "The talks in Geneva failed.",
    "Italy won the final.",
    "Thistles spread in dry years.",
]


@pytest.mark.parametrize(("text", "words"), CONTINUING)
def test_continuation_points_at_the_referring_words(text: str, words: str) -> None:
    reference = find_back_reference(text, BEFORE, ["fuel tax"])
    assert reference is not None
    assert text[reference.start : reference.end] == words


@pytest.mark.parametrize("text", NEW_MATTER)
def test_continuation_ends_where_a_new_matter_opens(text: str) -> None:
    assert find_back_reference(text, BEFORE, ["fuel tax"]) is None


@pytest.mark.parametrize(
    ("terms", "text", "found"),
    [
        (["six-party talks"], "The talks ended without a date.", True),
        (["interest rates"], "Savers gain from the rates.", True),
        (["talks"], "The talks ended without a date.", False),
        (["six-party talks"], "Talks about fish began.", False),
        ([], "The talks ended without a date.", False),
    ],
)
def test_continuation_by_the_head_of_a_term_needs_a_longer_term(terms: list[str], text: str, found: bool) -> None:
    assert (find_back_reference(text, "The envoys met.", terms) is not None) == found


@pytest.mark.parametrize(("text", "strong"), [("It fell.", True), ("Its price fell.", False), ("This is new.", True)])
def test_continuation_by_the_subject_is_strong(text: str, strong: bool) -> None:
    reference = find_back_reference(text, BEFORE, [])
    assert reference is not None
    assert reference.strong == strong


def test_continuation_of_a_date_word_is_none_even_after_the_same_word() -> None:
    assert find_back_reference("This year the vaccine was approved.", "The court met last year.", []) is None


def test_continuation_of_an_empty_sentence_is_none() -> None:
    assert find_back_reference("", "", []) is None


def test_continuation_reference_is_plain() -> None:
    assert find_back_reference("It fell.", BEFORE, []) == BackReference(0, 2, strong=True)
