"""Scores which sentences hold a factual claim, on the speeches of PoliClaim.

Run as ``python benchmarks/claim_detection.py SHARED [--fit]``: the folder that holds
``evaldata/claim_detection/policlaim_dev.jsonl``. A sentence counts as claim where one of its claims is checkable.
The weights of ``claimcmp.is_checkable`` come from these very speeches, so that it would know them by heart: each speech
is judged by weights that are fitted to the others. ``--fit`` prints ``lexicons/checkability.toml``, fitted to all.
"""

import argparse
import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcmp.checkable import find_features, find_words
from claimcmp.pipeline import Analyser
from claimcmp.pipeline.reading import Reading, Sentence
from claimcmp.records import Claim, Document
from claimcmp.word_vectors import load_words

FILE = Path("evaldata", "claim_detection", "policlaim_dev.jsonl")
Numbers = NDArray[np.float64]

SHRINK = 20.0
"""How strongly weights are drawn to nothing (L2); features count in standard deviations."""
WORDS_COUNT = 14.0
"""What the mean vector of the words is multiplied with beside them."""
THRESHOLD = 0.41
"""Half of the F1 that can be had: where probabilities are right, no other threshold gives a higher F1."""
HEADER = """\
# How much each feature of a claim speaks for facts being able to decide it, see checkable.py.
#
# Made by `python benchmarks/claim_detection.py SHARED --fit` on the development part of PoliClaim, {sentences:,}
# sentences of speeches by US governors and presidents that people judged; they cannot be got back from these numbers.
# A logistic model of claims, drawn towards nothing, fitted so that a sentence counts where at least one of its claims
# does (noisy or). A feature that has its usual value says nothing. The weights of words are for their unit vectors in
# models/words; the mean over the words of a claim counts.
"""


@dataclass(frozen=True, slots=True)
class Data:
    """Claims as rows of numbers, the sentence that each stands in, and what people say of the sentences."""

    features: Numbers
    names: tuple[str, ...]
    words: Numbers
    sentence: NDArray[np.int64]
    gold: NDArray[np.bool_]
    speech: NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights with the values at which they say nothing."""

    usual: Numbers
    weights: Numbers
    bias: float

    def judge(self, rows: Numbers) -> Numbers:
        """Return how likely each claim is checkable."""
        return _expit((rows - self.usual) @ self.weights + self.bias)


def read_data(path: Path) -> Data:
    """Find the claims of the sentences, each a paragraph of its own, and count their features."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    reading = _read_rows(rows)
    places = {sentence.start: number for number, sentence in enumerate(reading.sentences)}
    claims = next(Analyser(()).analyse([reading], keep_all=True)).claims
    features = [find_features(claim) for claim in claims]
    return Data(
        np.array([list(item.values()) for item in features], dtype=np.float64),
        tuple(features[0]),
        np.array([_mean_vector(claim) for claim in claims]),
        np.array([places[claim.sentence_start] for claim in claims]),
        np.array([bool(row["gold"]) for row in rows]),
        np.array([row["speech"] for row in rows]),
    )


def fit(data: Data, chosen: NDArray[np.bool_]) -> Model:
    """Fit the model to the claims that are chosen."""
    rows = np.hstack([data.features, data.words])[chosen]
    usual = rows.mean(axis=0)
    count = data.features.shape[1]
    scale = np.full(rows.shape[1], 1 / WORDS_COUNT)
    scale[:count] = rows[:, :count].std(axis=0) + 1e-6
    found = _fit_noisy_or((rows - usual) / scale, data.sentence[chosen], data.gold)
    return Model(usual, found[:-1] / scale, float(found[-1]))


def judge_by_others(data: Data) -> NDArray[np.bool_]:
    """Tell of each sentence whether a model that has not seen its speech finds a checkable claim in it."""
    rows, best = np.hstack([data.features, data.words]), np.zeros(len(data.gold))
    for speech in sorted(set(data.speech.tolist())):
        held_out = data.speech[data.sentence] == speech
        np.maximum.at(best, data.sentence[held_out], fit(data, ~held_out).judge(rows[held_out]))
    return best > THRESHOLD


