"""Tells which claims count as one voice, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcmp.compare.voices.quotations import find_quoted_speakers
from claimcmp.records import Claim, DocumentSummary, Voice, VoiceKind

Key = tuple[VoiceKind, str]
"""A voice by its name; a speaker who is quoted is not a source of that name."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in each claim: its source or declared voice, whom it copies, or whom several quote."""

    of_document: Mapping[str, str]
    of_claim: Mapping[str, Key]
    originals: Mapping[str, str]
    """The claim that a copied claim repeats."""


def find_voices(claims: Sequence[Claim], documents: Iterable[DocumentSummary], originals: Mapping[str, str]) -> Voices:
    """Find the voice of every claim of a collection; ``originals`` names the claim that a copied one repeats."""
    of_document = {document.name: document.voice or document.source for document in documents}
    speakers = find_quoted_speakers(claims)
    by_id = {claim.id: claim for claim in claims}
    of_claim: dict[str, Key] = {}
    for claim in claims:
        first = by_id[originals.get(claim.id, claim.id)]
        speaker = speakers.get(first.id) or speakers.get(claim.id)
        of_claim[claim.id] = ("quoted", speaker) if speaker else ("own", of_document[first.document])
    return Voices(of_document, of_claim, originals)


def gather_voices(claims: Sequence[Claim], voices: Voices) -> tuple[Voice, ...]:
    """Return the voices that speak in some claims, in the order of the claims."""
    members: dict[Key, list[Claim]] = {}
    for claim in claims:
        members.setdefault(voices.of_claim[claim.id], []).append(claim)
    return tuple(_make_voice(*key, held, voices) for key, held in members.items())


def _make_voice(kind: VoiceKind, name: str, claims: Sequence[Claim], voices: Voices) -> Voice:
    sources = tuple(dict.fromkeys(claim.source for claim in claims))
    if kind == "own" and len(sources) > 1:
        copied = any(voices.of_document[claim.document] != name for claim in claims)
        kind = "copied" if copied else "declared"
    ids = tuple(claim.id for claim in claims)
    originals = {voices.originals.get(claim, claim) for claim in ids}
    # Where the original is on no topic here, the first copy stands for it.
    firsts = {voices.originals.get(claim, claim): claim for claim in reversed(ids)}
    kept = {original if original in ids else firsts[original] for original in originals}
    return Voice(name, sources, ids, kind, copies=tuple(claim for claim in ids if claim not in kept))


def tell_dependence(a: Claim, b: Claim, voices: Voices) -> Iterator[str]:
    """Yield why two claims are not two voices; nothing where they are."""
    if (a.document, a.sentence_start) == (b.document, b.sentence_start):
        yield "both stand in one sentence"
    elif a.document == b.document:
        yield f"both are in {a.document}, and a repetition there is no second source"
    elif voices.of_document[a.document] == voices.of_document[b.document]:
        yield f"both documents are of one voice, {voices.of_document[a.document]}"
    if voices.originals.get(a.id, a.id) == voices.originals.get(b.id, b.id):
        yield "one has the words of the other, so both are one voice"
    elif voices.of_claim[a.id] == voices.of_claim[b.id] and voices.of_claim[a.id][0] == "quoted":
        yield f"both quote {voices.of_claim[a.id][1]} with the same words, so both are one voice"
