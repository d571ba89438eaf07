"""Finds what the sentences before a sentence tell of its dates: the year that a passage goes on telling of.

"The mill was founded in 1999. On 7 July it burned down." is of 1999. What stands in another paragraph, or two sentences
before, tells nothing of a day without a year: news means the one nearest to its publication. A text that is not dated
to the day may be a chronicle: "on 10 March 2019" goes on with "on 18 March" in the next paragraphs too, and a text
called "The flood of 2021" is of that year throughout.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claimcmp.pipeline.blocks import Block
from claimcmp.pipeline.date_context import NEAR, date_before, dates_before, is_dated
from claimcmp.pipeline.dates import find_dates
from claimcmp.pipeline.year_context import is_year, names_law
from claimcmp.records import DateRef

MONTHS_ON = 2
"""Months after a full date in which a chronicle still goes on from it."""
YEAR = re.compile(r"\d{4}$")
TITLE_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_TITLE = 15
"""In words."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told before a sentence: ``earlier``, a date whose year it may share, and ``near``, all dates close by."""

    start: int
    earlier: str | None = None
    near: tuple[str, ...] = ()
    sentence: tuple[int, int] = (0, 0)
    """Where the sentence right before is, of the same paragraph; empty where there is none."""


class ToldDates:
    """What is told of dates before each sentence of a document."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        sentences: Sequence[tuple[int, int]],
        *,
        published: str | None,
        day_first: bool | None,
    ):
        block_starts = [block.start for block in blocks]
        self._told: list[Told] = []
        recent: list[DateRef] = []
        before, paragraph, last = None, -1, (0, 0)
        self._year = published if published and YEAR.match(published) else None
        if published is None:
            self._year = _find_title_year(text, blocks)
        self._chronicle = not (published and is_dated(published))
        for start, end in sentences:
            own = blocks[max(0, bisect_right(block_starts, start) - 1)].paragraph
            recent = [date for date in recent if date.end >= start - NEAR]
            earlier = before if own == paragraph else None
            if earlier is None and self._chronicle:
                earlier = self._go_on(text[start:end], recent)
            told = Told(start, earlier, tuple(dates_before(recent, start)), last if own == paragraph else (0, 0))
            self._told.append(told)
            dates = find_dates(
                text[start:end],
                published=published,
                earlier=told.earlier,
                near=told.near,
                day_first=day_first,
                offset=start,
            )
            recent += dates
            before, paragraph, last = date_before(dates, end, earlier), own, (start, end)
        self._starts: Sequence[int] = [told.start for told in self._told]

    def _go_on(self, sentence: str, recent: Sequence[DateRef]) -> str | None:
        """Return the date that a chronicle goes on from, or the year of its publication or title."""
        last = date_before(recent, recent[-1].end) if recent else None
        first = next(iter(find_dates(sentence)), None)
        if first is None or first.iso is None or not first.iso.startswith("--"):
            return None
        if last and len(last) > len("2019") and 0 <= int(first.iso[2:4]) - int(last[5:7]) <= MONTHS_ON:
            return last
        return self._year

    def before(self, start: int) -> Told:
        """Return what is told before the sentence at ``start``."""
        index = bisect_right(self._starts, start) - 1
        return self._told[index] if index >= 0 else Told(start)


def _find_title_year(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the one year in the line that opens a text, where something stands below it."""
    title = text[blocks[0].start : blocks[0].end] if len(blocks) > 1 else ""
    if len(title.split()) > LONGEST_TITLE or title.endswith((".", "!", "?")):
        return None
    years = [match for match in TITLE_YEAR.finditer(title) if is_year(title, *match.span())]
    return years[0][0] if len(years) == 1 and not names_law(title, *years[0].span()) else None
