"""The content words of claims, one key for all forms of a word, with how telling each is and what it means."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from claimcmp.compare.features.figures.figure_keys import FIGURES, find_figures
from claimcmp.compare.features.figures.known_amounts import KnownAmounts
from claimcmp.compare.features.polarity.asked_questions import AskedQuestions
from claimcmp.compare.features.wording.affinity import NEAR
from claimcmp.records import Claim
from claimcmp.word_vectors import load_words
from claimcmp.words import find_base_forms, is_stopword

WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
# Spelling variants of a name ("Pyeongyang", "Pyongyang"); shorter words differ by a letter and mean other things.
NAME_LENGTH = 6
NAME_SIMILARITY = 85.0
# A few claims cannot tell which words are rare: so many claims of general English are counted with them, in which a
# word is as frequent as its rank in the table of vectors says (Zipf's law).
BACKGROUND_CLAIMS = 20
WORDS_PER_CLAIM = 30
ZIPF_SHARE = 0.1
ZIPF_OFFSET = 100
SUBJECT = "nsubj"
UNKNOWN_SHARE = 1e-4
LARGEST_SHARE = 0.9

MOST_NEAR = 10
# Further digits differ from processor to processor.
DIGITS = 4
ROWS_AT_ONCE = 1000

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of one claim: key to the words as they are printed, in the order of the text."""

    keys: Mapping[str, str]
    topical: frozenset[str] = frozenset()
    """Keys of the words that gave the claim its topics: all claims of a topic have them."""


class Vocabulary:
    """Keys, weights and vectors of the words of one collection of claims; independent of the order of the claims."""

    def __init__(self, claims: Iterable[Claim]):
        unique = {claim.id: claim for claim in claims}
        self._parents: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for claim in unique.values():
            for word in (*_find_words(claim), *_find_inherited(claim)):
                self._join(find_base_forms(word))
        self._merge_name_variants(unique.values())
        self._words = {key: self._read(claim) for key, claim in unique.items()}
        self.amounts = KnownAmounts(unique.values())
        self.questions = AskedQuestions(unique.values())
        counts = Counter(key for words in self._words.values() for key in words.keys)
        self.positions = {key: position for position, key in enumerate(sorted(counts))}
        """The row of each key in ``vectors`` and ``weights``."""
        rows = self._find_rows()
        shares = _expect_shares(rows)
        known = np.array([counts[key] for key in self.positions], dtype=np.float64)
        total = len(self._words) + BACKGROUND_CLAIMS
        # 2018 is near 2019 as a word, and not the same at all.
        self.vectors: Vectors = _stack(
            [
                -1 if key[0].isdigit() or key[0] in FIGURES else row
                for key, row in zip(self.positions, rows, strict=True)
            ]
        )
        self.weights = _weigh_norms(rows) * -np.log((known + BACKGROUND_CLAIMS * shares) / total)
        """How telling each word is: rare in the collection and in English, and far from the mean of all words."""
        self._indices = {
            key: np.array([self.positions[word] for word in words.keys], dtype=np.intp)
            for key, words in self._words.items()
        }

    def words_of(self, claim: Claim) -> Words:
        """Return the content words of a claim of this collection."""
        return self._words[claim.id]

    def indices_of(self, claim: Claim) -> NDArray[np.intp]:
        """Return the rows of a claim's words, in their order."""
        return self._indices[claim.id]

    def near(self, key: str) -> Sequence[str]:
        """Return the other words of the collection that are near in meaning, the nearest first."""
        return self._near.get(key, ())

    @cached_property
    def _near(self) -> Mapping[str, Sequence[str]]:
        keys = list(self.positions)
        found: dict[str, Sequence[str]] = {}
        for begin in range(0, len(keys), ROWS_AT_ONCE):
            cosines = self.vectors[begin : begin + ROWS_AT_ONCE] @ self.vectors.T
            for row, cosine in enumerate(cosines.round(DIGITS)):
                best = [int(other) for other in np.flatnonzero(cosine >= NEAR) if other != begin + row]
                best.sort(key=lambda other: (-float(cosine[other]), other))
                found[keys[begin + row]] = tuple(keys[other] for other in best[:MOST_NEAR])
        return found

    def find(self, text: str) -> NDArray[np.intp]:
        """Return the rows of the content words of a stretch of a claim."""
        keys = dict.fromkeys(self._key_of(word) for word in WORD.findall(text) if _is_content(word))
        return np.array([self.positions[key] for key in keys if key in self.positions], dtype=np.intp)

    def weight(self, key: str) -> float:
        """Return how telling a word is."""
        return float(self.weights[self.positions[key]])

    def _read(self, claim: Claim) -> Words:
        keys: dict[str, str] = {}
        # Names outside the table of actors come in many forms; their words are compared one by one.
        known = [entity for entity in claim.entities if not entity.id.startswith("name:")]
        actors = sorted((entity.start, entity.end, entity.id) for entity in known)
        figures = find_figures(claim)
        for start, word in _locate_words(claim):
            if not _is_content(word):
                continue
            actor = next((actor_id for begin, end, actor_id in actors if begin <= start < end), None)
            key = f"@{actor}" if actor else figures.get(start) or self._key_of(word)
            keys.setdefault(key, word)
        for word in filter(_is_content, _find_inherited(claim)):
            keys.setdefault(self._key_of(word), word)
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
        for _, alike in groupby(names, key=lambda name: name[0]):
            block = list(alike)
            near = process.cdist(block, block, scorer=fuzz.ratio, score_cutoff=NAME_SIMILARITY) > 0
            for number, other in zip(*np.nonzero(np.triu(near, 1)), strict=True):
                name = block[number]
                self._names.setdefault(block[other], self._names.get(name, name))

    def _find_rows(self) -> list[int]:
        """Return the row in the table of vectors for each key, that of its most frequent form; -1 where none has."""
        table = load_words().rows
        forms: dict[str, set[str]] = {}
        for words in self._words.values():
            for key, printed in words.keys.items():
                forms.setdefault(key, set()).update(_list_forms(printed))
        found = ([table[form] for form in forms[key] if form in table] for key in self.positions)
        return [min(rows, default=-1) for rows in found]


