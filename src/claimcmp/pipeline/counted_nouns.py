"""Finds the noun that a number counts, without a tagger, and its singular."""

from collections.abc import Sequence
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.number_scales import is_hyphen, word_at
from claimcmp.pipeline.number_tokens import Token
from claimcmp.pipeline.numbers import read_number

MODIFIERS = 4


def find_counted_noun(tokens: Sequence[Token], index: int, *, one: bool = False) -> tuple[str, int] | None:
    """Return the noun that a number counts, in the singular, and the index after it: "10,000 North Korean labourers".

    It is the first plural within a few words, with no verb, preposition or mark before it.
    After "one" the noun is a singular, taken to be the first word that does not look like an adjective.
    """
    stops, not_nouns = _stops(), _not_nouns()
    for at in range(index, min(index + MODIFIERS + 1, len(tokens))):
        token = tokens[at]
        if token.kind == "mark" and is_hyphen(tokens, at) and at > index:
            continue
        if token.kind != "word" or not token.free or token.lower in stops:
            return None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if (
            after is not None
            and after.glued
            and (after.kind == "number" or (after.text == "-" and is_hyphen(tokens, at + 1)))
        ):
            continue
        if one:
            if token.text.islower() and not _looks_like_adjective(token.lower):
                return singular(token.lower), at + 1
            continue
        if is_plural(token.lower) and token.lower not in not_nouns and not token.text.isupper():
            if (
                token.text[0].isupper()
                and at + 1 < len(tokens)
                and tokens[at + 1].text[:1].isupper()
                and tokens[at + 1].kind == "word"
            ):
                continue
            return singular(token.lower), at + 1
    return None


def find_whole_noun(tokens: Sequence[Token], index: int, *, one: bool = False) -> str | None:
    """Return the noun of what a number counts a part of, where "of" stands at ``index``: "three of its five bridges".

    "One of the bridges" introduces a bridge, "one of 50,000 bridges" are odds, "one of the five bridges" counts.
    """
    if word_at(tokens, index) != "of":
        return None
    determined = word_at(tokens, index + 1) in _determiners()
    at = index + 2 if determined else index + 1
    whole = read_number(tokens, at) if at < len(tokens) and tokens[at].free else None
    if one and not (determined and whole):
        return None
    noun = find_counted_noun(tokens, whole.end if whole else at)
    return noun[0] if noun else None


def is_plural(word: str) -> bool:
    """Say whether a word in lower case looks like a plural noun."""
    if word in _plurals():
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s", "ics"))
        and word not in _not_nouns()
    )


def singular(noun: str) -> str:
    """Return the singular of a plural noun in lower case; other words come back as they are."""
    known = read_lexicon("quantities")["singulars"]
    if (form := known.get(noun)) and noun != "reason":
        return str(form)
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    if noun.endswith("men") and len(noun) > 5:
        return f"{noun[:-3]}man"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def _looks_like_adjective(word: str) -> bool:
    adjectives = read_lexicon("quantities")["adjectives"]
    return word.endswith(tuple(adjectives["endings"])) or word in adjectives["words"]


@cache
def _plurals() -> frozenset[str]:
    lexicon = read_lexicon("quantities")
    same = {word for word, form in lexicon["singulars"].items() if word == form and word not in ("percent", "head")}
    return (
        frozenset(lexicon["plurals"]["words"])
        | same
        | {
            "women",
            "feet",
            "teeth",
            "mice",
            "lives",
            "policemen",
            "servicemen",
            "fishermen",
            "criteria",
            "phenomena",
            "crises",
            "times",
            "buses",
            "gases",
        }
    )


@cache
def _determiners() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["determiners"]["words"])


@cache
def _stops() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["not_nouns"]["stops"]) - {"times"}


@cache
def _not_nouns() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["not_nouns"]["words"])
