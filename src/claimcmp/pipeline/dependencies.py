"""Answers simple questions about the dependencies of a word."""

from spacy.tokens import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nowhere"})
OCCASIONS = frozenset({"time", "point", "stage", "moment", "occasion", "place", "circumstances"})


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive."""
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)


def is_negated(word: Token) -> bool:
    """Tell whether "not", "never" or "at no time" stands with a word."""
    return any(
        child.lower_ in NEGATIONS or _is_not_once(child) if child.dep_ == "advmod" else is_on_no_occasion(child)
        for child in word.children
    )


def _is_not_once(adverb: Token) -> bool:
    """Tell whether an adverb is that of "not once did he say"."""
    return adverb.lower_ == "once" and adverb.i > 0 and adverb.nbor(-1).lower_ == "not"


def is_on_no_occasion(phrase: Token) -> bool:
    """Tell whether a phrase says that something never was: "at no time", "on no occasion"."""
    if phrase.dep_ not in ("obl", "nmod") or phrase.lower_ not in OCCASIONS:
        return False
    return any(child.lower_ == "no" for child in phrase.children)


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb has "to" before it."""
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def find_marker(phrase: Token) -> str:
    """Return the word that links a phrase or clause, in lower case; empty where none does."""
    return next((child.lower_ for child in phrase.children if child.dep_ in ("case", "mark")), "")
