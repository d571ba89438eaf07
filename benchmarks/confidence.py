"""Measures how often each rule is right on the pairs that ``compare`` reports.

Run as ``python benchmarks/confidence.py SHARED``, the folder that holds ``gold/``. It compares the subjects whose gold
lists every pair of sentences on one matter, so that a reported pair that it does not list is wrong, and prints the
table for lexicons/confidence.toml: for each rule the share of its pairs that are right, drawn towards the share of all
rules as if it had been seen in six pairs more. "agree" and "complementary" count as one, for annotators part on them
too.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import claimcmp
from claimcmp.records import COMPATIBLE, Claim

SUBJECTS = ("boeing737max", "jcpoa2018", "minimumwage")
PRIOR = 6


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def judge_reported(gold: Path) -> Iterator[tuple[str, bool]]:
    """Yield the rule of each reported pair of annotated sentences, and whether it is right."""
    extraction = claimcmp.extract(gold / "docs", topics=gold / "topics.toml")
    claims = {claim.id: claim for claim in extraction.claims}
    sentences = read_rows(gold / "claims.jsonl")
    allowed = {frozenset((p["a"], p["b"])): {p["relation"], *p["also"]} for p in read_rows(gold / "pairs.jsonl")}
    for group in claimcmp.compare(extraction).groups:
        for pair in group.pairs:
            ends = [_find_sentence(claims[name], sentences) for name in (pair.a, pair.b)]
            if None in ends or ends[0] == ends[1]:
                continue
            relations = allowed.get(frozenset(str(end) for end in ends), set())
            both = {pair.relation} | (set(COMPATIBLE) if pair.relation in COMPATIBLE else set())
            yield pair.rule, not both.isdisjoint(relations)


def _find_sentence(claim: Claim, sentences: list[dict[str, Any]]) -> str | None:
    """Return the annotated sentence that a claim overlaps most."""

    def overlap(row: dict[str, Any]) -> int:
        return int(min(claim.end, row["end"]) - max(claim.start, row["start"]))

    own = [row for row in sentences if Path(row["doc"]).stem == Path(claim.document).stem and overlap(row) > 0]
    return max(own, key=overlap)["id"] if own else None


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("shared", type=Path)
    chosen = parser.parse_args()
    judged = [found for subject in SUBJECTS for found in judge_reported(chosen.shared / "gold" / subject)]
    counts = Counter(rule for rule, _ in judged)
    right = Counter(rule for rule, is_right in judged if is_right)
    mean = sum(right.values()) / max(1, len(judged))
    print(f"other = {mean:.2f} # {sum(right.values())} of {len(judged)}")
    for rule in sorted(counts):
        share = (right[rule] + PRIOR * mean) / (counts[rule] + PRIOR)
        print(f"{rule} = {share:.2f} # {right[rule]} of {counts[rule]}")


if __name__ == "__main__":
    main()
