"""Finds phrases in a Doc by the base forms of their words, hyphen and space alike."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from claimcmp.words import find_base_forms

HYPHENS = frozenset("-‐‑–/")
SIGNS = {"%": "percent"}
CORE = re.compile(r"[^\W_](?:[\w'’.&]*[^\W_])?")


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A phrase at tokens [start, end) of a Doc, with the key it was added under."""

    key: Hashable
    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    forms: frozenset[str]
    exact: str | None
    """Set for acronyms and names, which must be written just so."""

    def fits(self, token: Token, forms: frozenset[str]) -> bool:
        if self.exact is not None:
            text = _sign_free(token.text)
            return self.exact == text or (not self.exact.isupper() and self.exact.upper() == text)
        return not self.forms.isdisjoint(forms)


@dataclass(slots=True)
class PhraseFinder:
    """Phrases by the base form of their first word.

    A word in capitals ("WHO", "US") matches only in capitals. A phrase of one capitalised word ("Total") is a
    name, and matches only capitalised, where ``names`` says so.
    """

    vocab: Vocab
    _index: dict[str, list[tuple[Hashable, str, tuple[_Word, ...]]]] = field(default_factory=dict)

    def add(self, key: Hashable, phrases: Iterable[Doc], *, names: bool = False) -> None:
        """Add phrases, each tokenized like the documents to come."""
        for phrase in phrases:
            words = tuple(_make_word(token, names and _count_words(phrase) == 1) for token in _words(phrase))
            entry = (key, phrase.text, words)  # one object under all forms, so that it is found once
            for form in words[0].forms if words else ():
                self._index.setdefault(form, []).append(entry)

    def find(self, doc: Doc) -> Iterator[PhraseMatch]:
        """Yield every match, in the order of the text; matches may overlap."""
        if not self._index:
            return
        tokens = list(_words(doc))
        forms = [_find_forms(token.text) for token in tokens]
        for position, token in enumerate(tokens):
            known = sorted(form for form in forms[position] if form in self._index)
            entries = {id(entry): entry for form in known for entry in self._index[form]}
            for key, phrase, words in entries.values():
                last = position + len(words)
                if last <= len(tokens) and _fit(words, tokens[position:last], forms[position:last]):
                    yield PhraseMatch(key, phrase, token.i, tokens[last - 1].i + 1)


def _fit(words: Sequence[_Word], tokens: Sequence[Token], forms: Sequence[frozenset[str]]) -> bool:
    return all(word.fits(token, form) for word, token, form in zip(words, tokens, forms, strict=True))


def _words(doc: Doc) -> Iterator[Token]:
    """Yield the tokens that count: no white space, and no hyphen inside a compound."""
    for token in doc:
        if not token.is_space and token.text not in HYPHENS:
            yield token


def _count_words(doc: Doc) -> int:
    return sum(1 for _ in _words(doc))


def _make_word(token: Token, name: bool) -> _Word:
    acronym = token.text.isupper() and token.is_alpha and len(token.text) > 1
    exact = _sign_free(token.text) if acronym or (name and token.text[0].isupper()) else None
    return _Word(_find_forms(token.text), exact)


@lru_cache(maxsize=65536)
def _find_forms(text: str) -> frozenset[str]:
    return find_base_forms(_sign_free(text))


def _sign_free(text: str) -> str:
    """Return the word without what a tokenizer leaves on it: "quality" of "quality.[11" or "storm*"."""
    if text in SIGNS:
        return SIGNS[text]
    core = CORE.search(text)
    return core.group() if core else text
