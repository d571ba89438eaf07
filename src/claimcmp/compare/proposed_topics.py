"""Compares claims under topics that nobody asked for: all with all, then each group under its heading.

Proposed topics are headings, no borders. On annotated subjects, comparing every claim with every other one finds about
as many of the right pairs as topics written by hand; comparing within proposed topics finds half of them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.grouping.groups import give_ids, make_group_id
from claimcmp.compare.options import CompareOptions
from claimcmp.records import Claim, Comparison, Extraction, Topic

OTHER = Topic("other", "Other", "What no proposed topic covers")
LEAST_SHARE = 0.5
"""Of the claims of a group, that a topic must have to stand above it."""


def compare_under_proposed(
    extraction: Extraction, *, topics: Sequence[Topic] | None = None, options: CompareOptions | None = None
) -> Comparison:
    """Compare all claims with each other, and show the groups of some topics (default: all, and of ``OTHER``).

    The claims of a group have its topic beside their own.
    """
    every = tuple(replace(claim, topics=(OTHER.id,)) for claim in extraction.claims)
    whole = compare_claims(replace(extraction, topics=(OTHER,), claims=every), options=options)
    known = (*extraction.topics, OTHER)
    claims = {claim.id: claim for claim in extraction.claims}
    heading = {
        group.id: find_heading([claims[claim] for claim in group.claims], extraction.topics) for group in whole.groups
    }
    headings: dict[str, list[Topic]] = {}
    for group in whole.groups:
        for member in group.claims:
            headings.setdefault(member, []).append(heading[group.id])
    for claim in extraction.claims:
        headings.setdefault(claim.id, [find_heading([claim], extraction.topics)])
    shown = {topic.id for topic in (known if topics is None else topics)}
    kept = tuple(
        replace(claim, topics=tuple(dict.fromkeys((*claim.topics, *(above.id for above in headings[claim.id])))))
        for claim in extraction.claims
        if any(above.id in shown for above in headings[claim.id])
    )
    visible = {claim.id for claim in kept}
    groups = [
        replace(group, id=make_group_id(heading[group.id].id, group.claims[0]), topic=heading[group.id].id)
        for group in whole.groups
        if heading[group.id].id in shown
    ]
    order = {topic.id: place for place, topic in enumerate(known)}
    unjudged = (replace(pair, topic=headings[pair.a][0].id) for pair in whole.unjudged)
    clashes = (replace(found, topic=headings[found.pair.a][0].id) for found in whole.self_contradictions)
    other = any(OTHER in above for above in headings.values())
    used = tuple(topic for topic in known if topic.id in shown and (topic is not OTHER or other))
    return replace(
        whole,
        topics=used,
        claims=kept,
        groups=give_ids(sorted(groups, key=lambda group: order[group.topic])),
        unmatched=tuple(claim for claim in whole.unmatched if claim in visible),
        unjudged=tuple(pair for pair in unjudged if pair.topic in shown),
        settings={**whole.settings, "topics": [topic.id for topic in used]},
        self_contradictions=tuple(found for found in clashes if found.topic in shown),
    )


def find_heading(claims: Sequence[Claim], topics: Iterable[Topic]) -> Topic:
    """Return the topic that most of these claims have, of several the first; ``OTHER`` where none has half of them."""
    counts = Counter(topic for claim in claims for topic in claim.topics)
    best = max(topics, key=lambda topic: counts[topic.id], default=OTHER)
    return best if counts[best.id] >= max(1, LEAST_SHARE * len(claims)) else OTHER
