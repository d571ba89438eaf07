"""Tells whether a source is a share of those who were asked: "61 percent", "two thirds of voters", "four in ten"."""

from spacy.tokens import Token

from claimcmp.pipeline.attribution_words import word_set
from claimcmp.pipeline.dependencies import find_marker


def is_share(source: Token) -> bool:
    """Tell whether a noun or number is a share; what it is a share of need not be told."""
    if source.pos_ == "NUM" and source.lower_ not in word_set("shares", "nouns"):
        # "Four in ten", "six out of ten voters"
        wholes = (child for child in source.children if child.dep_ in ("nmod", "obl") and child.i > source.i)
        return any(find_marker(child) in ("in", "out") and _is_counted(child) for child in wholes)
    if not {source.lower_, source.lemma_.lower()} & word_set("shares", "nouns"):
        return False
    return any(child.pos_ == "NUM" or child.lower_ in ("a", "the") for child in source.children) or source.pos_ == "NUM"


def names_no_whole(share: Token) -> bool:
    """Tell whether it is left open what a share is of: "61 percent", not "61 percent of the budget"."""
    return is_share(share) and not any(child.dep_ == "nmod" and find_marker(child) == "of" for child in share.children)


def answers(source: Token, lemma: str) -> bool:
    """Tell whether a share of those asked gives an answer: "two thirds want a referendum"."""
    return lemma in word_set("shares", "verbs") and is_share(source)


def _is_counted(whole: Token) -> bool:
    return whole.pos_ == "NUM" or any(child.pos_ == "NUM" for child in whole.children)
