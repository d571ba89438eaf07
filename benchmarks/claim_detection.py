"""Scores which sentences hold a factual claim, on the speeches of PoliClaim.

Run as ``python benchmarks/claim_detection.py SHARED``: the folder that holds
``evaldata/claim_detection/policlaim_dev.jsonl``.
A sentence counts as claim where one of its claims is checkable by the rule of ``claimcmp.is_checkable``.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from claimcmp import is_checkable
from claimcmp.pipeline import Analyser
from claimcmp.pipeline.reading import Reading, Sentence
from claimcmp.records import Document

FILE = Path("evaldata", "claim_detection", "policlaim_dev.jsonl")


def read_rows(rows: list[dict[str, str]]) -> Reading:
    """Return the sentences as they are given, each a paragraph of its own."""
    texts = [" ".join(row["sentence"].split()) for row in rows]
    sentences: list[Sentence] = []
    start = 0
    for number, text in enumerate(texts):
        sentences.append(Sentence(start, start + len(text), text, (), "", number))
        start += len(text) + 2
    return Reading(Document("speeches.txt", "\n\n".join(texts), "speeches"), tuple(sentences))


def main() -> None:
    """Print the figures."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / FILE).is_file():
        sys.exit(f"Usage: python benchmarks/claim_detection.py SHARED, the folder with {FILE.as_posix()}.")
    analyser = Analyser(())
    outcome = Counter[tuple[bool, bool]]()
    rows = [json.loads(line) for line in (Path(sys.argv[1]) / FILE).read_text(encoding="utf-8").splitlines()]
    reading = read_rows(rows)
    claims = next(analyser.analyse([reading], keep_all=True)).claims
    found = {claim.sentence_start for claim in claims if is_checkable(claim)}
    for row, sentence in zip(rows, reading.sentences, strict=True):
        outcome[sentence.start in found, bool(row["gold"])] += 1
    hits, extra, missed = outcome[True, True], outcome[True, False], outcome[False, True]
    precision, recall = hits / (hits + extra), hits / (hits + missed)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}")
    print(f"accuracy {(hits + outcome[False, False]) / outcome.total():.3f}  sentences {outcome.total()}")


if __name__ == "__main__":
    main()
