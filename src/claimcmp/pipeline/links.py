"""Keeps the marks of Markdown's links out of the analysis, and whole in a quote: "[the report](https://example.org)"."""

import re
from collections.abc import Iterator

LINK = re.compile(
    r"(?P<open>\[)(?P<words>[^\[\]]+)"
    r"(?P<target>\]\((?:https?://|www\.|mailto:|\.{0,2}/|#)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\))"
)


def blank_links(text: str) -> str:
    """Return a text with spaces for the marks of its links and for where they lead, each character in its place."""
    return LINK.sub(lambda link: f" {link['words']}{' ' * len(link['target'])}", text) if "](" in text else text


def take_in_links(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the whole of the links that its first or last word stands in."""
    for first, words, behind, last in _find_links(text):
        if first < start <= words:
            start = first
        if behind <= end < last and start <= first:
            end = last
    return start, end


def _find_links(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield where a link begins and its words do, where these end and the link does."""
    for link in LINK.finditer(text) if "](" in text else ():
        yield link.start(), link.start("words"), link.end("words"), link.end()
