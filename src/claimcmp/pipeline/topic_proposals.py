"""Proposes topics: the recurring noun phrases that several sources share and that general English does not.

How telling a phrase is, its keyness, is Dunning's log-likelihood ratio (Computational Linguistics 1993), as Rayson and
Garside (2000) use it to compare a text with a reference corpus. The reference are the ranks of words in the shipped
table of word vectors, which has the order of BERT's vocabulary, by frequency in books and Wikipedia; a word of rank r
has about a share of 0.1 / (r + 100) of all words (the law of Zipf and Mandelbrot). A phrase is expected as often as its
words on average.

Phrases that mean nearly the same ("jobs", "employment") make one topic, and one that stands inside another's sentences
most of the time is no topic of its own.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from claimcmp.pipeline.reading import Reading
from claimcmp.pipeline.term_candidates import Candidate, Key, Phrases, Place, find_candidates
from claimcmp.records import Topic, TopicProposal, TopicSentence
from claimcmp.word_vectors import load_words
from claimcmp.words import find_base_forms

MOST_TOPICS = 12
FEWEST_SENTENCES = 2
FEWEST_SOURCES = 2
COVERED = 0.5
"""Share of its sentences that have a topic already, from which a phrase needs none."""
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
SPARE = 2
"""As many times the topics that are wanted are gathered, for some turn out to be inside others."""
PART = 0.75
"""Share of its places from which a phrase stands for a shorter one inside it: "minimum wage" for "wage"."""
DIGITS = 4
NOT_ID = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    places: frozenset[Place]
    """Where it stands and no topic covers it."""
    keyness: float
    rank: float
    """Its keyness, less the fewer sources share it."""


def propose_topics(readings: Sequence[Reading], nlp: Language, *, most: int = MOST_TOPICS) -> tuple[TopicProposal, ...]:
    """Return topics for what several sources speak of, the best first; of one source, what it keeps speaking of.

    Where the readings have topics, only what these do not cover is proposed.
    """
    phrases = find_candidates(readings, nlp)
    limit = WIDEST * phrases.sentences if phrases.sentences >= MANY_SENTENCES else math.inf
    scored = _score(phrases, readings, limit)
    ranked = sorted(_drop_parts(scored), key=lambda term: (-term.rank, term.candidate.key))
    return tuple(_make_proposal(terms, readings) for terms in _gather(ranked, most))


def measure_keyness(count: int, expected: float) -> float:
    """Return the log-likelihood ratio of a count against what was expected; 0 where it is no more than that."""
    return 2 * (count * math.log(count / expected) - (count - expected)) if count > expected else 0.0


def _score(phrases: Phrases, readings: Sequence[Reading], limit: float) -> Iterator[_Scored]:
    """Yield the phrases that may be topics: telling, shared, in at most ``limit`` sentences, nobody's name."""
    taken = _find_covered(readings)
    names = _name_sources(readings)
    all_sources = len(set(names))
    unfit = _find_source_words(readings)
    for candidate in phrases.candidates:
        places = frozenset(candidate.places - taken)
        sources = len({names[number] for number, _ in places})
        shared = sources >= min(FEWEST_SOURCES, all_sources) and len(places) >= FEWEST_SENTENCES
        new = COVERED * len(candidate.places) < len(places) and len(candidate.places) <= limit
        name = 2 * candidate.acting >= sum(candidate.forms.values()) or not unfit.isdisjoint(candidate.key)
        if not shared or not new or name:
            continue
        logs = [math.log(_find_share(word)) for word in candidate.key]
        keyness = measure_keyness(len(places), phrases.words * math.exp(sum(logs) / len(logs)))
        if keyness >= LEAST_KEYNESS:
            spread = math.sqrt((sources - 1) / (all_sources - 1)) if all_sources > 1 else 1.0
            yield _Scored(candidate, places, round(keyness, DIGITS), round(keyness * spread, DIGITS))


