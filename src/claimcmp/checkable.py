"""Tells which claims facts could show to be right or wrong, and what speaks for it."""

import math
import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Predicate

if TYPE_CHECKING:
    from claimcmp.word_vectors import Matrix, WordTable

WORD = re.compile(r"[A-Za-z]+|\d[\d,.]*|[$%£€!?]")
RARE = 40_000
"""The rank that a word is given which general English does not have among its most frequent."""
ROLES = ("nsubj", "nsubj:pass", "obj", "obl", "ccomp", "xcomp", "advcl")
MODALITIES = ("hedged", "predicted", "conditional", "normative")


@dataclass(frozen=True, slots=True)
class Checkability:
    """How likely facts could decide a claim."""

    probability: float
    checkable: bool
    reasons: tuple[tuple[str, float], ...]
    """What speaks for it (above 0) and against it, the weightiest first; words of the claim in quotation marks.

    What a feature says counts from its usual value, so that its absence may speak too.
    """


def is_checkable(claim: Claim) -> bool:
    """Tell whether a claim is about the world and says something definite enough to look up.

    A figure, a name, an event speak for it; a wish, a duty, praise and vague words against it.
    """
    return measure_checkability(claim).checkable


def measure_checkability(claim: Claim, *, most: int = 5) -> Checkability:
    """Return how likely facts could decide a claim, with up to ``most`` reasons."""
    weights = read_lexicon("checkability")
    parts = {
        name: weights["features"][name]["weight"] * (value - weights["features"][name]["usual"])
        for name, value in find_features(claim).items()
    } | _weigh_words(find_words(claim, _word_table().rows))
    score = weights["bias"]["weight"] + math.fsum(parts.values())
    probability = 1 / (1 + math.exp(-score))
    telling = [(name, part) for name, part in parts.items() if name not in _stopwords()]
    ranked = sorted(telling, key=lambda item: (-abs(item[1]), item[0]))
    return Checkability(probability, probability > weights["bias"]["threshold"], tuple(ranked[:most]))


def find_words(claim: Claim, known: Container[str]) -> list[str]:
    """Return the words of a claim that have a vector, in lower case and in their order."""
    held = claim.attributed_to
    text = claim.text if held is None else f"{held.name} {held.cue} {claim.text}"
    return [word for word in map(str.lower, WORD.findall(text)) if word in known]


def find_features(claim: Claim) -> dict[str, float]:
    """Return what is counted of a claim beside its words, each under the name that a reason gives."""
    words = WORD.findall(claim.text)
    lower = [word.lower() for word in words]
    length = claim.sentence_end - claim.sentence_start
    return {
        "length": math.log(len(words) + 1),
        "long words": sum(map(len, words)) / max(1, len(words)),
        "share of its sentence": (claim.end - claim.start) / max(1, length),
        "commas": min(2, claim.text.count(",")),
        "exclamation": float("!" in claim.text),
        "quantities": min(2, len(claim.quantities)),
        "a share or change": float(any(quantity.role in ("share", "change") for quantity in claim.quantities)),
        "dates": min(2, len(claim.dates)),
        "digits": float(any(map(str.isdigit, claim.text))),
        "capitals": min(5, sum(word[0].isupper() for word in words[1:] if word != "I")),
        "named persons": float(any(entity.kind == "person" for entity in claim.entities)),
        "other names": min(3, sum(entity.kind != "person" for entity in claim.entities)),
        "negated": float(claim.polarity == "negated"),
        "attributed": float(claim.attributed_to is not None),
        **{modality: float(claim.modality == modality) for modality in MODALITIES},
        **{name: float(min(2, sum(word in listed for word in lower))) for name, listed in _classes().items()},
        "-ed": min(2, sum(word.endswith("ed") for word in lower)),
        "-ing": min(2, sum(word.endswith("ing") for word in lower)),
        **_rate_rarity(lower),
        **_describe_predicates(claim.predicates),
    }


def _weigh_words(words: list[str]) -> dict[str, float]:
    """Return what each word adds to the mean over all of them."""
    parts: dict[str, float] = {}
    if words:
        says = _word_table().stack(words) @ _word_weights() - read_lexicon("checkability")["words"]["usual"]
        for word, part in zip(words, says.tolist(), strict=True):
            parts[f'"{word}"'] = parts.get(f'"{word}"', 0.0) + part / len(words)
    return parts


def _rate_rarity(words: list[str]) -> dict[str, float]:
    rows = _word_table().rows
    ranks = sorted(math.log(rows.get(word, RARE) + 10) for word in words if word.isalpha()) or [5.0]
    return {"rare words": sum(ranks) / len(ranks), "rarest word": ranks[-1], "middling word": ranks[len(ranks) // 2]}


def _describe_predicates(predicates: tuple[Predicate, ...]) -> dict[str, float]:
    head = predicates[0] if predicates else None
    arguments = head.arguments if head else ()
    subjects = [argument for argument in arguments if argument.role.startswith("nsubj")]
    heads = {subject.head.lower() for subject in subjects}
    roles = Counter(argument.role for predicate in predicates for argument in predicate.arguments)
    form = head.text.lower() if head else ""
    bent = head is not None and form != head.lemma
    attitude = head is not None and head.lemma in _words("attitudes")
    speaker = bool(heads & (_words("we") | _words("i")))
    return {
        "no predicate": float(head is None),
        "no subject": float(not subjects),
        **{f"subject: {name}": float(bool(heads & _words(name))) for name in ("we", "i", "you", "it", "they")},
        "definite argument": float(any(argument.head.lower() not in _words("vague") for argument in arguments)),
        "attitude": float(attitude),
        "speaker's attitude": float(attitude and speaker),
        "says what is": float(head is not None and head.lemma == "be"),
        "says what is had": float(head is not None and head.lemma == "have"),
        "head denied": float(head is not None and head.negated),
        "past form": float(bent and form.endswith("ed")),
        "progressive": float(bent and form.endswith("ing")),
        "predicates": min(4, len(predicates)),
        **{f"role {role}": min(2, roles[role]) for role in ROLES},
    }


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: _words(name) for name, table in read_lexicon("checkable").items() if table.get("counted")}


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(f'"{word}"' for word in read_lexicon("stopwords")["stopwords"]["words"])


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("checkable")[table]["words"])


def _word_table() -> "WordTable":
    # Loaded here, so that importing claimcmp stays instant.
    from claimcmp.word_vectors import load_words

    return load_words()


@cache
def _word_weights() -> "Matrix":
    import numpy as np

    return np.array(read_lexicon("checkability")["words"]["weights"], dtype=np.float32)
