"""Sums up what the voices of a group say: verdict, majority and outliers."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from claimcmp.records import COMPATIBLE, Consensus, Outlier, Pair, Relation, Verdict, Voice

DIFFERENCES: Mapping[Relation, str] = {
    "contradict": "content",
    "differ-in-number": "number",
    "differ-in-date": "date",
    "differ-in-certainty": "certainty",
    "differ-in-attribution": "attribution",
}


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


def find_consensus(voices: Sequence[Voice], pairs: Iterable[Pair]) -> Consensus | None:
    """Return the majority of voices between which nothing diverges, and who differs from it in what.

    Voices that no judged pair joins are not together: two that differ from a third need not agree.

    The voice that differs from most others leaves first, of equals the one that has the fewest beside it, and comes
    back if all that it differs from have left too. Null for a single voice, and where the voices that stay are no more
    than half: two that differ have no outlier.
    """
    of_claim = {claim: voice.name for voice in voices for claim in voice.claims}
    between: dict[frozenset[str], set[Relation]] = {}
    for pair in pairs:
        sides = frozenset((of_claim[pair.a], of_claim[pair.b]))
        if pair.independent and len(sides) > 1:
            between.setdefault(sides, set()).add(pair.relation)
    staying = [voice.name for voice in voices]
    while worst := _find_worst(staying, between):
        staying.remove(worst)
    for name in (voice.name for voice in voices if voice.name not in staying):
        if not _differ(name, staying, between):
            staying.append(name)
    staying = [voice.name for voice in voices if voice.name in staying]
    together = _join(staying, between)
    if len(voices) < 2 or 2 * len(together) <= len(voices):
        return None
    agree = all("agree" in between.get(frozenset(sides), ()) for sides in _neighbours(together, between))
    outliers = (Outlier(voice.name, _differ(voice.name, together, between)) for voice in voices)
    return Consensus(
        together=together,
        agree=agree and len(together) > 1,
        outliers=tuple(outlier for outlier in outliers if outlier.differs_in),
    )


def _find_worst(names: Sequence[str], between: Mapping[frozenset[str], set[Relation]]) -> str | None:
    """Return the name that diverges from most others; None where none diverges."""
    counts = {name: [0, 0] for name in names}
    for sides in combinations(names, 2):
        found = between.get(frozenset(sides), set())
        for name in sides:
            counts[name][0] += not found <= COMPATIBLE
            counts[name][1] -= bool(found) and found <= COMPATIBLE
    most = max(counts.values(), default=[0, 0])
    return [name for name in names if counts[name] == most][-1] if most[0] else None


def _join(names: Sequence[str], between: Mapping[frozenset[str], set[Relation]]) -> tuple[str, ...]:
    """Return the most names that judged pairs join, directly or through others; the first of equals."""
    left = list(names)
    found: list[tuple[str, ...]] = [()]
    while left:
        joined = {left[0]}
        while more := {n for n in left if n not in joined and any(frozenset((n, o)) in between for o in joined)}:
            joined |= more
        found.append(tuple(name for name in left if name in joined))
        left = [name for name in left if name not in joined]
    return max(found, key=len)


def _neighbours(names: Sequence[str], between: Mapping[frozenset[str], set[Relation]]) -> Iterable[tuple[str, ...]]:
    return (sides for sides in combinations(names, 2) if frozenset(sides) in between)


def _differ(name: str, others: Iterable[str], between: Mapping[frozenset[str], set[Relation]]) -> tuple[str, ...]:
    found = {relation for other in others for relation in between.get(frozenset((name, other)), ())}
    return tuple(sorted(DIFFERENCES[relation] for relation in found - COMPATIBLE))
