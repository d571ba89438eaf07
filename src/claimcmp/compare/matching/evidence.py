"""Gathers the facts about a pair of claims and weighs whether both are on one matter; it judges no relation.

The score is a plain sum: each part is its weight times what was measured beyond the usual. Weights, what is usual and
how both were obtained are in the lexicon "matching".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.figures.amounts import find_dimension
from claimcmp.compare.features.figures.extents import find_other_extents
from claimcmp.compare.features.figures.figures import may_be_one_figure
from claimcmp.compare.features.figures.numbers import NumberComparison, compare_quantities
from claimcmp.compare.features.figures.told_amounts import list_amounts
from claimcmp.compare.features.polarity.questions import share_question
from claimcmp.compare.features.vocabulary import DIGITS, Vocabulary
from claimcmp.compare.matching.alignment import Alignment, align_words
from claimcmp.compare.matching.roles import compare_roles
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Evidence
from claimcmp.units import find_unit, is_currency
from claimcmp.words import find_base_forms

# More near words than these say no more.
MOST_NEAR_WORDS = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a measure counts; only what differs from the usual speaks for or against one matter."""

    weight: float
    usual: float


def find_evidence(a: Claim, b: Claim, vocabulary: Vocabulary) -> Evidence:
    """Find what two claims share and where they differ."""
    words_a, words_b = vocabulary.words_of(a), vocabulary.words_of(b)
    topical = words_a.topical | words_b.topical
    shared = [key for key in words_a.keys if key in words_b.keys]
    alignment = align_words(a, b, vocabulary)
    numbers = compare_quantities(*list_amounts(a, b))
    measures = _measure(a, b, vocabulary, alignment, numbers)
    parts = _weigh(measures)
    entities_b = {entity.id for entity in b.entities}
    return Evidence(
        score=round(sum(parts.values()), DIGITS),
        parts=parts,
        measures=measures,
        shared_words=tuple(words_a.keys[key] for key in shared if key not in topical),
        shared_terms=tuple(words_a.keys[key] for key in shared if key in topical),
        near_words=alignment.links,
        shared_entities=tuple(dict.fromkeys(entity.id for entity in a.entities if entity.id in entities_b)),
        numbers="none" if numbers.state == "bounded" else numbers.state,
    )


def _measure(
    a: Claim, b: Claim, vocabulary: Vocabulary, alignment: Alignment, numbers: NumberComparison
) -> Mapping[str, float]:
    """Return all that is measured of a pair, from 0 to 1; what a side says nothing of is left out."""
    roles = compare_roles(a, b, vocabulary)
    measures: dict[str, float | None] = {
        "meaning": alignment.meaning,
        "wording": alignment.wording,
        "near words": min(len(alignment.links), MOST_NEAR_WORDS) / MOST_NEAR_WORDS,
        "predicates": roles.predicates,
        "subjects": roles.subjects,
        "objects": roles.others,
        "same amounts": 1.0 if numbers.state == "agree" else None,
        "other amounts": _find_distance(a, b, numbers) if numbers.state == "conflict" else None,
        "one unit": 1.0 if numbers.state == "conflict" or find_other_extents(a, b) else None,
        "both given": 1.0 if _give_both(a, b, numbers, vocabulary) else None,
        "one figure": 1.0 if numbers.state == "conflict" and _may_be_one(a, b, numbers, vocabulary) else None,
        "one question": 1.0 if share_question(a, b, alignment.links, vocabulary.questions.find_asked(a, b)) else None,
        "same dates": 1.0 if _share_date(a, b) else None,
        "same mood": 1.0 if a.modality == b.modality else 0.0,
    }
    return {name: round(value, DIGITS) for name, value in measures.items() if value is not None}


def _find_distance(a: Claim, b: Claim, numbers: NumberComparison) -> float:
    """Return how far the clashing amounts lie apart; half as far where as many of one kind do the same."""
    distance = 1 - numbers.ratio
    x, y = numbers.a, numbers.b
    if x is None or y is None or not x.unit or x.unit != y.unit or find_unit(x.unit) or is_currency(x.unit):
        return distance
    happening = [{form for p in claim.predicates for form in find_base_forms(p.text)} for claim in (a, b)]
    return distance if happening[0].isdisjoint(happening[1]) else distance / 2


def _give_both(a: Claim, b: Claim, numbers: NumberComparison, vocabulary: Vocabulary) -> bool:
    """Tell whether one of two sources gives both of the clashing amounts, so that they are of two things or times."""
    if numbers.state != "conflict" or numbers.a is None or numbers.b is None:
        return False
    if a.document == b.document or _share_date(a, b):
        return False
    return vocabulary.amounts.gives_both(a, numbers.b) or vocabulary.amounts.gives_both(b, numbers.a)


def _may_be_one(a: Claim, b: Claim, numbers: NumberComparison, vocabulary: Vocabulary) -> bool:
    rivals = vocabulary.amounts.count(find_dimension(numbers.a)) if numbers.a else 0
    return may_be_one_figure(a, b, numbers, rivals)


def _weigh(measures: Mapping[str, float]) -> Mapping[str, float]:
    known = {name: weight for name, weight in _read_weights().items() if name in measures}
    parts = {name: held.weight * (measures[name] - held.usual) for name, held in known.items()}
    return {name: round(part, DIGITS) for name, part in parts.items() if round(part, DIGITS)}


def _share_date(a: Claim, b: Claim) -> bool:
    """Tell whether a date of the one is, or is within, one of the other."""
    ours, theirs = ([date.iso for date in claim.dates if date.iso and date.of == "event"] for claim in (a, b))
    return any(x.startswith(y) or y.startswith(x) for x in ours for y in theirs)


@cache
def _read_weights() -> Mapping[str, Weight]:
    parts = read_lexicon("matching")["parts"]
    return {name: Weight(part["weight"], part.get("usual", 0.0)) for name, part in parts.items()}
