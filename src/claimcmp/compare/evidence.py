"""Gathers the facts about a pair of claims; it judges nothing."""

from claimcmp.compare.alignment import align_words
from claimcmp.compare.numbers import compare_quantities
from claimcmp.compare.vocabulary import Vocabulary
from claimcmp.records import Claim, Evidence

# Shared numbers speak for one matter, clashing ones against it the more the further they lie apart.
NUMBERS_AGREE = 0.06
NUMBERS_CONFLICT = -0.10


def find_evidence(a: Claim, b: Claim, vocabulary: Vocabulary) -> Evidence:
    """Find what two claims share and where they differ.

    ``meaning`` is the weighted share of each claim's content words that the other has too, near words counted by how
    near they are, ``wording`` the same for equal words only; actors count by their id.
    """
    words_a, words_b = vocabulary.words_of(a).keys, vocabulary.words_of(b).keys
    topical = vocabulary.words_of(a).topical | vocabulary.words_of(b).topical
    shared = [key for key in words_a if key in words_b]
    alignment = align_words(a, b, vocabulary)
    parts = {"meaning": alignment.meaning}
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers.state == "agree":
        parts["numbers agree"] = NUMBERS_AGREE
    elif numbers.state == "conflict":
        parts["numbers conflict"] = NUMBERS_CONFLICT * (1 - numbers.ratio)
    entities_b = {entity.id for entity in b.entities}
    return Evidence(
        score=round(sum(parts.values()), 6),
        parts={name: round(part, 6) for name, part in parts.items()},
        measures={"meaning": alignment.meaning, "wording": alignment.wording},
        shared_words=tuple(words_a[key] for key in shared if key not in topical),
        shared_terms=tuple(words_a[key] for key in shared if key in topical),
        near_words=alignment.links,
        shared_entities=tuple(dict.fromkeys(entity.id for entity in a.entities if entity.id in entities_b)),
        numbers=numbers.state,
    )
