"""Reads two amounts that belong together: a range, a change from one to the other, votes for and against, a ratio."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.amounts import Amount, read_amount, with_noun
from claimcmp.pipeline.counted_nouns import is_plural
from claimcmp.pipeline.hedges import find_hedge_before
from claimcmp.pipeline.number_scales import Number, word_at
from claimcmp.pipeline.number_tokens import Token

DASHES = ("-", "–", "—", "‑", "−")
BACK = 14
NEAR = 3
"""Words before "5 cents to 30 cents" in which a verb makes them a change and what it led to."""


@dataclass(frozen=True, slots=True)
class AmountPair:
    """Two amounts with units of their own, and whether they are the ends of one interval."""

    first: Amount
    second: Amount
    is_range: bool
    start: int
    """Includes "between" and "from"."""


def read_pair(tokens: Sequence[Token], first: Amount, floor: int) -> AmountPair | None:
    """Return what ``first`` forms with the amount after it, if they form anything."""
    before = first.start - 1
    hedge = find_hedge_before(tokens, first.start)
    if hedge is not None and hedge.start > floor:
        before = hedge.start - 1
    opener = word_at(tokens, before) if before >= floor else ""
    joint = _joint(tokens, first, opener)
    if joint is None:
        return None
    link, at = joint
    second_hedge = 0
    while second_hedge < 2 and word_at(tokens, at) in (
        "about",
        "around",
        "nearly",
        "almost",
        "perhaps",
        "roughly",
        "approximately",
        "some",
        "as",
        "maybe",
    ):
        at, second_hedge = at + 1, second_hedge + 1
    second = read_amount(tokens, at, joined=True) if at < len(tokens) else None
    if second is None or not tokens[at].free:
        return None
    own = first.measured and (not first.prefixed or second.prefixed)
    joined = _with_shared_unit(tokens, first, second, link=link)
    if joined is None:
        return None
    first, second = joined
    start = before if opener in ("between", "from") else first.start
    if link in ("to", "dash") and not first.unit and not second.measured and _is_vote(tokens, first.start):
        votes = replace(first, unit="vote"), replace(second, unit="vote") if second.unit in ("", "vote") else second
        return AmountPair(*votes, is_range=False, start=first.start)
    if link == "dash" and not second.unit and tokens[first.end].text in ("-", "‑"):
        return None  # "52-48", "555-1234": scores and numbers on a door
    if link in ("both", "or") and first.number.scale != second.number.scale:
        return None
    reached = link == "to" and opener != "between" and own and _is_change(tokens, first.start, back=NEAR)
    if reached or (opener == "from" and _is_change(tokens, before)) or first.value > second.value:
        return AmountPair(first, second, is_range=False, start=first.start)
    if link == "both" or (link == "or" and not _is_close(first, second)):
        return AmountPair(first, second, is_range=False, start=first.start) if _share(first, second) else None
    return AmountPair(first, second, is_range=True, start=start)


# "Eight in 2019" is no ratio.
RATIO_WORDS = frozenset({"in", "out", "of"})
# Nobody says "one house in 57".
MOST_TOLD = 20
ROUND_WHOLES = frozenset({10, 100, 1000, 10_000, 100_000, 1_000_000})


def read_ratio(tokens: Sequence[Token], amount: Amount) -> Amount | None:
    """Return "one in five", "nine out of ten", "nine voters in ten", "nine of every ten" as a percentage."""
    at = amount.end
    if amount.unit or not 0 < amount.value < 1000 or amount.number.scale != 1 or not amount.value.is_integer():
        return None
    # "One child in three" is told of those before, "one in three children" of those behind.
    told = word_at(tokens, at + 1) in ("in", "out") and _may_be_counted(word_at(tokens, at), amount.value)
    at += told
    if word_at(tokens, at) == "in":
        at += 1
    elif word_at(tokens, at) == "out" and word_at(tokens, at + 1) == "of":
        at += 2
    elif word_at(tokens, at) == "of" and word_at(tokens, at + 1) == "every":
        at += 1
    else:
        return None
    if word_at(tokens, at) == "every":
        at += 1
    whole = read_amount(tokens, at) if at < len(tokens) else None
    if whole is None or whole.unit or not amount.value < whole.value or not whole.value.is_integer():
        return None
    # "One goal in ten minutes", "two wins in ten games" are counted in something else.
    counted = with_noun(tokens, whole) if told else None
    if told and (counted is None or counted.unit or (whole.value > MOST_TOLD and whole.value not in ROUND_WHOLES)):
        return None
    # "Seven in 10": many style books spell numbers below ten only.
    style = amount.number.digits == whole.number.digits or amount.value == 1 or whole.value in ROUND_WHOLES
    if whole.number.low is not None or not style:
        return None
    number = Number(100 * amount.value / whole.value, whole.end, fraction=True)
    return replace(amount, end=whole.end, number=number, value=number.value, unit="percent", measured=True)


def _may_be_counted(word: str, count: float) -> bool:
    """Tell whether a word may be the noun that so many are of: "child" of one, "children" of nine."""
    if not word.isalpha() or word in read_lexicon("quantities")["not_nouns"]["stops"]:
        return False
    return count == 1 or is_plural(word)


def _joint(tokens: Sequence[Token], first: Amount, opener: str) -> tuple[str, int] | None:
    """Return how the two amounts are joined and where the second begins."""
    at = first.end
    word = word_at(tokens, at)
    if word in DASHES and at + 1 < len(tokens):
        if tokens[at].glued and tokens[at + 1].lower in ("to", "or") and not tokens[at + 1].glued:
            return tokens[at + 1].lower, at + 2  # "8- to 16-metre"
        if tokens[at].glued == tokens[at + 1].glued and (tokens[at].glued or word == "–"):
            return "dash", at + 1
        return None
    if word == "and" and (opener == "between" or not first.unit):
        return ("and" if opener == "between" else "both"), at + 1
    if word == "to" and not (first.unit and not first.measured):
        return "to", at + 1
    if word == "or" and not first.unit:
        return "or", at + 1
    return None


def _with_shared_unit(
    tokens: Sequence[Token], first: Amount, second: Amount, *, link: str
) -> tuple[Amount, Amount] | None:
    """Spread scale, currency and unit over both ends: "$3-5bn", "between 10 and 15 billion euros", "3-5%"."""
    if first.unit and not second.unit and first.prefixed:
        second = replace(second, unit=first.unit, measured=True)
    if not second.measured:
        counted = with_noun(tokens, second)
        if counted is None:
            return None
        second = counted
    scale = second.number.scale
    if (
        scale > 1
        and first.number.scale == 1
        and first.value < 1000
        and first.number.value <= second.number.value / scale * (1 if link != "to" else 50)
    ):
        number = replace(first.number, value=first.number.value * scale)
        first = replace(first, number=number, value=first.value * scale)
    if not first.unit:
        first = replace(first, unit=second.unit, measured=second.measured)
    plain, other = first.unit.partition(" per ")[0], second.unit.partition(" per ")[0]
    if plain != other:
        return None
    if first.unit != second.unit:
        longer = max(first.unit, second.unit, key=len)
        first, second = replace(first, unit=longer), replace(second, unit=longer)
    return first, second


def _is_change(tokens: Sequence[Token], at: int, *, back: int = BACK) -> bool:
    before = tokens[max(0, at - back) : at]
    if before and before[-1].lower in _words("change", "beside"):
        return False
    return any(token.lower in _words("change") for token in before)


def _is_vote(tokens: Sequence[Token], at: int) -> bool:
    return any(token.lower in _words("votes") for token in tokens[max(0, at - BACK) : at])


def _is_close(first: Amount, second: Amount) -> bool:
    """Say whether "two or three" are neighbours; "90 or 180 days" are two cases."""
    return 0 < first.value < second.value <= 1.5 * first.value + 0.5


def _share(first: Amount, second: Amount) -> bool:
    """Say whether two amounts in a list share the unit after the second: "45 and 50 cases"."""
    return bool(second.unit) and first.unit == second.unit and first.number.digits == second.number.digits


@cache
def _words(name: str, kind: str = "words") -> frozenset[str]:
    return frozenset(read_lexicon("quantities")[name][kind])
