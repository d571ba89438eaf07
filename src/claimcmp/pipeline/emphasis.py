"""Keeps the marks of Markdown's emphasis in pairs where a claim begins or ends at one: "**Zip** is a bus"."""

MARKS = ("**", "__", "*", "_")


def take_in_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the marks right beside it whose counterpart is inside, so that none stands alone."""
    left = text[start:end]
    for mark in MARKS:
        alone = left.count(mark) % 2
        left = left.replace(mark, "")
        if alone and text[:start].endswith(mark):
            start -= len(mark)
        elif alone and text[end:].startswith(mark):
            end += len(mark)
    return start, end
