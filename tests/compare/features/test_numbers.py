from dataclasses import replace

import pytest

from claimcmp import judge
from claimcmp.compare.features.figures.numbers import compare_quantities
from claimcmp.pipeline.quantities import find_quantities
from claimcmp.records import Quantity


def amount(value: float, unit: str, *, low: float | None = None, high: float | None = None) -> Quantity:
    return Quantity(str(value), 0, 1, value, value if low is None else low, value if high is None else high, unit)


@pytest.mark.parametrize(
    ("a", "b", "state"),
    [
        (amount(400, "m"), amount(1312, "ft"), "agree"),
        (amount(2, "day"), amount(48, "hour"), "agree"),
        (amount(10, "percent", low=8, high=12), amount(12, "percent"), "agree"),
        (amount(10, "percent"), amount(12, "percent"), "conflict"),
        (amount(10, "USD"), amount(10, "EUR"), "incomparable"),
        (amount(2, "percent"), amount(2, "percentage point"), "incomparable"),
        (amount(10, "container"), amount(12, "person"), "none"),
        (amount(10, ""), amount(12, ""), "none"),
    ],
)
def test_quantities_meet_only_in_one_dimension(a: Quantity, b: Quantity, state: str) -> None:
    assert compare_quantities([a], [b]).state == compare_quantities([b], [a]).state == state


def test_one_meeting_pair_is_enough() -> None:
    assert compare_quantities([amount(1, "USD"), amount(5, "USD")], [amount(5, "USD")]).state == "agree"


def test_clash_is_shown_by_the_nearest_pair() -> None:
    result = compare_quantities([amount(1, "USD"), amount(90, "USD")], [amount(100, "USD")])
    assert result.ratio == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("a", "b", "state"),
    [
        ([amount(1200, "worker")], [amount(900, "person")], "conflict"),
        ([amount(346, "person")], [amount(350, "")], "conflict"),
        ([amount(149, "person"), amount(8, "person")], [amount(157, "person")], "agree"),
        ([amount(50, "m"), amount(5, "USD")], [amount(70, "m"), amount(5, "USD")], "conflict"),
        ([amount(40, "m")], [amount(7, "person")], "none"),
    ],
)
def test_each_quantity_is_compared_with_one_of_the_other_claim(
    a: list[Quantity], b: list[Quantity], state: str
) -> None:
    assert compare_quantities(a, b).state == compare_quantities(b, a).state == state


@pytest.mark.parametrize(
    ("rounded", "exact", "state"),
    [
        ("about 9", 9.4, "agree"),
        ("about 38", 40.0, "conflict"),
        ("about 40", 41.0, "agree"),
        ("about 350", 335, "agree"),
        ("about 350", 370, "agree"),
        ("about 350", 310, "conflict"),
        ("about 370", 387, "conflict"),
        ("about 200,000", 190_766, "agree"),
    ],
)
def test_about_explains_rounding_and_no_more(rounded: str, exact: float, state: str) -> None:
    about = find_quantities(f"{rounded} people came")
    assert compare_quantities(about, [amount(exact, "person")]).state == state


def test_two_rounded_figures_are_one_if_the_rounder_is_the_other() -> None:
    one, other = (find_quantities(f"{text} people came") for text in ("about 38", "about 40"))
    assert compare_quantities(one, other).state == "agree"


def test_figures_of_two_periods_or_two_measures_are_no_clash_beside_a_common_one() -> None:
    common = replace(amount(5, "USD"), measure="fee")
    first = replace(amount(10, "USD"), measure="profit", period="first half")
    year = replace(amount(25, "USD"), measure="profit", period="full year")
    assert compare_quantities([common, first], [common, year]).state == "agree"


@pytest.mark.parametrize(
    ("a", "b", "state"),
    [
        (amount(15e9, "USD"), amount(15.2e9, "USD"), "agree"),
        (amount(1100, "m"), amount(1067, "m"), "agree"),
        (amount(30, "person"), amount(29, "person"), "conflict"),
        (amount(173e9, "USD"), amount(175e9, "USD"), "conflict"),
        (amount(5, "percent"), amount(4.8, "percent"), "conflict"),
    ],
)
def test_a_figure_with_fewer_digits_stands_for_the_exact_one_but_counted_things_do_not(
    a: Quantity, b: Quantity, state: str
) -> None:
    assert compare_quantities([a], [b]).state == compare_quantities([b], [a]).state == state


def test_chances_are_near_by_their_size_of_ten() -> None:
    chance = replace(amount(0.01, "percent"), text="one in 10,000")
    other = replace(amount(0.1, "percent"), text="one in 1,000")
    assert compare_quantities([chance], [other]).ratio == pytest.approx(0.5)
    assert compare_quantities([amount(0.01, "percent")], [amount(0.1, "percent")]).ratio == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("a", "b", "state"),
    [
        ("The bond was 500,000 Canadian dollars.", "The bond was $500,000.", "agree"),
        ("The bond was C$500,000.", "The bond was 600,000 dollars.", "conflict"),
        ("The bond was C$500,000.", "The bond was US$500,000.", "incomparable"),
        ("The bond was C$500,000.", "The bond was 500,000 American dollars.", "incomparable"),
        ("The bond was 500,000 Egyptian pounds.", "The bond was £500,000.", "incomparable"),
        ("The bond was A$500,000.", "The bond was NZ$500,000.", "incomparable"),
    ],
)
def test_dollars_of_no_country_may_be_those_of_the_other_source(a: str, b: str, state: str) -> None:
    assert judge(a, b).evidence.numbers == state
    assert judge(b, a).evidence.numbers == state
