"""Tells how the items of a list are held, by the line or heading that leads up to them.

Behind "The firm will:" an item "repair the quay;" is what the firm will do, behind "We call on the city to:" and under
the heading "Recommendations" an item "Repair the quay." is what should be done. Such an item is no command to readers.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.blocks import BULLET, NUMBERING, Block
from claimcmp.records import Modality

LONGEST_HEADING = 8
"""In words."""
LEAD_END = 160
"""Characters at the end of a line that are looked at."""


class ListLeads:
    """How the items of the lists of a text are held."""

    def __init__(self, text: str, blocks: Sequence[Block]):
        self._starts = [block.start for block in blocks]
        self._leads = _read_leads(text, blocks)

    def find(self, start: int) -> Modality | None:
        """Return how the item is held in which a sentence begins; None where nothing says so."""
        index = bisect_right(self._starts, start) - 1
        return self._leads[index] if index >= 0 else None


def _read_leads(text: str, blocks: Sequence[Block]) -> list[Modality | None]:
    """Return for each block how it is held as an item; items of one style in a row share what leads up to them."""
    leads: list[Modality | None] = []
    style = ""
    for number, block in enumerate(blocks):
        before, style = style, _find_style(text, block)
        if not style or not number:
            leads.append(None)
        elif style == before:
            leads.append(leads[-1])
        else:
            lead = blocks[number - 1]
            leads.append(_read_lead(text[max(lead.start, lead.end - LEAD_END) : lead.end].strip("#*_ \t")))
    return leads


def _find_style(text: str, block: Block) -> str:
    if BULLET.match(text, block.start):
        return "bullet"
    return "number" if NUMBERING.match(text, block.start) else ""


def _read_lead(lead: str) -> Modality | None:
    for modality, pattern in _patterns():
        if pattern.search(lead):
            return modality
    words = lead.split()
    is_heading = len(words) <= LONGEST_HEADING and lead[-1:] not in tuple(".!?")
    return "normative" if is_heading and _headings().search(lead) else None


@cache
def _patterns() -> tuple[tuple[Modality, re.Pattern[str]], ...]:
    table = read_lexicon("lists")["leads"]
    kinds: tuple[Modality, ...] = ("predicted", "normative")
    return tuple((kind, re.compile(rf"\b(?:{'|'.join(table[kind])})\s*:?\s*\Z", re.IGNORECASE)) for kind in kinds)


@cache
def _headings() -> re.Pattern[str]:
    return re.compile("|".join(read_lexicon("lists")["headings"]["patterns"]), re.IGNORECASE)
