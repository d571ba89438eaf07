"""Times of day are no amounts."""

import pytest

from claimcmp.pipeline.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "The pumps failed at 22.40.",
        "The doors stayed shut until 22.00.",
        "Guests waited outside from 21.00 to 22.30 on Sunday.",
        "The lamps were out at 23.15 on 4 May.",
        "Nobody came before 7.30.",
        "It rang at twenty to eleven.",
        "The line was dead from twenty to eleven till a quarter past midnight.",
        "They were home before half past eleven.",
        "The bar closed at ten.",
        "The gate stayed open until ten, as usual.",
    ],
)
def test_clock_times_are_no_amounts(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The price rose from 21.50 to 22.30 euros.", [21.5, 22.3]),
        ("The index fell to 22.30 after 23.15.", [22.3, 23.15]),
        ("The motion passed by twenty to eleven.", [20, 11]),
        ("Sales closed at ten percent above the mark.", [10]),
        ("They waited until ten ships had left.", [10]),
        ("The crew saw from ten to twelve whales.", [11]),
    ],
)
def test_clock_times_leave_amounts(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in find_quantities(text)] == values