def _gather(ranked: Iterable[_Scored], most: int) -> list[list[_Scored]]:
    """Return the terms of each topic, the best first: near phrases together, those inside others left out."""
    topics: list[list[_Scored]] = []
    for term in ranked:
        like = next((terms for terms in topics if _is_like(term.candidate.key, terms[0].candidate.key)), None)
        if like is not None:
            if len(like) < MOST_TERMS:
                like.append(term)
        elif len(topics) < SPARE * most and not any(_is_inside([term], terms) for terms in topics):
            topics.append([term])
    # A topic that came late may since be inside one that has got more terms.
    kept: list[list[_Scored]] = []
    for terms in topics:
        if not any(_is_inside(terms, other) for other in kept):
            kept.append(terms)
    return kept[:most]


def _is_inside(terms: Sequence[_Scored], others: Sequence[_Scored]) -> bool:
    own, places = (frozenset().union(*(term.places for term in held)) for held in (terms, others))
    return len(own & places) >= INSIDE * len(own)


def _name_sources(readings: Sequence[Reading]) -> list[str]:
    return [reading.document.voice or reading.document.source for reading in readings]


def _find_covered(readings: Iterable[Reading]) -> set[Place]:
    return {
        (number, position)
        for number, reading in enumerate(readings)
        for position, sentence in enumerate(reading.sentences)
        if sentence.evidence
    }


def _find_rows(word: str) -> list[int]:
    """Return the rows of a base form in the table of vectors, of its plural, and with a final e that it lost."""
    rows = load_words().rows
    return [rows[form] for form in (word, f"{word}s", f"{word}e") if form in rows]


def _find_share(word: str) -> float:
    """Return the share of a word in general English."""
    return ZIPF_SHARE / (min(_find_rows(word), default=UNKNOWN_RANK) + ZIPF_OFFSET)


def _find_source_words(readings: Iterable[Reading]) -> set[str]:
    """Return the base forms of the capitalised words in the names of sources and authors."""
    names = [name for reading in readings for name in (reading.document.source, reading.document.author) if name]
    return {form for name in names for word in name.split() if word[:1].isupper() for form in find_base_forms(word)}


def _drop_parts(scored: Iterable[_Scored]) -> list[_Scored]:
    """Leave out phrases that mostly stand inside one longer one that recurs."""
    terms = list(scored)
    longest: Counter[Key] = Counter()
    for term in terms:
        for part in _find_parts(term.candidate.key):
            longest[part] = max(longest[part], len(term.places))
    return [term for term in terms if longest[term.candidate.key] < PART * len(term.places)]


def _find_parts(key: Key) -> set[Key]:
    spans = ((first, last) for first in range(len(key)) for last in range(first + 1, len(key) + 1))
    return {key[first:last] for first, last in spans} - {key}


def _is_like(key: Key, other: Key) -> bool:
    """Tell whether a phrase belongs to the topic of another: one is a kind of the other, or their nouns mean alike."""
    if _is_kind(key, other) or _is_kind(other, key):
        return True
    if key[:-1] != other[:-1]:
        return False
    rows = [_find_rows(words[-1]) for words in (key, other)]
    unit = load_words().unit
    return all(rows) and round(float(unit[rows[0][0]] @ unit[rows[1][0]]), DIGITS) >= SAME


def _is_kind(key: Key, other: Key) -> bool:
    return key[-len(other) :] == other


def _make_proposal(terms: Sequence[_Scored], readings: Sequence[Reading]) -> TopicProposal:
    first = terms[0].candidate
    # A kind of what the label names is found by the label's own term.
    others = [term.candidate.text for term in terms[1:] if not _is_kind(term.candidate.key, first.key)]
    places = sorted(frozenset().union(*(term.places for term in terms)))
    names = _name_sources(readings)
    found = ((readings[number].document.name, readings[number].sentences[position]) for number, position in places)
    return TopicProposal(
        topic=Topic(
            id=NOT_ID.sub("-", first.text.lower()).strip("-"),
            label=first.text[:1].upper() + first.text[1:],
            terms=(first.text, *others),
        ),
        sources=tuple(dict.fromkeys(names[number] for number, _ in places)),
        keyness=terms[0].keyness,
        sentences=tuple(TopicSentence(name, held.start, held.end, held.text) for name, held in found),
    )
