"""Scores attributions on PolNeAR's development part.

Run as ``python benchmarks/attribution.py FOLDER [--errors N]``: the folder that holds ``polnear_dev.jsonl``. A sentence
is attributed if an attribution's content reaches into it. A content is matched by the found content that shares most
with it; its source is right if the found one shares a word with it.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimcmp.pipeline import Analyser
from claimcmp.pipeline.text_attributions import find_attributions
from claimcmp.records import Attribution, Document

Span = tuple[int, int]
# A content reaches into a sentence with more than a stray word.
REACH = 5


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    file = options.folder / "polnear_dev.jsonl"
    if not file.is_file():
        sys.exit(f"{file} is missing. Name the folder that holds PolNeAR's development part.")
    analyser = Analyser(())
    hits = extra = missed = matched = right = contents = 0
    errors: list[str] = []
    for row in read_articles(file):
        found = find_attributions(row["text"])
        wanted = [(_spans(item["source"]), _spans(item["content"])) for item in row["attributions"]]
        for sentence in analyser.read(Document(name="text", text=row["text"], source="text")).sentences:
            span = (sentence.start, sentence.end)
            is_wanted = any(_reaches(content, span) for _, content in wanted)
            is_found = any(_reaches(item.content, span) for item in found)
            hits += is_wanted and is_found
            extra += is_found and not is_wanted
            missed += is_wanted and not is_found
            if is_wanted != is_found:
                errors.append(("missed: " if is_wanted else "extra: ") + sentence.text.replace("\n", " "))
        for source, content in wanted:
            contents += bool(source)
            best = find_match(content, found)
            if best is None or not source:
                continue
            matched += 1
            same = _reaches(source, (best.start, best.end), 1)
            right += same
            if not same:
                errors.append(
                    f"source: {_show(row, source)!r} not {best.name!r} [{best.cue}] {_show(row, content)[:90]!r}"
                )
    precision, recall = hits / max(1, hits + extra), hits / max(1, hits + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"sentence is attributed: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"contents matched {matched} of {contents}; right source {right / max(1, matched):.3f}")
    for error in errors[:: max(1, len(errors) // options.errors)] if options.errors else ():
        print(error)


def read_articles(file: Path) -> Iterator[dict[str, Any]]:
    """Yield each article once; some are annotated twice, the first counts."""
    seen: set[str] = set()
    for line in file.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["article"] not in seen:
            seen.add(row["article"])
            yield row


def find_match(content: tuple[Span, ...], found: tuple[Attribution, ...]) -> Attribution | None:
    """Return the attribution whose content shares most with this, measured against both together."""

    def share(item: Attribution) -> float:
        common = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in content for b in item.content)
        total = sum(end - start for start, end in (*content, *item.content)) - common
        return common / total if total else 0.0

    best = max(found, key=share, default=None)
    return best if best is not None and share(best) > 0 else None


def _spans(items: list[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple((start, end) for item in items for start, end in item["spans"])


def _reaches(spans: tuple[Span, ...], span: Span, reach: int = REACH) -> bool:
    return any(min(end, span[1]) - max(start, span[0]) >= min(reach, end - start) for start, end in spans)


def _show(row: dict[str, Any], spans: tuple[Span, ...]) -> str:
    return " ".join(row["text"][start:end] for start, end in spans).replace("\n", " ")


if __name__ == "__main__":
    main()
