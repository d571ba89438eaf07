import pytest

from claimcmp import judge


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Iraq attacked Iran.", "Iran attacked Iraq."),
        ("Iraq attacked Iran.", "Iraq was attacked by Iran."),
        ("Smith succeeded Jones as mayor.", "Jones succeeded Smith as mayor."),
        ("Nordbank owns Sydbank.", "Nordbank is a subsidiary of Sydbank."),
        ("The bus hit the lorry.", "The lorry ran into the bus."),
        ("Sales exceeded costs.", "Costs exceeded sales."),
        ("The fire caused the explosion.", "The explosion caused the fire."),
    ],
)
def test_the_parts_of_one_relation_cannot_be_the_other_way_round(a: str, b: str) -> None:
    found = judge(a, b)
    assert (found.relation, found.rule) == ("contradict", "roles-reversed")
    assert judge(b, a).relation == "contradict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Iraq attacked Iran.", "Iran was attacked by Iraq."),
        ("Nordbank owns Sydbank.", "Sydbank is a subsidiary of Nordbank."),
        ("The Rangers beat the Kings.", "The Kings lost to the Rangers."),
        ("Macron met Merkel.", "Merkel met Macron."),
    ],
)
def test_one_relation_told_from_both_sides_agrees(a: str, b: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == "agree"


def test_what_is_told_from_both_sides_says_so() -> None:
    assert judge("Nordbank owns Sydbank.", "Sydbank is a subsidiary of Nordbank.").rule == "told-from-both-sides"
    assert judge("The Rangers beat the Kings.", "The Kings lost to the Rangers.").rule == "told-from-both-sides"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The bank sued the fund.", "The fund sued the bank."),
        ("The minister accused the union of lying.", "The union accused the minister of lying."),
        ("Smith beat Jones in the first round.", "Jones beat Smith in the final."),
        ("Imports exceeded exports in 2019.", "Exports exceeded imports in 2020."),
    ],
)
def test_what_may_happen_in_both_directions_is_neither_agreement_nor_contradiction(a: str, b: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == "complementary"
