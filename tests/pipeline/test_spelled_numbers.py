"""Numbers as prose writes them: in words, in mixtures, in two units."""

import pytest

from claimcmp.pipeline.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("They planted a hundred and two trees.", 102, "tree"),
        ("The fund lost five and a half million euros.", 5_500_000, "EUR"),
        ("It took three dozen eggs.", 36, "egg"),
        ("The winner jumped two point seven five metres.", 2.75, "m"),
        ("The drop was nought point four degrees Celsius.", 0.4, "°C"),
        ("The state owes three lakh crore rupees.", 3e12, "INR"),
        ("Two thirds of a million birds came.", 666_666.666667, "bird"),
        ("The bill came to 12,34,567 rupees.", 1_234_567, "INR"),
        ("The probe measured 2.4×10−5 grams.", 2.4e-5, "g"),
        ("The beam carries 1.3e6 volts.", 1.3e6, "volt"),
        ("The choir has 3 hundred and 21 members.", 321, "member"),
        ("The cell swelled by seven hundredths.", 7, "percent"),
        ("Three million, two hundred thousand people fled.", 3_200_000, "person"),
        ("The goalkeeper is 6 feet 4 inches tall.", 6.33333333333, "ft"),
        ("The flight lasts 4 hours 30 minutes.", 4.5, "hour"),
        ("A loaf costs 3 dollars and 45 cents.", 3.45, "USD"),
        ("The plant cost 75 USD million.", 75e6, "USD"),
        ("Revenue rose to 120 MEUR in spring.", 120e6, "EUR"),
    ],
)
def test_spelled_numbers_are_read_whole(text: str, value: float, unit: str) -> None:
    [quantity] = find_quantities(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.unit == unit


def test_spelled_numbers_keep_years_and_months_apart() -> None:
    assert [quantity.unit for quantity in find_quantities("He served two years and three months.")] == ["year", "month"]


@pytest.mark.parametrize("text", ["The grain is 20 J/m^2.", "Galaxy J1149+66 is far away."])
def test_spelled_numbers_leave_powers_and_names_alone(text: str) -> None:
    assert not {2.0, 66.0} & {quantity.value for quantity in find_quantities(text)}
