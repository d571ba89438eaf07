"""Reads Universal NER's layer of names on the English Web Treebank."""

import lzma
import re
from pathlib import Path

from training.sentences import EntitySpan

LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}


def read_names(path: Path) -> dict[str, tuple[EntitySpan, ...]]:
    """Return the names of each sentence by the treebank's sentence id, from an xz-compressed IOB2 file."""
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        return parse_names(file.read())


def parse_names(text: str) -> dict[str, tuple[EntitySpan, ...]]:
    """Return the names of each sentence by its id."""
    names: dict[str, tuple[EntitySpan, ...]] = {}
    for block in re.split(r"\r?\n\r?\n", text):
        lines = block.splitlines()
        ids = [line.partition("=")[2].strip() for line in lines if line.startswith("# sent_id")]
        if ids:
            names[ids[0]] = _find_spans([line.split("\t")[2] for line in lines if not line.startswith("#")])
    return names


def _find_spans(tags: list[str]) -> tuple[EntitySpan, ...]:
    spans = []
    for start, tag in enumerate(tags):
        if tag.startswith("B-"):
            end = start + 1
            while end < len(tags) and tags[end].startswith("I-"):
                end += 1
            spans.append(EntitySpan(start, end, LABELS[tag[2:]]))
    return tuple(spans)
