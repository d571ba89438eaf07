"""Topics for people and programs: how often each is spoken of, which are suggested, what is wrong with them."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.records import Extraction, Topic, TopicProblem, TopicProposal
from claimcmp.records_json import to_plain
from claimcmp.report.arrangement import unique
from claimcmp.report.safe_text import cut, for_screen
from claimcmp.report.screen import render
from claimcmp.report.wording import count

_SENTENCES_SHOWN = 2
_LONGEST_QUOTE = 160
_GAP = 2
_INDENT = 4


def format_topics(extraction: Extraction, *, width: int = 100, color: bool = False) -> str:
    """Return a row a topic with its claims by source, then how much of each source is on some topic."""
    sources = unique(document.source for document in extraction.documents)
    topics = _make_table("topic", "claims", "sources", "claims by source")
    for topic in extraction.topics:
        counts = Counter(claim.source for claim in extraction.claims if topic.id in claim.topics)
        told = ", ".join(f"{for_screen(source)} {counts[source]}" for source in sources if counts[source])
        held = f"{len(counts)} of {len(sources)}"
        topics.add_row(Text(for_screen(topic.id)), f"{counts.total():,}", held, Text(told or "–"))
    coverage = _make_table("source", "sentences", "on a topic", "share")
    for source, sentences, covered in _find_coverage(extraction):
        share = f"{covered / sentences:.0%}" if sentences else "–"
        coverage.add_row(Text(for_screen(source)), f"{sentences:,}", f"{covered:,}", share)
    note = Text("on a topic: sentences with a claim on one of the topics.", style="dim")
    return render(topics, "", coverage, note, width=width, color=color)


def format_topics_json(extraction: Extraction) -> str:
    """Return the same as JSON."""
    sources = unique(document.source for document in extraction.documents)
    rows = []
    for topic in extraction.topics:
        counts = Counter(claim.source for claim in extraction.claims if topic.id in claim.topics)
        by_source = {source: counts[source] for source in sources}
        rows.append({"id": topic.id, "label": topic.label, "claims": counts.total(), "by_source": by_source})
    coverage = [
        {"source": source, "sentences": sentences, "on_topic": covered}
        for source, sentences, covered in _find_coverage(extraction)
    ]
    return _to_json({"topics": rows, "coverage": coverage})


def format_proposals(proposals: Sequence[TopicProposal], *, width: int = 100, color: bool = False) -> str:
    """Return the suggested topics with their terms, who shares them, and sentences."""
    parts: list[RenderableType] = []
    for proposal in proposals:
        topic = proposal.topic
        parts.append(Text(for_screen(topic.label), style="bold"))
        told = f"{count(len(proposal.sources), 'source')}, {count(len(proposal.sentences), 'sentence')}"
        terms = ", ".join(map(for_screen, topic.terms))
        lines = [f"{told}, keyness {proposal.keyness:,.0f}; terms: {terms}"]
        for document, text in _choose_sentences(proposal):
            lines.append(f"{for_screen(document)}: “{cut(for_screen(text), _LONGEST_QUOTE)}”")
        parts += [Padding(Text(line, overflow="fold"), (0, 0, 0, _INDENT)) for line in lines]
    if not proposals:
        parts.append(Text("No term recurs in several sources that the topics do not cover."))
    return render(*parts, width=width, color=color)


def format_proposals_json(proposals: Sequence[TopicProposal]) -> str:
    """Return the suggested topics as JSON, with all their sentences."""
    return _to_json({"topics": [to_plain(proposal) for proposal in proposals]})


def format_problems(
    topics: Sequence[Topic], problems: Sequence[TopicProblem], *, width: int = 100, color: bool = False
) -> str:
    """Return what is wrong with topics, a line each, those that fail first."""
    examples = sum(len(topic.match_examples) + len(topic.no_match_examples) for topic in topics)
    failed = [problem for problem in problems if problem.kind == "example"]
    others = [problem for problem in problems if problem.kind != "example"]
    lines = [f"Failed: {for_screen(f'{problem.topic}: {problem.message}')}" for problem in failed]
    lines += [f"Note: {for_screen(f'{problem.topic}: {problem.message}')}" for problem in others]
    passed = f"{examples - len(failed)} of {count(examples, 'example')} pass" if examples else "no examples to test"
    lines.append(f"{count(len(topics), 'topic')}: {passed}, {count(len(others), 'note')}.")
    return render(*(Text(line, overflow="fold") for line in lines), width=width, color=color)


def _choose_sentences(proposal: TopicProposal) -> Iterator[tuple[str, str]]:
    """Yield a sentence each of the first documents."""
    seen: set[str] = set()
    for sentence in proposal.sentences:
        if sentence.document not in seen and len(seen) < _SENTENCES_SHOWN:
            seen.add(sentence.document)
            yield sentence.document, sentence.text


def _find_coverage(extraction: Extraction) -> Iterator[tuple[str, int, int]]:
    """Yield each source with its sentences, and how many of them have a claim on some topic."""
    sentences: Counter[str] = Counter()
    for document in extraction.documents:
        sentences[document.source] += document.sentences
    covered = {(claim.source, claim.document, claim.sentence_start) for claim in extraction.claims if claim.topics}
    on_topic = Counter(source for source, _, _ in covered)
    for source, number in sentences.items():
        yield source, number, on_topic[source]


def _make_table(first: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    table.add_column(first, overflow="fold")
    for column in columns:
        last = column == "claims by source"
        table.add_column(column, justify="left" if last else "right", overflow="fold", no_wrap=not last)
    return table


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
