"""Writes the trained pipeline small: no vectors beside the word table, weights in sixteen bits."""

import re
import shutil
from pathlib import Path

import numpy as np
from spacy.language import Language

from claimcmp.pipeline.model import SHIPPED, load_shipped
from claimcmp.word_vectors import WORDS as SHIPPED_WORDS
from claimcmp.word_vectors import read_words

PIPELINE = SHIPPED.name
WORDS = SHIPPED_WORDS.name

LICENSE = "CC BY-SA 4.0"


def write_pipeline(nlp: Language, models: Path, *, version: str, sources: list[dict[str, str]]) -> Path:
    """Write the pipeline into a folder of models and return its own folder; the pipeline keeps its weights."""
    folder = models / PIPELINE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    nlp.meta.update(name=PIPELINE.partition("_")[2], version=version, license=LICENSE, sources=sources)
    weights = _round_weights(nlp)
    try:
        nlp.to_disk(folder, exclude=["vectors"])
    finally:
        for node, name, value in weights:
            node.set_param(name, value)
    _forget_training(folder)
    return folder


def load_pipeline(models: Path) -> Language:
    """Return the pipeline in a folder of models, as the package loads its own."""
    return load_shipped(models / PIPELINE, read_words(models / WORDS))


def find_size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _round_weights(nlp: Language) -> list[tuple]:  # type: ignore[type-arg]
    """Set all weights to sixteen bits and return what they were."""
    weights = []
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            for name in node.param_names:
                if node.has_param(name) and node.get_param(name).dtype == np.float32:
                    weights.append((node, name, node.get_param(name)))
                    node.set_param(name, node.get_param(name).astype(np.float16))
    return weights


def _forget_training(folder: Path) -> None:
    """Remove spaCy's default training sections, which say nothing of how this pipeline was trained."""
    config = folder / "config.cfg"
    text = config.read_text(encoding="utf-8")
    sections = re.split(r"(?m)^(?=\[)", text)
    kept = [
        section for section in sections if not re.match(r"\[(training|corpora|paths|pretraining|initialize)", section)
    ]
    config.write_text("".join(kept), encoding="utf-8", newline="")
