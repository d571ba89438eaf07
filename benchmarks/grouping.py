"""Scores the evidence for one matter on public pairs: answers of NAnCo, claim pairs of ClaimDiff.

Run as ``python benchmarks/grouping.py EVALDATA``: the folder that holds ``grouping/`` and ``relations/``. Prints the
balanced accuracy over the pairs of answers at the threshold that ships, and how well the score tells related from
unrelated claims (area under the curve).
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from claimcmp.compare import CompareOptions
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.matching.evidence import find_evidence
from claimcmp.errors import UsageError
from claimcmp.records import Claim, Evidence
from claimcmp.workflow import judge

NANCO = Path("grouping") / "nanco_val.jsonl"
CLAIMDIFF = Path("relations") / "claimdiff_dev.jsonl"

Judged = list[tuple[Evidence, bool]]


def judge_answers(evaldata: Path) -> dict[str, Judged]:
    """Return the evidence of each pair of answers to one question, and whether annotators put them together."""
    rows = _read(evaldata / NANCO)
    claims = _make_claims(row["answer"] for row in rows)
    judged: dict[str, Judged] = {}
    for question in sorted({row["qid"] for row in rows}):
        chosen = [row for row in rows if row["qid"] == question]
        vocabulary = Vocabulary(claims[row["answer"]] for row in chosen)
        judged[question] = [
            (
                find_evidence(claims[a["answer"]], claims[b["answer"]], vocabulary),
                a["cluster_gold"] == b["cluster_gold"],
            )
            for a, b in combinations(chosen, 2)
        ]
    return judged


def judge_claim_pairs(evaldata: Path) -> Judged:
    """Return the evidence of each pair of claims on one story, and whether the one strengthens or weakens the other."""
    rows = _read(evaldata / CLAIMDIFF)
    claims = _make_claims(row[side] for row in rows for side in ("claim_a", "claim_b"))
    stories: dict[str, set[str]] = {}
    for row in rows:
        stories.setdefault(row["topic"], set()).update((row["claim_a"], row["claim_b"]))
    vocabularies = {story: Vocabulary(claims[text] for text in sorted(texts)) for story, texts in stories.items()}
    return [
        (
            find_evidence(claims[row["claim_a"]], claims[row["claim_b"]], vocabularies[row["topic"]]),
            row["label"] != "neither",
        )
        for row in rows
    ]


def measure_area(above: Iterable[float], below: Iterable[float]) -> float:
    """Return how often a score of the first kind is above one of the second: the area under the ROC curve."""
    first, second = np.array([*above]), np.sort(np.array([*below]))
    wins = np.searchsorted(second, first, "left") + np.searchsorted(second, first, "right")
    return float(wins.mean() / 2 / len(second)) if len(first) and len(second) else float("nan")


def _make_claims(texts: Iterable[str]) -> Mapping[str, Claim]:
    unique = sorted(set(texts))
    return {text: _make_claim(text, f"{number:05}") for number, text in enumerate(unique)}


def _make_claim(text: str, name: str) -> Claim:
    """Make one claim of a text; an answer that is no sentence is a claim of its words only."""
    bare = Claim(name, name, name, None, 0, len(text), text, 0, len(text))
    try:
        found = judge(text, text).a
    except UsageError:
        return bare
    return replace(found, id=name, text=text, start=0, end=len(text), gaps=())


def _read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print the figures."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / NANCO).is_file():
        sys.exit(f"Usage: python benchmarks/grouping.py EVALDATA, the folder with {NANCO} and {CLAIMDIFF}.")
    evaldata = Path(sys.argv[1])
    threshold = CompareOptions().threshold
    pairs = [pair for judged in judge_answers(evaldata).values() for pair in judged]
    kept = np.mean([found.score >= threshold for found, same in pairs if same])
    parted = np.mean([found.score < threshold for found, same in pairs if not same])
    area = measure_area((f.score for f, same in pairs if same), (f.score for f, same in pairs if not same))
    print(f"NAnCo      balanced accuracy {(kept + parted) / 2:.3f} at {threshold}, area {area:.3f}, {len(pairs)} pairs")
    judged = judge_claim_pairs(evaldata)
    area = measure_area((f.score for f, same in judged if same), (f.score for f, same in judged if not same))
    print(f"ClaimDiff  area {area:.3f}, {len(judged)} pairs")


if __name__ == "__main__":
    main()
