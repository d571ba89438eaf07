"""Measures word vectors: how well a soft alignment of words tells pairs on one matter from others."""

import argparse
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimcmp.word_vectors import read_words

Lookup = Callable[[str], NDArray[np.float32] | None]
Side = list[tuple[str, NDArray[np.float32] | None]]

STOP_WORDS = frozenset(
    """a an the and or but if of in on at to for from by with as is are was were be been being has have had do does did
    that this these those it its he she they his her their them who which what will would can could may might must
    not no so than then there also more most into over after before about between during under""".split()  # noqa: SIM905
)


def area_under_curve(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return the chance that a true pair scores above a false one."""
    scores = np.concatenate([positive, negative])
    order = scores.argsort(kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    for value in np.unique(scores):
        ranks[scores == value] = ranks[scores == value].mean()
    return float(
        (ranks[: len(positive)].sum() - len(positive) * (len(positive) + 1) / 2) / (len(positive) * len(negative))
    )


def split_words(text: str) -> list[str]:
    """Return the content words and numbers of a text in lower case."""
    words = re.findall(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’-][^\W\d_]+)*", text.lower())
    return [word for word in words if word not in STOP_WORDS]


def find_idf(texts: Iterable[str]) -> dict[str, float]:
    """Return how rare each word is among the texts."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update(set(split_words(text)))
        total += 1
    return {word: math.log((total + 1) / (count + 0.5)) for word, count in counts.items()}


def align(first: str, second: str, *, idf: dict[str, float], lookup: Lookup) -> float:
    """Return the soft alignment of two texts: each word's best cosine on the other side, rare words first."""
    sides = [[(word, lookup(word)) for word in split_words(text)] for text in (first, second)]
    return sum(_cover(sides[i], sides[1 - i], idf=idf) for i in (0, 1)) / 2


def _cover(side: Side, other: Side, *, idf: dict[str, float]) -> float:
    total = weight_sum = 0.0
    known = [vector / (np.linalg.norm(vector) + 1e-9) for _, vector in other if vector is not None]
    matrix = np.stack(known) if known else None
    other_words = {word for word, _ in other}
    for word, vector in side:
        norm = 1.0 if vector is None else float(np.linalg.norm(vector))
        best = 1.0 if word in other_words else 0.0
        if not best and vector is not None and matrix is not None:
            best = max(0.0, float((matrix @ vector).max() / (norm + 1e-9)))
        weight = idf.get(word, 1.0) * norm
        total, weight_sum = total + weight * best, weight_sum + weight
    return total / weight_sum if weight_sum else 0.0


def _read_rows(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def measure_gold(folder: Path, docs: Path, lookup: Lookup) -> float:
    """Return the area under the curve of pairs against tempting non-pairs in one gold folder."""
    claims = {row["id"]: row for row in _read_rows(folder / "claims.jsonl")}
    texts = {path.name: path.read_text(encoding="utf-8") for path in docs.glob("*.txt")}
    by_stem = {Path(name).stem: text for name, text in texts.items()}
    sentence = {key: by_stem[Path(row["doc"]).stem][row["start"] : row["end"]] for key, row in claims.items()}
    idf = find_idf(sentence.values())
    scores = [
        [
            align(sentence[row["a"]], sentence[row["b"]], idf=idf, lookup=lookup)
            for row in _read_rows(folder / name)
            if row["a"] in sentence and row["b"] in sentence
        ]
        for name in ("pairs.jsonl", "nonpairs.jsonl")
    ]
    return area_under_curve(*scores)


def measure_grouping(path: Path, lookup: Lookup) -> tuple[float, float]:
    """Return the areas for answers to one question: by alignment and by plain mean vectors."""
    questions: dict[str, list[dict]] = defaultdict(list)  # type: ignore[type-arg]
    for row in _read_rows(path):
        questions[row["qid"]].append(row)
    idf = find_idf(row["paragraph"] for rows in questions.values() for row in rows)
    aligned: tuple[list[float], list[float]] = ([], [])
    meant: tuple[list[float], list[float]] = ([], [])
    for rows in questions.values():
        for a, b in combinations(rows, 2):
            same = a["cluster_gold"] == b["cluster_gold"]
            aligned[not same].append(align(a["answer"], b["answer"], idf=idf, lookup=lookup))
            meant[not same].append(_mean_cosine(a["answer"], b["answer"], idf=idf, lookup=lookup))
    return area_under_curve(*aligned), area_under_curve(*meant)


def _mean_cosine(first: str, second: str, *, idf: dict[str, float], lookup: Lookup) -> float:
    means = []
    for text in (first, second):
        rows = [idf.get(word, 1.0) * vector for word in split_words(text) if (vector := lookup(word)) is not None]
        if not rows:
            return 0.0
        means.append(np.sum(rows, axis=0))
    return float(means[0] @ means[1] / (np.linalg.norm(means[0]) * np.linalg.norm(means[1]) + 1e-9))


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of a folder of word vectors."""
    parser = argparse.ArgumentParser(prog="python -m training.word_probe", description=__doc__)
    parser.add_argument("--words", type=Path, required=True, help="folder with words.txt and words.npz")
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold folders with pairs and non-pairs")
    parser.add_argument("--seeds", type=Path, required=True, help="folder with the texts of the gold folder 'seeds'")
    parser.add_argument("--grouping", type=Path, required=True, help="answers to questions, clustered, one a line")
    options = parser.parse_args(arguments)
    table = read_words(options.words)
    rows = dict(zip(table.words, table.expand(), strict=True))
    for folder in sorted(path.parent for path in options.gold.glob("*/nonpairs.jsonl")):
        docs = options.seeds if folder.name == "seeds" else folder / "docs"
        print(f"{folder.name} {measure_gold(folder, docs, rows.get):.3f}")
    print("grouping, aligned {:.3f}, mean vectors {:.3f}".format(*measure_grouping(options.grouping, rows.get)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
