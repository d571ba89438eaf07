"""Proposes topics: the recurring noun phrases that several sources share and that general English does not.

How telling a phrase is, its keyness, is Dunning's log-likelihood ratio (Computational Linguistics 1993), as Rayson and
Garside (2000) use it to compare a text with a reference corpus. The reference are the ranks of words in the shipped table
of word vectors, which is ordered as the vocabulary of BERT, by frequency in books and Wikipedia; a word of rank r has about a share of
0.1 / (r + 100) of all words (the law of Zipf and Mandelbrot). A phrase is expected as often as its words on average.

Phrases that mean nearly the same ("jobs", "employment") make one topic, and one that stands inside another's sentences
most of the time is no topic of its own.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from claimcmp.pipeline.reading import Reading
from claimcmp.pipeline.term_candidates import Candidate, Key, Place, find_candidates
from claimcmp.records import Topic, TopicProposal, TopicSentence
from claimcmp.word_vectors import WordTable, load_words
from claimcmp.words import find_base_forms

MOST_TOPICS = 12
FEWEST_SENTENCES = 3
ZIPF_SHARE = 0.1
ZIPF_OFFSET = 100
UNKNOWN_RANK = 60_000
"""Rank of a word that the table does not have."""
LEAST_KEYNESS = 15.13
"""The value that chance exceeds once in ten thousand times."""
WIDEST = 0.3
"""A phrase in more of the sentences is what the whole collection is about."""
MANY_SENTENCES = 20
INSIDE = 0.6
"""Share of its sentences from which a phrase is no topic beside the one that has them."""
# From this cosine on two words name one topic; more than "near" in comparing claims, for nobody checks a topic's terms.
SAME = 0.56
MOST_TERMS = 6
PART = 0.75
"""Share of its places from which a phrase stands for a shorter one inside it: "minimum wage" for "wage"."""
DIGITS = 4
NOT_ID = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    places: frozenset[Place]
    sources: tuple[str, ...]
    keyness: float
    rank: float


def propose_topics(
    readings: Sequence[Reading], nlp: Language, *, most: int = MOST_TOPICS, covered: bool = True
) -> tuple[TopicProposal, ...]:
    """Return topics for what several sources speak of, the best first; of one source, what it keeps speaking of.

    Where the readings have topics, only what these do not cover is proposed; with ``covered`` false all is.
    """
    taken = _find_covered(readings) if covered else set()
    phrases = find_candidates(readings, nlp)
    scored = _score(phrases.candidates, readings, phrases.words, taken, limit=_widest(phrases.sentences))
    scored = _drop_parts(scored)
    scored.sort(key=lambda term: (-term.rank, term.candidate.key))
    chosen: list[list[_Scored]] = []
    vectors = load_words()
    held: list[set[Place]] = []
    for term in scored:
        inside = max((len(term.places & places) / len(term.places) for places in held), default=0.0)
        like = [n for n, group in enumerate(chosen) if _is_like(term, group[0], vectors)]
        if like:
            if len(chosen[like[0]]) < MOST_TERMS:
                chosen[like[0]].append(term)
                held[like[0]] |= term.places
        elif inside < INSIDE and len(chosen) < most:
            chosen.append([term])
            held.append(set(term.places))
    return tuple(_make_proposal(group, readings) for group in chosen)


def measure_keyness(count: int, expected: float) -> float:
    """Return the log-likelihood ratio of a count against what was expected; 0 where it is no more than that."""
    return 2 * (count * math.log(count / expected) - (count - expected)) if count > expected else 0.0


def _score(
    candidates: Iterable[Candidate],
    readings: Sequence[Reading],
    words: int,
    taken: set[Place],
    *,
    limit: float,
) -> list[_Scored]:
    names = [reading.document.voice or reading.document.source for reading in readings]
    all_sources = len(set(names))
    unfit = _find_source_words(readings)
    vectors = load_words()
    scored = []
    for candidate in candidates:
        places = frozenset(candidate.places - taken)
        sources = tuple(dict.fromkeys(names[number] for number, _ in sorted(places)))
        total = sum(candidate.forms.values())
        if len(places) < min(FEWEST_SENTENCES, len(sources) + 1) or len(sources) < min(2, all_sources):
            continue
        if len(places) < len(candidate.places) / 2 or len(candidate.places) > limit:
            continue
        if candidate.acting * 2 >= total or unfit & set(candidate.key):
            continue
        expected = words * math.exp(sum(math.log(_find_share(word, vectors)) for word in candidate.key) / len(candidate.key))
        keyness = measure_keyness(len(places), expected)
        if keyness < LEAST_KEYNESS:
            continue
        shared = math.sqrt((len(sources) - 1) / (all_sources - 1)) if all_sources > 1 else 1.0
        scored.append(_Scored(candidate, places, sources, round(keyness, 2), round(keyness * shared, DIGITS)))
    return scored


def _find_covered(readings: Iterable[Reading]) -> set[Place]:
    return {
        (number, position)
        for number, reading in enumerate(readings)
        for position, sentence in enumerate(reading.sentences)
        if sentence.evidence
    }


def _widest(sentences: int) -> float:
    return WIDEST * sentences if sentences >= MANY_SENTENCES else math.inf


def _find_share(word: str, vectors: WordTable) -> float:
    """Return the share of a word, in any of its forms, in general English."""
    rows = [vectors.rows[form] for form in (word, f"{word}s", f"{word}e") if form in vectors]
    return ZIPF_SHARE / (min(rows, default=UNKNOWN_RANK) + ZIPF_OFFSET)


def _find_source_words(readings: Iterable[Reading]) -> set[str]:
    """Return the base forms of the capitalised words in the names of sources and authors."""
    names = [name for reading in readings for name in (reading.document.source, reading.document.author) if name]
    return {form for name in names for word in name.split() if word[:1].isupper() for form in find_base_forms(word)}


def _drop_parts(scored: Sequence[_Scored]) -> list[_Scored]:
    """Leave out phrases that mostly stand inside one longer one that recurs."""
    longer: dict[Key, list[_Scored]] = {}
    for term in scored:
        for part in _find_parts(term.candidate.key):
            longer.setdefault(part, []).append(term)
    return [
        term
        for term in scored
        if all(len(whole.places) < PART * len(term.places) for whole in longer.get(term.candidate.key, ()))
    ]


def _find_parts(key: Key) -> set[Key]:
    spans = ((first, last) for first in range(len(key)) for last in range(first + 1, len(key) + 1))
    return {key[first:last] for first, last in spans} - {key}


def _is_like(term: _Scored, other: _Scored, vectors: WordTable) -> bool:
    """Tell whether two phrases may name one topic: one is a kind of the other, or their words are near in meaning."""
    mine, its = term.candidate.key, other.candidate.key
    if its == mine[-len(its) :]:
        return True
    if len(mine) != len(its) or mine[:-1] != its[:-1]:
        return False
    a, b = (_find_vector(word, vectors) for word in (mine[-1], its[-1]))
    return a is not None and b is not None and round(float(a @ b), DIGITS) >= SAME


def _find_vector(word: str, vectors: WordTable) -> NDArray[np.float32] | None:
    row = next((vectors.rows[form] for form in (word, f"{word}s", f"{word}e") if form in vectors), None)
    return None if row is None else vectors.unit[row]


def _make_proposal(group: Sequence[_Scored], readings: Sequence[Reading]) -> TopicProposal:
    first = group[0]
    label = first.candidate.text
    # A kind of what the label names is found by the label's own term.
    terms = [term.candidate.text for term in group if term is first or first.candidate.key != term.candidate.key[-len(first.candidate.key) :]]
    places = sorted(set().union(*(term.places for term in group)))
    sentences = tuple(
        TopicSentence(readings[n].document.name, s.start, s.end, s.text)
        for n, position in places
        for s in [readings[n].sentences[position]]
    )
    names = [reading.document.voice or reading.document.source for reading in readings]
    sources = tuple(dict.fromkeys(names[number] for number, _ in places))
    return TopicProposal(
        topic=Topic(make_id(label), label[:1].upper() + label[1:], terms=tuple(terms)),
        sources=sources,
        keyness=first.keyness,
        sentences=sentences,
    )


def make_id(label: str) -> str:
    """Return a label as an id: lower case, words joined by hyphens."""
    return NOT_ID.sub("-", label.lower()).strip("-")
