"""Reads one amount: sign, money mark, number and unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.counted_nouns import find_counted_noun, find_whole_noun
from claimcmp.pipeline.measures import Measure, read_measure, read_money_mark, with_rate
from claimcmp.pipeline.money_forms import money_follows, read_late_money, read_late_scale, read_scaled_code
from claimcmp.pipeline.naming_numbers import is_reference, names_something
from claimcmp.pipeline.number_scales import Number, is_hyphen, number_words, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.pipeline.numbers import read_number
from claimcmp.pipeline.smaller_units import find_smaller
from claimcmp.units import find_unit

MINUS = ("-", "−", "‑")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; ``start`` and ``end`` are token indices."""

    start: int
    end: int
    number: Number
    value: float
    unit: str = ""
    measured: bool = False
    """The unit is a measure or money, not a counted noun."""
    prefixed: bool = False
    """A sign of money stands before the number."""

    @property
    def low(self) -> float:
        """The least it may be by its own words ("dozens")."""
        return self._scaled(self.number.low)

    @property
    def high(self) -> float:
        """The most it may be by its own words."""
        return self._scaled(self.number.high)

    def _scaled(self, end: float | None) -> float:
        return self.value if end is None or not self.number.value else self.value * end / self.number.value


def read_amount(tokens: Sequence[Token], index: int, *, joined: bool = False) -> Amount | None:
    """Return the amount that starts at ``index``, with its unit of measure if it has one.

    A ``joined`` one is the second end of a range and may be stuck to the dash.
    """
    at, sign = _read_sign(tokens, index)
    if at >= len(tokens) or not tokens[at].free:
        return None
    money = read_money_mark(tokens, at) if tokens[at].kind in ("money", "word") else None
    if money:
        at += 1
        if sign == 1 and at < len(tokens):
            at, sign = _read_sign(tokens, at)
        if at >= len(tokens) or not tokens[at].free or (tokens[at].kind == "mark" and not tokens[at].glued):
            return None
    number = read_number(tokens, at, money=money is not None or money_follows(tokens, at + 1))
    if number is None or not all(token.free for token in tokens[at : number.end]):
        return None
    if tokens[at].kind == "number" and not money and at == index and not joined and not _stands_free(tokens, at):
        return None
    value = sign * number.value
    if number.fraction:
        return _fraction(tokens, Amount(index, number.end, number, value))
    if money:
        end = number.end
        if end < len(tokens) and tokens[end].glued and tokens[end].kind == "word" and number.digits:
            return None
        if (again := read_measure(tokens, end, scale=number.scale, value=value)) and again.unit.startswith(money):
            end = again.end  # "$15 dollars", "US$5 USD"
        rated = with_rate(tokens, Measure(money, end))
        return Amount(index, rated.end, number, value, rated.unit, measured=True, prefixed=True)
    if late := read_late_money(tokens, number):
        currency, number = late
        return Amount(index, number.end, number, sign * number.value, currency, measured=True, prefixed=True)
    measure = read_measure(tokens, number.end, scale=number.scale, value=value)
    if measure and is_hyphen(tokens, measure.end) and word_at(tokens, measure.end + 1) == "old":
        return None  # "a 14-year-old" is a person
    if measure and (millions := read_late_scale(tokens, measure, number)):
        return Amount(index, measure.end + 1, millions, sign * millions.value, measure.unit, measured=True)
    if measure:
        if added := find_smaller(tokens, number, measure.unit, measure.end):
            more, end = added
            number = replace(number, value=number.value + more)
            return Amount(index, end, number, sign * number.value, measure.unit, measured=True)
        return Amount(index, measure.end, number, value, measure.unit, measured=True)
    if coded := read_scaled_code(tokens, number):
        currency, scaled = coded
        return Amount(index, scaled.end, scaled, sign * scaled.value, currency, measured=True)
    if not _ends_free(tokens, number):
        return None
    return Amount(index, number.end, number, value)


def with_noun(tokens: Sequence[Token], amount: Amount) -> Amount | None:
    """Return the amount with the noun it counts; None where the number does not count at all."""
    if amount.measured:
        return None if _is_some_day(tokens, amount) else amount
    one = amount.value == 1 and not amount.number.digits and amount.number.scale == 1
    if is_hyphen(tokens, amount.end):
        named = names_something(tokens, amount.start, amount.end, digits=amount.number.digits, counted=False)
        return None if named else _hyphened(tokens, amount)
    start = amount.end + 1 if word_at(tokens, amount.end) == "of" and amount.number.low is not None else amount.end
    if word_at(tokens, start) in ("more", "fewer", "additional", "extra"):
        start += 1  # "9,000 more tons"
    spelled = read_measure(tokens, start, scale=amount.number.scale, value=amount.value) if start > amount.end else None
    if spelled:
        return replace(amount, end=spelled.end, unit=spelled.unit, measured=True)
    noun = find_counted_noun(tokens, start, one=one)
    part_of = None if noun or start != amount.end else find_whole_noun(tokens, start, one=one)
    if names_something(tokens, amount.start, amount.end, digits=amount.number.digits, counted=noun is not None):
        return None
    if one and part_of is None and (noun is None or not _counts_one(tokens, amount, noun[0])):
        return None
    if is_article(tokens, amount):
        return None
    if is_reference(tokens, amount.start, digits=amount.number.digits):
        return None
    if part_of:
        return replace(amount, unit=part_of)
    if noun is None and (scale := _find_scale(tokens, amount)):
        return replace(amount, unit=scale)
    if noun is None:
        return amount if amount.number.value or amount.number.digits else None
    counted = with_rate(tokens, Measure(*noun))
    return replace(amount, end=counted.end, unit=counted.unit)


