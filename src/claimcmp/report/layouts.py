"""The layouts of a comparison in one table: a row a pair, a group, a source, a topic or a record."""

from collections.abc import Iterable, Mapping, Sequence

from claimcmp.records import Claim, Comparison, Group
from claimcmp.report.arrangement import by_id, groups_by_topic, locate, sources_of
from claimcmp.report.matrices import lay_out_matrix, lay_out_overview
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
from claimcmp.report.tables import QUOTE_SEPARATOR, Column, Row, Table, columns_of, unlike_headings, values_of

LAYOUTS = ("long", "wide", "matrix", "overview", *(table.name for table in RECORD_TABLES))

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
OFFSETS_SUFFIX = " [offsets]"


def lay_out(comparison: Comparison, layout: str, *, offsets: bool = False) -> Table:
    """Return the comparison as one table in the layout of that name; ``offsets`` concerns the wide one."""
    if layout == "long":
        return lay_out_long(comparison)
    if layout == "wide":
        return lay_out_wide(comparison, offsets=offsets)
    if layout == "matrix":
        return lay_out_matrix(comparison)
    if layout == "overview":
        return lay_out_overview(comparison)
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
    for heading in unlike_headings(sources, "source", taken, _with_offsets):
        yield Column(heading, "text", "The quotes of that source.")
        if offsets:
            yield Column(f"{heading}{OFFSETS_SUFFIX}", "text", "Where they stand.")


def _with_offsets(name: str) -> set[str]:
    # Both are taken with and without the option, so that a source keeps its heading in both. A heading is compared as a
    # spreadsheet will show it, lest its guard make two of them one.
    shown = guard_formula(name)
    return {shown.casefold(), f"{shown}{OFFSETS_SUFFIX}".casefold()}
