import pytest

from claimcmp.compare.numbers import compare_quantities
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
