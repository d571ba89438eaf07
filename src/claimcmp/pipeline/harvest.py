"""Turns analysed sentences into claims."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath
from typing import Any, TypeVar

from spacy.tokens import Doc, Span

from claimcmp.pipeline.answers import read_answer
from claimcmp.pipeline.attributing import attribute, place_attribution
from claimcmp.pipeline.blocks import BULLET, NUMBERING
from claimcmp.pipeline.last_speakers import name_speaker
from claimcmp.pipeline.links import take_in_links
from claimcmp.pipeline.long_quotations import LongQuotations
from claimcmp.pipeline.reading import Reading, Sentence
from claimcmp.pipeline.rebuttals import doubt_rebutted
from claimcmp.pipeline.resolution import Resolver
from claimcmp.pipeline.spacing import flatten
from claimcmp.pipeline.standing_alone import read_alone
from claimcmp.pipeline.year_context import names_law, names_recalled
from claimcmp.records import (
    Argument,
    Claim,
    Cue,
    DateRef,
    Document,
    Entity,
    Predicate,
    Quantity,
    TopicEvidence,
)

R = TypeVar("R")
M = TypeVar("M", Cue, DateRef, Entity, Quantity)

NAME_PART = re.compile(r"[^\W_]+")
LONGEST_PREFIX = 16


def harvest_claims(
    reading: Reading, chosen: Mapping[int, Sentence], docs: Mapping[int, Doc], *, resolve: bool = True
) -> tuple[Claim, ...]:
    """Return the claims of the chosen sentences, a claim for each clause.

    ``docs`` are analysed sentences by their number, each a Doc of its own: the chosen ones and those around them.
    """
    seen: Counter[str] = Counter()
    claims: list[Claim] = []
    resolver = Resolver()
    quotations = find_long_quotations(reading)
    for number, sentence in sorted(chosen.items()):
        if quotations.is_signature(number):
            continue
        context = [near for near in reading.find_context(number) if near <= number]
        around = [(docs[near], reading.sentences[near].start) for near in context]
        references = resolver.resolve(around) if resolve else ()
        made = _make_claims(reading.document, sentence, docs[number], seen)
        made = (attribute(claim, number, quotations, docs, references) for claim in made)
        made = (read_alone(claim, references) if resolve else claim for claim in made)
        before = [doc for doc, _ in around[:-1]]
        made = (name_speaker(claim, before) if resolve else claim for claim in made)
        made = (doubt_rebutted(claim, number, reading) for claim in made)
        made = (read_answer(claim, number, reading, docs, resolve=resolve) for claim in made)
        claims.extend(_quote_as_printed(claim, reading.document.text) for claim in made)
    return tuple(claims)


def find_long_quotations(reading: Reading) -> LongQuotations:
    """Return the quotations of a document, seen with its sentences."""
    return LongQuotations(reading.document.text, [(sentence.start, sentence.end) for sentence in reading.sentences])


def make_claim_id(document: str, text: str, occurrence: int) -> str:
    """Make an id from the document's name and the claim's words, whatever their position and line breaks.

    ``occurrence`` tells apart a text that a document repeats: 0 for the first, then 1, 2, ...
    """
    digest = sha256(f"{document}\0{' '.join(text.split())}".encode()).hexdigest()[:8]
    prefix = NAME_PART.search(PurePath(document).stem)
    name = prefix.group()[:LONGEST_PREFIX].lower() if prefix else "text"
    return f"{name}-{digest}" + (f"-{occurrence + 1}" if occurrence else "")


def _make_claims(document: Document, sentence: Sentence, doc: Doc, seen: Counter[str]) -> Iterator[Claim]:
    # One sentence in, one out; an empty Doc has none.
    sent = next(iter(doc.sents))
    marker = _skip_marker(sentence.text)
    clauses = [{**clause, "start": max(marker, clause["start"])} for clause in sent._.clauses]
    # In which clauses each piece of evidence stands; what stands in none, such as the one who speaks, counts for all.
    homes = [
        {number for number, clause in enumerate(clauses) if _holds(clause, item.start - sentence.start)}
        for item in sentence.evidence
    ]
    for number, clause in enumerate(clauses):
        if clause["start"] < clause["end"]:
            evidence = _choose_evidence(sentence.evidence, homes, number)
            yield _make_claim(document, sentence, sent, clause, evidence, seen)


def _make_claim(
    document: Document,
    sentence: Sentence,
    sent: Span,
    clause: Mapping[str, Any],
    evidence: tuple[TopicEvidence, ...],
    seen: Counter[str],
) -> Claim:
    start, end = take_in_links(sentence.text, clause["start"], clause["end"])
    offset = sentence.start
    quote = sentence.text[start:end]
    key = make_claim_id(document.name, quote, 0)
    occurrence, seen[key] = seen[key], seen[key] + 1
    stance = clause["stance"]
    topics = tuple(dict.fromkeys(item.topic for item in evidence))
    return Claim(
        id=make_claim_id(document.name, quote, occurrence) if occurrence else key,
        document=document.name,
        source=document.source,
        published=document.published,
        start=start + offset,
        end=end + offset,
        text=quote,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        topics=topics,
        topic_evidence=evidence,
        attributed_to=(place_attribution(clause["attribution"], offset) if clause["attribution"] else None),
        polarity=stance["polarity"],
        polarity_cue=_place_cue(stance["polarity_cue"], offset),
        modality=stance["modality"],
        modality_cue=_place_cue(stance["modality_cue"], offset),
        quantities=place_all(Quantity, _find_own(sent._.quantities, clause), offset),
        dates=place_all(DateRef, _find_dates(sent, clause), offset),
        entities=place_all(Entity, _find_own(sent._.actors, clause), offset),
        gaps=tuple((first + offset, last + offset) for first, last in clause["gaps"]),
        predicates=tuple(_make_predicate(fields, offset) for fields in clause["predicates"]),
        near_topics=tuple(item for item in sentence.near if item.topic not in topics),
    )


def _make_predicate(fields: Mapping[str, Any], offset: int) -> Predicate:
    arguments = place_all(Argument, fields["arguments"], offset)
    start, end = fields["start"] + offset, fields["end"] + offset
    return Predicate(**{**fields, "start": start, "end": end, "arguments": arguments})


def _quote_as_printed(claim: Claim, text: str) -> Claim:
    """Return a claim whose words are those of the document, where the analysis saw other white space."""
    if flatten(sentence := text[claim.sentence_start : claim.sentence_end]) == sentence:
        return claim

    held = claim.attributed_to
    if held is not None and (printed := text[held.start : held.end]) != (held.text or held.name):
        held = replace(held, text=printed)
    return replace(
        claim,
        attributed_to=held,
        polarity_cue=claim.polarity_cue and quote_all([claim.polarity_cue], text)[0],
        modality_cue=claim.modality_cue and quote_all([claim.modality_cue], text)[0],
        quantities=quote_all(claim.quantities, text),
        dates=quote_all(claim.dates, text),
        entities=quote_all(claim.entities, text),
    )


def quote_all(marks: Iterable[M], text: str) -> tuple[M, ...]:
    """Return what a document mentions with its words as they are printed."""
    return tuple(replace(mark, text=text[mark.start : mark.end]) for mark in marks)


def _choose_evidence(
    evidence: tuple[TopicEvidence, ...], homes: Sequence[set[int]], number: int
) -> tuple[TopicEvidence, ...]:
    """Return what gives a clause its topics: evidence within it and in no clause, else all that the sentence has."""
    if not any(number in home for home in homes):
        return evidence
    return tuple(item for item, home in zip(evidence, homes, strict=True) if number in home or not home)


def _holds(clause: Mapping[str, Any], start: int) -> bool:
    """Tell whether a place of the sentence is in a clause and in none of its gaps."""
    if not clause["start"] <= start < clause["end"]:
        return False
    return not any(first <= start < last for first, last in clause["gaps"])


def _find_own(items: Iterable[Mapping[str, Any]], clause: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what stands in a clause and in none of its gaps."""
    for item in items:
        if item["end"] <= clause["end"] and _holds(clause, item["start"]):
            yield item


