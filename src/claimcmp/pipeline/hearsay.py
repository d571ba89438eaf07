"""Finds attributions to nobody in particular by a noun: "legend has it that", "as the story goes", "it is rumoured"."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_frames import Frame, Stretch, cut_stretches, find_stretches
from claimcmp.pipeline.attribution_words import find_lemma, word_set
from claimcmp.pipeline.dependencies import find_marker
from claimcmp.pipeline.parse import Parse, Word
from claimcmp.pipeline.speakers import find_owner
from claimcmp.records import AttributionStance

# What the tagger takes for adjectives.
PARTICIPLES = frozenset({"rumoured", "rumored", "reputed", "alleged"})


def find_hearsay_frames(tokens: Iterable[Token]) -> Iterator[Frame]:
    """Yield the frames of a parsed sentence in which a noun such as "legend", or "it", has what is told."""
    for token in tokens:
        if token.lower_ in PARTICIPLES and token.pos_ == "ADJ" and any(c.dep_ == "expl" for c in token.children):
            clause = next((child for child in token.children if child.dep_ in ("ccomp", "csubj")), None)
            if clause is not None:
                yield Frame(None, (token.i, token.i), find_stretches(clause), "indirect", "neutral")
        elif (heard := _find_heard(token)) is not None:
            yield Frame(None, (token.i, token.i), find_stretches(heard), "indirect", "neutral")
        elif (noun := _find_noun(token)) is not None and (contents := _find_contents(token)):
            yield Frame(find_owner(noun), (noun.i, token.i), contents, "nominal", _find_stance(noun))


def is_hearsay(parse: Parse, word: Word) -> bool:
    """Tell whether a verb only says that its clause, or the one it stands beside, is told: "as legend has it"."""
    if not _is_telling(word.lemma):
        return False
    subject = parse.child(word.number, "nsubj")
    if subject is None or parse.words[subject].lemma not in _nouns():
        return False
    return word.lemma != "have" or any(child.lower == "it" for child in parse.children(word.number))


def _find_heard(verb: Token) -> Token | None:
    """Return what somebody who is not named told a court: "the jury heard that the money was hidden"."""
    if find_lemma(verb) not in word_set("hearings", "verbs") or verb.pos_ != "VERB":
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if subject is None or subject.lemma_.lower() not in word_set("hearings", "bodies"):
        return None
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    return next((clause for clause in clauses if find_marker(clause) in ("that", "")), None)


def _find_noun(verb: Token) -> Token | None:
    if not _is_telling(verb.lemma_.lower()):
        return None
    noun = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if noun is None or noun.lemma_.lower() not in _nouns():
        return None
    told = verb.lemma_.lower() != "have" or any(child.lower_ == "it" for child in verb.children)
    return noun if told else None


def _find_contents(verb: Token) -> tuple[Stretch, ...]:
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    if clause is not None:
        return find_stretches(clause)
    if verb.dep_ == "advcl" and find_marker(verb) == "as":
        host = verb.head
        own = [(verb.left_edge.i, verb.right_edge.i)]
        return cut_stretches(verb.doc, [(host.left_edge.i, host.right_edge.i)], own)
    return ()


def _find_stance(noun: Token) -> AttributionStance:
    return "doubted" if find_lemma(noun) in word_set("noun_stances", "doubted") else "neutral"


def _is_telling(lemma: str) -> bool:
    return lemma in read_lexicon("clauses")["hearsay"]["verbs"]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(read_lexicon("clauses")["hearsay"]["nouns"])
