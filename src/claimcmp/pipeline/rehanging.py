"""Hangs what is said on the word of saying where the parser hung it on a noun between the two.

"Said in a statement on Friday that no beer was lost" and "told the court she had been paid" read like clauses of
"statement" and "court".
"""

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from claimcmp.lexicons import read_lexicon

RECIPIENTS = frozenset({"tell", "inform", "assure", "remind", "warn", "convince", "persuade"})
MAKING = frozenset({"write", "make", "send", "publish", "issue", "give", "sign", "hold", "release", "post"})
SUBJECTS = frozenset({"nsubj", "expl", "csubj"})


class Hanging(Protocol):
    """What is looked at, and changed, of a word."""

    number: int
    lower: str
    lemma: str
    pos: str
    dep: str
    base: str
    head: int


def rehang(words: Sequence[Hanging]) -> None:
    """Give such clauses their verb for a head, as its complement."""
    for word in words:
        if word.base != "acl":
            continue
        verb = _find_verb(words, word)
        if verb is not None:
            word.head, word.dep, word.base = verb, "ccomp", "ccomp"


def _find_verb(words: Sequence[Hanging], clause: Hanging) -> int | None:
    noun = words[clause.head]
    own = [word for word in words if word.head == clause.number and word.number != clause.number]
    subject = next((word for word in own if word.base in SUBJECTS), None)
    if subject is None or subject.lower in ("that", "which", "who") or not noun.number < subject.number:
        return None
    stated = any(word.base == "mark" and word.lower == "that" for word in own)
    whole = any(word.base in ("obj", "ccomp", "xcomp", "cop") for word in own) or subject.dep == "nsubj:pass"
    if clause.lemma in MAKING and not whole:
        # "in a letter that he wrote"
        return None
    relations = []
    while noun.base in ("nmod", "obl", "iobj", "obj") and noun.head != noun.number:
        relations.append(noun.base)
        noun = words[noun.head]
    if not relations or noun.pos != "VERB" or noun.number > clause.number:
        return None
    told = noun.lemma in RECIPIENTS and relations[-1] in ("iobj", "obj")
    beside = noun.lemma in _content_verbs() and relations[-1] == "obl"
    if any(word.head == noun.number and word.base == "ccomp" for word in words):
        return None
    if (stated and (told or beside)) or (told and whole and len(relations) == 1 and not stated):
        return noun.number
    return None


@cache
def _content_verbs() -> frozenset[str]:
    return frozenset(read_lexicon("clauses")["content"]["verbs"])
