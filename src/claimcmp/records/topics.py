"""What claims are wanted about, and why a claim is on a topic."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

TopicBy = Literal["term", "pattern", "carried", "meaning"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that the user wants claims about, as ``topics.toml`` defines it."""

    id: str
    """By which claims, groups and commands name it."""
    label: str
    """What people call it."""
    definition: str = ""
    """What belongs to it, in a sentence."""
    terms: tuple[str, ...] = ()
    """Words and phrases that bring a sentence to it."""
    patterns: tuple[tuple[Mapping[str, Any], ...], ...] = ()
    """spaCy token patterns; each is a sequence of token descriptions."""
    exclude: tuple[str, ...] = ()
    """Phrases inside which a term does not count."""
    match_examples: tuple[str, ...] = ()
    no_match_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicSentence:
    """A sentence that a proposed topic was found in."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TopicProposal:
    """A topic that nobody asked for, but that sources share; nothing is decided by it until a user takes it up."""

    topic: Topic
    sources: tuple[str, ...]
    """Those that speak of it, in the order of the documents."""
    keyness: float
    """How much more often its first term stands here than in general English: a log-likelihood ratio."""
    sentences: tuple[TopicSentence, ...]


@dataclass(frozen=True, slots=True)
class TopicProblem:
    """What is wrong, or perhaps wrong, with a topic of a file."""

    kind: Literal["example", "idle", "overlap"]
    """An example that fails; terms that stand in no document; a term that is one of another topic too."""
    topic: str
    message: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicEvidence:
    """Why a claim has a topic: the term that matched, or the sentence it was carried over from."""

    topic: str
    """The id of the topic."""
    by: TopicBy
    """What brought the claim to it."""
    text: str
    """The matched words; for a carried topic the referring words of the claim."""
    start: int
    end: int
    score: float | None = None
    """How near its meaning is; null where a term decided."""


@dataclass(frozen=True, slots=True)
class NearTopic:
    """A topic that a claim is near to by its meaning, without being on it."""

    topic: str
    """The id of the topic."""
    behind: float
    """How far its score is behind that of the nearest topic of the sentence; 0 for that one."""
