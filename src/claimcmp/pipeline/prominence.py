"""Tells how prominent a noun or pronoun is in its sentence, and whose clause it stands in."""

from enum import Enum

from spacy.tokens import Token


class Role(Enum):
    """How prominent a mention is in its sentence; the more so, the likelier a later word refers to it."""

    SUBJECT = 160
    OBJECT = 110
    OBLIQUE = 80
    OWNER = 140
    """Of a subject: "Peru" in "Peru's economy"."""
    INSIDE = 20
    """Part of another mention: "Peru" in "the coast of Peru"."""


def climb(token: Token) -> Token:
    """Return the first member of a coordination, or what an apposition stands beside."""
    while token.dep_ in _CHAINS and token.head.i != token.i and token.head.pos_ in _NOUNS:
        token = token.head
    return token


def find_predicate(token: Token) -> int:
    """Return the verb, or the noun or adjective with a copula, whose clause a token stands in."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX") or any(child.dep_ in _OF_CLAUSES for child in ancestor.children):
            return ancestor.i
    return token.i


def find_role(token: Token) -> Role:
    """Return how prominent a noun or pronoun is."""
    top = climb(token)
    dep = top.dep_
    if dep.startswith("nsubj"):
        return Role.SUBJECT
    if dep in ("obj", "iobj"):
        return Role.OBJECT
    if dep == "nmod:poss" and top.head.dep_.startswith("nsubj"):
        return Role.OWNER
    if dep.startswith("obl") or dep in ("ROOT", "dislocated"):
        return Role.OBLIQUE
    return Role.INSIDE


_CHAINS = frozenset({"conj", "appos", "flat", "compound"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_OF_CLAUSES = frozenset({"nsubj", "nsubj:pass", "cop", "csubj"})
