"""A comparison as flat tables, one a kind of record, as a database or a data frame wants it."""

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimcmp.records import (
    Claim,
    Comparison,
    Copy,
    DateRef,
    Decision,
    DocumentSummary,
    Entity,
    Evidence,
    Group,
    Measured,
    Pair,
    Quantity,
    Spread,
    Topic,
    TopicEvidence,
    Unjudged,
    Voice,
)
from claimcmp.records_json import to_plain
from claimcmp.report.arrangement import by_id, groups_by_topic
from claimcmp.report.shared_columns import (
    CLAIM_COLUMNS,
    DECISIONS,
    GROUP_COLUMNS,
    GROUP_KEY,
    INDEPENDENT,
    RULES,
    RULING_COLUMNS,
    SCORE_COLUMNS,
    STANDING_COLUMNS,
    claim_values,
    decisions_of,
    group_values,
    rules_of,
    score_values,
    standing_values,
)
from claimcmp.report.tables import Column, Row, Table, columns_of, values_of
from claimcmp.version import __version__

CLAIM_KEY = columns_of(Claim, "claim=id")

_DOCUMENT = (*columns_of(DocumentSummary, "document=name"), *columns_of(DocumentSummary)[1:])
_TOPIC = columns_of(Topic, "topic=id", "label", "definition", "terms", "exclude")
_CLAIM_DETAILS = columns_of(Claim, "topics", "sentence_start", "sentence_end", "resolved")
_CLAIM_CUES = (
    Column("attribution_kind", "text", "How it is attributed: direct, indirect, according-to or nominal."),
    Column("attribution_stance", "text", "What the author makes of that: neutral, doubted or endorsed."),
    Column("attribution_cue", "text", "The words that attribute it."),
    Column("polarity_cue", "text", "The words that negate it."),
    Column("modality_cue", "text", "The words that make it other than asserted."),
    Column("unmatched", "flag", "Whether it found no counterpart in another source."),
)
_GROUP_DETAILS = columns_of(Group, "differs_in", "sources")
_HIDDEN = columns_of(Group, "pairs_hidden")
_ENDS = columns_of(Pair, "claim_a=a", "claim_b=b")
_EVIDENCE = columns_of(Evidence, "shared_words", "shared_entities", "numbers")
_PARTS = Column("parts", "text", "The weighted parts of the score, which add up to it, as a JSON object.")
_VOICE = columns_of(Voice, "voice=name", "kind", "sources", "claims", "copies")
_SPREAD, _MEASURED = columns_of(Spread), columns_of(Measured)
_UNJUDGED = columns_of(Unjudged, "claim_a=a", "claim_b=b", "topic", "score", "reason")


def _details_of(record: type, field: str) -> tuple[tuple[Column, ...], Callable[[Comparison], Iterator[Row]]]:
    """Return the columns and rows of what each claim has several of."""
    columns = columns_of(record)

    def rows(comparison: Comparison) -> Iterator[Row]:
        for claim in comparison.claims:
            for found in getattr(claim, field):
                yield (claim.id, *values_of(found, columns))

    return (*CLAIM_KEY, *columns), rows


def _documents(comparison: Comparison) -> Iterator[Row]:
    return (values_of(document, _DOCUMENT) for document in comparison.documents)


def _topics(comparison: Comparison) -> Iterator[Row]:
    return (values_of(topic, _TOPIC) for topic in comparison.topics)


def _claims(comparison: Comparison) -> Iterator[Row]:
    unmatched = set(comparison.unmatched)
    for claim in comparison.claims:
        held, negated, hedged = claim.attributed_to, claim.polarity_cue, claim.modality_cue
        yield (
            *claim_values(claim),
            *values_of(claim, _CLAIM_DETAILS),
            *((held.kind, held.stance, held.cue) if held else (None, None, None)),
            negated.text if negated else None,
            hedged.text if hedged else None,
            claim.id in unmatched,
        )


def _groups(comparison: Comparison) -> Iterator[Row]:
    for group in groups_by_topic(comparison):
        yield (
            *group_values(group),
            *values_of(group, _GROUP_DETAILS),
            rules_of(group),
            *score_values(group.pairs, comparison),
            *standing_values(group),
            decisions_of(group),
            group.pairs_hidden,
        )


def _members(comparison: Comparison) -> Iterator[Row]:
    for group in groups_by_topic(comparison):
        for claim in group.claims:
            yield (group.topic, group.id, claim)


def _pairs(comparison: Comparison) -> Iterator[Row]:
    found = [(group.topic, group.id, pair) for group in groups_by_topic(comparison) for pair in group.pairs]
    clashes = [(clash.topic, None, clash.pair) for clash in comparison.self_contradictions]
    for topic, group, pair in [*found, *clashes]:
        yield (
            topic,
            group,
            pair.a,
            pair.b,
            *values_of(pair, RULING_COLUMNS),
            *score_values([pair], comparison),
            pair.independent,
            *values_of(pair.evidence, _EVIDENCE),
            json.dumps({name: round(part, 4) for name, part in pair.evidence.parts.items()}, ensure_ascii=False),
        )


