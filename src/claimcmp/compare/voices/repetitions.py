"""Says what copies mean for a comparison: they stand with their originals, and add no voice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcmp.compare.voices.copies import find_copies
from claimcmp.records import COMPATIBLE, Claim, Copy, Extraction, Judgment, Pair, Relation

Judge = Callable[[Claim, Claim], Judgment]

SAME_TEXT = "same-text"
"""The rule of a pair of which one side repeats the other word for word or nearly."""
MOST_COPIES = 8
"""Of more copies of one claim, only the pairs with that claim are listed, not those with everything on its matter."""


def find_originals(extraction: Extraction, judge: Judge) -> tuple[Mapping[str, str], tuple[Copy, ...]]:
    """Return which claim each copied claim repeats, and the passages that are copied.

    A copy that a rule tells apart from its original, in an amount or a denial, speaks for itself.
    """
    by_id = {claim.id: claim for claim in extraction.claims}
    copies = find_copies(extraction.claims, extraction.documents)
    originals: dict[str, str] = {}
    for copy, first in copies.originals.items():
        a, b = by_id[first], by_id[copy]
        same = a.text.casefold().split() == b.text.casefold().split()
        if same or judge(a, b).relation in COMPATIBLE:
            originals[copy] = first
    return originals, copies.passages


def find_repeated(claims: Sequence[Claim], originals: Mapping[str, str]) -> Mapping[str, str]:
    """Return which claim of a topic each copy in it stands with: the original, else the first copy."""
    present = {claim.id for claim in claims}
    firsts: dict[str, str] = {}
    repeated: dict[str, str] = {}
    for claim in sorted(claims, key=_position):
        original = originals.get(claim.id)
        if original is None:
            continue
        first = original if original in present else firsts.setdefault(original, claim.id)
        if first != claim.id:
            repeated[claim.id] = first
    return repeated


def pair_copies(
    claims: Sequence[Claim], repeated: Mapping[str, str], pairs: Sequence[Pair], judge: Judge
) -> Iterator[Pair]:
    """Yield the pairs of copies: with the claim that they repeat, and with what that one is paired with."""
    by_id = {claim.id: claim for claim in claims}
    copies: dict[str, list[Claim]] = {}
    for copy, first in repeated.items():
        copies.setdefault(first, []).append(by_id[copy])
    for original, held in copies.items():
        yield from _pair_with_original(by_id[original], held, judge)
    for pair in pairs:
        for original, partner in ((pair.a, by_id[pair.b]), (pair.b, by_id[pair.a])):
            for claim in copies.get(original, ())[:MOST_COPIES]:
                judgment = judge(*_in_order(claim, partner))
                if judgment.relation is not None and claim.document != partner.document:
                    yield to_pair(judgment, judgment.relation, independent=False)


def _pair_with_original(original: Claim, copies: Sequence[Claim], judge: Judge) -> Iterator[Pair]:
    known: dict[str, Pair] = {}
    for claim in copies:
        # A repetition in the same document is no pair, but shares those of what it repeats.
        if claim.document == original.document:
            continue
        if claim.text not in known:
            known[claim.text] = to_pair(judge(original, claim), "agree", independent=False)
        reason = f"{claim.source} has the words of {original.source}; both are one voice"
        yield replace(known[claim.text], b=claim.id, rule=SAME_TEXT, reason=reason, confidence=1.0)


def to_pair(judgment: Judgment, relation: Relation, *, independent: bool) -> Pair:
    """Return the pair of a judgment."""
    return Pair(
        a=judgment.a.id,
        b=judgment.b.id,
        relation=relation,
        rule=judgment.rule or "",
        reason=judgment.reason,
        score=judgment.evidence.score,
        evidence=judgment.evidence,
        confidence=judgment.confidence,
        independent=independent,
    )


def _in_order(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    return (a, b) if _position(a) < _position(b) else (b, a)


def _position(claim: Claim) -> tuple[str, int, str]:
    return claim.document, claim.start, claim.id
