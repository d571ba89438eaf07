"""Finds words that a prefix turns into their opposite: "adequate" and "inadequate", "agree" and "disagree"."""

from functools import cache, lru_cache
from typing import Literal

from claimcmp.compare.features.wording.affinity import find_vector
from claimcmp.lexicons import read_lexicon

# From this cosine on the two are one word and its opposite; "income" and "come" are further apart. Read from the word
# table: of 200 pairs above it about ten are none, which the lexicon lists.
ONE_WORD = 0.45
SHORTEST = 4


@lru_cache(maxsize=16384)
def find_prefixed(word: str) -> tuple[tuple[str, Literal["left", "right"]], ...]:
    """Return the plain words that a word is ("left") or turns round ("right")."""
    found: list[tuple[str, Literal["left", "right"]]] = []
    if any(_are_opposites(word, prefix + word) for prefix in _prefixes()):
        found.append((word, "left"))
    found += [
        (word.removeprefix(prefix), "right")
        for prefix in _prefixes()
        if word.startswith(prefix) and _are_opposites(word.removeprefix(prefix), word)
    ]
    return tuple(found)


def _are_opposites(plain: str, prefixed: str) -> bool:
    if len(plain) < SHORTEST or prefixed in _exceptions():
        return False
    one, other = find_vector(plain), find_vector(prefixed)
    return one is not None and other is not None and float(one @ other) >= ONE_WORD


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(read_lexicon("opposites")["prefixed"]["prefixes"])


@cache
def _exceptions() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["prefixed"]["exceptions"])
