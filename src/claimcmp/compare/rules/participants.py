"""Who does what to whom: two claims that give the parts of one relation the other way round."""

from claimcmp.compare.features.dates.times import find_periods
from claimcmp.compare.features.frames.participants import find_converse, find_reversal, is_same
from claimcmp.compare.rules.rulings import Outcome, Ruling
from claimcmp.records import Claim, Evidence, Relation


def oppose_roles(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """The one says that X did to Y what the other says that Y did to X."""
    found = find_reversal(a, b)
    if found is None:
        return None
    x, y = found
    if periods := find_periods(a, b):
        return Ruling("complementary", "other-periods", f'one speaks of "{periods[0]}", the other of "{periods[1]}"')
    if x.circumstances and y.circumstances and not is_same(x.circumstances, y.circumstances):
        reason = f'"{x.circumstances}" and "{y.circumstances}" are two occasions'
        return Ruling("complementary", "roles-reversed", reason)
    reason = (
        f'"{x.doer}" and "{x.receiver}" change places: "{x.predicate.text}" in {a.source}, '
        f'"{y.predicate.text}" in {b.source}'
    )
    relation: Relation = "contradict" if x.exclusive else "complementary"
    return Ruling(relation, "roles-reversed", reason)


def accept_converse(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One event told from both sides: A beat B, and B lost to A."""
    found = find_converse(a, b)
    if found is None or find_periods(a, b):
        return None
    x, y = found
    reason = f'"{x.doer}" and "{x.receiver}" have one relation: "{x.predicate.text}", "{y.predicate.text}"'
    return Ruling("agree", "told-from-both-sides", reason)
