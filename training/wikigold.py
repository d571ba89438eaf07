"""Reads Wikigold, whose words come without spaces and whose names carry I- tags only."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from training.sentences import UNKNOWN, EntitySpan, Sentence

LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "MISC": UNKNOWN}
"""MISC holds events beside works, peoples and prizes, so it is left open."""

NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "?", "!", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m"})
NO_SPACE_AFTER = frozenset({"(", "[", "$", "£", "€", "#"})


def read_wikigold(path: Path) -> tuple[Sentence, ...]:
    """Return the sentences of the xz-compressed corpus with spaces put where print has them."""
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        return tuple(parse_wikigold(file.read()))


def parse_wikigold(text: str) -> Iterator[Sentence]:
    """Yield the sentences of "word tag" lines; documents end with -DOCSTART-."""
    document = 1
    for number, block in enumerate(text.replace("\r\n", "\n").split("\n\n"), start=1):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        if any(row[0] == "-DOCSTART-" for row in rows):
            document += 1
        rows = [row for row in rows if len(row) == 2 and row[0] != "-DOCSTART-"]
        if rows:
            words = tuple(word for word, _ in rows)
            tags = [tag for _, tag in rows]
            yield Sentence(
                id=f"wikigold-{number}",
                document=f"wikigold-{document}",
                words=words,
                spaces=guess_spaces(words),
                entities=tuple(_find_spans(tags)),
            )


def guess_spaces(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Return whether a space follows each word in ordinary print."""
    spaces = []
    quoted = False
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        opens = word == '"' and not quoted
        quoted ^= word == '"'
        closes = following == '"' and quoted
        spaces.append(
            bool(following) and not (opens or closes or word in NO_SPACE_AFTER or following in NO_SPACE_BEFORE)
        )
    return tuple(spaces)


def _find_spans(tags: list[str]) -> Iterator[EntitySpan]:
    start = 0
    for index, tag in enumerate(tags):
        if tag != (tags[index - 1] if index else "O"):
            start = index
        if tag != "O" and (index + 1 == len(tags) or tags[index + 1] != tag):
            yield EntitySpan(start, index + 1, LABELS[tag.partition("-")[2]])
