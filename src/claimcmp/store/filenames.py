"""The names of the files in a claims folder."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

# What Windows refuses in file names; a folder written on one system is read on another.
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_LONGEST = 180
"""In UTF-8 bytes; file systems allow 255, and the suffix and a number come on top."""


def find_filenames(documents: Iterable[str]) -> Mapping[str, str]:
    """Return the .jsonl file for every document name: its stem, or more of the name where two share the stem."""
    names = tuple(documents)
    stems = {name: _safe(PurePosixPath(name).stem) for name in names}
    shared = Counter(_folded(stem) for stem in stems.values())
    # The longer names may collide in turn ("a/b.txt" and "a-b.txt"); the number then settles it, in order of name.
    taken: set[str] = {_folded(stem) for stem in stems.values() if shared[_folded(stem)] == 1}
    filenames = {}
    for name in sorted(names):
        wanted = stems[name]
        if shared[_folded(wanted)] > 1:
            wanted = _unique(_safe(name), taken)
        filenames[name] = f"{wanted}.jsonl"
    return {name: filenames[name] for name in names}


def is_claims_filename(filename: str) -> bool:
    """Tell whether ``filename`` is a .jsonl file in the claims folder itself, not a path that leads elsewhere."""
    return filename.endswith(".jsonl") and not _UNSAFE.search(filename) and filename != ".jsonl"


def _safe(name: str) -> str:
    safe = _UNSAFE.sub("-", name).strip(" .") or "document"
    if _RESERVED.fullmatch(safe):
        safe = f"{safe}-"
    return safe.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").rstrip(" .")


def _unique(wanted: str, taken: set[str]) -> str:
    unique, number = wanted, 1
    while _folded(unique) in taken:
        number += 1
        unique = f"{wanted}-{number}"
    taken.add(_folded(unique))
    return unique


def _folded(name: str) -> str:
    # Some file systems take "Report" and "report", or both ways to write "é", for the same file.
    return unicodedata.normalize("NFC", name).casefold()
