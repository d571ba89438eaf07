"""Tells of which kind an amount is: what something cost or a fine, room for people or people there, so much more."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.figures.numbers import have_other_measures, measure_alike
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, is_telling, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.units import PER, is_currency
from claimcmp.words import find_base_forms

# Below this cosine two sums of money that no word joins are hardly of one thing.
ONE_MATTER = 0.4
CHANGE = "change"
# "300 million in aid", "5 million as compensation".
BEHIND = re.compile(r"\s+(?:in|as|of|worth of)\s+((?:[\w-]+\s+){0,2}[\w-]+)")
MORE_BEFORE = re.compile(r"\b(?:another|(?:a|some)\s+(?:further|additional))\s+$", re.IGNORECASE)
MORE_WITHIN = re.compile(r"\b(?:another|further|additional)\b|(?<!\bor )\bmore$", re.IGNORECASE)
TOO_MANY = re.compile(r"\s+too\s+(?:many|few|much)\b", re.IGNORECASE)
CAN = re.compile(r"\b(?:can|could|able\s+to|designed\s+to|built\s+to)\s+(?:only\s+|still\s+)?$", re.IGNORECASE)
FOR = "for"
PERIODIC = frozenset({"annual", "yearly", "monthly", "weekly", "daily"})
# What stands for the thing itself, which is then told elsewhere: "later reduced this to 5 million".
STANDING_FOR = re.compile(r"(?:this|that|these|those|the (?:sum|amount|figure|total|number))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sum:
    """What a sum of money is, as the word that says so, and the kinds that this word stands for."""

    word: str
    kinds: frozenset[str]


def find_other_sums(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the words by which two sums of money are of two kinds: a cost and a fine, a fund and a debt."""
    ours, theirs = _find_sum(a, x), _find_sum(b, y)
    if ours is None or theirs is None:
        return None
    steady = [any(word in PERIODIC for word in (item.measure or "").split()) or PER in item.unit for item in (x, y)]
    if ours.kinds.isdisjoint(theirs.kinds) or (steady[0] != steady[1] and not measure_alike(x, y)):
        return ours.word, theirs.word
    return None


def have_no_common_thing(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether two sums of money have nothing but their unit in common: no word, and nothing like one."""
    if not (_is_money(x) and _is_money(y)) or measure_alike(x, y):
        return False
    ours, theirs = _find_sum(a, x), _find_sum(b, y)
    if ours and theirs:
        # Words for one kind of sum are what is common.
        return False
    if any(
        STANDING_FOR.fullmatch(item.text)
        for claim in (a, b)
        for predicate in claim.predicates
        for item in predicate.arguments
    ):
        return False
    return have_nothing_in_common(a, b)


def have_nothing_in_common(a: Claim, b: Claim) -> bool:
    """Tell whether no word outside of the amounts of two claims is one, or like one, of the other."""
    return find_affinity(_list_beside_figures(a), _list_beside_figures(b)) < ONE_MATTER


def find_other_changes(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether two changes are of measures that are not alike: sales that rose, complaints that fell."""
    if x.role != CHANGE or y.role != CHANGE or measure_alike(x, y):
        return False
    # Where only the verb is known, it is open what rose or fell.
    if any(item.measure in {verb.lemma for verb in claim.predicates} for claim, item in ((a, x), (b, y))):
        return False
    return have_other_measures(x, y)


def find_capacity(a: Claim, x: Quantity, b: Claim, y: Quantity) -> str:
    """Return the word by which one amount alone is how many there is room for: "can carry 200 passengers"."""
    for (claim, room), (other, there) in (((a, x), (b, y)), ((b, y), (a, x))):
        if is_counted(room) and (word := _find_room(claim, room)) and not _may_be_room(other, there):
            return word
    return ""


def find_increment(a: Claim, x: Quantity, b: Claim, y: Quantity) -> str:
    """Return the word by which one amount alone comes on top of others: "another 30 members", "a further 2 million"."""
    found = [_find_more(claim, amount) for claim, amount in ((a, x), (b, y))]
    return "" if all(found) else found[0] or found[1]


def is_counted(quantity: Quantity) -> bool:
    """Tell whether an amount is a number of things or persons."""
    return bool(quantity.unit) and PER not in quantity.unit and not _is_money(quantity) and quantity.role == "level"


def _find_more(claim: Claim, quantity: Quantity) -> str:
    match = (
        MORE_WITHIN.search(quantity.text)
        or MORE_BEFORE.search(claim.text[: quantity.start - claim.start])
        or TOO_MANY.match(claim.text[quantity.end - claim.start :])
    )
    return match.group().strip() if match else ""


def _is_money(quantity: Quantity) -> bool:
    return is_currency(quantity.unit.partition(PER)[0])


def _find_sum(claim: Claim, quantity: Quantity) -> _Sum | None:
    """Return what a sum is by the words nearest to it that tell: behind it, its measure, who has it, where it goes."""
    if not _is_money(quantity):
        return None
    for text in _list_telling(claim, quantity):
        words = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if find_base_forms(word) & _sums().keys()]
        kinds = frozenset(kind for word in words for form in find_base_forms(word) for kind in _sums().get(form, ()))
        if kinds:
            return _Sum(" ".join(words), kinds)
    return None


