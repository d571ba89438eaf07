"""The content words of claims, one key for all forms of a word, and how telling each word is."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
# Spelling variants of a name ("Pyeongyang", "Pyongyang"); shorter words differ by a letter and mean other things.
NAME_LENGTH = 6
NAME_SIMILARITY = 85.0


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of one claim: key to the words as they are printed, in the order of the text."""

    keys: Mapping[str, str]
    topical: frozenset[str] = frozenset()
    """Keys of the words that gave the claim its topics: all claims of a topic have them."""


class Vocabulary:
    """Keys and weights of the words of one collection of claims; independent of the order of the claims."""

    def __init__(self, claims: Iterable[Claim]):
        texts = {claim.id: claim for claim in claims}
        self._parents: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for claim in texts.values():
            for word in WORD.findall(claim.text):
                self._join(find_base_forms(word))
        self._merge_name_variants(texts.values())
        self._words = {key: self._find_words(claim) for key, claim in texts.items()}
        counts = Counter(key for words in self._words.values() for key in words.keys)
        total = len(self._words)
        self._weights = {key: math.log(1 + total / count) for key, count in counts.items()}

    def words_of(self, claim: Claim) -> Words:
        """Return the content words of a claim of this collection."""
        return self._words[claim.id]

    def weight(self, key: str) -> float:
        """Return how telling a word is: the logarithm of one plus the inverse share of claims that hold it."""
        return self._weights[key]

    def _find_words(self, claim: Claim) -> Words:
        keys: dict[str, str] = {}
        # Names outside the table of actors come in many forms; their words are compared one by one.
        known = [entity for entity in claim.entities if not entity.id.startswith("name:")]
        actors = sorted((entity.start - claim.start, entity.end - claim.start, entity.id) for entity in known)
        for match in WORD.finditer(claim.text):
            word = match.group()
            if word.lower() in _stopwords() and not (word.isupper() and len(word) > 1):
                continue
            actor = next((actor_id for start, end, actor_id in actors if start <= match.start() < end), None)
            key = f"@{actor}" if actor else self._key_of(word)
            keys.setdefault(key, word)
        spans = [(item.start - claim.start, item.end - claim.start) for item in claim.topic_evidence]
        terms = [claim.text[start:end] for start, end in spans if 0 <= start < end]
        topical = frozenset(self._key_of(word) for term in terms for word in WORD.findall(term))
        return Words(keys, topical)

    def _key_of(self, word: str) -> str:
        root = self._find(min(find_base_forms(word)))
        return self._names.get(root, root)

    def _join(self, forms: Iterable[str]) -> None:
        roots = sorted({self._find(form) for form in forms})
        for root in roots[1:]:
            self._parents[root] = roots[0]

    def _find(self, form: str) -> str:
        self._parents.setdefault(form, form)
        while self._parents[form] != form:
            form = self._parents[form]
        return form

    def _merge_name_variants(self, claims: Iterable[Claim]) -> None:
        names = sorted(
            {
                self._find(min(find_base_forms(word)))
                for claim in claims
                for word in WORD.findall(claim.text)
                if word[0].isupper() and len(word) >= NAME_LENGTH
            }
        )
        for number, name in enumerate(names):
            for other in names[number + 1 :]:
                if other[0] != name[0]:
                    break
                if fuzz.ratio(name, other, score_cutoff=NAME_SIMILARITY):
                    self._names.setdefault(other, self._names.get(name, name))


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(read_lexicon("stopwords")["stopwords"]["words"])
