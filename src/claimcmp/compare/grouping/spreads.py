"""Gathers what the voices of a group measure alike: the range of the values and their median."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from statistics import median, median_low

from claimcmp.compare.features.figures.amounts import is_beyond, is_range, is_vague, meet
from claimcmp.compare.features.figures.mentioned_figures import is_only_mentioned
from claimcmp.compare.features.figures.numbers import compare_quantities
from claimcmp.compare.rules.attribution import find_doubt
from claimcmp.records import Claim, Measured, Pair, Quantity, Spread, Voice
from claimcmp.units import convert

# Beside levels they are figures of another kind: what it was before, and by how much it moved.
MOVES = frozenset({"former", "change", "difference"})
# Rules that judge a pair by its amounts: those are two values of one thing.
BY_AMOUNTS = frozenset({"same-number", "within-bound", "intervals-apart", "beyond-bound"})
# Rules of pairs whose amounts are no such values: "rose by 5 percent", "fell by 5 percent".
APART = frozenset({"opposite-measures"})
# Rules by which two amounts of one unit are of two things.
OTHER_FIGURES = frozenset({"other-places", "other-periods", "later-count"})
# Values further apart than this are of two things more often than of one.
WIDEST = 10

_Slot = tuple[str, int]
"""A quantity by its claim and its place."""
Held = tuple[str, Claim, Quantity]
"""A quantity with the voice and the claim that give it."""


def find_spreads(claims: Sequence[Claim], voices: Iterable[Voice], pairs: Iterable[Pair]) -> tuple[Spread, ...]:
    """Return a spread for everything that at least two voices measure, in the order of the claims.

    Quantities belong together where a pair is judged by them. A share without a figure has no value, and what a source
    denies, disputes or tells from another that speaks for itself is no value of its own.
    """
    spreads = (_make_spread(held) for held in gather_values(claims, voices, pairs))
    return tuple(spread for spread in spreads if len(spread.values) > 1 and _are_near(spread.low, spread.high))


def gather_values(claims: Sequence[Claim], voices: Iterable[Voice], pairs: Iterable[Pair]) -> Iterator[list[Held]]:
    """Yield for everything that pairs are judged by the amounts that the voices give of it as their own."""
    sources = frozenset(claim.source for claim in claims)
    by_id = {claim.id: claim for claim in claims}
    given = {claim.id: _find_given(claim, sources) for claim in claims}
    quantities = {(claim.id, quantity.start): quantity for claim in claims for quantity in given[claim.id]}
    judged = tuple(pairs)
    apart = {frozenset((pair.a, pair.b)) for pair in judged if pair.rule in APART}
    parents = _join(judged, given)
    slots: dict[_Slot, list[_Slot]] = {}
    # In the order of the claims, so that the first of a slot names it.
    for slot in quantities:
        if slot in parents:
            slots.setdefault(_find(parents, slot), []).append(slot)
    of_claim = {claim: voice.name for voice in voices for claim in voice.claims}
    for held in slots.values():
        if not any(frozenset((one[0], other[0])) in apart for one, other in combinations(held, 2)):
            kept = _select([(of_claim[slot[0]], by_id[slot[0]], quantities[slot]) for slot in held])
            if kept:
                yield kept


def _join(pairs: Sequence[Pair], given: Mapping[str, tuple[Quantity, ...]]) -> dict[_Slot, _Slot]:
    """Join the quantities that pairs are judged by, the surest pairs first, and none with one of another thing.

    What most of the others are not judged by is of another thing: such a pair is none, for it is on no one matter. Of
    claims with several figures a judgement is on those that it names, and tells nothing of the others.
    """
    others = {frozenset((pair.a, pair.b)): pair.reason for pair in pairs if pair.rule in OTHER_FIGURES}
    parents: dict[_Slot, _Slot] = {}
    members: dict[_Slot, list[_Slot]] = {}
    telling = [pair for pair in pairs if pair.independent and pair.rule in BY_AMOUNTS]
    linked = {frozenset((pair.a, pair.b)) for pair in telling}
    for pair in sorted(telling, key=lambda pair: (pair.relation != "agree", -pair.score, pair.a, pair.b)):
        found = compare_quantities(given[pair.a], given[pair.b])
        if not (found.a and found.b and found.state in {"agree", "bounded", "conflict"}):
            continue
        one, other = _find(parents, (pair.a, found.a.start)), _find(parents, (pair.b, found.b.start))
        first, second = members.get(one, [one]), members.get(other, [other])
        slots = [(x, y, frozenset((x[0], y[0]))) for x in first for y in second]
        across = [ends for x, y, ends in slots if _is_told_of((x, y), others.get(ends), given)]
        most = 2 * sum(ends in linked for ends in across) > len(across)
        if one != other and most and others.keys().isdisjoint(across):
            parents[max(one, other)] = min(one, other)
            members[min(one, other)] = first + second
    return parents


def _is_told_of(slots: Iterable[_Slot], reason: str | None, given: Mapping[str, tuple[Quantity, ...]]) -> bool:
    """Tell whether a judgement, if there is one, may be on these figures: it names them, or none of their claims."""
    return reason is None or all(
        item.text in reason or not any(other.text in reason for other in given[claim])
        for claim, start in slots
        for item in given[claim]
        if item.start == start
    )


def _find_given(claim: Claim, sources: frozenset[str]) -> tuple[Quantity, ...]:
    """Return the figures that a claim gives as its source's own, not those that it only names or rejects."""
    held = claim.attributed_to
    if find_doubt(claim) or _is_rejected(claim) or (held and _speaks_itself(held.name, claim.source, sources)):
        return ()
    return tuple(
        item
        for item in claim.quantities
        # What it was before is no value beside levels, but one where the voices tell of that time alone.
        if not is_vague(item) and (item.role == "former" or not is_only_mentioned(claim, item))
    )


