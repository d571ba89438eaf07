"""What somebody says ends where the clause around it goes on."""

from collections.abc import Callable

import pytest

from claimcmp.pipeline.emphasis import take_in_marks
from claimcmp.records import Claim

FindClaims = Callable[..., tuple[Claim, ...]]

PARTED = [
    (
        "Although the bank had said that it would not cut rates, the board cut them twice.",
        [("it would not cut rates", "the bank"), ("the board cut them twice", None)],
    ),
    (
        "Although the club had said that it would not use the old stadium, Municipal Order 17 of 2021 permitted its use.",
        [("it would not use the old stadium", "the club"), ("Municipal Order 17 of 2021 permitted its use", None)],
    ),
    (
        "Even though the coach said that the goalkeeper was fit, the doctor ruled him out.",
        [("the goalkeeper was fit", "the coach"), ("the doctor ruled him out", None)],
    ),
    (
        'The union puts the loss at 14 million euros; brokers would say at least 30 million, since the "Night Star" '
        "alone could fetch 20 million.",
        [
            ("The union puts the loss at 14 million euros", "The union"),
            ("brokers would say at least 30 million", "brokers"),
            ('the "Night Star" alone could fetch 20 million', "brokers"),
        ],
    ),
    (
        "The army says 300 soldiers fell; historians say at least 900.",
        [("300 soldiers fell", "The army"), ("historians say at least 900", "historians")],
    ),
]


@pytest.mark.parametrize(("text", "claims"), PARTED)
def test_each_clause_has_its_own_voice(
    find_claims: FindClaims, text: str, claims: list[tuple[str, str | None]]
) -> None:
    found = find_claims(text)
    assert [(claim.text, claim.attributed_to and claim.attributed_to.name) for claim in found] == claims


def test_signs_that_are_no_emphasis_are_left_out() -> None:
    assert take_in_marks("The area is 3 * 4 metres.", 0, 24) == (0, 24)
    assert take_in_marks("* Zip is a bus", 2, 14) == (2, 14)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("__Lumo__ is a train, and *Zip* is a bus.", ["__Lumo__ is a train", "*Zip* is a bus"]),
        ("The mayor said that **Nord** is old.", ["**Nord** is old"]),
        ("The tram is new, and it runs on **line nine**.", ["The tram is new", "it runs on **line nine**"]),
    ],
)
def test_marks_of_emphasis_stay_in_pairs(find_claims: FindClaims, text: str, claims: list[str]) -> None:
    found = find_claims(text, name="daily.md")
    assert [claim.text for claim in found] == claims
    assert all(text[claim.start : claim.end] == claim.text for claim in found)
