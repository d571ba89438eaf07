"""What reviewers did to a comparison, in words."""

from collections.abc import Iterable

from claimcmp.records import Comparison, Decision, Group, StaleDecision
from claimcmp.report.standing import tell_decisions
from claimcmp.report.wording import count, list_words


def tell_rejected(group: Group) -> str:
    """Return which group is no longer one, and by whom: "fares-7fc2181b “The fare rose”: Ann: reject"."""
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
    reviewers = sorted({d.reviewer for d in decisions} | {stale.reviewer for stale in comparison.stale})
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
