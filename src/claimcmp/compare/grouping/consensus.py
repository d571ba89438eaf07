"""Sums up what the voices of a group say: verdict, majority and outliers."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from claimcmp.records import COMPATIBLE, Consensus, Outlier, Pair, Relation, Verdict, Voice

DIFFERENCES: Mapping[Relation, str] = {
    "contradict": "content",
    "differ-in-number": "number",
    "differ-in-date": "date",
    "differ-in-certainty": "certainty",
    "differ-in-attribution": "attribution",
}
# A group with more ways to leave out who is apart has no plain majority.
MOST_SETS = 4096

Sides = frozenset[str]
"""The names of two voices."""


def find_verdict(pairs: Iterable[Pair]) -> Verdict:
    """Return the verdict over the independent pairs; complementary ones decide only where all are."""
    found = {pair.relation for pair in pairs if pair.independent}
    if not found:
        return "single-source"
    if found <= COMPATIBLE:
        return "agree" if "agree" in found else "compatible"
    return "mixed" if "agree" in found else "diverge"


def find_differences(pairs: Iterable[Pair]) -> tuple[str, ...]:
    """Return in what independent pairs diverge, by name."""
    diverging = {pair.relation for pair in pairs if pair.independent} - COMPATIBLE
    return tuple(sorted(DIFFERENCES[relation] for relation in diverging))


def find_consensus(
    voices: Sequence[Voice], pairs: Iterable[Pair], values_apart: Collection[Sides] = ()
) -> Consensus | None:
    """Return the one majority of voices that hold together, and who differs from it in what.

    Two voices are apart where an independent pair of their claims diverges, or where the values that they give of one
    thing do not meet (``values_apart``); else they are at one where a pair agrees. Together are the most voices of
    which no two are apart and which pairs that are at one join, directly or through others. They agree if each judged
    pair of them is at one. An outlier is apart from one of them and at one with none.

    Null for a single voice, where the most are no more than half of all, and where as many others hold together just
    so: a tie names nobody. Where no two voices are apart, all that judged pairs join are together.
    """
    between = _find_between(voices, pairs)
    apart = {sides: set(_name(found)) for sides, found in between.items() if not found <= COMPATIBLE}
    for sides in values_apart:
        apart.setdefault(sides, set()).add(DIFFERENCES["differ-in-number"])
    at_one = {sides for sides, found in between.items() if sides not in apart and "agree" in found}
    names = frozenset(voice.name for voice in voices)
    most = _find_most(names, apart, at_one if apart else between.keys())
    if len(names) < 2 or 2 * len(most) <= len(names):
        return None
    judged = [sides for sides in between if sides <= most]
    differing = {
        voice.name: {kind for name in most for kind in apart.get(frozenset((voice.name, name)), ())}
        for voice in voices
        if not any(frozenset((voice.name, name)) in at_one for name in most)
    }
    return Consensus(
        together=tuple(voice.name for voice in voices if voice.name in most),
        agree=len(most) > 1 and all(sides in at_one for sides in judged),
        outliers=tuple(Outlier(name, tuple(sorted(kinds))) for name, kinds in differing.items() if kinds),
    )


def _find_between(voices: Iterable[Voice], pairs: Iterable[Pair]) -> dict[Sides, set[Relation]]:
    """Return how the independent pairs of claims of every two voices relate."""
    of_claim = {claim: voice.name for voice in voices for claim in voice.claims}
    between: dict[Sides, set[Relation]] = {}
    for pair in pairs:
        sides = frozenset((of_claim[pair.a], of_claim[pair.b]))
        if pair.independent and len(sides) > 1:
            between.setdefault(sides, set()).add(pair.relation)
    return between


def _find_most(names: frozenset[str], apart: Collection[Sides], joining: Collection[Sides]) -> frozenset[str]:
    """Return the most names of which no two are apart and which pairs join; none where two sets are the most."""
    sets = list(islice(_leave_out(names, apart, (len(names) - 1) // 2), MOST_SETS + 1))
    found = {joined for left in sets for joined in _join(left, joining)}
    size = max(map(len, found), default=0)
    largest = [joined for joined in found if len(joined) == size]
    return largest[0] if len(largest) == 1 and len(sets) <= MOST_SETS else frozenset()


def _leave_out(names: frozenset[str], apart: Collection[Sides], spare: int) -> Iterator[frozenset[str]]:
    """Yield the names of which no two are apart, without at most ``spare`` of them."""
    rivals = {name: {other for other in names if frozenset((name, other)) in apart} for name in sorted(names)}
    worst = max(rivals, key=lambda name: len(rivals[name]), default="")
    if not worst or not rivals[worst]:
        yield names
    # Who is left out ends no more quarrels than the worst one has.
    elif sum(map(len, rivals.values())) <= 2 * spare * len(rivals[worst]):
        for out in ({worst}, rivals[worst]):
            if len(out) <= spare:
                yield from _leave_out(names - out, apart, spare - len(out))


def _join(names: frozenset[str], joining: Collection[Sides]) -> Iterator[frozenset[str]]:
    """Yield the names that pairs join, directly or through others, set by set."""
    left = set(names)
    while left:
        joined, new = set[str](), {min(left)}
        while new:
            joined |= new
            left -= new
            new = {name for name in left if any(frozenset((name, other)) in joining for other in new)}
        yield frozenset(joined)


def _name(relations: Iterable[Relation]) -> Iterator[str]:
    return (DIFFERENCES[relation] for relation in relations if relation not in COMPATIBLE)
