"""Finds in whole texts which short names are short for which long ones: surnames, and acronyms that are defined."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from claimcmp.lexicons import read_lexicon


@dataclass(frozen=True, slots=True)
class NameForms:
    """Short names with the one long name that they are short for."""

    persons: Mapping[str, str] = field(default_factory=dict)
    """Surnames, and the full name that the texts give with them; some are no persons at all."""
    acronyms: Mapping[str, str] = field(default_factory=dict)
    sure: Sequence[str] = ()
    """The surnames that are persons', as a title or a usual given name stands before them."""
    firms: Mapping[str, str] = field(default_factory=dict)
    """What the names of firms begin with, and the whole name: "Harlow" of "Harlow Foods"."""

    def expand(self, name: str) -> str:
        """Return the long form of a name, or the name where there is none."""
        return self.acronyms.get(name) or self.persons.get(name) or name

    def with_fallback(self, other: "NameForms") -> "NameForms":
        """Return these forms, and those of ``other`` for names that have none here."""
        persons, acronyms = {**other.persons, **self.persons}, {**other.acronyms, **self.acronyms}
        sure = sorted({*self.sure, *(name for name in other.sure if name in persons)})
        return NameForms(persons, acronyms, sure, {**other.firms, **self.firms})


def find_name_forms(texts: Iterable[str]) -> NameForms:
    """Return the short names that have exactly one long form in the texts.

    Two people of one surname are never taken for one: then the surname stands for itself.
    """
    persons: dict[str, dict[tuple[str, ...], str]] = {}
    acronyms: dict[str, dict[str, str]] = {}
    firms: dict[str, dict[str, str]] = {}
    sure: set[str] = set()
    for text in texts:
        for words, titled in _find_rows(text):
            name = " ".join(words)
            # "Robert M. Gates" and "Robert Gates" are one.
            key = tuple(word.lower() for word in words if len(word.rstrip(".")) > 1)
            short = words[0] if words[0] in _words("surname_first") else words[-1]
            persons.setdefault(short, {}).setdefault((key[0], key[-1]), name)
            if titled or words[0] in _given_names() or words[0] in _words("surname_first"):
                sure.add(short)
        for short, name in _find_firms(text):
            firms.setdefault(short, {}).setdefault(name, name)
        for short, name in _find_acronyms(text):
            acronyms.setdefault(short, {}).setdefault(name.lower(), name)
    single = _keep_single(persons)
    return NameForms(single, _keep_single(acronyms), sorted(sure.intersection(single)), _keep_single(firms))


def _keep_single(forms: Mapping[str, Mapping[Any, str]]) -> dict[str, str]:
    return {short: next(iter(names.values())) for short, names in sorted(forms.items()) if len(names) == 1}


def _find_rows(text: str) -> Iterator[tuple[list[str], bool]]:
    """Yield rows of capitalised words that may be full names, and whether a title stands before them."""
    for match in _ROW.finditer(text):
        words = match.group().split()
        titles = [number for number, word in enumerate(words) if word.rstrip(".") in _words("titles")]
        words = words[titles[-1] + 1 :] if titles else words
        if words and words[0].lower() in _small_words():
            words = words[1:]
        initials = sum(len(word.rstrip(".")) == 1 for word in words)
        if not 2 <= len(words) - initials <= 4 or len(words[-1].rstrip(".")) == 1:
            continue
        if not any(word in _words("organisations") or word in _words("companies") for word in words):
            yield words, bool(titles)


def _find_firms(text: str) -> Iterator[tuple[str, str]]:
    """Yield the first word of each firm's name of two words, and the name."""
    for match in _ROW.finditer(text):
        words = match.group().split()
        if len(words) == 2 and words[1] in _words("trades") and words[0].lower() not in _small_words():
            yield words[0], match.group()


def _find_acronyms(text: str) -> Iterator[tuple[str, str]]:
    for match in _DEFINED.finditer(text):
        short = match["short"].replace(".", "")
        words = match["long"].split()
        # The shortest row of words before the bracket that the letters stand for.
        for first in range(len(words) - 1, -1, -1):
            name = words[first:]
            initials = [part[0] for word in name for part in word.split("-") if part[:1].isupper()]
            if name[0][0].isupper() and "".join(initials).upper() == short.upper():
                yield match["short"], " ".join(name)
                break


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("names")[table]["words"])


@cache
def _given_names() -> frozenset[str]:
    references = read_lexicon("references")
    return frozenset((*references["women"]["names"], *references["men"]["names"]))


@cache
def _small_words() -> frozenset[str]:
    return frozenset(read_lexicon("actor_context")["small_words"]["words"])


_SHORTENED = r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Capt|Prof|Rev|Adm)\."
_CAPITALISED = rf"(?:{_SHORTENED}|(?:al-|el-)?[^\W\d_a-z][\w’'-]*[a-z][\w-]*)"
_PARTICLE = r"(?:van|von|de|del|der|den|da|di|bin|al|el|la|le|ten|ter)"
_ROW = re.compile(rf"{_CAPITALISED}(?:[ \n](?:{_PARTICLE}[ \n]){{0,2}}{_CAPITALISED}){{1,6}}(?<!\.)(?<!['’]s)")
_DEFINED = re.compile(
    r"(?P<long>(?:[A-Z][\w’'-]*|of|the|and|for|on|to|in|&)(?:\s+(?:[A-Z][\w’'-]*|of|the|and|for|on|to|in|&)){1,9})"
    r"\s+\(\s*[“\"]?(?:the\s+)?(?P<short>[A-Z][A-Z&.]{1,8})[”\"]?\s*[);,]"
)