def _list_telling(claim: Claim, quantity: Quantity) -> Iterator[str]:
    behind = BEHIND.match(claim.text[quantity.end - claim.start :])
    if behind:
        yield behind.group(1)
    yield f"{quantity.measure or ''} {quantity.of or ''}"
    for predicate in claim.predicates:
        if any(item.start <= quantity.start < item.end for item in predicate.arguments):
            for item in predicate.arguments:
                if item.marker in read_lexicon("comparing")["sums"]["goals"] and item.end <= claim.end:
                    yield item.text
    yield quantity.owner or ""


def _find_room(claim: Claim, quantity: Quantity) -> str:
    """Return the word that makes an amount surely one that there is room for."""
    words = read_lexicon("comparing")["capacity"]
    if room := find_base_forms_of(quantity) & set(words["nouns"]):
        return min(room)
    for predicate in claim.predicates:
        for item in predicate.arguments:
            if not item.start <= quantity.start < item.end:
                continue
            before = claim.text[: max(0, predicate.start - claim.start)]
            able = CAN.search(before) is not None or CAN.match(f"{predicate.text} ") is not None
            if predicate.lemma in words["verbs"] and able:
                return predicate.text
            if predicate.lemma in words["licensing"] and item.marker == FOR:
                return predicate.text
    return "seats" if find_base_forms_of(quantity) & set(words["sure"]) else ""


def _may_be_room(claim: Claim, quantity: Quantity) -> bool:
    words = read_lexicon("comparing")["capacity"]
    told = find_base_forms_of(quantity)
    if told & {*words["nouns"], *words["verbs"], *words["licensing"], *words["sure"]}:
        return True
    return any(predicate.lemma in {*words["verbs"], *words["licensing"]} for predicate in claim.predicates)


def find_base_forms_of(quantity: Quantity) -> frozenset[str]:
    """Return the base forms of the words for what an amount measures."""
    return frozenset(form for word in (quantity.measure or "").split() for form in find_base_forms(word))


def _list_beside_figures(claim: Claim) -> list[Word]:
    """Return the telling words of a claim that are in no amount."""
    within = [(item.start - claim.start, item.end - claim.start) for item in claim.quantities]
    words = read_statement(claim)
    return [w for w in words if is_telling(w) and not any(start <= w.start < end for start, end in within)]


@cache
def _sums() -> Mapping[str, frozenset[str]]:
    """Return the kinds of sums that each word may stand for."""
    kinds = read_lexicon("comparing")["sums"]["kinds"]
    words = {word for listed in kinds.values() for word in listed}
    return {word: frozenset(kind for kind, listed in kinds.items() if word in listed) for word in words}
