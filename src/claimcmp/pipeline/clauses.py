"""Finds the clauses of a sentence that assert something of their own."""

from dataclasses import asdict, dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimcmp.pipeline.attributes import is_claim, set_attributes

CLAUSES = "claimcmp_clauses"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that is a claim, as offsets into the Doc's text."""

    start: int
    end: int
    head: int
    """Index of the token that heads it."""
    gaps: tuple[tuple[int, int], ...] = ()
    """Stretches within it that belong to clauses of their own."""


@Language.factory(CLAUSES, requires=["doc.sents", "span._.topic_evidence"], assigns=["span._.clauses"])
def make_clauses(nlp: Language, name: str) -> "ClauseFinder":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return ClauseFinder(name)


class ClauseFinder:
    """Sets ``sent._.clauses`` on sentences that are claims."""

    def __init__(self, name: str = CLAUSES):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find the clauses of the sentences of ``doc``."""
        for sent in doc.sents:
            if is_claim(sent):
                sent._.clauses = [_to_plain(clause) for clause in find_clauses(sent)]
        return doc


def find_clauses(sent: Span) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in the order of their starts; at least one."""
    return (Clause(sent.start_char, sent.end_char, sent.root.i),)


def _to_plain(clause: Clause) -> dict[str, Any]:
    # Lists, not tuples: what a Doc holds must be the same after it went through bytes.
    return {**asdict(clause), "gaps": [list(gap) for gap in clause.gaps]}
