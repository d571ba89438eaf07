"""Reads in which place claims put something: "ranks fourth", "the world's second-largest producer"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.wording.statements import is_telling, read_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

# "One of the largest" has no place.
ONE_OF = re.compile(r"\b(?:one|some|two|three|several|many) of (?:the )?$|\bamong (?:the )?$", re.IGNORECASE)
# What may follow a superlative that has no noun.
LINKS = "in|of|on|by|for|after|at|to|and|ever|with"
OWNER = re.compile(r"([^\W\d_]+)['’]s\s+$")
WITHIN = re.compile(r"[^,;.]*?\b(?:in|of|on)\s+(?:the\s+)?(world|earth|[A-Z][^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a list: which one, as it is printed, what the list is ordered by, and whose list it is."""

    text: str
    place: int
    by: str
    """The superlative, or nothing for a bare rank."""
    of: frozenset[str]
    """The base forms of the noun behind a superlative."""
    within: frozenset[str]
    """The base forms of what the list takes in: the world, Africa."""

    def differs(self, other: "Rank") -> bool:
        """Tell whether two ranks are other places of one list."""
        one_list = self.by == other.by and self.within == other.within
        nouns = not self.of or not other.of or not self.of.isdisjoint(other.of)
        return one_list and nouns and self.place != other.place


def find_other_ranks(a: Claim, b: Claim) -> tuple[Rank, Rank] | None:
    """Return the ranks by which two claims put one thing in two places of a list; each must tell of one only."""
    ours, theirs = list(_find_ranks(a)), list(_find_ranks(b))
    if len(ours) != 1 or len(theirs) != 1 or not ours[0].differs(theirs[0]) or not _share_subject(a, b):
        return None
    return ours[0], theirs[0]


def _find_ranks(claim: Claim) -> Iterator[Rank]:
    for match in _pattern().finditer(claim.text):
        if ONE_OF.search(claim.text[: match.start()]):
            continue
        place = (match["nth"] or match["rank"] or "first").lower()
        number = int(re.sub(r"\D", "", place)) if place[0].isdigit() else _ordinals()[place]
        noun = match["noun"]
        yield Rank(
            match.group().strip(),
            number,
            (match["by"] or "").lower(),
            find_base_forms(noun) if noun else frozenset(),
            _find_scope(match["owner"], claim.text[: match.start()], claim.text[match.end() :]),
        )


def _find_scope(owner: str | None, before: str, behind: str) -> frozenset[str]:
    """Return what a list takes in, before or behind the rank: "Africa's", "in the world"."""
    found = OWNER.search(before) or WITHIN.match(behind)
    name = owner or (found.group(1) if found else "")
    return find_base_forms(name) if name else frozenset()


def _share_subject(a: Claim, b: Claim) -> bool:
    subjects = [
        {
            form
            for predicate in claim.predicates
            for item in predicate.arguments
            if item.role.startswith("nsubj")
            for word in read_words(item.text, "")
            if is_telling(word)
            for form in word.forms
        }
        for claim in (a, b)
    ]
    return not subjects[0].isdisjoint(subjects[1])


@cache
def _pattern() -> re.Pattern[str]:
    table = read_lexicon("comparing")["ranks"]
    nth = rf"(?:{'|'.join(_ordinals())}|\d+(?:st|nd|rd|th))"
    superlative = rf"(?P<by>(?:{'|'.join(table['superlatives'])})\b)(?:\s+(?P<noun>(?!(?:{LINKS})\b)[^\W\d_]+))?"
    plain = r"\b(?:the|its|their|our|(?P<owner>[^\W\d_]+)['’]s)\s+"
    verb, no_list = "|".join(table["verbs"]), "|".join(table["no_list"])
    verbs = rf"\b(?:{verb})\s+(?:in\s+|as\s+|the\s+)?(?P<rank>{nth})\b(?!-|\s+(?:{no_list})\b)(?:\s+place)?"
    return re.compile(rf"(?:\b(?P<nth>{nth})[\s-]|{plain}){superlative}|{verbs}", re.IGNORECASE)


@cache
def _ordinals() -> dict[str, int]:
    return {word: number for number, word in enumerate(read_lexicon("comparing")["ranks"]["ordinals"], start=1)}
