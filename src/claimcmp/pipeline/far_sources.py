"""Finds who says something where that one is neither the subject of the verb nor right behind its "by"."""

from spacy.tokens import Token

from claimcmp.pipeline.attribution_words import find_lemma, word_set
from claimcmp.pipeline.dependencies import find_marker
from claimcmp.pipeline.speakers import can_speak, find_subject


def find_writer(document: Token) -> Token | None:
    """Return who says something in a document without a name: "the tycoon took her side in a tweet that called it"."""
    host = document.head
    indefinite = any(child.lower_ in ("a", "an") for child in document.children)
    if document.dep_ != "obl" or not indefinite or find_marker(document) != "in" or host.pos_ != "VERB":
        return None
    writer = find_subject(host) if find_lemma(document) in word_set("quotative", "written") else None
    return writer if writer is not None and can_speak(writer) else None


def find_quoted(verb: Token) -> Token | None:
    """Return who is quoted in "the paper quoted the mayor as saying that the trees were sick"."""
    if verb.dep_ not in ("advcl", "obl") or not verb.text.endswith("ing") or find_marker(verb) != "as":
        return None
    if find_lemma(verb.head) not in word_set("quotative", "quoting"):
        return None
    return next((child for child in verb.head.children if child.dep_ == "obj" and child.i < verb.i), None)


def find_far_agent(verb: Token) -> Token | None:
    """Return who judges, hung on the judgement: "was dismissed as dull by the critics"."""
    judged = (child for child in verb.children if child.i > verb.i and find_marker(child) == "as")
    behind = (sub for child in judged for sub in child.children if sub.i > child.i and find_marker(sub) == "by")
    return next((sub for sub in behind if can_speak(sub)), None)