def _is_rejected(claim: Claim) -> bool:
    """Tell whether a claim as a whole is denied or doubted: "the club denies that", "it is doubtful that"."""
    cue = claim.polarity_cue
    if claim.polarity != "negated" or cue is None:
        return False
    doubt = claim.modality_cue
    return not claim.start <= cue.start < claim.end or (doubt is not None and doubt.start == cue.start)


def _speaks_itself(name: str, source: str, sources: frozenset[str]) -> bool:
    """Tell whether who is quoted is another of the sources, by any name of a part of words: "the bank", "Bank X"."""
    words = _words(name)
    return bool(words) and any(words <= _words(other) for other in sources if other != source)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - {"the"}


def _are_near(low: float, high: float) -> bool:
    """Tell whether two values may be of one thing, of one sign and of one size."""
    return low == high or (low * high > 0 and max(abs(low), abs(high)) <= WIDEST * min(abs(low), abs(high)))


def _select(held: Sequence[Held]) -> list[Held]:
    """Return what the voices hold themselves: no change beside levels, own figures before others'."""
    levels = [quantity for _, _, quantity in held if quantity.role == "level"]
    if levels:
        # "Two lives were lost" is no change beside "two died".
        held = [item for item in held if item[2].role not in MOVES or any(meet(item[2], level) for level in levels)]
    return _prefer(held, lambda claim: claim.attributed_to is None)


def _prefer(held: Sequence[Held], is_preferred: Callable[[Claim], bool]) -> list[Held]:
    """Leave out what a voice says otherwise than preferred, where it says something as preferred."""
    sure = {voice for voice, claim, _ in held if is_preferred(claim)}
    return [item for item in held if item[0] not in sure or is_preferred(item[1])]


def _find(parents: dict[_Slot, _Slot], slot: _Slot) -> _Slot:
    parents.setdefault(slot, slot)
    while parents[slot] != slot:
        slot = parents[slot]
    return slot


def _make_spread(held: Sequence[Held]) -> Spread:
    unit = held[0][2].unit
    by_voice: dict[str, list[tuple[float, Quantity]]] = {}
    for voice, _, quantity in held:
        value = convert(quantity.value, quantity.unit, unit)
        if value is not None:
            by_voice.setdefault(voice, []).append((value, quantity))
    values = tuple(_measure(voice, said) for voice, said in by_voice.items())
    numbers = [measured.value for measured in values]
    ends = [end for said in by_voice.values() for end in _find_ends(said, unit)]
    return Spread(
        unit=unit,
        of=next((quantity.of for _, _, quantity in held if quantity.of), None),
        low=min(ends),
        high=max(ends),
        median=round(median(numbers), 9),
        values=values,
    )


def _find_ends(said: Sequence[tuple[float, Quantity]], unit: str) -> Iterator[float]:
    """Yield the value of a voice, or both ends where it gives a range: "between 3 and 4 million"."""
    middle = median_low(value for value, _ in said)
    for value, quantity in said:
        if value == middle:
            ends = (quantity.low, quantity.high) if is_range(quantity) else (quantity.value,)
            yield from (round(found, 9) for end in ends if (found := convert(end, quantity.unit, unit)) is not None)


def _measure(voice: str, said: Sequence[tuple[float, Quantity]]) -> Measured:
    # The lower of two: a mean would be a figure that the voice never gave.
    value = round(median_low(value for value, _ in said), 9)
    texts = tuple(dict.fromkeys(quantity.text for _, quantity in said))
    return Measured(voice, value, texts, any(is_beyond(item, item) for one, item in said if round(one, 9) == value))
