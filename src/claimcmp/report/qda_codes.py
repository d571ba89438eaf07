"""The code book of a REFI-QDA project: topics with their matters, relations, and stance."""

from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement

from claimcmp.records import COMPATIBLE, RELATIONS, Claim, Comparison, Group
from claimcmp.report.arrangement import by_topic, unique
from claimcmp.report.safe_text import for_xml
from claimcmp.report.standing import tell_consensus, tell_decisions, tell_shared_voices, tell_spreads
from claimcmp.report.tables import unlike_headings
from claimcmp.report.wording import RELATION_WORDS, find_respects, show_verdict

USER = "claimcmp"
CREATED = "2000-01-01T00:00:00Z"
"""Written into every project, so that the same comparison is the same file."""

_NAMESPACE = UUID("5f0e1e0c-5d5c-5c0e-9d0e-c1a13c3b0001")
_COLORS = {"agree": "#2E7D32", "complementary": "#7CB342", "contradict": "#C62828"}
_OTHER_COLOR = "#EF6C00"
_STANCES = ("negated", "hedged", "predicted", "conditional", "normative", "attributed")


class CodeBook:
    """All codes, each under a name of its own, and which of them a claim has."""

    def __init__(self, comparison: Comparison) -> None:
        self._views = by_topic(comparison)
        self._topics = {topic.id: topic for topic in comparison.topics}
        labels = [self._label(view.topic) for view in self._views]
        matters = [f"{group.matter} ({group.verdict})" for view in self._views for group in view.groups]
        # Some programs want every code under a name of its own, whatever it is part of.
        kept = {"topics", "relations", "stance", *RELATIONS, *_STANCES}
        names = iter(unlike_headings([*labels, *matters], "topic", kept))
        self._names = {view.topic: next(names) for view in self._views}
        self._matters = {group.id: next(names) for view in self._views for group in view.groups}
        self._codes: dict[str, list[str]] = {}
        for view in self._views:
            for group in view.groups:
                for claim in group.claims:
                    self._give(claim, guid("group", group.id))
        pairs = [pair for group in comparison.groups for pair in group.pairs]
        pairs += [clash.pair for clash in comparison.self_contradictions]
        found = {pair.relation for pair in pairs}
        self._relations = tuple(relation for relation in RELATIONS if relation in found)
        for pair in pairs:
            for claim in (pair.a, pair.b):
                self._give(claim, guid("relation", pair.relation))

    def element(self) -> Element:
        """Return the code book."""
        book = Element("CodeBook")
        codes = SubElement(book, "Codes")
        topics = _code(codes, guid("codes", "topics"), "Topics", "What the claims are about.", codable=False)
        for view in self._views:
            topic = self._topics.get(view.topic)
            about = topic.definition if topic else ""
            code = _code(topics, guid("topic", view.topic), self._names[view.topic], about)
            for group in view.groups:
                _code(code, guid("group", group.id), self._matters[group.id], _tell_group(group))
        relations = _code(codes, guid("codes", "relations"), "Relations", "How claims relate to others.", codable=False)
        for relation in self._relations:
            about = f"Claims of which two {RELATION_WORDS[relation]}."
            color = _COLORS.get(relation, _OTHER_COLOR)
            _code(relations, guid("relation", relation), relation, about, color=color)
        stance = _code(codes, guid("codes", "stance"), "Stance", "How a claim is put.", codable=False)
        for name in _STANCES:
            _code(stance, guid("stance", name), name, "")
        return book

    def codes_of(self, claim: Claim) -> tuple[str, ...]:
        """Return the codes of a claim."""
        stances = [claim.polarity, claim.modality, *(["attributed"] if claim.attributed_to else [])]
        return unique(
            [
                *(guid("topic", topic) for topic in claim.topics if topic in self._names),
                *self._codes.get(claim.id, ()),
                *(guid("stance", name) for name in stances if name in _STANCES),
            ]
        )

    def _give(self, claim: str, code: str) -> None:
        self._codes.setdefault(claim, []).append(code)

    def _label(self, topic: str) -> str:
        return self._topics[topic].label if topic in self._topics else topic


def guid(kind: str, *parts: str) -> str:
    """Return the id of a thing, the same in every run."""
    return str(uuid5(_NAMESPACE, "\x1f".join((kind, *parts)).encode("utf-8", "backslashreplace").decode()))


def put_text(parent: Element, tag: str, text: str) -> None:
    """Put an element with that text."""
    SubElement(parent, tag).text = for_xml(text)


def _code(parent: Element, name_id: str, name: str, about: str, *, codable: bool = True, color: str = "") -> Element:
    attributes = {"guid": name_id, "name": for_xml(name), "isCodable": "true" if codable else "false"}
    code = SubElement(parent, "Code", attributes | ({"color": color} if color else {}))
    if about:
        put_text(code, "Description", about)
    return code


def _tell_group(group: Group) -> str:
    differences = f" ({', '.join(respects)})" if (respects := find_respects(group)) else ""
    diverging = [pair for pair in group.pairs if pair.relation not in COMPATIBLE]
    lines = [
        f"{show_verdict(group)}{differences}. Group {group.id}.",
        *(told for told in (tell_consensus(group), *tell_shared_voices(group), *tell_spreads(group)) if told),
        *(f"{pair.a} and {pair.b}: {pair.relation}, {pair.reason} (rule {pair.rule})" for pair in diverging),
        *(f"Silent here: {', '.join(group.silent)}" for _ in group.silent[:1]),
        *(f"Decision of {decision}" for decision in tell_decisions(group)),
    ]
    return "\n".join(lines)
