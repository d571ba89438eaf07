"""Tells by who has or does what that two amounts of one unit are of two things: two owners, bought and sold, sought."""

from collections.abc import Mapping
from functools import cache

from claimcmp.compare.features.figures.amounts import DURATION, find_dimension
from claimcmp.compare.features.figures.numbers import measure_alike
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, is_telling, read_statement, read_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Entity, Predicate, Quantity
from claimcmp.units import PER, is_currency
from claimcmp.words import find_base_forms

SHARE = "share"
# Below this cosine two shares are hardly of one thing.
SAME_WHOLE = 0.3
PLACES = frozenset({"country", "place"})
# What an object or a circumstance of a verb measures is wanted itself; "plans to cut 5" tells how many are cut.
OWN = ("obj", "obl")
# What money or time something needs is what it costs or takes.
NEEDED = "needed"


def find_other_owners(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the names of those whose amounts two claims tell of one measure, where they are two.

    Only names of one kind are told apart: what a country has, its mine may have. One that the other claim speaks of
    too may be meant there.
    """
    ours, theirs = _find_owner(a, x), _find_owner(b, y)
    if ours is None or theirs is None or not (measure_alike(x, y) or x.measure is y.measure is None):
        return None
    one_kind = ours.kind == theirs.kind or {ours.kind, theirs.kind} <= PLACES
    if not one_kind or any(e.id == ours.id for e in b.entities) or any(e.id == theirs.id for e in a.entities):
        return None
    return ours.text, theirs.text


def find_converse(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether two amounts are of acts that are not one: "bought 40 buses", "sold 25 buses"."""
    ours, theirs = _find_sides(a, x), _find_sides(b, y)
    return any(ours[acts] != theirs[acts] for acts in ours.keys() & theirs.keys())


def find_other_dimensions(x: Quantity, y: Quantity) -> bool:
    """Tell whether two lengths or times are of two dimensions: "40 metres high", "300 metres long"."""
    return x.measure != y.measure and {x.measure, y.measure} <= _dimensions()


def find_other_wholes(x: Quantity, y: Quantity) -> bool:
    """Tell whether two shares are of things that are not alike: of voters, of nurses."""
    if x.role != SHARE or y.role != SHARE or not x.of or not y.of:
        return False
    ours, theirs = ([word for word in read_words(item.of or "", "") if is_telling(word)] for item in (x, y))
    if not ours or not theirs:
        return False
    return find_affinity(ours, theirs) < SAME_WHOLE or _are_two_groups(ours[-1], theirs[-1])


def _are_two_groups(one: Word, other: Word) -> bool:
    """Tell whether two nouns name two groups of people: teachers and parents, teachers and adults, not people."""
    table = read_lexicon("comparing")["groups"]
    kinds = [
        "group"
        if not word.forms.isdisjoint(table["words"])
        else "all"
        if not word.forms.isdisjoint(table["everybody"])
        else ""
        for word in (one, other)
    ]
    return all(kinds) and "group" in kinds and one.forms.isdisjoint(other.forms)


def find_other_standing(a: Claim, x: Quantity, b: Claim, y: Quantity) -> str:
    """Return the word by which one amount alone is sought, offered, needed, set aside or missed: "needs 900 guests".

    Who says of something that it was demanded may give the sum that was.
    """
    for (claim, amount), other in (((a, x), b), ((b, y), a)):
        standing = _find_standing(claim, amount)
        if standing and not any(_standings()[standing[0]] & word.forms for word in read_statement(other)):
            return standing[1]
    return ""


def _find_owner(claim: Claim, quantity: Quantity) -> Entity | None:
    """Return who has or does what an amount tells; not who only tells it: "NASA puts the cost at 5 million"."""
    found = next((entity for entity in claim.entities if entity.text == quantity.owner), None)
    tellers = read_lexicon("comparing")["tellers"]
    # A country that reports cases has them.
    telling = set(tellers["reckoning"]) | set(() if found and found.kind in PLACES else tellers["reporting"])
    told = found is not None and any(
        predicate.lemma in telling and item.role.startswith("nsubj") and item.start <= found.start < item.end
        for predicate in claim.predicates
        for item in predicate.arguments
    )
    return None if told else found


def _find_standing(claim: Claim, quantity: Quantity) -> tuple[str, str] | None:
    """Return of which standing an amount is, and the word that says so."""
    for predicate in claim.predicates:
        for argument in predicate.arguments:
            if not argument.start <= quantity.start < argument.end:
                continue
            for name, words in _standings().items():
                if name == NEEDED and _is_taken(quantity):
                    continue
                direct = argument.role.startswith(OWN) if name in _direct() else argument.role == "xcomp"
                if direct and (_is_one_of(predicate, words) or _name_with_next(predicate, claim) in words):
                    return name, predicate.text
    return None


def _is_taken(quantity: Quantity) -> bool:
    return is_currency(quantity.unit.partition(PER)[0]) or find_dimension(quantity) == DURATION


def _holds(predicate: Predicate, quantity: Quantity) -> bool:
    return any(item.start <= quantity.start < item.end for item in predicate.arguments)


def _is_one_of(predicate: Predicate, words: frozenset[str]) -> bool:
    return predicate.lemma in words or not words.isdisjoint(find_base_forms(predicate.text))


def _name_with_next(predicate: Predicate, claim: Claim) -> str:
    """Return a verb with the word behind it, which may be its particle: "set aside"."""
    return " ".join([predicate.lemma, *claim.text[predicate.end - claim.start :].lower().split()[:1]])


def _find_sides(claim: Claim, quantity: Quantity) -> Mapping[int, int]:
    forms = {form for word in (quantity.measure or "").split() for form in find_base_forms(word)}
    if not quantity.measure:
        forms = {predicate.lemma for predicate in claim.predicates if _holds(predicate, quantity)}
    return {
        number: side
        for number, sides in enumerate(_converses())
        for side, words in enumerate(sides)
        if not forms.isdisjoint(words)
    }


@cache
def _converses() -> tuple[tuple[frozenset[str], ...], ...]:
    acts = read_lexicon("comparing")["converse"]["sides"]
    return tuple(tuple(frozenset(side) for side in sides) for sides in acts)


@cache
def _standings() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_lexicon("comparing")["standing"]["words"].items()}


@cache
def _direct() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["standing"]["direct"])


@cache
def _dimensions() -> frozenset[str | None]:
    return frozenset(read_lexicon("comparing")["dimensions"]["words"])
