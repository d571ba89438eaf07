"""What reviewers decided, in words."""

from collections.abc import Iterable

from claimcmp.records import Action, Comparison, Decision, Group, StaleDecision
from claimcmp.report.wording import count, list_words

_VERBS: dict[Action, str] = {
    "accept": "accepted it",
    "reject": "rejected it",
    "relabel": "labelled it anew",
    "merge": "put it together",
    "split": "took it apart",
    "note": "noted",
}


def tell_decisions(group: Group) -> list[str]:
    """Return what was decided of a group, a phrase a decision: "Ann labelled it anew (was diverge): same year"."""
    return [tell_decision(decision) for decision in group.decisions]


def tell_decision(decision: Decision) -> str:
    """Return one decision as a phrase."""
    was = f" (was {decision.was})" if decision.was else ""
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.reviewer} {_VERBS[decision.action]}{was}{note}"


def tell_rejected(group: Group) -> str:
    """Return which group is no longer one, and by whom: "sanctions-7fc2181b “easing of sanctions”: Ann rejected it"."""
    return f"{group.id} “{group.matter}”: {'; '.join(tell_decisions(group))}"


def tell_stale(stale: StaleDecision) -> str:
    """Return which decision no longer fits, and why."""
    name = stale.group or stale.topic
    matter = f" “{stale.matter}”" if stale.matter else ""
    return f"{stale.reviewer}'s {stale.action} of {name}{matter} is stale: {stale.reason.rstrip('.')}."


def summarise_review(comparison: Comparison) -> str:
    """Return one line on what reviewers did to a comparison; empty where nobody did."""
    decisions = [d for group in (*comparison.groups, *comparison.rejected) for d in group.decisions]
    if not decisions and not comparison.stale:
        return ""
    reviewers = sorted({decision.reviewer for decision in (*decisions, *comparison.stale)})
    reviewed = sum(_is_decided(group.decisions) for group in (*comparison.groups, *comparison.rejected))
    told = [f"{count(reviewed, 'group')} decided"]
    if comparison.rejected:
        told.append(f"{count(len(comparison.rejected), 'group')} taken apart")
    if conflicts := sum(any(not d.applied for d in group.decisions) for group in comparison.groups):
        told.append(f"{count(conflicts, 'group')} in conflict, left as the program has it")
    if comparison.stale:
        told.append(f"{count(len(comparison.stale), 'stale decision')}")
    return f"Review by {list_words(reviewers)}: {', '.join(told)}."


def _is_decided(decisions: Iterable[Decision]) -> bool:
    return any(decision.action != "note" for decision in decisions)
