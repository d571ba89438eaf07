"""Tells whether words say what somebody puts something down to: "laid the error at his door", "cited bad weather"."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_words import find_lemma, word_set
from claimcmp.pipeline.dependencies import find_marker
from claimcmp.pipeline.speakers import can_speak


def imputes(verb: Token, lemma: str, objects: Sequence[Token]) -> bool:
    """Tell whether a verb names a cause or a culprit with the words behind it."""
    if lemma == "cite":
        return bool(objects) and _is_ground(objects[0])
    behind = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    if lemma == "hold":
        return bool(objects) and any(token.lower_ in word_set("imputing", "held") for token in behind)
    particle = read_lexicon("attribution")["imputing"]["particles"].get(lemma, "")
    if particle and any(
        token.lower_ == particle and token.head == verb and token.i + 1 < behind.end and token.nbor(1).lower_ == "to"
        for token in behind
    ):
        return True
    if lemma not in word_set("imputing", "verbs"):
        return False
    if any(token.lemma_.lower() in word_set("imputing", "doors") for token in behind if token.dep_ in ("obl", "nmod")):
        return True
    return any(child.lemma_.lower() in word_set("imputing", "faults") for child in objects) and any(
        find_marker(token) in ("on", "upon", "with", "at") for token in behind
    )


def _is_ground(cited: Token) -> bool:
    """Tell a reason that somebody cites from a document, a person or a law: "cited bad weather", "cited a study"."""
    if cited.pos_ != "NOUN" or cited.lemma_.lower() in word_set("imputing", "authorities"):
        return False
    return not can_speak(cited) and find_lemma(cited) not in read_lexicon("attribution")["nouns"]
