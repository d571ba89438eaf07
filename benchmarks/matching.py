"""Scores the evidence for one matter on annotated subjects, before any relation or group.

Run as ``python benchmarks/matching.py SHARED [--fit EVALDATA]``: the folder with ``tools/score.py``, ``gold/`` and
``seeds/``. A pair of sentences scores as its best pair of claims. Prints for each subject the area under the curve
against the non-pairs and against all other pairs of a topic, and what the shipped threshold finds and rejects; once
with the topics that we find and once with the annotated ones. ``--fit`` fits the weights of lexicons/matching.toml on
the subjects and the public pairs of grouping.py; each subject is then scored by the weights of the others.
"""

import importlib.util
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
from grouping import judge_answers, judge_claim_pairs, measure_area
from numpy.typing import NDArray
from quality import SUBJECTS

import claimcmp
from claimcmp.compare import CompareOptions
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.matching.evidence import find_evidence
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Evidence
from claimcmp.records_json import to_plain

Table = NDArray[np.float64]
# Where not all pairs are known, one that is not listed is probably none; a tempting one that is listed counts more.
UNLISTED, TEMPTING = 0.3, 3.0
RIDGE = 3.0


@dataclass(frozen=True)
class Pairs:
    """The pairs of sentences of one subject: 1 on one matter, -1 listed as tempting, 0 any other of the topic."""

    name: str
    exhaustive: bool
    evidence: Sequence[Evidence]
    labels: NDArray[np.int64]
    gold_pairs: int
    gold_nonpairs: int

    def measure(self) -> Table:
        """Return the measures of each pair beyond the usual, in the order of the parts."""
        return _tabulate(self.evidence)

    def weigh(self) -> Table:
        """Return how much each pair counts in a fit."""
        other = 1.0 if self.exhaustive else UNLISTED
        return np.select([self.labels == 1, self.labels == -1], [1.0, TEMPTING], other)


def read_pairs(shared: Path, subject: str, *, annotated_topics: bool) -> Pairs:
    """Extract a subject's claims and pair its sentences across documents within topics."""
    gold_folder = shared / "gold" / subject
    documents = shared / "seeds" if subject == "seeds" else gold_folder / "docs"
    topics = Path("seeds/topics.toml") if subject == "seeds" else gold_folder / "topics.toml"
    options = claimcmp.ExtractOptions(keep_all=annotated_topics)
    claims = claimcmp.extract(documents, topics=topics, options=options).claims
    score = _load_score(shared)
    gold = score.Gold(gold_folder)
    sentences = score.match(gold, [to_plain(claim) for claim in claims])
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id in sentences:
            held.setdefault(sentences[claim.id], []).append(claim)
    vocabulary = Vocabulary(claims)
    true = {frozenset((pair["a"], pair["b"])) for pair in gold.pairs}
    tempting = {frozenset((pair["a"], pair["b"])) for pair in gold.nonpairs}
    evidence, labels = [], []
    ordered = sorted(held)
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            a, b = gold.sentences[one], gold.sentences[other]
            found = [{t for c in held[side] for t in c.topics} for side in (one, other)]
            known = [{*row["topics"], *row["topics_borderline"]} for row in (a, b)]
            left, right = known if annotated_topics else found
            if a["doc"] == b["doc"] or not left & right:
                continue
            best = (find_evidence(x, y, vocabulary) for x in held[one] for y in held[other])
            evidence.append(max(best, key=lambda item: item.score))
            key = frozenset((one, other))
            labels.append(1 if key in true else -1 if key in tempting else 0)
    return Pairs(subject, gold.exhaustive, evidence, np.array(labels), len(true), len(gold.nonpairs))


def describe(pairs: Pairs, scores: Table, threshold: float) -> str:
    """Return the figures of one subject as a row."""
    true, kept = pairs.labels == 1, scores >= threshold
    found = (true & kept).sum() / pairs.gold_pairs
    rejected = 1 - ((pairs.labels == -1) & kept).sum() / pairs.gold_nonpairs
    counted = kept if pairs.exhaustive else kept & (pairs.labels != 0)
    f_score = 2 * (true & kept).sum() / (counted.sum() + pairs.gold_pairs)
    areas = (measure_area(scores[true], scores[pairs.labels == -1]), measure_area(scores[true], scores[~true]))
    return f"{pairs.name:14}" + "".join(f"{figure:10.3f}" for figure in (*areas, found, rejected, f_score))


