"""Tells whether two amounts that differ may be figures of one thing, or are of two things that have one unit."""

from claimcmp.compare.features.figures.figure_kinds import have_no_common_thing
from claimcmp.compare.features.figures.numbers import NumberComparison, measure_alike
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, is_telling, read_statement
from claimcmp.records import Claim, Quantity

# Where sources give hardly more amounts of a unit than these, two that differ are mostly of one thing; where they give
# dozens (a balance sheet, a budget), hardly ever. Up to 20 the development golds give the same figures.
FEW_AMOUNTS = 12
# From here on two sums of money that no word joins are of two things.
FEWEST_AMOUNTS = 3
ONE_SIZE = 0.8
BESIDE = 5
"""So many words before and behind an amount say what it is of."""
ALIKE = 0.5


def may_be_one_figure(a: Claim, b: Claim, numbers: NumberComparison, rivals: int) -> bool:
    """Tell whether the clashing amounts of two claims are of one thing, where sources give ``rivals`` of the unit.

    Among many amounts they must be near in value, say that they measure the same, or stand beside like words.
    """
    x, y = numbers.a, numbers.b
    if x is None or y is None:
        return False
    if rivals > FEWEST_AMOUNTS and have_no_common_thing(a, x, b, y):
        return False
    if rivals <= FEW_AMOUNTS or numbers.ratio >= ONE_SIZE or measure_alike(x, y):
        return True
    return find_affinity(_find_beside(a, x), _find_beside(b, y)) >= ALIKE


def _find_beside(claim: Claim, quantity: Quantity) -> list[Word]:
    words = read_statement(claim)
    start, end = quantity.start - claim.start, quantity.end - claim.start
    inside = [number for number, word in enumerate(words) if start <= word.start < end]
    if not inside:
        return []
    near = words[max(0, inside[0] - BESIDE) : inside[-1] + BESIDE + 1]
    return [w for w in near if w.stretch == words[inside[0]].stretch and is_telling(w) and not start <= w.start < end]
