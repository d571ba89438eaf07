"""Finds who is judged by a verdict, and tells whether two verdicts are on two persons: the captain's, the owner's."""

from collections.abc import Sequence
from functools import cache

from claimcmp.compare.features.polarity.axes import Place
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.noun_classes import BODY, PERSON, find_noun_class
from claimcmp.compare.features.wording.statements import (
    Mention,
    Word,
    find_common,
    is_telling,
    read_statement,
    read_words,
)
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Entity, Predicate
from claimcmp.words import find_base_forms

# From this cosine on two nouns may be of one person.
ONE_PERSON = 0.5
NEAR = 6
OF = "of"
DOERS = (("nsubj", "nsubj:outer"),)
OBJECTS = (("obj",), ("nsubj:pass",), *DOERS)
"""In which roles those stand who are judged, the first first."""
POSSESSIVE = ("'s", "’s", "s'", "s’")
ORGANISATION = "organisation"
"""The kind of a named actor; that of a person is called as the class of a noun."""


def judge_two(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether two verdicts are on two who cannot be one, or of whom only one is named."""
    return x.axis.verdict and x.axis.name == y.axis.name and _are_two(a, x, b, y)


def tell_of_two(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether the conduct of two who cannot be one is told: one kept his word, the other did not."""
    return x.axis.conduct and x.axis.name == y.axis.name and _are_two(a, x, b, y)


def find_owner(claim: Claim, place: Place) -> list[Word]:
    """Return the words for whose a noun is that judges: "the captain's conviction", "the acquittal of the owner"."""
    words = read_statement(claim)
    first, last = place.mention.first, place.mention.last
    if first and words[first - 1].text.endswith(POSSESSIVE):
        return [word for word in words[max(0, first - 2) : first] if is_telling(word)]
    if first and (meant := _find_meant(claim, claim.start + words[first - 1].start)):
        return meant
    if last < len(words) and words[last].text.lower() == OF:
        behind = [word for word in words[last + 1 : last + 1 + NEAR] if word.stretch == words[last].stretch]
        return [word for word in behind if is_telling(word)][:2]
    return []


def _are_two(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    first, second = _find_judged(a, x), _find_judged(b, y)
    if bool(first) != bool(second):
        # "His conviction": it may be anybody's. Blame is mostly laid for what a topic is about.
        return all(not _read_forms(place.mention).isdisjoint(_read_legal()) for place in (x, y))
    if not first or find_common(first, second):
        return False
    named = [_find_entities(claim, words) for claim, words in ((a, first), (b, second))]
    if {entity.id for entity in named[0]} & {entity.id for entity in named[1]}:
        return False
    kinds = [{entity.kind for entity in found} for found in named]
    if {PERSON} in kinds and {ORGANISATION} in kinds:
        return True
    if kinds[0] and kinds[1]:
        return kinds[0] == kinds[1]
    roles = [[word for word in words if find_noun_class(word) in (PERSON, BODY)] for words in (first, second)]
    if all(roles):
        classes = [{find_noun_class(word) for word in words} for words in roles]
        # The owner may be a company, the captain may not.
        either = any(not word.forms.isdisjoint(_read_either()) for words in roles for word in words)
        return find_affinity(*roles) < ONE_PERSON and (classes[0] == classes[1] or not either)
    # A thing is no person: "blamed the gear", "acquitted the owner".
    plain = not any(word.text[0].isupper() and word.start for word in (*first, *second))
    return plain and any(roles) and find_affinity(first, second) < ONE_PERSON


def _find_judged(claim: Claim, place: Place) -> list[Word]:
    """Return the words for whom a verdict is on: the object of "acquit", the subject of "was acquitted"."""
    words = read_statement(claim)[place.mention.first : place.mention.last]
    starts = {claim.start + word.start for word in words}
    for predicate in claim.predicates:
        if predicate.start not in starts and not any(
            item.role == "xcomp" and any(item.start <= start < item.end for start in starts)
            for item in predicate.arguments
        ):
            continue
        for roles in DOERS if place.axis.conduct and not _is_felt(predicate) else OBJECTS:
            for argument in predicate.arguments:
                if argument.role in roles:
                    own = [word for word in read_words(argument.text, "") if is_telling(word)]
                    return own or _find_meant(claim, argument.start)
    return find_owner(claim, place)


def _is_felt(predicate: Predicate) -> bool:
    """Tell whether what a predicate says is so of its object: "the quota angered the farmers"."""
    return not find_base_forms(predicate.lemma).isdisjoint(read_lexicon("opposites")["verdict"]["felt"])


def _find_meant(claim: Claim, start: int) -> list[Word]:
    """Return the words for whom a pronoun stands for, or nothing."""
    by = next((reference.by for reference in claim.references if reference.start == start and reference.by), "")
    return [word for word in read_words(by or "", "") if is_telling(word)]


def _find_entities(claim: Claim, words: Sequence[Word]) -> list[Entity]:
    names = {word.text for word in words}
    return [entity for entity in claim.entities if set(entity.text.split()) & names]


def _read_forms(mention: Mention) -> frozenset[str]:
    return frozenset(form for word in mention.text.split() for form in find_base_forms(word))


@cache
def _read_legal() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["verdict"]["legal"])


@cache
def _read_either() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["verdict"]["either"])
