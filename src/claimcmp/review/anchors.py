"""Ties a decision to the words of claims, and finds these again when documents or ids have changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from claimcmp.records import Anchor, Claim

NEAR = 85
"""Of 100: below this likeness a claim is not even looked at as an edited form of a quote."""
SAME_WORD = 75
"""Of 100: from this likeness two words with one initial are one word, mended or inflected."""
SHOWN = 60
"""Of 100: from this likeness a claim is shown as what a quote may read now."""

# Only what a copy editor may add or strike without touching what is said; "not" and "may" are no such words.
_HARMLESS = frozenset({"a", "an", "the", "that", "of", "and"})
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Lost:
    """A quote that is not there any more, and what is known of it."""

    anchor: Anchor
    reason: str


class Anchors:
    """The claims of a run, to make anchors of and to find them by."""

    def __init__(self, claims: Iterable[Claim], texts: Mapping[str, str] | None = None):
        self._texts = texts or {}
        self._by_id: dict[str, Claim] = {}
        self._by_document: dict[str, list[Claim]] = {}
        self._documents: dict[str, list[str]] = {}
        for claim in sorted(claims, key=_position):
            self._by_id[claim.id] = claim
            self._by_document.setdefault(claim.document, []).append(claim)
            documents = self._documents.setdefault(claim.source, [])
            if claim.document not in documents:
                documents.append(claim.document)

    def make(self, claim_id: str) -> Anchor:
        """Return the anchor of a claim."""
        claim = self._by_id[claim_id]
        same = [other for other in self._by_document[claim.document] if other.text == claim.text]
        return Anchor(
            document=claim.document,
            source=claim.source,
            start=claim.start,
            end=claim.end,
            quote=claim.text,
            nth=same.index(claim),
            polarity=claim.polarity,
            modality=claim.modality,
        )

    def find(self, anchor: Anchor) -> str | Lost:
        """Return the id of the claim that has the words of an anchor, else why there is none.

        The words may stand anywhere in the document, or in another one of the source if that file is gone. Spelling,
        inflection, articles and punctuation may have been mended; whatever else changed makes another statement of it.
        """
        claims = self._by_document.get(anchor.document) or [
            claim for name in self._documents.get(anchor.source, ()) for claim in self._by_document[name]
        ]
        if not claims:
            return Lost(anchor, f"{anchor.document} has no claims any more")
        same = [claim for claim in claims if claim.text == anchor.quote]
        same = same or [claim for claim in claims if _words(claim.text) == _words(anchor.quote)]
        if same:
            return same[min(anchor.nth, len(same) - 1)].id
        return self._find_mended(anchor, claims)

    def _find_mended(self, anchor: Anchor, claims: list[Claim]) -> str | Lost:
        texts = {claim.id: claim.text.casefold() for claim in claims}
        near = process.extract(anchor.quote.casefold(), texts, scorer=fuzz.ratio, score_cutoff=SHOWN, limit=3)
        held = (anchor.polarity, anchor.modality)
        for _, score, claim_id in near:
            claim = self._by_id[claim_id]
            if score >= NEAR and (claim.polarity, claim.modality) == held and _is_mended(anchor.quote, claim.text):
                return claim_id
        if anchor.quote in self._texts.get(anchor.document, ""):
            return Lost(anchor, f"“{anchor.quote}” still stands in {anchor.document}, but is no claim of its own")
        if near:
            return Lost(anchor, f"“{anchor.quote}” now reads “{self._by_id[near[0][2]].text}”")
        return Lost(anchor, f"“{anchor.quote}” is gone from {anchor.document}")


def _is_mended(old: str, new: str) -> bool:
    """Tell whether one text is the other with mended spelling, inflection, articles or punctuation."""
    before, after = _words(old), _words(new)
    for tag, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace" and b - a == d - c:
            if not all(_is_same_word(x, y) for x, y in zip(before[a:b], after[c:d], strict=True)):
                return False
        elif not _HARMLESS.issuperset((*before[a:b], *after[c:d])):
            return False
    return True


def _is_same_word(old: str, new: str) -> bool:
    if _HARMLESS.issuperset((old, new)):
        return True
    # With the same initial: "likely" and "unlikely" are near by their letters. Figures are never near.
    letters = old.isalpha() and new.isalpha()
    return letters and old[0] == new[0] and fuzz.ratio(old, new) >= SAME_WORD


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _position(claim: Claim) -> tuple[str, int, int, str]:
    return claim.document, claim.start, claim.end, claim.id
