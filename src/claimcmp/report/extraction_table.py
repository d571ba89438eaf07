"""The claims of a run by document and topic, in as many columns as the width has room for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimcmp.records import Claim, DocumentSummary, Extraction
from claimcmp.report.safe_text import for_screen

OTHER = "other"
"""The column of the claims that are on none of the topics shown."""

_FIXED = ("source", "published", "sentences", "claims")
_WIDEST_SOURCE, _NARROWEST_SOURCE = 20, 12
_WIDEST_HEADING, _NARROWEST_HEADING = 10, 7
_GAP = 2


@dataclass(frozen=True, slots=True)
class _Form:
    """How wide the columns are, and for which topics there is one."""

    topics: tuple[str, ...]
    source: int = _WIDEST_SOURCE
    heading: int = _WIDEST_HEADING
    dated: bool = True
    """Whether the date of publication has a column; else it stands below the source."""


def lay_out_claims(extraction: Extraction, *, width: int) -> Iterator[RenderableType]:
    """Yield the table, and what it leaves out: topics without a column with their numbers, and where all are listed."""
    form = _find_form(extraction, width)
    yield _table(extraction, form)
    yield from _tell_left_out(extraction, form)


def _find_form(extraction: Extraction, width: int) -> _Form:
    """Return the roomiest form that has a column for every topic; where none has, that with the most columns."""
    topics = tuple(topic.id for topic in extraction.topics)
    forms = (
        _Form(topics),
        _Form(topics, source=_NARROWEST_SOURCE, dated=False),
        _Form(topics, source=_NARROWEST_SOURCE, heading=_NARROWEST_HEADING, dated=False),
    )
    whole = next((form for form in forms if _measure(extraction, form) <= width), None)
    if whole is not None:
        return whole
    narrow = forms[-1]
    shown = [_Form(topics[:number], narrow.source, narrow.heading, narrow.dated) for number in range(1, len(topics))]
    # Without a column of topics there is room for the others as they are.
    return max((form for form in shown if _measure(extraction, form) <= width), key=_count, default=_Form(()))


def _count(form: _Form) -> int:
    return len(form.topics)


def _measure(extraction: Extraction, form: _Form) -> int:
    """Return the columns that a table of this form takes."""
    names = [cell_len(name) for name in _name_documents(extraction.documents)]
    dates = [cell_len(for_screen(document.published or "–")) for document in extraction.documents]
    widths = [max(len(_FIXED[0]), min(form.source, max(names)))]
    if form.dated:
        widths.append(max(len(_FIXED[1]), *dates))
    else:
        widths[0] = max(widths[0], *dates)
    widths += [len(heading) for heading in _FIXED[2:]]
    widths += [max(map(cell_len, _fold_heading(topic, form.heading).splitlines())) for topic in form.topics]
    widths += [len(OTHER)] if _has_other(extraction, form.topics) else []
    return sum(widths) + _GAP * (len(widths) - 1)


def _table(extraction: Extraction, form: _Form) -> Table:
    with_other = _has_other(extraction, form.topics)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    table.add_column(_FIXED[0], overflow="fold", min_width=len(_FIXED[0]), vertical="bottom")
    if form.dated:
        table.add_column(_FIXED[1], overflow="fold", vertical="bottom")
    headings = [_fold_heading(topic, form.heading) for topic in form.topics]
    for heading in (*_FIXED[2:], *headings, *([OTHER] if with_other else [])):
        table.add_column(Text(heading), justify="right", vertical="bottom", no_wrap=True)
    counts = _count_claims(extraction.claims, form.topics)
    for document, name in zip(extraction.documents, _name_documents(extraction.documents), strict=True):
        numbers = [document.sentences, document.claims, *(counts[document.name, topic] for topic in form.topics)]
        numbers += [counts[document.name, None]] if with_other else []
        published = for_screen(document.published or "")
        told = Text(name) if form.dated or not published else Text(name).append(f"\n{published}", style="dim")
        dates = [Text(published or "–")] if form.dated else []
        table.add_row(told, *dates, *(f"{number:,}" for number in numbers))
    return table


def _has_other(extraction: Extraction, topics: Sequence[str]) -> bool:
    on_none = any(not set(claim.topics) & set(topics) for claim in extraction.claims)
    # Beside no topic at all, the column would only repeat the claims.
    return bool(topics) and (on_none or len(topics) < len(extraction.topics))


def _tell_left_out(extraction: Extraction, form: _Form) -> Iterator[Text]:
    counts = Counter(topic for claim in extraction.claims for topic in claim.topics)
    others = [topic.id for topic in extraction.topics if topic.id not in form.topics]
    left = [f"{for_screen(topic)} {counts[topic]:,}" for topic in others]
    none = sum(not claim.topics for claim in extraction.claims)
    if extraction.topics and not form.topics and extraction.claims:
        # No column fits: the numbers stand below the table, so that a narrow terminal hides none of them.
        told = ", ".join([*left, *([f"none {none:,}"] if none else [])])
        yield Text(f"by topic: {told}.", overflow="fold", style="dim")
    elif _has_other(extraction, form.topics):
        elsewhere = f"on topics without a column here ({', '.join(left)})" if left else ""
        told = " or ".join(part for part in (elsewhere, "on no topic" if none or not left else "") if part)
        yield Text(f"{OTHER}: claims {told}. A claim on two topics counts in both.", overflow="fold", style="dim")
    cut = any("…" in _fold_heading(topic, form.heading) for topic in form.topics)
    if extraction.claims and (left or cut):
        yield Text("`claimcmp topics` lists every topic with its claims by source.", overflow="fold", style="dim")


def _fold_heading(topic: str, widest: int) -> str:
    """Return the topic on several lines, broken behind hyphens; only the narrowest headings are cut as well."""
    lines = [""]
    for part in re.findall(r"[^-]+-?|-", for_screen(topic)):
        if lines[-1] and cell_len(lines[-1] + part) > widest:
            lines.append("")
        lines[-1] += part
    if widest > _NARROWEST_HEADING:
        return "\n".join(lines)
    return "\n".join(line if cell_len(line) <= widest else f"{set_cell_size(line, widest - 1)}…" for line in lines)


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
