"""Bare numbers that take over the unit told before them."""

import pytest

from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.records import Document


def read_units(text: str) -> list[str]:
    """Return the units of the amounts of a text."""
    facts = load_plain_analyser().find_facts(Document("a", text, "A"))
    return [quantity.unit for quantity in facts.quantities]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Twelve boats left, of which three sank.", ["boat", "boat"]),
        ("There were 40 miners, and seven of them died.", ["miner", "miner"]),
        ("The office got 9,214 letters. Of these, 1,146 were sent back.", ["letter", "letter"]),
        ("Of the 23 fires, seven were set on purpose.", ["fire", "fire"]),
        ("Of the fires that were reported, the brigade found seven to be set on purpose.", ["fire"]),
        ("First 58 percent had paid; now it is said to be 54.", ["percent", "percent"]),
        ("First 58 percent had paid. Now it is said to be 54.", ["percent", "percent"]),
        ("The state paid 24,000 crowns a year, 412 million in total.", ["crown per year", "crown"]),
        ("The bridge cost 80 million euros. The state paid 12 million of it.", ["EUR", "EUR"]),
    ],
)
def test_units_are_carried_over(text: str, units: list[str]) -> None:
    assert read_units(text) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("By six votes to five it passed, so that two of them left.", ["vote", "", ""]),
        ("Turnout was 58 percent, and 54 stayed at home.", ["percent", ""]),
        ("Turnout was 58 percent. The winner is 54.", ["percent", ""]),
        ("First 58 percent had paid.\n\nNow it is said to be 54.", ["percent", ""]),
        ("The bridge cost 80 million euros. The film was seen by 12 million.", ["EUR", ""]),
        ("The bridge is 300 metres long and cost 12 million.", ["m", ""]),
    ],
)
def test_units_stay_where_the_number_may_be_of_anything(text: str, units: list[str]) -> None:
    assert read_units(text) == units
