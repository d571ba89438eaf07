"""Replays what reviewers decided on the groups that the program made.

First the groups are put together and taken apart, in the order of the decisions; then relations and names are given,
and what was accepted is held against the outcome. The order in which reviewers are given changes nothing. Where two
reviewers exclude each other neither is followed; both are shown.
"""

from collections.abc import Iterable

from claimcmp.compare import CompareOptions
from claimcmp.records import Comparison, Extraction, Review
from claimcmp.review.anchors import Anchors
from claimcmp.review.board import Board
from claimcmp.review.entries import order_reviewer, supersede
from claimcmp.review.found_decisions import find_decision, mark_rivals
from claimcmp.review.regrouping import Regrouping

_PHASES = (("merge", "split", "reject"), ("relabel",), ("accept",), ("note",))


def replay(
    extraction: Extraction, comparison: Comparison, reviews: Iterable[Review], *, options: CompareOptions | None = None
) -> Comparison:
    """Return the comparison with what reviewers decided; decisions that no longer fit are listed in ``stale``.

    Decisions on topics that were not compared are left for another run.
    """
    ordered = sorted(reviews, key=order_reviewer)
    if not any(review.entries for review in ordered):
        return comparison
    compared = {topic.id for topic in comparison.topics}
    known = {topic.id for topic in extraction.topics}
    anchors = Anchors(extraction.claims, extraction.texts)
    found = [
        find_decision(review.reviewer, entry, anchors)
        for review in ordered
        for entry in supersede(review.entries)
        if entry.topic in compared or entry.topic not in known
    ]
    found = mark_rivals(found)
    board = Board(comparison, Regrouping(extraction, options))
    for actions in _PHASES:
        for decision in found:
            if decision.entry.action in actions:
                board.take(decision, known)
    return board.finish(comparison, extraction.claims)
