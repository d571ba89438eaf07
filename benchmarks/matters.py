"""Says which annotated matters come out as a group of their own with the right verdict.

Run as ``python benchmarks/matters.py SHARED [--all]``: the folder that holds ``gold/`` and ``seeds/``. A group holds a
matter if it has most of the matter's sentences in which claims were found, from two documents at least, and no more
other sentences than these. Prints a row a subject, then the plainest matters of the seeds one by one, or with ``--all``
every matter of every subject.

"fit" is the mean over the matters of the best F1 that a group's sentences reach, "purity" the mean over the groups.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import claimcmp
from claimcmp.records import COMPATIBLE, Claim, Comparison, Extraction, Group

SUBJECTS = ("seeds", "boeing737max", "jcpoa2018", "minimumwage")
PLAINEST = (
    "roadmap-origin-2017",
    "roadmap-being-followed",
    "roadmap-final-stage-multilateral-security",
    "six-party-last-met-2008",
    "russia-wants-six-party-return",
    "russia-unlikely-to-break-un-sanctions",
    "sanctions-hurt-north-korea",
    "will-the-summit-soften-sanctions",
    "russia-dprk-trade-share",
    "mediator-or-spoiler",
    "russia-no-party-to-peace-treaty",
    "why-russia-was-absent-excluded-or-unwilling",
    "russia-promotes-trilateral-projects",
    "security-guarantee-for-north-korea",
    "hanoi-summit-failed",
)
"""Of the seeds: what any reader of them expects to find."""

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Matter:
    """An annotated matter, and how near a group comes to it."""

    name: str
    verdicts: frozenset[str]
    """Those that are right."""
    fit: float
    held: bool
    right: bool
    best: str
    """What the group that fits best comes to: its sentences, those of the matter, its verdict."""


def rate_matters(gold: Path, extraction: Extraction, comparison: Comparison) -> tuple[list[Matter], float]:
    """Return the annotated matters of a subject, and the purity of the groups."""
    sentences = _read(gold / "claims.jsonl")
    found = {claim.id: _find_sentence(claim, sentences) for claim in extraction.claims}
    document = {row["id"]: row["doc"] for row in sentences}
    groups = [({found[claim] for claim in group.claims}, group) for group in comparison.groups]
    annotated = _read(gold / "groups.jsonl")
    pairs = _read(gold / "pairs.jsonl")
    matters = [
        _rate(matter, _find_verdicts(matter, pairs), {*found.values()} & {*matter["members"]}, groups, document)
        for matter in annotated
    ]
    fits = [max(_f1(held, {*matter["members"]}) for matter in annotated) for held, _ in groups]
    return matters, sum(fits) / max(1, len(fits))


def _rate(
    matter: Mapping[str, Any],
    verdicts: frozenset[str],
    members: set[str],
    groups: Iterable[tuple[set[str], Group]],
    document: Mapping[str, str],
) -> Matter:
    fit, best, held, right = 0.0, "–", False, False
    for sentences, group in groups:
        common = sentences & members
        if len({document[sentence] for sentence in common}) < 2:
            continue
        if _f1(sentences, members) > fit:
            fit = _f1(sentences, members)
            best = f"{len(sentences)} sentences, {len(common)} of the {len(members)}, {group.verdict}"
        if 2 * len(common) > len(members) and 2 * len(common) >= len(sentences):
            held = True
            right |= group.verdict in verdicts
    return Matter(matter["group"], verdicts, fit, held, right, best)


def _find_verdicts(matter: Mapping[str, Any], pairs: Rows) -> frozenset[str]:
    """Return the verdicts that are right: what is annotated, or what follows from the pairs of the matter."""
    relations = {pair["relation"] for pair in pairs if pair.get("group") == matter["group"]}
    if "relation" in matter:
        compatible = matter["compatible_only"]
        verdict = matter["relation"]
    else:
        compatible = "agree" not in relations
        verdict = "agree" if relations <= COMPATIBLE else "diverge" if compatible else "mixed"
    return frozenset({verdict, "compatible"} if verdict == "agree" and compatible else {verdict})


def _find_sentence(claim: Claim, sentences: Rows) -> str:
    """Return the id of the annotated sentence that holds a claim, else a name for its own sentence."""
    held = (row for row in sentences if Path(row["doc"]).stem == Path(claim.document).stem)
    overlaps = [(min(claim.end, row["end"]) - max(claim.start, row["start"]), row["id"]) for row in held]
    most, name = max(overlaps, default=(0, ""))
    return name if 2 * most > claim.end - claim.start else f"{claim.document}:{claim.sentence_start}"


def _f1(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _read(file: Path) -> Rows:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _tell(matter: Matter) -> str:
    mark = "right" if matter.right else "verdict" if matter.held else "no"
    return f"  {mark:8}{matter.name:48}{'/'.join(sorted(matter.verdicts)):17}{matter.best}"


def main() -> None:
    """Print the table."""
    every = "--all" in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--all"]
    if len(arguments) != 1 or not (Path(arguments[0]) / "gold").is_dir():
        sys.exit("Usage: python benchmarks/matters.py SHARED [--all], the folder with gold/ and seeds/.")
    shared = Path(arguments[0])
    print(f"{'':22}{'matters':>9}{'held':>9}{'right':>9}{'fit':>9}{'groups':>9}{'purity':>9}")
    listed: list[Matter] = []
    for subject in SUBJECTS:
        gold = shared / "gold" / subject
        seeds = subject == "seeds"
        documents = shared / "seeds" if seeds else gold / "docs"
        extraction = claimcmp.extract(
            documents, topics=Path("seeds") / "topics.toml" if seeds else gold / "topics.toml"
        )
        comparison = claimcmp.compare(extraction)
        matters, purity = rate_matters(gold, extraction, comparison)
        plainest = [matter for name in PLAINEST for matter in matters if matter.name == name]
        listed += matters if every else plainest
        for label, rated in ((subject, matters), (f"{subject}, plainest", plainest)):
            if rated:
                held, right = sum(matter.held for matter in rated), sum(matter.right for matter in rated)
                fit = sum(matter.fit for matter in rated) / len(rated)
                row = f"{label:22}{len(rated):9}{held:9}{right:9}{fit:9.3f}"
                print(row + (f"{len(comparison.groups):9}{purity:9.3f}" if rated is matters else ""))
    print(f"\n  {'outcome':8}{'matter':48}{'annotated':17}the group that fits best")
    print(*map(_tell, listed), sep="\n")


if __name__ == "__main__":
    main()
