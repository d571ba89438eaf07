"""Tells whether an amount is a level, a former level, a change, a difference, a ratio or a stretch of time."""

from spacy.tokens import Span, Token

from claimcmp.pipeline.noun_phrases import lexicon
from claimcmp.records import Quantity, QuantityRole
from claimcmp.units import find_unit

COMPARATIVES = ("more", "fewer", "less", "extra", "additional")


def find_role(quantity: Quantity, span: Span, governed: QuantityRole) -> QuantityRole:
    """Return the role that the words in and around the amount give it, before that of its governor."""
    if quantity.role == "ordinal":
        return "ordinal"
    doc, after = span.doc, span.end
    compared = any(token.lower_ == "than" for token in doc[after : after + 8])
    inside = [token.lower_ for token in span if token.lower_ in COMPARATIVES and token.i > span.start]
    numbers = [token.i for token in span if token.like_num]
    if inside and numbers and any(t.lower_ in COMPARATIVES and t.i > numbers[0] for t in span):
        return "difference"
    if after < len(doc) and doc[after].lower_ in COMPARATIVES and compared:
        return "difference"
    if (
        quantity.unit in ("time", "fold")
        and after < len(doc)
        and (doc[after].lower_ in ("as", "the") or doc[after].tag_ in ("JJR", "RBR"))
    ):
        return "ratio"
    if quantity.role != "level":
        return quantity.role
    lead = doc[max(0, span.start - 2) : span.start].text.lower()
    if governed in ("level", "change", "difference") and lead.endswith(
        ("against", "versus", *lexicon()["former"]["phrases"])
    ):
        return "former"
    return governed


def role_by_case(case: str) -> QuantityRole:
    """Return what a preposition makes of an amount that a change goes by, from or to."""
    words = lexicon()["change"]
    if case in words["to"] or case in words["beside"]:
        return "level"
    return "former" if case in words["from"] else "change"


def is_span(quantity: Quantity, head: Token, case: str) -> bool:
    """Say whether a length of time is the frame of something: "for ten years", "two days later"."""
    unit = find_unit(quantity.unit)
    if unit is None or unit.dimension != "duration":
        return False
    follower = head.nbor().lower_ if head.i + 1 < len(head.doc) else ""
    words = lexicon()["span"]
    return (case in words["before"] and not (case == "by" and head.dep_ != "obl")) or follower in words["after"]
