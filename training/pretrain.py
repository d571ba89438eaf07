"""Teaches the encoder, before any label, to see words in context as the sentence transformer sees them."""

import logging
from collections.abc import Sequence
from random import Random
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Linear, Model, fix_random_seed
from thinc.types import Floats2d, Ints1d

from training.docs import make_doc
from training.minilm import Encoder, encode_words_in_context
from training.sentences import Sentence
from training.train import make_optimizer

log = logging.getLogger(__name__)

LAYERS = (2, 4)
"""The middle of the transformer, where grammar is; its top was trained on sentences' meaning alone."""
DIMENSIONS = 160


def find_targets(
    sentences: Sequence[Sentence], encoder: Encoder, *, dimensions: int = DIMENSIONS
) -> list[NDArray[np.float32]]:
    """Return what the encoder has to say of each sentence's words, in the main axes of the transformer's states."""
    states = encode_words_in_context([sentence.words for sentence in sentences], encoder, LAYERS)
    rows = np.concatenate(states).astype(np.float32)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    rows = (rows - mean) / spread
    _, axes = np.linalg.eigh(rows.T @ rows / len(rows))
    rows = rows @ axes[:, ::-1][:, :dimensions]
    # The root of each axis' spread: large ones lead without drowning the others.
    rows /= np.sqrt(rows.std(axis=0))
    rows /= rows.std()
    return np.split(rows, np.cumsum([len(state) for state in states])[:-1])


def pretrain(
    nlp: Language,
    model: Model[list[Doc], list[Floats2d]],
    sentences: Sequence[Sentence],
    targets: Sequence[NDArray[np.float32]],
    *,
    rounds: int,
    seed: int,
    learn_rate: float = 0.003,
    batch_words: int = 2000,
) -> None:
    """Train an initialized encoder in place to predict the targets from its output by a linear map."""
    fix_random_seed(seed)
    random = Random(seed)
    docs = [make_doc(nlp, [sentence]) for sentence in sentences]
    head: Model[Floats2d, Floats2d] = Linear(targets[0].shape[1], model.get_dim("nO"))
    head.initialize()
    total = rounds * (sum(map(len, docs)) // batch_words + 1)
    optimizer = make_optimizer(learn_rate, total // 20, total, use_averages=False)
    _set_dropout(model, 0.05)
    for number in range(rounds):
        loss, count = 0.0, 0
        for batch in _make_batches(docs, random, batch_words):
            loss += _update(model, head, [docs[i] for i in batch], np.concatenate([targets[i] for i in batch]))
            count += 1
            for node in (model, head):
                node.finish_update(optimizer)
            optimizer.step_schedules()  # type: ignore[no-untyped-call]
        log.info("pretraining round %d: mean squared error %.4f", number + 1, loss / count)


def _update(
    model: Model[list[Doc], list[Floats2d]],
    head: Model[Floats2d, Floats2d],
    docs: list[Doc],
    target: NDArray[np.float32],
) -> float:
    states, backprop_model = model.begin_update(docs)
    guess, backprop_head = head.begin_update(model.ops.flatten(states))
    difference: Any = guess - cast(Floats2d, target)
    d_states = backprop_head(difference / len(target))
    backprop_model(model.ops.unflatten(d_states, cast(Ints1d, [len(doc) for doc in docs])))
    return float((difference**2).mean())


def _make_batches(docs: Sequence[Doc], random: Random, batch_words: int) -> list[list[int]]:
    batches: list[list[int]] = [[]]
    words = 0
    for index in random.sample(range(len(docs)), len(docs)):
        if words >= batch_words:
            batches.append([])
            words = 0
        batches[-1].append(index)
        words += len(docs[index])
    return batches


def _set_dropout(model: Model[list[Doc], list[Floats2d]], rate: float) -> None:
    for node in model.walk():
        if node.attrs.get("dropout_rate") is not None:
            node.attrs["dropout_rate"] = rate
