"""Fine-tunes the sentence transformer to find names, to annotate text that has none annotated."""

import logging
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import torch
from torch import nn

from training import looks
from training.docs import find_entity_tags
from training.minilm import Encoder
from training.name_tags import TAGS, find_best_tags, read_tags
from training.sentences import EntitySpan, Sentence

log = logging.getLogger(__name__)

CONVENTIONS = ("gum", "uner", "wikigold")
"""Corpora disagree on what a name is; the teacher is told whose rules to follow by a marker word."""
MARKERS = {name: f"[unused{number}]" for number, name in enumerate(CONVENTIONS, start=1)}


class NameTeacher:
    """A transformer with one linear layer of B-, I-, O tags over each word's first piece.

    Where a treebank has the class of each word, the teacher is told it: it reads nothing but treebanks, and knows
    so which words are proper nouns. What it annotates teaches a pipeline that is not told.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.tokenizer = encoder.tokenizer
        self.transformer = encoder.model
        self.head = nn.Linear(encoder.model.config.hidden_size, len(TAGS))
        self.looks = nn.EmbeddingBag(looks.COUNT, encoder.model.config.hidden_size, mode="sum", padding_idx=0)

    def score_tags(self, sentences: Sequence[Sentence], conventions: Sequence[str]) -> list[torch.Tensor]:
        """Return a row of scores for each word of each sentence."""
        words = [[MARKERS[name], *s.words] for name, s in zip(conventions, sentences, strict=True)]
        batch = self.tokenizer(
            words, is_split_into_words=True, padding=True, truncation=True, max_length=256, return_tensors="pt"
        )
        numbers = [looks.spread_looks(sentence, batch.word_ids(row)) for row, sentence in enumerate(sentences)]
        embedded = self.transformer.embeddings.word_embeddings(batch.input_ids)
        embedded = embedded + self.looks(torch.tensor(numbers).flatten(0, 1)).view_as(embedded)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.transformer(inputs_embeds=embedded, attention_mask=batch.attention_mask).last_hidden_state
            scores = self.head(states).float()
        return [_pick_words(scores[row], batch.word_ids(row), len(s.words)) for row, s in enumerate(sentences)]

    def fit(
        self, corpora: Mapping[str, Sequence[Sentence]], *, rounds: int, seed: int, learn_rate: float = 1e-4
    ) -> None:
        """Learn from corpora by the name of their convention."""
        torch.manual_seed(seed)
        random = Random(seed)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.looks.weight)
        items = [(name, sentence) for name, sentences in sorted(corpora.items()) for sentence in sentences]
        # The word pieces are known well enough; moving them costs a third of the time.
        self.transformer.embeddings.requires_grad_(False)
        known = [p for p in self.transformer.parameters() if p.requires_grad]
        new = [*self.head.parameters(), *self.looks.parameters()]
        parameters = [*known, *new]
        groups = [{"params": known}, {"params": new, "lr": 10 * learn_rate}]
        optimizer = torch.optim.AdamW(groups, lr=learn_rate, weight_decay=0.01)
        total = rounds * (len(items) // 32 + 1)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _make_slope(total))
        self.transformer.train()
        for number in range(rounds):
            loss_sum = 0.0
            for batch in _make_batches(items, random):
                loss = self._find_loss([s for _, s in batch], [name for name, _ in batch])
                loss.backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(parameters, 1.0)
                optimizer.step()
                schedule.step()
                optimizer.zero_grad(set_to_none=True)
                loss_sum += float(loss.detach()) * len(batch)
            log.info("teacher round %d: loss %.4f", number + 1, loss_sum / len(items))
        self.transformer.eval()

    def find_names(self, sentences: Sequence[Sentence], convention: str) -> list[tuple[EntitySpan, ...]]:
        """Return the names in each sentence by the rules of one corpus."""
        found: list[tuple[EntitySpan, ...]] = [()] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda index: len(sentences[index].words))
        for start in range(0, len(order), 64):
            indices = order[start : start + 64]
            with torch.inference_mode():
                scores = self.score_tags([sentences[i] for i in indices], [convention] * len(indices))
            for index, rows in zip(indices, scores, strict=True):
                found[index] = read_tags(find_best_tags(rows.numpy()))
        return found

    def _find_loss(self, sentences: Sequence[Sentence], conventions: Sequence[str]) -> torch.Tensor:
        scores = torch.cat(self.score_tags(sentences, conventions))
        tags = [TAGS.index(tag) if tag else -100 for sentence in sentences for tag in find_entity_tags(sentence)]
        return nn.functional.cross_entropy(scores, torch.tensor(tags), ignore_index=-100)


def _pick_words(scores: torch.Tensor, word_ids: Sequence[int | None], count: int) -> torch.Tensor:
    first: dict[int, int] = {}
    for piece, word in enumerate(word_ids):
        if word is not None and word > 0:
            first.setdefault(word - 1, piece)
    # Words beyond the length limit, or made of nothing the tokenizer knows, look at the end marker.
    return scores[[first.get(word, len(word_ids) - 1) for word in range(count)]]


def _make_batches(
    items: Sequence[tuple[str, Sentence]], random: Random, size: int = 32
) -> list[list[tuple[str, Sentence]]]:
    order = random.sample(range(len(items)), len(items))
    order.sort(key=lambda index: len(items[index][1].words) + random.random() * 4)
    batches = [[items[i] for i in order[start : start + size]] for start in range(0, len(order), size)]
    random.shuffle(batches)
    return batches


def _make_slope(total: int) -> Any:
    return lambda step: min(1.0, (step + 1) / (0.1 * total)) * max(0.0, 1 - step / total)
