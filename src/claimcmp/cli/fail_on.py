"""Conditions on a comparison that make the program exit with 1, for use in scripts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from claimcmp.errors import UsageError
from claimcmp.records import COMPATIBLE, RELATIONS, Comparison, Pair

CONDITION_MET = 1
DIVERGE = "diverge"
"""Stands for every relation that is not compatible."""
_TOPIC = "topic="


@dataclass(frozen=True, slots=True)
class Condition:
    """A relation that must not occur, in one topic or in any."""

    text: str
    """As it was typed."""
    relation: str
    topic: str | None = None

    def can_be_met_by(self, relations: Collection[str]) -> bool:
        """Tell whether a pair of one of these relations may have it."""
        return not COMPATIBLE.issuperset(relations) if self.relation == DIVERGE else self.relation in relations

    def is_met_by(self, pair: Pair) -> bool:
        """Tell whether a pair has the relation; a topic is checked where the pair is taken from."""
        return pair.relation not in COMPATIBLE if self.relation == DIVERGE else pair.relation == self.relation


def parse_condition(text: str) -> Condition:
    """Return what "contradict" or "contradict:topic=prices" asks for."""
    relation, colon, rest = text.partition(":")
    known = (*RELATIONS, DIVERGE)
    if relation not in known:
        from claimcmp.report import unknown_name

        raise UsageError(f"--fail-on: {unknown_name('relation', relation, known)}")
    if (colon and not rest.removeprefix(_TOPIC)) or (rest and not rest.startswith(_TOPIC)):
        raise UsageError(f'--fail-on cannot read "{text}". Write it as {relation}:topic=prices, or {relation} alone.')
    return Condition(text, relation, rest.removeprefix(_TOPIC) or None)


def refuse_idle(conditions: Iterable[Condition], relations: Collection[str]) -> None:
    """Refuse a condition on pairs that the filter by relation leaves out: it could never be met."""
    for condition in conditions:
        if relations and not condition.can_be_met_by(relations):
            asked = " ".join(f"--relation {relation}" for relation in relations)
            raise UsageError(f"--fail-on {condition.text} is never met with {asked}. Leave one of them out.")


def find_met(comparison: Comparison, conditions: Iterable[Condition]) -> list[str]:
    """Return a phrase for every condition that a pair of the comparison meets, with how many do."""
    from claimcmp.report import count
    from claimcmp.sources import find_topic

    met = []
    for condition in conditions:
        topic = find_topic(comparison.topics, condition.topic).id if condition.topic else None
        groups = [group for group in comparison.groups if topic in (None, group.topic)]
        number = sum(condition.is_met_by(pair) for group in groups for pair in group.pairs)
        if number:
            met.append(f"{count(number, 'pair')} for --fail-on {condition.text}")
    return met
