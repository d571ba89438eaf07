"""Finds what a claim denies, and which words of two claims exclude each other."""

import re
from collections.abc import Iterable
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
CLAUSE_BREAK = re.compile(r"[;:()—]|\s[–-]\s|,\s|\b(?:and|but|although|though|while|because|which|who)\b")


def find_denied_words(claim: Claim, shared: Iterable[str]) -> tuple[str, ...]:
    """Return which of some words stand in the clause of the word that denies; others it does not deny."""
    cue = claim.polarity_cue
    if cue is None:
        return ()
    position = cue.start - claim.start
    begin = max((match.end() for match in CLAUSE_BREAK.finditer(claim.text, 0, max(0, position))), default=0)
    following = CLAUSE_BREAK.search(claim.text, position + len(cue.text))
    clause = claim.text[begin : following.start() if following else len(claim.text)]
    forms = frozenset(form for word in WORD.findall(clause) for form in find_base_forms(word))
    return tuple(word for word in shared if not forms.isdisjoint(find_base_forms(word)))


def find_opposites(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Return a word of each claim that cannot both hold: "rose" and "fell".

    A claim that has words of both sides decides nothing.
    """
    words_a, words_b = WORD.findall(a.text), WORD.findall(b.text)
    for left, right in _opposites():
        found = [[_first(words, side) for side in (left, right)] for words in (words_a, words_b)]
        (a_left, a_right), (b_left, b_right) = found
        if a_left and b_right and not a_right and not b_left:
            return a_left, b_right
        if a_right and b_left and not a_left and not b_right:
            return a_right, b_left
    return None


def _first(words: Iterable[str], side: frozenset[str]) -> str | None:
    return next((word for word in words if not side.isdisjoint(find_base_forms(word))), None)


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    # As they are, not their base forms: "better" is no form of "bet".
    pairs = read_lexicon("comparing")["opposites"]["pairs"]
    return tuple((frozenset(left), frozenset(right)) for left, right in pairs)