def format_weights(data: Data) -> str:
    """Return the text of ``lexicons/checkability.toml``."""
    model, count = fit(data, np.full(len(data.sentence), True)), len(data.names)
    lines = [HEADER.format(sentences=len(data.gold)), "[bias]", f"weight = {model.bias:.4f}"]
    lines += [f"threshold = {THRESHOLD}", "", "[features]"]
    for name, weight, usual in zip(data.names, model.weights, model.usual, strict=False):
        lines.append(f'"{name}" = {{ weight = {weight:.4f}, usual = {usual:.4f} }}')
    words, usual = model.weights[count:], float(model.weights[count:] @ model.usual[count:])
    lines += ["", "[words]", f"usual = {usual:.4f}", "weights = ["]
    numbered = enumerate(f"{weight:.3f}" for weight in words)
    lines += [
        f"    {', '.join(weight for _, weight in part)}," for _, part in groupby(numbered, lambda item: item[0] // 16)
    ]
    return "\n".join([*lines, "]", ""])


def _fit_noisy_or(rows: Numbers, bags: NDArray[np.int64], gold: NDArray[np.bool_]) -> Numbers:
    """Fit by expectation and maximisation: what is unknown is which claims of a sentence made people say yes."""
    design = np.hstack([rows, np.ones((len(rows), 1))])
    shrink = np.full(design.shape[1], SHRINK)
    shrink[-1] = 1e-6
    _, bag = np.unique(bags, return_inverse=True)
    yes, weights = gold[bags], np.zeros(design.shape[1])
    for _ in range(60):
        likely = _expit(design @ weights)
        none = np.exp(np.bincount(bag, np.log1p(-np.minimum(likely, 1 - 1e-9))))[bag]
        target = np.where(yes, likely / np.maximum(1 - none, 1e-9), 0.0)
        slope = design.T @ (target - likely) - shrink * weights
        curve = (design * (likely * (1 - likely))[:, None]).T @ design + np.diag(shrink)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-5:
            break
    return weights


def _expit(score: Numbers) -> Numbers:
    result: Numbers = 1 / (1 + np.exp(-score))
    return result


def _mean_vector(claim: Claim) -> Numbers:
    table = load_words()
    words = find_words(claim, table.rows)
    return table.stack(words).mean(axis=0).astype(np.float64) if words else np.zeros(table.codes.shape[1])


def _read_rows(rows: list[dict[str, str]]) -> Reading:
    texts = [" ".join(row["sentence"].split()) for row in rows]
    sentences: list[Sentence] = []
    start = 0
    for number, text in enumerate(texts):
        sentences.append(Sentence(start, start + len(text), text, (), "", number))
        start += len(text) + 2
    return Reading(Document("speeches.txt", "\n\n".join(texts), "speeches"), tuple(sentences))


def main() -> None:
    """Print the figures, or the weights."""
    parser = argparse.ArgumentParser(description="Which sentences of PoliClaim hold a factual claim.")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--fit", action="store_true")
    chosen = parser.parse_args()
    if not (chosen.shared / FILE).is_file():
        parser.error(f"{chosen.shared} has no {FILE.as_posix()}.")
    data = read_data(chosen.shared / FILE)
    if chosen.fit:
        print(format_weights(data), end="")
        return
    found = judge_by_others(data)
    hits, extra, missed = (found & data.gold).sum(), (found & ~data.gold).sum(), (~found & data.gold).sum()
    precision, recall = hits / (hits + extra), hits / (hits + missed)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}")
    print(f"accuracy {(found == data.gold).mean():.3f}  sentences {len(found)}, each speech judged by the others")


if __name__ == "__main__":
    main()
