"""What the quantities of a sentence measure, read from its parse."""

from collections.abc import Callable
from typing import Any

import pytest

from claimcmp.pipeline.build import build_analysis
from claimcmp.pipeline.tokens import make_doc

Quantities = Callable[[str], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def quantities() -> Quantities:
    nlp = build_analysis(None)

    def find(text: str) -> list[dict[str, Any]]:
        doc = make_doc(nlp, text)
        doc._.keep_all = True
        return [quantity for sent in nlp(doc).sents for quantity in sent._.quantities]

    return find


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The ferry, 90 metres long, was delayed by six hours.", ["length", "delay"]),
        ("The lender has deposits of $5 billion and assets of $7.2 billion.", ["deposit", "asset"]),
        ("The number of passengers killed was 220.", ["killed passenger"]),
        ("The quake killed 12 and left 200 homeless.", ["kill", "homeless"]),
        ("The dam is 120 metres high and 2 km wide.", ["height", "width"]),
        ("The museum holds $5 million in cash.", ["cash"]),
        ("A fine of $2 million was imposed.", ["fine"]),
        ("Sales of 3.2 million cars were reported.", ["sale"]),
        ("The $15 fee angers fishermen.", ["fee"]),
        ("The bank expects 5 million visitors.", ["expect"]),
    ],
)
def test_measured_names_what_is_measured(quantities: Quantities, text: str, measures: list[str]) -> None:
    assert [quantity["measure"] for quantity in quantities(text)] == measures


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Unemployment rose by 0.3 points to 4.1 percent.", ["change", "level"]),
        ("Deaths fell from 300 to 250.", ["former", "level"]),
        ("Norway exported 9,000 more tons of salmon than Chile did.", ["difference"]),
        ("Prices are 5 percent higher than in March.", ["difference"]),
        ("A 5 percent rise in bread prices hit families.", ["change"]),
        ("The trial followed 3,000 women for ten years.", ["level", "span"]),
        ("The deficit would reach 4 percent of output.", ["share"]),
        ("Net profit was $3.1 billion, against $2.7 billion a year earlier.", ["level", "former"]),
        ("The mill cut 5,000 jobs.", ["level"]),
        ("The fund holds $40 million, after $70 million in 2011.", ["level", "former"]),
        ("The mill reopened, after three weeks of repairs.", ["span"]),
        ("Estimates vary from 5 to 7 tonnes.", ["level"]),
        ("The barge took three hours to sink.", ["span"]),
        ("The council raised the toll to $15.", ["level"]),
        ("Oil output fell by 200,000 barrels a day to 1.2 million barrels a day.", ["change", "level"]),
    ],
)
def test_measured_tells_levels_from_changes(quantities: Quantities, text: str, roles: list[str]) -> None:
    assert [quantity["role"] for quantity in quantities(text)] == roles


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Inflation in Turkey reached 36 percent.", "Turkey"),
        ("Nestor's profit fell 12 percent.", "Nestor"),
        ("The airline carried 2.5 million passengers.", "airline"),
        ("Tourism in Kenya brought in $1.6 billion.", "Tourism"),
    ],
)
def test_measured_names_whose_it_is(quantities: Quantities, text: str, owner: str) -> None:
    assert quantities(text)[0]["owner"] == owner


def test_measured_keeps_the_part_of_the_year_apart(quantities: Quantities) -> None:
    first, second = quantities("The mill's first-half profit fell 12 percent to $1.1 billion.")
    assert (first["measure"], first["period"]) == (second["measure"], second["period"]) == ("profit", "first half")


def test_measured_counts_people_where_only_the_verb_says_so(quantities: Quantities) -> None:
    assert [quantity["unit"] for quantity in quantities("The landslide killed 12.")] == ["person"]


def test_measured_says_what_a_share_is_of(quantities: Quantities) -> None:
    [share] = quantities("Most of the harvest goes to Spain.")
    assert (share["of"], share["role"]) == ("harvest", "share")
