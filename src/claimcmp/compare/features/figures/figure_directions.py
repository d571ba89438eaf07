"""Tells that two amounts of one unit are of a rise and of a fall, so that they are no two figures for one change."""

from claimcmp.compare.features.polarity.axes import find_places
from claimcmp.compare.features.polarity.axis_table import End
from claimcmp.compare.features.wording.statements import read_statement
from claimcmp.records import Claim, Quantity

# The axis of rises and falls.
CHANGING = "amount"
# So many words may stand between a change and its amount: "a fall in traffic of 21 percent".
NEAR = 4


def find_other_directions(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the words by which the one amount is of a rise and the other of a fall: "a fall of", "is up by"."""
    ours, theirs = _find_direction(a, x), _find_direction(b, y)
    if ours is None or theirs is None or ours[1] == theirs[1]:
        return None
    return ours[0], theirs[0]


def _find_direction(claim: Claim, quantity: Quantity) -> tuple[str, End] | None:
    """Return the word of a rise or fall beside an amount, and which of the two it is; nothing if both are there."""
    words = read_statement(claim)
    inside = [number for number, word in enumerate(words) if quantity.start <= claim.start + word.start < quantity.end]
    if not inside:
        return None
    near = [
        place
        for place in find_places(claim)
        if place.axis.name == CHANGING
        and place.end != "none"
        and not place.is_denied
        and place.mention.last >= inside[0] - NEAR
        and place.mention.first <= inside[-1] + NEAR
    ]
    ends = {place.end for place in near}
    return (near[0].mention.text, near[0].end) if len(ends) == 1 else None
