"""Reads what an amount is counted in: a unit of measure, a currency, a rate or the noun that is counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.counted_nouns import singular
from claimcmp.pipeline.number_scales import is_hyphen, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.units import PER, find_unit, read_currency_marks, read_spellings

FIRST_TOKEN = re.compile(r"[^\W\d_]+|\S")
LONGEST_SPELLING = 7
NEAR = 12


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and the index of the token after it."""

    unit: str
    end: int


def read_money_mark(tokens: Sequence[Token], index: int) -> str | None:
    """Return the currency of the sign or code at ``index``: "$", "US$", "EUR"."""
    if not 0 <= index < len(tokens):
        return None
    token = tokens[index]
    marks = read_currency_marks()
    if token.kind == "money":
        return marks.get(token.text.replace(" ", "")) or marks.get(token.text[-1])
    return marks.get(token.text) if token.kind == "word" else None


def read_measure(tokens: Sequence[Token], index: int, *, scale: float, value: float) -> Measure | None:
    """Return the unit of measure or the currency that starts at ``index``, with the rate that follows it."""
    at = index + 1 if is_hyphen(tokens, index) else index
    if at >= len(tokens):
        return None
    if currency := read_money_mark(tokens, at):
        if tokens[at].kind == "word" or not _opens_money(tokens, at):
            return with_rate(tokens, Measure(currency, at + 1))
        return None
    measure = _spelled(tokens, at, scale=scale, value=value)
    return with_rate(tokens, measure) if measure else None


