"""Tells where a claim only mentions a figure and does not hold it: "the earlier estimate of 5", "5 was too low"."""

import re
from functools import cache

from claimcmp.compare.features.figures.denials import find_denial
from claimcmp.compare.features.figures.rejected_figures import find_rejection
from claimcmp.compare.features.figures.revisions import find_revision
from claimcmp.compare.features.wording.statements import Phrases, find_mentions, make_phrases, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Quantity
from claimcmp.words import find_base_forms

# Between the noun and its amount: "the figure of", "the estimate had been".
LINK = r"(?:\s+(?:of|at|was|were|is|had been|stood at))?(?:\s+(?:the|a|only))?\s*$"
# Behind the amount, whose figure it is: "that we gave", "published in May", "given by the ministry".
GIVEN = re.compile(r"\s*,?\s*(?:that|which|\w+ed|given|put out)\b", re.IGNORECASE)
NEGATED = re.compile(r"\b(?:not|never|no longer|without)\b|n['’]t\b", re.IGNORECASE)


def find_verdict(claim: Claim, quantity: Quantity | None = None) -> str:
    """Return the words by which a claim calls a figure wrong, or nothing; ``quantity`` must be the nearest to them.

    "They visited all 90 huts; the story of 40 is made up" calls 40 wrong.
    """
    words = read_statement(claim)
    for mention in find_mentions(words, _disputing()):
        # A verdict with a denial in it, "was wrong", denies what it is of and not itself.
        if mention.denied and mention.denied.lower() not in mention.text.lower():
            return ""
        place = claim.start + words[mention.first].start
        nearest = min(claim.quantities, key=lambda item: abs(item.start - place), default=None)
        return mention.text if quantity is None or quantity == nearest else ""
    return _find_wrong_figure(claim, quantity)


def _find_wrong_figure(claim: Claim, quantity: Quantity | None) -> str:
    """Return the word by which a claim says of a figure, by that name, that it is wrong: "the count was mistaken"."""
    table = read_lexicon("comparing")["mentioned"]
    for predicate in claim.predicates:
        if predicate.negated or find_base_forms(predicate.lemma).isdisjoint(table["wrong"]):
            continue
        for item in predicate.arguments:
            named = item.role.startswith("nsubj") and not find_base_forms(item.head).isdisjoint(table["figures"])
            if named and (quantity is None or item.start <= quantity.start < item.end):
                return predicate.text
    return ""


def is_only_mentioned(claim: Claim, quantity: Quantity) -> bool:
    """Tell whether a claim names an amount as somebody's, earlier, wrong or withdrawn, and so does not give it."""
    if find_denial(claim, quantity) or find_rejection(claim, quantity) or find_verdict(claim):
        return True
    revision = find_revision(claim)
    if quantity.role == "former" or (revision is not None and quantity == revision.old):
        return True
    before = claim.text[: quantity.start - claim.start]
    behind = claim.text[quantity.end - claim.start :]
    if _once_stated().search(before):
        return True
    named = _figures().search(before)
    if named is None:
        return False
    return bool(named["earlier"] or GIVEN.match(behind) or NEGATED.search(behind) or _withdrawing().search(behind))


@cache
def _figures() -> re.Pattern[str]:
    """Return what matches the noun of a figure right before its amount, and the word that makes it an earlier one."""
    words = read_lexicon("comparing")["mentioned"]
    nouns, earlier = _join(words["figures"]), _join(words["earlier"])
    return re.compile(rf"\b(?P<earlier>(?:{earlier})\s+(?:[\w-]+\s+){{0,2}}?)?(?:{nouns})s?{LINK}", re.IGNORECASE)


@cache
def _once_stated() -> re.Pattern[str]:
    """Return what matches a statement of an amount that was made at some time before: "had put the toll at"."""
    words = read_lexicon("comparing")["mentioned"]
    stated, earlier = _join(words["stated"]), _join(words["once"])
    return re.compile(rf"\b(?:had\s+(?:been\s+)?(?:\w+ly\s+)?|(?:{earlier})\s+)(?:{stated})\b[^,;:]*$", re.IGNORECASE)


@cache
def _withdrawing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_join(read_lexicon('comparing')['mentioned']['withdrawn'])})\b", re.IGNORECASE)


def _join(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


@cache
def _disputing() -> Phrases:
    return make_phrases(read_lexicon("comparing")["disputing"]["phrases"])
