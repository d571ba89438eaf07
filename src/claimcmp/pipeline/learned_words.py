"""Learns from a collection which words go with which topic, beyond those that a user thought of.

The sentences that are near a topic tell its words ("runway" beside "crash"), and these tell further sentences. Every
sentence belongs in shares to the topics and to none of them; a word speaks for a topic by how much larger the topic's
share of the *other* sentences with that word is than of all. This is one round of naive Bayes on soft labels; more
rounds only made it surer of what it had got wrong.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claimcmp.words import find_base_form

Scores = NDArray[np.float64]
Key = tuple[str, ...]

# As many sentences with the shares of the collection are added to those of each word: one sentence proves little.
PRIOR = 2.0
# The weight of words without a say that is added to those of each sentence, about that of two: one word proves little.
SILENT = 8.0


class LearnedWords:
    """What the words of a collection speak for, given the shares of its sentences; the last column is no topic.

    Sentences of the same words count once: a copy is no witness for its original.
    """

    def __init__(self, sentences: Sequence[Iterable[str]], shares: Scores):
        self.keys = [tuple(sorted({find_base_form(word) for word in words})) for words in sentences]
        self.shares = _average(self.keys, shares)
        self.counts = Counter(form for key in self.shares for form in key)
        # No topic is so rare that one sentence would speak for it a thousandfold.
        self.prior: Scores = (sum(self.shares.values()) + 1) / (len(self.shares) + shares.shape[1])
        self.totals = self._add_up()

    def score(self) -> Scores:
        """Score each sentence for each topic, against none, by what its words speak for in other sentences."""
        scores = {key: self._weigh(key)[1].sum(axis=0) for key in self.shares}
        return np.array([scores[key] for key in self.keys])

    def weigh_words(self, number: int, topic: int) -> Mapping[str, float]:
        """Return what each word of a sentence, by its base form, adds to the score of a topic."""
        forms, weighted = self._weigh(self.keys[number])
        return dict(zip(forms, weighted[:, topic].tolist(), strict=True))

    def _weigh(self, key: Key) -> tuple[list[str], Scores]:
        """Return the words of a sentence that others have too, and for each what it adds to the score of each topic."""
        forms = [form for form in key if self.counts[form] > 1]
        if not forms:
            return [], np.zeros((0, len(self.prior) - 1))
        others = np.array([self.totals[form] for form in forms]) - self.shares[key] + PRIOR * self.prior
        counts = np.array([self.counts[form] for form in forms]) - 1 + PRIOR
        weights = np.array([math.log(1 + len(self.shares) / (1 + self.counts[form])) for form in forms])
        told = np.log(others / counts[:, None] / self.prior)
        weighted: Scores = (told[:, :-1] - told[:, -1:]) * (weights / (weights.sum() + SILENT))[:, None]
        return forms, weighted

    def _add_up(self) -> dict[str, Scores]:
        totals = {form: np.zeros(len(self.prior)) for form in self.counts}
        for key, share in self.shares.items():
            for form in key:
                totals[form] += share
        return totals


def _average(keys: Sequence[Key], shares: Scores) -> dict[Key, Scores]:
    of_key: dict[Key, list[Scores]] = {}
    for key, share in zip(keys, shares, strict=True):
        of_key.setdefault(key, []).append(share)
    return {key: np.mean(of_key[key], axis=0) for key in sorted(of_key)}
