"""Judges pairs of plain statements on many subjects, made up for this, as ``claimcmp judge`` does.

Run as ``python benchmarks/statements.py [--errors]``. Each line of the files in ``benchmarks/statements`` has two
statements and what a reader says of them: ``=`` they agree, ``C`` contradict, ``N``, ``D``, ``H`` and ``A`` differ in
number, date, certainty or attribution, ``O`` none of these (another thing, or other details); ``/`` stands between
answers that will do. Rules and lists were written with the development pairs in view, not with those that are kept
aside. Prints for each label how many are right, and of the pairs said to diverge how many do so in that way; with
``--errors`` those of the development pairs that are wrong.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import claimcmp
from claimcmp.errors import UsageError

FOLDER = Path(__file__).parent / "statements"
LABELS = {
    "agree": "=",
    "contradict": "C",
    "differ-in-number": "N",
    "differ-in-date": "D",
    "differ-in-certainty": "H",
    "differ-in-attribution": "A",
}
DIVERGING = frozenset("CNDHA")


def judge_file(file: Path) -> Iterator[tuple[str, str, list[str], str]]:
    """Yield the statements of each pair, the labels that will do, and the label that the program gives."""
    for line in file.read_text(encoding="utf-8").splitlines():
        first, second, labels = line.split("|")
        try:
            judgment = claimcmp.judge(first, second)
        except UsageError:
            # Nothing is claimed, so nothing is compared.
            yield first, second, labels.split("/"), "O"
            continue
        yield first, second, labels.split("/"), LABELS.get(judgment.relation or "", "O")


def main() -> None:
    """Print the figures of each file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    for file in sorted(FOLDER.glob("*.txt")):
        judged = list(judge_file(file))
        asked = Counter(labels[0] for _, _, labels, _ in judged)
        right = Counter(labels[0] for _, _, labels, given in judged if given in labels)
        said = [(labels, given) for _, _, labels, given in judged if given in DIVERGING]
        each = "  ".join(f"{label} {right[label]}/{asked[label]}" for label in "=CNDHAO")
        exact = sum(given in labels for labels, given in said)
        print(f"{file.stem}: {sum(right.values()) / len(judged):.3f} right ({each}); ", end="")
        print(f"{exact} of {len(said)} said to diverge are right")
        if chosen.errors and file.stem == "development":
            for first, second, labels, given in judged:
                if given not in labels:
                    print(f"  {'/'.join(labels)} but {given}: {first} | {second}")


if __name__ == "__main__":
    main()
