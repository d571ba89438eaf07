"""Finds what the decisions of reviewers are about by now, and which of them exclude each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from claimcmp.records import ReviewEntry
from claimcmp.review.anchors import Anchors, Lost
from claimcmp.review.entries import exclude_each_other, find_quotes


@dataclass(frozen=True, slots=True)
class FoundDecision:
    """A decision with those of its claims that are still there."""

    reviewer: str
    entry: ReviewEntry
    claims: frozenset[str]
    quotes: frozenset[str]
    """Those that it singles out."""
    others: frozenset[str]
    lost: tuple[Lost, ...]
    rivals: tuple[str, ...] = ()
    """What other reviewers decided that excludes it."""


def find_decision(reviewer: str, entry: ReviewEntry, anchors: Anchors) -> FoundDecision:
    """Find the claims of a decision by their quotes."""
    claims = [anchors.find(anchor) for anchor in entry.claims]
    quotes = [anchors.find(anchor) for anchor in find_quotes(entry)]
    others = [anchors.find(anchor) for anchor in entry.others]
    return FoundDecision(
        reviewer,
        entry,
        claims=frozenset(claim for claim in claims if isinstance(claim, str)),
        quotes=frozenset(claim for claim in quotes if isinstance(claim, str)),
        others=frozenset(claim for claim in others if isinstance(claim, str)),
        lost=tuple(claim for claim in (*claims, *others) if isinstance(claim, Lost)),
    )


def mark_rivals(found: Sequence[FoundDecision]) -> list[FoundDecision]:
    """Return the decisions, each with what other reviewers decided that excludes it."""
    rivals: dict[int, list[str]] = {}
    for (i, a), (j, b) in combinations(enumerate(found), 2):
        if a.reviewer != b.reviewer and exclude_each_other(a.entry, b.entry, a.claims, b.claims):
            rivals.setdefault(i, []).append(_tell(b))
            rivals.setdefault(j, []).append(_tell(a))
    return [replace(one, rivals=tuple(dict.fromkeys(rivals.get(n, ())))) for n, one in enumerate(found)]


def tell_lost(found: FoundDecision) -> str:
    """Return why claims of a decision are not there any more."""
    return "; ".join(dict.fromkeys(lost.reason for lost in found.lost))


def _tell(found: FoundDecision) -> str:
    what = found.entry.relation or (f"“{found.entry.name}”" if found.entry.name else "")
    return f"{found.reviewer}: {found.entry.action}{f' {what}' if what else ''}"
