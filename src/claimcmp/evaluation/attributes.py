"""Scores topics, polarity, modality, speakers, amounts and dates, each within an annotated unit."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcmp.evaluation.gold import GoldClaim, GoldUnit
from claimcmp.records import Claim, Figure, Miss, Quantity

DIGITS = re.compile(r"\d[\d.,]*")
WORDS = re.compile(r"\w+")
LIGHT = frozenset({"the", "of", "and", "mr", "dr", "a"})
SAME_VALUE = 1e-6

Scored = tuple[Figure, list[Miss]]
Held = Mapping[str, Sequence[Claim]]


def score_topics(
    units: Iterable[GoldUnit], held: Held, stray: Iterable[Claim], wanted: Collection[str], quotes: Mapping[str, str]
) -> Scored:
    """Score the topics of units, and those of ``stray`` claims, which no unit has; borderline ones do not count."""
    right = extra = missed = 0
    misses = []
    for unit in units:
        if unit.topics is None:
            continue
        given = {topic for claim in held[unit.id] for topic in claim.topics}
        for topic in sorted(set(wanted) - unit.borderline):
            right += topic in unit.topics and topic in given
            if topic in given - unit.topics:
                extra += 1
                misses.append(Miss("topic", f"{topic} too much", (quotes[unit.id],)))
            elif topic in unit.topics - given:
                missed += 1
                misses.append(Miss("topic", f"{topic} missed", (quotes[unit.id],)))
    astray = {(claim.document, claim.start, topic) for claim in stray for topic in claim.topics if topic in wanted}
    return Figure("topic", right, extra + len(astray), missed), misses


@dataclass(frozen=True, slots=True)
class _Attribute:
    """How one attribute is read from an annotation and from a run, and when the two are the same."""

    name: str
    annotated: Callable[[GoldClaim], Iterable[Any] | None]
    """None where the annotation says nothing."""
    found: Callable[[Claim], Iterable[Any]]
    same: Callable[[Any, Any], bool]
    key: Callable[[Any], Hashable] = lambda item: item
    """What of the same unit counts once in a run."""
    once: bool = True
    """Whether what is annotated twice in a unit counts once."""


def score_attributes(units: Sequence[GoldUnit], held: Held, quotes: Mapping[str, str]) -> Iterator[Scored]:
    """Yield the figure of every attribute that is annotated somewhere."""
    for attribute in ATTRIBUTES:
        right = extra = missed = 0
        misses: list[Miss] = []
        annotated = False
        for unit in units:
            told = [attribute.annotated(claim) for claim in unit.claims]
            wanted = [item for items in told if items is not None for item in items]
            if not held[unit.id] or all(items is None for items in told):
                continue
            annotated = True
            wanted = sorted(set(wanted), key=str) if attribute.once else wanted
            found = [item for claim in held[unit.id] for item in attribute.found(claim)]
            have = list({attribute.key(item): item for item in found}.values())
            for item in wanted:
                hit = next((other for other in have if attribute.same(item, other)), None)
                if hit is None:
                    missed += 1
                    misses.append(Miss(attribute.name, f"{item} missed", (quotes[unit.id],)))
                else:
                    have.remove(hit)
                    right += 1
            extra += len(have)
            misses += [Miss(attribute.name, f"{_show(item)} too much", (quotes[unit.id],)) for item in have]
        if annotated:
            yield Figure(attribute.name, right, extra, missed), misses


def _same_name(wanted: str, found: str) -> bool:
    """Tell whether two names share half of the words of the shorter one."""
    mine, its = (set(WORDS.findall(name.lower())) - LIGHT for name in (wanted, found))
    return bool(mine & its) and 2 * len(mine & its) >= min(len(mine), len(its))


def _same_quantity(wanted: str | float, found: Quantity) -> bool:
    """Tell whether an amount is meant: by its value, by a figure of its words, or by all of its words."""
    if isinstance(wanted, float):
        return abs(found.value - wanted) <= SAME_VALUE * max(1.0, abs(wanted))
    if figures := DIGITS.findall(wanted):
        return any(figure.rstrip(".,") in found.text for figure in figures)
    return wanted.lower() in found.text.lower() or found.text.lower() in wanted.lower()


def _same_date(wanted: str, found: str) -> bool:
    """Tell whether a date is meant: as precise as it is annotated, or without its year."""
    without_year = wanted.startswith("--") and found[4:].startswith(wanted[1:])
    return found.startswith(wanted) or wanted.lower() in found.lower() or without_year


def _find_holder(claim: Claim) -> Iterable[str]:
    return (claim.attributed_to.name,) if claim.attributed_to and claim.attributed_to.name else ()


def _list(value: str | None) -> tuple[str, ...] | None:
    return None if value is None else (value,) if value else ()


def _show(item: object) -> str:
    return item.text if isinstance(item, Quantity) else str(item)


ATTRIBUTES = (
    _Attribute("polarity", lambda gold: _list(gold.polarity), lambda claim: (claim.polarity,), str.__eq__),
    _Attribute("modality", lambda gold: _list(gold.modality), lambda claim: (claim.modality,), str.__eq__),
    _Attribute("attribution", lambda gold: _list(gold.attributed_to), _find_holder, _same_name),
    _Attribute(
        "quantity",
        lambda gold: gold.quantities,
        lambda claim: claim.quantities,
        _same_quantity,
        key=lambda quantity: (quantity.text, quantity.value),
        once=False,
    ),
    _Attribute(
        "date", lambda gold: gold.dates, lambda claim: [date.iso or date.text for date in claim.dates], _same_date
    ),
)
