"""Scores extraction and comparison on annotated subjects.

Run as ``python benchmarks/quality.py SHARED [GOLD ...] [--without-topics]``: the folder that holds ``tools/score.py``,
``gold/`` and ``seeds/``, and folders of further subjects of the same form. Prints a row a subject; figures are those
of score.py, but for "d. right": of the pairs reported as divergent, the share that is annotated as divergent, where
every pair is annotated.

Without topics, topics are proposed and every claim is compared with every other; then only the figures on pairs can be
compared, but for "rejected", which counts wrong pairs under the annotated topic.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import claimcmp
from claimcmp.records import COMPATIBLE, Comparison, Extraction
from claimcmp.report import format_comparison
from claimcmp.sources import read_documents
from claimcmp.store import write_extraction

SUBJECTS = ("seeds", "suez2021", "boeing737max", "jcpoa2018", "minimumwage")
MAIN_TOPICS = "sanctions,six-party-talks,trade-share,roadmap"
FIGURES = {
    "offsets": "offsets_exact",
    "layout": "boilerplate_rejected",
    "borders": "sentence_borders",
    "topic F1": "topic_f1",
    "polarity": "polarity_f1",
    "modality": "modality_f1",
    "attrib.": "attribution_f1",
    "quantity": "quantity_f1",
    "date": "date_f1",
    "found": "pair_recall",
    "rejected": "nonpairs_rejected",
    "exact": "relation_exact",
    "diverg.": "divergence_f1",
    "right": "end_to_end",
    "pair F1": "pair_f1",
    "d. right": "divergences_right",
}


def score_subject(shared: Path, gold: Path, *, topics: str | None = None, with_topics: bool = True) -> dict[str, float]:
    """Extract and compare one annotated subject and return the figures of score.py.

    Layout and sentence borders are measured on everything that may become a claim, on a topic or not.
    """
    documents = shared / "seeds" if gold.name == "seeds" else gold / "docs"
    file = Path("seeds/topics.toml") if gold.name == "seeds" else gold / "topics.toml"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        read = read_documents([documents])[0]
        extraction = claimcmp.extract(read, topics=file if with_topics else None)
        write_extraction(extraction, folder / "claims")
        comparison = claimcmp.compare(extraction)
        (folder / "comparison.json").write_text(format_comparison(comparison, "json"), encoding="utf-8")
        figures = _run_score(shared, gold, documents, folder / "claims", folder / "comparison.json", topics)
        write_extraction(
            claimcmp.extract(documents, topics=file, options=claimcmp.ExtractOptions(keep_all=True)), folder / "all"
        )
        everything = _run_score(shared, gold, documents, folder / "all", None, None)
    figures |= {key: everything[key] for key in ("boilerplate_rejected", "sentence_borders") if key in everything}
    return figures | _rate_divergences(shared, gold, extraction, comparison)


def _rate_divergences(shared: Path, gold: Path, extraction: Extraction, comparison: Comparison) -> dict[str, float]:
    """Return the share of the reported divergences between annotated sentences that is annotated, if all pairs are."""
    score = _load_score(shared)
    annotated = score.Gold(gold)
    claims = [{"id": c.id, "document": c.document, "start": c.start, "end": c.end} for c in extraction.claims]
    sentence = score.match(annotated, claims)
    pairs = [pair for group in comparison.groups for pair in group.pairs if pair.relation not in COMPATIBLE]
    said = {frozenset((sentence[p.a], sentence[p.b])) for p in pairs if sentence.get(p.a) and sentence.get(p.b)}
    true = {frozenset((pair["a"], pair["b"])) for pair in annotated.pairs if pair["relation"] not in COMPATIBLE}
    return {"divergences_right": len(said & true) / len(said)} if annotated.exhaustive and said else {}


def _load_score(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run_score(
    shared: Path, gold: Path, documents: Path, claims: Path, comparison: Path | None, topics: str | None
) -> dict[str, float]:
    command = [sys.executable, str(shared / "tools" / "score.py"), str(gold), "--docs", str(documents)]
    command += ["--claims", str(claims), "--json"]
    command += ["--comparison", str(comparison)] if comparison else []
    command += ["--topics", topics] if topics else []
    result: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return result


def main() -> None:
    """Print the table."""
    with_topics = "--without-topics" not in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != "--without-topics"]
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / "tools" / "score.py").is_file():
        sys.exit(
            "Usage: python benchmarks/quality.py SHARED [GOLD ...]; SHARED holds tools/score.py, gold/ and seeds/."
        )
    shared, *further = map(Path, sys.argv[1:])
    print(f"{'':22}" + "".join(f"{name:>9}" for name in FIGURES))
    runs = [(gold.name, gold, None) for gold in (*(shared / "gold" / subject for subject in SUBJECTS), *further)]
    if with_topics:
        runs.insert(0, ("seeds, main topics", shared / "gold" / "seeds", MAIN_TOPICS))
    for label, gold, topics in runs:
        figures = score_subject(shared, gold, topics=topics, with_topics=with_topics)
        row = (f"{figures[key]:9.3f}" if key in figures else f"{'–':>9}" for key in FIGURES.values())
        print(f"{label:22}" + "".join(row))


if __name__ == "__main__":
    main()
