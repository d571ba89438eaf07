"""Finds the clause of a verb of saying where the parser made something else of it."""

from spacy.tokens import Token

from claimcmp.pipeline.attribution_frames import Stretch
from claimcmp.pipeline.attribution_words import find_lemma, word_set

RECIPIENTS = frozenset({"tell", "remind", "inform", "assure", "convince", "persuade", "advise", "warn", "notify"})


def find_bare_clause(verb: Token) -> Stretch | None:
    """Return the clause right behind a verb that the parser made the main one: "brokers reckon a halt would cost"."""
    if find_lemma(verb) == "say" and (lost := _find_lost_clause(verb)) is not None:
        return lost
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.dep_ in ("nsubj", "nsubj:pass", "expl") and token.left_edge.i == verb.i + 1:
            clause = token.head
            if is_circumstance(clause, verb):
                return None
            return (verb.i + 1, clause.right_edge.i) if clause.i > token.i and clause.right_edge.i > token.i else None
        if token.left_edge.i > verb.i + 1:
            return None
    return None


def is_circumstance(clause: Token, verb: Token) -> bool:
    """Tell whether a clause behind a verb says when or why it was said: "informed the port, an hour after it sank"."""
    said = verb.doc[verb.i + 1 : verb.sent.end]
    if clause.i < verb.i or any(token.lower_ == "that" or token.is_quote for token in said):
        return False
    words = word_set("quotative", "circumstances")
    if any(child.dep_ == "mark" and child.lower_ in words for child in clause.children):
        return True
    # "told the crew after the pump had failed": who hears it is no subject.
    heard = find_lemma(verb) in word_set("quotative", "hearing")
    subjects = [child for child in clause.children if child.dep_ in ("nsubj", "nsubj:pass")]
    return heard and any(
        subject.left_edge.i == verb.i + 1 and token.lower_ in words and token.i > subject.i
        for subject in subjects
        for token in subject.subtree
    )


def find_told_clause(verb: Token) -> Token | None:
    """Return the clause that the parser hung on who hears it: "told the court she had been paid"."""
    if find_lemma(verb) not in RECIPIENTS:
        return None
    hearers = [child for child in verb.children if child.dep_ in ("iobj", "obj") and child.i > verb.i]
    for clause in (sub for hearer in hearers for sub in hearer.children if sub.dep_ == "acl:relcl"):
        parts = {child.dep_ for child in clause.children}
        relative = any(child.lower_ in ("who", "which", "that", "whom") for child in clause.children)
        whole = parts & {"nsubj:pass"} or ("nsubj" in parts and parts & {"obj", "ccomp", "xcomp", "cop"})
        if whole and not relative:
            return clause
    return None


def _find_lost_clause(verb: Token) -> Stretch | None:
    """Return the clause whose subject the parser made the object of "say", as nobody says a thing.

    "The notice says two pumps, cut off by the flood, failed."
    """
    thing = next((child for child in verb.children if child.dep_ in ("obj", "iobj") and child.i > verb.i), None)
    if thing is None or thing.left_edge.i != verb.i + 1 or thing.pos_ not in ("NOUN", "PROPN"):
        return None
    if thing.lemma_.lower() in word_set("quotative", "sayable"):
        return None
    sent_end = verb.sent.end
    end = next((i for i in range(thing.i, sent_end) if verb.doc[i].text == ";"), sent_end) - 1
    if not any(token.pos_ in ("VERB", "AUX") for token in verb.doc[thing.i + 1 : end + 1]):
        return None
    return verb.i + 1, end
