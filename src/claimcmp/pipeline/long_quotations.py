"""Tells who speaks in the sentences of a quotation that goes on over several of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcmp.pipeline.quotations import find_quotations
from claimcmp.pipeline.signatures import find_signature
from claimcmp.records import Attribution

# How far back a speaker is looked for, in sentences that are nothing but quotation.
FARTHEST = 6
# What may stand between two quotations of one speaker: marks and a paragraph break.
NEAR = 6
SHORTEST = 20
MOSTLY = 0.6


class LongQuotations:
    """The quotations of a text, seen with its sentences."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]]):
        self.text = text
        self.sentences = sentences
        self.spans = [span for span in find_quotations(text) if span[1] - span[0] >= SHORTEST]
        self._starts = [start for start, _ in self.spans]
        self._sentence_starts = [start for start, _ in sentences]

    def find_quotation(self, number: int) -> tuple[int, int] | None:
        """Return the quotation that a sentence mostly is a part of."""
        start, end = self.sentences[number]
        for low, high in self.spans[max(0, bisect_right(self._starts, start) - 1) : bisect_left(self._starts, end)]:
            if min(end, high) - max(start, low) >= MOSTLY * (end - start):
                return low, high
        return None

    def find_carriers(self, number: int) -> tuple[int, ...]:
        """Return the sentences that may tell who speaks in a quoted one: those of its quotation, then the ones before.

        Before it only sentences count that join it without a word between, back to the first that is more than quoted.
        """
        quotation = self.find_quotation(number)
        if quotation is None:
            return ()
        first, last = self._find_sentences(quotation)
        carriers = [near for near in range(first, last + 1) if near in (first, last, number - 1, number + 1)]
        place = first - 1
        while place >= 0 and len(carriers) < FARTHEST and self._joins(place):
            carriers.append(place)
            before = self.find_quotation(place)
            if before is None:
                break
            opening, _ = self._find_sentences(before)
            carriers += [opening] if opening != place else []
            place = opening - 1
        return tuple(carriers)

    def find_speaker(self, number: int, found: Mapping[int, Sequence[Attribution]]) -> Attribution | None:
        """Return the attribution of a quoted sentence, whose own words name no speaker, by those of its carriers."""
        quotation = self.find_quotation(number)
        if quotation is None:
            return None
        start, end = self.sentences[number]
        content = ((max(start, quotation[0]), min(end, quotation[1])),)
        if (signed := find_signature(self.text, quotation[1])) is not None:
            return replace(signed, content=content)
        for carrier in self.find_carriers(number):
            named = [item for item in found.get(carrier, ()) if item.name and self._speaks(item, quotation, carrier)]
            if named:
                return replace(named[-1], content=content, kind="direct", commits=True)
        opening = quotation[0]
        return Attribution("", opening, opening, self.text[opening], "direct", cue_start=opening, cue_end=opening + 1)

    def is_signature(self, number: int) -> bool:
        """Tell whether a sentence only names who speaks in the quotation right before it."""
        start, end = self.sentences[number]
        before = bisect_right(self._starts, start) - 1
        signed = find_signature(self.text, self.spans[before][1]) if before >= 0 else None
        return signed is not None and start <= signed.start < end and "\n" not in self.text[signed.end : end]

    def is_told(self, number: int, own: Sequence[Attribution]) -> bool:
        """Tell whether a sentence itself says who speaks in the quotation that it is a part of."""
        quotation = self.find_quotation(number)
        return quotation is None or any(
            item.name
            and not quotation[0] <= item.cue_start < quotation[1]
            and any(low < quotation[1] and quotation[0] < high for low, high in item.content)
            for item in own
        )

    def _find_sentences(self, span: tuple[int, int]) -> tuple[int, int]:
        first = max(0, bisect_right(self._sentence_starts, span[0]) - 1)
        return first, max(first, bisect_left(self._sentence_starts, span[1]) - 1)

    def _joins(self, number: int) -> bool:
        """Tell whether a sentence and the next have only marks between them."""
        between = self.text[self.sentences[number][1] : self.sentences[number + 1][0]]
        return len(between.strip()) <= NEAR and not any(map(str.isalnum, between))

    def _speaks(self, item: Attribution, quotation: tuple[int, int], carrier: int) -> bool:
        """Tell whether an attribution is of this quotation, or of one that it goes on from."""
        if quotation[0] <= item.cue_start < quotation[1]:
            return False
        if any(low < quotation[1] and quotation[0] < high for low, high in item.content):
            return True
        _, end = self.sentences[carrier]
        introduces = self.text[item.cue_end : end].rstrip().endswith(":")
        return end <= quotation[0] and (item.kind == "direct" or introduces)