def _find_scale(tokens: Sequence[Token], amount: Amount) -> str:
    """Return the scale whose name stands before a number: "winds of force 8", "a magnitude of 6.1"."""
    at = amount.start - (2 if word_at(tokens, amount.start - 1) == "of" else 1)
    before = word_at(tokens, at) or ""
    return before if before in read_lexicon("quantities")["scales_before"]["words"] else ""


def _counts_one(tokens: Sequence[Token], amount: Amount, noun: str) -> bool:
    """Say whether "one" counts: "only one sensor", "one soldier was killed"; "one study found" introduces."""
    lexicon = read_lexicon("quantities")
    if word_at(tokens, amount.end) in lexicon["one_idioms"]["words"]:
        return False
    before = word_at(tokens, amount.start - 1)
    return before in lexicon["one_counts"]["before"] or noun in lexicon["one_counts"]["nouns"]


def _is_some_day(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether "one day" means some day."""
    before = word_at(tokens, amount.start - 1)
    counts = read_lexicon("quantities")["one_counts"]["before"]
    return word_at(tokens, amount.start) == "one" and amount.unit == "day" and before not in counts


def is_article(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether the number is "several", "a few" or "half a", which count nothing without a unit."""
    return (
        amount.number.scale == 1
        and tokens[amount.start].lower in ("a", "an", "several", "half")
        and word_at(tokens, amount.start + 1) not in number_words()["scales"]
    )


def _read_sign(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """Return the index of the number and its sign: "-5", "minus 5"; a dash between words is none."""
    if index >= len(tokens):
        return index, 1
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and token.lower in ("minus", "negative"):
        return index + 1, -1
    if after is None or after.kind not in ("number", "money"):
        return index, 1
    if token.text in MINUS and after.glued and (not token.glued or (index and tokens[index - 1].text in "($£€")):
        return index + 1, -1
    if token.text == "+" and after.glued and not token.glued:
        return index + 1, 1
    return index, 1


def _stands_free(tokens: Sequence[Token], index: int) -> bool:
    """Say whether digits are a word of their own, not the tail of "A320", "F-35", "15:05" or "No.5"."""
    token = tokens[index]
    if index == 0 or not token.glued:
        return True
    before = tokens[index - 1]
    if before.kind in ("word", "number") or before.text in ":/#._\\@&=№§^±":
        return False
    if before.text == "(" and before.glued:
        return False  # "Article 7(1)"
    if before.text in "+-" and index > 1 and tokens[index - 2].text in "/+" and before.glued:
        return False  # "9.8 +/- 0.1"
    if before.text == "+" and before.glued:
        return False  # "J1149+66"
    if before.text == "," and before.glued and index > 1 and tokens[index - 2].kind == "number":
        return False  # "3,5" and "22,24,26"
    if before.text in (*MINUS, "–") and before.glued and index > 1:
        return tokens[index - 2].kind == "mark" and tokens[index - 2].text not in ")]"
    return True


def _ends_free(tokens: Sequence[Token], number: Number) -> bool:
    """Say whether nothing is stuck to the number: "5G", "3D", "21st", "10:30" and "737-800" are no amounts."""
    if number.end >= len(tokens) or not number.digits:
        return True
    after = tokens[number.end]
    if not after.glued:
        return True
    follower = tokens[number.end + 1] if number.end + 1 < len(tokens) else None
    stuck = follower is not None and follower.glued
    if after.kind in ("word", "number"):
        return False
    if after.text in ":/_\\@#^=*" and stuck:
        return False
    return not (after.text in ".," and stuck and follower is not None and follower.kind == "number")


def _fraction(tokens: Sequence[Token], amount: Amount) -> Amount | None:
    """Return a part of a whole in percent, or of the unit that follows: "two thirds of a mile"."""
    number = amount.number
    at = number.end
    if word_at(tokens, at) == "of" and word_at(tokens, at + 1) in ("a", "an", "one"):
        measure = read_measure(tokens, at + 2, scale=1, value=number.value)
        if measure:
            return replace(amount, end=measure.end, unit=measure.unit, measured=True)
    measure = read_measure(tokens, at, scale=1, value=number.value)
    if measure and find_unit(measure.unit):
        return replace(amount, end=measure.end, unit=measure.unit, measured=True)
    percent = Number(number.value * 100, number.end, fraction=True)
    return replace(amount, number=percent, value=amount.value * 100, unit="percent", measured=True)


def _hyphened(tokens: Sequence[Token], amount: Amount) -> Amount | None:
    """Return "15-member", "36-page": digits count whatever follows, number words only what is commonly counted so."""
    noun = tokens[amount.end + 1]
    if noun.kind != "word" or not noun.free:
        return None
    classes = read_lexicon("quantities")["hyphen_classes"]["words"]
    if noun.lower not in classes and not (amount.number.digits and noun.text.islower() and len(noun.text) > 2):
        return None
    if noun.lower in ("fold", "plus", "strong", "odd", "something", "year", "old", "way", "sided", "time", "sum"):
        return replace(amount, end=amount.end + 2) if noun.lower in ("strong", "odd") else None
    if is_hyphen(tokens, amount.end + 2) and word_at(tokens, amount.end + 3) not in ("long", "strong"):
        return None
    return replace(amount, end=amount.end + 2, unit=noun.lower)
