"""The figures that the models are built with, in full and as a smoke run."""

from dataclasses import dataclass, field

from training.pipeline import NameSizes, Sizes
from training.train import Schedule


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what comes out of the same corpora."""

    seed: int = 1
    limit: int | None = None
    """Sentences read from each file; None reads all."""
    words: int | None = None
    """Rows of the table of word vectors; None keeps every word of the transformer and of the corpora."""
    dimensions: int = 96
    sizes: Sizes = field(default_factory=Sizes)
    name_sizes: NameSizes = field(default_factory=NameSizes)
    pretraining_rounds: int = 8
    """Over the text, before the encoder sees any label."""
    teacher_rounds: int = 4
    min_lemma_count: int = 2
    with_dev: bool = True
    """Train grammar on three quarters of the dev documents as well, once the rest has been chosen."""
    grammar: Schedule = field(default_factory=lambda: Schedule(steps=6000, dropout=0.2, evaluate_every=1500))
    names: Schedule = field(default_factory=lambda: Schedule(steps=3000, dropout=0.2))


FULL = Recipe()
SMOKE = Recipe(
    limit=60,
    words=2000,
    pretraining_rounds=1,
    teacher_rounds=1,
    grammar=Schedule(steps=12, warm_up=2, batch_words=200, evaluate_every=12),
    names=Schedule(steps=12, warm_up=2, batch_words=200, evaluate_every=12),
)