def fit_weights(sets: Sequence[tuple[Table, Table, Table]]) -> Table:
    """Fit a logistic regression with a level of its own for each set, and return the weights with the first as 1."""
    tables = np.concatenate([table for table, _, _ in sets])
    spread = tables.std(axis=0) + 1e-9
    levels = np.eye(len(sets))[np.repeat(np.arange(len(sets)), [len(table) for table, _, _ in sets])]
    inputs = np.hstack([tables / spread, levels])
    labels = np.concatenate([held for _, held, _ in sets])
    # Each set counts the same, however many pairs it has.
    weights = np.concatenate([held / held.sum() * 300 for _, _, held in sets])
    parts = tables.shape[1]
    ridge = np.diag([RIDGE] * parts + [1e-4] * len(sets))
    found = np.zeros(inputs.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (weights * (labels - chance)) - ridge @ found
        found += np.linalg.solve((inputs * (weights * chance * (1 - chance))[:, None]).T @ inputs + ridge, slope)
    plain = found[:parts] / spread
    return plain / plain[0]


def _fit(subjects: Sequence[Pairs], evaldata: Path) -> None:
    sets = {pairs.name: (pairs.measure(), (pairs.labels == 1) * 1.0, pairs.weigh()) for pairs in subjects}
    answers = [pair for judged in judge_answers(evaldata).values() for pair in judged]
    for name, judged in (("NAnCo", answers), ("ClaimDiff", judge_claim_pairs(evaldata))):
        held = np.array([same for _, same in judged], dtype=np.float64)
        sets[name] = (_tabulate([found for found, _ in judged]), held, np.ones(len(judged)))
    print("\nWeights fitted on all:")
    for part, weight in zip(_read_parts(), fit_weights(list(sets.values())), strict=True):
        print(f"  {part:14}{weight:8.3f}")
    print("\nWeights fitted on the others: area against non-pairs, against all others")
    for pairs in subjects:
        scores = pairs.measure() @ fit_weights([held for name, held in sets.items() if name != pairs.name])
        true = pairs.labels == 1
        areas = (measure_area(scores[true], scores[pairs.labels == -1]), measure_area(scores[true], scores[~true]))
        print(f"{pairs.name:14}" + "".join(f"{area:10.3f}" for area in areas))


def _tabulate(evidence: Sequence[Evidence]) -> Table:
    parts = _read_parts()
    rows = [[found.measures.get(name, usual) - usual for name, usual in parts.items()] for found in evidence]
    return np.array(rows, dtype=np.float64)


def _read_parts() -> Mapping[str, float]:
    return {name: part.get("usual", 0.0) for name, part in read_lexicon("matching")["parts"].items()}


def _load_score(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{shared / 'tools' / 'score.py'} cannot be read.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print the figures."""
    if len(sys.argv) not in (2, 4) or not (Path(sys.argv[1]) / "tools" / "score.py").is_file():
        sys.exit("Usage: python benchmarks/matching.py SHARED [--fit EVALDATA]")
    shared = Path(sys.argv[1])
    annotated: list[Pairs] = []
    for with_gold in (False, True):
        print("annotated topics" if with_gold else "own topics")
        print(f"{'':14}" + "".join(f"{n:>10}" for n in ("non-pairs", "others", "found", "rejected", "F1")))
        for subject in SUBJECTS:
            pairs = read_pairs(shared, subject, annotated_topics=with_gold)
            annotated += [pairs] if with_gold else []
            print(describe(pairs, np.array([found.score for found in pairs.evidence]), CompareOptions().threshold))
    if len(sys.argv) == 4:
        _fit(annotated, Path(sys.argv[3]))


if __name__ == "__main__":
    main()
