"""Finds the verb that a term is made of, so that "visitor" finds "visited": one root, and near in meaning."""

from functools import lru_cache

from claimcmp.word_vectors import load_words
from claimcmp.words import find_base_forms

# What makes a noun of a verb, and what the verb ends in instead.
ENDINGS = (
    ("or", ""),
    ("or", "e"),
    ("er", ""),
    ("er", "e"),
    ("ment", ""),
    ("ation", "e"),
    ("ation", ""),
    ("ion", ""),
    ("ion", "e"),
    ("al", ""),
    ("al", "e"),
    ("ance", ""),
    ("ance", "e"),
    ("ence", ""),
    ("ence", "e"),
)
SHORTEST = 3
NEAREST = 0.53
"""Cosine from which on two words of one root mean the same matter: "visitor" and "visit", but not "owner" and "own"."""


@lru_cache(maxsize=4096)
def find_root(term: str) -> str | None:
    """Return the verb that a term of one word in small letters is made of; None where there is none near enough."""
    if not (term.isalpha() and term.islower()):
        return None
    table = load_words()
    for noun in sorted(find_base_forms(term), key=lambda form: (len(form), form)):
        found = [
            verb
            for ending, other in ENDINGS
            if noun.endswith(ending) and len(noun) - len(ending) >= SHORTEST
            for verb in (noun.removesuffix(ending) + other,)
            if verb in table and noun in table and verb != noun
        ]
        near = [(float(table.unit[table.rows[noun]] @ table.unit[table.rows[verb]]), verb) for verb in found]
        if near and max(near)[0] >= NEAREST:
            return max(near)[1]
    return None
