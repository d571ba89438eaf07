"""A comparison as Markdown for a memo: a section a topic, quotes as block quotes, their places as footnotes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from claimcmp.records import COMPATIBLE, Claim, Comparison, DocumentSummary, Group, Pair
from claimcmp.report.arrangement import TopicView, by_id, by_topic
from claimcmp.report.safe_text import for_screen
from claimcmp.report.standing import tell_consensus, tell_decisions, tell_shared_voices, tell_spreads
from claimcmp.report.summary import summarise_comparison
from claimcmp.report.wording import RELATION_WORDS, count, find_respects, show_verdict, tell_verdicts

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|$&#]")

_ADDRESS = re.compile(r"https?://[!-;=?-~]+")


def format_markdown(comparison: Comparison) -> str:
    """Return the comparison as GitHub-flavoured Markdown.

    Pairs that diverge are listed with their reason and rule; those that do not are counted by rule. Text of a source is
    escaped, so that it formats nothing and links nowhere.
    """
    claims = by_id(comparison)
    notes = _Footnotes(claims, {document.name: document for document in comparison.documents})
    labels = {topic.id: topic.label for topic in comparison.topics}
    blocks = ["# Comparison of claims", escape(summarise_comparison(comparison).strip()), _list_sources(comparison)]
    for view in by_topic(comparison):
        blocks += [f"## {escape(labels.get(view.topic) or view.topic)}", _tell_topic(view)]
        for group in view.groups:
            blocks += _tell_group(group, claims, notes, comparison)
    clashes = [_tell_pair(found.pair, notes) for found in comparison.self_contradictions]
    if clashes:
        blocks += ["## Sources that contradict themselves", "\n".join(clashes)]
    return "\n\n".join([*blocks, *notes.written()]) + "\n"


def escape(text: str) -> str:
    """Return the text on one line with everything escaped that Markdown would read as formatting."""
    return _SPECIAL.sub(r"\\\g<0>", for_screen(text))


class _Footnotes:
    """Numbers for claims in the order in which they are first mentioned, and what the notes say."""

    def __init__(self, claims: Mapping[str, Claim], documents: Mapping[str, DocumentSummary]) -> None:
        self._claims = claims
        self._documents = documents
        self._numbers: dict[str, int] = {}

    def refer(self, claim: str) -> str:
        """Return the reference to a claim."""
        return f"[^{self._numbers.setdefault(claim, len(self._numbers) + 1)}]"

    def written(self) -> Iterator[str]:
        """Return the notes that were referred to."""
        for name, number in self._numbers.items():
            yield f"[^{number}]: {self._place(self._claims[name])}"

    def _place(self, claim: Claim) -> str:
        document = self._documents.get(claim.document)
        title = f"*{escape(document.title)}*" if document and document.title else ""
        url = _link(document.url) if document and document.url else ""
        place = f"{escape(claim.document)}, characters {claim.start}–{claim.end}"
        told = (escape(claim.source), title, claim.published or "", place, url, f"claim {escape(claim.id)}")
        return ", ".join(part for part in told if part) + "."


def _link(url: str) -> str:
    return f"<{url}>" if _ADDRESS.fullmatch(url) else escape(url)


def _list_sources(comparison: Comparison) -> str:
    rows = [
        f"| {escape(document.source)} | {escape(document.title or '')} | {document.published or ''} "
        f"| {escape(document.name)} | {document.claims:,} |"
        for document in comparison.documents
    ]
    return "\n".join(["| Source | Title | Published | Document | Claims |", "|---|---|---|---|--:|", *rows])


def _tell_topic(view: TopicView) -> str:
    groups = f"{tell_verdicts(view.groups)}. " if view.groups else ""
    return f"{count(len(view.claims), 'claim')}. {groups}{count(view.unmatched, 'claim')} without a counterpart."


def _tell_group(group: Group, claims: Mapping[str, Claim], notes: _Footnotes, comparison: Comparison) -> Iterator[str]:
    differences = f" ({', '.join(respects)})" if (respects := find_respects(group)) else ""
    yield f"### {show_verdict(group)}{differences}: {escape(group.matter)}"
    standing = [tell_consensus(group), *tell_shared_voices(group), *tell_spreads(group)]
    if any(standing):
        yield f"{escape('; '.join(told for told in standing if told))}."
    for claim in group.claims:
        yield _quote(claims[claim], notes)
    rulings = [*_tell_rulings(group.pairs, notes), *_tell_limits(group, comparison)]
    yield "\n".join([*rulings, *(f"- Decision of {escape(decision)}" for decision in tell_decisions(group))])


def _quote(claim: Claim, notes: _Footnotes) -> str:
    told = [escape(claim.source)]
    if claim.attributed_to:
        told.append(f"attributed to {escape(claim.attributed_to.name) or 'somebody unnamed'}")
    if claim.polarity == "negated":
        told.append("negated")
    if claim.modality != "asserted":
        told.append(claim.modality)
    return f"> “{escape(claim.text)}” {notes.refer(claim.id)}  \n> — {', '.join(told)}"


def _tell_rulings(pairs: Iterable[Pair], notes: _Footnotes) -> Iterator[str]:
    held = tuple(pairs)
    yield from (_tell_pair(pair, notes) for pair in held if pair.relation not in COMPATIBLE)
    rules = Counter((pair.relation, pair.rule) for pair in held if pair.relation in COMPATIBLE)
    for (relation, rule), n in rules.items():
        yield f"- {relation}: {count(n, 'pair')} (rule {escape(rule)})"


def _tell_pair(pair: Pair, notes: _Footnotes) -> str:
    counted = "" if pair.independent else ", adds no voice"
    return (
        f"- {notes.refer(pair.a)} and {notes.refer(pair.b)} {RELATION_WORDS[pair.relation]}: {escape(pair.reason)} "
        f"(rule {escape(pair.rule)}, confidence {pair.confidence:.2f}, score {pair.score:.2f}{counted})"
    )


def _tell_limits(group: Group, comparison: Comparison) -> Iterator[str]:
    if group.silent:
        yield f"- Silent here: {', '.join(escape(source) for source in group.silent)}"
    if group.pairs_hidden:
        yield f"- {count(group.pairs_hidden, 'pair')} hidden by filters"
    yield f"- Group {escape(group.id)}, threshold {comparison.settings.get('threshold', 'unknown')}"
