"""Puts the untrained pipeline together: one encoder for grammar, one for names."""

from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from thinc.api import Model
from thinc.types import Floats2d

import claimcmp.pipeline.lemma_case  # noqa: F401  (registers the component)

GRAMMAR = ("tok2vec", "tagger", "morphologizer", "lemmatizer", "claimcmp_lemma_case", "parser")
NAMES = ("ner",)
ENCODER = "tok2vec"


@dataclass(frozen=True)
class Sizes:
    """The sizes of grammar; they decide between quality, speed and disk."""

    width: int = 128
    depth: int = 5
    rows: tuple[int, ...] = (5000, 1000, 2500, 2500, 50)
    parser_width: int = 128


@dataclass(frozen=True)
class NameSizes:
    """The sizes of the search for names."""

    width: int = 96
    depth: int = 2
    rows: tuple[int, ...] = (3000, 500, 1500, 1500, 50)
    hidden_width: int = 64


ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY")


def make_grammar_pipeline(sizes: Sizes, vectors: Vectors) -> Language:
    """Return the pipeline with its word vectors, without names and without any training."""
    nlp = spacy.blank("en")
    nlp.vocab.vectors = vectors
    nlp.add_pipe(ENCODER, config={"model": _make_encoder(sizes.width, sizes.depth, sizes.rows)})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": sizes.width, "upstream": ENCODER}
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener, "nO": None, "normalize": False}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    # The most probable edit may not fit the word; the next ones often do.
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": tagger, "min_tree_freq": 2, "top_k": 5})
    nlp.add_pipe("claimcmp_lemma_case")
    nlp.add_pipe(
        "parser",
        config={
            "model": _make_parser("parser", listener, sizes.parser_width),
            "min_action_freq": 10,
            "learn_tokens": False,
        },
    )
    return nlp


def add_names(nlp: Language, sizes: NameSizes) -> None:
    """Add the search for names, untrained and with an encoder of its own, to a pipeline of grammar."""
    encoder = _make_encoder(sizes.width, sizes.depth, sizes.rows)
    nlp.add_pipe("ner", config={"model": _make_parser("ner", encoder, sizes.hidden_width)})


def find_encoder(nlp: Language) -> Model[list[Doc], list[Floats2d]]:
    """Return the encoder that all components of grammar share."""
    encoder: Model[list[Doc], list[Floats2d]] = nlp.get_pipe(ENCODER).model  # type: ignore[attr-defined]
    return encoder


def _make_encoder(width: int, depth: int, rows: tuple[int, ...]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": list(ATTRIBUTES),
            "rows": list(rows),
            "include_static_vectors": True,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _make_parser(kind: str, encoder: dict[str, Any], hidden_width: int) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": kind == "parser",
        "hidden_width": hidden_width,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": encoder,
    }
