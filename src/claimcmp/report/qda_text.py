"""The text of a document as programs for qualitative analysis read it back, and places in it counted accordingly."""

import re
from bisect import bisect_left


class PlainText:
    """A text with one character a line break and no byte order mark.

    Importers make ``\\n`` of ``\\r\\n`` and drop a mark at the start; places that were counted with them would slip.
    """

    def __init__(self, text: str) -> None:
        marked = text.startswith("\ufeff")
        self._gone = [*([0] if marked else []), *(found.start() for found in re.finditer("\r\n", text))]
        whole = text[1:] if marked else text
        self.content = whole.replace("\r\n", "\n").replace("\r", "\n")

    def find(self, place: int) -> int:
        """Return where a place of the document's text is in ``content``."""
        return place - bisect_left(self._gone, place)
