"""manifest.json: what a claims folder holds, and which file belongs to which document."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claimcmp.claims_folder import FORMAT, MANIFEST
from claimcmp.errors import StoreError
from claimcmp.records import DocumentSummary, Extraction, Skipped, Topic
from claimcmp.records_json import RecordError, from_plain, to_plain
from claimcmp.store.filenames import is_claims_filename
from claimcmp.version import __version__

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """One .jsonl file of the folder, as the manifest lists it."""

    document: str
    file: str
    sha256: str
    """Of the file as written, to notice a file that was edited or is of another run."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What manifest.json says, apart from the versions."""

    documents: tuple[DocumentSummary, ...]
    files: tuple[ClaimsFile, ...]
    """In the order of the documents, one each."""
    topics: tuple[Topic, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


def format_manifest(extraction: Extraction, files: Iterable[ClaimsFile]) -> bytes:
    """Return manifest.json for what was extracted; the same extraction gives the same bytes."""
    plain = to_plain(replace(extraction, claims=(), texts={}))
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "claimcmp": __version__,
        "documents": plain["documents"],
        "files": [to_plain(file) for file in files],
        "topics": plain["topics"],
        "skipped": plain["skipped"],
        "warnings": plain["warnings"],
        "settings": plain["settings"],
    }
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """Return what ``folder/manifest.json`` says, or None where there is none; refuse one that is not ours."""
    path = folder / MANIFEST
    shown = path.as_posix()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"{shown} cannot be read: {error.strerror}. Check the folder and its permissions.") from error
    try:
        plain = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise StoreError(f"{shown} is damaged: {error}. Remove it and run `claimcmp extract` again.") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise StoreError(f"{shown} was not written by claimcmp. Choose another folder for the claims, or move it away.")
    version = plain.get("format_version")
    if version != FORMAT_VERSION:
        raise StoreError(
            f"{shown} has format {version}, and this claimcmp reads format {FORMAT_VERSION}. "
            "Run `claimcmp extract` again, or use the version of claimcmp that wrote it."
        )
    try:
        manifest = from_plain(Manifest, plain)
        _check(manifest)
    except RecordError as error:
        raise StoreError(f"{shown} is damaged: {error}. Remove it and run `claimcmp extract` again.") from error
    return manifest


def digest(data: bytes) -> str:
    """Return the SHA-256 of a claims file, whatever line endings it was checked out with."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _check(manifest: Manifest) -> None:
    documents = [document.name for document in manifest.documents]
    if len(set(documents)) < len(documents):
        raise RecordError("a document is listed twice")
    if [file.document for file in manifest.files] != documents:
        raise RecordError('"files" does not list the documents one by one')
    if len({file.file for file in manifest.files}) < len(documents):
        raise RecordError("two documents share a file")
    for file in manifest.files:
        if not is_claims_filename(file.file):
            raise RecordError(f'"{file.file}" is not the name of a .jsonl file in this folder')
