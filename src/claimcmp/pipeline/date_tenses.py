"""Tells whether a date is of what was or of what is to come: "opened in May", "is to open in May".

That decides the year of a month that is named without one, and the week of a weekday. In a parsed sentence the verb
that the date hangs on tells it ("closed" in "due to a storm that closed the line in May"); else, and where that verb
may be of either time, the words shortly before the date do ("will", "until").
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from spacy.tokens import Span, Token

from claimcmp.lexicons import read_lexicon

Tense = Literal["past", "ahead", "nearest"] | None
"""Which day or month without a year is meant; for a verb of either time ("would open") the ``nearest`` one."""
TenseAt = Callable[[str, int], Tense]
"""Tells the tense at a place of a text; None where it is open."""

SINCE = re.compile(r"\bsince\s(?:\w+\s)?\Z", re.IGNORECASE)
WAS = re.compile(r"\b(?:was|were|had|did|[a-z]+ed)\b", re.IGNORECASE)
"""Without a parse: a word of the past, before which "until May" and "by May" may be over."""
LOOK_BACK = 100
NEAR = 20
ENDS = frozenset({"end", "start", "beginning", "middle"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
COMING = frozenset({"will", "'ll", "’ll", "wo", "shall", "must", "may", "can", "should"})
"""Auxiliaries of what has not come about yet, unless "have" follows ("may have seen it in March")."""
OPEN = frozenset({"would", "could", "might"})


def read_tense(text: str, start: int) -> Tense:
    """Tell by the words shortly before a place whether they look ahead; what lasts "since" a date began before it."""
    if SINCE.search(text, max(0, start - NEAR), start):
        return "past"
    limited = _limits().search(text, max(0, start - NEAR), start)
    if limited and not WAS.search(text, max(0, start - LOOK_BACK), start):
        return "ahead"
    return "ahead" if _ahead().search(text, max(0, start - LOOK_BACK), start) else None


def make_tense_reader(sent: Span) -> TenseAt:
    """Return what tells the tense at a place of the text of a parsed sentence."""
    text = sent.text

    def tense_at(_: str, start: int) -> Tense:
        if SINCE.search(text, max(0, start - NEAR), start):
            return "past"
        token = next((token for token in sent if token.idx + len(token) > sent.start_char + start), None)
        verb = _find_verb(token) if token is not None else None
        told = _read_verb(verb) if verb is not None else None
        if verb is not None and told == "past" and _wants(verb) and _limits().search(text, max(0, start - NEAR), start):
            return None
        if told in ("past", "ahead"):
            return told
        return read_tense(text, start) or (told if token is not None and _hangs_on_verb(token) else None)

    return tense_at


def _wants(verb: Token) -> bool:
    """Tell whether a participle stands alone, as in "want the law scrapped by May", which may be over or not."""
    return verb.tag_ == "VBN" and not any(child.dep_ in HELPERS for child in verb.children)


def _hangs_on_verb(token: Token) -> bool:
    """Tell whether a date hangs on its verb itself: "closes at the end of May", not "says in its report of May"."""
    while not _is_predicate(token.head):
        token = token.head
        if token.head == token or not (token.pos_ in ("NUM", "PROPN") or token.lower_ in ENDS):
            return False
    return token.dep_.startswith(("obl", "nmod"))


def _find_verb(token: Token) -> Token | None:
    """Return the verb or other predicate that a date hangs on; none where a subject has the date with it.

    "The vote on Friday will decide" and "the fire on Friday will be remembered" leave open when these are.
    """
    while not _is_predicate(token):
        if token.head == token or token.dep_.startswith("nsubj"):
            return None
        token = token.head
    return token


def _is_predicate(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in token.children)


def _read_verb(verb: Token) -> Tense:
    """Tell the time of a verb."""
    helpers = [child for child in verb.children if child.dep_ in HELPERS]
    helping = {child.lower_ for child in helpers}
    if any(child.lower_ == "to" and child.dep_ in ("mark", "aux") for child in verb.children):
        return "past" if "have" in helping else _read_infinitive(verb, helpers)
    if helping & OPEN:
        return "nearest"
    if helping & COMING:
        return "past" if "have" in helping else "ahead"
    if verb.lemma_.lower() in _planning():
        return "nearest"  # "expected in May", "was planned for May"
    tags = {child.tag_ for child in helpers}
    if "VBD" in tags or helping & {"has", "have", "'ve", "’ve", "had", "having"}:
        return "past"
    if helpers:
        return "nearest"  # "is closed in May", "is opening in May"
    return "past" if verb.tag_ in ("VBD", "VBN") else "nearest"


def _read_infinitive(verb: Token, helpers: list[Token]) -> Tense:
    """Tell when what somebody is or has to do comes: what failed to open in May is over, "intends to open" is ahead."""
    if any(child.tag_ == "VBD" for child in helpers):
        return "nearest"  # "was to open in May"
    while verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "conj") and verb.head != verb:
        verb = verb.head
        if _is_predicate(verb):
            break
    else:
        return "ahead"
    told = _read_verb(verb)
    if told == "past":
        return "past" if verb.lemma_.lower() in _coming_about() else "nearest"
    return "ahead"


@cache
def _ahead() -> re.Pattern[str]:
    cues = sorted(read_lexicon("dates")["future"]["words"], key=len, reverse=True)
    patterns = read_lexicon("dates")["future"]["patterns"]
    words = "|".join((*map(re.escape, cues), *patterns))
    return re.compile(rf"(?:(?<!\w)|(?=['’]))(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _limits() -> re.Pattern[str]:
    """Return what finds a preposition right before a date that sets it as a limit to come."""
    words = "|".join(map(re.escape, read_lexicon("dates")["limits"]["words"]))
    return re.compile(rf"\b(?:{words})\s(?:the\s(?:end|start|beginning|middle)\sof\s)?\Z", re.IGNORECASE)


@cache
def _planning() -> frozenset[str]:
    return frozenset(read_lexicon("dates")["planning"]["words"])


@cache
def _coming_about() -> frozenset[str]:
    return frozenset(read_lexicon("dates")["coming_about"]["words"])
