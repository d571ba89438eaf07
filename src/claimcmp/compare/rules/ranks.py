"""Differences in rank: one thing at two places of a list."""

from claimcmp.compare.features.dates.times import find_periods
from claimcmp.compare.features.figures.ranks import find_other_ranks
from claimcmp.compare.rules.rulings import Outcome, Ruling
from claimcmp.records import Claim, Evidence


def oppose_ranks(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Each puts the same at another place: "the second-largest port", "the third-largest port"."""
    if (found := find_other_ranks(a, b)) is None:
        return None
    x, y = found
    shown = f'"{x.text}" and "{y.text}"'
    if periods := find_periods(a, b):
        return Ruling(
            "complementary", "other-periods", f'{shown} are of two periods: "{periods[0]}" and "{periods[1]}"'
        )
    return Ruling("differ-in-number", "ranks-apart", f"{shown} are two places of one list")
