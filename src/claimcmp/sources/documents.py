"""Files as documents: text, metadata, and what reading changed."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from claimcmp.errors import SourceError
from claimcmp.records import Document, Skipped
from claimcmp.sources.decoding import DecodingError, decode
from claimcmp.sources.discovery import MARKDOWN_SUFFIXES, find_files
from claimcmp.sources.language import note_language
from claimcmp.sources.metadata import SOURCES_FILE, SourceEntry, read_sources
from claimcmp.sources.naming import find_names, find_sources
from claimcmp.sources.places import expand_home, is_file, is_folder

STDIN = "-"
NOT_THERE = "but it is not there"
"""How the reason ends for which a document is left out that only sources.toml has."""
STDIN_NAME = "stdin.txt"


def read_documents(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Return the documents under ``paths`` sorted by name, and what was left out with the reason.

    ``-`` stands for standard input. An entry of sources.toml whose file is not there counts as left out too.
    """
    on_disk = [path for path in paths if str(path) != STDIN]
    with_stdin = len(on_disk) < len(paths)
    files, left_out = find_files(on_disk) if on_disk or not with_stdin else ((), ())
    entries, missing = _read_metadata(files, on_disk)
    skipped = [*left_out, *missing]
    documents = []
    names = find_names(files, taken=(STDIN_NAME,) if with_stdin else ())
    sources = _name_sources(names, entries, with_stdin=with_stdin)
    for path, name in names.items():
        try:
            documents.append(_read_document(path, name, sources[name], entries.get(path)))
        except DecodingError as error:
            skipped.append(Skipped(path.as_posix(), str(error)))
        except OSError as error:
            skipped.append(Skipped(path.as_posix(), _format_reason(error)))
    if with_stdin:
        try:
            documents.append(_read_stdin(sys.stdin.buffer if stdin is None else stdin, sources[STDIN_NAME]))
        except DecodingError as error:
            skipped.append(Skipped("standard input", str(error)))
    if not documents:
        reasons = "".join(f"\n  {item.what}: {item.reason}" for item in skipped)
        raise SourceError(f"None of the documents can be read. Name other files, or mend these:{reasons}")
    return tuple(sorted(documents, key=_name)), tuple(skipped)


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, by which a document is known again wherever it lies."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_file(path: Path) -> str | None:
    """Return the hash of the text in a file; None where it holds none, or cannot be read."""
    try:
        return hash_text(decode(path.read_bytes())[0])
    except (DecodingError, OSError):
        return None


def _name_sources(
    names: Mapping[Path, str], entries: Mapping[Path, SourceEntry], *, with_stdin: bool
) -> Mapping[str, str]:
    """Return the source of each document by the document's name: its publisher, or what tells it from the others."""
    published = {
        name: entry.publisher for path, name in names.items() if (entry := entries.get(path)) and entry.publisher
    }
    unpublished = [*(set(names.values()) - published.keys()), *((STDIN_NAME,) if with_stdin else ())]
    return {**find_sources(unpublished, publishers=published.values()), **published}


def _read_document(path: Path, name: str, source: str, entry: SourceEntry | None) -> Document:
    text, notes = decode(path.read_bytes())
    entry = entry or SourceEntry(file=name)
    return Document(
        name=name,
        text=text,
        source=source,
        author=entry.author,
        title=entry.title,
        published=entry.published,
        url=entry.url,
        voice=entry.voice,
        format="markdown" if path.suffix.lower() in MARKDOWN_SUFFIXES else "text",
        notes=(*notes, *note_language(text)),
        path=_format_path(path),
    )


def _format_path(path: Path) -> str | None:
    """Return the path as it is written down, or None where it cannot be: its name is not UTF-8."""
    try:
        path.as_posix().encode()
    except UnicodeEncodeError:
        return None
    return path.as_posix()


def _read_stdin(stream: BinaryIO, source: str) -> Document:
    text, notes = decode(stream.read())
    notes = (*notes, *note_language(text))
    return Document(name=STDIN_NAME, text=text, source=source, notes=notes)


def _read_metadata(
    files: Iterable[Path], given: Iterable[str | Path]
) -> tuple[Mapping[Path, SourceEntry], tuple[Skipped, ...]]:
    """Return the entry for each file from the nearest sources.toml that has one, and the entries without a file."""
    roots = {path.resolve() for path in map(expand_home, given) if is_folder(path)}
    read: dict[Path, Mapping[Path, SourceEntry]] = {}
    entries: dict[Path, SourceEntry] = {}
    missing: list[Skipped] = []
    problems: list[str] = []
    for file in files:
        for folder in _find_folders(file, roots):
            if folder not in read:
                read[folder] = {}
                try:
                    read[folder] = _read_folder(folder, missing)
                except SourceError as error:
                    problems.append(str(error))
            if (entry := read[folder].get(file.resolve())) is not None:
                entries[file] = entry
                break
    if problems:
        raise SourceError("\n".join(problems))
    return entries, tuple(missing)


def _find_folders(file: Path, roots: set[Path]) -> list[Path]:
    """Return the file's folder, and those above it up to the folder that was named on the command line."""
    folders = [file.parent]
    while not any(folder.resolve() in roots for folder in folders):
        if folders[-1].parent == folders[-1]:
            return [file.parent]
        folders.append(folders[-1].parent)
    return folders


def _read_folder(folder: Path, missing: list[Skipped]) -> Mapping[Path, SourceEntry]:
    path = folder / SOURCES_FILE
    if not is_file(path):
        return {}
    sources = read_sources(path)
    missing += [
        Skipped((folder / file).as_posix(), f"{path.as_posix()} names it, {NOT_THERE}") for file in sources.missing
    ]
    return {(folder / file).resolve(): entry for file, entry in sources.entries.items()}


def _format_reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, FileNotFoundError):
        return "a link that leads nowhere"
    return f"cannot be read ({error.strerror or error})"


def _name(document: Document) -> str:
    return document.name
