"""Reads a sentence that is only an answer, "Probably not.", with the sentence or question that it answers."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.continuation import OUTSIDE, WORD, find_answer
from claimcmp.pipeline.reading import Reading
from claimcmp.records import Claim, Cue, Reference


def read_answer(claim: Claim, number: int, reading: Reading, docs: Mapping[int, Doc], *, resolve: bool = True) -> Claim:
    """Return a claim that only affirms or denies what stands right before it, with that; any other as it is.

    A verdict on what was said ("This is false.") is about the words of who said it. "This is wrong" is such a verdict
    behind a report only; elsewhere it may blame what happened.
    """
    said_before = _find_statement(number, reading, docs)
    answer = find_answer(claim.text, reported=said_before is not None)
    if answer is None:
        return claim
    start, end = claim.start + answer.start, claim.start + answer.end
    said = reading.document.text[start:end]
    if answer.denies and claim.polarity == "affirmed":
        claim = replace(claim, polarity="negated", polarity_cue=Cue(said, start, end))
    before = (answer.judges and said_before) or _find_before(number, reading) if resolve else None
    if before is None:
        return claim
    by = " ".join(reading.document.text[slice(*before)].split()).lstrip("([")
    if answer.judges:
        by = by.removeprefix("that ").strip(',"“”')
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


def _find_statement(number: int, reading: Reading, docs: Mapping[int, Doc]) -> tuple[int, int] | None:
    """Return where the words stand that somebody is reported to say in the sentence right before a sentence."""
    if number - 1 not in docs or number - 1 not in reading.find_context(number):
        return None
    sent = next(iter(docs[number - 1].sents), None)
    stated = [item for item in (sent._.attributions or () if sent is not None else ()) if item["commits"]]
    contents = [item["content"][0] for item in stated if len(item["content"]) == 1]
    if not contents:
        return None
    start, end = max(contents, key=lambda content: (content[1] - content[0], -content[0]))
    offset = reading.sentences[number - 1].start
    return start + offset, end + offset


def _asks_whether(question: str) -> bool:
    """Tell whether "no" denies what a question asks: not after "why", and unclear after "didn't they"."""
    words = [word.group().lower() for word in WORD.finditer(question)]
    opening = next((word for word in words if word not in _words("joining")), "")
    return opening in _words("auxiliaries") and "not" not in words


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_lexicon("continuation")["answers"][key])
