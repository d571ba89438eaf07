"""What an attribution frame is: a source, a cue and the words that the source is committed to."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcmp.records import AttributionKind, AttributionStance

Stretch = tuple[int, int]
"""First and last token of some words, both included."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution in a sentence."""

    source: Token | None
    """Head of the words that name the source; None where nobody is named ("it is believed")."""
    cue: Stretch
    contents: tuple[Stretch, ...]
    kind: AttributionKind
    stance: AttributionStance = "neutral"
    commits: bool = True
    """Whether the source is committed to the content; a wish, a question and praise commit to nothing."""

    def holds(self, token: int) -> bool:
        """Tell whether a token is part of the content."""
        return any(first <= token <= last for first, last in self.contents)

    @property
    def size(self) -> int:
        """Number of tokens in the content."""
        return sum(last - first + 1 for first, last in self.contents)


def find_stretches(head: Token, without: Iterable[Stretch] = ()) -> tuple[Stretch, ...]:
    """Return the words of a subtree, except some, as stretches without punctuation at their ends."""
    return cut_stretches(head.doc, [(head.left_edge.i, head.right_edge.i)], without)


def cut_stretches(doc: Doc, stretches: Iterable[Stretch], without: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches without some others, trimmed; those without a word are dropped."""
    removed = sorted(without)
    kept: list[Stretch] = []
    for first, last in stretches:
        start = first
        for low, high in removed:
            if low <= last and high >= start:
                kept.append((start, low - 1))
                start = high + 1
        kept.append((start, last))
    return tuple(sorted({trimmed for first, last in kept if (trimmed := _trim(doc, first, last)) is not None}))


def _trim(doc: Doc, first: int, last: int) -> Stretch | None:
    while first <= last and _is_separator(doc[first]):
        first += 1
    while last >= first and _is_separator(doc[last]):
        last -= 1
    return (first, last) if first <= last else None


def _is_separator(token: Token) -> bool:
    return token.is_space or token.text in {",", ";", ":", "-", "–", "—", "--", ".", "(", ")", "[", "]", "―"}