def _find_words(claim: Claim) -> Iterator[str]:
    return (word for _, word in _locate_words(claim))


def _locate_words(claim: Claim) -> Iterator[tuple[int, str]]:
    """Yield the claim's own words with their offsets; gaps are other claims' words."""
    for match in WORD.finditer(claim.text):
        start = claim.start + match.start()
        if not any(begin <= start < end for begin, end in claim.gaps):
            yield start, match.group()


def _find_inherited(claim: Claim) -> Iterator[str]:
    """Yield the words of what a claim speaks of but does not hold: a subject before it, what "it" stands for."""
    for predicate in claim.predicates:
        for argument in predicate.arguments:
            if argument.role.startswith(SUBJECT) and not claim.start <= argument.start < claim.end:
                yield from WORD.findall(argument.text)
    for reference in claim.references:
        yield from WORD.findall(reference.by or "")


def _is_content(word: str) -> bool:
    return not is_stopword(word) or (word.isupper() and len(word) > 1)


def _list_forms(word: str) -> Iterable[str]:
    lower = re.sub(r"['’]s?$", "", word.lower())
    # The printed form stands for itself; base forms only guess.
    return (lower,) if lower in load_words() else find_base_forms(word)


def _expect_shares(rows: Iterable[int]) -> NDArray[np.float64]:
    """Return the share of claims of general English that hold each word."""
    ranked = [WORDS_PER_CLAIM * ZIPF_SHARE / (row + ZIPF_OFFSET) if row >= 0 else UNKNOWN_SHARE for row in rows]
    return np.minimum(np.array(ranked, dtype=np.float64), LARGEST_SHARE)


def _stack(rows: list[int]) -> Vectors:
    """Return a unit vector for each row, zeros where there is none."""
    unit = load_words().unit
    stacked: Vectors = np.where(np.array(rows)[:, None] >= 0, unit[rows], 0) if rows else unit[:0]
    return stacked


def _weigh_norms(rows: list[int]) -> NDArray[np.float64]:
    """Return the length of each word's vector against the median: words that are used in all ways are short."""
    known = [row for row in rows if row >= 0]
    lengths = _lengths()
    middle = float(np.median(lengths[known])) if known else 1.0
    return np.array([lengths[row] / middle if row >= 0 else 1.0 for row in rows], dtype=np.float64)


@cache
def _lengths() -> NDArray[np.float64]:
    lengths: NDArray[np.float64] = np.linalg.norm(load_words().expand().astype(np.float64), axis=1)
    return lengths
