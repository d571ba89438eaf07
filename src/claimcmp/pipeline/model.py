"""Loads the spaCy pipeline that parses claims: the shipped one, or one that the user names."""

from pathlib import Path
from typing import cast

import numpy as np
import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from thinc.api import NumpyOps

from claimcmp.errors import PipelineError
from claimcmp.pipeline.clearnlp import CLEARNLP_LABELS, MARKERS
from claimcmp.pipeline.mended_parse import MENDED_PARSE
from claimcmp.pipeline.spacing import WITH_SPACES, WITHOUT_SPACES
from claimcmp.word_vectors import WORDS, WordTable, read_words

SHIPPED = Path(__file__).parents[1] / "models" / "en_claimcmp"
# What the analysis reads, and which component of a usual pipeline sets it.
NEEDS = {"token.pos": "part-of-speech tagger", "token.lemma": "lemmatizer", "token.dep": "dependency parser"}
BORDERS = ("senter", "sentencizer", "sentence_recognizer")


def load_model(name: str | None = None) -> Language:
    """Return a pipeline by package name or path, the shipped one by default.

    Raises ``PipelineError`` where it cannot be found, or lacks a component that the analysis needs. Labels of
    ClearNLP's scheme, which spaCy's own English pipelines use, are turned into Universal Dependencies.
    """
    nlp = load_shipped(SHIPPED, read_words(WORDS)) if name is None else _load_other(name)
    for border in BORDERS:
        if nlp.has_pipe(border):
            # Sentence borders come from our own rules.
            nlp.disable_pipe(border)
    if name is not None:
        _refuse_incomplete(nlp, name)
        if _has_clearnlp_labels(nlp):
            nlp.add_pipe(CLEARNLP_LABELS)
    nlp.add_pipe(WITHOUT_SPACES, first=True)
    nlp.add_pipe(MENDED_PARSE)
    nlp.add_pipe(WITH_SPACES)
    return nlp


def describe_model(nlp: Language, name: str | None) -> str:
    """Return the name and version of a pipeline for the summary of a run."""
    label = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    return f"{label} (shipped)" if name is None else label


def load_shipped(folder: Path, words: WordTable) -> Language:
    """Return the pipeline in a folder, with a table of word vectors as its features.

    On disk words have eight bits and weights sixteen; both are expanded here.
    """
    # Its tokenizer is the one of plain English, which stands ready before anything is read from the folder.
    nlp = spacy.load(folder, exclude=["vectors", "tokenizer"])
    nlp.vocab.vectors = make_vectors(words, nlp.vocab.strings)
    # numpy's matrix product is two to three times as fast here as thinc's own default.
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops
            for parameter in node.param_names:
                if node.has_param(parameter) and node.get_param(parameter).dtype == np.float16:
                    node.set_param(parameter, node.get_param(parameter).astype(np.float32))
    return nlp


def make_vectors(words: WordTable, strings: StringStore) -> Vectors:
    """Return the table as spaCy keeps it, brought to the unit variance that the encoders were trained with."""
    data = words.expand()
    keys = [strings.add(word) for word in words.words]
    return Vectors(strings=strings, data=data / data.std(), keys=keys, attr="LOWER", name=f"{SHIPPED.name}.vectors")


def _load_other(name: str) -> Language:
    if not name.strip():
        raise PipelineError("--model is empty. Name a pipeline package or a folder that holds one, or leave it out.")
    try:
        return spacy.load(name)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise PipelineError(
            f'The spaCy pipeline "{name}" cannot be loaded ({reason}). '
            "Name an installed pipeline package or a folder that holds one, or leave out --model."
        ) from error


def _refuse_incomplete(nlp: Language, name: str) -> None:
    assigned = {what for pipe in nlp.pipe_names for what in nlp.get_pipe_meta(pipe).assigns}
    missing = [component for what, component in NEEDS.items() if what not in assigned]
    if missing:
        raise PipelineError(
            f'The spaCy pipeline "{name}" has no {" and no ".join(missing)}. '
            "Name one that has, or leave out --model to use the shipped one."
        )


def _has_clearnlp_labels(nlp: Language) -> bool:
    if not nlp.has_pipe("parser"):
        return False
    labels = cast(tuple[str, ...], nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
    return bool(MARKERS.intersection(labels))
