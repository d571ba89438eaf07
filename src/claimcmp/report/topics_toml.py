"""Proposed topics as a topics.toml that can be used as it is and is meant to be edited."""

import json
from collections.abc import Iterator, Sequence

from claimcmp.records import TopicProposal
from claimcmp.report.safe_text import for_screen
from claimcmp.report.wording import count

HEADER = """\
# Topics that several documents share, proposed by claimcmp: keep, rename, join and delete as you like.
# Claims get a topic by its terms, and by meaning where label, definition and terms are near.
# A term matches every inflected form of its words; "exclude" lists phrases inside which a term does not count.
# `claimcmp topics check` tests the examples and says which terms find nothing.
"""
EMPTY = """\
# [[topic]]
# id = "prices"
# label = "Consumer prices"
# definition = "How the prices of goods and services change"
# terms = ["inflation", "price of food", "cost of living"]
# exclude = ["at any price"]
# [topic.examples]
# match = ["The cost of living went up again."]
# no_match = ["Peace at any price is no policy."]
"""
"""What stands where nothing is proposed."""


def format_topics_toml(proposals: Sequence[TopicProposal]) -> str:
    """Return a topics.toml with a commented table for each proposal."""
    tables = ["\n".join(_format_topic(proposal)) + "\n" for proposal in proposals]
    return "\n".join([HEADER, *(tables or [EMPTY])])


def quote(text: str) -> str:
    """Return a text as a TOML string; what JSON escapes TOML escapes alike, and delete too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _format_topic(proposal: TopicProposal) -> Iterator[str]:
    topic = proposal.topic
    sources = ", ".join(map(for_screen, proposal.sources))
    told = f"{count(len(proposal.sentences), 'sentence')} of {count(len(proposal.sources), 'source')}: {sources}"
    yield f"# {told}; keyness {proposal.keyness:.0f}"
    yield "[[topic]]"
    yield f"id = {quote(topic.id)}"
    yield f"label = {quote(topic.label)}"
    yield '# definition = "What it is about, in a sentence: its words count by meaning."'
    yield f"terms = [{', '.join(map(quote, topic.terms))}]"
    if topic.match_examples:
        yield "[topic.examples]"
        yield "match = ["
        yield from (f"    {quote(text)}," for text in topic.match_examples)
        yield "]"
