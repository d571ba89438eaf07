"""What the pairs of a group came to, with the pairs of one judgement named together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcmp.records import COMPATIBLE, RELATIONS, Claim, Group, Pair, Relation
from claimcmp.report.arrangement import locate, unique
from claimcmp.report.wording import count, list_words

FEWEST_SUMMED = 2
"""Judgements that are told as one."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One relation with one reason, and all pairs of a group that it holds for."""

    relation: Relation
    rule: str
    reason: str
    who: str
    """The sides: "A / B" for a pair, "A / B and C" for A with each, "A, B and C" for each with each."""
    score: str
    confidence: str
    pairs: int


Name = tuple[str, str]
"""The source of a claim, and what tells it from the others of that source."""


def find_judgements(
    group: Group, claims: Mapping[str, Claim], marks: Mapping[str, str] | None = None
) -> tuple[Judgement, ...]:
    """Return the judgements on a group's independent pairs, differences first, else in the order of the pairs.

    Where a source has several claims in the group, ``marks`` tells them apart, by default their places.
    """
    found: dict[tuple[Relation, str, str], list[Pair]] = {}
    for pair in group.pairs:
        if not pair.independent:
            continue
        found.setdefault((pair.relation, pair.rule, pair.reason), []).append(pair)
    names = _name_claims(group, claims, marks or {})
    judgements = [
        Judgement(
            relation,
            rule,
            reason,
            who=_tell_sides(pairs, names, claims),
            score=_tell_range("score", [pair.score for pair in pairs]),
            confidence=_tell_range("confidence", [pair.confidence for pair in pairs]),
            pairs=len(pairs),
        )
        for (relation, rule, reason), pairs in found.items()
    ]
    return tuple(sorted(judgements, key=_differences_first))


def find_agreements(
    group: Group, claims: Mapping[str, Claim], marks: Mapping[str, str] | None = None
) -> tuple[Judgement, ...]:
    """Return one judgement for each relation in which nothing clashes, of all its independent pairs.

    Several of them are summed up: their reasons are the rules with their numbers, and they have no rule of their own.
    """
    summed = []
    every = find_judgements(group, claims, marks)
    names = _name_claims(group, claims, marks or {})
    for relation in RELATIONS:
        alike = [judgement for judgement in every if judgement.relation == relation]
        if relation not in COMPATIBLE or len(alike) < FEWEST_SUMMED:
            summed += alike if relation in COMPATIBLE else []
            continue
        pairs = [pair for pair in group.pairs if pair.independent and pair.relation == relation]
        rules = Counter(pair.rule for pair in pairs)
        summed.append(
            Judgement(
                relation,
                rule="",
                reason=", ".join(f"{rule} {number}" for rule, number in rules.most_common()),
                who=f"{count(len(pairs), 'pair')} of {_tell_names(names[side] for side in _list_sides(pairs, group))}",
                score=_tell_range("score", [pair.score for pair in pairs]),
                confidence=_tell_range("confidence", [pair.confidence for pair in pairs]),
                pairs=len(pairs),
            )
        )
    return tuple(summed)


def _list_sides(pairs: Iterable[Pair], group: Group) -> list[str]:
    held = {side for pair in pairs for side in (pair.a, pair.b)}
    return [claim for claim in group.claims if claim in held]


def find_marks(claims: Sequence[Claim]) -> dict[str, str]:
    """Return a number for each claim of a source that has several of them, in their order."""
    counts = Counter(claim.source for claim in claims)
    several = [claim.id for claim in claims if counts[claim.source] > 1]
    return {claim: f"[{number}]" for number, claim in enumerate(several, 1)}


def _name_claims(group: Group, claims: Mapping[str, Claim], marks: Mapping[str, str]) -> dict[str, Name]:
    ids = unique([*group.claims, *(side for pair in group.pairs for side in (pair.a, pair.b))])
    counts = Counter(claims[claim].source for claim in ids)
    return {
        claim: (source, marks.get(claim) or locate(claims[claim]) if counts[source] > 1 else "")
        for claim, source in ((claim, claims[claim].source) for claim in ids)
    }


def _tell_sides(pairs: Sequence[Pair], names: Mapping[str, Name], claims: Mapping[str, Claim]) -> str:
    sides = unique(side for pair in pairs for side in (pair.a, pair.b))
    hub = next((side for side in sides if all(side in (pair.a, pair.b) for pair in pairs)), None)
    if hub:
        return f"{_tell_names([names[hub]])} / {_tell_names(names[side] for side in sides if side != hub)}"
    # Claims of one source are never a pair, so a set is whole without them.
    possible = sum(claims[one].source != claims[other].source for one, other in combinations(sides, 2))
    if len({frozenset((pair.a, pair.b)) for pair in pairs}) == possible:
        return _tell_names(names[side] for side in sides)
    partners: dict[str, list[Name]] = {}
    for pair in pairs:
        partners.setdefault(pair.a, []).append(names[pair.b])
    told = [f"{_tell_names([names[side]])} / {_tell_names(others)}" for side, others in partners.items()]
    return ("; " if len(told) < len(pairs) else ", ").join(told)


def _tell_names(names: Iterable[Name]) -> str:
    """Return names as a list, each source once: "A [1, 3] and B"."""
    marks: dict[str, list[str]] = {}
    for source, mark in names:
        marks.setdefault(source, []).append(mark)
    return list_words(f"{source} {', '.join(told)}".replace("], [", ", ").strip() for source, told in marks.items())


def _tell_range(name: str, values: Iterable[float]) -> str:
    ordered = sorted(values)
    lowest, highest = f"{ordered[0]:.2f}", f"{ordered[-1]:.2f}"
    return f"{name} {lowest}" if lowest == highest else f"{name}s {lowest}–{highest}"


def _differences_first(judgement: Judgement) -> tuple[bool, int]:
    return judgement.relation in COMPATIBLE, RELATIONS.index(judgement.relation)
