"""Says of how many reported differences a reader found that they are none, on subjects of which every one was judged.

Run as ``python benchmarks/judged.py [FOLDER ...] [--unjudged]``, by default all folders in benchmarks/judged. Each
holds documents, sources.toml, topics.toml and judged.jsonl: a row a pair that was reported when the subject was new,
with what its reader said: right (an analyst would sign it), defensible or false. Prints a row a subject: what was said
when it was new, and of what is reported now; pairs that have come since are unjudged, and listed on demand.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import claimcmp
from claimcmp.records import COMPATIBLE, Pair

JUDGED = Path(__file__).parent / "judged"
VERDICTS = ("right", "defensible", "false", "unjudged")

Ends = frozenset[str]
"""The texts of two claims, without regard to their line breaks."""


def read_judged(folder: Path) -> dict[Ends, str]:
    """Return what the reader of a subject said of each pair."""
    rows = map(json.loads, (folder / "judged.jsonl").read_text(encoding="utf-8").splitlines())
    return {frozenset((row["a"], row["b"])): row["verdict"] for row in rows}


def find_divergent(folder: Path) -> Iterator[tuple[Ends, Pair]]:
    """Yield the pairs of a subject that are reported to diverge, each once."""
    comparison = claimcmp.compare(claimcmp.extract(folder))
    texts = {claim.id: " ".join(claim.text.split()) for claim in comparison.claims}
    found = {
        frozenset((texts[pair.a], texts[pair.b])): pair
        for group in comparison.groups
        for pair in group.pairs
        if pair.relation not in COMPATIBLE
    }
    yield from found.items()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--unjudged", action="store_true", help="List the pairs that nobody has judged yet.")
    chosen = parser.parse_args()
    print(f"{'':22}{'when it was new':>33}{'now':>44}")
    print(f"{'':22}" + "".join(f"{word:>11}" for word in (*VERDICTS[:3], *VERDICTS)))
    for folder in chosen.folders or sorted(path for path in JUDGED.iterdir() if path.is_dir()):
        judged = read_judged(folder)
        pairs = dict(find_divergent(folder))
        before, now = Counter(judged.values()), Counter(judged.get(ends, "unjudged") for ends in pairs)
        counts = [*(before[word] for word in VERDICTS[:3]), *(now[word] for word in VERDICTS)]
        print(f"{folder.name:22}" + "".join(f"{n:11}" for n in counts))
        if chosen.unjudged:
            for ends, pair in pairs.items():
                if ends not in judged:
                    print(f"  {pair.relation} ({pair.rule}): {pair.reason}", *sorted(ends), sep="\n    ")


if __name__ == "__main__":
    main()
