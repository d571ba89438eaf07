"""Finds the amounts in a sentence as intervals in a unit, without a model.

"between 10 and 15 billion" is one amount from 10 to 15 billion; "rose from 5 to 7 percent" and "a vote of 52 to 48" are
two. "about" and "almost" widen an amount as far as readers still call two figures the same, "more than" and "up to"
open it at one end; an exact number has ``low == high``. Fractions and "one in five" are percentages. Not amounts are
numbers that name (Resolution 2397, Flight 302), dates, times of day, ordinals, citations, and "the two leaders", who
were counted before.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.amounts import Amount, read_amount, with_noun
from claimcmp.pipeline.citations import find_citations
from claimcmp.pipeline.clock_times import find_clock_times
from claimcmp.pipeline.counted_nouns import is_plural
from claimcmp.pipeline.dates import find_dates
from claimcmp.pipeline.hedged_quantities import find_end, make_interval, make_quantity
from claimcmp.pipeline.hedges import find_hedge_before
from claimcmp.pipeline.intervals import RATIO_WORDS, read_pair, read_ratio
from claimcmp.pipeline.measures import read_measure
from claimcmp.pipeline.number_scales import Number, number_words, word_at
from claimcmp.pipeline.number_tokens import Token, split_tokens
from claimcmp.pipeline.numbers import FRACTION_SIGNS, read_number
from claimcmp.pipeline.smaller_units import find_smaller
from claimcmp.pipeline.spelled_numbers import NOUGHTS
from claimcmp.records import Quantity
from claimcmp.units import find_unit

SUFFIXES = ("st", "nd", "rd", "th")
NO_COUNTS = ("quarter", "half", "time", "floor", "street", "place", "largest", "biggest")
Reading = tuple[list[Quantity], int]


def find_quantities(text: str, *, offset: int = 0) -> list[Quantity]:
    """Return the amounts of one sentence in order, none over another or over a date.

    The offsets are positions in ``text`` plus ``offset``.
    """
    tokens = split_tokens(text, _taken(text))
    found: list[Quantity] = []
    index = floor = 0
    while index < len(tokens):
        reading = _read_at(tokens, index, floor) if _may_open(tokens[index]) else None
        if reading is None:
            index += 1
            continue
        quantities, index = reading
        found += quantities
        floor = index
    return [
        replace(
            quantity,
            text=text[quantity.start : quantity.end],
            start=offset + quantity.start,
            end=offset + quantity.end,
        )
        for quantity in found
    ]


def _taken(text: str) -> list[tuple[int, int]]:
    """Return the sorted spans of dates, citations and times of day."""
    spans = [(date.start, date.end) for date in find_dates(text)]
    spans += find_citations(text)
    spans += find_clock_times(text)
    return sorted(spans)


def _may_open(token: Token) -> bool:
    return token.free and (
        token.kind in ("number", "money") or token.lower in _opening_words() or token.text in _opening_marks()
    )


@cache
def _opening_words() -> frozenset[str]:
    words, lexicon = number_words(), read_lexicon("quantities")
    shares = {phrase.split()[0] for phrase in lexicon["vague_shares"] if phrase != "reason"}
    others = {*NOUGHTS, "a", "an", "half", "quarter", "several", "twice", "minus", "negative"}
    return frozenset({*words["ones"], *words["tens"], *words["scales"], *words["vague_numbers"], *shares, *others})


@cache
def _opening_marks() -> frozenset[str]:
    money = read_lexicon("units")["money"]
    return frozenset({*money["codes"], *money["symbols"], *FRACTION_SIGNS, "-", "−", "+"})


def _read_at(tokens: Sequence[Token], index: int, floor: int) -> Reading | None:
    """Return the amounts that start at ``index`` and the index after them."""
    if reading := _read_share(tokens, index) or _read_word(tokens, index, floor):
        return reading
    first = read_amount(tokens, index)
    if first is None:
        return _read_ordinal(tokens, index)
    if ratio := read_ratio(tokens, first):
        share = _of_those_told(tokens, make_quantity(tokens, ratio, floor), first.end, ratio.end)
        return [share], find_end(tokens, ratio)
    if pair := read_pair(tokens, first, floor):
        if pair.is_range:
            return [make_interval(tokens, pair.first, pair.second, pair.start, floor)], find_end(tokens, pair.second)
        return [
            make_quantity(tokens, pair.first, floor, is_open=False),
            make_quantity(tokens, pair.second, pair.first.end),
        ], find_end(tokens, pair.second)
    amount = with_noun(tokens, first)
    if amount is None:
        return None
    return [make_quantity(tokens, amount, floor)], find_end(tokens, amount)


def _of_those_told(tokens: Sequence[Token], share: Quantity, first: int, end: int) -> Quantity:
    """Return odds as the share that they are, where it is told of whom: "one in five voters", "one voter in five"."""
    behind, within = word_at(tokens, end), word_at(tokens, first)
    noun = behind if is_plural(behind) else within if within not in RATIO_WORDS else ""
    return replace(share, of=noun, role="share") if noun else share


def _read_ordinal(tokens: Sequence[Token], index: int) -> Reading | None:
    """Read "the 70th anniversary", "its 3rd summit"; "the 9th Circuit" is a name and "the 4th of May" a date."""
    number, noun = tokens[index], word_at(tokens, index + 2)
    if (
        not number.text.isdecimal()
        or number.glued
        or len(number.text) > 4
        or word_at(tokens, index + 1) not in SUFFIXES
    ):
        return None
    if not tokens[index + 1].glued or not noun.isalpha() or not tokens[index + 2].text.islower():
        return None
    if tokens[index + 2].glued or noun in read_lexicon("quantities")["not_nouns"]["stops"]:
        return None
    if find_unit(noun) or noun in NO_COUNTS:
        return None
    value = float(number.text)
    found = Quantity("", number.start, tokens[index + 2].end, value, value, value, unit=noun, role="ordinal")
    return [found], index + 3


def _read_share(tokens: Sequence[Token], index: int) -> Reading | None:
    """Read "the lion's share of", "most of": shares without a figure."""
    shares = read_lexicon("quantities")["vague_shares"]
    phrase = ""
    for at in range(index, min(index + 4, len(tokens))):
        phrase = f"{phrase} {tokens[at].lower}".strip()
        if phrase in shares and phrase != "reason" and word_at(tokens, at + 1) == "of":
            if word_at(tokens, at + 2) in ("it", "that", "this", "which", "them", "us", "all"):
                return None
            if phrase.endswith(("majority", "minority")) and _is_number(tokens, at + 2):
                return None  # "a majority of 187 votes" is that many ahead
            if phrase == "the whole" and word_at(tokens, at + 2) not in ("the", "its", "their"):
                return None
            value, low, high = shares[phrase]
            number = Number(value, at + 1, low=low, high=high)
            return [
                make_quantity(tokens, Amount(index, at + 1, number, value, "percent", measured=True), index)
            ], at + 1
    return None


def _is_number(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].free and read_number(tokens, index) is not None


def _read_word(tokens: Sequence[Token], index: int, floor: int) -> Reading | None:
    """Read amounts without a number word: "twice", "more than a century", "within a year"."""
    word = tokens[index].lower
    after = word_at(tokens, index + 1)
    if word == "twice" and after not in ("as", "the"):
        return _counted(tokens, Amount(index, index + 1, Number(2.0, index + 1), 2.0, "time"), floor)
    if word in ("a", "an") and index > floor:
        measure = read_measure(tokens, index + 1, scale=1, value=1)
        unit = find_unit(measure.unit) if measure else None
        one = Number(1.0, index + 1)
        if measure and unit and (added := find_smaller(tokens, one, measure.unit, measure.end)):
            more, end = added
            number = replace(one, value=1 + more)
            return _counted(tokens, Amount(index, end, number, 1 + more, measure.unit, measured=True), floor)
        if measure and unit and after.isalpha() and len(after) > 2 and _is_counted_one(tokens, index, unit.dimension):
            return _counted(tokens, Amount(index, measure.end, one, 1.0, measure.unit, measured=True), floor)
    return None


def _is_counted_one(tokens: Sequence[Token], index: int, dimension: str) -> bool:
    """Say whether "a year" is a length: after "within", "at least", "nearly"; alone it may be any year."""
    if dimension not in ("duration", "length", "mass", "volume", "area", "points"):
        return False
    hedge = find_hedge_before(tokens, index)
    if hedge is not None:
        return (
            word_at(tokens, hedge.start) not in ("some", "or", "above", "under", "over", "below", "around", "about")
            or dimension != "length"
        )
    return dimension == "duration" and word_at(tokens, index - 1) in (
        "within",
        "lasting",
        "lasted",
        "lasts",
        "takes",
        "took",
        "take",
    )


def _counted(tokens: Sequence[Token], amount: Amount, floor: int) -> Reading:
    return [make_quantity(tokens, amount, floor)], find_end(tokens, amount)