def _find_dates(sent: Span, clause: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the dates of a clause, and those of its frame, which tell when it was said: "on Tuesday he said that"."""
    own = [item["start"] for item in _find_own(sent._.dates, clause)]
    said = {sent.doc[index].idx for index in clause["frame_words"]}
    held = clause["attribution"]
    for item in sent._.dates:
        if item["granularity"] == "year" and _only_names(sent, item["start"], item["end"]):
            continue
        framed = any(item["start"] <= start < item["end"] for start in said)
        names_source = held is not None and held["start"] <= item["start"] and item["end"] <= held["end"]
        if item["start"] in own or framed:
            yield {**item, "of": "statement"} if framed or names_source else item


def _only_names(sent: Span, start: int, end: int) -> bool:
    """Tell whether a year says which law or which feast is meant, and not when anything happens."""
    text = sent.text
    return names_law(text, start, end) or names_recalled(text, start, end, sent.doc._.published)


def _place(record: Callable[..., R], fields: Mapping[str, Any] | None, offset: int) -> R | None:
    """Make a record whose place in its sentence becomes one in the document."""
    if fields is None:
        return None
    return record(**{**fields, "start": fields["start"] + offset, "end": fields["end"] + offset})


def _place_cue(fields: Mapping[str, Any] | None, offset: int) -> Cue | None:
    if fields is None:
        return None
    scope = fields["scope"]
    moved = (scope[0] + offset, scope[1] + offset) if scope else None
    return _place(Cue, {**fields, "scope": moved}, offset)


def place_all(record: Callable[..., R], items: Iterable[Mapping[str, Any]] | None, offset: int) -> tuple[R, ...]:
    """Make records of their fields; their places in a sentence become places in the document."""
    placed = (_place(record, item, offset) for item in items or ())
    return tuple(item for item in placed if item is not None)


def _skip_marker(text: str) -> int:
    """Return where the words of a list item begin."""
    for pattern in (BULLET, NUMBERING):
        if match := pattern.match(text):
            return match.end()
    return 0
