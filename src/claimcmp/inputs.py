"""What a run is given: its documents, its topics and the actors that the user knows, from files or as records."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from claimcmp.errors import UsageError
from claimcmp.records import Document, DocumentSummary, KnownActor, Skipped, Topic
from claimcmp.sources import (
    check_published,
    choose_actors_file,
    choose_topics_file,
    find_example_topics,
    hash_text,
    is_blank,
    read_actors,
    read_documents,
    read_topics,
)

PACKAGED_EXAMPLE = "the packaged example"
Inputs = str | Path | Document | Sequence[str | Path | Document]


def read_inputs(inputs: Inputs) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Return the documents that are meant, sorted by name, and what was left out."""
    given = [item for item in _list_inputs(inputs) if isinstance(item, Document)]
    for document in given:
        check_published(document)
    paths = list_paths(inputs)
    read, skipped = read_documents(paths) if paths else ((), ())
    return tuple(_unique([*given, *read])), tuple(skipped)


def list_paths(inputs: Inputs) -> list[str | Path]:
    """Return those of the inputs that are paths."""
    return [item for item in _list_inputs(inputs) if not isinstance(item, Document)]


def find_topics(
    topics: str | Path | Sequence[Topic] | None, paths: Sequence[str | Path]
) -> tuple[tuple[Topic, ...] | None, str | None]:
    """Return the topics of a run, and the name of their file if they are from one.

    None where nobody gave any, be it that the file beside the documents holds none.
    """
    if topics is None or isinstance(topics, str | Path):
        file = choose_topics_file(None if topics is None else Path(topics), paths)
        if file is None:
            return None, None
        if topics is None and is_blank(file):
            return None, file.as_posix()
        # The example lies somewhere in the installation; its place would differ from machine to machine.
        name = PACKAGED_EXAMPLE if file == find_example_topics() else file.as_posix()
        return read_topics(file), name
    return tuple(topics), None


def find_known_actors(
    actors: str | Path | Sequence[KnownActor] | None, paths: Sequence[str | Path]
) -> tuple[tuple[KnownActor, ...], str | None]:
    """Return the actors that the user knows, and the name of their file if they are from one."""
    if actors is None or isinstance(actors, str | Path):
        file = choose_actors_file(None if actors is None else Path(actors), paths)
        return ((), None) if file is None else (read_actors(file), file.as_posix())
    return tuple(actors), None


def check_text(text: object) -> None:
    """Refuse what is no text, before it fails somewhere inside."""
    if not isinstance(text, str):
        raise UsageError(f"This takes a text, not {text!r}. Read a file first: Path(...).read_text().")


def summarise_document(
    document: Document, sentence_count: int, claim_count: int, *, off_topic: int = 0
) -> DocumentSummary:
    """Return what is kept of a document without its text."""
    return DocumentSummary(
        name=document.name,
        source=document.source,
        author=document.author,
        title=document.title,
        published=document.published,
        url=document.url,
        voice=document.voice,
        sha256=hash_text(document.text),
        sentences=sentence_count,
        claims=claim_count,
        notes=document.notes,
        path=document.path,
        off_topic=off_topic,
    )


def _list_inputs(inputs: object) -> list[str | Path | Document]:
    items = list(inputs) if isinstance(inputs, Iterable) and not isinstance(inputs, str | bytes) else [inputs]
    documents = [item for item in items if isinstance(item, str | Path | Document)]
    for item in items:
        if not isinstance(item, str | Path | Document):
            raise UsageError(
                f"extract takes paths and Documents, not {item!r}. Name a file or folder, or list several."
            )
    return documents


def _unique(documents: Iterable[Document]) -> list[Document]:
    ordered = sorted(documents, key=lambda document: document.name)
    for first, second in pairwise(ordered):
        if first.name == second.name:
            raise UsageError(f'Two documents have the name "{first.name}". Give each its own.')
    return ordered
