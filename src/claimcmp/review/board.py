"""The groups while decisions of reviewers are applied to them."""

from collections.abc import Iterable
from dataclasses import replace

from claimcmp.compare.grouping.groups import sort_groups
from claimcmp.records import Claim, Comparison, Decision, Group, StaleDecision
from claimcmp.review.entries import find_quotes, order_reviewer
from claimcmp.review.found_decisions import FoundDecision, tell_lost
from claimcmp.review.regrouping import Regrouping

_NO_EFFECT = "no effect on the verdict, for one of them is a copy or both are one voice"


class _Stale(Exception):  # noqa: N818 - no error: it carries why a decision no longer fits
    """Raised where a decision has nothing to be applied to."""


class Board:
    """The groups while decisions are applied to them."""

    def __init__(self, comparison: Comparison, regrouping: Regrouping):
        self._groups = list(comparison.groups)
        self._rejected = list(comparison.rejected)
        self._stale = list(comparison.stale)
        self._regrouping = regrouping
        self._touched: set[str] = set()

    def take(self, found: FoundDecision, known: set[str]) -> None:
        """Apply a decision, or note why it does not fit."""
        entry = found.entry
        try:
            if entry.topic not in known:
                raise _Stale(f'there is no topic "{entry.topic}" any more')
            if not entry.claims:
                raise _Stale("it names no quotes")
            if found.rivals:
                self._show_conflict(found)
            else:
                self._apply(found)
        except _Stale as stale:
            self._stale.append(
                StaleDecision(found.reviewer, entry.action, entry.topic, entry.group, entry.matter, f"{stale}")
            )

    def finish(self, comparison: Comparison, claims: Iterable[Claim]) -> Comparison:
        """Return the comparison with the groups as they are now."""
        by_id = {claim.id: claim for claim in claims}
        self._groups = [_sort_decisions(group) for group in self._groups]
        groups: list[Group] = []
        for topic in dict.fromkeys([*(topic.id for topic in comparison.topics), *(g.topic for g in self._groups)]):
            held = [group for group in self._groups if group.topic == topic]
            groups += sort_groups(held, by_id) if topic in self._touched else held
        grouped = {claim for group in groups for claim in group.claims}
        return replace(
            comparison,
            groups=tuple(groups),
            unmatched=tuple(claim.id for claim in comparison.claims if claim.id not in grouped),
            rejected=tuple(map(_sort_decisions, self._rejected)),
            stale=tuple(self._stale),
        )

    def _apply(self, found: FoundDecision) -> None:
        entry, group = found.entry, self._find_group(found)
        decision = Decision(found.reviewer, entry.action, note=entry.note)
        match entry.action:
            case "merge":
                self._merge(group, found, decision)
            case "split":
                self._split(group, found, decision)
            case "reject":
                self._reject(group, replace(decision, was=group.verdict))
            case "relabel":
                self._relabel(group, found, decision)
            case "accept":
                self._accept(group, found, decision)
            case "note":
                self._replace(group, _decide(group, decision))

    def _merge(self, group: Group, found: FoundDecision, decision: Decision) -> None:
        other = self._find_holder(found.entry.topic, found.others)
        if other is None:
            raise _Stale(tell_lost(found) or "the group that it was merged with is there no more")
        if other is group:
            self._replace(group, _decide(group, decision))
            return
        joined = self._regrouping.join(group, other)
        was = f"apart: {group.matter} ({group.verdict}) / {other.matter} ({other.verdict})"
        self._replace(group, _decide(joined, replace(decision, was=was)))
        self._groups.remove(other)

    def _split(self, group: Group, found: FoundDecision, decision: Decision) -> None:
        leaving = found.quotes & set(group.claims)
        if leaving == set(group.claims) or not leaving:
            # The program has since come to keep apart what the reviewer wanted apart.
            self._replace(group, _decide(group, decision))
            return
        parts = self._regrouping.divide(group, frozenset(leaving))
        decision = replace(decision, was=f"one group of {len(group.claims)} claims, {group.verdict}")
        if not parts:
            self._reject(group, decision)
            return
        self._replace(group, *(_decide(part, decision) for part in parts))

    def _reject(self, group: Group, decision: Decision) -> None:
        self._replace(group)
        self._rejected.append(_decide(group, decision))

    def _relabel(self, group: Group, found: FoundDecision, decision: Decision) -> None:
        entry, changed = found.entry, group
        was: list[str] = []
        told = [entry.note] if entry.note else []
        if entry.relation is not None:
            between = found.quotes & set(group.claims)
            if len(between) < 2:
                raise _Stale(tell_lost(found) or "its claims are in one group no more")
            changed = self._regrouping.relate(group, frozenset(between), entry.relation, found.reviewer)
            if changed.verdict != group.verdict:
                was.append(group.verdict)
            told.insert(0, f"{entry.relation} between {len(between)} claims")
            if not any(pair.independent for pair in changed.pairs if {pair.a, pair.b} <= between):
                told.append(_NO_EFFECT)
        if entry.name:
            was += [group.matter] if group.matter != entry.name else []
            changed = replace(changed, matter=entry.name)
        self._replace(group, _decide(changed, replace(decision, was="; ".join(was), note="; ".join(told))))

    def _accept(self, group: Group, found: FoundDecision, decision: Decision) -> None:
        if found.lost or not found.claims <= set(group.claims):
            raise _Stale(tell_lost(found) or "its claims are in one group no more")
        if group.verdict != found.entry.verdict:
            raise _Stale(f"the verdict was {found.entry.verdict} and is now {group.verdict}")
        new = len(group.claims) - len(found.claims)
        grown = f"{new} {'claim is' if new == 1 else 'claims are'} new since" if new else ""
        note = "; ".join(part for part in (decision.note, grown) if part)
        self._replace(group, _decide(group, replace(decision, note=note)))

    def _show_conflict(self, found: FoundDecision) -> None:
        rivals = "; ".join(found.rivals)
        note = "; ".join(part for part in (found.entry.note, f"not applied, for it excludes {rivals}") if part)
        group = self._find_group(found)
        self._replace(group, _decide(group, Decision(found.reviewer, found.entry.action, note=note, applied=False)))

    def _find_group(self, found: FoundDecision) -> Group:
        """Return the group that holds most of the claims of a decision; stale where most of these are gone."""
        wanted = found.quotes if found.entry.action == "relabel" else found.claims
        if 2 * len(found.claims) <= len(found.entry.claims) or not wanted:
            raise _Stale(tell_lost(found) or "it names no quotes")
        if found.entry.chosen and len(found.quotes) < len(find_quotes(found.entry)):
            raise _Stale(tell_lost(found))
        group = self._find_holder(found.entry.topic, wanted)
        if group is None:
            raise _Stale("its claims are in one group no more")
        return group

    def _find_holder(self, topic: str, claims: frozenset[str]) -> Group | None:
        """Return the group of the topic that holds most of the claims, more than half; the smallest of equals."""
        held = [group for group in self._groups if group.topic == topic]
        holders = [group for group in held if 2 * len(claims & {*group.claims}) > len(claims)]
        return min(holders, key=lambda group: (-len(claims & {*group.claims}), len(group.claims)), default=None)

    def _replace(self, group: Group, *changed: Group) -> None:
        position = self._groups.index(group)
        self._groups[position : position + 1] = changed
        self._touched.add(group.topic)


def _decide(group: Group, decision: Decision) -> Group:
    return replace(group, decisions=tuple(dict.fromkeys((*group.decisions, decision))))


def _sort_decisions(group: Group) -> Group:
    return replace(group, decisions=tuple(sorted(group.decisions, key=order_reviewer)))
