"""Tells to what a claim commits whoever makes it: to what is, or only to what will, should or would be."""

import re
from collections.abc import Iterable
from functools import cache

from claimcmp.compare.features.polarity.denied_predicates import EXISTING
from claimcmp.compare.features.wording.statements import find_common, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

IS = "what is"
TO_COME = "what is to come"
# What may be and what is differ in certainty, not in kind.
_BY_MODALITY = {"asserted": IS, "hedged": IS, "predicted": TO_COME, "normative": TO_COME, "conditional": TO_COME}
# One word in common, presupposed or not, tells too little of what two claims are about.
FEWEST_WORDS = 2


def find_commitment(claim: Claim, other: Claim) -> str:
    """Return to what a claim is committed in what it has in common with another.

    "The failure of the talks will please him", "they will meet after the failure of the talks": what a subject or a
    circumstance names is presupposed, whatever will come of it (van der Sandt 1992).
    """
    common = _find_common_starts(claim, other)
    if len(common) >= FEWEST_WORDS and _are_presupposed(claim, common):
        return IS
    if claim.modality == "predicted" and _supposes(claim):
        return IS
    if claim.modality == "hedged" and _is_of_wishing(claim):
        return TO_COME
    return _BY_MODALITY[claim.modality]


def was_foretold(claim: Claim) -> bool:
    """Tell whether a claim is what somebody promised or foresaw at an earlier time: "said that it would not"."""
    cue = claim.modality_cue
    foretold = cue is not None and cue.text.lower() in _read_words("foretelling")
    return foretold and claim.modality == "predicted" and claim.attributed_to is not None


def is_promise(cue: str) -> bool:
    """Tell whether a word of saying promises: "pledged", "had vowed"."""
    return any(not find_base_forms(word).isdisjoint(_read_forms("promising")) for word in cue.split())


def is_demand(claim: Claim) -> bool:
    """Tell whether a claim tells what somebody demands: "we call on the council to reopen the pier"."""
    return any(
        not find_base_forms(predicate.lemma.split()[0]).isdisjoint(_read_forms("demanding"))
        and any(item.role in ("xcomp", "advcl", "ccomp") for item in predicate.arguments)
        for predicate in claim.predicates[:1]
    )


def only_presupposes(claim: Claim, other: Claim) -> bool:
    """Tell whether a claim has its words in common with another in a subject or a circumstance only.

    "May fetch a million after the fair" hedges nothing of the fair, nor of the subject; "there may be a fair" does.
    """
    common = _find_common_starts(claim, other)
    # When it happens says nothing of what does.
    common = [start for start in common if not any(date.start <= start < date.end for date in claim.dates)]
    return bool(common) and _are_presupposed(claim, common)


def _find_common_starts(claim: Claim, other: Claim) -> list[int]:
    return [claim.start + word.start for word, _ in find_common(read_statement(claim), read_statement(other))]


def _are_presupposed(claim: Claim, starts: Iterable[int]) -> bool:
    """Tell whether all words that begin there stand in a subject or a circumstance of a claim."""
    held = [
        item
        for predicate in claim.predicates
        for item in predicate.arguments
        if (item.role.startswith("nsubj") and predicate.lemma not in EXISTING)
        or (item.role.startswith(("obl", "advcl")) and item.marker in _read_words("circumstances"))
    ]
    return all(any(item.start <= start < item.end for item in held) for start in starts)


def _supposes(claim: Claim) -> bool:
    """Tell whether "will" supposes what has been: "the news will have pleased him"; not "by May it will have ended"."""
    cue = claim.modality_cue
    if cue is None or not claim.start <= cue.start < claim.end:
        return False
    return bool(_perfect().match(claim.text, cue.start - claim.start)) and not _deadline().search(claim.text)


def _is_of_wishing(claim: Claim) -> bool:
    """Tell whether a claim is unsure because somebody wishes for it, as in "hopes that the talks resume"."""
    return claim.modality_cue is not None and claim.modality_cue.text.lower() in _read_words("wishing")


@cache
def _perfect() -> re.Pattern[str]:
    # "Will have to" demands, "will have a garden" foresees.
    return re.compile(
        r"(?:will|won['’]t|['’]ll)\s+(?:\w+ly\s+|not\s+|doubtless\s+|already\s+){0,2}have\s+\w+(?:ed|en|wn|ne|t|d)\b",
        re.IGNORECASE,
    )


@cache
def _deadline() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_read_words('deadlines'))})\b", re.IGNORECASE)


@cache
def _read_words(name: str) -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["commitments"][name])


@cache
def _read_forms(name: str) -> frozenset[str]:
    return frozenset(form for word in _read_words(name) for form in find_base_forms(word))
