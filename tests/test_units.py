"""Units of measure and their conversion."""

import pytest

from claimcmp.lexicons import read_lexicon
from claimcmp.units import convert, find_unit, is_currency, name_unit, pluralise, read_spellings, to_canonical


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        (1312, "ft", "m", 399.9),
        (103, "°F", "°C", 39.44),
        (0, "°C", "°F", 32),
        (2, "day", "hour", 48),
        (1, "year", "month", 12),
        (25, "basis point", "percentage point", 0.25),
        (40, "knot", "km/h", 74.08),
        (1, "bcm", "m³", 1e9),
        (1, "t", "kg", 1000),
        (15, "USD per hour", "USD per day", 360),
        (60, "km per hour", "m per second", 16.667),
        (5, "person", "person", 5),
    ],
)
def test_units_convert_within_a_dimension(value: float, unit: str, target: str, expected: float) -> None:
    assert convert(value, unit, target) == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize(
    ("unit", "target"),
    [("USD", "EUR"), ("percent", "percentage point"), ("t", "m"), ("person", "worker"), ("USD per hour", "USD")],
)
def test_units_of_different_dimensions_do_not_convert(unit: str, target: str) -> None:
    assert convert(1, unit, target) is None


def test_units_compare_by_dimension() -> None:
    assert to_canonical(48, "hour") == to_canonical(2, "day") == (172_800, "duration")
    assert to_canonical(5, "USD") == (5, "USD")
    assert to_canonical(5, "centrifuge") == (5, "centrifuge")
    assert to_canonical(7, "") == (7, "")


def test_units_currencies_are_known() -> None:
    assert is_currency("USD")
    assert is_currency("KRW")
    assert not is_currency("t")
    assert find_unit("USD") is None


def test_units_every_spelling_names_a_known_unit() -> None:
    small = {"cent", "penny", "kopeck"}
    assert all(find_unit(name) or is_currency(name) or name in small for name in read_spellings().values())


def test_units_every_unit_says_why_it_is_there() -> None:
    entries = read_lexicon("units")["unit"]
    assert all(entry["reason"] and entry["factor"] > 0 for entry in entries)
    assert len({entry["name"] for entry in entries}) == len(entries)


@pytest.mark.parametrize(
    ("word", "plural"), [("tonne", "tonnes"), ("inch", "inches"), ("century", "centuries"), ("day", "days")]
)
def test_units_plurals(word: str, plural: str) -> None:
    assert pluralise(word) == plural


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [
        ("job", 1, "job"),
        ("job", 3_200, "jobs"),
        ("job", 0.5, "jobs"),
        ("person", 12, "people"),
        ("factory worker", 2, "factory workers"),
        ("ferry", 4, "ferries"),
        ("aircraft", 4, "aircraft"),
        ("troops", 900, "troops"),
        ("t", 40, "t"),
        ("percent", 4, "percent"),
        ("percentage point", 2, "percentage points"),
        ("quarter", 3, "quarters"),
        ("square foot", 80, "square feet"),
        ("barrel per day", 90_000, "barrels per day"),
        ("USD per hour", 15, "USD per hour"),
        ("EUR", 5, "EUR"),
        ("", 5, ""),
    ],
)
def test_unit_is_named_as_its_value_asks(unit: str, value: float, told: str) -> None:
    assert name_unit(unit, value) == told


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("cedis", "GHS"),
        ("ghanaian cedis", "GHS"),
        ("leva", "BGN"),
        ("kwacha", "ZMW"),
        ("malawian kwacha", "MWK"),
        ("birr", "ETB"),
        ("colombian pesos", "COP"),
        ("kenyan shillings", "KES"),
        ("kuwaiti dinar", "KWD"),
        ("guaranies", "PYG"),
        ("leones", "SLE"),
    ],
)
def test_currencies_are_known_by_their_names(written: str, code: str) -> None:
    assert read_spellings()[written] == code
    assert is_currency(code)


def test_a_name_of_several_currencies_is_money_of_its_own() -> None:
    assert is_currency("dinar")
    assert convert(5, "dinar", "KWD") is None
