"""Knows where each step of the recipe keeps its result, and keeps only whole ones."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from training.corpora import Corpora
from training.recipe import Recipe


@dataclass(frozen=True)
class Workshop:
    """What the steps share: the corpora, the recipe, and the folder that their results are kept in.

    Each result is named after the data and all choices that decide it, so that nothing stale is taken up and
    another choice for names leaves grammar as it is.
    """

    corpora: Corpora
    checksums: Mapping[str, str]
    recipe: Recipe
    folder: Path

    @property
    def words(self) -> Path:
        """Folder of the table of word vectors."""
        return self._place("words", self.recipe.words, self.recipe.dimensions)

    @property
    def encoder(self) -> Path:
        """File of the pretrained encoder's weights."""
        return self._place("encoder", self.words.name, asdict(self.recipe.sizes), self.recipe.pretraining_rounds)

    @property
    def grammar(self) -> Path:
        """Folder of the pipeline without names."""
        recipe = self.recipe
        return self._place(
            "grammar", self.encoder.name, asdict(recipe.grammar), recipe.with_dev, recipe.min_lemma_count
        )

    @property
    def names(self) -> Path:
        """File of the names in the training sentences."""
        return self._place("names", self.recipe.teacher_rounds)

    @property
    def complete(self) -> Path:
        """Folder of the whole pipeline."""
        return self._place("complete", asdict(self.recipe))

    def _place(self, step: str, *choices: object) -> Path:
        key = json.dumps([dict(self.checksums), self.recipe.seed, self.recipe.limit, *choices], sort_keys=True)
        return self.folder / f"{step}-{sha256(key.encode()).hexdigest()[:12]}"


@contextmanager
def write_whole(path: Path) -> Iterator[Path]:
    """Give another name to write under until all is written: what an interruption left half is not taken up."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    yield unfinished
    unfinished.replace(path)
