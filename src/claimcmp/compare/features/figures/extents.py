"""Tells of how much of something a claim speaks: of all traffic, of nearly all, of half of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.figures.amounts import is_vague
from claimcmp.compare.features.figures.parts_of_wholes import PERCENT, find_partitions
from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.statements import find_common, find_wording, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

WHOLE = 100.0
# "83 of 100" is five in six.
SLACK = 0.05
_ROLES = {"nsubj": "agent", "nsubj:pass": "patient", "obj": "patient"}


@dataclass(frozen=True, slots=True)
class Extent:
    """Which part of what is meant, as the least and the largest share, with the words as they are printed."""

    text: str
    of: frozenset[str]
    """The base forms of the noun."""
    low: float
    high: float
    told: bool = True
    """Whether it is told in words and not by a figure: "most of the voters"."""
    role: str = ""
    """What part it takes in what happens: "agent", "patient", or nothing that is known."""

    def meets(self, other: "Extent") -> bool:
        """Tell whether the two may be one share."""
        return self.low <= other.high and other.low <= self.high


@remember
def find_extents(claim: Claim) -> tuple[Extent, ...]:
    """Return the shares that a claim gives, each with its noun."""
    return tuple(_read_extents(claim))


def find_other_extents(a: Claim, b: Claim) -> tuple[Extent, Extent] | None:
    """Return two shares of one whole of which one is told in words, and which cannot be one share."""
    pairs = [
        (x, y) for x in find_extents(a) for y in find_extents(b) if not x.of.isdisjoint(y.of) and (x.told or y.told)
    ]
    return next(iter(pairs), None) if not any(x.meets(y) for x, y in pairs) else None


def are_said_of_one(a: Claim, b: Claim, x: Extent, y: Extent) -> bool:
    """Tell whether two shares of one whole are told by the same words: "most voters", "35 percent of voters backed it".

    "Most of the budget went to schools" and "a tenth of the budget went to roads" are of two parts: beside the whole
    and what happens they have nothing in common.
    """
    first, second = ({form for verb in claim.predicates for form in find_base_forms(verb.text)} for claim in (a, b))
    common = [
        word for word, _ in find_common(read_statement(a), read_statement(b)) if word.forms.isdisjoint(x.of | y.of)
    ]
    happening = first & second
    if (
        WHOLE in (x.low, y.low)
        and x.role == y.role
        and happening.difference(read_lexicon("matching")["light"]["verbs"])
    ):
        # What happened to all happened to those whom the other counts.
        return True
    return any(word.forms.isdisjoint(happening) for word in common)


def _read_extents(claim: Claim) -> Iterator[Extent]:
    text, _ = find_wording(claim)
    places: list[range] = []
    for match in _pattern().finditer(text):
        low, high = _shares()[" ".join(match["share"].lower().split())]
        places.append(range(claim.start + match.start(), claim.start + match.end()))
        role = _find_role(claim, claim.start + match.start())
        yield Extent(match.group(), _find_head(claim, match), low, high, role=role)
    for part, whole in find_partitions(claim):
        if part.unit != PERCENT and whole.unit and 0 < part.value <= whole.value:
            noun, share = find_base_forms(whole.unit.split()[-1]), 100 * part.value / whole.value
            role = _find_role(claim, part.start)
            text = f"{part.text} of {whole.text}"
            yield Extent(text, noun, share * (1 - SLACK), share * (1 + SLACK), told=False, role=role)
    for quantity in claim.quantities:
        told_above = any(quantity.start in place for place in places)
        if quantity.role == "share" and quantity.unit == "percent" and quantity.of and not told_above:
            noun, vague = find_base_forms(quantity.of.split()[-1]), is_vague(quantity)
            role = _find_role(claim, quantity.start)
            yield Extent(f"{quantity.text} of {quantity.of}", noun, quantity.low, quantity.high, vague, role)


def _find_head(claim: Claim, match: re.Match[str]) -> frozenset[str]:
    """Return the base forms of the noun behind a share, of a compound those of its last one: "all trade talks"."""
    start = claim.start + match.start("noun")
    heads = [
        item.head
        for predicate in claim.predicates
        for item in predicate.arguments
        if item.start == claim.start + match.start() and start < item.end
    ]
    compound = heads and heads[0] not in match.group().lower().split() and "of" not in match["share"].lower().split()
    return find_base_forms(heads[0] if compound else match["noun"])


def _find_role(claim: Claim, start: int) -> str:
    holding = [item.role for verb in claim.predicates for item in verb.arguments if item.start <= start < item.end]
    return next((_ROLES[role] for role in holding if role in _ROLES), "")


@cache
def _pattern() -> re.Pattern[str]:
    shares = "|".join(word.replace(" ", r"\s+") for word in sorted(_shares(), key=len, reverse=True))
    noun = r"\s+(?:of\s+)?(?:(?:the|its|their|his|her|our)\s+)?(?:\d[\d,.]*\s+)?(?P<noun>[^\W\d_]+)"
    apart = "".join(rf"(?<!\b{word} )" for word in ("at", "after", "above", "not", "nearly", "almost"))
    return re.compile(rf"{apart}\b(?P<share>{shares}){noun}", re.IGNORECASE)


@cache
def _shares() -> dict[str, tuple[float, float]]:
    table = read_lexicon("comparing")["extents"]["shares"]
    return {word: (float(low), float(high)) for word, (low, high) in table.items()}
