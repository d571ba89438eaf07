"""Keeps white space out of the parse: a sentence is read alike however its words are spaced and its lines broken.

spaCy makes a token of all white space but a single plain space. The models have seen none of these and take them for
words; so they read a copy of the Doc without them, and what they find is carried over.
"""

import re
from itertools import accumulate
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from claimcmp.pipeline.links import blank_links

WITHOUT_SPACES, WITH_SPACES = "claimcmp_without_spaces", "claimcmp_with_spaces"
ATTRIBUTES = ("HEAD", "DEP", "TAG", "POS", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE")
HEAD, INSIDE, OUTSIDE = 0, 1, 2
_SPACED = "claimcmp_spaced"
_SPACE = re.compile(r"\s")


def flatten(text: str) -> str:
    """Return a text with a plain space for every white space and for all that is no word of a link, in its place."""
    return _SPACE.sub(" ", blank_links(text))


@Language.component(WITHOUT_SPACES)
def take_out_spaces(doc: Doc) -> Doc:
    """Return a Doc of the words alone, which holds the one given; that one itself if it has nothing else."""
    words = [token for token in doc if not token.is_space]
    if not words or len(words) == len(doc):
        return doc
    bare = Doc(
        doc.vocab,
        words=[token.text for token in words],
        spaces=[bool(token.whitespace_) or doc[token.i + 1 : token.i + 2].text.isspace() for token in words],
        sent_starts=[token.is_sent_start for token in words],
    )
    bare.user_data[_SPACED] = doc
    return bare


@Language.component(WITH_SPACES)
def put_in_spaces(doc: Doc) -> Doc:
    """Return the Doc that another was taken from, with its annotation; a space depends on the word before it."""
    spaced: Doc | None = doc.user_data.get(_SPACED)
    if spaced is None:
        return doc
    # Of each token the number of its word, of a space that of the word before it, or of the first.
    number = [max(0, seen - 1) for seen in accumulate(not token.is_space for token in spaced)]
    place = [token.i for token in spaced if not token.is_space]
    table = doc.to_array(list(ATTRIBUTES)).astype(np.int64)
    heads = [place[word.head.i] for word in doc]
    rows = [
        _make_space(doc, table, place[number[token.i]] - token.i, number[token.i])
        if token.is_space
        else [heads[number[token.i]] - token.i, *table[number[token.i], HEAD + 1 :]]
        for token in spaced
    ]
    # spaCy reads heads back with their sign.
    spaced.from_array(list(ATTRIBUTES), cast(Ints2d, np.array(rows, dtype=np.int64).astype(np.uint64)))
    return spaced


def _make_space(doc: Doc, table: NDArray[np.int64], head: int, word: int) -> list[int]:
    """Return the attributes of a space behind a word; between two words of a name it belongs to the name."""
    strings = doc.vocab.strings
    following = table[word + 1] if word + 1 < len(doc) else None
    inside = following is not None and following[ATTRIBUTES.index("ENT_IOB")] == INSIDE
    kind = int(following[ATTRIBUTES.index("ENT_TYPE")]) if following is not None and inside else 0
    names = (strings.add(name) for name in ("dep", "_SP"))
    return [head, *names, strings["SPACE"], 0, strings.add(" "), INSIDE if inside else OUTSIDE, kind]
