"""Tags sentences by topic: by the user's terms and patterns, and by reference to a tagged sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from claimcmp.errors import PipelineError
from claimcmp.pipeline.attributes import list_fields, set_attributes
from claimcmp.pipeline.continuation import find_answer, find_back_reference, longest_chain
from claimcmp.pipeline.phrases import PhraseFinder
from claimcmp.pipeline.term_roots import find_root
from claimcmp.records import TopicEvidence

TOPICS = "claimcmp_topics"

NEED_A_PARSE = frozenset({"LEMMA", "POS", "TAG", "DEP", "MORPH", "ENT_TYPE", "ENT_IOB", "ENT_ID", "ENT_KB_ID", "_"})


@Language.factory(
    TOPICS,
    requires=["doc.sents", "span._.layout"],
    assigns=["span._.topic_evidence"],
    default_config={"topics": [], "carry": True},
)
def make_topics(nlp: Language, name: str, topics: list[dict[str, Any]], carry: bool) -> "TopicTagger":
    """Make the component; ``topics`` are dicts with the fields of ``records.Topic``."""
    return TopicTagger(nlp, name, topics=topics, carry=carry)


class TopicTagger:
    """Sets ``sent._.topic_evidence`` on every sentence of prose that bears on a topic.

    A term counts unless it stands inside an excluded phrase. A sentence without any topic's term that refers
    back takes over the topics of the sentence before it in its block, marked ``carried``.
    """

    def __init__(self, nlp: Language, name: str = TOPICS, *, topics: Sequence[Mapping[str, Any]], carry: bool = True):
        set_attributes()
        self.name = name
        self.carry = carry
        self.terms = PhraseFinder(nlp.vocab)
        self.excluded = PhraseFinder(nlp.vocab)
        self.patterns = Matcher(nlp.vocab)
        self.order = {topic["id"]: number for number, topic in enumerate(topics)}
        for topic in topics:
            terms = topic.get("terms", ())
            # Beside terms in small letters, a capitalised word is meant as a name: "Total", "Mint".
            names = any(term[:1].islower() for term in terms)
            self.terms.add(topic["id"], map(nlp.make_doc, terms), names=names)
            roots = filter(None, map(find_root, terms))
            self.terms.add(topic["id"], map(nlp.make_doc, roots), names=names)
            self.excluded.add(topic["id"], map(nlp.make_doc, topic.get("exclude", ())))
            if topic.get("patterns"):
                self._add_patterns(
                    nlp, topic["id"], [[dict(token) for token in pattern] for pattern in topic["patterns"]]
                )

    def _add_patterns(self, nlp: Language, topic: str, patterns: list[list[dict[str, Any]]]) -> None:
        example = 'Write a list of tables, for example patterns = [[{LOWER = "peace"}, {LOWER = "talks"}]].'
        for pattern in patterns:
            if any(not set(token) - {"OP"} for token in pattern):
                raise PipelineError(
                    f'Topic "{topic}": a token of a pattern says nothing and would match any. {example}'
                )
            if parsed := sorted(NEED_A_PARSE.intersection(*[{key for token in pattern for key in token}])):
                raise PipelineError(
                    f'Topic "{topic}": {", ".join(parsed)} cannot be used in a pattern, because topics are found '
                    "before anything is parsed. Use LOWER, TEXT, SHAPE or the like."
                )
        try:
            self.patterns.add(topic, patterns)
            # A wrong regular expression shows only when it is used.
            self.patterns(nlp.make_doc("word"))
        except (ValueError, AttributeError, re.error) as error:
            reason = str(error).splitlines()[0]
            message = f'Topic "{topic}": a pattern is not a spaCy token pattern ({reason}). {example}'
            raise PipelineError(message) from error

    def __call__(self, doc: Doc) -> Doc:
        """Tag the sentences of ``doc``."""
        self.set_topics(doc, self.find_topics(doc))
        return doc

    def find_topics(self, doc: Doc) -> dict[int, list[TopicEvidence]]:
        """Find the evidence for each sentence of prose, by the index of its first token."""
        matches = sorted(self._find_matches(doc), key=lambda match: (match[1], self.order[match[0]]))
        found: dict[int, list[TopicEvidence]] = {}
        previous: list[TopicEvidence] = []
        before: Span | None = None
        position = chain = 0
        blocks = [start for start, *_ in doc._.blocks or ()]
        for sent in doc.sents:
            evidence: list[TopicEvidence] = []
            while position < len(matches) and matches[position][1] < sent.end:
                topic, start, end = matches[position]
                span = doc[start:end]
                evidence.append(TopicEvidence(topic, "term", span.text, span.start_char, span.end_char))
                position += 1
            if sent._.layout is not None:
                # A footnote mark between two sentences does not part them; a heading does. A question has an answer.
                if sent._.layout == "question":
                    previous, before = evidence, sent
                elif sent._.layout != "citation":
                    before = None
                continue
            if before is not None and before._.layout is not None and find_answer(sent.text) is None:
                before = None
            same_block = before is not None and bisect_right(blocks, before.start_char) == bisect_right(
                blocks, sent.start_char
            )
            if before is not None and same_block and self.carry and previous:
                carried = _carry(sent, before, previous, evidence) if chain < longest_chain() else []
                chain = chain + 1 if carried else 0
                evidence += carried
            else:
                chain = 0
            if evidence:
                found[sent.start] = evidence
            previous, before = evidence, sent
        return found

    def set_topics(self, doc: Doc, found: Mapping[int, Sequence[TopicEvidence]]) -> None:
        """Write the evidence onto the sentences."""
        for sent in doc.sents:
            if sent.start in found:
                sent._.topic_evidence = [list_fields(evidence) for evidence in found[sent.start]]

    def _find_matches(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        """Yield topic, first and end token of each term that counts; of nested ones only the longest."""
        excluded: dict[str, list[tuple[int, int]]] = {}
        for match in self.excluded.find(doc):
            excluded.setdefault(str(match.key), []).append((match.start, match.end))
        matches: dict[str, set[tuple[int, int]]] = {}
        for match in self.terms.find(doc):
            matches.setdefault(str(match.key), set()).add((match.start, match.end))
        if len(self.patterns):
            for key, start, end in self.patterns(doc):
                matches.setdefault(doc.vocab.strings[key], set()).add((start, end))
        for topic, spans in matches.items():
            for start, end in _drop_excluded(_drop_nested(spans), excluded.get(topic, ())):
                yield topic, start, end


def _drop_excluded(spans: Iterable[tuple[int, int]], excluded: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans that stand inside none of the excluded ones; spans are sorted by start."""
    ahead = sorted(excluded, reverse=True)
    furthest = -1
    for start, end in spans:
        while ahead and ahead[-1][0] <= start:
            furthest = max(furthest, ahead.pop()[1])
        if end > furthest:
            yield start, end


def _drop_nested(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    furthest = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > furthest:
            yield start, end
            furthest = end


def _carry(
    sent: Span, before: Span, previous: Sequence[TopicEvidence], own: Sequence[TopicEvidence]
) -> list[TopicEvidence]:
    """Take over the topics of the sentence before.

    Beside own topics only where the subject refers back, and where none of them goes on: a topic that both
    sentences name is what the reference means.
    """
    named = {item.topic for item in own}
    inherited = dict.fromkeys(item.topic for item in previous)
    if named.intersection(inherited):
        return []
    terms = [item.text for item in previous if item.by != "carried"]
    reference = find_back_reference(sent.text.rstrip(), before.text, terms)
    if reference is None or (own and not reference.strong):
        return []
    start, end = sent.start_char + reference.start, sent.start_char + reference.end
    return [TopicEvidence(topic, "carried", sent.doc.text[start:end], start, end) for topic in inherited]
