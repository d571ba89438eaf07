"""Picks the pairs of claims that are worth looking at, without comparing everything with everything.

Claims of one topic meet in blocks: one for each word (a predicate, a part of a name), for each actor, for each
dimension in which something is measured, for each axis of opposites and for each on which something is judged. A word
also leads to the blocks of the words that are near to it. A claim visits its blocks from the most telling to the least,
until it has seen enough, and keeps the claims that it met most often; so the number of pairs grows with the number of
claims and not with its square.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcmp.compare.features.polarity.axes import find_places
from claimcmp.compare.features.polarity.axis_table import ENDS
from claimcmp.compare.features.polarity.questions import find_questions
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.records import Claim
from claimcmp.units import to_canonical

# Claims that meet in one block only have one word in common, or a unit.
FEWEST_MEETINGS = 2
MOST_PARTNERS = 30
# Guests are sent to those only that they share most with: with 10 as much is found on the development golds as with 30.
MOST_HOSTS = 10
MOST_VISITS = 2000
# Two judgements on one axis are met for themselves, and tell as much as a rare word.
JUDGEMENT = 3.0

Block = tuple[float, int, Sequence[int]]
"""How telling it is to meet in it, how many meetings that counts for, and the claims in it by number."""


def find_candidates(
    claims: Sequence[Claim], voices: Mapping[str, str], vocabulary: Vocabulary
) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of claims of one topic from different voices that may be on one matter, in a fixed order.

    ``voices`` gives the voice of each document: copies of one text never confirm each other.
    """
    ordered = sorted(claims, key=_position)
    spoken = [voices[claim.document] for claim in ordered]
    blocks = _Blocks(ordered, vocabulary)
    seen: set[tuple[int, int]] = set()
    for number, claim in enumerate(ordered):
        for partner in _choose_partners(number, spoken[number], blocks.visit(claim), spoken)[:MOST_PARTNERS]:
            seen.add((min(number, partner), max(number, partner)))
    for first, second in sorted(seen):
        yield ordered[first], ordered[second]


def find_hosts(
    guests: Iterable[Claim], claims: Sequence[Claim], voices: Mapping[str, str], vocabulary: Vocabulary
) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of a guest and a claim of a topic from different voices that may be on one matter, in a fixed order.

    Of the two, the one that stands first comes first.
    """
    ordered = sorted(claims, key=_position)
    places = [_position(claim) for claim in ordered]
    spoken = [voices[claim.document] for claim in ordered]
    blocks = _Blocks(ordered, vocabulary)
    for guest in sorted(guests, key=_position):
        number = bisect_left(places, _position(guest))
        for host in sorted(_choose_partners(number, voices[guest.document], blocks.visit(guest), spoken)[:MOST_HOSTS]):
            yield (guest, ordered[host]) if number <= host else (ordered[host], guest)


def _position(claim: Claim) -> tuple[str, int, int, str]:
    return claim.document, claim.start, claim.end, claim.id


class _Blocks:
    """Which claims, by number, have a word or one that is near to it; and which measure in a dimension or judge."""

    def __init__(self, claims: Iterable[Claim], vocabulary: Vocabulary):
        self._vocabulary = vocabulary
        self._holders: dict[str, list[int]] = {}
        self._blocks: dict[str, Sequence[int]] = {}
        for number, claim in enumerate(claims):
            keys = [*vocabulary.words_of(claim).keys, *_find_axes(claim), *_find_dimensions(claim), *_find_ends(claim)]
            for key in keys:
                self._holders.setdefault(key, []).append(number)

    def visit(self, claim: Claim) -> Iterator[Block]:
        """Yield the blocks of a claim, the most telling first."""
        words = self._vocabulary.words_of(claim).keys
        weights = [(self._vocabulary.weight(key), key) for key in words]
        for weight, key in sorted(weights, key=lambda item: (-item[0], item[1])):
            if key not in self._blocks:
                near = (self._holders.get(other, ()) for other in (key, *self._vocabulary.near(key)))
                self._blocks[key] = sorted({number for numbers in near for number in numbers})
            yield weight, 1, self._blocks[key]
        for key in _find_axes(claim):
            yield JUDGEMENT, FEWEST_MEETINGS, self._holders.get(key, ())
        for key in [*_find_dimensions(claim), *_find_other_ends(claim)]:
            yield 0.0, 1, self._holders.get(key, ())


def _choose_partners(number: int, voice: str, blocks: Iterable[Block], spoken: Sequence[str]) -> list[int]:
    """Return the claims that share something with one of a voice, the most first; of equals the next in order."""
    meetings: dict[int, int] = {}
    weights: dict[int, float] = {}
    left = MOST_VISITS
    for weight, count, numbers in blocks:
        for other in _take_next(numbers, number, left):
            if spoken[other] != voice:
                meetings[other] = meetings.get(other, 0) + count
                weights[other] = weights.get(other, 0.0) + weight
        left -= len(numbers)
        if left <= 0:
            break
    met = [other for other, number_met in meetings.items() if number_met >= FEWEST_MEETINGS]
    distance = len(spoken)
    return sorted(met, key=lambda other: (-round(weights[other], 6), (other - number) % distance))


def _take_next(numbers: Sequence[int], number: int, most: int) -> Sequence[int]:
    """Return the members of a block, only the next ones in the round where there are too many."""
    if len(numbers) <= most:
        return numbers
    place = bisect_left(numbers, number)
    return [*numbers[place + 1 :], *numbers[:place]][:most]


def _find_axes(claim: Claim) -> list[str]:
    return sorted(f"~{name}" for name in find_questions(claim))


def _find_ends(claim: Claim) -> list[str]:
    """Return a key for each end of an axis of opposites that a claim stands at, affirmed or denied."""
    return sorted({f"^{place.axis.name} {place.end} {place.is_denied}" for place in find_places(claim)})


def _find_other_ends(claim: Claim) -> list[str]:
    """Return the keys of those who say the opposite: "swiftly" meets "slow" there, and "not swiftly"."""
    found: set[str] = set()
    for place in find_places(claim):
        name, end, denied = place.axis.name, place.end, place.is_denied
        found.add(f"^{name} {end} {not denied}")
        found.update(f"^{name} {other} {denied}" for other in ENDS if other != end)
    return sorted(found)


def _find_dimensions(claim: Claim) -> list[str]:
    return sorted({f"#{to_canonical(1.0, quantity.unit)[1]}" for quantity in claim.quantities if quantity.unit})
