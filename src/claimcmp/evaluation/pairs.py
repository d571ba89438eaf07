"""Scores pairs: which annotated ones were found, with which relation, and which tempting ones were left alone."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from claimcmp.evaluation.gold import Gold, GoldPair
from claimcmp.records import COMPATIBLE, Comparison, Figure, Miss, Rate

_Ruling = tuple[str, str]
"""A relation, and the topic under which it was given."""
_Rulings = Mapping[frozenset[str], list[_Ruling]]


@dataclass(slots=True)
class PairScores:
    """What the pairs come to."""

    figures: list[Figure] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)


def score_pairs(
    gold: Gold, comparison: Comparison, unit_of: Mapping[str, str], quotes: Mapping[str, str], topics: Collection[str]
) -> PairScores:
    """Score the pairs of a comparison, of some topics if any are named.

    A pair of units has the relations of all pairs of claims in them, under its own topic where there are any.
    """
    rulings = _find_rulings(comparison, unit_of)
    pairs = [pair for pair in gold.pairs if not topics or pair.topic in topics]
    given = {pair: _choose(pair, rulings) for pair in pairs}
    found = [pair for pair in pairs if given[pair]]
    exact = [pair for pair in found if given[pair] & {pair.relation, *pair.also}]
    alike = [pair for pair in found if any(_is_compatible(rel) == _is_compatible(pair.relation) for rel in given[pair])]
    wrong = [pair for pair in gold.nonpairs if _is_accepted(pair, rulings)]
    firm = [pair for pair in pairs if not pair.soft]
    scores = PairScores()
    scores.rates = [
        Rate("pairs-found", len(found), len(pairs)),
        Rate("firm-pairs-found", sum(bool(given[pair]) for pair in firm), len(firm)),
        Rate("nonpairs-rejected", len(gold.nonpairs) - len(wrong), len(gold.nonpairs)),
        Rate("relation-exact", len(exact), len(found)),
        Rate("relation-alike", len(alike), len(found)),
        Rate("found-and-right", len(exact), len(pairs)),
    ]
    scores.figures.append(Figure("pairing", len(found), len(wrong), len(pairs) - len(found)))
    scores.figures.append(_score_divergence(gold, pairs, rulings))
    if gold.exhaustive:
        scores.figures.append(_score_all(gold, rulings, topics))
    for pair in pairs:
        told = ", ".join(sorted(given[pair]))
        if not told:
            scores.misses.append(_make_miss("pair", f"{pair.relation} missed", pair, quotes))
        elif pair not in exact:
            scores.misses.append(_make_miss("relation", f"{told} instead of {pair.relation}", pair, quotes))
    scores.misses += [_make_miss("nonpair", "taken for one matter", pair, quotes) for pair in wrong]
    return scores


def _find_rulings(comparison: Comparison, unit_of: Mapping[str, str]) -> _Rulings:
    rulings: dict[frozenset[str], list[_Ruling]] = {}
    for group in comparison.groups:
        for pair in group.pairs:
            key = frozenset(unit_of[claim] for claim in (pair.a, pair.b) if claim in unit_of)
            if len(key) == 2:
                rulings.setdefault(key, []).append((pair.relation, group.topic))
    return rulings


def _choose(pair: GoldPair, rulings: _Rulings) -> set[str]:
    found = rulings.get(pair.key, [])
    return {relation for relation, topic in found if topic == pair.topic} or {relation for relation, _ in found}


def _is_accepted(pair: GoldPair, rulings: _Rulings) -> bool:
    found = rulings.get(pair.key, [])
    return any(pair.topic in (None, "", topic) for _, topic in found)


def _score_divergence(gold: Gold, pairs: list[GoldPair], rulings: _Rulings) -> Figure:
    """Score which pairs diverge; those that nobody annotated count for nothing."""
    true = {pair.key for pair in pairs if not _is_compatible(pair.relation)}
    judged = {pair.key for pair in (*pairs, *gold.nonpairs)}
    mine = {key for key, found in rulings.items() if not all(_is_compatible(relation) for relation, _ in found)}
    return Figure("divergence", len(mine & true), len((mine & judged) - true), len(true - mine))


def _score_all(gold: Gold, rulings: _Rulings, topics: Collection[str]) -> Figure:
    """Score all pairs of units on a topic, where everything else is wrong."""
    on_topic = {unit.id for unit in gold.units if unit.topics}
    true = {pair.key for pair in gold.pairs}
    mine = {
        key
        for key, found in rulings.items()
        if key <= on_topic and (not topics or any(topic in topics for _, topic in found))
    }
    return Figure("pair", len(mine & true), len(mine - true), len(true - mine))


def _is_compatible(relation: str) -> bool:
    return relation in COMPATIBLE


def _make_miss(kind: str, told: str, pair: GoldPair, quotes: Mapping[str, str]) -> Miss:
    return Miss(kind, told, tuple(quotes.get(unit, unit) for unit in (pair.a, pair.b)))
