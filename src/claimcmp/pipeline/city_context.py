"""Decides whether a capital or a seat of government acts, or is only where something happens."""

from collections.abc import Iterable
from enum import Enum

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.actor_names import NameMatch, Words


class Reading(Enum):
    """What a name means in its place."""

    ACTOR = "it acts"
    PLACE = "something happens there"
    NEITHER = "it is part of another name, or a word"


def read_city(words: Words, match: NameMatch, before: Reading | None) -> Reading:
    """Return what the capital at ``match`` means; what stands right behind it is asked before what stands in front.

    ``before`` is how the city was read to which this one is joined, as in "in Moscow and Pyongyang".
    """
    if _is_part_of_name(words, match):
        return Reading.NEITHER
    if len(words.words) < 3 or _is_dateline(words, match):
        return Reading.PLACE
    follows = words.at(match.last)
    if follows == "'" and words.at(match.last + 1) in ("s", "S"):
        return Reading.PLACE if words.at(match.last + 2) in _PLACE_OF else Reading.ACTOR
    if follows == "-" and words.touch(match.last):
        return Reading.PLACE if words.at(match.last + 1) in _PLACE_OF else Reading.ACTOR
    if follows in _PLACE_OF:
        return Reading.PLACE
    if before is not None:
        return Reading.ACTOR if words.at(match.first - 1) == "," and follows in _VERBS else before
    if words.at(match.first - 1).lower() in _DETERMINERS:
        return Reading.ACTOR if follows in _ACTING_NOUNS else Reading.PLACE
    # An unknown noun behind the city is attributive: "London bus drivers", but "Moscow officials".
    attributive = follows.islower() and follows not in _ACTING and not follows.endswith(("ed", "ing"))
    reading = _read_front(words, match.first, _PLACE_BEFORE)
    if reading is not None and not (attributive and words.at(match.first - 1) in _LOOSE):
        return reading
    return Reading.PLACE if attributive else Reading.ACTOR


def read_seat(words: Words, match: NameMatch) -> Reading:
    """Return what "the Kremlin" or "Whitehall" means: the government, unless something happens at or in it."""
    follows, previous = words.at(match.last), words.at(match.first - 1).lower()
    if follows == "'":
        return Reading.ACTOR
    if previous in _DETERMINERS and previous != "the" and follows.islower() and follows not in _ACTING:
        return Reading.PLACE
    return _read_front(words, match.first, _SEAT_BEFORE) or Reading.ACTOR


def _read_front(words: Words, first: int, place_before: frozenset[str]) -> Reading | None:
    position = first - 1
    if words.at(position) in ("the", "The"):
        position -= 1
    previous = words.at(position).lower()
    if previous in place_before:
        return Reading.PLACE
    if previous == "of":
        return Reading.PLACE if words.at(position - 1).lower() in _PLACE_OF else Reading.ACTOR
    if previous in ("to", "from", "for"):
        if words.at(position - 1) in _MESSAGES:
            return Reading.ACTOR
        goes = words.at(position - 1) == "," or any(word in _MOTION for word in _words_before(words, position))
        return Reading.PLACE if goes else Reading.ACTOR
    return Reading.ACTOR if previous in _GOVERNMENT_BEFORE else None


def _words_before(words: Words, position: int) -> Iterable[str]:
    """Yield up to five words before ``position``, back to the next comma."""
    for back in range(position - 1, max(position - 6, -1), -1):
        if words.words[back] in (",", ";", ":"):
            return
        yield words.words[back].lower()


def _is_part_of_name(words: Words, match: NameMatch) -> bool:
    """Tell "Moscow State Institute" and "George Washington" from the city."""
    follows, previous = words.at(match.last), words.at(match.first - 1)
    if _is_name_word(follows) and follows not in _DATES:
        return True
    return _is_name_word(previous) and not previous.isupper()


def _is_name_word(word: str) -> bool:
    """Tell a capitalised word that belongs to a name from one in a headline: "Moscow State", but "Moscow Says"."""
    return word[:1].isupper() and word.lower() not in _SMALL_WORDS and word.lower() not in _HEADLINE_VERBS


def _is_dateline(words: Words, match: NameMatch) -> bool:
    follows, beyond = words.at(match.last), words.at(match.last + 1)
    if follows == "," and beyond in _DATES and words.at(match.last + 2)[:1].isdigit():
        return True
    return match.first < 2 and (
        follows in ("(", "--")
        or (follows == "-" and not words.touch(match.last))
        or (follows in (",", ".") and (beyond in _DATES or beyond.isdigit()))
    )


def _inflect(verb: str) -> tuple[str, ...]:
    """Return the forms of a regular verb that can follow a name."""
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    return verb, f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s", f"{verb}ed"


_TABLES = read_lexicon("actor_context")
_PLACE_BEFORE = frozenset(_TABLES["place_before"]["words"])
_SEAT_BEFORE = frozenset(_TABLES["place_before"]["seat"])
_MOTION = frozenset(_TABLES["motion"]["words"])
_PLACE_OF = frozenset(_TABLES["place_of"]["words"])
_GOVERNMENT_BEFORE = frozenset(_TABLES["government_before"]["words"])
_SMALL_WORDS = frozenset(_TABLES["small_words"]["words"])
_DATES = frozenset(_TABLES["dateline"]["words"])
_VERBS = frozenset(form for verb in _TABLES["actor_after"]["verbs"] for form in _inflect(verb)) | frozenset(
    _TABLES["actor_after"]["irregular"]
)
_ACTING_NOUNS = frozenset(_TABLES["actor_after"]["nouns"])
_ACTING = _VERBS | _ACTING_NOUNS | frozenset(_TABLES["actor_after"]["function"])
_MESSAGES = frozenset(_TABLES["messages"]["words"])
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "his", "her", "its", "their", "our", "my", "each", "every"})
_LOOSE = frozenset({"of", "to", "from", "for", "by", "with", "on"})
_HEADLINE_VERBS = frozenset(verb for verb in _VERBS if verb.endswith(("s", "ed", "said")))
