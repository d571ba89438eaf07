"""The document files that the paths on a command line mean."""

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from claimcmp.claims_folder import TEXTS, is_claims_folder
from claimcmp.errors import SourceError
from claimcmp.records import Skipped
from claimcmp.sources.places import exists, expand_home, is_folder, is_special

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
SETTINGS = frozenset({"sources.toml", "topics.toml", "actors.toml", "gold.toml"})
_ABOUT = ("readme", "license", "licence", "changelog")
_ABOUT_REASON = "describes the folder; name it to read it"
_OURS_REASON = "written by claimcmp extract; name it to read it"
_EXPORT_REASON = "written by claimcmp; name it to read it"
# How what compare and extract write begins: a saved comparison, and tables that were redirected into a file.
_EXPORT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:# Comparison of claims\s|\d+ topics?: \d[\d,]* groups?\b|Topics: .{1,200}?    Model: )"
)
_CLOSED_REASON = "the folder cannot be read"
_BEGINNING = 400
_NEAR = 0.7
"""Of 1; from this likeness on a name is that of another file, misspelt."""


def find_files(paths: Sequence[str | Path]) -> tuple[tuple[Path, ...], tuple[Skipped, ...]]:
    """Return the document files under ``paths``, sorted and each once, and what was left out.

    Folders are searched for .txt and .md files, hidden ones apart; a file that is named itself is taken whatever
    its suffix, except sources.toml, topics.toml, actors.toml and gold.toml. A pattern
    means what the shell would have made of it.
    """
    found: dict[Path, Path] = {}
    skipped: set[Skipped] = set()
    problems = []
    for given in paths:
        try:
            for item in _find(given):
                if isinstance(item, Skipped):
                    skipped.add(item)
                else:
                    # Of two ways to the same file the same one must win, whatever their order.
                    key = item.resolve()
                    found[key] = min(item, found.get(key, item))
        except SourceError as error:
            problems.append(str(error))
    if not paths:
        problems.append("No documents were named. Give files or folders, for example: claimcmp extract seeds/")
    if problems:
        raise SourceError("\n".join(problems))
    if not found:
        raise SourceError(_format_nothing(paths, skipped))
    taken = {path.as_posix() for path in found.values()}
    left_out = (item for item in skipped if item.what not in taken)
    return tuple(sorted(found.values())), tuple(sorted(left_out, key=lambda item: (item.what, item.reason)))


def holds_documents(folder: Path) -> bool:
    """Tell whether there is a document in a folder, or below it."""
    return is_folder(folder) and any(isinstance(item, Path) for item in _search(folder))


def find_matches(pattern: Path) -> list[Path]:
    """Return the files and folders that a glob pattern matches, hidden ones apart, as the shell would."""
    # Not Path.glob: it refuses absolute patterns and lets * match hidden files.
    return [Path(match) for match in sorted(glob.glob(str(pattern), recursive=True))]  # noqa: PTH207


def _find(given: str | Path) -> Iterator[Path | Skipped]:
    if not str(given).strip():
        raise SourceError("A path is empty. Name a file or folder; . is the current folder.")
    path = expand_home(given)
    if exists(path):
        matches = [path]
    elif glob.has_magic(str(path)):
        matches = find_matches(path)
        if not matches:
            raise SourceError(f'Nothing matches "{given}". Check the pattern, or name a file or folder.')
    else:
        raise SourceError(_format_missing(path))
    for match in matches:
        if not is_folder(match):
            if match.name not in SETTINGS:
                yield match
            continue
        inside = tuple(_search(match))
        if match is path and all(isinstance(item, Skipped) for item in inside):
            raise SourceError(_format_no_documents(path, inside))
        yield from inside


def _search(folder: Path) -> Iterator[Path | Skipped]:
    unreadable: list[OSError] = []
    seen = {folder.resolve()}
    for root, folders, files in os.walk(folder, onerror=unreadable.append, followlinks=True):
        inner = []
        for name in sorted(folders):
            # Links may lead back up, so every folder is entered once.
            resolved = (Path(root) / name).resolve()
            if name.startswith(".") or resolved in seen:
                continue
            seen.add(resolved)
            if _is_ours(Path(root), name):
                yield Skipped((Path(root) / name).as_posix(), _OURS_REASON)
            else:
                inner.append(name)
        folders[:] = inner
        yield from (_judge(Path(root) / name) for name in sorted(files) if _may_be_named(name))
    for error in unreadable:
        yield Skipped(Path(error.filename).as_posix(), f"{_CLOSED_REASON} ({error.strerror})")


def _is_ours(parent: Path, name: str) -> bool:
    # Where the claims lie among the documents, the texts are copies of these.
    return is_claims_folder(parent / name) or (name == TEXTS and is_claims_folder(parent))


def _may_be_named(name: str) -> bool:
    return not name.startswith(".") and name not in SETTINGS


def _judge(path: Path) -> Path | Skipped:
    if path.suffix.lower() in {"", *SUFFIXES} and path.name.lower().split(".")[0] in _ABOUT:
        return Skipped(path.as_posix(), _ABOUT_REASON)
    if path.suffix.lower() not in SUFFIXES:
        return Skipped(path.as_posix(), "not a .txt or .md file")
    if is_special(path):
        return Skipped(path.as_posix(), "not a regular file")
    return Skipped(path.as_posix(), _EXPORT_REASON) if _is_export(path) else path


def _is_export(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _EXPORT.match(file.read(_BEGINNING)) is not None
    except OSError:
        # Who reads it tells why it cannot be read.
        return False


def _format_missing(path: Path) -> str:
    try:
        # By their stems: two names are not near each other for the ending that all documents have.
        stems = {item.stem.lower(): item.name for item in sorted(path.parent.iterdir(), reverse=True)}
    except (OSError, ValueError):
        stems = {}
    name = next(iter(get_close_matches(path.stem.lower(), stems, n=1, cutoff=_NEAR)), None)
    near = f' Did you mean "{stems[name]}"?' if name else ""
    return f'There is no file or folder "{path.as_posix()}".{near or " Check the spelling and the folder you are in."}'


def _format_no_documents(folder: Path, inside: Sequence[Path | Skipped]) -> str:
    for item in inside:
        if isinstance(item, Skipped) and item.what == folder.as_posix() and item.reason.startswith(_CLOSED_REASON):
            return f"{item.what}: {item.reason}. Change its permissions, or name another folder."
    about = [item.what for item in inside if isinstance(item, Skipped) and item.reason == _ABOUT_REASON]
    if about and len(about) == len(inside):
        return f"{folder.as_posix()} holds no document but {', '.join(about)}. Name a file itself to read it."
    others = len(inside)
    seen = f", only {others} other {'file' if others == 1 else 'files'}" if others else ""
    return (
        f"{folder.as_posix()} holds no .txt or .md document{seen}. "
        "Name another folder, or save the documents as plain text first."
    )


def _format_nothing(paths: Sequence[str | Path], skipped: Iterable[Skipped]) -> str:
    named = ", ".join(f'"{path}"' for path in paths)
    reasons = "".join(f"\n  {item.what}: {item.reason}" for item in sorted(skipped, key=lambda item: item.what))
    return f"There is no document in {named}. Name .txt or .md files, or a folder that holds some.{reasons}"
