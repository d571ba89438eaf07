"""Columns that several tables have, and what a record has in them."""

from collections.abc import Iterable

from claimcmp.records import COMPATIBLE, Claim, Comparison, Group, Pair
from claimcmp.report.arrangement import unique
from claimcmp.report.standing import tell_consensus, tell_decisions, tell_shared_voices, tell_spreads
from claimcmp.report.tables import Column, Row, columns_of, values_of

SELF_CONTRADICTION = "self-contradiction"
"""Stands for the matter of a pair within one source."""

GROUP_KEY = columns_of(Group, "topic", "group=id")
GROUP_COLUMNS = (*GROUP_KEY, *columns_of(Group, "matter", "verdict"))
"""What says which group a row is of."""
RULING_COLUMNS = columns_of(Pair, "relation", "rule", "reason")
SCORE_COLUMNS = (
    Column("score", "number", "How much speaks for one matter; of a group the highest of its pairs."),
    Column("threshold", "number", "The score from which claims were taken to be on one matter in this run."),
    Column("confidence", "number", "How often such rulings were right where it was measured; of a group the highest."),
)
INDEPENDENT = columns_of(Pair, "independent")
RULES = Column("rule", "list", "The rules of the group's pairs, those that found a difference first.")
STANDING_COLUMNS = (
    Column("consensus", "text", "How the voices of the group stand, in words."),
    Column("voices", "whole", "How many voices the group has; copies of one text are one voice."),
    Column("one_voice", "list", "Why several sources count as one voice, a phrase a voice."),
    Column("values", "list", "Range and median of what several voices measure alike."),
    *columns_of(Group, "silent"),
)
DECISIONS = Column("decisions", "list", "What reviewers decided of the group, in the order of their files.")
CLAIM_COLUMNS = (
    *columns_of(Claim, "source", "document", "published", "start", "end", "quote=text", "claim=id"),
    Column("attributed_to", "text", "Who is committed to it other than the author; empty in the author's own voice."),
    *columns_of(Claim, "polarity", "modality"),
)
"""What every row tells about a claim."""


def group_values(group: Group) -> Row:
    """Return the values of ``GROUP_COLUMNS``."""
    return values_of(group, GROUP_COLUMNS)


def score_values(pairs: Iterable[Pair], comparison: Comparison) -> Row:
    """Return the values of ``SCORE_COLUMNS``, of one pair or over all of a group."""
    held = tuple(pairs)
    threshold = comparison.settings.get("threshold")
    return (
        max((_round(pair.score) for pair in held), default=None),
        threshold if isinstance(threshold, float | int) else None,
        max((_round(pair.confidence) for pair in held), default=None),
    )


def standing_values(group: Group) -> Row:
    """Return the values of ``STANDING_COLUMNS``."""
    one_voice, values = tuple(tell_shared_voices(group)), tuple(tell_spreads(group))
    return (tell_consensus(group), len(group.voices), one_voice, values, group.silent)


def decisions_of(group: Group) -> tuple[str, ...]:
    """Return the decisions about a group, a sentence each."""
    return tuple(tell_decisions(group))


def rules_of(group: Group) -> tuple[str, ...]:
    """Return the rules of the group's pairs, those that found a difference first."""
    diverging = [pair.rule for pair in group.pairs if pair.relation not in COMPATIBLE]
    return unique([*diverging, *(pair.rule for pair in group.pairs)])


def claim_values(claim: Claim) -> Row:
    """Return the values of ``CLAIM_COLUMNS``."""
    held = claim.attributed_to.name if claim.attributed_to else None
    return tuple(held if column.name == "attributed_to" else getattr(claim, column.field) for column in CLAIM_COLUMNS)


def _round(score: float) -> float:
    return round(score, 4)
