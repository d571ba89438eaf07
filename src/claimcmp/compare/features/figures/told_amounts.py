"""Lists the amounts that two claims tell, each in view of the other: of one unknown unit, or as changes in percent."""

import re
from collections.abc import Iterable
from dataclasses import replace

from claimcmp.compare.features.dates.stretches import read_stretch
from claimcmp.compare.features.dates.times import SAME_NEWS, order_by_publication
from claimcmp.compare.features.figures.amounts import meet
from claimcmp.compare.features.figures.bare_counts import find_bare_counts
from claimcmp.compare.features.figures.figure_slots import find_own_date
from claimcmp.compare.features.figures.multiples import find_multiples, tells_change
from claimcmp.compare.features.figures.rejected_figures import list_held
from claimcmp.records import Claim, Quantity
from claimcmp.units import find_namesakes
from claimcmp.words import is_stopword

WHOLE = re.compile(r"(?:^|[,;:]\s*)(?:out\s+)?of\s+(?:the|its|their|all|these|those)\s+$", re.IGNORECASE)
FORMER = "former"
COMPARED = re.compile(
    r"(?:\b(?:up|down) from|\bcompared (?:with|to)|\bagainst|\bversus|,\s*after)\s+(?:about\s+|some\s+|the\s+)?$",
    re.IGNORECASE,
)
NEXT_WORD = re.compile(r"\s+([^\W\d_]{3,})")

Amounts = tuple[Quantity, ...]


def list_amounts(a: Claim, b: Claim) -> tuple[Amounts, Amounts]:
    """Return the amounts of two claims as they can be compared.

    Those without a unit that the same word follows count what it names: "300 quilloks". Where both tell by how much
    something changed, "halved" is by 50 percent. A bare "five were hurt" counts those whom the other counts as hurt.

    What is told for comparison is left out unless it is of the other's time: "7 percent, down from 9"; so is what is
    set aside for another amount: "5 rather than the 3 that they admit". Dollars of no country are those of the other.
    """
    ours, theirs = _find_next_words(a), _find_next_words(b)
    common = set(ours.values()) & set(theirs.values())
    first = _leave_out_earlier(a, _name(a, ours, common), b)
    second = _leave_out_earlier(b, _name(b, theirs, common), a)
    first, second = _add(first, find_bare_counts(a, b)), _add(second, find_bare_counts(b, a))
    first, second = _read_currencies(first, second), _read_currencies(second, first)
    if tells_change(a) and tells_change(b):
        return (*first, *find_multiples(a)), (*second, *find_multiples(b))
    return first, second


def _read_currencies(amounts: Amounts, others: Amounts) -> Amounts:
    """Return amounts with the currency of the others where they may be in it: "$5" beside "5 Canadian dollars"."""
    told = {item.unit for item in others}
    return tuple(
        replace(item, unit=namesakes.pop())
        if item.unit not in told and len(namesakes := set(find_namesakes(item.text, item.unit)) & told) == 1
        else item
        for item in amounts
    )


def _add(amounts: Amounts, counts: Iterable[Quantity]) -> Amounts:
    """Return amounts with counts, each in the place of the amount that it reads anew."""
    added = tuple(counts)
    return (*(item for item in amounts if all(item.start != count.start for count in added)), *added)


def _leave_out_wholes(claim: Claim) -> Amounts:
    """Return the amounts of a claim without what another is taken from: 500 in "of the 500 seats, they won 230"."""
    found = list_held(claim)
    return tuple(
        item
        for item in found
        if not (WHOLE.search(claim.text[: item.start - claim.start]) and any(q.start > item.start for q in found))
    )


def _leave_out_earlier(claim: Claim, amounts: Amounts, other: Claim) -> Amounts:
    """Return amounts without earlier ones beside a current one that only by chance are what the other tells of now."""
    return tuple(item for item in amounts if not _is_past(claim, item, amounts, other))


def _is_past(claim: Claim, item: Quantity, amounts: Amounts, other: Claim) -> bool:
    """Tell whether an amount is only one that a current one is compared with, and the other's like it is of no time."""
    if item.role != FORMER or not COMPARED.search(claim.text[: item.start - claim.start]):
        return False
    if all(q.unit != item.unit or q.role == FORMER for q in amounts):
        return False
    told = [q for q in other.quantities if q.unit == item.unit and meet(item, q)]
    return bool(told) and not any(_are_of_one_time(claim, item, other, q) for q in told)


def _are_of_one_time(claim: Claim, earlier: Quantity, other: Claim, amount: Quantity) -> bool:
    """Tell whether an amount of another claim is of the time of an earlier one, as far as dates or texts say."""
    dated, told = find_own_date(claim, earlier), find_own_date(other, amount)
    if dated is None:
        ordered = order_by_publication(claim, other, days=SAME_NEWS)
        return amount.role == FORMER or (ordered is not None and ordered[0] is other)
    time = told[1] if told else read_stretch(other.published)
    return amount.role == FORMER or (time is not None and dated[1].meets(time))


def _find_next_words(claim: Claim) -> dict[int, str]:
    """Return the words right behind amounts without a unit, by where the amounts start."""
    found = {}
    for quantity in claim.quantities:
        match = None if quantity.unit else NEXT_WORD.match(claim.text[quantity.end - claim.start :])
        if match and not is_stopword(match.group(1)):
            found[quantity.start] = match.group(1).lower()
    return found


def _name(claim: Claim, words: dict[int, str], common: set[str]) -> Amounts:
    return tuple(
        replace(quantity, unit=word) if (word := words.get(quantity.start, "")) in common else quantity
        for quantity in _leave_out_wholes(claim)
    )
