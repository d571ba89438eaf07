"""Tells whether an amount is a level, a former level, a change, a difference, a ratio or a stretch of time."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from claimcmp.pipeline.noun_phrases import lexicon
from claimcmp.records import Quantity, QuantityRole
from claimcmp.units import find_unit

AFTER = ",after"
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


def comes_after_another(quantity: Quantity, span: Span, others: Sequence[Quantity]) -> bool:
    """Say whether an amount is an earlier one of what another was told of: "5 billion dollars, after 8 billion"."""
    lead = span.doc[max(0, span.start - 2) : span.start].text.lower().replace(" ", "")
    unit = find_unit(quantity.unit)
    return (
        lead == AFTER
        and quantity.role == "level"
        and not (unit and unit.dimension == "duration")
        and any(other.unit == quantity.unit and other.role == "level" for other in others)
    )


def find_deed(quantity: Quantity, verb: Token, head: Token) -> Token | None:
    """Return what a length of time is taken by: "took nine days to answer", "answering took nine days".

    A parse may hang the infinitive on the time itself.
    """
    unit = find_unit(quantity.unit)
    if unit is None or unit.dimension != "duration":
        return None
    deeds = [child for child in verb.children if child.dep_ in ("xcomp", "advcl", "csubj") and child.pos_ == "VERB"]
    deeds += [child for child in head.children if child.dep_ in ("acl", "advcl") and child.pos_ == "VERB"]
    return next((deed for deed in deeds if deed.dep_ == "csubj" or _is_infinitive(deed)), None)


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.lefts)
