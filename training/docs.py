"""Turns sentences into spaCy Docs and training examples, with gold words and sentence borders."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from training.sentences import UNKNOWN, Sentence


def make_example(nlp: Language, sentences: Sequence[Sentence]) -> Example:
    """Return an example of one or more sentences that stand in one Doc."""
    return Example(make_doc(nlp, sentences), make_reference(nlp.vocab, sentences))


def make_doc(nlp: Language, sentences: Sequence[Sentence]) -> Doc:
    """Return a Doc without annotation but for sentence borders, as the parser finds it in use."""
    words, spaces, starts = _join(sentences)
    doc = Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
    # The tokenizer gives "n't" the norm "not"; a Doc made from words has no such norms, and a model trained
    # without them would meet them in use for the first time.
    norms = {(token.idx, token.text): token.norm_ for token in nlp.tokenizer(doc.text)}
    for token in doc:
        norm = norms.get((token.idx, token.text))
        if norm is not None and norm != token.norm_:
            token.norm_ = norm
    return doc


def make_reference(vocab: Vocab, sentences: Sequence[Sentence]) -> Doc:
    """Return a Doc with all annotation that the sentences have."""
    words, spaces, starts = _join(sentences)
    annotation: dict[str, Any] = {}
    if all(sentence.syntax is not None for sentence in sentences):
        offsets = list(accumulate((len(sentence.words) for sentence in sentences), initial=0))
        syntaxes = [sentence.syntax for sentence in sentences if sentence.syntax is not None]
        annotation = {
            "tags": [tag for syntax in syntaxes for tag in syntax.tags],
            "pos": [pos for syntax in syntaxes for pos in syntax.pos],
            "morphs": [morph for syntax in syntaxes for morph in syntax.morphs],
            "lemmas": [lemma for syntax in syntaxes for lemma in syntax.lemmas],
            "deps": [dep for syntax in syntaxes for dep in syntax.deps],
            "heads": [
                head + offset for syntax, offset in zip(syntaxes, offsets, strict=False) for head in syntax.heads
            ],
        }
    if all(sentence.entities is not None for sentence in sentences):
        annotation["ents"] = [tag for sentence in sentences for tag in find_entity_tags(sentence)]
    return Doc(vocab, words=words, spaces=spaces, sent_starts=starts, **annotation)


def find_entity_tags(sentence: Sentence) -> list[str]:
    """Return B-, I-, O tags, empty where the corpus leaves open what the word is."""
    tags = ["O"] * len(sentence.words)
    for span in sentence.entities or ():
        unknown = span.label == UNKNOWN
        tags[span.start : span.end] = [
            "" if unknown else f"{'I' if index else 'B'}-{span.label}" for index in range(span.end - span.start)
        ]
    return tags


def _join(sentences: Sequence[Sentence]) -> tuple[list[str], list[bool], list[bool | int | None]]:
    words = [word for sentence in sentences for word in sentence.words]
    spaces = [space for sentence in sentences for space in sentence.spaces]
    starts: list[bool | int | None] = [index == 0 for sentence in sentences for index in range(len(sentence.words))]
    return words, spaces, starts
