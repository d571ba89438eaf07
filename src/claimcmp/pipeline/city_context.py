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


def read_city(words: Words, match: NameMatch, *, joined_to: Reading | None, supported: bool) -> Reading:
    """Return what the capital at ``match`` means.

    What stands right behind it is asked before what stands in front, as "Moscow's" is an actor even in "in Moscow's
    view". ``joined_to`` is how the name was read to which this one is joined ("in Moscow and Pyongyang"). Where nothing
    decides, it is an actor if ``supported``, which says that other actors are spoken of.
    """
    if _is_part_of_name(words, match):
        return Reading.NEITHER
    if len(words.words) < 3 or _is_dateline(words, match):
        return Reading.PLACE
    reading = _read_behind(words, match)
    if reading is not None:
        return reading
    follows, previous = words.at(match.last), words.at(match.first - 1)
    if joined_to is not None:
        return Reading.ACTOR if previous == "," and follows in _VERBS else joined_to
    if previous.lower() in _DETERMINERS:
        return Reading.PLACE
    # An unknown noun behind the city is attributive: "London bus drivers", but "Moscow officials".
    attributive = follows.islower() and follows not in _ACTING and not _looks_like_verb(words, match.last)
    reading = _read_front(words, match.first, _PLACE_BEFORE)
    if reading is not None and not (attributive and previous in _LOOSE):
        return reading
    asked = previous.lower() in _HELPERS and previous.lower() not in _IS
    if asked or (not attributive and _acts(words, match.last)):
        return Reading.ACTOR
    described = attributive or follows in _HELPERS or _is_listed(words, match.first)
    return Reading.ACTOR if supported and not described else Reading.PLACE


def read_seat(words: Words, match: NameMatch) -> Reading:
    """Return what "the Kremlin" or "Whitehall" means: the government, unless something happens at or in it."""
    follows, previous = words.at(match.last), words.at(match.first - 1).lower()
    if follows == "'":
        return Reading.ACTOR
    if previous in _DETERMINERS and previous != "the" and follows.islower() and follows not in _ACTING:
        return Reading.PLACE
    return _read_front(words, match.first, _SEAT_BEFORE) or Reading.ACTOR


def _read_behind(words: Words, match: NameMatch) -> Reading | None:
    """Read "Moscow's", "Moscow-backed", "pro-Moscow", "Moscow officials"; as places "Moscow-born", "Moscow talks"."""
    follows = words.at(match.last)
    owns = follows == "'" and words.at(match.last + 1) in ("s", "S")
    if owns or (follows == "-" and words.touch(match.last)):
        return Reading.PLACE if words.at(match.last + (2 if owns else 1)) in _PLACE_OF else Reading.ACTOR
    hyphened = words.at(match.first - 1) == "-" and words.touch(match.first)
    if follows in _ACTING_NOUNS or (hyphened and words.at(match.first - 2).lower() in _GOVERNMENT_BEFORE):
        return Reading.ACTOR
    return Reading.PLACE if follows in _PLACE_OF else None


def _read_front(words: Words, first: int, place_before: frozenset[str]) -> Reading | None:
    position = first - 1
    if words.at(position) in ("the", "The"):
        position -= 1
    previous, head = words.at(position).lower(), words.at(position - 1).lower()
    if previous in place_before:
        return Reading.PLACE
    if previous == "of":
        if head in _ACTOR_OF or (place_before is _SEAT_BEFORE and head not in _PLACE_OF):
            return Reading.ACTOR
        return Reading.PLACE
    if previous in ("to", "from", "for", "between"):
        if head in _MESSAGES:
            return Reading.ACTOR
        if head == "," or any(word in _MOTION for word in _words_before(words, position)):
            return Reading.PLACE
        return Reading.ACTOR if previous == "between" else None
    return Reading.ACTOR if previous in _GOVERNMENT_BEFORE else None


def _words_before(words: Words, position: int) -> Iterable[str]:
    """Yield up to five words before ``position``, back to the next comma."""
    for back in range(position - 1, max(position - 6, -1), -1):
        if words.words[back] in (",", ";", ":"):
            return
        yield words.words[back].lower()


