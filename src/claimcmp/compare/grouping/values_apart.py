"""Tells which voices of a group give values of one thing that do not meet, judged as a pair or not."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from claimcmp.compare.features.figures.amounts import find_ratio, is_beyond, meet
from claimcmp.compare.features.figures.numbers import compare_quantities
from claimcmp.compare.grouping.spreads import BY_AMOUNTS, WIDEST, Held, gather_values
from claimcmp.records import Claim, Pair, Quantity, Voice


def find_values_apart(
    claims: Sequence[Claim], voices: Iterable[Voice], pairs: Sequence[Pair]
) -> frozenset[frozenset[str]]:
    """Return the names of every two voices that give values of one thing of which none may be one of the other.

    Where one pair finds that 9 and 25 minutes differ, whoever else gives 9 differs from whoever else gives 25.
    """
    values = list(gather_values(claims, voices, pairs))
    place = {(claim.id, quantity.start): number for number, held in enumerate(values) for _, claim, quantity in held}
    given = {claim.id: [q for q in claim.quantities if (claim.id, q.start) in place] for claim in claims}
    together = [(held, held) for held in values]
    for pair in pairs:
        if pair.independent and pair.relation == "differ-in-number" and pair.rule in BY_AMOUNTS:
            found = compare_quantities(given[pair.a], given[pair.b])
            if found.state == "conflict" and found.a and found.b:
                one, other = place[pair.a, found.a.start], place[pair.b, found.b.start]
                together.append((values[one], values[other]))
    return frozenset(sides for one, other in together for sides in _find_apart(one, other))


def _find_apart(one: Iterable[Held], other: Iterable[Held]) -> Iterable[frozenset[str]]:
    by_voice: dict[str, list[Quantity]] = {}
    for voice, _, quantity in {id(item[2]): item for item in (*one, *other)}.values():
        by_voice.setdefault(voice, []).append(quantity)
    for ours, theirs in combinations(by_voice, 2):
        if not any(_may_be_one(x, y) for x in by_voice[ours] for y in by_voice[theirs]):
            yield frozenset((ours, theirs))


def _may_be_one(x: Quantity, y: Quantity) -> bool:
    """Tell whether two amounts meet, one is a bound that the other keeps, or they are hardly of one thing."""
    return meet(x, y) or is_beyond(x, y) or is_beyond(y, x) or find_ratio(x, y) * WIDEST < 1
