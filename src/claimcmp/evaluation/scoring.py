"""Holds a run against an annotation: which claims are in which annotated unit, and what all figures come to."""

from collections.abc import Iterable, Mapping, Sequence

from claimcmp.evaluation.attributes import score_attributes, score_topics
from claimcmp.evaluation.gold import Gold, GoldUnit
from claimcmp.evaluation.pairs import score_pairs
from claimcmp.records import Claim, Comparison, Evaluation, Extraction, Miss, Rate

HALF = 0.5
"""A claim is in the unit that holds more than half of it."""


def evaluate(
    gold: Gold, extraction: Extraction, comparison: Comparison | None = None, *, topics: Iterable[str] = ()
) -> Evaluation:
    """Return how a run compares with an annotation, in all or some topics; pairs only where there are annotated ones.

    What is not annotated is not scored. Attributes are scored in units that have a claim in both.
    """
    claims = extraction.claims
    unit_of = match_claims(gold.units, claims)
    held: dict[str, list[Claim]] = {unit.id: [] for unit in gold.units}
    for claim in claims:
        if claim.id in unit_of:
            held[unit_of[claim.id]].append(claim)
    wanted = frozenset(topics) or frozenset(topic for unit in gold.units for topic in unit.topics or ())
    quotes = {unit.id: extraction.texts[unit.document][unit.start : unit.end] for unit in gold.units}
    stray = [claim for claim in claims if claim.id not in unit_of] if gold.complete else []
    figures, misses = [], []
    if any(unit.topics is not None for unit in gold.units):
        figure, missed = score_topics(gold.units, held, stray, wanted, quotes)
        figures.append(figure)
        misses += missed
    for figure, missed in score_attributes(gold.units, held, quotes):
        figures.append(figure)
        misses += missed
    rates: list[Rate] = []
    if gold.not_claims:
        taken = [unit for unit in gold.not_claims if any(_is_in(claim, unit) for claim in claims)]
        rates.append(Rate("layout-left-out", len(gold.not_claims) - len(taken), len(gold.not_claims)))
        texts = (extraction.texts[unit.document][unit.start : unit.end] for unit in taken)
        misses += [Miss("no-claim", "is taken for a claim", (text,)) for text in texts]
    if comparison is not None and (gold.pairs or gold.nonpairs):
        restricted = frozenset(topics)
        scored = score_pairs(gold, comparison, unit_of, quotes, restricted)
        figures += scored.figures
        rates += scored.rates
        misses += scored.misses
    matched = sum(bool(inside) for inside in held.values())
    return Evaluation(len(claims), len(gold.units), matched, tuple(figures), tuple(rates), tuple(misses))


def match_claims(units: Sequence[GoldUnit], claims: Iterable[Claim]) -> Mapping[str, str]:
    """Return the id of the unit for each claim that is in one."""
    by_document: dict[str, list[GoldUnit]] = {}
    for unit in units:
        by_document.setdefault(unit.document, []).append(unit)
    found = {}
    for claim in claims:
        inside = by_document.get(claim.document, ())
        best = max(inside, key=lambda unit: _overlap(claim, unit), default=None)
        if best is not None and _is_in(claim, best):
            found[claim.id] = best.id
    return found


def _is_in(claim: Claim, unit: GoldUnit) -> bool:
    # A person may quote a part of what the run takes for one claim.
    shorter = min(claim.end - claim.start, unit.end - unit.start)
    return claim.document == unit.document and _overlap(claim, unit) > HALF * shorter


def _overlap(claim: Claim, unit: GoldUnit) -> int:
    return max(0, min(claim.end, unit.end) - max(claim.start, unit.start))
