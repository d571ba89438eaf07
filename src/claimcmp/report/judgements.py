"""What the pairs of a group came to, with the pairs of one judgement named together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcmp.records import COMPATIBLE, RELATIONS, Claim, Group, Pair, Relation
from claimcmp.report.arrangement import locate, unique
from claimcmp.report.wording import list_words


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


def find_judgements(group: Group, claims: Mapping[str, Claim]) -> tuple[Judgement, ...]:
    """Return the judgements on a group's independent pairs, differences first, else in the order of the pairs."""
    found: dict[tuple[Relation, str, str], list[Pair]] = {}
    for pair in group.pairs:
        if not pair.independent:
            continue
        found.setdefault((pair.relation, pair.rule, pair.reason), []).append(pair)
    names = _name_claims(group, claims)
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


def _name_claims(group: Group, claims: Mapping[str, Claim]) -> dict[str, str]:
    """Return the source of each claim, with the place where a source has several claims in the group."""
    ids = unique([*group.claims, *(side for pair in group.pairs for side in (pair.a, pair.b))])
    sources = [claims[claim].source for claim in ids]
    return {
        claim: source if sources.count(source) == 1 else f"{source} {locate(claims[claim])}"
        for claim, source in zip(ids, sources, strict=True)
    }


def _tell_sides(pairs: Sequence[Pair], names: Mapping[str, str], claims: Mapping[str, Claim]) -> str:
    sides = unique(side for pair in pairs for side in (pair.a, pair.b))
    hub = next((side for side in sides if all(side in (pair.a, pair.b) for pair in pairs)), None)
    if hub:
        return f"{names[hub]} / {list_words(names[side] for side in sides if side != hub)}"
    # Claims of one source are never a pair, so a set is whole without them.
    possible = sum(claims[one].source != claims[other].source for one, other in combinations(sides, 2))
    if len({frozenset((pair.a, pair.b)) for pair in pairs}) == possible:
        return list_words(names[side] for side in sides)
    return ", ".join(f"{names[pair.a]} / {names[pair.b]}" for pair in pairs)


def _tell_range(name: str, values: Iterable[float]) -> str:
    ordered = sorted(values)
    lowest, highest = f"{ordered[0]:.2f}", f"{ordered[-1]:.2f}"
    return f"{name} {lowest}" if lowest == highest else f"{name}s {lowest}–{highest}"


def _differences_first(judgement: Judgement) -> tuple[bool, int]:
    return judgement.relation in COMPATIBLE, RELATIONS.index(judgement.relation)
