"""Gathers what the voices of a group measure alike: the range of the values and their median."""

from collections.abc import Callable, Iterable, Sequence
from statistics import median, median_low

from claimcmp.compare.denials import find_denial
from claimcmp.compare.numbers import compare_quantities
from claimcmp.compare.rules.attribution import find_doubt
from claimcmp.records import Claim, Measured, Pair, Quantity, Spread, Voice
from claimcmp.units import convert

# Beside levels they are figures of another kind: what it was before, and by how much it moved.
MOVES = frozenset({"former", "change", "difference"})
# Rules of pairs whose amounts are no two values of one thing: "rose by 5 percent", "fell by 5 percent".
APART = frozenset({"opposite-measures", "other-bearers"})

_Slot = tuple[str, int]
"""A quantity by its claim and its place."""
_Held = tuple[str, Claim, Quantity]
"""A quantity with the voice and the claim that give it."""


def find_spreads(claims: Sequence[Claim], voices: Iterable[Voice], pairs: Iterable[Pair]) -> tuple[Spread, ...]:
    """Return a spread for everything that at least two voices measure, in the order of the claims.

    Quantities belong together where the comparison of a pair set them against each other.
    """
    by_id = {claim.id: claim for claim in claims}
    quantities = {(claim.id, quantity.start): quantity for claim in claims for quantity in claim.quantities}
    parents: dict[_Slot, _Slot] = {}
    for pair in pairs:
        found = compare_quantities(by_id[pair.a].quantities, by_id[pair.b].quantities)
        if not pair.independent or pair.rule in APART or not found.a or not found.b:
            continue
        if found.state in {"agree", "conflict"}:
            one, other = _find(parents, (pair.a, found.a.start)), _find(parents, (pair.b, found.b.start))
            parents[max(one, other)] = min(one, other)
    slots: dict[_Slot, list[_Slot]] = {}
    # In the order of the claims, so that the first of a slot names it.
    for slot in quantities:
        if slot in parents:
            slots.setdefault(_find(parents, slot), []).append(slot)
    of_claim = {claim: voice.name for voice in voices for claim in voice.claims}
    kept = (
        _select([(of_claim[slot[0]], by_id[slot[0]], quantities[slot]) for slot in held]) for held in slots.values()
    )
    spreads = (_make_spread(held) for held in kept if held)
    return tuple(spread for spread in spreads if len(spread.values) > 1)


def _select(held: Sequence[_Held]) -> list[tuple[str, Quantity]]:
    """Return what the voices hold themselves: nothing denied, no change beside levels, own figures before others'."""
    held = [item for item in held if not find_denial(item[1], item[2])]
    if any(quantity.role == "level" for _, _, quantity in held):
        held = [item for item in held if item[2].role not in MOVES]
    held = _prefer(held, lambda claim: not find_doubt(claim))
    return [(voice, quantity) for voice, _, quantity in _prefer(held, lambda claim: claim.attributed_to is None)]


def _prefer(held: Sequence[_Held], is_preferred: Callable[[Claim], bool]) -> list[_Held]:
    """Leave out what a voice says otherwise than preferred, where it says something as preferred."""
    sure = {voice for voice, claim, _ in held if is_preferred(claim)}
    return [item for item in held if item[0] not in sure or is_preferred(item[1])]


def _find(parents: dict[_Slot, _Slot], slot: _Slot) -> _Slot:
    parents.setdefault(slot, slot)
    while parents[slot] != slot:
        slot = parents[slot]
    return slot


def _make_spread(held: Sequence[tuple[str, Quantity]]) -> Spread:
    unit = held[0][1].unit
    by_voice: dict[str, list[tuple[float, str]]] = {}
    for voice, quantity in held:
        value = convert(quantity.value, quantity.unit, unit)
        if value is not None:
            by_voice.setdefault(voice, []).append((value, quantity.text))
    values = tuple(_measure(voice, said) for voice, said in by_voice.items())
    numbers = [measured.value for measured in values]
    return Spread(
        unit=unit,
        of=next((quantity.of for _, quantity in held if quantity.of), None),
        low=min(numbers),
        high=max(numbers),
        median=round(median(numbers), 9),
        values=values,
    )


def _measure(voice: str, said: Sequence[tuple[float, str]]) -> Measured:
    # The lower of two: a mean would be a figure that the voice never gave.
    value = round(median_low(value for value, _ in said), 9)
    return Measured(voice, value, tuple(dict.fromkeys(text for _, text in said)))
