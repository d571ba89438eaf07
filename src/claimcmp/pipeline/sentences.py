"""Sets sentence borders by rule, before any parser runs, so that parsers respect them."""

from itertools import pairwise
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from claimcmp.pipeline.attributes import set_attributes
from claimcmp.pipeline.blocks import Block, find_blocks, find_tail
from claimcmp.pipeline.segmentation import find_sentences

SENTENCES = "claimcmp_sentences"
LONGEST = 10_000
"""Characters of the longest sentence that is parsed, some 1,700 words. What goes on beyond is data or minified text."""


@Language.factory(SENTENCES, assigns=["token.is_sent_start", "doc.sents", "doc._.blocks"])
def make_sentences(nlp: Language, name: str) -> "SentenceSetter":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return SentenceSetter(name)


def find_text_sentences(text: str) -> tuple[list[Block], list[tuple[int, int]]]:
    """Find the blocks of a text and the sentences in them, both as code-point offsets, sorted."""
    blocks = find_blocks(text)
    sentences: list[tuple[int, int]] = []
    for block in blocks:
        if block.body > block.start:
            sentences.append((block.start, block.start + len(text[block.start : block.body].rstrip())))
        tail = find_tail(text, block)
        sentences.extend(find_sentences(text, block.body, tail))
        if tail < block.end:
            sentences.append((tail, block.end))
    return blocks, sentences


class SentenceSetter:
    """Sets sentence borders and ``doc._.blocks``.

    Where a border falls inside a token ("end.Next"), the token is split: offsets are exact whatever the
    tokenizer does.
    """

    def __init__(self, name: str = SENTENCES):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set the borders on ``doc``."""
        blocks, sentences = find_text_sentences(doc.text)
        self.set_sentences(doc, blocks, sentences)
        return doc

    def set_sentences(self, doc: Doc, blocks: list[Block], sentences: list[tuple[int, int]]) -> None:
        """Write blocks and sentence borders onto ``doc``."""
        doc._.blocks = [[block.start, block.end, block.paragraph, block.body] for block in blocks]
        if not len(doc):
            return
        borders = np.array(sorted({0, *(start for start, _ in sentences)}), dtype=np.int64)
        _split_tokens(doc, borders)
        firsts = np.searchsorted(doc.to_array(["IDX"]).astype(np.int64).ravel(), borders)
        set_sentence_starts(doc, firsts[firsts < len(doc)])


def set_sentence_starts(doc: Doc, firsts: "np.ndarray[tuple[int], np.dtype[np.int64]] | list[int]") -> None:
    """Make the tokens at these places the only ones that begin a sentence.

    At once: setting it token by token, spaCy looks through the Doc each time.
    """
    flags = np.full(len(doc), -1, dtype=np.int64)
    flags[firsts] = 1
    # spaCy stores attributes unsigned and reads this one back with its sign.
    doc.from_array(["SENT_START"], cast(Ints2d, flags.astype(np.uint64).reshape(-1, 1)))


def _split_tokens(doc: Doc, borders: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> None:
    starts = doc.to_array(["IDX"]).astype(np.int64).ravel()
    holders = np.searchsorted(starts, borders, side="right") - 1
    cuts: dict[int, list[int]] = {}
    for holder, border in zip(holders.tolist(), borders.tolist(), strict=True):
        inside = border - int(starts[holder])
        if 0 < inside < len(doc[holder].text):
            cuts.setdefault(holder, []).append(inside)
    if not cuts:
        return
    with doc.retokenize() as retokenizer:
        for holder, positions in cuts.items():
            token = doc[holder]
            edges = [0, *positions, len(token.text)]
            parts = [token.text[a:b] for a, b in pairwise(edges)]
            retokenizer.split(token, parts, heads=[(token, number) for number in range(len(parts))])
