"""A cleft tells an event with one participant put in front; it is read as the event."""

import pytest

from claimcmp import judge


@pytest.mark.parametrize(
    ("text", "verb", "role", "focus"),
    [
        ("It was a plumber who found the coins.", "found", "nsubj", "a plumber"),
        ("It was frost that burst the pipes.", "burst", "nsubj", "frost"),
        ("It was in the crypt of the abbey that the monks hid the silver.", "hid", "obl", "the crypt of the abbey"),
    ],
)
def test_the_focus_of_a_cleft_takes_part_in_its_event(text: str, verb: str, role: str, focus: str) -> None:
    claim = judge(text, "The abbey was sold.").a
    assert claim.text == text
    (predicate,) = (item for item in claim.predicates if item.text == verb)
    assert (role, focus) in [(argument.role, argument.text) for argument in predicate.arguments]


def test_a_clause_with_all_its_participants_is_no_cleft() -> None:
    claim = judge("It is clear that the pipes burst.", "The abbey was sold.").a
    (predicate,) = claim.predicates
    assert [(argument.role, argument.text) for argument in predicate.arguments] == [("nsubj", "the pipes")]


def test_a_thing_that_it_may_mean_is_a_claim_of_its_own() -> None:
    assert judge("It was a mistake that cost lives.", "It was a mistake.").b.text == "It was a mistake."
    assert judge("It was a mistake that cost lives.", "It was a mistake.").a.text == "It was a mistake"
