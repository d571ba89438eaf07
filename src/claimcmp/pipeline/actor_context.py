"""Decides from the words around a name whether an actor is meant, only a place, or neither."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.actor_names import NameMatch, Role, Words
from claimcmp.pipeline.city_context import Reading, read_city, read_seat

__all__ = ["Reading", "read_name"]


def read_name(
    words: Words, match: NameMatch, *, joined_to: Reading | None, named: Collection[str], around: Collection[str]
) -> Reading:
    """Return what the name at ``match`` means here.

    ``joined_to`` is how a name was read to which this one is joined by a comma, "and" or a hyphen; ``named`` are the
    ids of all actors that other names of the sentence stand for, ``around`` those of the rest of the document.
    """
    role = match.name.role
    if role is Role.GIVEN:
        return Reading.ACTOR
    if role is Role.LONGER or words.at(match.first - 1) == "@" or (words.shouted and match.name.text in _SHOUTING):
        return Reading.NEITHER
    if role is Role.PREFIX:
        follows = words.at(match.last + 1)
        joined = words.at(match.last) == "-" and words.touch(match.last) and words.touch(match.last + 1)
        return Reading.ACTOR if joined and follows[:1].isupper() else Reading.NEITHER
    if role is Role.NEAR:
        return _read_near(words, match, {*named, *around})
    if _is_in_longer_name(words, match) or not _is_supported(words, match, named, around):
        return Reading.NEITHER
    if role is Role.CAPITAL:
        known = any(actor.id in around for actor in match.name.actors)
        return read_city(words, match, joined_to=joined_to, supported=known or bool(named))
    if role is Role.SEAT:
        return read_seat(words, match)
    return Reading.NEITHER if _is_language(words, match) or _is_money(words, match) else Reading.ACTOR


def _read_near(words: Words, match: NameMatch, spoken_of: Collection[str]) -> Reading:
    previous, follows = words.at(match.first - 1).lower(), words.at(match.last)
    named = previous == "the" or (previous in ("and", "or") and words.at(match.first - 2) in ("North", "South"))
    part = follows == "of" or follows == "-" or (follows[:1].isupper() and follows not in ("North", "South"))
    return Reading.ACTOR if named and not part and not match.name.needs.isdisjoint(spoken_of) else Reading.NEITHER


def _is_in_longer_name(words: Words, match: NameMatch) -> bool:
    follows, previous = words.at(match.last), words.at(match.first - 1)
    if follows in _AFTER and not words.touch(match.last):
        return True
    if follows == "," and words.at(match.last + 1) in _US_STATES:
        return True
    # "Security Council of Russia", "Russian Security Council"
    if match.name.text in _COUNCILS:
        return follows == "of" or (previous[:1].isupper() and previous.lower() not in _SMALL_WORDS)
    back = match.first - 2 if previous == "of" else match.first - 3 if previous == "the" else -1
    return back >= 0 and words.at(back + 1) == "of" and words.at(back) in _HEADS


def _is_supported(words: Words, match: NameMatch, named: Collection[str], around: Collection[str]) -> bool:
    """Tell whether a name that is often somebody or something else has support in its sentence."""
    rule = _shy().get(match.name.text)
    if rule is None:
        return True
    previous, follows = words.at(match.first - 1), words.at(match.last)
    if previous[:1].isupper() and previous.lower() not in _SMALL_WORDS:
        return False
    if (follows[:1].isupper() and not words.shouted) or words.vocabulary & rule["against"]:
        return False
    # American states and sportsmen keep company with the United States.
    company = any(other != "us" for other in named) or any(actor.id in around for actor in match.name.actors)
    return company or bool(words.vocabulary & rule["support"]) or previous in rule["before"]


def _is_language(words: Words, match: NameMatch) -> bool:
    if match.name.role is not Role.PEOPLE:
        return False
    ahead = match.last + 1 if words.at(match.last) == "-" else match.last
    if words.at(ahead) in _LANGUAGE_AFTER:
        return True
    follows, previous = words.at(match.last), words.at(match.first - 1)
    if previous == "(" and follows == ":":
        return True
    return previous in _LANGUAGE_BEFORE and (not follows or follows in '.,;:)?!"”')


def _is_money(words: Words, match: NameMatch) -> bool:
    """Tell "US$4 million" and "1.5 AU" from the actors."""
    follows = words.at(match.last)
    return (follows in ("$", "€", "£") and words.touch(match.last)) or (
        match.name.text == "AU" and words.at(match.first - 1).isdigit()
    )


@cache
def _shy() -> Mapping[str, Mapping[str, Any]]:
    rules: dict[str, Mapping[str, Any]] = {}
    for rule in _TABLES["shy"]:
        sets = {key: frozenset(rule[key]) for key in ("before", "support", "against")}
        rules |= {form: sets for name in rule["names"] for form in (name, name.upper())}
    return rules


_TABLES = read_lexicon("actor_context")
_SHOUTING = frozenset(_TABLES["shouting"]["names"])
_AFTER = frozenset(_TABLES["after"]["words"])
_US_STATES = frozenset(_TABLES["us_states"]["names"])
_COUNCILS = frozenset(_TABLES["security_council"]["names"])
_HEADS = frozenset(_TABLES["heads"]["words"])
_SMALL_WORDS = frozenset(_TABLES["small_words"]["words"])
_LANGUAGE_BEFORE = frozenset(_TABLES["language"]["before"])
_LANGUAGE_AFTER = frozenset(_TABLES["language"]["after"])
