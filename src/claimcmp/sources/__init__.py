"""Files as documents, with what sources.toml and topics.toml say."""

from claimcmp.sources.actors import ACTORS_FILE, choose_actors_file, read_actors
from claimcmp.sources.decoding import DecodingError, decode
from claimcmp.sources.discovery import SETTINGS, find_files, holds_documents
from claimcmp.sources.documents import NOT_THERE, hash_file, hash_text, read_documents
from claimcmp.sources.metadata import SOURCES_FILE, SourceEntry, Sources, check_published, is_date, read_sources
from claimcmp.sources.places import expand_home
from claimcmp.sources.topic_choice import choose_topics_file, find_example_topics, find_topic
from claimcmp.sources.topics import TOPICS_FILE, is_blank, read_topics

__all__ = [
    "ACTORS_FILE",
    "NOT_THERE",
    "SETTINGS",
    "SOURCES_FILE",
    "TOPICS_FILE",
    "DecodingError",
    "SourceEntry",
    "Sources",
    "check_published",
    "choose_actors_file",
    "choose_topics_file",
    "decode",
    "expand_home",
    "find_example_topics",
    "find_files",
    "find_topic",
    "hash_file",
    "hash_text",
    "holds_documents",
    "is_blank",
    "is_date",
    "read_actors",
    "read_documents",
    "read_sources",
    "read_topics",
]
