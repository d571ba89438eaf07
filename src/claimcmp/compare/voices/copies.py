"""Finds sentences that documents have from each other, word for word or nearly."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from claimcmp.compare.features.polarity.opposites import find_opposites
from claimcmp.records import Claim, Copy, DocumentSummary

WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
FEWEST_WORDS = 10
"""Shorter sentences are alike by chance: "The company declined to comment." Plain facts of 8 or 9 words are, too."""
LONG_ENOUGH = 14
"""From so many words on a sentence alone is a copy; facts of fewer are told alike: "Thefts fell from 412 to 338"."""
SAME_ENOUGH = 12
"""So many words suffice where they are the same, one for one."""
SAME_TEXT = 0.85
"""Share of words in common from which a sentence is an edited copy; independent reports of one event stay far below."""
SHINGLE = 3
"""Words in a row that two texts must share to be looked at; a copy with every fourth word changed still does."""
# A run of words that so many different sentences hold is a formula and finds no copies.
MOST_HOLDERS = 64

_Sentence = tuple[str, int, int]
_Match = tuple[_Sentence, _Sentence, float]


@dataclass(frozen=True, slots=True)
class Copies:
    """Which claims repeat a claim of an earlier document, and the passages they stand in."""

    originals: Mapping[str, str]
    """The id of a repeating claim to that of the claim it repeats, which itself repeats none."""
    passages: tuple[Copy, ...]


def find_copies(claims: Iterable[Claim], documents: Iterable[DocumentSummary]) -> Copies:
    """Find sentences that repeat one that was published before, and which of their claims are the same.

    A sentence is compared with the first of its kind only, so that a thousand copies of one text cost a thousand
    steps. Changed amounts, years or names of numbers make no copy: those claims are compared like any others.
    """
    ranks = _rank(documents)
    by_sentence: dict[_Sentence, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault((claim.document, claim.sentence_start, claim.sentence_end), []).append(claim)
    ordered = sorted(by_sentence, key=lambda sentence: (ranks.get(sentence[0], len(ranks)), sentence))
    words = {sentence: _find_words(by_sentence[sentence]) for sentence in ordered}
    finder = _CopyFinder(by_sentence)
    firsts = _Firsts()
    unsure: list[_Match] = []
    for sentence in ordered:
        if len(words[sentence]) < FEWEST_WORDS:
            continue
        found = firsts.find(words[sentence])
        if found is not None and not _stands_alone(sentence, *found, words):
            unsure.append((sentence, *found))
        elif found is None or not finder.add(sentence, *found):
            firsts.add(sentence, words[sentence])
    relatives = _find_relatives(finder.passages)
    shared: dict[tuple[str, str], list[_Match]] = {}
    for match in unsure:
        shared.setdefault((match[0][0], match[1][0]), []).append(match)
    for (document, of), matches in shared.items():
        related = document in relatives and relatives[document] == relatives.get(of)
        for sentence, first, similarity in matches:
            if related or _has_neighbour(sentence, first, matches):
                finder.add(sentence, first, similarity)
    relatives = _find_relatives(finder.passages)
    short: dict[tuple[Sequence[str], str], _Sentence] = {}
    for sentence in ordered:
        if 0 < len(words[sentence]) < FEWEST_WORDS:
            # Among documents that have longer passages from each other, a short sentence is no chance either.
            key = words[sentence], relatives.get(sentence[0], sentence[0])
            first = short.setdefault(key, sentence)
            if first != sentence:
                finder.add(sentence, first, 1.0)
    return Copies(finder.originals, _join_passages(finder.passages))


def _stands_alone(
    sentence: _Sentence, first: _Sentence, similarity: float, words: Mapping[_Sentence, Sequence[str]]
) -> bool:
    """Tell whether a sentence is a copy whatever else the two documents share, or a repetition within one."""
    length = min(len(words[sentence]), len(words[first]))
    return first[0] == sentence[0] or length >= (SAME_ENOUGH if similarity == 1.0 else LONG_ENOUGH)


def _has_neighbour(sentence: _Sentence, first: _Sentence, matches: Iterable[_Match]) -> bool:
    """Tell whether the sentence beside it repeats the one beside the first: no two are told alike in one order."""
    copy = Copy(*sentence, *first, similarity=1.0)
    others = [Copy(*other, *of, similarity=1.0) for other, of, _ in matches]
    return any(_follows(copy, other) or _follows(other, copy) for other in others)


class _CopyFinder:
    """What was found so far: the claims that repeat others, and the sentences that hold them."""

    def __init__(self, by_sentence: Mapping[_Sentence, Sequence[Claim]]) -> None:
        self._by_sentence = by_sentence
        self.originals: dict[str, str] = {}
        self.passages: list[Copy] = []

    def add(self, sentence: _Sentence, first: _Sentence, similarity: float) -> bool:
        """Note which claims of a sentence repeat one of the first; tell whether any does."""
        same = _match_claims(self._by_sentence[sentence], self._by_sentence[first])
        self.originals |= same
        if same and first[0] != sentence[0]:
            self.passages.append(Copy(*sentence, *first, similarity=round(similarity, 4)))
        return bool(same)


def _find_relatives(passages: Iterable[Copy]) -> Mapping[str, str]:
    """Return one document of those that each document shares passages with, the same one for all of them."""
    parents: dict[str, str] = {}

    def find(document: str) -> str:
        while (parent := parents.setdefault(document, document)) != document:
            document = parent
        return document

    for passage in passages:
        one, other = sorted((find(passage.document), find(passage.of)))
        parents[other] = one
    return {document: find(document) for document in sorted(parents)}


class _Firsts:
    """The sentences that repeat none before them, found by the runs of words that they hold."""

    def __init__(self) -> None:
        self._sentences: list[tuple[_Sentence, Sequence[str]]] = []
        self._same: dict[Sequence[str], int] = {}
        self._holders: dict[Sequence[str], list[int]] = {}

    def add(self, sentence: _Sentence, words: Sequence[str]) -> None:
        number = len(self._sentences)
        self._sentences.append((sentence, words))
        self._same[words] = number
        for shingle in _shingles(words):
            holders = self._holders.setdefault(shingle, [])
            if len(holders) < MOST_HOLDERS:
                holders.append(number)

    def find(self, words: Sequence[str]) -> tuple[_Sentence, float] | None:
        """Return the sentence that is most like the words, the first of equals, or None where none is a copy."""
        if words in self._same:
            return self._sentences[self._same[words]][0], 1.0
        shared: Counter[int] = Counter()
        for shingle in _shingles(words):
            shared.update(self._holders.get(shingle, ()))
        best: tuple[_Sentence, float] | None = None
        for number in sorted(shared):
            sentence, others = self._sentences[number]
            similarity = _compare(words, others)
            if similarity > (best[1] if best else 0.0):
                best = sentence, similarity
        return best


def _compare(words: Sequence[str], others: Sequence[str]) -> float:
    """Return the share of common words where it makes a copy, else 0."""
    if _figures(words) != _figures(others):
        return 0.0
    return Indel.normalized_similarity(words, others, score_cutoff=SAME_TEXT)


def _figures(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if any(character.isdigit() for character in word))


def _shingles(words: Sequence[str]) -> set[Sequence[str]]:
    return {words[number : number + SHINGLE] for number in range(len(words) - SHINGLE + 1)}


def _find_words(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the words of a sentence as far as its claims hold them; clauses of it may overlap."""
    characters: dict[int, str] = {}
    for claim in claims:
        characters.update(enumerate(claim.text, start=claim.start))
    places = sorted(characters)
    text = "".join(
        characters[place] if following == place + 1 else f"{characters[place]} "
        for place, following in pairwise([*places, -1])
    )
    return tuple(WORD.findall(text.casefold()))


