from collections.abc import Callable
from dataclasses import replace

import pytest

from claimcmp.records import Claim, Comparison, Document, Extraction, Group, Review, ReviewEntry, Topic
from claimcmp.review.anchors import Anchors
from claimcmp.workflow import compare, extract

TEXTS = {
    "harbour.txt": (
        "Harbour Gazette",
        "The new bridge cost 40 million euros. The ferry carried 2,000 passengers a day. "
        "The lighthouse was not damaged by the storm. Herring stocks recovered in the bay.",
    ),
    "island.txt": (
        "Island Herald",
        "The new bridge cost 55 million euros. The ferry carried 2,000 passengers a day. "
        "The storm damaged the lighthouse. Herring stocks have recovered in the bay.",
    ),
    "coast.txt": (
        "Coast Radio",
        "The new bridge cost about 41 million euros. The ferry may carry 2,000 passengers a day. "
        "Herring stocks collapsed in the bay.",
    ),
}
TOPIC = Topic("coast", "The coast", terms=("bridge", "ferry", "lighthouse", "herring"))


@pytest.fixture(scope="session")
def extraction() -> Extraction:
    """Three sources on a bridge, a ferry, a lighthouse and herring."""
    documents = [Document(name=name, text=text, source=source) for name, (source, text) in TEXTS.items()]
    return extract(documents, topics=[TOPIC])


@pytest.fixture(scope="session")
def comparison(extraction: Extraction) -> Comparison:
    return compare(extraction)


@pytest.fixture(scope="session")
def find(extraction: Extraction) -> Callable[[Comparison, str], Group]:
    """Find the group that has a word in its claims."""
    texts = {claim.id: claim.text for claim in extraction.claims}

    def find_group(compared: Comparison, word: str) -> Group:
        (found,) = (group for group in compared.groups if any(word in texts[claim] for claim in group.claims))
        return found

    return find_group


@pytest.fixture(scope="session")
def decide(extraction: Extraction) -> Callable[..., Review]:
    """Make the review of somebody who decides one thing of a group."""

    def make(reviewer: str, group: Group, action: str, **fields: object) -> Review:
        anchors = Anchors(extraction.claims)
        entry = ReviewEntry(
            action=action,  # type: ignore[arg-type]
            topic=group.topic,
            claims=tuple(anchors.make(claim) for claim in group.claims),
            group=group.id,
            matter=group.matter,
            verdict=group.verdict,
        )
        return Review(reviewer, (replace(entry, **fields),))  # type: ignore[arg-type]

    return make


def shift(claim: Claim, length: int) -> Claim:
    """Return the claim as it is once so many characters were put before it."""
    return replace(
        claim,
        start=claim.start + length,
        end=claim.end + length,
        sentence_start=claim.sentence_start + length,
        sentence_end=claim.sentence_end + length,
    )
