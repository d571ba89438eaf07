"""Scores negation on the stories of Conan Doyle (*SEM 2012 shared task): cues, scopes, denied main predicates.

Run as ``python benchmarks/negation.py SHARED``: the folder that holds ``evaldata/negation/cdsco_dev.txt``, which has a
token a line with cue, scope and event for each negation of its sentence. ``--show`` lists the cues that differ.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from claimcmp.pipeline.build import build_analysis
from claimcmp.pipeline.negation import Negation, find_all_negations
from claimcmp.pipeline.parse import read_parse
from claimcmp.pipeline.scope import find_anchors, find_reach

FILE = Path("evaldata", "negation", "cdsco_dev.txt")
GLUED = frozenset({"n't", ".", ",", ";", ":", "!", "?"})
ANNOTATIONS = 7
WIDTH = 3


@dataclass
class Marked:
    """A negation by the numbers of its tokens."""

    cue: set[int] = field(default_factory=set)
    scope: set[int] = field(default_factory=set)
    event: set[int] = field(default_factory=set)


def read_sentences(path: Path) -> Iterator[tuple[list[str], list[Marked]]]:
    """Yield the words of each sentence with its negations."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        if rows:
            yield [row[3] for row in rows], _read_negations(rows)


def _read_negations(rows: list[list[str]]) -> list[Marked]:
    count = (len(rows[0]) - ANNOTATIONS) // WIDTH
    found = [Marked() for _ in range(count)]
    for number, row in enumerate(rows):
        for index, negation in enumerate(found):
            columns = row[ANNOTATIONS + WIDTH * index : ANNOTATIONS + WIDTH * (index + 1)]
            for column, numbers in zip(columns, (negation.cue, negation.scope, negation.event), strict=True):
                if column not in ("_", "***"):
                    numbers.add(number)
    return found


def main() -> None:
    """Print the figures."""
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / FILE).is_file():
        sys.exit(f"Usage: python benchmarks/negation.py SHARED, the folder with {FILE.as_posix()}.")
    nlp = build_analysis()
    cues, scopes, mains = Counter[str](), Counter[str](), Counter[str]()
    for words, negations in read_sentences(Path(sys.argv[1]) / FILE):
        # As it was printed: "do n't" is "don't".
        parted = [after not in GLUED and not after.startswith("'") for after in (*words[1:], "")]
        sent = next(iter(nlp(Doc(nlp.vocab, words=words, spaces=parted)).sents))
        parse = read_parse(sent)
        mine = find_all_negations(parse, find_anchors(parse), nlp.vocab.strings.__contains__)
        if "--show" in sys.argv:
            show(words, mine, negations)
        found = [list_cue(item) for item in mine]
        count(cues, {frozenset(item) for item in found}, {frozenset(item.cue) for item in negations})
        for cue, item in zip(found, mine, strict=True):
            same = [negation for negation in negations if negation.cue & cue]
            if same:
                reach = set(find_reach(parse, item.target, cue))
                letters = {n for n in reach if any(map(str.isalnum, words[n]))}
                count(scopes, letters, {n for n in same[0].scope if any(map(str.isalnum, words[n]))})
        root = {parse.root}
        scoped = {number for item in negations for number in item.scope}
        count(mains, root & {item.target for item in mine}, root & scoped)
    for name, counter in (("cues", cues), ("scope tokens of found cues", scopes), ("main predicate is denied", mains)):
        print(f"{name:28} " + "  ".join(f"{key} {value:.3f}" for key, value in score(counter).items()))


def list_cue(negation: Negation) -> set[int]:
    """Return the tokens of a cue."""
    second = set() if negation.pair is None else {negation.pair}
    return {*range(negation.first, negation.last + 1), *second}


def show(words: list[str], mine: list[Negation], gold: list[Marked]) -> None:
    """Print the sentences whose cues differ."""
    found = {frozenset(list_cue(item)) for item in mine}
    wanted = {frozenset(item.cue) for item in gold}
    for label, cues in (("extra ", found - wanted), ("missed", wanted - found)):
        for cue in sorted(cues, key=sorted):
            print(label, " ".join(words[n] for n in sorted(cue)), "|", " ".join(words))


def count(counter: Counter[str], mine: set, gold: set) -> None:  # type: ignore[type-arg]
    """Add hits, extras and misses."""
    counter["hit"] += len(mine & gold)
    counter["extra"] += len(mine - gold)
    counter["missed"] += len(gold - mine)


def score(counter: Counter[str]) -> dict[str, float]:
    """Return precision, recall and F1."""
    precision = counter["hit"] / max(1, counter["hit"] + counter["extra"])
    recall = counter["hit"] / max(1, counter["hit"] + counter["missed"])
    return {"P": precision, "R": recall, "F1": 2 * precision * recall / max(1e-9, precision + recall)}


if __name__ == "__main__":
    main()
