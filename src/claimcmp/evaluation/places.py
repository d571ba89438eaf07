"""Finds annotated quotes in the documents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

_SHOWN = 60

Place = tuple[str, int, int]
"""Document, start and end."""


@dataclass(slots=True)
class Places:
    """Looks for quotes in texts; what cannot be found, or stands there twice, is noted in ``problems``."""

    texts: Mapping[str, str]
    problems: list[str]
    is_by_offsets: bool = False
    """Whether some row had offsets, so that ids and not quotes name things."""

    def locate(self, row: Mapping[str, Any]) -> Place | None:
        """Return where a row is: at its offsets, or where its quote stands, white space apart."""
        named = row.get("document") or row.get("doc")
        document = None if named is None else self._find_document(str(named))
        self.is_by_offsets = self.is_by_offsets or "start" in row
        if named is not None and document is None:
            self.problems.append(f'There is no document "{named}" among the claims. Known: {", ".join(self.texts)}.')
            return None
        if document is not None and "start" in row and "end" in row:
            return document, int(row["start"]), int(row["end"])
        quote = str(row.get("quote", ""))
        found = [
            (name, match.start(), match.end())
            for name, text in self.texts.items()
            if document in (None, name)
            for match in _make_pattern(quote).finditer(text)
        ]
        if len(found) == 1:
            return found[0]
        shown = quote if len(quote) <= _SHOWN else f"{quote[: _SHOWN - 1]}…"
        where = "the documents" if document is None else document
        advice = "Copy it as it is printed." if not found else "Write more of it, or name its document."
        self.problems.append(f'"{shown}" stands {len(found)} times in {where}. {advice}')
        return None

    def _find_document(self, name: str) -> str | None:
        same = [known for known in self.texts if known == name]
        alike = [known for known in self.texts if PurePath(known).stem == PurePath(name).stem]
        return next(iter(same or alike), None)


def _make_pattern(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, quote.split())))
