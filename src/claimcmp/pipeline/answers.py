"""Reads a sentence that is only an answer, "Probably not.", with the sentence or question that it answers."""

from dataclasses import replace
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.continuation import OUTSIDE, WORD, find_answer
from claimcmp.pipeline.reading import Reading
from claimcmp.records import Claim, Cue, Reference


def read_answer(claim: Claim, number: int, reading: Reading, *, resolve: bool = True) -> Claim:
    """Return a claim that only affirms or denies what stands right before it, with that; any other as it is."""
    answer = find_answer(claim.text)
    if answer is None:
        return claim
    start, end = claim.start + answer.start, claim.start + answer.end
    said = reading.document.text[start:end]
    if answer.denies and claim.polarity == "affirmed":
        claim = replace(claim, polarity="negated", polarity_cue=Cue(said, start, end))
    before = _find_before(number, reading) if resolve else None
    if before is None:
        return claim
    by = " ".join(reading.document.text[slice(*before)].split()).lstrip("([")
    reference = Reference(said, start, end, by=by, antecedents=(before,))
    return replace(claim, references=(reference,), resolved=f"{said}: {by}")


def _find_before(number: int, reading: Reading) -> tuple[int, int] | None:
    """Return where the sentence or question stands that is right before a sentence."""
    own, text = reading.sentences[number], reading.document.text
    if own.heading.endswith("?"):
        end = len(text[: own.start].rstrip(OUTSIDE))
        if text.endswith(own.heading, 0, end):
            return (end - len(own.heading), end) if _asks_whether(own.heading) else None
    if number - 1 not in reading.find_context(number):
        return None
    before = reading.sentences[number - 1]
    return (before.start, before.end) if not text[before.end : own.start].strip(OUTSIDE) else None


def _asks_whether(question: str) -> bool:
    """Tell whether "no" denies what a question asks: not after "why", and unclear after "didn't they"."""
    words = [word.group().lower() for word in WORD.finditer(question)]
    opening = next((word for word in words if word not in _words("joining")), "")
    return opening in _words("auxiliaries") and "not" not in words


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_lexicon("continuation")["answers"][key])
