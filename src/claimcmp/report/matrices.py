"""The layouts that set sources against topics: what each source says on each topic, and how that stands."""

from collections.abc import Mapping

from claimcmp.records import Claim, Comparison, Topic
from claimcmp.report.arrangement import TopicView, by_id, by_topic, sources_of, unique
from claimcmp.report.tables import QUOTE_SEPARATOR, Column, Row, Table, columns_of, unlike_headings
from claimcmp.report.wording import count, count_verdicts, find_respects, show_verdict

MATRIX_COLUMNS = (
    *columns_of(Claim, "source"),
    Column("documents", "list", "The documents of the source."),
    Column("published", "list", "When they were published, where that is known."),
)
"""The columns of the matrix before those of the topics."""
OVERVIEW_COLUMNS = (
    *columns_of(Topic, "topic=id", "label"),
    Column("claims", "whole", "How many claims are on the topic."),
    Column("groups", "whole", "How many groups they make."),
    Column("standing", "text", "How many of the groups have which verdict, and in what they differ."),
)
"""The columns of the overview before those of the sources."""

SILENT = "silent"
"""Stands where a source has no claim on a topic."""


def lay_out_matrix(comparison: Comparison) -> Table:
    """Return one row a source and one column a topic, as a framework matrix has it.

    A cell has a line for each group of the topic that the source takes part in, with the verdict, the matter and its
    quotes, then those of its claims that are in no group.
    """
    claims = by_id(comparison)
    views = by_topic(comparison)
    taken = {column.name.casefold() for column in MATRIX_COLUMNS}
    headings = unlike_headings([view.topic for view in views], "topic", taken)
    topics = (Column(heading, "text", "What the source says on that topic.") for heading in headings)
    rows: list[Row] = []
    for source in sources_of(comparison):
        documents = [document for document in comparison.documents if document.source == source]
        published = unique(document.published for document in documents if document.published)
        cells = (_tell_topic(view, source, claims) for view in views)
        rows.append((source, tuple(document.name for document in documents), published, *cells))
    return Table("matrix", "A row a source, with a column a topic.", (*MATRIX_COLUMNS, *topics), tuple(rows))


def lay_out_overview(comparison: Comparison) -> Table:
    """Return one row a topic and one column a source, with the verdicts of the groups that it takes part in."""
    sources = sources_of(comparison)
    labels = {topic.id: topic.label for topic in comparison.topics}
    headings = unlike_headings(sources, "source", {column.name.casefold() for column in OVERVIEW_COLUMNS})
    columns = (Column(heading, "text", "How the source stands on the topic.") for heading in headings)
    rows: tuple[Row, ...] = tuple(
        (
            view.topic,
            labels.get(view.topic, ""),
            len(view.claims),
            len(view.groups),
            count_verdicts(view.groups),
            *(_tell_standing(view, source) for source in sources),
        )
        for view in by_topic(comparison)
    )
    return Table("overview", "A row a topic, with a column a source.", (*OVERVIEW_COLUMNS, *columns), rows)


def _tell_standing(view: TopicView, source: str) -> str:
    groups = [group for group in view.groups if source in group.sources]
    if groups:
        return count_verdicts(groups)
    claims = sum(claim.source == source for claim in view.claims)
    return f"{count(claims, 'claim')} in no group" if claims else SILENT


def _tell_topic(view: TopicView, source: str, claims: Mapping[str, Claim]) -> str:
    lines: list[str] = []
    told: set[str] = set()
    for group in view.groups:
        own = [claims[claim] for claim in group.claims if claims[claim].source == source]
        if own:
            told.update(claim.id for claim in own)
            differences = f" ({', '.join(respects)})" if (respects := find_respects(group)) else ""
            quotes = QUOTE_SEPARATOR.join(claim.text for claim in own)
            lines.append(f"{show_verdict(group)}{differences} · {group.matter}: {quotes}")
    alone = [claim for claim in view.claims if claim.source == source and claim.id not in told]
    if alone:
        lines.append(f"IN NO GROUP · {QUOTE_SEPARATOR.join(claim.text for claim in alone)}")
    return "\n".join(lines) or SILENT
