"""Finds attributions by adjectives: "X is aware that P", "X made it clear that P"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from claimcmp.pipeline.attribution_frames import Frame, find_stretches
from claimcmp.pipeline.attribution_words import find_lemma, word_set
from claimcmp.pipeline.dependencies import is_negated
from claimcmp.pipeline.reported_clauses import is_question
from claimcmp.pipeline.speakers import find_subject, is_author
from claimcmp.records import AttributionStance


def find_adjective_frames(tokens: Iterable[Token]) -> Iterator[Frame]:
    """Yield the frames of the adjectives of a parsed sentence."""
    for token in tokens:
        if token.pos_ == "ADJ" or (token.tag_ == "VBN" and token.lower_ in word_set("adjectives", "neutral")):
            yield from _read_adjective(token)


def _read_adjective(adjective: Token) -> Iterator[Frame]:
    lemma = adjective.lower_
    clause = next(
        (child for child in adjective.children if child.dep_ in ("ccomp", "advcl") and _has_that(child)), None
    )
    source: Token | None = None
    cue = (adjective.i, adjective.i)
    stance: AttributionStance = "neutral"
    if lemma in word_set("adjectives", "made") and find_lemma(adjective.head) == "make" and adjective.dep_ == "xcomp":
        clause = clause or next((child for child in adjective.head.children if child.dep_ == "ccomp"), None)
        source, cue, stance = find_subject(adjective.head), (adjective.head.i, adjective.i), "endorsed"
    elif lemma in word_set("adjectives", "endorsed") or lemma in word_set("adjectives", "neutral"):
        source = next((c for c in adjective.children if c.dep_ in ("nsubj", "nsubj:pass")), None) or find_subject(
            adjective
        )
        stance = "endorsed" if lemma in word_set("adjectives", "endorsed") else "neutral"
        clause = clause or next((child for child in adjective.children if child.dep_ == "ccomp"), None)
    if (
        source is None
        or clause is None
        or is_author(source)
        or source.lower_ in ("it", "this", "that", "which")
        or is_negated(adjective)
    ):
        return
    yield Frame(source, cue, find_stretches(clause), "indirect", stance, not is_question(clause, adjective))


def _has_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
