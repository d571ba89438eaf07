"""Rebuilds all shipped models from the corpora: ``python -m training.build --corpora DIR --out DIR``."""

import argparse
import json
import logging
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

from thinc.api import get_current_ops

from training.card import format_pipeline_card, format_words_card
from training.corpora import find_checksums, read_corpora
from training.package import PIPELINE, WORDS, find_size, load_pipeline, write_pipeline
from training.recipe import FULL, SMOKE, Recipe
from training.report import make_report
from training.sources import SOURCES
from training.steps import find_named, make_encoder, make_grammar, make_names, make_words
from training.workshop import Workshop

VERSION = "0.2.0"


def main(arguments: list[str] | None = None) -> int:
    """Read the command line, build, and say on standard error where the models are."""
    parser = argparse.ArgumentParser(prog="python -m training.build", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and ner/, see training/README.md")
    parser.add_argument("--out", type=Path, required=True, help="folder that the models are written into")
    parser.add_argument("--smoke", action="store_true", help="a few sentences and steps, to see that all runs")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    build(options.corpora, options.out, SMOKE if options.smoke else FULL)
    return 0


def build(corpora_folder: Path, out: Path, recipe: Recipe) -> None:
    """Write the word vectors, the pipeline, their cards and their scores into a folder.

    Every step's result is kept under ``steps/`` and taken up again by the same recipe on the same data.
    """
    get_current_ops().use_blis = False  # type: ignore[attr-defined]  # numpy's product is the faster one here
    checksums = find_checksums(corpora_folder)
    shop = Workshop(read_corpora(corpora_folder, limit=recipe.limit), checksums, recipe, out / "steps")
    shop.folder.mkdir(parents=True, exist_ok=True)
    words = make_words(shop)
    nlp = make_grammar(shop, words, make_encoder(shop, words))
    nlp = make_names(shop, nlp, find_named(shop))
    folder = write_pipeline(nlp, out, version=VERSION, sources=[asdict(source) for source in SOURCES])
    shutil.copytree(shop.words, out / WORDS, dirs_exist_ok=True)

    report = make_report(load_pipeline(out), shop.corpora, recipe, checksums)
    report["bytes"] = {name: find_size(out / name) for name in (PIPELINE, WORDS)}
    text = json.dumps(report, indent=2, sort_keys=True) + "\n"
    (folder / "scores.json").write_text(text, encoding="utf-8", newline="")
    (folder / "README.md").write_text(format_pipeline_card(report), encoding="utf-8", newline="")
    (out / WORDS / "README.md").write_text(format_words_card(report), encoding="utf-8", newline="")
    logging.getLogger(__name__).info("2 models written to %s", out)


if __name__ == "__main__":
    sys.exit(main())