def _acts(words: Words, position: int) -> bool:
    """Tell whether what stands from ``position`` on says what the city does: "Moscow, however, has stressed"."""
    end = position + 8
    while position < end and words.at(position) in ("and", "or", ",", "/") and words.at(position + 1)[:1].isupper():
        position += 2
        while position < end and words.at(position)[:1].isupper():
            position += 1
    if words.at(position) == ",":
        commas = [ahead for ahead in range(position + 2, position + 5) if words.at(ahead) == ","]
        position = commas[0] + 1 if commas else position + 1
    helped = False
    if words.at(position).endswith(("ed", "s")) and _looks_like_verb(words, position):
        return True
    for word in words.words[position : position + 5]:
        if word in _VERBS or word.lower() in _HEADLINE_VERBS:
            return True
        helped = helped or word in _HELPERS
        if word not in _HELPERS and word not in _BETWEEN and not word.endswith("ly"):
            return helped and (word not in _PLACE_IS or words.at(position) not in _IS)
    return False


def _looks_like_verb(words: Words, position: int) -> bool:
    """Tell whether a word that no list knows is a verb by its ending, and in the present by its object."""
    word, beyond = words.at(position), words.at(position + 1)
    with_object = beyond.lower() in _DETERMINERS or (beyond[:1].isupper() and beyond not in _DATES)
    return (
        word.islower()
        and word not in _HELPERS
        and (word.endswith(("ed", "ing", "ly")) or (word.endswith("s") and with_object))
    )


def _is_listed(words: Words, first: int) -> bool:
    """Tell whether a name that is nobody's is joined in front: "Auckland or Wellington"."""
    return words.at(first - 1) in ("and", "or", ",", "/", "-") and words.at(first - 2)[:1].isupper()


def _is_part_of_name(words: Words, match: NameMatch) -> bool:
    """Tell "Moscow State Institute" and "George Washington" from the city."""
    follows, previous = words.at(match.last), words.at(match.first - 1)
    if _is_name_word(follows) and follows not in _DATES:
        return True
    return previous in _PARTICLES or (_is_name_word(previous) and not words.words[match.first].isupper())


def _is_name_word(word: str) -> bool:
    """Tell a capitalised word that belongs to a name from one in a headline: "Moscow State", but "Moscow Says"."""
    return word[:1].isupper() and word.lower() not in _SMALL_WORDS and word.lower() not in _HEADLINE_VERBS


def _is_dateline(words: Words, match: NameMatch) -> bool:
    """Tell whether a date, an agency or the country follows: "MOSCOW (Reuters)", "Madrid, Spain", or a word for it."""
    follows, beyond = words.at(match.last), words.at(match.last + 1)
    if follows == "," and beyond in _DATES and words.at(match.last + 2)[:1].isdigit():
        return True
    if words.at(match.first - 1) == "," and words.at(match.first - 2) == "capital":
        return True
    if follows == "," and "capital" in words.words[match.last + 1 : match.last + 6]:
        return True
    if follows == "," and match.name.country and beyond == match.name.country:
        return True
    return match.first < 2 and (
        follows in ("(", "--", ":")
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
_ACTOR_OF = frozenset(_TABLES["actor_of"]["words"])
_HELPERS = frozenset(_TABLES["actor_after"]["helpers"])
_BETWEEN = frozenset(_TABLES["actor_after"]["between"])
_PLACE_IS = frozenset(_TABLES["place_is"]["words"])
_PARTICLES = frozenset(_TABLES["particles"]["words"])
_DETERMINERS = frozenset({"a", "an", "the", "this", "his", "her", "its", "their", "our", "my", "each", "every"})
_IS = frozenset({"is", "are", "was", "were"})
_LOOSE = frozenset({"of", "to", "from", "for", "by", "with", "on"})
_HEADLINE_VERBS = frozenset(verb for verb in _VERBS if verb.endswith(("s", "ed", "said")))
