"""The claims folder: one .jsonl file a document, the documents' texts and a manifest."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from claimcmp.claims_folder import MANIFEST, USUAL_NAME, is_claims_folder
from claimcmp.errors import StoreError
from claimcmp.records import Claim, DocumentSummary, Extraction, Topic
from claimcmp.store.atomic import make_folder, write_atomically
from claimcmp.store.filenames import find_filenames
from claimcmp.store.lines import ClaimLine, format_claims, holds_claims, parse_claims, refuse_repeated
from claimcmp.store.manifest import ClaimsFile, Manifest, digest, format_manifest, read_manifest
from claimcmp.store.texts import find_text_path, read_texts, refuse_other_text, write_text


def write_extraction(extraction: Extraction, folder: Path) -> tuple[Path, ...]:
    """Write the claims and texts of the documents and the manifest to ``folder``; return the claims files and the last.

    Files that the folder's earlier manifest lists and this one does not are removed. Files that no manifest of
    ours lists are never touched, and one that stands where ours should go is refused unless it holds claims.
    """
    make_folder(folder)
    earlier = read_manifest(folder)
    listed = {file.file for file in earlier.files} if earlier else set()
    contents = {name: format_claims(claims) for name, claims in _by_document(extraction).items()}
    filenames = find_filenames(contents)
    files = tuple(ClaimsFile(name, filenames[name], digest(data)) for name, data in contents.items())
    # Before the first file is written: a name in it may be no UTF-8.
    manifest = format_manifest(extraction, files)
    for file in files:
        if file.file not in listed:
            _refuse_stranger(folder / file.file)
            if file.document in extraction.texts:
                refuse_other_text(find_text_path(folder, file.file), extraction.texts[file.document])
    for file in files:
        if file.document in extraction.texts:
            write_text(find_text_path(folder, file.file), extraction.texts[file.document])
        write_atomically(folder / file.file, contents[file.document])
    write_atomically(folder / MANIFEST, manifest)
    # Only now: were they removed first and the run interrupted, the old manifest would list files that are gone.
    for stale in sorted(listed - {file.file for file in files}):
        _remove(folder / stale)
        _remove(find_text_path(folder, stale))
    return (*(folder / file.file for file in files), folder / MANIFEST)


def read_extraction(folder: Path) -> Extraction:
    """Return what ``write_extraction`` wrote to ``folder``, the claims in the order of the documents.

    Without a manifest all .jsonl files are read, and the documents and topics are those that the claims name.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder.as_posix()} is a file; name the folder that claimcmp extract wrote.")
    manifest = read_manifest(folder)
    return _read_without_manifest(folder) if manifest is None else _read_listed(folder, manifest)


def list_read(folder: Path, extraction: Extraction) -> tuple[Path, ...]:
    """Return the files that a comparison rests on: the documents, as far as their paths are known, and the folder's."""
    documents = [Path(document.path) for document in extraction.documents if document.path]
    return (*documents, folder / MANIFEST, *sorted(folder.glob("*.jsonl")), *sorted((folder / "texts").glob("*")))


def _by_document(extraction: Extraction) -> dict[str, list[Claim]]:
    claims: dict[str, list[Claim]] = {document.name: [] for document in extraction.documents}
    for claim in extraction.claims:
        if claim.document not in claims:
            raise StoreError(f'Claim {claim.id} is of "{claim.document}", which is not among the documents.')
        claims[claim.document].append(claim)
    return claims


def _refuse_stranger(path: Path) -> None:
    try:
        parse_claims(path, _read_bytes(path))
    except FileNotFoundError:
        return
    except StoreError as error:
        raise StoreError(
            f"{path.as_posix()} is in the way: it does not hold claims. "
            "Move it, or choose another folder for the claims."
        ) from error


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path.as_posix()} belongs to a document that is gone and cannot be removed: {error.strerror}. "
            "Remove it by hand."
        ) from error


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise StoreError(f"{path.as_posix()} cannot be read: {error.strerror}. Check its permissions.") from error


def _read_listed(folder: Path, manifest: Manifest) -> Extraction:
    warnings: list[str] = []
    lines: list[ClaimLine] = []
    counts = {document.name: document.claims for document in manifest.documents}
    for file in manifest.files:
        path = folder / file.file
        try:
            data = _read_bytes(path)
        except FileNotFoundError as error:
            raise StoreError(
                f"{path.as_posix()} is missing, though {MANIFEST} lists it. "
                "Run `claimcmp extract` again, or restore the file."
            ) from error
        found = parse_claims(path, data, document=file.document)
        if digest(data) != file.sha256:
            warnings.append(_format_changed(path, len(found), counts[file.document]))
        lines += found
    texts, strange = read_texts(folder, zip(manifest.documents, (file.file for file in manifest.files), strict=True))
    return Extraction(
        documents=manifest.documents,
        topics=manifest.topics,
        claims=refuse_repeated(lines),
        skipped=manifest.skipped,
        warnings=(*manifest.warnings, *warnings, *strange),
        settings=manifest.settings,
        texts=texts,
    )


def _format_changed(path: Path, found: int, listed: int) -> str:
    counted = "" if found == listed else f", for its claims are {found} instead of {listed}"
    return (
        f"{path.as_posix()} is not the file that {MANIFEST} describes{counted}: it was edited, or a run was "
        "interrupted. Run `claimcmp extract` again if you did not edit it."
    )


def _read_without_manifest(folder: Path) -> Extraction:
    contents = {path: _read_bytes(path) for path in _find_claims_files(folder)}
    # Where no file holds claims, they are somebody's results, not damaged claims.
    if not any(holds_claims(data) for data in contents.values()):
        raise StoreError(_format_no_claims(folder))
    lines = chain.from_iterable(parse_claims(path, data) for path, data in contents.items())
    claims = tuple(sorted(refuse_repeated(lines), key=_document_and_place))
    topics = sorted({topic for claim in claims for topic in claim.topics})
    return Extraction(
        documents=_derive_documents(claims),
        topics=tuple(Topic(id=topic, label=topic) for topic in topics),
        claims=claims,
        warnings=(f"{folder.as_posix()} has no {MANIFEST}: documents and topics are those that the claims name.",),
    )


def _format_no_claims(folder: Path) -> str:
    try:
        folders = sorted(path for path in folder.iterdir() if is_claims_folder(path))
    except OSError:
        folders = []
    if folders:
        # Under its usual name before another run beside it.
        near = next((path for path in folders if path.name == USUAL_NAME), folders[0])
        return f"No claims in {folder.as_posix()}/. Did you mean {near.as_posix()}/?"
    return f"No claims in {folder.as_posix()}/. Run `claimcmp extract PATH` first, or name the folder with --claims."


def _find_claims_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".jsonl" and path.is_file())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise StoreError(f"{folder.as_posix()} cannot be read: {error.strerror}. Check its permissions.") from error


def _document_and_place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.document, claim.start, claim.end, claim.id


def _derive_documents(claims: Iterable[Claim]) -> tuple[DocumentSummary, ...]:
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    return tuple(_derive_document(name, found) for name, found in by_document.items())


def _derive_document(name: str, claims: list[Claim]) -> DocumentSummary:
    return DocumentSummary(
        name=name,
        source=claims[0].source,
        author=None,
        title=None,
        published=claims[0].published,
        url=None,
        voice=None,
        # The text is not at hand; sentences without a claim cannot be counted either.
        sha256="",
        sentences=len({(claim.sentence_start, claim.sentence_end) for claim in claims}),
        claims=len(claims),
        notes=("known only from its claims",),
    )