def _opens_money(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a sign of money belongs to the number after it: "5-$10" against "5 $"."""
    return index + 1 < len(tokens) and tokens[index + 1].kind == "number"


def _spelled(tokens: Sequence[Token], at: int, *, scale: float, value: float) -> Measure | None:
    """Return the longest unit that is spelled at ``at``; letters are read as written, words in any case."""
    spellings = read_spellings()
    first = tokens[at]
    if first.lower not in _first_words():
        return None
    glued = first.glued
    exact = lower = ""
    best: Measure | None = None
    for offset, token in enumerate(tokens[at : at + LONGEST_SPELLING]):
        if not token.free and offset:
            break
        gap = "" if token.glued or not offset else " "
        if token.text in ("-", "‑") and offset:
            exact, lower = exact + token.text, lower + " "
            continue
        if lower.endswith(" "):
            gap = ""
        exact, lower = exact + gap + token.text, lower + gap + token.lower
        if name := spellings.get(exact) or (spellings.get(lower) if token.kind == "word" and len(lower) > 2 else None):
            best = Measure(name, at + offset + 1)
    if best is None:
        return None
    return _checked(tokens, at, best, glued=glued, scale=scale, value=value)


def _checked(
    tokens: Sequence[Token], at: int, found: Measure, *, glued: bool, scale: float, value: float
) -> Measure | None:
    word = tokens[at].lower
    after = tokens[found.end] if found.end < len(tokens) else None
    if found.end == at + 1 and len(word) == 1 and word.isalpha():
        # A single letter is a unit only directly on the number ("400m") or as the sentence plainly goes on ("400 m").
        if after is not None and after.glued and (after.kind in ("word", "number") or after.text in "'’&-"):
            return None
        if not glued and tokens[at].text not in ("m", "t", "g", "L"):
            return None
    if after is not None and after.kind == "number" and after.glued and word not in ("percent", "%"):
        return None
    if after is not None and after.text in ("'", "’") and after.glued and len(word) < 4:
        return None
    if found.unit == "lb" and word.startswith("pound") and _is_money(tokens, at, found.end, scale=scale, value=value):
        return Measure("GBP", found.end)
    if word == "won" and not glued and _is_verb(tokens, found.end, scale=scale, value=value):
        return None
    if word == "real" and scale == 1:
        return None
    if (
        word in ("second", "minute")
        and after is not None
        and after.kind == "word"
        and after.lower in ("largest", "biggest", "round")
    ):
        return None
    return found


def _is_money(tokens: Sequence[Token], at: int, end: int, *, scale: float, value: float) -> bool:
    """Say whether "pounds" are sterling: by what is near, else by the size."""
    near = {token.lower for token in tokens[max(0, at - NEAR) : end + NEAR]}
    lexicon = read_lexicon("quantities")
    if near.intersection(lexicon["weight"]["words"]):
        return False
    if near.intersection(lexicon["money_words"]["words"]):
        return True
    return (scale > 1000 or value >= 1e6) and word_at(tokens, end) != "of"


def _is_verb(tokens: Sequence[Token], end: int, *, scale: float, value: float) -> bool:
    """Say whether "won" is a verb: "the 12 won the prize" against "5,000 won"."""
    return scale == 1 and (
        value < 100 or word_at(tokens, end) in ("the", "a", "an", "by", "in", "their", "his", "more")
    )


def with_rate(tokens: Sequence[Token], measure: Measure) -> Measure:
    """Add what follows the unit as a rate, or as two: "per hour", "a month", "/b", "per patient a year"."""
    rated = _with_one_rate(tokens, measure)
    again = _with_one_rate(tokens, rated, second=True) if rated.end > measure.end else rated
    if again.end == rated.end:
        return rated
    first, second = (rate for rate in again.unit.removeprefix(measure.unit).split(PER) if rate)
    if _is_time(first) == _is_time(second):
        return rated
    by_head, by_time = (second, first) if _is_time(first) else (first, second)
    return Measure(f"{measure.unit}{PER}{by_head}{PER}{by_time}", again.end)


def _is_time(name: str) -> bool:
    unit = find_unit(name)
    return unit is not None and unit.dimension == "duration"


def _with_one_rate(tokens: Sequence[Token], measure: Measure, *, second: bool = False) -> Measure:
    index = measure.end
    hyphen = is_hyphen(tokens, index)
    at = index + 1 if hyphen else index
    word = word_at(tokens, at)
    if second and word == "for" and word_at(tokens, at + 1) in ("each", "every"):
        return _rate(tokens, measure, at + 2, any_noun=True)  # "24,000 crowns a year for each patient"
    if word == "/" and tokens[at].glued:
        return _rate(tokens, measure, at + 1, any_noun=False)
    if word == "per":
        return _rate(tokens, measure, at + 2 if is_hyphen(tokens, at + 1) else at + 1, any_noun=True)
    if word in ("a", "an", "each", "every"):
        return _rate(
            tokens, measure, at + 2 if hyphen and is_hyphen(tokens, at + 1) else at + 1, any_noun=False, article=True
        )
    return measure


def _rate(tokens: Sequence[Token], measure: Measure, at: int, *, any_noun: bool, article: bool = False) -> Measure:
    if at >= len(tokens) or not tokens[at].free:
        return measure
    word, after = tokens[at].lower, word_at(tokens, at + 1)
    if article and after in ("ago", "later", "earlier", "before", "after", "from", "since", "long"):
        return measure
    letters = {
        "b": "barrel",
        "d": "day",
        "h": "hour",
        "hr": "hour",
        "s": "second",
        "yr": "year",
        "annum": "year",
        "capita": "person",
        "head": "person",
        "mwh": "MWh",
        "kwh": "kWh",
    }
    name = letters.get(word) or read_spellings().get(tokens[at].text) or read_spellings().get(word)
    unit = find_unit(name) if name else None
    is_time = unit is not None and unit.dimension == "duration"
    nouns = read_lexicon("quantities")["rate_nouns"]["words"]
    if article and not is_time and not (word in nouns or unit is not None):
        return measure
    if not unit and word in nouns:
        name = letters.get(word, word)
    elif not unit and any_noun and tokens[at].kind == "word":
        name = singular(word)
    if name is None or (unit and unit.dimension == "share"):
        return measure
    return Measure(f"{measure.unit}{PER}{name}", at + 1)


@cache
def _first_words() -> frozenset[str]:
    """Return the tokens with which a unit can begin, so that most words need no closer look."""
    return frozenset(first[0] for name in read_spellings() if (first := FIRST_TOKEN.match(name.lower())))
