"""Finds the brackets around some words: what stands in them is the author's, even within what somebody else says."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimcmp.pipeline.attribution_frames import Stretch
from claimcmp.pipeline.quotations import find_quotations

MARKS = {"(": ")", "–": "–", "—": "—", "--": "--"}


def find_aside(sent: Span, words: Sequence[int]) -> Stretch | None:
    """Return the first and last token between the brackets or dashes that hold just these words.

    None where there are none, and in a quotation, whose brackets are the speaker's. Dashes hold no whole clause: they
    may be the speaker's breath.
    """
    if not words or words[0] <= sent.start or words[-1] + 1 >= sent.end:
        return None
    doc = sent.doc
    first, last = words[0], words[-1]
    while first > sent.start + 1 and doc[first - 1].pos_ in ("CCONJ", "SCONJ"):
        first -= 1
    opening, closing = doc[first - 1].text, doc[last + 1].text
    if MARKS.get(opening) != closing or (opening != "(" and _is_whole(doc, first, last)):
        return None
    start, end = doc[first].idx - sent.start_char, doc[last].idx - sent.start_char
    quoted = any(begin <= start and end < stop for begin, stop in find_quotations(sent.text))
    return None if quoted else (first, last)


def _is_whole(doc: Doc, first: int, last: int) -> bool:
    return any(token.dep_.startswith("nsubj") for token in doc[first : last + 1])
