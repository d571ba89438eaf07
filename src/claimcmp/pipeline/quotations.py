"""Finds quotations: where they open and close, also over sentences and paragraphs."""

import re
from collections.abc import Iterator

MARK = re.compile(r"“|”|\"|''|``|„|«|»|\n[ \t]*\n")
OPENERS = frozenset({"“", "„", "«", "``"})
CLOSERS = frozenset({"”", "»"})


def find_quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between quotation marks, marks included.

    A quotation whose paragraph ends before it closes goes on if the next paragraph opens with a mark. One that only
    closes began with the text; one that only opens ends with its paragraph.
    """
    opened: int | None = None
    closed_before = False
    for match in MARK.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if mark.isspace():
            if opened is not None:
                yield opened, start
                opened = None
        elif _opens(text, mark, start, end, opened=opened is not None):
            if opened is None:
                opened = start
        elif opened is not None:
            yield opened, end
            opened = None
        elif not closed_before:
            yield 0, end
        closed_before = True
    if opened is not None:
        yield opened, len(text.rstrip())


def _opens(text: str, mark: str, start: int, end: int, *, opened: bool) -> bool:
    if mark in OPENERS:
        return True
    if mark in CLOSERS:
        return False
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    # Inside of a quotation a straight mark closes it; elsewhere the blank beside it tells.
    return not opened and not (not before.isspace() and (after.isspace() or after in ".,;:!?)"))
