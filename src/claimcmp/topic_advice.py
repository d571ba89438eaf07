"""Advice on topics: which ones documents suggest, and what is wrong with those of a file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimcmp.errors import UsageError
from claimcmp.inputs import Inputs, find_topics, list_paths, read_inputs
from claimcmp.records import Topic, TopicProblem, TopicProposal

if TYPE_CHECKING:
    from claimcmp.pipeline import Analyser

MOST = 12
EXAMPLES = 2
"""Sentences that a proposed topic gets to be tested with."""


def suggest_topics(
    inputs: Inputs, *, topics: str | Path | Sequence[Topic] | None = None, most: int = MOST, model: str | None = None
) -> tuple[TopicProposal, ...]:
    """Suggest topics for what documents have in common and no topic covers, the best first.

    ``topics`` are those that there are already: a file or topics; without them the file topics.toml beside the
    documents, if there is one. Each suggestion has sentences of the documents as examples.
    """
    from claimcmp.pipeline import Analyser

    known = find_topics(topics, list_paths(inputs))[0] or ()
    documents, _ = read_inputs(inputs)
    analyser = Analyser(known, model=model)
    proposals = analyser.propose_topics([analyser.read(document) for document in documents], most=most)
    tester = Analyser([proposal.topic for proposal in proposals], model=model)
    taken = {topic.id for topic in known}
    return tuple(_add_examples(_rename(proposal, taken), proposal.topic, tester) for proposal in proposals)


def check_topics(
    topics: str | Path | Sequence[Topic] | None = None, inputs: Inputs = ()
) -> tuple[tuple[Topic, ...], tuple[TopicProblem, ...]]:
    """Return the topics and what is wrong with them: examples that fail, terms in no document, terms in two topics.

    ``topics`` is a topics file or topics; without it the file topics.toml beside the documents.
    """
    from claimcmp.pipeline import Analyser

    found, _ = find_topics(topics, list_paths(inputs))
    if found is None:
        # A folder that is not there is told before what it should hold.
        read_inputs(inputs) if inputs else ()
        raise UsageError("There is no topics.toml beside the documents. Name a file with --topics.")
    documents = read_inputs(inputs)[0] if inputs else ()
    analyser = Analyser(found)
    return found, (*analyser.find_failing_examples(), *analyser.check_terms(documents))


def _rename(proposal: TopicProposal, taken: set[str]) -> TopicProposal:
    """Give a proposal an id that no topic has yet."""
    wanted = name = proposal.topic.id
    number = 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    label = proposal.topic.label if name == wanted else f"{proposal.topic.label} ({number})"
    return replace(proposal, topic=replace(proposal.topic, id=name, label=label))


def _add_examples(proposal: TopicProposal, tested: Topic, tester: "Analyser") -> TopicProposal:
    """Give a proposal the shortest of its sentences that its terms find when they are read alone."""
    texts = dict.fromkeys(" ".join(sentence.text.split()) for sentence in proposal.sentences)
    fit = (text for text in sorted(texts, key=lambda text: (len(text), text)) if tester.matches(tested, text))
    examples = tuple(text for text, _ in zip(fit, range(EXAMPLES), strict=False))
    return replace(proposal, topic=replace(proposal.topic, match_examples=examples))
