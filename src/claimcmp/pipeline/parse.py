"""The parse of one sentence as plain values, quick to walk in any direction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from spacy.tokens import Doc, Span

from claimcmp.pipeline.rehanging import rehang

FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
AUXILIARIES = frozenset({"aux", "cop"})
SUBJECTS = frozenset({"nsubj", "csubj"})
REMEMBERED = 8
RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})


@dataclass(slots=True)
class Word:
    """A token with its place in the tree; numbers count from the first token of the sentence."""

    number: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    """The relation to the head in full, ``nsubj:pass``."""
    base: str
    """The relation without its subtype, ``nsubj``."""
    head: int
    start: int
    end: int
    """Offsets into the text of the Doc."""
    children: list[int] = field(default_factory=list)


class Parse:
    """The words of a sentence and their tree."""

    def __init__(self, words: Sequence[Word], text: str, *, start: int = 0, offset: int = 0):
        """Take the words of ``text`` with heads that are numbers of words.

        ``start`` is where the text begins in its Doc, ``offset`` the index that its first word has there.
        """
        self.words = words
        self.text = text
        self.start = start
        self.offset = offset
        self.root = 0
        for word in words:
            if word.head == word.number:
                self.root = word.number
            else:
                words[word.head].children.append(word.number)
        self.order = self._sort_from_root()
        self.left, self.right = self._find_edges()

    def quote(self, first: int, last: int) -> str:
        """Return the text from one word to another."""
        return self.text[self.words[first].start - self.start : self.words[last].end - self.start]

    def child(self, number: int, *relations: str) -> int | None:
        """Return the first child in one of these relations, given without subtype."""
        for item in self.words[number].children:
            if self.words[item].base in relations:
                return item
        return None

    def children(self, number: int, *relations: str) -> Iterator[Word]:
        """Yield the children in one of these relations, given without subtype; all where none is given."""
        for item in self.words[number].children:
            if not relations or self.words[item].base in relations:
                yield self.words[item]

    def is_finite(self, number: int) -> bool:
        """Tell whether a predicate has a finite verb, its own or an auxiliary's."""
        words = self.words
        if words[number].tag in FINITE_TAGS:
            return True
        return any(
            words[item].base in AUXILIARIES and words[item].tag in FINITE_TAGS for item in words[number].children
        )

    def is_predicate(self, number: int) -> bool:
        """Tell whether a word says something of others: a verb, or whatever has a copula or a subject."""
        if self.words[number].pos == "VERB":
            return True
        return self.child(number, "cop", "nsubj", "csubj", "expl") is not None or (
            self.words[number].pos == "AUX" and self.words[number].base not in AUXILIARIES
        )

    def has_subject(self, number: int) -> bool:
        """Tell whether a predicate has a subject of its own."""
        return self.child(number, "nsubj", "csubj", "expl") is not None

    def mark(self, number: int) -> str:
        """Return the word that subordinates a predicate, in lower case, or nothing."""
        found = self.child(number, "mark")
        return "" if found is None else self.words[found].lower

    def first_conjunct(self, number: int) -> int:
        """Return the head of the coordination that a word is part of."""
        while self.words[number].base == "conj":
            number = self.words[number].head
        return number

    def _sort_from_root(self) -> list[int]:
        order = [word.number for word in self.words if word.head == word.number]
        for number in order:
            order.extend(self.words[number].children)
        return order

    def _find_edges(self) -> tuple[list[int], list[int]]:
        left, right = list(range(len(self.words))), list(range(len(self.words)))
        for number in reversed(self.order):
            head = self.words[number].head
            left[head] = min(left[head], left[number])
            right[head] = max(right[head], right[number])
        return left, right


def read_parse(sent: Span) -> Parse:
    """Return the parse of a sentence; a token whose head lies outside of the sentence is a root.

    The last ones are remembered, because several components ask for them in turn: a parse is not changed any more.
    """
    return _read_parse(sent.doc, sent.start, sent.end)


@lru_cache(maxsize=REMEMBERED)
def _read_parse(doc: Doc, offset: int, end: int) -> Parse:
    sent, size = doc[offset:end], end - offset
    words: list[Word] = []
    for number, token in enumerate(sent):
        head = token.head.i - offset
        dep = token.dep_
        text, start = token.text, token.idx
        words.append(
            Word(
                number,
                text,
                token.lower_.replace("’", "'"),
                token.lemma_.lower().replace("’", "'"),
                token.pos_,
                token.tag_,
                dep,
                _base(dep),
                head if 0 <= head < size else number,
                start,
                start + len(text),
            )
        )
    rehang(words)
    return Parse(words, sent.text, start=sent.start_char, offset=offset)


@cache
def _base(dep: str) -> str:
    return dep.partition(":")[0]
