"""Finds what the author rebuts right after reporting it: "We are told that prices fell. They have not: ..."."""

import re
from dataclasses import replace
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.reading import Reading
from claimcmp.records import Claim

BEING = frozenset({"is", "are", "was", "were"})


def doubt_rebutted(claim: Claim, number: int, reading: Reading) -> Claim:
    """Return a reported claim of a sentence as doubted, if the sentence behind it opens with its rebuttal.

    What is reported in the sentence behind it rebuts nothing of the author's: "They have not, he added."
    """
    said = claim.attributed_to
    if said is None or said.stance != "neutral" or number + 1 >= len(reading.sentences):
        return claim
    if number not in reading.find_context(number + 1):
        return claim
    found = _rebuttal().match(" ".join(reading.sentences[number + 1].text.split()))
    if found is None or _answers_another(found["be"] or found["isnt"], claim):
        return claim
    return replace(claim, attributed_to=replace(said, stance="doubted"))


def _answers_another(auxiliary: str | None, claim: Claim) -> bool:
    """Tell whether a short answer is about another clause: "he is not" answers "is guilty", but not "was wet"."""
    said = set(re.findall(r"\w+", claim.text.lower())) & BEING
    return auxiliary is not None and auxiliary.lower() in BEING and bool(said) and auxiliary.lower() not in said


@cache
def _rebuttal() -> re.Pattern[str]:
    table = read_lexicon("continuation")["rebuttals"]
    subjects, auxiliaries = "|".join(table["subjects"]), "|".join(table["auxiliaries"])
    short = rf"(?:{subjects}) (?:(?P<be>{auxiliaries}) not|(?P<isnt>{auxiliaries})n['’]t)(?: so)?"
    said = "|".join((short, *table["phrases"]))
    return re.compile(rf"(?:(?:but|yet|in fact|in truth),? )?(?:{said})\s?(?:[.:;!—–]|$)", re.IGNORECASE)
