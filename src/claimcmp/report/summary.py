"""What a run found, in a table and a closing sentence; every claim, file and pair is counted."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimcmp.records import Comparison, DocumentSummary, Extraction
from claimcmp.report.arrangement import unique
from claimcmp.report.extraction_notes import tell_extraction, tell_topics
from claimcmp.report.extraction_table import lay_out_claims
from claimcmp.report.safe_text import for_screen
from claimcmp.report.screen import render
from claimcmp.report.wording import count, tell_verdicts

_INDENT = 2
_NOTES_SHOWN = 10


def summarise_extraction(extraction: Extraction, *, width: int = 100, color: bool = False) -> str:
    """Return a row a document with its claims by topic, then what came of the run and what was left out.

    A claim on two topics counts in both.
    """
    parts: list[RenderableType] = []
    if told := tell_topics(extraction):
        model = extraction.settings.get("model")
        parts.append(Text(told + (f"    Model: {for_screen(model)}" if model else ""), overflow="fold"))
    if extraction.documents:
        table = (*lay_out_claims(extraction, width=width - _INDENT), *_tell_notes(extraction.documents))
        parts += [Padding(part, (0, 0, 0, _INDENT)) for part in table]
        parts.append("")
    parts += [Text(line, overflow="fold") for line in tell_extraction(extraction)]
    parts += [Text(f"Warning: {for_screen(warning)}", overflow="fold") for warning in extraction.warnings]
    return render(*parts, width=width, color=color)


def summarise_comparison(comparison: Comparison, *, aside: int = 0) -> str:
    """Return one line: claims, sources, verdicts, what counts as one voice, what is in no group, what is hidden.

    ``aside`` is the number of claims on no topic, which nothing was compared with.
    """
    sources = unique(claim.source for claim in comparison.claims)
    topics = {topic.id for topic in comparison.topics}
    near = sum(bool(claim.topics) and topics.isdisjoint(claim.topics) for claim in comparison.claims) if topics else 0
    told = count(len(comparison.claims) - near, "claim")
    told += f" and {near:,} near the {'topic' if len(topics) == 1 else 'topics'}" if near else ""
    told += f" from {count(len(sources), 'source')}"
    nothing = "nothing passes the filter" if comparison.filters else "none on the same matter"
    sentences = [f"{told}: {tell_verdicts(comparison.groups) or nothing}."]
    sentences.append(f"{count(comparison.pairs_examined, 'pair')} examined.")
    copies = sum(len(voice.copies) for group in comparison.groups for voice in group.voices)
    if copies:
        sentences.append(f"{count(copies, 'copied claim')} {'adds' if copies == 1 else 'add'} no voice.")
    if comparison.self_contradictions:
        sentences.append(f"{count(len(comparison.self_contradictions), 'self-contradiction')}.")
    if comparison.pairs_apart:
        verb = "links" if comparison.pairs_apart == 1 else "link"
        sentences.append(f"{count(comparison.pairs_apart, 'pair')} {verb} two groups.")
    if comparison.unmatched:
        sentences.append(f"{count(len(comparison.unmatched), 'claim')} found no counterpart.")
    if comparison.unjudged:
        sentences.append(f"{count(len(comparison.unjudged), 'similar pair')} could not be judged.")
    if aside:
        sentences.append(f"{count(aside, 'claim')} on no topic {'was' if aside == 1 else 'were'} left aside.")
    if comparison.filters:
        sentences.append(f"{count(comparison.groups_hidden, 'group')} hidden by filters.")
    return " ".join(sentences)


def _tell_notes(documents: Sequence[DocumentSummary]) -> list[Text]:
    """Return what reading changed or guessed, a line a document."""
    noted = [document for document in documents if document.notes]
    lines = [f"{document.name}: {'; '.join(document.notes)}" for document in noted[:_NOTES_SHOWN]]
    hidden = [f"… and {len(noted) - _NOTES_SHOWN:,} more"] if len(noted) > _NOTES_SHOWN else []
    return [Text(for_screen(line), overflow="fold") for line in (*lines, *hidden)]
