"""Tells that two dates are of two stages of one course of events: charged and acquitted, opened and closed."""

from collections.abc import Mapping
from functools import cache

from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.statements import (
    Mention,
    Phrases,
    Word,
    find_mentions,
    make_phrases,
    read_statement,
)
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim


def find_two_stages(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Return the words for two stages of one course of events, where each claim tells of one that the other does not.

    What both claims tell of in some course, "opened" and "began", they may date both.
    """
    ours, theirs = _find_stages(a), _find_stages(b)
    shared = ours.keys() & theirs.keys()
    if not shared or share_stage(a, b):
        return None
    first, second = ours[min(shared)], theirs[min(shared)]
    return next(iter(first.values())), next(iter(second.values()))


def share_stage(a: Claim, b: Claim) -> bool:
    """Tell whether two claims tell of one stage of a course: "resigned", "stepped down"."""
    ours, theirs = _find_stages(a), _find_stages(b)
    return any(ours[course].keys() & theirs[course].keys() for course in ours.keys() & theirs.keys())


@remember
def _find_stages(claim: Claim) -> Mapping[int, Mapping[int, str]]:
    """Return the stages that a claim tells of, with their words, by the number of their course."""
    words = read_statement(claim)
    found: dict[int, dict[int, str]] = {}
    for course, stages in enumerate(_courses()):
        for stage, phrases in enumerate(stages):
            said = next((m.text for m in find_mentions(words, phrases) if _happens(claim, words, m)), "")
            if said:
                found.setdefault(course, {})[stage] = said
    return found


def _happens(claim: Claim, words: tuple[Word, ...], mention: Mention) -> bool:
    """Tell whether a phrase tells what happens: "ended", "her death", not "the end of May"."""
    start = claim.start + words[mention.first].start
    if any(predicate.start <= start < predicate.end for predicate in claim.predicates):
        return True
    return not words[mention.last - 1].forms.isdisjoint(_nouns())


@cache
def _courses() -> tuple[tuple[Phrases, ...], ...]:
    courses = read_lexicon("comparing")["stages"]["courses"]
    return tuple(tuple(make_phrases(stage) for stage in stages) for stages in courses)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["stages"]["nouns"])
