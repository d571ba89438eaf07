"""Knows the units of measure: how they are written, what they measure, and how they convert.

A unit is known by its canonical name ("t", "USD", "percent"). Rates are written "<unit> per <unit>". A counted noun
("person", "container") is a unit too; it is its own dimension and compares with itself only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcmp.lexicons import read_lexicon

PER = " per "
# "US$", "C$"; the pounds of other countries have letters.
_OWN_SIGN = re.compile(r"[A-Za-z.]\$|£")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; ``value * factor + offset`` is in the first unit of its dimension."""

    name: str
    dimension: str
    factor: float
    offset: float = 0.0


def find_unit(name: str) -> Unit | None:
    """Return the unit of measure with this canonical name; None for currencies and counted nouns."""
    return _units().get(name)


def is_currency(name: str) -> bool:
    """Say whether a canonical unit is money."""
    return name in _currencies()


@cache
def find_namesakes(amount: str, unit: str) -> frozenset[str]:
    """Return the other currencies that an amount of money may be in as it is printed, for it names no country.

    "$5" and "5 dollars" may be Canadian, "US$5" and "5 American dollars" may not.
    """
    words: Mapping[str, str] = read_lexicon("units")["money"]["words"]
    lower = amount.lower()
    if _OWN_SIGN.search(amount) or any(" " in name and name in lower for name in words):
        return frozenset()
    bare = {name for name, code in words.items() if code == unit and " " not in name}
    return frozenset(code for name, code in words.items() if name.rpartition(" ")[2] in bare) - {unit}


def to_canonical(value: float, unit: str) -> tuple[float, str]:
    """Return the value in the dimension's first unit, and what values it may be compared with.

    Two amounts can be compared when the second parts are the same: 2 days and 48 hours are both ``duration``.
    Money, counted nouns and bare numbers come back as they are.
    """
    if measure := _units().get(unit):
        return value * measure.factor + measure.offset, measure.dimension
    amount, per, base = unit.partition(PER)
    if not per or (below := _units().get(base)) is None or not below.factor:
        return value, unit
    above = _units().get(amount)
    factor, dimension = (above.factor, above.dimension) if above else (1.0, amount)
    return value * factor / below.factor, f"{dimension}{PER}{below.dimension}"


def convert(value: float, unit: str, target: str) -> float | None:
    """Return the value in another unit, or None where the two do not measure the same."""
    if unit == target:
        return value
    canonical, dimension = to_canonical(value, unit)
    one, other = to_canonical(1.0, target)
    zero, _ = to_canonical(0.0, target)
    if dimension != other or one == zero:
        return None
    return (canonical - zero) / (one - zero)


@cache
def read_spellings() -> Mapping[str, str]:
    """Return every way to write a unit or a currency after a number, with the canonical name it stands for.

    Words are in lower case, singular and plural; symbols as they are written.
    """
    spellings: dict[str, str] = {}
    for entry in read_lexicon("units")["unit"]:
        for word in entry["words"]:
            spellings[word] = spellings[pluralise(word)] = entry["name"]
        for symbol in entry["symbols"]:
            spellings[symbol] = entry["name"]
    for word, code in read_lexicon("units")["money"]["words"].items():
        # "pound" is in both lists; the word alone is a mass until the context says that it is money.
        spellings.setdefault(word, code)
        spellings.setdefault(pluralise(word), code)
    return spellings


@cache
def read_currency_marks() -> Mapping[str, str]:
    """Return the symbols and codes that stand before or after an amount of money, with the code they stand for."""
    money = read_lexicon("units")["money"]
    return {**money["symbols"], **{code: code for code in money["codes"]}}


def pluralise(word: str) -> str:
    """Return the plural of a unit's name, by the regular rules."""
    if word.endswith(("s", "sh", "ch", "x")):
        return word if word.endswith("s") else f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def name_unit(unit: str, value: float) -> str:
    """Return a unit as it is written behind a value: "1 job", "3,200 jobs", "12 t", "15 USD per hour"."""
    amount, per, base = unit.partition(PER)
    if abs(value) == 1 or not amount or amount in _unchanging() or is_currency(amount):
        return unit
    *before, noun = amount.rsplit(" ", 1)
    plural = read_lexicon("units")["plural"]["words"].get(noun) or pluralise(noun)
    return f"{' '.join([*before, plural])}{per}{base}"


@cache
def _unchanging() -> frozenset[str]:
    """Return the names of units that are symbols, or are the same in the plural."""
    symbols = {entry["name"] for entry in read_lexicon("units")["unit"] if entry["name"] not in entry["words"]}
    return frozenset({*symbols, *read_lexicon("units")["plural"]["same"]} - {"quarter"})


@cache
def _units() -> Mapping[str, Unit]:
    return {
        entry["name"]: Unit(entry["name"], entry["dimension"], entry["factor"], entry.get("offset", 0.0))
        for entry in read_lexicon("units")["unit"]
    }


@cache
def _currencies() -> frozenset[str]:
    money = read_lexicon("units")["money"]
    return frozenset([*money["codes"], *money["symbols"].values(), *money["words"].values()])
