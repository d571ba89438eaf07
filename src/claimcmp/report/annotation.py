"""An annotated document as text for the terminal: each sentence with its marks, and what each mark means in words."""

import math
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.records import AnnotatedSentence, Annotation, Claim, Quantity, Reference
from claimcmp.records_json import to_plain
from claimcmp.report.annotation_marks import STYLES, find_marks, mark_quote
from claimcmp.report.json_comparison import dump
from claimcmp.report.safe_text import cut, for_screen
from claimcmp.report.screen import render
from claimcmp.report.wording import count

LAYOUT_LENGTH = 1_000
"""Characters of a line of layout that are shown: it may be a passage of data."""

_INDENT = 2
_LABEL = 10


def format_annotation(annotation: Annotation, *, width: int = 100, color: bool = False) -> str:
    """Return the document for a terminal of ``width`` columns; colour only repeats what the words say."""
    return render(*_lay_out(annotation), width=width, color=color)


def format_annotation_json(annotation: Annotation) -> str:
    """Return the document as JSON: its sentences, each with layout, topics and claims as ``extract`` writes them."""
    return dump(to_plain(annotation))


def summarise_annotation(annotation: Annotation) -> str:
    """Return one line: sentences, claims, how many are on a topic, references resolved and not."""
    claims = [claim for sentence in annotation.sentences for claim in sentence.claims]
    prose = sum(sentence.layout is None for sentence in annotation.sentences)
    layout = len(annotation.sentences) - prose
    on_topic = sum(bool(claim.topics) for claim in claims)
    places = {(item.start, item.end): bool(item.by) for claim in claims for item in claim.references}
    told = f"{count(prose, 'sentence')} of prose, {count(layout, 'line')} of layout, {count(len(claims), 'claim')}"
    told += f", {on_topic:,} on a topic."
    if places:
        resolved = sum(places.values())
        told += f" {count(resolved, 'reference')} resolved, {len(places) - resolved:,} left as printed."
    return told


def _lay_out(annotation: Annotation) -> Iterator[RenderableType]:
    document = annotation.document
    told = ", ".join(part for part in (document.source, document.published) if part)
    yield Text(f"{for_screen(document.name)}: {for_screen(told)}", style="bold", overflow="fold")
    file = annotation.settings.get("topics_file")
    if file:
        yield Text(f"Topics: {for_screen(file)} ({count(len(annotation.topics), 'topic')})", overflow="fold")
    for note in (*document.notes, *annotation.warnings):
        yield Text(f"Note: {for_screen(note)}", overflow="fold")
    for sentence in annotation.sentences:
        yield ""
        yield from lay_out_sentence(sentence)


def lay_out_sentence(sentence: AnnotatedSentence) -> Iterator[RenderableType]:
    """Yield a sentence with its marks, and a line for everything that was found in it."""
    place = f"{sentence.start}–{sentence.end}"
    if sentence.layout is not None:
        shown = cut(for_screen(sentence.text), LAYOUT_LENGTH)
        yield Text(f"{place}  [{sentence.layout}]  {shown}", style="dim", overflow="fold")
        return
    marks = find_marks(sentence)
    line = Text(f"{place}  ", overflow="fold", style="bold")
    yield line.append_text(mark_quote(sentence.text, sentence.start, marks))
    for item in sentence.topic_evidence:
        score = "" if item.score is None else f" {item.score:.2f}"
        yield _row("topic", f"{item.topic}  by {item.by}{score} [{for_screen(item.text)}]", indent=_INDENT)
    if not sentence.claims:
        yield _row("claim", "none", indent=_INDENT)
    for claim in sentence.claims:
        yield from _lay_out_claim(sentence, claim)


def _lay_out_claim(sentence: AnnotatedSentence, claim: Claim) -> Iterator[RenderableType]:
    whole = (claim.start, claim.end) == (sentence.start, sentence.end)
    quote = "the whole sentence" if whole else f"“{for_screen(claim.text)}”"
    yield _row("claim", f"{claim.start}–{claim.end}  {quote}  {claim.id}", indent=_INDENT)
    for label, told in _tell(claim):
        yield _row(label, told, indent=2 * _INDENT)


def _tell(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "topics", ", ".join(claim.topics) or "none"
    if claim.near_topics:
        yield "near", ", ".join(f"{near.topic} ({near.behind:.2f} behind)" for near in claim.near_topics)
    if claim.attributed_to is not None:
        said = claim.attributed_to
        stance = "" if said.stance == "neutral" else f", {said.stance}"
        printed = f", printed “{said.text}”" if said.text else ""
        via = f", by way of {', '.join(said.via)}" if said.via else ""
        yield "said by", f"{said.name or 'somebody'} [{said.cue}]  {said.kind}{stance}{printed}{via}"
    else:
        yield "said by", "the author"
    for label, value, cue in (
        ("polarity", claim.polarity, claim.polarity_cue),
        ("modality", claim.modality, claim.modality_cue),
    ):
        yield label, f"{value}{f' [{cue.text}]' if cue else ''}"
    for predicate in claim.predicates:
        arguments = (f"{item.role} {_link(item.marker)}{item.text}" for item in predicate.arguments)
        yield "says", "  ·  ".join((f"{'not ' if predicate.negated else ''}{predicate.lemma}", *arguments))
    for quantity in claim.quantities:
        yield "quantity", f"{quantity.text} = {_tell_quantity(quantity)}"
    for date in claim.dates:
        when = "" if date.of == "event" else ", of the statement"
        yield "date", f"{date.text} = {date.iso or 'unknown'} ({date.granularity}{when})"
    for entity in claim.entities:
        yield "actor", f"{entity.text} = {entity.id} ({entity.name}, {entity.kind}{_stands(entity.metonym)})"
    yield from _tell_references(claim.references)
    if claim.resolved is not None:
        yield "reads", claim.resolved


def _tell_quantity(quantity: Quantity) -> str:
    low, high = ("any" if math.isinf(border) else f"{border:,.10g}" for border in (quantity.low, quantity.high))
    amount = low if low == high else f"{low} to {high}"
    details = [
        f"{name} {value}"
        for name, value in (("measure", quantity.measure), ("of", quantity.of), ("owner", quantity.owner))
        if value
    ]
    role = [] if quantity.role == "level" else [quantity.role]
    told = f"{amount} {quantity.unit}".rstrip()
    return f"{told} ({', '.join((*role, *details))})" if role or details else told


def _tell_references(references: Sequence[Reference]) -> Iterator[tuple[str, str]]:
    for reference in references:
        text = reference.text or "left-out subject"
        yield "refers", f"{text} = {reference.by}" if reference.by else f"{text}: not resolved"


def _link(marker: str) -> str:
    return f"{marker} " if marker else ""


def _stands(metonym: bool) -> str:
    return ", a place that stands for it" if metonym else ""


def _row(label: str, told: str, *, indent: int) -> RenderableType:
    row = Table.grid(padding=0)
    row.add_column(width=_LABEL, no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(Text(label, style=STYLES.get(label, "dim")), Text(for_screen(told)))
    return Padding(row, (0, 0, 0, indent))
