"""How a comparison is arranged for reading: by topic, by source, by claim."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from claimcmp.errors import ReportError
from claimcmp.records import Claim, Comparison, Group, SelfContradiction, Unjudged

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class TopicView:
    """What a comparison holds on one topic."""

    topic: str
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    unmatched: int
    unjudged: tuple[Unjudged, ...]
    self_contradictions: tuple[SelfContradiction, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that have a claim on the topic."""
        return unique(claim.source for claim in self.claims)

    @property
    def guests(self) -> int:
        """How many claims of its groups are on other topics and only near this one."""
        return len({claim for group in self.groups for claim in group.claims} - {claim.id for claim in self.claims})


def by_topic(comparison: Comparison) -> tuple[TopicView, ...]:
    """Return the views of all topics in the order of the comparison.

    A topic that only a group or an unjudged pair names comes last: nothing is left out for want of a definition.
    """
    claims = _in_buckets((topic, claim) for claim in comparison.claims for topic in claim.topics)
    groups = _in_buckets((group.topic, group) for group in comparison.groups)
    unjudged = _in_buckets((pair.topic, pair) for pair in comparison.unjudged)
    clashes = _in_buckets((found.topic, found) for found in comparison.self_contradictions)
    unmatched = set(comparison.unmatched)
    return tuple(
        TopicView(
            topic=topic,
            claims=tuple(claims.get(topic, ())),
            groups=tuple(groups.get(topic, ())),
            unmatched=sum(claim.id in unmatched for claim in claims.get(topic, ())),
            unjudged=tuple(unjudged.get(topic, ())),
            self_contradictions=tuple(clashes.get(topic, ())),
        )
        for topic in unique([*(topic.id for topic in comparison.topics), *groups, *unjudged, *clashes])
    )


def groups_by_topic(comparison: Comparison) -> tuple[Group, ...]:
    """Return all groups, those of the first topic first."""
    return tuple(group for view in by_topic(comparison) for group in view.groups)


def by_id(comparison: Comparison) -> Mapping[str, Claim]:
    """Return the claims by id; raise where a group or a pair names a claim that is not there."""
    claims = {claim.id: claim for claim in comparison.claims}
    named = [(f"group {group.id}", group.pairs, group.claims) for group in comparison.groups]
    named += [("a self-contradiction", (found.pair,), ()) for found in comparison.self_contradictions]
    for what, pairs, members in named:
        ends = [end for pair in pairs for end in (pair.a, pair.b)]
        missing = [claim for claim in unique([*members, *ends]) if claim not in claims]
        if missing:
            raise ReportError(
                f"{what} names claims that the comparison does not hold: {', '.join(missing)}. "
                "Run the comparison again over the same claims."
            )
    return claims


def sources_of(comparison: Comparison) -> tuple[str, ...]:
    """Return all sources in the order of the documents; a source that only claims name comes last."""
    documents = [document.source for document in comparison.documents]
    return unique([*documents, *(claim.source for claim in comparison.claims)])


def find_alike(groups: Sequence[Group]) -> Mapping[str, tuple[Group, ...]]:
    """Return for each group, by its id, those that have over half of the claims of the smaller one in common with it.

    They are of two topics that share claims: within a topic such groups are one.
    """
    holding: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for claim in group.claims:
            holding.setdefault(claim, []).append(number)
    common = Counter(pair for numbers in holding.values() for pair in combinations(numbers, 2))
    alike: dict[str, list[int]] = {}
    for (one, other), shared in sorted(common.items()):
        if 2 * shared > min(len(groups[one].claims), len(groups[other].claims)):
            alike.setdefault(groups[one].id, []).append(other)
            alike.setdefault(groups[other].id, []).append(one)
    return {name: tuple(groups[number] for number in sorted(numbers)) for name, numbers in alike.items()}


def locate(claim: Claim) -> str:
    """Return where a claim stands, as in "002.txt 6011–6170"."""
    return f"{claim.document} {claim.start}–{claim.end}"


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Return the values without repetitions, in the order of their first appearance."""
    return tuple(dict.fromkeys(values))


def _in_buckets(named: Iterable[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    buckets: dict[str, list[_Value]] = {}
    for name, value in named:
        buckets.setdefault(name, []).append(value)
    return buckets
