"""Turns what the components found on a Doc into claims."""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath

from spacy.tokens import Doc, Span

from claimcmp.pipeline.attributes import is_claim
from claimcmp.pipeline.blocks import BULLET, NUMBERING
from claimcmp.pipeline.layout import find_trimmed
from claimcmp.records import (
    Attribution,
    Claim,
    Cue,
    DateRef,
    Document,
    Entity,
    Quantity,
    TopicEvidence,
)

NAME_PART = re.compile(r"[^\W_]+")
LONGEST_PREFIX = 16


def harvest_claims(doc: Doc, document: Document) -> tuple[Claim, ...]:
    """Return the claims of a document in the order of its text."""
    return tuple(_make_claims(doc, document, Counter()))


def make_claim_id(document: str, text: str, occurrence: int) -> str:
    """Make an id from the document's name and the claim's words, whatever their position and line breaks.

    ``occurrence`` tells apart a text that a document repeats: 0 for the first, then 1, 2, ...
    """
    digest = sha256(f"{document}\0{' '.join(text.split())}".encode()).hexdigest()[:8]
    prefix = NAME_PART.search(PurePath(document).stem)
    name = prefix.group()[:LONGEST_PREFIX].lower() if prefix else "text"
    return f"{name}-{digest}" + (f"-{occurrence + 1}" if occurrence else "")


def _make_claims(doc: Doc, document: Document, seen: Counter[str]) -> Iterator[Claim]:
    text = doc.text
    for sent in doc.sents:
        evidence = sent._.topic_evidence or []
        if not is_claim(sent):
            continue
        sentence_start, sentence_end = find_trimmed(text, sent.start_char, sent.end_char)
        start = _skip_marker(text, sentence_start, sentence_end)
        if start >= sentence_end:
            continue
        quote = text[start:sentence_end]
        key = make_claim_id(document.name, quote, 0)
        occurrence, seen[key] = seen[key], seen[key] + 1
        stance = sent._.stance or {}
        yield Claim(
            id=make_claim_id(document.name, quote, occurrence),
            document=document.name,
            source=document.source,
            published=document.published,
            start=start,
            end=sentence_end,
            text=quote,
            sentence_start=sentence_start,
            sentence_end=sentence_end,
            topics=tuple(dict.fromkeys(item["topic"] for item in evidence)),
            topic_evidence=tuple(TopicEvidence(**item) for item in evidence),
            attributed_to=Attribution(**sent._.attribution) if sent._.attribution else None,
            polarity=stance.get("polarity", "affirmed"),
            polarity_cue=Cue(**stance["polarity_cue"]) if stance.get("polarity_cue") else None,
            modality=stance.get("modality", "asserted"),
            modality_cue=Cue(**stance["modality_cue"]) if stance.get("modality_cue") else None,
            quantities=tuple(Quantity(**item) for item in sent._.quantities or ()),
            dates=tuple(DateRef(**item) for item in sent._.dates or ()),
            entities=tuple(Entity(**item) for item in sent._.actors or ()),
        )


def _skip_marker(text: str, start: int, end: int) -> int:
    """Return where the words of a list item begin."""
    for pattern in (BULLET, NUMBERING):
        if match := pattern.match(text, start, end):
            return match.end()
    return start


def count_sentences(doc: Doc) -> int:
    """Count the sentences of running prose."""
    return sum(1 for sent in doc.sents if _is_prose(sent))


def _is_prose(sent: Span) -> bool:
    return sent._.layout is None and bool(sent.text.strip())
