"""What a run found, in a table and a closing sentence; every claim, file and pair is counted."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.records import Claim, Comparison, DocumentSummary, Extraction
from claimcmp.report.arrangement import unique
from claimcmp.report.extraction_notes import tell_extraction, tell_topics
from claimcmp.report.safe_text import for_screen
from claimcmp.report.screen import render
from claimcmp.report.wording import count, tell_verdicts

OTHER = "other"
"""The column of the claims that are on none of the topics shown."""

_FIXED = ("source", "published", "sentences", "claims")
_WIDEST_SOURCE = 20
_WIDEST_HEADING = 10
_GAP = 2
_INDENT = 2
_NOTES_SHOWN = 10


def summarise_extraction(extraction: Extraction, *, width: int = 100, color: bool = False) -> str:
    """Return a row a document with its claims by topic, then what came of the run and what was left out.

    A claim on two topics counts in both; topics that do not fit the width are together in ``other``.
    """
    parts: list[RenderableType] = []
    if told := tell_topics(extraction):
        model = extraction.settings.get("model")
        parts.append(Text(told + (f"    Model: {for_screen(model)}" if model else ""), overflow="fold"))
    if extraction.documents:
        topics = _fitting_topics(extraction, _name_documents(extraction.documents), width=width)
        table: list[RenderableType] = [
            _table(extraction, topics),
            *_tell_other(extraction, topics),
            *_tell_notes(extraction.documents),
        ]
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


def _table(extraction: Extraction, topics: Sequence[str]) -> Table:
    names = _name_documents(extraction.documents)
    with_other = _has_other(extraction, topics)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    table.add_column(_FIXED[0], overflow="fold", min_width=len(_FIXED[0]))
    table.add_column(_FIXED[1], overflow="fold", vertical="bottom")
    for heading in (*_FIXED[2:], *map(_fold_heading, topics), *([OTHER] if with_other else [])):
        table.add_column(Text(heading), justify="right", vertical="bottom", no_wrap=True)
    counts = _count_claims(extraction.claims, topics)
    for document, name in zip(extraction.documents, names, strict=True):
        numbers = [document.sentences, document.claims, *(counts[document.name, topic] for topic in topics)]
        numbers += [counts[document.name, None]] if with_other else []
        published = for_screen(document.published or "–")
        table.add_row(Text(name), Text(published), *(f"{number:,}" for number in numbers))
    return table


def _has_other(extraction: Extraction, topics: Sequence[str]) -> bool:
    on_none = any(not set(claim.topics) & set(topics) for claim in extraction.claims)
    # Beside no topic at all, the column would only repeat the claims.
    return bool(topics) and (on_none or len(topics) < len(extraction.topics))


def _tell_other(extraction: Extraction, topics: Sequence[str]) -> list[Text]:
    if extraction.topics and not topics and extraction.claims:
        # No column fits: the numbers stand below the table, so that a narrow terminal hides none of them.
        return [Text(f"by topic: {_tell_topics(extraction)}", overflow="fold", style="dim")]
    if not _has_other(extraction, topics):
        return []
    on_none = any(not claim.topics for claim in extraction.claims)
    left = "on topics without a column here" if len(topics) < len(extraction.topics) else ""
    told = " or ".join(part for part in (left, "on no topic" if on_none or not left else "") if part)
    return [Text(f"{OTHER}: claims {told}. A claim on two topics counts in both.", overflow="fold", style="dim")]


def _tell_topics(extraction: Extraction) -> str:
    counts = Counter(topic for claim in extraction.claims for topic in claim.topics)
    told = [f"{for_screen(topic.id)} {counts[topic.id]:,}" for topic in extraction.topics]
    none = sum(not claim.topics for claim in extraction.claims)
    return f"{', '.join([*told, *([f'none {none:,}'] if none else [])])}."


def _tell_notes(documents: Sequence[DocumentSummary]) -> list[Text]:
    """Return what reading changed or guessed, a line a document."""
    noted = [document for document in documents if document.notes]
    lines = [f"{document.name}: {'; '.join(document.notes)}" for document in noted[:_NOTES_SHOWN]]
    hidden = [f"… and {len(noted) - _NOTES_SHOWN:,} more"] if len(noted) > _NOTES_SHOWN else []
    return [Text(for_screen(line), overflow="fold") for line in (*lines, *hidden)]


def _fitting_topics(extraction: Extraction, names: Iterable[str], *, width: int) -> list[str]:
    """Return the first topics whose columns fit beside the fixed ones, leaving room for ``other`` if any is left."""
    published = max(cell_len(for_screen(document.published or "")) for document in extraction.documents)
    source = min(_WIDEST_SOURCE, max(cell_len(name) for name in names))
    room = width - _INDENT - max(source, len(_FIXED[0])) - max(published, len(_FIXED[1]))
    room -= sum(len(heading) for heading in _FIXED[2:]) + _GAP * (len(_FIXED) - 1)
    topics = [topic.id for topic in extraction.topics]
    needs = [max(map(cell_len, _fold_heading(topic).splitlines())) + _GAP for topic in topics]
    if sum(needs) <= room:
        return topics
    room -= len(OTHER) + _GAP
    return [topic for position, topic in enumerate(topics) if sum(needs[: position + 1]) <= room]


def _fold_heading(topic: str) -> str:
    """Return the topic on several lines of at most ten columns, broken behind hyphens: more topics fit."""
    lines = [""]
    for part in re.findall(r"[^-]+-?|-", for_screen(topic)):
        if lines[-1] and cell_len(lines[-1] + part) > _WIDEST_HEADING:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _name_documents(documents: Sequence[DocumentSummary]) -> list[str]:
    """Return the source of each document, with the document's name where a source has several."""
    sources = Counter(document.source for document in documents)
    return [
        for_screen(document.source if sources[document.source] == 1 else f"{document.source} ({document.name})")
        for document in documents
    ]


def _count_claims(claims: Iterable[Claim], topics: Sequence[str]) -> Counter[tuple[str, str | None]]:
    shown = set(topics)
    counts: Counter[tuple[str, str | None]] = Counter()
    for claim in claims:
        found = shown.intersection(claim.topics)
        counts.update((claim.document, topic) for topic in found)
        if not found:
            counts[claim.document, None] += 1
    return counts
