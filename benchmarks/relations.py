"""Scores the relation of pairs that are known to be on one matter.

Run as ``python benchmarks/relations.py SHARED``, the folder that holds ``gold/``, ``seeds/`` and ``evaldata/``.
For each annotated subject it takes the gold pairs, not those that the comparison would find, and prints how many get
the exact relation, and precision, recall and F1 of "diverges". ``--by-rule`` adds how often each rule is right,
``--confusion`` which relation is taken for which, ``--rte`` the contradictions of RTE-3.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import claimcmp
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.matching.evidence import find_evidence
from claimcmp.compare.rules.relations import Ruling, decide_relation
from claimcmp.errors import UsageError
from claimcmp.records import COMPATIBLE, Claim, Judgment

SUBJECTS = ("seeds", "suez2021", "boeing737max", "jcpoa2018", "minimumwage")


@dataclass(frozen=True)
class Outcome:
    """A gold pair, and what the rules say of its claims."""

    subject: str
    gold: Mapping[str, Any]
    rulings: tuple[Ruling, ...]

    @property
    def relation(self) -> str:
        """The relation of the pair: of several clauses the one that diverges with most confidence."""
        return self.ruling.relation if self.ruling else "none"

    @property
    def ruling(self) -> Ruling | None:
        """The ruling that stands for the pair."""
        ordered = sorted(self.rulings, key=lambda r: (r.relation in COMPATIBLE, -r.confidence, r.rule))
        return ordered[0] if ordered else None

    @property
    def right(self) -> bool:
        """Tell whether the gold allows the relation."""
        return self.relation in {self.gold["relation"], *self.gold["also"]}


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def judge_subject(shared: Path, subject: str) -> Iterator[Outcome]:
    """Judge the gold pairs of one subject: the best matching claims of both sentences."""
    gold = shared / "gold" / subject
    documents = shared / "seeds" if subject == "seeds" else gold / "docs"
    topics = Path("seeds/topics.toml") if subject == "seeds" else gold / "topics.toml"
    options = claimcmp.ExtractOptions(keep_all=True)
    claims = claimcmp.extract(documents, topics=topics, options=options).claims
    sentences = {row["id"]: row for row in read_rows(gold / "claims.jsonl")}
    found = _match(sentences, claims)
    vocabulary = Vocabulary(claims)
    for pair in read_rows(gold / "pairs.jsonl"):
        yield Outcome(subject, pair, judge_pair(found[pair["a"]], found[pair["b"]], vocabulary))


def judge_pair(first: Sequence[Claim], second: Sequence[Claim], vocabulary: Vocabulary) -> tuple[Ruling, ...]:
    """Judge two sentences by the two of their claims that match best."""
    pairs = [(find_evidence(a, b, vocabulary), a, b) for a in first for b in second]
    if not pairs:
        return ()
    evidence, a, b = max(pairs, key=lambda item: (item[0].score, item[1].id, item[2].id))
    ruling = decide_relation(a, b, evidence)
    return (ruling,) if isinstance(ruling, Ruling) else ()


def print_figures(outcomes: Sequence[Outcome]) -> None:
    """Print a row a subject, and the mean."""
    print(f"{'':14}{'pairs':>7}{'judged':>8}{'exact':>8}{'div. P':>8}{'div. R':>8}{'div. F1':>8}")
    rows = []
    for subject in dict.fromkeys(outcome.subject for outcome in outcomes):
        mine = [outcome for outcome in outcomes if outcome.subject == subject]
        row = _measure(mine)
        rows.append(row)
        print(f"{subject:14}{len(mine):7}" + "".join(f"{value:8.3f}" for value in row))
    print(f"{'mean':21}" + "".join(f"{sum(column) / len(rows):8.3f}" for column in zip(*rows, strict=True)))


def print_rules(outcomes: Sequence[Outcome]) -> None:
    """Print how often each rule is right, by subject."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        if outcome.ruling:
            name = f"{outcome.ruling.relation} {outcome.ruling.rule}"
            counts[name].update(n=1, right=outcome.right, diverges=outcome.gold["relation"] not in COMPATIBLE)
            counts[name].update({outcome.subject: 1, f"{outcome.subject} right": outcome.right})
    for name, count in sorted(counts.items()):
        each = "  ".join(f"{s[:5]} {count[f'{s} right']}/{count[s]}" for s in SUBJECTS if count[s])
        print(f"{name:48}{count['right']:4}/{count['n']:<4} diverges {count['diverges']:3}   {each}")


