"""Tells whether a sentence continues the matter of the sentence before it by reference."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.words import find_base_forms

WORD = re.compile(r"[^\W\d_][\w'’]*")
OUTSIDE = " \t\r\n.,!;()[]\"“”'‘’"


@dataclass(frozen=True, slots=True)
class BackReference:
    """Where in its sentence a reference stands; a strong one is the subject, and governs what else is said."""

    start: int
    end: int
    strong: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """Where in its sentence an answer stands, and whether it says no."""

    start: int
    end: int
    denies: bool
    judges: bool = False
    """Whether it says of a statement that it is false, and is no bare "no"."""


def find_back_reference(text: str, before: str, terms: Iterable[str]) -> BackReference | None:
    """Find where ``text`` refers back to the sentence ``before``, whose topics were named by ``terms``.

    A pronoun at the head counts ("It envisaged three stages."), an expletive does not ("It is likely that ...").
    A definite noun counts where it shortens a term: "the talks" after "six-party talks".
    """
    opener = _opener().match(text)
    begin = opener.end() if opener else 0
    subject = _pattern("subjects").match(text, begin)
    if subject and not _expletive().match(text, subject.end()):
        return BackReference(*subject.span(1), strong=subject.group(1).lower() in ("it", "they"))
    if demonstrative := _pattern("demonstratives").match(text, begin):
        following = WORD.match(text, demonstrative.end())
        word = following.group().lower() if following else ""
        if word in read_lexicon("continuation")["demonstratives"]["verbs"]:
            return BackReference(*demonstrative.span(1), strong=True)
        # "This week" is a date, whatever was said of the week before.
        is_date = word in read_lexicon("continuation")["demonstratives"]["times"]
        if following and not is_date and _is_among(word, _all_forms(WORD.findall(before))):
            return BackReference(demonstrative.start(1), following.end(), strong=True)
    if definite := _find_definite_head(text, terms):
        return definite
    if len(text.split()) <= read_lexicon("continuation")["back"]["longest"]:
        for pattern in _back():
            if match := pattern.search(text, begin):
                return BackReference(*match.span(), strong=False)
    if answer := find_answer(text):
        return BackReference(answer.start, answer.end, strong=False)
    return None


def find_answer(text: str, *, reported: bool = False) -> Answer | None:
    """Find the words of a sentence that is nothing but an answer: "Probably not.", "Yes.", "This is false.".

    Behind what is reported "That is wrong" is one too.
    """
    words = text.strip(OUTSIDE)
    start = len(text) - len(text.lstrip(OUTSIDE))
    for denies, kind in ((True, "denying"), (False, "affirming")):
        if _answer(kind).fullmatch(words):
            return Answer(start, start + len(words), denies)
    verdicts = ("verdicts", "reproaches") if reported else ("verdicts",)
    if any(_answer(kind).fullmatch(words) for kind in verdicts):
        return Answer(start, start + len(words), denies=True, judges=True)
    return None


def longest_chain() -> int:
    """Return how many sentences in a row may carry a topic."""
    longest: int = read_lexicon("continuation")["chain"]["longest"]
    return longest


def _find_definite_head(text: str, terms: Iterable[str]) -> BackReference | None:
    heads = _all_forms(words[-1] for term in terms if len(words := WORD.findall(term)) > 1)
    for match in _pattern("definite").finditer(text):
        noun = WORD.match(text, match.end())
        if noun and _is_among(noun.group(), heads):
            return BackReference(match.start(1), noun.end(), strong=False)
    return None


def _all_forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in find_base_forms(word))


def _is_among(word: str, forms: frozenset[str]) -> bool:
    return not forms.isdisjoint(find_base_forms(word))


@cache
def _opener() -> re.Pattern[str]:
    words = sorted(read_lexicon("continuation")["openers"]["words"], key=len, reverse=True)
    return re.compile(rf"\W*(?:(?:{'|'.join(map(re.escape, words))})\b,?\s+){{0,2}}", re.IGNORECASE)


@cache
def _pattern(table: str) -> re.Pattern[str]:
    words = read_lexicon("continuation")[table]["words"]
    return re.compile(rf"\b({'|'.join(words)})\s+", re.IGNORECASE)


@cache
def _expletive() -> re.Pattern[str]:
    return re.compile("|".join(read_lexicon("continuation")["expletives"]["patterns"]), re.IGNORECASE)


@cache
def _back() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in read_lexicon("continuation")["back"]["patterns"])


@cache
def _answer(kind: str) -> re.Pattern[str]:
    table = read_lexicon("continuation")["answers"]
    return re.compile(rf"(?:{'|'.join(table['openers'])})?(?:{'|'.join(table[kind])})", re.IGNORECASE)
