"""Reads a parsed noun phrase: its words, what it names, whose it is, and the subject of a verb."""

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.date_patterns import months, weekdays

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
MODIFIERS = ("compound", "amod", "nmod:unmarked", "flat", "nmod:desc")
NAME_PARTS = ("compound", "amod", "nmod:poss", "nmod:desc", "nmod:unmarked")
OWNING = ("of", "in", "among", "at", "for", "by", "from", "between", "across")
MEASURE_MODIFIERS = 3
PERIOD = r"(?<!\w)(?:{ordinals}|(?:three|six|nine|twelve)|[1-4](?:st|nd|rd|th))[\s-](?:{units}|months?)(?!\w)"
TIMES = frozenset({"year", "month", "week", "day", "quarter", "half", "decade", "time", "period", "season"})


def name_measure(noun: Token, taken: Collection[int]) -> str:
    """Return what a noun phrase names, in lower case, the noun as its lemma: "customer deposit", "killed passenger".

    Owners, numbers (the ``taken`` tokens) and words that fit any measure are left out; "number of" is what it is of.
    """
    light = lexicon()["light"]
    if noun.lemma_.lower() in light["nouns"]:
        if inner := _of_complement(noun, taken):
            return name_measure(inner, taken)
        if verb := next((child for child in noun.children if child.dep_ == "acl" and child.i not in taken), None):
            return verb.lemma_.lower()
    words: list[str] = []
    for child in noun.lefts:
        if child.dep_ not in MODIFIERS or child.i in taken or is_proper(child) or child.pos_ in ("NUM", "SYM"):
            continue
        if child.lemma_.lower() in light["adjectives"] or child.tag_ in ("JJR", "JJS"):
            continue
        words.append(_text(child.left_edge, child).lower())
    words = [word for word in words if not find_periods(word)]
    participle = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == noun.i + 1), None)
    if participle is not None:
        words.append(participle.lower_)
    return " ".join([*words[-MEASURE_MODIFIERS:], noun.lemma_.lower()])


def find_owner(noun: Token, taken: Collection[int]) -> str | None:
    """Return whose a measured noun is: its possessor, what it is of or in, or the name beside it."""
    for child in noun.children:
        if child.dep_ == "nmod:poss" and child.pos_ != "PRON":
            return name_phrase(child)
    for child in noun.children:
        if child.dep_ != "nmod" or child.i in taken or child.pos_ == "PRON" or find_case(child) not in OWNING:
            continue
        if noun.lemma_.lower() in lexicon()["light"]["nouns"] and find_case(child) == "of":
            inner = find_owner(child, taken)
            if inner:
                return inner
            continue
        if not is_time(child):
            return name_phrase(child)
    names = [child for child in noun.lefts if child.dep_ in MODIFIERS and is_proper(child) and not is_time(child)]
    return name_phrase(names[0]) if names else None


def name_phrase(noun: Token) -> str:
    """Return a noun with its names and adjectives, without article, as the text prints it."""
    first = last = noun
    for child in noun.lefts:
        if child.dep_ in NAME_PARTS and child.left_edge.i < first.i:
            first = child.left_edge
    for child in noun.rights:
        if child.dep_ == "flat":
            last = child.right_edge
    while first.i < noun.i and first.pos_ in ("DET", "PUNCT"):
        first = first.nbor()
    return re.sub(r"\s+", " ", _text(first, last)).removesuffix("'s").removesuffix("’s")


def find_subject(verb: Token) -> Token | None:
    """Return what a verb is said of, also where another clause names it."""
    for _ in range(4):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if verb.dep_.startswith("acl") and (
            subject is None or subject.tag_ in ("WDT", "WP") or subject.lower_ == "that"
        ):
            return verb.head
        if subject is not None:
            return subject
        if verb.dep_ == "xcomp":  # "expects output to grow"
            thing = next((child for child in verb.head.children if child.dep_ == "obj" and child.i < verb.i), None)
            if thing is not None:
                return thing
        if verb.dep_ not in ("conj", "xcomp", "advcl", "parataxis") or verb.head == verb:
            return None
        verb = verb.head
    return None


def find_case(token: Token) -> str:
    """Return the preposition of a noun, in lower case; an empty string where it has none."""
    cases = [child for child in token.lefts if child.dep_ == "case"]
    return cases[-1].lower_ if cases else ""


def is_proper(token: Token) -> bool:
    """Say whether a modifier is a name ("Kenyan exports", "Boeing deliveries")."""
    return token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.is_title and not token.is_sent_start)


def is_time(token: Token) -> bool:
    """Say whether a noun is a time: "in May", "of the year", "in 2019"."""
    return token.like_num or token.lemma_.lower() in TIMES or token.lower_ in months() or token.lower_ in weekdays()


def find_periods(text: str) -> set[str]:
    """Return the parts of a year that are no dates of their own: "first half", "full year"."""
    return {match.group().lower().replace("-", " ") for match in _periods().finditer(text)}


@cache
def lexicon() -> Any:
    """Return the words that say what is measured."""
    return read_lexicon("measured")


def _of_complement(noun: Token, taken: Collection[int]) -> Token | None:
    return next(
        (c for c in noun.rights if c.dep_ == "nmod" and c.i not in taken and find_case(c) == "of" and c.pos_ != "PRON"),
        None,
    )


def _text(first: Token, last: Token) -> str:
    return first.doc[first.i : last.i + 1].text


@cache
def _periods() -> re.Pattern[str]:
    words = lexicon()["periods"]
    pattern = PERIOD.format(ordinals="|".join(words["ordinals"]), units="|".join(words["units"]))
    return re.compile(pattern, re.IGNORECASE)