def print_confusion(outcomes: Sequence[Outcome]) -> None:
    """Print which gold relation got which."""
    table = Counter((outcome.gold["relation"], outcome.relation) for outcome in outcomes)
    names = sorted({name for key in table for name in key})
    print(f"{'gold':24}" + "".join(f"{name.removeprefix('differ-in-')[:11]:>12}" for name in names))
    for gold in names:
        print(f"{gold:24}" + "".join(f"{table[gold, name]:12}" for name in names))


def judge_rte(file: Path) -> tuple[float, float, float, Counter[str]]:
    """Return precision, recall and F1 of "contradict" on RTE-3 by `claimcmp judge`, and which rules decided."""
    counts: Counter[str] = Counter()
    for row in read_rows(file):
        found = _judge_texts(row["text"], row["hypothesis"])
        opposed = found is not None and found.relation in OPPOSED
        gold = row["label3"] == "contradiction"
        counts.update(hit=opposed and gold, extra=opposed and not gold, missed=not opposed and gold)
        if opposed and found is not None:
            counts.update({f"{found.rule} {'right' if gold else 'wrong'}": 1})
    precision = counts["hit"] / max(1, counts["hit"] + counts["extra"])
    recall = counts["hit"] / max(1, counts["hit"] + counts["missed"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall), counts


# What RTE-3 calls a contradiction: the hypothesis cannot be true if the text is.
OPPOSED = frozenset({"contradict", "differ-in-number", "differ-in-date"})


def _judge_texts(text: str, hypothesis: str) -> Judgment | None:
    """Judge two texts; None where one of them claims nothing."""
    try:
        return claimcmp.judge(text, hypothesis)
    except UsageError:
        return None


def _match(sentences: Mapping[str, Mapping[str, Any]], claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {key: [] for key in sentences}
    for claim in claims:
        shared = {
            key: min(claim.end, row["end"]) - max(claim.start, row["start"])
            for key, row in sentences.items()
            if row["doc"].removesuffix(".txt") == claim.document.removesuffix(".txt")
        }
        best = max(shared, key=lambda key: shared[key], default=None)
        if best and shared[best] > 0.5 * (claim.end - claim.start):
            found[best].append(claim)
    return found


def _measure(outcomes: Sequence[Outcome]) -> tuple[float, ...]:
    judged = [outcome for outcome in outcomes if outcome.ruling]
    truly = {id(outcome) for outcome in outcomes if outcome.gold["relation"] not in COMPATIBLE}
    said = {id(outcome) for outcome in judged if outcome.relation not in COMPATIBLE}
    precision = len(truly & said) / max(1, len(said))
    recall = len(truly & said) / max(1, len(truly))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    exact = sum(outcome.right for outcome in judged) / max(1, len(judged))
    return len(judged) / max(1, len(outcomes)), exact, precision, recall, f1


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--by-rule", action="store_true")
    parser.add_argument("--confusion", action="store_true")
    parser.add_argument("--rte", action="store_true")
    chosen = parser.parse_args()
    outcomes = [outcome for subject in SUBJECTS for outcome in judge_subject(chosen.shared, subject)]
    print_figures(outcomes)
    if chosen.by_rule:
        print_rules(outcomes)
    if chosen.confusion:
        print_confusion(outcomes)
    if chosen.rte:
        precision, recall, f1, counts = judge_rte(chosen.shared / "evaldata" / "relations" / "rte3_dev.jsonl")
        print(f"RTE-3 contradiction: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}  {dict(counts)}")


if __name__ == "__main__":
    main()
