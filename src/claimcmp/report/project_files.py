"""The files of a new project, commented so that they explain themselves: sources.toml, topics.toml, actors.toml."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from claimcmp.records import Document
from claimcmp.report.topics_toml import quote

SOURCES_HEADER = """\
# Who published each document, and when. What is commented out is not known: fill it in and take off the #.
# Without "publisher" the name of the file stands for the source; without "published" nothing can be dated.
# Documents with the same "voice" (copies of one agency's text) count as one source.
"""
SOURCES_EXAMPLE = """\
# [[source]]
# file = "report.txt"
# publisher = "Institute for Trade"
# author = "A. Writer"
# title = "Prices in May"
# published = "2024-05"                  # as precise as you know it
# url = "https://example.org/report"
# voice = "newswire"
"""
ACTORS = """\
# Who goes by which names, beside countries, alliances and large organisations, which are known.
# Add the firms, courts, parties, agencies and people of your subject: names of one actor count as one.

# [[actor]]
# id = "boe"                                 # what all its names share
# name = "Bank of England"
# kind = "organisation"                      # or company, person, country, place, event
# aliases = ["BoE", "Threadneedle Street"]   # as they are printed; capitals count
# demonyms = []                              # words for its people, and its adjectives
"""


def format_sources_toml(documents: Iterable[Document]) -> str:
    """Return a sources.toml with an entry for each document; its path is relative to the file's folder."""
    entries = ["\n".join(_format_source(document)) + "\n" for document in documents]
    return "\n".join([SOURCES_HEADER, *(entries or [SOURCES_EXAMPLE])])


def _format_source(document: Document) -> Iterator[str]:
    yield "[[source]]"
    yield f"file = {quote(document.path or document.name)}"
    # What nobody named goes by its file.
    publisher = None if document.source == PurePosixPath(document.name).with_suffix("").as_posix() else document.source
    for key, value, example in (
        ("publisher", publisher, "Who published it"),
        ("author", document.author, "A. Writer"),
        ("title", document.title, "Its title"),
        ("published", document.published, "2024-05-31"),
    ):
        yield f"# {key} = {quote(example)}" if value is None else f"{key} = {quote(value)}"
    if document.url is not None:
        yield f"url = {quote(document.url)}"