def _voices(comparison: Comparison) -> Iterator[Row]:
    for group in groups_by_topic(comparison):
        for voice in group.voices:
            yield (group.topic, group.id, *values_of(voice, _VOICE))


def _spreads(comparison: Comparison) -> Iterator[Row]:
    for group in groups_by_topic(comparison):
        for spread in group.spreads:
            for measured in spread.values:
                yield (group.topic, group.id, *values_of(spread, _SPREAD), *values_of(measured, _MEASURED))


def _decisions(comparison: Comparison) -> Iterator[Row]:
    for group in groups_by_topic(comparison):
        for decision in group.decisions:
            yield (group.topic, group.id, *values_of(decision, columns_of(Decision)))


def _copies(comparison: Comparison) -> Iterator[Row]:
    return (values_of(copy, columns_of(Copy)) for copy in comparison.copies)


def _unjudged(comparison: Comparison) -> Iterator[Row]:
    return (values_of(pair, _UNJUDGED) for pair in comparison.unjudged)


def _run(comparison: Comparison) -> Iterator[Row]:
    plain = to_plain(comparison)
    held = {"claimcmp": __version__, **comparison.settings}
    held |= {name: plain[name] for name in ("filters", "groups_hidden", "pairs_examined", "pairs_apart")}
    for name, value in held.items():
        yield (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class _Recipe:
    table: Table
    rows: Callable[[Comparison], Iterator[Row]]


def _recipe(name: str, about: str, columns: tuple[Column, ...], rows: Callable[[Comparison], Iterator[Row]]) -> _Recipe:
    return _Recipe(Table(name, about, columns), rows)


_RECIPES = (
    _recipe("documents", "A row a document.", _DOCUMENT, _documents),
    _recipe("topics", "A row a topic.", _TOPIC, _topics),
    _recipe("claims", "A row a claim.", (*CLAIM_COLUMNS, *_CLAIM_DETAILS, *_CLAIM_CUES), _claims),
    _recipe("topic_evidence", "A row a reason why a claim has a topic.", *_details_of(TopicEvidence, "topic_evidence")),
    _recipe("quantities", "A row an amount in a claim.", *_details_of(Quantity, "quantities")),
    _recipe("dates", "A row a date in a claim.", *_details_of(DateRef, "dates")),
    _recipe("entities", "A row a named actor in a claim.", *_details_of(Entity, "entities")),
    _recipe(
        "groups",
        "A row a group of claims on one matter.",
        (*GROUP_COLUMNS, *_GROUP_DETAILS, RULES, *SCORE_COLUMNS, *STANDING_COLUMNS, DECISIONS, *_HIDDEN),
        _groups,
    ),
    _recipe("members", "A row a claim in a group.", (*GROUP_KEY, *CLAIM_KEY), _members),
    _recipe(
        "pairs",
        "A row a judged pair; of a source that contradicts itself without a group.",
        (*GROUP_KEY, *_ENDS, *RULING_COLUMNS, *SCORE_COLUMNS, *INDEPENDENT, *_EVIDENCE, _PARTS),
        _pairs,
    ),
    _recipe("voices", "A row a voice of a group.", (*GROUP_KEY, *_VOICE), _voices),
    _recipe(
        "spreads",
        "A row a voice that gives a value for what several measure.",
        (*GROUP_KEY, *_SPREAD, *_MEASURED),
        _spreads,
    ),
    _recipe("decisions", "A row a decision of a reviewer.", (*GROUP_KEY, *columns_of(Decision)), _decisions),
    _recipe("copies", "A row a passage that one document has from another.", columns_of(Copy), _copies),
    _recipe("unjudged", "A row a pair of similar claims that no rule can judge.", _UNJUDGED, _unjudged),
    _recipe(
        "run",
        "A row a setting or count of the run.",
        (Column("name", "text", "Of the setting or count."), Column("setting", "text", "A text as it is, else JSON.")),
        _run,
    ),
)

RECORD_TABLES: tuple[Table, ...] = tuple(recipe.table for recipe in _RECIPES)
"""The tables without their rows."""


def record_table(comparison: Comparison, name: str) -> Table:
    """Return the table of that name with its rows."""
    by_id(comparison)  # raises where a group names a claim that is not there
    (recipe,) = (recipe for recipe in _RECIPES if recipe.table.name == name)
    table = recipe.table
    return Table(table.name, table.about, table.columns, tuple(_clean(row) for row in recipe.rows(comparison)))


def record_tables(comparison: Comparison) -> tuple[Table, ...]:
    """Return all tables; one whose records the comparison has none of is there without rows."""
    return tuple(record_table(comparison, table.name) for table in RECORD_TABLES)


def _clean(row: Row) -> Row:
    # An open end ("more than 10") has no number; what is not a number has none either.
    return tuple(None if isinstance(value, float) and not math.isfinite(value) else value for value in row)
