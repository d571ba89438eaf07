"""Finds where one source says two things of which only one can hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.matching.candidates import find_candidates
from claimcmp.compare.voices.repetitions import Judge
from claimcmp.records import Claim, Judgment, Relation

CLASHES: frozenset[Relation] = frozenset({"contradict", "differ-in-number"})
"""A source may well be firm here and careful there, or tell of two events at two times."""
SAME_WORDS = 0.5
"""The share of wording that is common: sentences of one text are on one topic, and judge many things in it."""
SURE = 0.5
"""The confidence from which a source is said to contradict itself."""


def find_self_contradictions(
    claims: Sequence[Claim], voices: Mapping[str, str], vocabulary: Vocabulary, judge: Judge
) -> Iterator[Judgment]:
    """Yield the judgments on pairs of one voice that clash; ``voices`` gives the voice of each document.

    What a source reports from two others is no contradiction of its own, and clauses of one sentence are set against
    each other on purpose.
    """
    by_voice: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.document, claim.start, claim.id)):
        by_voice.setdefault(voices[claim.document], []).append(claim)
    for held in by_voice.values():
        for a, b in _find_pairs(held, vocabulary):
            if _may_clash(a, b):
                judgment = judge(a, b)
                near = judgment.evidence.measures["wording"] >= SAME_WORDS
                if near and judgment.relation in CLASHES and judgment.confidence >= SURE:
                    yield judgment


def _find_pairs(claims: Sequence[Claim], vocabulary: Vocabulary) -> Iterable[tuple[Claim, Claim]]:
    by_id = {claim.id: claim for claim in claims}
    # Here every claim stands against every other, as if each were a voice of its own.
    alone = [replace(claim, document=f"{claim.document}\0{claim.start:012}\0{claim.id}") for claim in claims]
    pairs = find_candidates(alone, {claim.document: claim.id for claim in alone}, vocabulary)
    return ((by_id[a.id], by_id[b.id]) for a, b in pairs)


def _may_clash(a: Claim, b: Claim) -> bool:
    if (a.document, a.sentence_start) == (b.document, b.sentence_start):
        return False
    holders = [claim.attributed_to.name.casefold() if claim.attributed_to else None for claim in (a, b)]
    return holders[0] == holders[1]
