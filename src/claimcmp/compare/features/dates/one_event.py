"""Tells whether two claims may tell of one event or one thing, by what happens, to whom, and the words around it."""

from claimcmp.compare.features.dates.stages import share_stage
from claimcmp.compare.features.polarity.bearers import find_actors
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, find_common, read_words, share_words
from claimcmp.compare.features.wording.told_words import list_participants, list_told, share_words_of
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

SAME_EVENT = 0.2
FEWEST_WORDS = 2
# Below this cosine nothing that happens in one claim is like anything in the other.
LIKE_EVENTS = 0.15
# Below this cosine what two claims name is nothing alike.
ONE_THING = 0.3
# From here on words are alike enough for one event.
LIKE_WORDS = 0.5
# From here on what happens in both is alike: "last" and "lift" of a ban.
SAME_HAPPENING = 0.4


def tell_one_event(a: Claim, b: Claim) -> bool:
    """Tell whether two claims share enough words, or what happens and one word more.

    What different persons do are two events, and so is what has nothing alike in what happens.
    """
    actors = [find_actors(claim, claim.predicates) for claim in (a, b)]
    if (all(actors) and actors[0].isdisjoint(actors[1])) or not _may_happen_alike(a, b):
        return False
    if share_words(a, b) >= SAME_EVENT and _tell_of_like(a, b):
        return True
    happening = [
        {form for predicate in claim.predicates for form in find_base_forms(predicate.text)} for claim in (a, b)
    ]
    return bool(happening[0] & happening[1]) and count_common(a, b) >= FEWEST_WORDS


def may_be_of_one_thing(a: Claim, b: Claim) -> bool:
    """Tell whether two claims have so much in common that opposite states may be of one thing."""
    return share_words(a, b) >= SAME_EVENT or count_common(a, b) >= FEWEST_WORDS


def _may_happen_alike(a: Claim, b: Claim) -> bool:
    words = [_list_events(claim) for claim in (a, b)]
    return not all(words) or find_affinity(*words) >= LIKE_EVENTS or share_stage(a, b)


def happen_alike(a: Claim, b: Claim) -> bool:
    """Tell whether something alike happens in both, to something that both name."""
    return find_affinity(_list_events(a), _list_events(b)) >= SAME_HAPPENING and count_common(a, b) > 0


def _list_events(claim: Claim) -> list[Word]:
    return [word for predicate in claim.predicates for word in read_words(predicate.text, "")]


def count_common(a: Claim, b: Claim) -> int:
    """Return how many telling words two claims have in common, but for those of dates and amounts."""
    return len(find_common(list_told(a), list_told(b)))


def _tell_of_like(a: Claim, b: Claim) -> bool:
    """Tell whether claims share words, or have like ones, besides those of dates and amounts.

    One month or year is no common thing.
    """
    first, second = list_told(a), list_told(b)
    return share_words_of(first, second) >= SAME_EVENT or find_affinity(first, second) >= LIKE_WORDS


def are_of_two_things(a: Claim, b: Claim) -> bool:
    """Tell whether what happens is all that two claims have in common: a law reduces accidents, a term is reduced."""
    things = [list_participants(claim) for claim in (a, b)]
    return all(things) and find_affinity(*things) < ONE_THING
