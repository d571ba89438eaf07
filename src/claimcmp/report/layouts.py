"""The layouts of a comparison in one table: a row a pair, a row a group, a row a source, or a row a record."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from claimcmp.records import Claim, Comparison, Group
from claimcmp.report.arrangement import TopicView, by_id, by_topic, groups_by_topic, locate, sources_of, unique
from claimcmp.report.record_tables import RECORD_TABLES, record_table
from claimcmp.report.safe_text import guard_formula
from claimcmp.report.shared_columns import (
    CLAIM_COLUMNS,
    DECISIONS,
    GROUP_COLUMNS,
    INDEPENDENT,
    RULES,
    RULING_COLUMNS,
    SCORE_COLUMNS,
    SELF_CONTRADICTION,
    STANDING_COLUMNS,
    claim_values,
    decisions_of,
    group_values,
    rules_of,
    score_values,
    standing_values,
)
from claimcmp.report.tables import Column, Row, Table, columns_of, values_of
from claimcmp.report.wording import VERDICT_WORDS

LAYOUTS = ("long", "wide", "matrix", *(table.name for table in RECORD_TABLES))

LONG_COLUMNS = (
    *GROUP_COLUMNS,
    *RULING_COLUMNS,
    *SCORE_COLUMNS,
    *INDEPENDENT,
    *(
        Column(f"{column.name}_{side}", column.kind, column.about, column.record, column.field)
        for side in "ab"
        for column in CLAIM_COLUMNS
    ),
    DECISIONS,
)
"""Of the long layout; ``_a`` and ``_b`` are the two sides of a pair."""
DIFFERS_IN = columns_of(Group, "differs_in")
WIDE_COLUMNS_BEFORE = (*GROUP_COLUMNS, *DIFFERS_IN)
WIDE_COLUMNS_AFTER = (RULES, *SCORE_COLUMNS, *STANDING_COLUMNS, DECISIONS)
"""The columns of the wide layout around those of the sources."""
MATRIX_COLUMNS = (
    *columns_of(Claim, "source"),
    Column("documents", "list", "The documents of the source."),
    Column("published", "list", "When they were published, where that is known."),
)
"""The columns of the matrix before those of the topics."""

QUOTE_SEPARATOR = " ¶ "
"""Stands between the quotes, or the offsets, of one source; a line break could as well be part of a quote."""
OFFSETS_SUFFIX = " [offsets]"
SILENT = "silent"
"""Stands in the matrix where a source has no claim on a topic."""


def lay_out(comparison: Comparison, layout: str, *, offsets: bool = False) -> Table:
    """Return the comparison as one table in the layout of that name; ``offsets`` concerns the wide one."""
    if layout == "long":
        return lay_out_long(comparison)
    if layout == "wide":
        return lay_out_wide(comparison, offsets=offsets)
    if layout == "matrix":
        return lay_out_matrix(comparison)
    return record_table(comparison, layout)


def lay_out_long(comparison: Comparison) -> Table:
    """Return one row a pair with both quotes, their places, and the rule that judged them.

    Pairs within one source that contradicts itself follow, without a group. Groups without pairs have no row here; the
    summary counts them.
    """
    claims = by_id(comparison)
    found = [
        (group_values(group), pair, decisions_of(group))
        for group in groups_by_topic(comparison)
        for pair in group.pairs
    ]
    found += [
        ((clash.topic, None, SELF_CONTRADICTION, "single-source"), clash.pair, ())
        for clash in comparison.self_contradictions
    ]
    rows = tuple(
        (
            *group,
            *values_of(pair, RULING_COLUMNS),
            *score_values([pair], comparison),
            pair.independent,
            *claim_values(claims[pair.a]),
            *claim_values(claims[pair.b]),
            decisions,
        )
        for group, pair, decisions in found
    )
    return Table("long", "A row a pair, with both quotes.", LONG_COLUMNS, rows)


def lay_out_wide(comparison: Comparison, *, offsets: bool = False) -> Table:
    """Return one row a group with the quotes of each source in its column.

    With ``offsets`` a second column after each source says where its quotes stand.
    """
    claims = by_id(comparison)
    sources = sources_of(comparison)
    columns = (*WIDE_COLUMNS_BEFORE, *_source_columns(sources, offsets=offsets), *WIDE_COLUMNS_AFTER)
    rows = tuple(
        (
            *group_values(group),
            group.differs_in,
            *_source_values(group, claims, sources, offsets=offsets),
            rules_of(group),
            *score_values(group.pairs, comparison),
            *standing_values(group),
            decisions_of(group),
        )
        for group in groups_by_topic(comparison)
    )
    return Table("wide", "A row a group, with a column a source.", columns, rows)


def lay_out_matrix(comparison: Comparison) -> Table:
    """Return one row a source and one column a topic, as a framework matrix has it.

    A cell has a line for each group of the topic that the source takes part in, with the verdict, the matter and its
    quotes, then those of its claims that are in no group.
    """
    claims = by_id(comparison)
    views = by_topic(comparison)
    taken = {column.name.casefold() for column in MATRIX_COLUMNS}
    headings = _unlike([view.topic for view in views], "topic", taken, lambda name: {name.casefold()})
    topics = (Column(heading, "text", "What the source says on that topic.") for heading in headings)
    rows: list[Row] = []
    for source in sources_of(comparison):
        documents = [document for document in comparison.documents if document.source == source]
        published = unique(document.published for document in documents if document.published)
        cells = (_tell_topic(view, source, claims) for view in views)
        rows.append((source, tuple(document.name for document in documents), published, *cells))
    return Table("matrix", "A row a source, with a column a topic.", (*MATRIX_COLUMNS, *topics), tuple(rows))


def _tell_topic(view: TopicView, source: str, claims: Mapping[str, Claim]) -> str:
    lines: list[str] = []
    told: set[str] = set()
    for group in view.groups:
        own = [claims[claim] for claim in group.claims if claims[claim].source == source]
        if own:
            told.update(claim.id for claim in own)
            differences = f" ({', '.join(group.differs_in)})" if group.differs_in else ""
            quotes = QUOTE_SEPARATOR.join(claim.text for claim in own)
            lines.append(f"{VERDICT_WORDS[group.verdict]}{differences} · {group.matter}: {quotes}")
    alone = [claim for claim in view.claims if claim.source == source and claim.id not in told]
    if alone:
        lines.append(f"IN NO GROUP · {QUOTE_SEPARATOR.join(claim.text for claim in alone)}")
    return "\n".join(lines) or SILENT


def _source_values(group: Group, claims: Mapping[str, Claim], sources: Sequence[str], *, offsets: bool) -> Row:
    members = [claims[claim] for claim in group.claims]
    values = []
    for source in sources:
        own = [claim for claim in members if claim.source == source]
        values.append(QUOTE_SEPARATOR.join(claim.text for claim in own))
        if offsets:
            values.append(QUOTE_SEPARATOR.join(locate(claim) for claim in own))
    return tuple(values)


def _source_columns(sources: Sequence[str], *, offsets: bool) -> Iterable[Column]:
    taken = {column.name.casefold() for column in (*WIDE_COLUMNS_BEFORE, *WIDE_COLUMNS_AFTER)}
    for heading in _unlike(sources, "source", taken, _with_offsets):
        yield Column(heading, "text", "The quotes of that source.")
        if offsets:
            yield Column(f"{heading}{OFFSETS_SUFFIX}", "text", "Where they stand.")


def _unlike(names: Sequence[str], kind: str, taken: set[str], takes: Callable[[str], set[str]]) -> list[str]:
    """Return a heading for each name that no other column has, whatever its case."""
    headings = []
    for name in names:
        candidates = [name, f"{name} ({kind})", *(f"{name} ({n})" for n in range(2, len(names) + 3))]
        heading = next(candidate for candidate in candidates if not taken & takes(candidate))
        taken |= takes(heading)
        headings.append(heading)
    return headings


def _with_offsets(name: str) -> set[str]:
    # Both are taken with and without the option, so that a source keeps its heading in both. A heading is compared as a
    # spreadsheet will show it, lest its guard make two of them one.
    shown = guard_formula(name)
    return {shown.casefold(), f"{shown}{OFFSETS_SUFFIX}".casefold()}
