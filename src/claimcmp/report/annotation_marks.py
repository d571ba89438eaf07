"""What is marked in the text of an annotated sentence, and how: in brackets, and in colour where there is some."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from claimcmp.records import AnnotatedSentence, Claim
from claimcmp.report.safe_text import for_screen

STYLES = {
    "topic": "yellow",
    "claim": "bold",
    "said by": "magenta",
    "polarity": "red",
    "modality": "cyan",
    "quantity": "green",
    "date": "blue",
    "actor": "bold green",
    "refers": "bold magenta",
}
"""A colour for what is marked, the same in the text and in the list below it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the document's text, and what it is."""

    start: int
    end: int
    label: str


def find_marks(sentence: AnnotatedSentence) -> tuple[Mark, ...]:
    """Return what is to be marked in a sentence, sorted and without overlaps: the longer of two stays."""
    marks = {mark for claim in sentence.claims for mark in _find_in_claim(claim)}
    marks |= {Mark(item.start, item.end, "topic") for item in sentence.topic_evidence if item.by in ("term", "pattern")}
    chosen: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start, mark.label)):
        inside = sentence.start <= mark.start < mark.end <= sentence.end
        if inside and all(mark.end <= other.start or other.end <= mark.start for other in chosen):
            chosen.append(mark)
    return tuple(sorted(chosen, key=lambda mark: mark.start))


def mark_quote(text: str, offset: int, marks: Sequence[Mark]) -> Text:
    """Return the text, which begins at ``offset``, with its marks in square brackets and in their colours."""
    marked, position = Text(), 0
    for mark in marks:
        start, end = mark.start - offset, mark.end - offset
        marked.append(_show(text[position:start]))
        marked.append(f"[{_show(text[start:end]).strip()}]", style=STYLES[mark.label])
        position = end
    return marked.append(_show(text[position:]))


def _find_in_claim(claim: Claim) -> Iterator[Mark]:
    if claim.attributed_to is not None:
        yield Mark(claim.attributed_to.start, claim.attributed_to.end, "said by")
    for label, cue in (("polarity", claim.polarity_cue), ("modality", claim.modality_cue)):
        if cue is not None:
            yield Mark(cue.start, cue.end, label)
    for label, items in (
        ("quantity", claim.quantities),
        ("date", claim.dates),
        ("actor", claim.entities),
        ("refers", claim.references),
    ):
        for item in items:
            yield Mark(item.start, item.end, label)


def _show(text: str) -> str:
    """Return the text harmless for a terminal, with one space at its ends where it has white space there."""
    inner = for_screen(text)
    before = " " if text[:1].isspace() else ""
    return f"{before}{inner}{' ' if text[-1:].isspace() and inner else ''}"
