"""Gathers the facts about a pair of claims; it judges nothing."""

from claimcmp.compare.numbers import compare_quantities
from claimcmp.compare.vocabulary import Vocabulary
from claimcmp.records import Claim, Evidence

# Shared numbers speak for one matter, clashing ones against it the more the further they lie apart.
NUMBERS_AGREE = 0.06
NUMBERS_CONFLICT = -0.10


def find_evidence(a: Claim, b: Claim, vocabulary: Vocabulary) -> Evidence:
    """Find what two claims share and where they differ.

    ``wording`` is the weighted share of each claim's content words that the other has too, mean of both
    directions; words are weighted by how rare they are in the collection, actors count by their id.
    """
    words_a, words_b = vocabulary.words_of(a).keys, vocabulary.words_of(b).keys
    topical = vocabulary.words_of(a).topical | vocabulary.words_of(b).topical
    shared = [key for key in words_a if key in words_b]
    weight = sum(vocabulary.weight(key) for key in shared)
    total_a = sum(map(vocabulary.weight, words_a)) or 1.0
    total_b = sum(map(vocabulary.weight, words_b)) or 1.0
    parts = {"wording": (weight / total_a + weight / total_b) / 2}
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers.state == "agree":
        parts["numbers agree"] = NUMBERS_AGREE
    elif numbers.state == "conflict":
        parts["numbers conflict"] = NUMBERS_CONFLICT * (1 - numbers.ratio)
    entities_b = {entity.id for entity in b.entities}
    return Evidence(
        score=round(sum(parts.values()), 6),
        parts={name: round(part, 6) for name, part in parts.items()},
        shared_words=tuple(words_a[key] for key in shared if key not in topical),
        shared_terms=tuple(words_a[key] for key in shared if key in topical),
        shared_entities=tuple(dict.fromkeys(entity.id for entity in a.entities if entity.id in entities_b)),
        numbers=numbers.state,
    )
