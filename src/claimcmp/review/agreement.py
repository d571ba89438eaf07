"""How far two reviewers agree on the groups that both decided on."""

from collections import Counter
from collections.abc import Mapping

from claimcmp.records import Agreement, Disagreement, Review, ReviewEntry
from claimcmp.review.entries import supersede

_Item = tuple[str, frozenset[tuple[str, str, int]]]
"""A group by its topic and the quotes in it."""


def find_agreement(first: Review, second: Review) -> Agreement:
    """Return the share of groups on which two reviewers decided alike, and Cohen's kappa.

    Kappa is (p_o − p_e) / (1 − p_e), where p_o is the share of equal decisions and p_e the share to be expected if both
    had given theirs at random, each with the own frequencies: J. Cohen (1960), A coefficient of agreement for nominal
    scales, Educational and Psychological Measurement 20(1), 37–46. It is null where p_e is 1: both only ever said one
    thing. A decision is the verdict with which a group was left, "not one matter", "split" or "merge"; of
    several on a group the last counts, and notes and names do not. Groups are the same if they had the same quotes.
    """
    ours, theirs = _find_decisions(first), _find_decisions(second)
    both = [item for item in ours if item in theirs]
    pairs = [(_categorise(ours[item]), _categorise(theirs[item])) for item in both]
    equal = sum(a == b for a, b in pairs)
    return Agreement(
        reviewers=(first.reviewer, second.reviewer),
        groups=len(both),
        alike=equal,
        share=round(equal / len(both), 4) if both else None,
        kappa=_find_kappa(pairs),
        only=(len(ours) - len(both), len(theirs) - len(both)),
        disagreements=tuple(
            Disagreement(ours[item].topic, ours[item].group, ours[item].matter, *said)
            for item, said in zip(both, pairs, strict=True)
            if said[0] != said[1]
        ),
    )


def _find_kappa(pairs: list[tuple[str, str]]) -> float | None:
    if not pairs:
        return None
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    ours, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(number * theirs[category] for category, number in ours.items()) / total**2
    return None if expected == 1 else round((observed - expected) / (1 - expected), 4)


def _find_decisions(review: Review) -> Mapping[_Item, ReviewEntry]:
    found: dict[_Item, ReviewEntry] = {}
    for entry in supersede(review.entries):
        if entry.action != "note" and not (entry.action == "relabel" and entry.relation is None):
            quotes = frozenset((anchor.document, anchor.quote, anchor.nth) for anchor in entry.claims)
            found[entry.topic, quotes] = entry
    return found


def _categorise(entry: ReviewEntry) -> str:
    if entry.action == "reject":
        return "not one matter"
    if entry.action in ("split", "merge"):
        return entry.action
    return entry.leaves or entry.relation or entry.verdict
