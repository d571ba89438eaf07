"""Numbers that only name something, and "about" that is no "roughly"."""

import pytest

from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.records import Document


def read_amounts(text: str) -> list[tuple[float, bool]]:
    """Return the values of the amounts of a text and whether they are approximate."""
    facts = load_plain_analyser().find_facts(Document("a", text, "A"))
    return [(quantity.value, quantity.approximate) for quantity in facts.quantities]


@pytest.mark.parametrize(
    "text",
    [
        "The coin was found in drawer 12.",
        "She slept in ward 4.",
        "The train left from platform 2.",
        "A crane hit the cable near berth 14.",
    ],
)
def test_numbers_that_name_are_no_amounts(text: str) -> None:
    assert read_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In barn 17 a herd of 100 cows was found.", [100]),
        ("At the station 117 people waited.", [117]),
        ("In a village 300 people fled.", [300]),
        ("At dawn 40 were freed.", [40]),
        ("With turnout 58, the vote was valid.", [58]),
    ],
)
def test_numbers_that_count_stay(text: str, values: list[float]) -> None:
    assert [value for value, _ in read_amounts(text)] == values


def test_about_is_no_hedge_behind_what_is_told() -> None:
    assert read_amounts("The story about 46 is made up.") == [(46, False)]
    assert read_amounts("The committee saw about 46.") == [(46, True)]
