"""Tells by the words around two amounts of one unit that they are of two things: two years, two purposes, a mean."""

import re
from collections.abc import Iterable
from functools import cache

from claimcmp.compare.features.dates.stretches import ALWAYS, EVER, Stretch, read_stretch
from claimcmp.compare.features.dates.times import Dated, are_periods, find_bounds, find_stretches
from claimcmp.compare.features.figures.numbers import measure_alike
from claimcmp.compare.features.polarity.axes import find_places
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, is_telling, read_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, DateRef, Quantity
from claimcmp.units import find_unit, is_currency
from claimcmp.words import find_base_forms

PER = " per "
# What an index is told in.
POINT = "point"
SUBJECT = "nsubj"
OBLIQUE = "obl"
# The axis of rises and falls.
CHANGING = "amount"
# From this cosine on money may be for one thing.
SAME_PURPOSE = 0.3
# Amounts of two days or months that lie further apart are of two events or states.
MONTH = 31
# What is of each thing is less than what is of all of them.
PART = 0.5
EACH_BEHIND = re.compile(r"\s*,?\s*(?:each|apiece|per\s+[a-z]+)\b(?!\s+other)", re.IGNORECASE)
EACH_BEFORE = re.compile(
    r"\b(?:each|every)\s+(?!other\b)(?:of\s+(?:the|its|their)\s+)?\w+\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
GOAL = re.compile(r"\bto\s+(?:the\s+)?$", re.IGNORECASE)
SO_FAR = re.compile(r"\b(?:so|thus) far\b|\bto date\b|\balready\b|\buntil now\b", re.IGNORECASE)


def find_rate_and_total(a: Iterable[Quantity], b: Iterable[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Return an amount of the one by the day or the head and one of the other of the same unit that is not.

    "15 dollars" beside "15 dollars an hour" only leaves out the hour.
    """
    theirs = tuple(b)
    for x in a:
        for y in theirs:
            of_one = x.unit.partition(PER)[0] == y.unit.partition(PER)[0]
            if of_one and (PER in x.unit) != (PER in y.unit) and x.value != y.value:
                return x, y
    return None


def is_of_each(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether the smaller amount alone is of each of several things: "seats 80 people each"."""
    small, large = sorted(((a, x), (b, y)), key=lambda given: given[1].value)
    if small[1].value > PART * large[1].value:
        return False
    return _tells_each(*small) and not _tells_each(*large)


def find_other_kind(x: Quantity, y: Quantity) -> str:
    """Return the word by which one amount alone is an average, a limit or a target of what is not the other's."""
    if measure_alike(x, y):
        return ""
    first, second = _find_kinds(x), _find_kinds(y)
    return "" if first & second else min(first | second, default="")


def is_change_only(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether one amount is by how much something changed, and the other claim tells of no change at all.

    "A loss of 1,500 jobs" is no other figure for "the farm supports 2,100 jobs".
    """
    if {x.role, y.role} != {"change", "level"}:
        return False
    level = b if x.role == "change" else a
    return not any(place.axis.name == CHANGING for place in find_places(level))


def find_own_periods(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the two periods that amounts are told for: "1.9 in 2023, against 2.6 in 2019"."""
    ours, theirs = find_own_date(a, x), find_own_date(b, y)
    if ours is None or theirs is None:
        return None
    if _reach_up_to(a, ours[0], b, theirs[0]) or _reach_up_to(b, theirs[0], a, ours[0]):
        return None
    brief = _may_change(x.unit) and not (ours[1].is_long or theirs[1].is_long)
    far = brief and ours[1].days_apart(theirs[1]) > MONTH
    if not far and not are_periods(ours[1], theirs[1]):
        return None
    return ours[0].text, theirs[0].text


def find_other_purposes(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return what two sums of money are for, where it is not alike: spent on schools, what a flood cost."""
    ours, theirs = _find_purpose(a, x), _find_purpose(b, y)
    first, second = _list_telling(ours), _list_telling(theirs)
    if not first or not second or find_affinity(first, second) >= SAME_PURPOSE:
        return None
    return ours, theirs


def is_later_count(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether one amount counts on from the other: 1,150 by 12 March, 1,412 by the end of May.

    At least one of the two must be a count up to some day; the other is one of the day of its text.
    """
    if x.unit != y.unit or not x.unit or find_unit(x.unit) or is_currency(x.unit):
        return False
    first, second = _find_count_end(a), _find_count_end(b)
    if first is None and second is None:
        return False
    one, other = first or read_stretch(a.published), second or read_stretch(b.published)
    if one is None or other is None or one.meets(other):
        return False
    return (one.days_before(other) > 0) == (x.value < y.value)


def _tells_each(claim: Claim, quantity: Quantity) -> bool:
    before, behind = claim.text[: quantity.start - claim.start], claim.text[quantity.end - claim.start :]
    return EACH_BEHIND.match(behind) is not None or EACH_BEFORE.search(before) is not None


def _find_count_end(claim: Claim) -> Stretch | None:
    """Return the day up to which a claim counts: "by May", "so far"."""
    plain = dict(find_stretches(claim))
    ends = [plain[reference] for reference, bound in find_bounds(claim) if bound.first == EVER]
    if ends or claim.modality != "asserted":
        return ends[0] if len(ends) == 1 and claim.modality == "asserted" else None
    return read_stretch(claim.published) if SO_FAR.search(claim.text) else None


def find_own_date(claim: Claim, quantity: Quantity) -> Dated | None:
    """Return the date that is told behind an amount, before the next one; else the last before it, or the only one.

    A date behind an amount that is told for comparison is that one's: "5 million, after 8 million in 2015".
    """
    told = find_stretches(claim) or _find_surveys(claim, quantity)
    dates = [
        dated
        for dated in told
        if (quantity.role == "former" or not _is_of_former(claim, dated)) and not _is_goal(claim, dated)
    ]
    following = min((item.start for item in claim.quantities if item.start > quantity.start), default=claim.end)
    behind = [dated for dated in dates if quantity.start < dated[0].start < following]
    before = [dated for dated in dates if dated[0].start < quantity.start]
    return next(iter(behind or before[-1:] or dates[:1]), None)


def _is_goal(claim: Claim, dated: Dated) -> bool:
    """Tell whether a date is only where something is moved to: "postponed to May"."""
    return GOAL.search(claim.text[: dated[0].start - claim.start]) is not None


def _may_change(unit: str) -> bool:
    """Tell whether amounts of a unit go up and down, as prices and shares do; counts of things are told over time."""
    amount = unit.partition(PER)[0]
    return amount == POINT or is_currency(amount) or find_unit(amount) is not None


def _reach_up_to(a: Claim, begun: DateRef, b: Claim, end: DateRef) -> bool:
    """Tell whether one date begins a time that the other ends: "since 2018", "by mid-2024"."""
    opened, closed = dict(find_bounds(a)).get(begun), dict(find_bounds(b)).get(end)
    if opened is None or closed is None:
        return False
    return opened.last == ALWAYS and closed.first == EVER and opened.meets(closed)


def _find_surveys(claim: Claim, quantity: Quantity) -> tuple[Dated, ...]:
    """Return the years and months of a survey, which are those of what it found: "a poll in 2019 found that".

    A day is when it was published.
    """
    words = claim.attributed_to.name.lower().split() if claim.attributed_to else []
    surveys = read_lexicon("comparing")["surveys"]["words"]
    # A share of those asked is a survey's, also where nobody is named.
    found = quantity.role == "share" if not words else any(find_base_forms(word) & set(surveys) for word in words)
    return tuple(dated for dated in find_stretches(claim, "statement") if not dated[1].is_day) if found else ()


def _is_of_former(claim: Claim, dated: Dated) -> bool:
    before = [item for item in claim.quantities if item.start < dated[0].start]
    return bool(before) and max(before, key=lambda item: item.start).role == "former"


def _find_purpose(claim: Claim, quantity: Quantity) -> str:
    """Return the words for what money is for: what it is spent on, or what costs it; nothing where they do not tell."""
    lexicon = read_lexicon("comparing")["purposes"]
    for predicate in claim.predicates:
        holding = [item for item in predicate.arguments if item.start <= quantity.start < item.end]
        if not holding:
            continue
        others = [item for item in predicate.arguments if item not in holding]
        if predicate.lemma in lexicon["costing"]:
            return next((item.text for item in others if item.role.startswith(SUBJECT)), "")
        if predicate.lemma not in lexicon["spending"]:
            return ""
        # The parse hangs "on schools" on the verb or on the sum.
        inside = holding[0].text[quantity.end - holding[0].start :].split()
        if inside and inside[0].lower() in lexicon["markers"]:
            return " ".join(inside[1:])
        return next((i.text for i in others if i.role.startswith(OBLIQUE) and i.marker in lexicon["markers"]), "")
    return ""


def _list_telling(text: str) -> list[Word]:
    return [word for word in read_words(text, "") if is_telling(word)]


def _find_kinds(quantity: Quantity) -> frozenset[str]:
    words = f"{quantity.measure or ''} {quantity.text}".lower().split()
    return frozenset(kind for word in words for kind in find_base_forms(word) & _kinds())


@cache
def _kinds() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["kinds"]["words"])
