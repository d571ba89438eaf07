"""Differences in number: the same measure of the same thing with amounts that do not meet."""

from claimcmp.compare.numbers import compare_quantities
from claimcmp.compare.rules.rulings import Abstention, Outcome, Ruling
from claimcmp.compare.times import order_by_publication
from claimcmp.records import Claim, Evidence

# Values further apart than this measure different things more often than they contradict each other, unless what is
# measured is the same in so many words.
SMALLEST_RATIO = 0.2
SAME_THING = 0.8
SAME_NEWS = 30


def oppose_numbers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both fill one slot (measure, role, period), and no amount of the one meets one of the other."""
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers.a is None or numbers.b is None or numbers.state == "agree":
        return None
    shown = f'"{numbers.a.text}" and "{numbers.b.text}"'
    if numbers.state == "incomparable":
        return Abstention(f"{shown} are in units that cannot be compared")
    if numbers.ratio < SMALLEST_RATIO and numbers.fit < SAME_THING:
        return None
    measure = numbers.a.measure or numbers.b.measure or numbers.a.unit
    replaced = ""
    if ordered := order_by_publication(a, b, days=SAME_NEWS):
        replaced = f"; {ordered[1].source} ({ordered[1].published}) may replace the earlier figure"
    return Ruling("differ-in-number", "intervals-apart", f"{shown} do not meet ({measure}){replaced}")


def accept_numbers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both give the same amount."""
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers.state != "agree" or numbers.a is None or numbers.b is None:
        return None
    return Ruling("agree", "same-number", f'both give the same amount: "{numbers.a.text}", "{numbers.b.text}"')
