"""Selects the part of a comparison that a user asks for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimcmp.errors import UsageError
from claimcmp.records import RELATIONS, Comparison, DocumentSummary
from claimcmp.sources import is_date
from claimcmp.workflow.names import find_known, list_names

if TYPE_CHECKING:
    from claimcmp.compare.filters import Filters


def select(
    comparison: Comparison,
    *,
    relations: str | Iterable[str] = (),
    sources: str | Iterable[str] = (),
    since: str | None = None,
    min_confidence: float | None = None,
) -> Comparison:
    """Return the part of a comparison that has one of the relations and of the sources, is recent and sure enough.

    Verdicts stay those of the whole. Raises ``UsageError`` for a relation or a source that is not known, and for a date
    that is none.
    """
    from claimcmp.compare.filters import filter_comparison

    filters = find_filters(
        comparison.documents, relations=relations, sources=sources, since=since, min_confidence=min_confidence
    )
    return filter_comparison(comparison, filters)


def find_filters(
    documents: Iterable[DocumentSummary],
    *,
    relations: str | Iterable[str] = (),
    sources: str | Iterable[str] = (),
    since: str | None = None,
    min_confidence: float | None = None,
) -> "Filters":
    """Return what ``select`` filters by, all names known; so they can be checked before anything is compared."""
    known = list(dict.fromkeys(document.source for document in documents))
    chosen = [find_known("source", name, known) for name in list_names(sources)]
    wanted = [find_known("relation", name, RELATIONS) for name in list_names(relations)]
    if since is not None and not is_date(since):
        raise UsageError(f'"{since}" is no date. Write a year, a month or a day: 2019, 2019-04 or 2019-04-25.')
    from claimcmp.compare.filters import Filters

    return Filters(
        relations=tuple(relation for relation in RELATIONS if relation in wanted),
        sources=tuple(source for source in known if source in chosen),
        since=since,
        min_confidence=min_confidence,
    )
