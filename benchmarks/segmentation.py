"""Measures how well and how fast sentences are found: ``python benchmarks/segmentation.py SHARED_FOLDER``.

The folder holds ``evaldata/segmentation`` (the public test cases of pySBD and pragmatic_segmenter) and ``gold``
(annotated prose, with the documents of the subject "seeds" in ``seeds``). Figures go to standard output.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy

from claimcmp.pipeline.segmentation import find_sentences

BLANK_LINE = re.compile(r"\n\s*\n")
MARKS = re.compile(r"(?:\[\d+\]\s*)+")
SLACK = 2
ROUNDS = 9


def main() -> None:
    """Print the share of rule cases split exactly, of gold sentences with the right borders, and the speed ratio."""
    if len(sys.argv) != 2:
        sys.exit("Say where the test data are, for example: python benchmarks/segmentation.py ../shared")
    shared = Path(sys.argv[1])
    for name in ("pysbd_tests_english", "pragmatic_segmenter_english_spec"):
        rows = read_rows(shared / f"evaldata/segmentation/{name}.jsonl")
        golden: list[bool] = []
        others: list[bool] = []
        for row in rows:
            is_golden = row.get("golden_rule") or row.get("set") == "GOLDEN_EN_RULES_TEST_CASES"
            (golden if is_golden else others).append(is_exact(row))
        print(f"{name}: golden rules {format_share(golden)}, others {format_share(others)}")
    texts: list[str] = []
    for folder in sorted(path.parent for path in (shared / "gold").glob("*/claims.jsonl")):
        documents = shared / "seeds" if folder.name == "seeds" else folder / "docs"
        contents = {path.name: read_text(path) for path in sorted(documents.glob("*.txt"))}
        texts += contents.values()
        found = [
            has_borders(contents[row["doc"]], row["start"], row["end"])
            for row in read_rows(folder / "claims.jsonl")
            if not BLANK_LINE.search(contents[row["doc"]], row["start"], row["end"])
        ]
        print(f"gold {folder.name}: sentences with the right borders {format_share(found)}")
    ours, sentencizer = measure_times(texts)
    print(f"function: {ours * 1000:.1f} ms, sentencizer {sentencizer * 1000:.1f} ms, ratio {ours / sentencizer:.2f}")
    ours, sentencizer = measure_components(texts)
    print(f"component: {ours * 1000:.1f} ms, sentencizer {sentencizer * 1000:.1f} ms, ratio {ours / sentencizer:.2f}")


def read_text(path: Path) -> str:
    """Return the file as it is, line ends included, because gold offsets count them."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read one record a line."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def find_blocks(text: str) -> list[tuple[int, int]]:
    """Find the stretches of text between blank lines."""
    cuts = [0, *(border for match in BLANK_LINE.finditer(text) for border in match.span()), len(text)]
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def is_exact(row: dict[str, Any]) -> bool:
    """Tell whether the sentences of a case are found exactly, white space aside."""
    text = row["text"]
    found = [text[start:end] for block in find_blocks(text) for start, end in find_sentences(text, *block)]
    return [" ".join(sentence.split()) for sentence in found] == [" ".join(sent.split()) for sent in row["sentences"]]


def has_borders(text: str, start: int, end: int) -> bool:
    """Tell whether a gold sentence begins and ends where ours do, with citation marks before it left aside."""
    marks = MARKS.match(text, start)
    start = start if marks is None else marks.end()
    block = next(block for block in find_blocks(text) if block[0] <= start <= block[1])
    return any(
        abs(found[0] - start) <= SLACK and abs(found[1] - end) <= SLACK for found in find_sentences(text, *block)
    )


def measure_times(texts: Iterable[str]) -> tuple[float, float]:
    """Return the best seconds for all blocks of ``texts``: ours, and those of the sentencizer component alone."""
    blocks = [text[start:end] for text in texts for start, end in find_blocks(text)]
    nlp = spacy.blank("en")
    sentencizer = nlp.add_pipe("sentencizer")
    docs = [nlp.make_doc(block) for block in blocks]
    return measure_time(find_sentences, blocks), measure_time(sentencizer, docs)


def measure_components(texts: Iterable[str]) -> tuple[float, float]:
    """Return the best seconds for all ``texts`` as Docs: our component, and the sentencizer."""
    nlp = spacy.blank("en")
    components = [nlp.add_pipe("claimcmp_sentences"), nlp.add_pipe("sentencizer")]
    # A Doc keeps the borders that it got, so each component needs its own.
    ours, theirs = ([nlp.make_doc(text) for text in texts] for _ in components)
    return measure_time(components[0], ours), measure_time(components[1], theirs)


def measure_time(function: Callable[[Any], Any], items: list[Any]) -> float:
    """Return the best seconds of several rounds over all items."""
    seconds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        for item in items:
            function(item)
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def format_share(hits: list[bool]) -> str:
    """Return the share of hits, as in ``3/4 (75.0%)``."""
    return f"{sum(hits)}/{len(hits)} ({sum(hits) / len(hits):.1%})" if hits else "none"


if __name__ == "__main__":
    main()
