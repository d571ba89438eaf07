"""Compares the claims of an extraction, and follows what reviewers decided."""

from collections.abc import Iterable
from pathlib import Path

from claimcmp.compare import CompareOptions
from claimcmp.errors import UsageError
from claimcmp.records import Claim, Comparison, DocumentSummary, Extraction, Review, Topic
from claimcmp.sources import find_topic
from claimcmp.workflow.names import list_names


def compare(
    claims: Extraction | Iterable[Claim],
    *,
    topics: str | Iterable[str] = (),
    options: CompareOptions | None = None,
    reviews: Iterable[Review] = (),
) -> Comparison:
    """Compare the claims of different sources, topic by topic; ``topics`` are ids or labels, default all.

    Topics that were proposed are headings: claims are compared whether they share one or not. ``reviews`` are decisions
    of people, which are followed where they still fit. Claims without an extraction are compared within the topics that
    they have. Raises ``UsageError`` for an
    unknown topic, and for the path of a folder.
    """
    if isinstance(claims, str | Path):
        raise UsageError(
            f'compare takes an Extraction or claims, not the path "{claims}". '
            "Read the folder first: compare(claimcmp.store.read_extraction(Path(...)))."
        )
    extraction = claims if isinstance(claims, Extraction) else _make_extraction(claims)
    from claimcmp.compare.comparator import compare_claims
    from claimcmp.compare.proposed_topics import OTHER, compare_under_proposed

    proposed = bool(extraction.settings.get("topics_proposed"))
    known = (*extraction.topics, OTHER) if proposed else extraction.topics
    # By id: a topic with patterns has no hash.
    chosen = tuple({topic.id: topic for topic in (find_topic(known, name) for name in list_names(topics))}.values())
    compare_all = compare_under_proposed if proposed else compare_claims
    comparison = compare_all(extraction, topics=chosen or None, options=options)
    decided = tuple(reviews)
    if not decided:
        return comparison
    from claimcmp.review.replay import replay

    return replay(extraction, comparison, decided, options=options)


def count_left_aside(extraction: Extraction) -> int:
    """Return how many claims no topic lets into a comparison; topics that were proposed leave none out."""
    if extraction.settings.get("topics_proposed"):
        return 0
    return sum(not claim.topics for claim in extraction.claims)


def _make_extraction(claims: Iterable[Claim]) -> Extraction:
    ordered = tuple(sorted(claims, key=lambda claim: (claim.document, claim.start, claim.end, claim.id)))
    counts: dict[str, int] = {}
    for claim in ordered:
        counts[claim.document] = counts.get(claim.document, 0) + 1
    firsts = {claim.document: claim for claim in reversed(ordered)}
    documents = tuple(
        DocumentSummary(name, firsts[name].source, None, None, firsts[name].published, None, None, "", 0, count)
        for name, count in counts.items()
    )
    topic_ids = dict.fromkeys(topic for claim in ordered for topic in claim.topics)
    return Extraction(documents=documents, topics=tuple(Topic(topic, topic) for topic in topic_ids), claims=ordered)
