"""What a run is told to look for: its topics and the actors that the user knows, from files or as records."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from claimcmp.errors import UsageError
from claimcmp.records import Document, DocumentSummary, KnownActor, Topic
from claimcmp.sources import (
    choose_actors_file,
    choose_topics_file,
    find_example_topics,
    is_blank,
    read_actors,
    read_topics,
)

PACKAGED_EXAMPLE = "the packaged example"


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
        sha256=sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        sentences=sentence_count,
        claims=claim_count,
        notes=document.notes,
        path=document.path,
        off_topic=off_topic,
    )