def _match_claims(claims: Sequence[Claim], firsts: Sequence[Claim]) -> dict[str, str]:
    """Return which claim of a first sentence each claim of its copy repeats; one that was changed repeats none."""
    same: dict[str, str] = {}
    for claim in claims:
        words = _find_words([claim])
        scores = [(_compare(words, _find_words([first])), first) for first in firsts if _hold_alike(claim, first)]
        best = max(scores, key=lambda scored: scored[0], default=(0.0, claim))
        if best[0]:
            same[claim.id] = best[1].id
    return same


def _hold_alike(a: Claim, b: Claim) -> bool:
    """Tell whether two texts that are nearly the same are also held alike: a "not" or "rose" for "fell" changes all."""
    held = [(claim.polarity, claim.modality, _find_holder(claim)) for claim in (a, b)]
    return held[0] == held[1] and find_opposites(a, b) is None


def _find_holder(claim: Claim) -> list[str]:
    return WORD.findall(claim.attributed_to.name.casefold())[-1:] if claim.attributed_to else []


def _rank(documents: Iterable[DocumentSummary]) -> Mapping[str, int]:
    """Return the place of each document in the order of publication; without a date nobody can be shown to be first."""
    ordered = sorted(documents, key=lambda document: (document.published is None, document.published, document.name))
    return {document.name: number for number, document in enumerate(ordered)}


def _join_passages(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Join copied sentences that follow each other in both documents."""
    joined: list[Copy] = []
    for copy in sorted(copies, key=lambda copy: (copy.document, copy.start)):
        last = joined[-1] if joined else None
        if last and _follows(last, copy):
            length, added = last.end - last.start, copy.end - copy.start
            similarity = (last.similarity * length + copy.similarity * added) / (length + added)
            joined[-1] = Copy(
                last.document, last.start, copy.end, last.of, last.of_start, copy.of_end, round(similarity, 4)
            )
        else:
            joined.append(copy)
    return tuple(joined)


# Line breaks and list marks between two sentences; more would be another sentence.
_NEAR = 12


def _follows(last: Copy, copy: Copy) -> bool:
    return (
        (last.document, last.of) == (copy.document, copy.of)
        and 0 <= copy.start - last.end <= _NEAR
        and 0 <= copy.of_start - last.of_end <= _NEAR
    )
