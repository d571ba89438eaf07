"""Tells which thing a length or a weight is of, and so that two are of two things: a crack and the tower."""

import re
from dataclasses import dataclass

from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, is_telling, read_statement, read_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.units import find_unit

# Below this cosine two nouns hardly name one thing; from the other on they may.
ONE_THING = 0.25
ONE_SORT = 0.6
SIZE = "length"
DIMENSIONS = frozenset({SIZE, "mass"})
NAME = re.compile(r"\b[A-Z][\w’'-]*")
WORD = re.compile(r"[\w’'-]+|[^\w\s]")
# The noun phrase of an amount ends before these; a name behind the first two is part of it: "the tower at Aldham".
NAMING = frozenset({"at", "of"})
ENDS = frozenset(
    {
        *("in", "on", "onto", "into", "from", "to", "for", "with", "by", "near", "above", "below", "under", "over"),
        *("across", "which", "that", "who", "and", "or", "but", "is", "was", "were", "are", "had", "has"),
    }
)
LONGEST = 5
COPULA = re.compile(r"^(.*?)\b(?:is|are|was|were|remains|remained)\s+(?:a|an|the)?\s*$")
OPENING = frozenset({"The", "A", "An", "Its", "Their", "His", "Her", "Our", "This", "That", "In", "At", "On"})


@dataclass(frozen=True, slots=True)
class _Thing:
    noun: str
    names: frozenset[str]


def find_other_things(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the things of which two lengths or weights are told, where they are not alike or have two names."""
    units = find_unit(x.unit), find_unit(y.unit)
    if any(unit is None or unit.dimension not in DIMENSIONS for unit in units):
        return None
    ours, theirs = _find_thing(a, x), _find_thing(b, y)
    first, second = ([word for word in read_words(thing.noun, "") if is_telling(word)] for thing in (ours, theirs))
    if not first or not second:
        return None
    near = find_affinity(first, second)
    if near >= ONE_SORT and ours.names and theirs.names and ours.names.isdisjoint(theirs.names):
        return " ".join(sorted(ours.names)), " ".join(sorted(theirs.names))
    # Goods are weighed too: "the delivery of 300 tonnes", "contracts for 400 tonnes".
    sizes = all(unit and unit.dimension == SIZE for unit in units)
    # How far two things are apart may be told of either.
    mutual = _names(b, first) and _names(a, second)
    if sizes and near < ONE_THING and not (mutual or ours.names or theirs.names):
        return ours.noun, theirs.noun
    return None


def _names(claim: Claim, words: list[Word]) -> bool:
    said = {form for word in read_statement(claim) for form in word.forms}
    return any(not word.forms.isdisjoint(said) for word in words)


def _find_thing(claim: Claim, quantity: Quantity) -> _Thing:
    """Return what an amount is of: the noun that it stands before, or who has it."""
    phrase = _read_phrase(claim.text[quantity.end - claim.start :])
    measure, owner = (quantity.measure or "").split(), quantity.owner or ""
    noun = " ".join(word.lower() for word in phrase if word not in _find_names(" ".join(phrase)))
    if "-" in quantity.text or (measure and measure[-1] in noun.split()):
        subject = COPULA.match(claim.text[: quantity.start - claim.start])
        names = _find_names(" ".join(phrase)) or _find_names(subject.group(1) if subject else "")
        return _Thing(noun, names)
    said = {predicate.lemma for predicate in claim.predicates} | {*read_lexicon("comparing")["dimensions"]["words"]}
    noun = " ".join(word for word in measure if word not in said)
    return _Thing(noun or owner, _find_names(owner))


def _read_phrase(text: str) -> list[str]:
    """Return the words of a noun phrase from behind its amount on, with a name that is told of it."""
    found: list[str] = []
    words = WORD.findall(text)[:LONGEST]
    for number, word in enumerate(words):
        following = words[number + 1 : number + 2]
        if word.lower() in ENDS or (not word[0].isalnum() and found):
            break
        if word in NAMING:
            return [*found, *(next_word for next_word in following if NAME.fullmatch(next_word))]
        if word[0].isalnum():
            found.append(word)
    return found


def _find_names(text: str) -> frozenset[str]:
    return frozenset(match.group() for match in NAME.finditer(text) if match.group() not in OPENING)
