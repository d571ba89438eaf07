"""Weekdays of a rule are no dates; those of an event are."""

from collections.abc import Callable

import pytest

from claimcmp.records import Claim

FindClaims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "The toll is due from Monday to Friday between 6 a.m. and 8 p.m.",
        "The library opens Tuesday through Saturday.",
        "The clinic said that it sees patients Monday–Thursday.",
        "The tram line will run Monday to Saturday.",
        "The Monday-to-Friday timetable was cut.",
        "The court sits every second Wednesday.",
        "Each Sunday the square was closed to cars.",
        "The market is held on Thursdays.",
    ],
)
def test_weekdays_of_a_rule_are_no_dates(find_claims: FindClaims, text: str) -> None:
    assert [date.text for claim in find_claims(text) for date in claim.dates] == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The fair lasted from Tuesday to Thursday.", ["Tuesday", "Thursday"]),
        ("Schools were shut from Monday until Wednesday.", ["Monday", "Wednesday"]),
        ("The strike will last from Monday to Friday.", ["Monday", "Friday"]),
        ("The jury met on Tuesday.", ["Tuesday"]),
    ],
)
def test_weekdays_of_an_event_are_dates(find_claims: FindClaims, text: str, dates: list[str]) -> None:
    (claim,) = find_claims(text)
    assert [date.text for date in claim.dates] == dates
