"""Tells which questions on their topic claims answer: how a thing is judged, where it stands, why it came about.

Two claims that answer one question are on one matter in whatever words, and those that contradict each other seldom
share many.
"""

from functools import cache

from claimcmp.compare.affinity import find_affinity
from claimcmp.compare.axes import find_places
from claimcmp.compare.opposites import find_words_around
from claimcmp.compare.statements import Phrases, find_mentions, make_phrases, read_statement
from claimcmp.compare.vocabulary import NEAR
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim


def find_questions(claim: Claim) -> frozenset[str]:
    """Return the names of the questions that a claim answers by its words alone."""
    words = read_statement(claim)
    asked = {place.axis.name for place in find_places(claim) if place.axis.question}
    return frozenset(asked.union(name for name, cues in _read_cues().items() if any(find_mentions(words, cues))))


def share_question(a: Claim, b: Claim) -> bool:
    """Tell whether two claims answer one question; a rise and a fall do if they are of like things."""
    if find_questions(a) & find_questions(b):
        return True
    words_a, words_b = read_statement(a), read_statement(b)
    pairs = ((x, y) for x in find_places(a) for y in find_places(b) if x.axis.bound and x.axis.name == y.axis.name)
    return any(find_affinity(find_words_around(x, words_a), find_words_around(y, words_b)) >= NEAR for x, y in pairs)


@cache
def _read_cues() -> dict[str, Phrases]:
    return {name: make_phrases(table["words"]) for name, table in read_lexicon("questions").items()}
