"""Starts a project: the files that say who published which documents, and what is compared."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from claimcmp.errors import SourceError
from claimcmp.records import Document
from claimcmp.report import ACTORS, format_sources_toml, format_topics_toml
from claimcmp.sources import ACTORS_FILE, SOURCES_FILE, TOPICS_FILE, holds_documents, is_date, read_documents
from claimcmp.topic_advice import suggest_topics


def plan_project(folder: Path) -> Mapping[Path, str]:
    """Return the files that a project in ``folder`` lacks, with their text; those that are there are left out."""
    if folder.exists() and not folder.is_dir():
        raise SourceError(f"{folder.as_posix()} is a file. Name a folder for the project.")
    missing = [name for name in (SOURCES_FILE, TOPICS_FILE, ACTORS_FILE) if not (folder / name).exists()]
    documents = read_documents([folder])[0] if missing and holds_documents(folder) else ()
    texts = {}
    for name in missing:
        if name == SOURCES_FILE:
            texts[folder / name] = format_sources_toml(_describe(document, folder) for document in documents)
        elif name == TOPICS_FILE:
            # What is in an old topics.toml further up does not count here.
            proposals = suggest_topics(documents, topics=()) if documents else ()
            texts[folder / name] = format_topics_toml(proposals)
        else:
            texts[folder / name] = ACTORS
    return texts


def _describe(document: Document, folder: Path) -> Document:
    """Return a document with its path below the folder, and with what it says of itself."""
    from claimcmp.pipeline import load_plain_analyser, read_front_matter

    layout = load_plain_analyser().find_layout(document)
    found = read_front_matter(document.text, layout)
    path = Path(document.path or document.name)
    below = path.relative_to(folder) if path.is_relative_to(folder) else path
    return replace(
        document,
        path=below.as_posix(),
        source=found.publisher or document.source,
        title=found.title,
        author=found.author,
        published=found.published if found.published and is_date(found.published) else None,
        url=found.url,
    )
