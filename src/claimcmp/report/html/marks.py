"""What is marked in a quote: the words that decided, what is measured and dated, and what differs from the others."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from claimcmp.records import Claim, Group, Relation
from claimcmp.report.html.contents import diverging
from claimcmp.report.html.markup import Html, element, isolated, join

CONTEXT = 320
"""Characters of the sentence on either side of a claim that are shown with it."""

DIFFERING: Mapping[Relation, frozenset[str]] = {
    "differ-in-number": frozenset({"amount"}),
    "differ-in-date": frozenset({"date"}),
    "differ-in-certainty": frozenset({"firmness"}),
    "differ-in-attribution": frozenset({"who"}),
    "contradict": frozenset({"denial", "opposed"}),
}
"""Which marks show what two claims differ in."""

_NAMED = re.compile(r'"([^"]+)"')
"""Words of the claims that a reason names."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the document's text and what it is."""

    start: int
    end: int
    kind: str


def find_differing(group: Group) -> dict[str, frozenset[str]]:
    """Return for each claim of a group the kinds of marks in which it differs from another."""
    found: dict[str, frozenset[str]] = {}
    for pair in diverging(group):
        for side in (pair.a, pair.b):
            found[side] = found.get(side, frozenset()) | DIFFERING.get(pair.relation, frozenset())
    return found


def find_named(group: Group) -> dict[str, frozenset[str]]:
    """Return for each claim the words that the reasons why it differs from another name."""
    found: dict[str, frozenset[str]] = {}
    for pair in diverging(group):
        words = frozenset(word for named in _NAMED.findall(pair.reason) for word in (named, *named.split(", ")) if word)
        for side in (pair.a, pair.b):
            found[side] = found.get(side, frozenset()) | words
    return found


def find_marks(claim: Claim, named: Iterable[str] = ()) -> tuple[Mark, ...]:
    """Return what is to be marked in the sentence of a claim, in no particular order."""
    return tuple(mark for mark in _find(claim, named) if mark.start < mark.end)


def mark_quote(
    claim: Claim,
    text: str | None,
    *,
    differing: frozenset[str] = frozenset(),
    named: frozenset[str] = frozenset(),
) -> Html:
    """Return a claim in its sentence with its marks; without the document's text, the claim alone."""
    start, end, shown = claim.start, claim.end, claim.text
    if text is not None:
        start = max(min(claim.sentence_start, claim.start), claim.start - CONTEXT)
        end = min(max(claim.sentence_end, claim.end), claim.end + CONTEXT)
        shown = text[start:end]
    marks = find_marks(claim, named if "opposed" in differing else ())
    where = _find_where(claim, marks, differing, named)
    cuts = {claim.start, claim.end, *(cut for gap in claim.gaps for cut in gap)}
    cuts |= {cut for mark in marks for cut in (mark.start, mark.end)}
    borders = sorted({start, end, *(cut for cut in cuts if start < cut < end)})
    pieces: list[tuple[bool, Html | str]] = []
    for left, right in pairwise(borders):
        kinds = sorted({mark.kind for mark in marks if mark.start <= left and right <= mark.end})
        piece: Html | str = shown[left - start : right - start]
        if kinds:
            differs = any(mark.start <= left and right <= mark.end for mark in where)
            piece = element("mark", piece, class_=" ".join([*kinds, *(["differs"] if differs else [])]))
        inside = claim.start <= left and right <= claim.end and not _in_gap(claim, left)
        pieces.append((inside, piece))
    parts = [
        join(piece for _, piece in run) if inside else element("span", [piece for _, piece in run], class_="around")
        for inside, run in groupby(pieces, key=itemgetter(0))
    ]
    lead = "…" if start > claim.sentence_start else ""
    trail = "…" if text is not None and end < claim.sentence_end else ""
    return isolated(join(lead, parts, trail))


def _find_where(
    claim: Claim, marks: Iterable[Mark], differing: frozenset[str], named: frozenset[str]
) -> Sequence[Mark]:
    """Return the marks in which a claim differs: those that a reason names, or else all of their kind."""
    of_kind = [mark for mark in marks if mark.kind in differing]
    told = {mark for mark in of_kind if claim.text[mark.start - claim.start : mark.end - claim.start] in named}
    exact = {mark.kind for mark in told}
    return [mark for mark in of_kind if mark in told or mark.kind not in exact]


def _in_gap(claim: Claim, place: int) -> bool:
    return any(start <= place < end for start, end in claim.gaps)


def _find(claim: Claim, named: Iterable[str]) -> Iterator[Mark]:
    if claim.attributed_to is not None:
        yield Mark(claim.attributed_to.start, claim.attributed_to.end, "who")
        yield Mark(claim.attributed_to.cue_start, claim.attributed_to.cue_end, "who")
    if claim.polarity_cue is not None:
        yield Mark(claim.polarity_cue.start, claim.polarity_cue.end, "denial")
    if claim.modality_cue is not None:
        yield Mark(claim.modality_cue.start, claim.modality_cue.end, "firmness")
    for quantity in claim.quantities:
        yield Mark(quantity.start, quantity.end, "amount")
    for date in claim.dates:
        yield Mark(date.start, date.end, "date")
    for word in sorted(named):
        for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", claim.text):
            yield Mark(claim.start + found.start(), claim.start + found.end(), "opposed")
