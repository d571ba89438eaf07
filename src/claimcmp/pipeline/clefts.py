"""Finds clefts, which put one participant of an event in front: "it was a fisherman who saw the wreck"."""

from claimcmp.pipeline.parse import Parse

EMPTY = "it"
RELATIVE = frozenset({"who", "whom", "that", "which", "whose"})


def find_cleft(parse: Parse, focus: int) -> int | None:
    """Return the head of the clause that a cleft makes of an event, None where a word is no such focus."""
    first = parse.first_conjunct(focus)
    if parse.child(first, "cop") is None or not _has_empty_subject(parse, first):
        return None
    for clause in parse.children(focus, "acl", "advcl", "csubj", "ccomp"):
        if clause.number > focus and parse.is_finite(clause.number) and _is_about(parse, focus, clause.number):
            return clause.number
    return None


def is_person_cleft(parse: Parse, focus: int, clause: int) -> bool:
    """Tell whether a relative clause is that of a cleft for sure: "who" cannot tell which thing "it" is."""
    return find_cleft(parse, focus) == clause and any(
        child.lower in ("who", "whom") for child in parse.children(clause, "nsubj", "obj")
    )


def _has_empty_subject(parse: Parse, focus: int) -> bool:
    return any(child.lower == EMPTY for child in parse.children(focus, "nsubj", "expl"))


def _is_about(parse: Parse, focus: int, clause: int) -> bool:
    """Tell whether a clause lacks what the focus gives: a participant, or a circumstance if it is one itself."""
    if parse.child(focus, "case") is not None:
        return parse.mark(clause) == "that"
    return any(child.lower in RELATIVE for child in parse.children(clause, "nsubj", "obj", "obl"))
