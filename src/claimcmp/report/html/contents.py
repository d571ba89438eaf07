"""What the page needs of a comparison, looked up once."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from claimcmp.records import COMPATIBLE, Claim, Comparison, Group, Pair
from claimcmp.report.arrangement import TopicView, by_id, by_topic, sources_of
from claimcmp.report.html.markup import anchor


@dataclass(frozen=True, slots=True)
class Contents:
    """A comparison with what is looked up in it again and again."""

    comparison: Comparison
    texts: Mapping[str, str]
    claims: Mapping[str, Claim]
    views: tuple[TopicView, ...]
    sources: tuple[str, ...]
    labels: Mapping[str, str]
    """The topics' labels by id."""
    numbers: Mapping[str, int]
    """The groups' numbers, the same as in the terminal."""
    groups_of: Mapping[str, tuple[Group, ...]]
    """The groups that a claim is in."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups in the order of their numbers."""
        return tuple(group for view in self.views for group in view.groups)


@dataclass(frozen=True, slots=True)
class Part:
    """What a source's pairs in a group come to."""

    agrees: bool = False
    adds: bool = False
    diverges: bool = False


def gather(comparison: Comparison, texts: Mapping[str, str]) -> Contents:
    """Return the contents of the page; a group that names an unknown claim raises ``ReportError``."""
    views = by_topic(comparison)
    numbers, groups_of = count(1), dict[str, tuple[Group, ...]]()
    for view in views:
        for group in view.groups:
            for claim in group.claims:
                groups_of[claim] = (*groups_of.get(claim, ()), group)
    return Contents(
        comparison=comparison,
        texts=texts,
        claims=by_id(comparison),
        views=views,
        sources=sources_of(comparison),
        labels={topic.id: topic.label or topic.id for topic in comparison.topics},
        numbers={group.id: next(numbers) for view in views for group in view.groups},
        groups_of=groups_of,
    )


def find_parts(group: Group, claims: Mapping[str, Claim]) -> dict[str, Part]:
    """Return how each source of a group stands to the others, by its independent pairs."""
    relations: dict[str, set[str]] = {source: set() for source in group.sources}
    for pair in group.pairs:
        if pair.independent:
            for side in (pair.a, pair.b):
                relations.setdefault(claims[side].source, set()).add(pair.relation)
    return {
        source: Part("agree" in held, "complementary" in held, bool(held - COMPATIBLE))
        for source, held in relations.items()
    }


def group_place(group: Group) -> str:
    """Return the id of a group's place in the page."""
    return anchor("g", group.id)


def topic_place(topic: str) -> str:
    """Return the id of the place where the groups of a topic begin."""
    return anchor("t", topic)


def quote_place(group: Group, claim: str) -> str:
    """Return the id of a claim's quote in a group."""
    return anchor("q", group.id, claim)


def claim_place(claim: str) -> str:
    """Return the id of a claim's place in its document."""
    return anchor("c", claim)


def document_place(name: str) -> str:
    """Return the id of a document's place in the page."""
    return anchor("d", name)


def diverging(group: Group) -> tuple[Pair, ...]:
    """Return the independent pairs of a group that diverge."""
    return tuple(pair for pair in group.pairs if pair.independent and pair.relation not in COMPATIBLE)
