"""A comparison as CSV: long with one row a pair, or wide with one row a group and one column a source.

Both follow RFC 4180 (comma, ``\\r\\n``, quotes where needed), with one header row. Text of a source is guarded
against being read as a formula; numbers of ours, scores and offsets, are plain numbers.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from claimcmp.records import COMPATIBLE, Claim, Comparison, Group, Pair
from claimcmp.report.arrangement import by_id, groups_by_topic, locate, sources_of, unique
from claimcmp.report.safe_text import for_cell
from claimcmp.report.standing import tell_consensus, tell_shared_voices, tell_spreads

PAIR_COLUMNS = (
    "topic",
    "group",
    "matter",
    "verdict",
    "relation",
    "rule",
    "reason",
    "score",
    "confidence",
    "independent",
)
CLAIM_COLUMNS = (
    "source",
    "document",
    "published",
    "start",
    "end",
    "quote",
    "claim",
    "attributed_to",
    "polarity",
    "modality",
)
LONG_COLUMNS = (*PAIR_COLUMNS, *(f"{column}_{side}" for side in "ab" for column in CLAIM_COLUMNS))
"""The header of the long layout; ``_a`` and ``_b`` are the two sides of a pair, ``claim`` is the id."""

WIDE_COLUMNS_BEFORE = ("topic", "group", "matter", "verdict", "differs_in")
WIDE_COLUMNS_AFTER = ("rule", "score", "confidence", "consensus", "voices", "one_voice", "values", "silent")
"""The columns of the wide layout around those of the sources."""

QUOTE_SEPARATOR = " ¶ "
"""Stands between the quotes, or the offsets, of one source; a line break could as well be part of a quote."""
LIST_SEPARATOR = "; "
SELF_CONTRADICTION = "self-contradiction"
"""Stands for the matter of a pair within one source."""
OFFSETS_SUFFIX = " [offsets]"

_BYTE_ORDER_MARK = "\ufeff"
_Cell = str | int | float


def format_csv_long(comparison: Comparison, *, bom: bool = False) -> str:
    """Return one row a pair with both quotes, their places, and the rule that judged them.

    Pairs within one source that contradicts itself follow, without a group. ``independent`` is "no" where a pair adds
    no voice. Groups without pairs have no row here; the summary counts them.
    """
    claims = by_id(comparison)
    rows = [
        _pair_row(pair, [group.topic, group.id, group.matter, group.verdict], claims)
        for group in groups_by_topic(comparison)
        for pair in group.pairs
    ]
    rows += [
        _pair_row(found.pair, [found.topic, "", SELF_CONTRADICTION, "single-source"], claims)
        for found in comparison.self_contradictions
    ]
    return _to_csv(LONG_COLUMNS, rows, bom=bom)


def format_csv_wide(comparison: Comparison, *, bom: bool = False, offsets: bool = False) -> str:
    """Return one row a group with the quotes of each source in its column.

    ``rule`` lists the rules of the group's pairs, those that found a difference first; ``score`` and ``confidence`` are
    the highest of the pairs, empty without pairs; ``voices`` counts them, ``one_voice`` names those of several
    sources. With ``offsets`` a second column after each source says where its quotes stand.
    """
    claims = by_id(comparison)
    sources = sources_of(comparison)
    header = [
        *WIDE_COLUMNS_BEFORE,
        *_source_columns(sources, offsets=offsets),
        *WIDE_COLUMNS_AFTER,
    ]
    rows = (
        [
            *_text_cells([group.topic, group.id, group.matter, group.verdict, LIST_SEPARATOR.join(group.differs_in)]),
            *_text_cells(_source_cells(group, claims, sources, offsets=offsets)),
            *_text_cells([LIST_SEPARATOR.join(_rules(group))]),
            max((_score(pair.score) for pair in group.pairs), default=""),
            max((_score(pair.confidence) for pair in group.pairs), default=""),
            *_text_cells([tell_consensus(group)]),
            len(group.voices),
            *_text_cells(
                LIST_SEPARATOR.join(told) for told in (tell_shared_voices(group), tell_spreads(group), group.silent)
            ),
        ]
        for group in groups_by_topic(comparison)
    )
    return _to_csv(header, rows, bom=bom)


def _pair_row(pair: Pair, group: Iterable[str], claims: Mapping[str, Claim]) -> list[_Cell]:
    return [
        *_text_cells([*group, pair.relation, pair.rule, pair.reason]),
        _score(pair.score),
        _score(pair.confidence),
        "yes" if pair.independent else "no",
        *_claim_cells(claims[pair.a]),
        *_claim_cells(claims[pair.b]),
    ]


def _claim_cells(claim: Claim) -> list[_Cell]:
    return [
        *_text_cells([claim.source, claim.document, claim.published or ""]),
        claim.start,
        claim.end,
        *_text_cells(
            [
                claim.text,
                claim.id,
                claim.attributed_to.name if claim.attributed_to else "",
                claim.polarity,
                claim.modality,
            ]
        ),
    ]


def _source_cells(group: Group, claims: Mapping[str, Claim], sources: Sequence[str], *, offsets: bool) -> Iterable[str]:
    members = [claims[claim] for claim in group.claims]
    for source in sources:
        own = [claim for claim in members if claim.source == source]
        yield QUOTE_SEPARATOR.join(claim.text for claim in own)
        if offsets:
            yield QUOTE_SEPARATOR.join(locate(claim) for claim in own)


def _source_columns(sources: Sequence[str], *, offsets: bool) -> list[str]:
    """Return a heading for each source that no other column has, whatever its case."""
    taken = {column.casefold() for column in (*WIDE_COLUMNS_BEFORE, *WIDE_COLUMNS_AFTER)}
    columns = []
    for source in sources:
        name = for_cell(source)
        candidates = [name, f"{name} (source)", *(f"{name} ({n})" for n in range(2, len(sources) + 3))]
        heading = next(candidate for candidate in candidates if not taken & _headings(candidate))
        taken |= _headings(heading)
        columns += [heading, f"{heading}{OFFSETS_SUFFIX}"] if offsets else [heading]
    return columns


def _headings(name: str) -> set[str]:
    # Both are taken with and without the option, so that a source keeps its heading in both.
    return {name.casefold(), f"{name}{OFFSETS_SUFFIX}".casefold()}


def _rules(group: Group) -> tuple[str, ...]:
    diverging = [pair.rule for pair in group.pairs if pair.relation not in COMPATIBLE]
    return unique([*diverging, *(pair.rule for pair in group.pairs)])


def _text_cells(texts: Iterable[str]) -> list[str]:
    return [for_cell(text) for text in texts]


def _score(score: float) -> float:
    return round(score, 4)


def _to_csv(header: Iterable[str], rows: Iterable[Iterable[_Cell]], *, bom: bool) -> str:
    output = StringIO(newline="")
    writer = csv.writer(output, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(rows)
    return f"{_BYTE_ORDER_MARK if bom else ''}{output.getvalue()}"
