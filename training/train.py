"""Trains some components of the pipeline and keeps their running average."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import cast

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed, warmup_linear
from thinc.types import Generator

from training.docs import make_example
from training.sentences import Sentence
from training.variants import insert_space, vary

log = logging.getLogger(__name__)

GROUP_CHANCE = 0.1
"""How often sentences that follow each other share a Doc: the parser meets both in use."""


@dataclass(frozen=True)
class Schedule:
    """How long, how fast and how carefully to learn."""

    steps: int
    learn_rate: float = 0.002
    warm_up: int = 300
    batch_words: int = 1000
    dropout: float = 0.15
    seed: int = 1
    evaluate_every: int = 1000


def train(
    nlp: Language,
    sentences: Sequence[Sentence],
    *,
    components: Sequence[str],
    schedule: Schedule,
    evaluate: Callable[[int], None],
) -> None:
    """Train initialized components in place; their weights end as the average over the last part of the run."""
    fix_random_seed(schedule.seed)
    optimizer = make_optimizer(schedule.learn_rate, schedule.warm_up, schedule.steps, use_averages=True)
    others = [name for name in nlp.pipe_names if name not in components]
    losses: dict[str, float] = {}
    with nlp.select_pipes(enable=list(components)):
        for step, batch in zip(range(schedule.steps), make_batches(nlp, sentences, schedule), strict=False):
            nlp.update(batch, sgd=optimizer, drop=schedule.dropout, losses=losses, exclude=others)
            optimizer.step_schedules()  # type: ignore[no-untyped-call]
            if (step + 1) % 100 == 0:
                log.info("step %d %s", step + 1, {name: round(loss) for name, loss in losses.items()})
                losses.clear()
            if (step + 1) % schedule.evaluate_every == 0:
                with nlp.use_params(optimizer.averages or {}):
                    evaluate(step + 1)
    _keep_averages(nlp, optimizer)


def make_optimizer(rate: float, warm_up: int, steps: int, *, use_averages: bool) -> Optimizer:
    """Return Adam with a rate that rises in a straight line, then falls in one down to zero."""
    rates = cast(Generator, warmup_linear(rate, warm_up, steps))
    return Adam(rates, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=use_averages)  # type: ignore[no-any-return]


def initialize(nlp: Language, sentences: Sequence[Sentence], *, seed: int) -> None:
    """Give the pipeline its labels and its first, random weights."""
    fix_random_seed(seed)
    # Tokens of white space stand in no treebank; the labels that they bring must be known from the start.
    spaced = [insert_space(sentence, Random(seed)) for sentence in sentences[:300]]
    nlp.initialize(lambda: [make_example(nlp, [sentence]) for sentence in (*sentences, *spaced)])


def initialize_names(nlp: Language, sentences: Sequence[Sentence], *, seed: int) -> None:
    """Give the search for names its labels and its first, random weights, and leave the rest as it is."""
    fix_random_seed(seed)
    ner = nlp.get_pipe("ner")
    ner.initialize(lambda: [make_example(nlp, [sentence]) for sentence in sentences], nlp=nlp)  # type: ignore[attr-defined]


def make_batches(nlp: Language, sentences: Sequence[Sentence], schedule: Schedule) -> Iterator[list[Example]]:
    """Yield batches of about as many words each, for ever; every round in a new order and new variants."""
    random = Random(schedule.seed)
    plain: dict[int, Example] = {}
    batch: list[Example] = []
    words = 0
    for _ in count():
        for index in random.sample(range(len(sentences)), len(sentences)):
            batch.append(_choose_example(nlp, sentences, index, plain, random))
            words += len(batch[-1].predicted)
            if words >= schedule.batch_words:
                yield batch
                batch, words = [], 0


def _choose_example(
    nlp: Language, sentences: Sequence[Sentence], index: int, plain: dict[int, Example], random: Random
) -> Example:
    sentence = sentences[index]
    if random.random() < GROUP_CHANCE:
        group = [other for other in sentences[index : index + 3] if other.document == sentence.document]
        return make_example(nlp, [vary(other, random) for other in group])
    varied = vary(sentence, random)
    if varied is not sentence and varied != sentence:
        return make_example(nlp, [varied])
    if index not in plain:
        plain[index] = make_example(nlp, [sentence])
    return plain[index]


def _keep_averages(nlp: Language, optimizer: Optimizer) -> None:
    averages = optimizer.averages or {}
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is None:
            continue
        for node in model.walk():
            for name in node.param_names:
                if (node.id, name) in averages:
                    node.set_param(name, averages[node.id, name])
