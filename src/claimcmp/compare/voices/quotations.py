"""Finds the same words of the same speaker in several sources: however many quote them, one voice speaks."""

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import Indel

from claimcmp.compare.voices.copies import WORD
from claimcmp.records import Claim

QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]+)[”\"»“]")
FEWEST_WORDS = 5
"""Shorter quotations ("a disgrace") are words, not statements."""
SAME_QUOTATION = 0.85
"""Share of the shorter quotation's words that stand in the longer one; papers cut quotations at either end."""


def find_quoted_speakers(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Return the speaker of each claim that quotes what a claim of another document quotes of the same speaker."""
    by_speaker: dict[str, list[tuple[Claim, tuple[str, ...]]]] = {}
    names: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: (claim.document, claim.start, claim.id)):
        words = _find_quoted_words(claim)
        if claim.attributed_to is None or len(words) < FEWEST_WORDS:
            continue
        speaker = _identify(claim)
        if speaker:
            by_speaker.setdefault(speaker, []).append((claim, words))
            names.setdefault(speaker, claim.attributed_to.name)
    return {claim.id: names[speaker] for speaker, quoting in by_speaker.items() for claim in _find_shared(quoting)}


def _find_shared(quoting: Sequence[tuple[Claim, tuple[str, ...]]]) -> Iterable[Claim]:
    """Yield the claims whose quotation another document has too; each is compared with first ones only."""
    kept: list[tuple[tuple[str, ...], list[Claim]]] = []
    for claim, words in quoting:
        holders = next((holders for first, holders in kept if _is_same(words, first)), None)
        if holders is None:
            kept.append((words, [claim]))
        else:
            holders.append(claim)
    for _, holders in kept:
        if len({claim.document for claim in holders}) > 1:
            yield from holders


def _is_same(words: Sequence[str], others: Sequence[str]) -> bool:
    shorter = min(len(words), len(others))
    # Indel counts what must be added and taken away; the rest, halved, is common.
    common = (len(words) + len(others) - Indel.distance(words, others)) / 2
    return common >= SAME_QUOTATION * shorter and _are_negated_alike(words, others)


def _are_negated_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    return {"not", "never", "no"}.isdisjoint(set(words) ^ set(others))


def _find_quoted_words(claim: Claim) -> tuple[str, ...]:
    """Return the words between quotation marks, or all of a sentence that stands in a longer quotation."""
    found = QUOTED.findall(claim.text)
    if not found and claim.attributed_to and claim.attributed_to.kind == "direct":
        found = [claim.text]
    return tuple(WORD.findall(" ".join(found).casefold()))


def _identify(claim: Claim) -> str | None:
    """Return what two names of one speaker have in common: the actor's id, else the last word of the name."""
    attribution = claim.attributed_to
    if attribution is None:
        return None
    for entity in claim.entities:
        if entity.start < attribution.end and attribution.start < entity.end and not entity.id.startswith("name:"):
            return entity.id
    words = WORD.findall(attribution.name.casefold())
    return words[-1] if words else None
