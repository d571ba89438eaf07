"""Topics that were proposed are headings: claims are compared whether they share one or not."""

import claimcmp
from claimcmp.compare.proposed_topics import OTHER, find_heading
from claimcmp.records import Document, Extraction, Topic

DOCUMENTS = (
    Document("east.txt", "The tunnel cost 400 million euros. A strike closed the zoo for a week.", "East"),
    Document("west.txt", "The tunnel cost 900 million euros. The zoo was closed by a strike.", "West"),
)


def extract() -> Extraction:
    found = claimcmp.extract(DOCUMENTS)
    assert found.settings["topics_proposed"] is True
    return found


def test_every_claim_is_kept_and_compared() -> None:
    comparison = claimcmp.compare(extract())
    assert len(comparison.claims) == 4
    relations = {pair.relation for group in comparison.groups for pair in group.pairs}
    assert "differ-in-number" in relations
    assert {group.topic for group in comparison.groups} <= {topic.id for topic in comparison.topics}


def test_a_topic_alone_shows_its_groups_as_among_the_others() -> None:
    extraction = extract()
    whole = claimcmp.compare(extraction)
    for topic in whole.topics:
        alone = claimcmp.compare(extraction, topics=topic.id)
        assert alone.groups == tuple(group for group in whole.groups if group.topic == topic.id)
        assert {claim for group in alone.groups for claim in group.claims} <= {claim.id for claim in alone.claims}


def test_ids_of_groups_are_unique_and_every_claim_is_grouped_or_unmatched() -> None:
    comparison = claimcmp.compare(extract())
    ids = [group.id for group in comparison.groups]
    grouped = {claim for group in comparison.groups for claim in group.claims}
    assert len(set(ids)) == len(ids)
    assert grouped | set(comparison.unmatched) == {claim.id for claim in comparison.claims}
    topics = {claim.id: claim.topics for claim in comparison.claims}
    assert all(group.topic in topics[claim] for group in comparison.groups for claim in group.claims)


def test_a_heading_needs_half_of_the_claims() -> None:
    first, second = claimcmp.extract(DOCUMENTS[0], topics=[Topic("zoo", "Zoo", terms=("zoo",))]).claims[:1] * 2
    topics = (Topic("art", "Art"), Topic("zoo", "Zoo"))
    assert find_heading([first, second], topics).id == "zoo"
    assert find_heading([], topics) == OTHER
    assert find_heading([first], ()) == OTHER
