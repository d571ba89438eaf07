"""Turns analysed sentences into claims."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any, TypeVar

from spacy.tokens import Doc

from claimcmp.pipeline.blocks import BULLET, NUMBERING
from claimcmp.pipeline.reading import Sentence
from claimcmp.records import (
    Attribution,
    Claim,
    Cue,
    DateRef,
    Document,
    Entity,
    Quantity,
)

R = TypeVar("R")

NAME_PART = re.compile(r"[^\W_]+")
LONGEST_PREFIX = 16


def harvest_claims(document: Document, sentences: Sequence[Sentence], docs: Iterable[Doc]) -> tuple[Claim, ...]:
    """Return a claim for each sentence; ``docs`` are the analysed sentences, each a Doc of its own."""
    seen: Counter[str] = Counter()
    pairs = zip(sentences, docs, strict=True)
    return tuple(claim for sentence, doc in pairs if (claim := _make_claim(document, sentence, doc, seen)))


def make_claim_id(document: str, text: str, occurrence: int) -> str:
    """Make an id from the document's name and the claim's words, whatever their position and line breaks.

    ``occurrence`` tells apart a text that a document repeats: 0 for the first, then 1, 2, ...
    """
    digest = sha256(f"{document}\0{' '.join(text.split())}".encode()).hexdigest()[:8]
    prefix = NAME_PART.search(PurePath(document).stem)
    name = prefix.group()[:LONGEST_PREFIX].lower() if prefix else "text"
    return f"{name}-{digest}" + (f"-{occurrence + 1}" if occurrence else "")


def _make_claim(document: Document, sentence: Sentence, doc: Doc, seen: Counter[str]) -> Claim | None:
    start = sentence.start + _skip_marker(sentence.text)
    if start >= sentence.end:
        return None
    quote = sentence.text[start - sentence.start :]
    key = make_claim_id(document.name, quote, 0)
    occurrence, seen[key] = seen[key], seen[key] + 1
    # One sentence in, one out; an empty Doc has none.
    sent = next(iter(doc.sents))
    stance = sent._.stance or {}
    return Claim(
        id=make_claim_id(document.name, quote, occurrence),
        document=document.name,
        source=document.source,
        published=document.published,
        start=start,
        end=sentence.end,
        text=quote,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        topics=tuple(dict.fromkeys(item.topic for item in sentence.evidence)),
        topic_evidence=sentence.evidence,
        attributed_to=_place(Attribution, sent._.attribution, sentence.start),
        polarity=stance.get("polarity", "affirmed"),
        polarity_cue=_place(Cue, stance.get("polarity_cue"), sentence.start),
        modality=stance.get("modality", "asserted"),
        modality_cue=_place(Cue, stance.get("modality_cue"), sentence.start),
        quantities=_place_all(Quantity, sent._.quantities, sentence.start),
        dates=_place_all(DateRef, sent._.dates, sentence.start),
        entities=_place_all(Entity, sent._.actors, sentence.start),
    )


def _place(record: Callable[..., R], fields: Mapping[str, Any] | None, offset: int) -> R | None:
    """Make a record whose place in its sentence becomes one in the document."""
    if fields is None:
        return None
    return record(**{**fields, "start": fields["start"] + offset, "end": fields["end"] + offset})


def _place_all(record: Callable[..., R], items: Iterable[Mapping[str, Any]] | None, offset: int) -> tuple[R, ...]:
    placed = (_place(record, item, offset) for item in items or ())
    return tuple(item for item in placed if item is not None)


def _skip_marker(text: str) -> int:
    """Return where the words of a list item begin."""
    for pattern in (BULLET, NUMBERING):
        if match := pattern.match(text):
            return match.end()
    return 0
