"""Finds the noun phrases that recur in documents: what a topic may be called, in all the forms that are printed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.actors import find_actors
from claimcmp.pipeline.date_patterns import months, weekdays
from claimcmp.pipeline.names import KINDS
from claimcmp.pipeline.phrases import HYPHENS
from claimcmp.pipeline.reading import Reading
from claimcmp.words import find_base_form, find_base_forms

LONGEST = 4
"""Words; longer phrases seldom recur as they are."""
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFYING = NOUNS | {"JJ", "VBN", "AFX"}
# Of the printed forms of a word, the share that must be nouns: terms match by base form, and "raise" the verb too.
MOSTLY = 0.6
EVENT = "event"

Key = tuple[str, ...]
Place = tuple[int, int]
"""The number of a reading, and of a sentence in it."""


@dataclass(slots=True)
class Candidate:
    """A noun phrase with every sentence that holds it."""

    key: Key
    """The base forms of its words."""
    forms: Counter[str] = field(default_factory=Counter)
    """As it is printed, with how often."""
    places: set[Place] = field(default_factory=set)
    acting: int = 0
    """How often it is the name of somebody or of a place: who is spoken of, not what."""

    @property
    def text(self) -> str:
        """The form that is printed most often; capitals of a sentence's beginning do not count."""
        best = max(self.forms.items(), key=lambda form: (form[1], form[0].islower(), form[0]))[0]
        lower = best.lower()
        return lower if lower in self.forms else best


@dataclass(frozen=True, slots=True)
class Phrases:
    """The noun phrases of a collection, and what a measure of them needs to know."""

    candidates: tuple[Candidate, ...]
    words: int
    """How many words the collection has."""
    sentences: int


def find_candidates(readings: Sequence[Reading], nlp: Language) -> Phrases:
    """Return the noun phrases of the prose of all documents; ``nlp`` parses, and recognises names if it can."""
    found: dict[Key, Candidate] = {}
    uses: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    words = 0
    texts = (
        (" ".join(sentence.text.split()), (number, position))
        for number, reading in enumerate(readings)
        for position, sentence in enumerate(reading.sentences)
    )
    for doc, place in nlp.pipe(texts, as_tuples=True):
        words += sum(token.is_alpha for token in doc)
        _count_uses(doc, uses, nouns)
        names = _find_names(doc)
        for span in find_phrases(doc):
            name = names.get(span.end - 1)
            if name is not None and name.start < span.start:
                continue  # "Canal" in "Panama Canal" is no canal
            key = tuple(find_base_form(token.text) for token in span if token.text not in HYPHENS)
            candidate = found.setdefault(key, Candidate(key))
            candidate.forms[span.text] += 1
            candidate.places.add(place)
            candidate.acting += name is not None
    mostly = {word for word, count in nouns.items() if count >= MOSTLY * uses[word]}
    kept = (found[key] for key in sorted(found) if key[-1] in mostly)
    return Phrases(tuple(kept), words, sum(len(reading.sentences) for reading in readings))


def find_phrases(doc: Doc) -> Iterator[Span]:
    """Yield the noun phrases of a sentence that may name a topic, with those inside longer ones."""
    for run in _find_runs(doc):
        words = [token for token in run if token.text not in HYPHENS]
        for first in range(len(words)):
            for last in range(first, min(len(words), first + LONGEST)):
                span = doc[words[first].i : words[last].i + 1]
                if _stands_free(doc, span) and _may_name(words[first : last + 1]):
                    yield span


def _find_runs(doc: Doc) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc:
        joins = token.text in HYPHENS and run and not token.whitespace_ and token.i + 1 < len(doc)
        if joins or (token.tag_ in MODIFYING and len(token.text) > 1):
            run.append(token)
        else:
            yield run
            run = []
    yield run


def _stands_free(doc: Doc, span: Span) -> bool:
    """Tell whether a phrase is no part of a hyphenated word: "wage" in "low-wage jobs"."""
    before, after = span.start - 1, span.end
    return (before < 0 or doc[before].text not in HYPHENS) and (after >= len(doc) or doc[after].text not in HYPHENS)


def _may_name(words: Sequence[Token]) -> bool:
    head = words[-1]
    if head.tag_ not in NOUNS or not all(any(character.isalpha() for character in token.text) for token in words):
        return False
    forms = find_base_forms(head.text) | {head.lower_}
    if forms & _unfit() or head.lower_ in months() or head.lower_ in weekdays():
        return False
    if len(words) == 1:
        return not forms & _words("empty")
    return not (find_base_forms(words[0].text) | {words[0].lower_}) & (_words("modifiers") | _words("times"))


def _find_names(doc: Doc) -> dict[int, Span]:
    """Return the name that each token is part of: of somebody or of a place."""
    names = [span for span in doc.ents if KINDS.get(span.label_, EVENT) != EVENT]
    found = (doc.char_span(actor.start, actor.end, alignment_mode="expand") for actor in find_actors(doc.text))
    return {token.i: name for name in (*names, *found) if name is not None for token in name}


def _count_uses(doc: Doc, uses: Counter[str], nouns: Counter[str]) -> None:
    for token in doc:
        if token.is_alpha:
            form = find_base_form(token.text)
            uses[form] += 1
            nouns[form] += token.tag_ in NOUNS


@cache
def _words(table: str) -> frozenset[str]:
    words: Iterable[str] = read_lexicon("proposals")[table]["words"]
    return frozenset(words)


@cache
def _unfit() -> frozenset[str]:
    return _words("speakers") | _words("times") | _words("measures")
