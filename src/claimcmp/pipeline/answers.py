"""Reads a sentence that is only an answer, "Probably not.", with the sentence that it answers."""

import re
from dataclasses import replace
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.reading import Reading, Sentence
from claimcmp.records import Claim, Cue, Reference

OUTSIDE = " \t\r\n.,!;()[]\"“”'‘’"


def read_answer(claim: Claim, number: int, reading: Reading, *, resolve: bool = True) -> Claim:
    """Return a claim that only affirms or denies the sentence before it, with what it answers; any other as it is.

    A sentence that stands right before is what is answered; behind a question, which is no claim, it stays open.
    """
    begin = len(claim.text) - len(claim.text.lstrip(OUTSIDE))
    answer = claim.text.strip(OUTSIDE)
    denies = _pattern("denying").fullmatch(answer) is not None
    if not denies and _pattern("affirming").fullmatch(answer) is None:
        return claim
    start = claim.start + begin
    end = start + len(answer)
    if denies and claim.polarity == "affirmed":
        claim = replace(claim, polarity="negated", polarity_cue=Cue(answer, start, end))
    before = _find_before(number, reading)
    if before is None or not resolve:
        return claim
    by = " ".join(before.text.split())
    reference = Reference(answer, start, end, by=by, antecedents=((before.start, before.end),))
    return replace(claim, references=(reference,), resolved=f"{answer}: {by}")


def _find_before(number: int, reading: Reading) -> Sentence | None:
    if number - 1 not in reading.find_context(number):
        return None
    before, own = reading.sentences[number - 1], reading.sentences[number]
    return before if not reading.document.text[before.end : own.start].strip(OUTSIDE) else None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    table = read_lexicon("continuation")["answers"]
    return re.compile(rf"(?:{'|'.join(table['openers'])})?(?:{'|'.join(table[kind])})", re.IGNORECASE)
