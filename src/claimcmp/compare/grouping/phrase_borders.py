"""Tells whether a stretch of a claim begins and ends where its phrases do, so that it can be read alone."""

import re
from collections.abc import Iterable, Sequence

from claimcmp.compare.grouping.name_borders import read_words
from claimcmp.records import Claim

_WORD_BEFORE = re.compile(r"([\w’'-]+)\s*$")
_ARTICLE = re.compile(r"\b(?:the|an?|its|their|his|her|our)\s+$", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:the|an?)\b", re.IGNORECASE)
_WORD_AFTER = re.compile(r"\s*([\w’'-]+)")
_COMPLETING = ("obj", "xcomp", "ccomp")
_JOINING = frozenset({"and", "or", "nor"})
Span = tuple[int, int]


class Phrases:
    """The predicates and arguments of a claim by their places in its text."""

    def __init__(self, claim: Claim):
        self._text = claim.text
        self._arguments: list[Span] = []
        self._predicates: list[Span] = []
        self._subjects: list[Span] = []
        self._waiting: set[int] = set()
        for predicate in claim.predicates:
            start, end = predicate.start - claim.start, predicate.end - claim.start
            self._predicates.append((start, end))
            for argument in predicate.arguments:
                span = argument.start - claim.start, argument.end - claim.start
                self._arguments.append(span)
                if argument.role.startswith("nsubj"):
                    self._subjects.append(span)
                if argument.role in _COMPLETING and span[0] >= end:
                    self._waiting.add(end)

    def find_article(self, start: int) -> int:
        """Return where a phrase begins with its article or owner, if it has one: "the" before "harbour"."""
        article = _ARTICLE.search(self._text[:start])
        return article.start() if article else start

    def hold(self, start: int, end: int) -> bool:
        """Tell whether a stretch cuts no phrase, but before or behind a word that leads to the next one."""
        if end in self._waiting or not (self._begins(start, end) and self._ends(end)):
            return False
        begins = [first for first, _ in self._subjects] + [found.start() for found in _DETERMINER.finditer(self._text)]
        if any(start < first < end and not self._is_led_to(first) for first in begins):
            # "the spring the council met": two phrases side by side are none.
            return False
        return not any(self._is_cut(span, start, end) for span in self._arguments)

    def _is_led_to(self, start: int) -> bool:
        before = _WORD_BEFORE.search(self._text[:start])
        return (
            before is None or _leads(before[1].casefold()) or any(before.end(1) == last for _, last in self._predicates)
        )

    def _begins(self, start: int, end: int) -> bool:
        before = _WORD_BEFORE.search(self._text[:start])
        if before is None or any(start == first for first, _ in (*self._arguments, *self._predicates)):
            return True
        word = before[1].casefold()
        if word in _JOINING and any(start < last <= end for _, last in self._predicates):
            # Half of those who do it: "pilots" of "stewards and pilots walked out".
            return False
        return _leads(word) or any(before.end(1) == last for _, last in self._predicates)

    def _ends(self, end: int) -> bool:
        after = _WORD_AFTER.match(self._text[end:])
        return (
            after is None
            or _leads(after[1].casefold())
            or any(end == last for _, last in (*self._arguments, *self._predicates))
        )

    def _is_cut(self, span: Span, start: int, end: int) -> bool:
        first, last = span
        if first < start < last < end:
            return not all(_leads(word.casefold()) for word in self._text[max(first, 0) : start].split())
        if start < first < end < last:
            after = _WORD_AFTER.match(self._text[end:])
            return after is not None and not _leads(after[1].casefold())
        return False


def _leads(word: str) -> bool:
    return word in read_words("links") or word in read_words("openers")


def without_inner(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in their order that lie in none before them."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def join_pieces(text: str, pieces: Sequence[tuple[int, int, str]], *, filled: int) -> str:
    """Return pieces of a text in their order with what stands between them, or "…" where that is longer or a break.

    A piece may stand outside of the text, as a subject that an earlier clause names.
    """
    name, last = "", 0
    for start, end, piece in pieces:
        between = text[last:start].split() if name and 0 <= last <= start <= len(text) else []
        whole = len(between) <= filled and not any(_breaks(word) for word in between)
        links = len(between) == 1 and between[0].casefold() in read_words("links")
        name = f"{name} {' '.join(between) if whole or links else '…'} {piece}"
        last = end
    return " ".join(name.split())


def _breaks(word: str) -> bool:
    return not re.fullmatch(r"[\w’'/%$€£.,-]*\w%?", word)
