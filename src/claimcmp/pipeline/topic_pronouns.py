"""Tells whether an "it" in what somebody says is the topic of the sentence before, and not who says it.

"The psalter is old. The library maintains that it was bought in 1621" is about the psalter. What is done to things, or
done by them, tells it; where the predicate could be of both, nobody can be sure.
"""

from collections.abc import Sequence
from enum import Enum

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_words import clause_verbs, find_lemma
from claimcmp.pipeline.mentions import PLACE, THING
from claimcmp.pipeline.prominence import Role
from claimcmp.pipeline.referring import Referring
from claimcmp.pipeline.salience import Candidate, ReadSentence


class Meant(Enum):
    """Whom a pronoun may mean that its speaker uses."""

    SPEAKER = "who says it"
    TOPIC = "what the sentence before is about"
    UNKNOWN = "one of the two"


def judge_meant(sentences: Sequence[ReadSentence], ranked: Sequence[Candidate], referring: Referring) -> Meant:
    """Return whom an "it" means whose most prominent antecedent says the clause that it is the subject of."""
    here = sentences[-1].doc
    predicate = here[referring.predicate]
    if here[referring.first].lower_ != "it" or referring.possessive:
        return Meant.SPEAKER
    lemma = predicate.lemma_.lower()
    if referring.role is Role.OBJECT and lemma in _words("stating", "verbs"):
        return Meant.UNKNOWN
    if not _says(ranked[0], predicate, sentences[-1]):
        return Meant.SPEAKER
    if referring.role is not Role.SUBJECT:
        # "The archive says that nobody knows who wrote it"
        done = referring.role is Role.OBJECT and lemma in _words("things", "passive")
        # "Two thirds of residents said they back it", "a poll found that they back it": neither is what is backed.
        lifeless = ranked[0].mention.kinds <= _LIFELESS
        return Meant.TOPIC if done else Meant.UNKNOWN if lifeless else Meant.SPEAKER
    if lemma in _words("things", "passive" if referring.passive else "active"):
        return Meant.TOPIC
    rivals = _find_rivals(ranked)
    if not rivals:
        return Meant.SPEAKER
    alone = all(candidate.mention.kinds <= _LIFELESS for candidate in rivals)
    if referring.passive:
        return Meant.SPEAKER if alone and lemma in _words("undergoing", "verbs") else Meant.UNKNOWN
    if any(child.dep_ == "cop" for child in predicate.children):
        return Meant.SPEAKER if alone and lemma in _words("undergoing", "adjectives") else Meant.UNKNOWN
    return Meant.SPEAKER


def find_topic(sentences: Sequence[ReadSentence], ranked: Sequence[Candidate]) -> Candidate | None:
    """Return the one thing that the sentence before is about; None where there are several."""
    rivals = _find_rivals(ranked)
    if len(rivals) != 1 or len(sentences) < 2:
        return None
    topic, before = rivals[0], sentences[-2]
    if not topic.mention.kinds <= _LIFELESS or not topic.mention.text or topic.mention.again:
        return None
    if not any(mention is topic.mention for mention in before.mentions):
        return None
    # "The origin of the comet is debated": which of the two is gone on about?
    parts = any(child.dep_ == "nmod" for child in before.doc[topic.mention.head].children)
    return None if parts else topic


def _says(candidate: Candidate, predicate: Token, here: ReadSentence) -> bool:
    """Tell whether a candidate is the subject of the verb of saying that a predicate hangs on, over other clauses."""
    saying = {
        mention.predicate
        for mention in here.mentions
        if mention.identity == candidate.mention.identity
        and mention.role is Role.SUBJECT
        and mention.head < mention.predicate
        and find_lemma(here.doc[mention.predicate]) in clause_verbs()
    }
    while predicate.dep_ in _WITHIN and predicate.head.i != predicate.i:
        held, predicate = predicate.dep_ != "conj", predicate.head
        if held and predicate.i in saying:
            return True
    return False


def _find_rivals(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Return what else is prominent in the sentences before."""
    return [candidate for candidate in ranked[1:] if candidate.prominent and not candidate.here]


def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(read_lexicon("references")[table][key])


_WITHIN = frozenset({"conj", "ccomp", "acl"})
_LIFELESS = frozenset({THING, PLACE})
