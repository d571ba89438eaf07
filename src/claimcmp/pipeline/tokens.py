"""Tokenizes texts of any shape in linear time."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

# spaCy's tokenizer peels off affixes one by one and reads the rest of the chunk each time: a chunk of 20,000 commas
# takes it a minute. Nothing this long is a word, so plain rules do.
LONG_CHUNK = re.compile(r"\S{300,}")
PART = re.compile(r"\w+|\W")


def make_doc(nlp: Language, text: str) -> Doc:
    """Tokenize ``text`` as ``nlp`` does, but chunks too long to be words into letters and signs."""
    if LONG_CHUNK.search(text) is None:
        return nlp.make_doc(text)
    docs = [doc for doc in _tokenize_pieces(nlp, text) if len(doc)]
    return Doc.from_docs(docs, ensure_whitespace=False) or nlp.make_doc("")


def _tokenize_pieces(nlp: Language, text: str) -> Iterator[Doc]:
    begin = 0
    for chunk in LONG_CHUNK.finditer(text):
        yield nlp.make_doc(text[begin : chunk.start()])
        parts = PART.findall(chunk.group())
        yield Doc(nlp.vocab, words=parts, spaces=[False] * len(parts))
        begin = chunk.end()
    yield nlp.make_doc(text[begin:])
