"""The pipeline as the workflow sees it: documents in, sentences with topics, claims out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from itertools import islice

from spacy.tokens import Doc

from claimcmp.pipeline.actors import find_actors
from claimcmp.pipeline.build import ANALYSIS, build_analysis, build_reader
from claimcmp.pipeline.dates import find_day_first
from claimcmp.pipeline.harvest import find_long_quotations, harvest_claims, place_all, quote_all
from claimcmp.pipeline.layout import find_trimmed
from claimcmp.pipeline.links import blank_links
from claimcmp.pipeline.list_leads import ListLeads
from claimcmp.pipeline.meaning import MeaningResult, add_topics_by_meaning
from claimcmp.pipeline.model import describe_model
from claimcmp.pipeline.name_forms import NameForms, find_name_forms
from claimcmp.pipeline.names import NAMES
from claimcmp.pipeline.reading import Reading, Sentence, read_sentences
from claimcmp.pipeline.sentences import LONGEST, find_text_sentences
from claimcmp.pipeline.spacing import flatten
from claimcmp.pipeline.tokens import make_doc
from claimcmp.pipeline.told_dates import ToldDates
from claimcmp.pipeline.topic_checks import find_idle_terms, find_overlaps
from claimcmp.pipeline.topic_proposals import MOST_TOPICS, propose_topics
from claimcmp.records import Claim, DateRef, Document, Entity, KnownActor, Quantity, Topic, TopicProblem, TopicProposal
from claimcmp.word_vectors import load_words


@dataclass(frozen=True, slots=True)
class Found:
    """The claims of one document, and how many sentences of prose it has."""

    claims: tuple[Claim, ...]
    sentences: int
    off_topic: int = 0
    """Sentences on none of the topics wanted."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which sentences of a document are claimed, by their number, and which are read for them."""

    reading: Reading
    chosen: Mapping[int, Sentence]
    read: Sequence[int]
    off_topic: int

    def list_places(self) -> list[tuple[int, int]]:
        return [(self.reading.sentences[number].start, self.reading.sentences[number].end) for number in self.read]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text mentions, in its order."""

    quantities: list[Quantity] = field(default_factory=list)
    dates: list[DateRef] = field(default_factory=list)
    actors: list[Entity] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Naming:
    """How names and what refers to them are read."""

    known: tuple[KnownActor, ...] = ()
    """Actors that the user knows."""
    shared: bool = True
    """Whether the names of one actor share its id; else each has an id of its own."""
    resolved: bool = True
    """Whether it is looked for what pronouns and the like stand for."""


class Analyser:
    """Finds claims on some topics in two steps: a cheap one over all sentences, a thorough one over the claims.

    Building it loads the pipelines.
    """

    def __init__(self, topics: Sequence[Topic], *, model: str | None = None, naming: Naming | None = None):
        self.topics = tuple(topics)
        self.naming = naming or Naming()
        self.analysis = build_analysis(model)
        self.reader = build_reader(topics, self.analysis)
        self.model = describe_model(self.analysis, model)

    def read(self, document: Document) -> Reading:
        """Find the sentences of a document and the topics that their terms give them."""
        return read_sentences(self.reader(make_doc(self.reader, blank_links(document.text))), document)

    def find_layout(self, document: Document) -> tuple[tuple[int, int, str | None], ...]:
        """Return where each sentence of a document begins and ends, and what layout it is part of; None is prose."""
        text = document.text
        doc = self.reader(make_doc(self.reader, blank_links(text)))
        found = ((find_trimmed(text, sent.start_char, sent.end_char), sent._.layout) for sent in doc.sents)
        return tuple((start, end, layout) for (start, end), layout in found if start < end)

    def find_facts(self, document: Document) -> Facts:
        """Find the quantities, dates and actors of all sentences, headings and questions too."""
        places = [place for place in find_text_sentences(document.text)[1] if place[1] - place[0] <= LONGEST]
        facts = Facts()
        docs = self.analysis.pipe(self._make_docs(places, document))
        for doc, (start, _) in zip(docs, places, strict=True):
            for sent in doc.sents:
                facts.quantities.extend(quote_all(place_all(Quantity, sent._.quantities, start), document.text))
                facts.dates.extend(quote_all(place_all(DateRef, sent._.dates, start), document.text))
                facts.actors.extend(quote_all(place_all(Entity, sent._.actors, start), document.text))
        return facts

    def add_topics_by_meaning(self, readings: Sequence[Reading], *, threshold: float | None = None) -> MeaningResult:
        """Give sentences that no term tags their nearest topic, seen against the whole collection."""
        return add_topics_by_meaning(readings, self.topics, load_words(), threshold=threshold)

    def propose_topics(self, readings: Sequence[Reading], *, most: int = MOST_TOPICS) -> tuple[TopicProposal, ...]:
        """Propose topics for what the sentences without one have in common, the best first."""
        with self.analysis.select_pipes(disable=[*ANALYSIS, NAMES]):
            return propose_topics(readings, self.analysis, most=most)

    def find_name_forms(self, readings: Iterable[Reading]) -> NameForms:
        """Find which short names the texts of a collection have one long form for."""
        return find_name_forms(reading.document.text for reading in readings)

    def analyse(
        self,
        readings: Iterable[Reading],
        *,
        keep_all: bool = False,
        only: Iterable[str] = (),
        name_forms: NameForms | None = None,
    ) -> Iterator[Found]:
        """Yield for each document what its sentences on a topic claim.

        With ``keep_all`` the others are claimed too, with ``only`` those on these topics. ``name_forms`` are those of
        the whole collection; what a document itself says of a name comes first.
        """
        wanted = frozenset(only)
        plans = [_plan(reading, wanted, keep_all=keep_all) for reading in readings]
        docs = self.analysis.pipe(
            doc for plan in plans for doc in self._make_docs(plan.list_places(), plan.reading.document, name_forms)
        )
        for plan in plans:
            analysed = dict(zip(plan.read, islice(docs, len(plan.read)), strict=True))
            claims = harvest_claims(plan.reading, plan.chosen, analysed, resolve=self.naming.resolved)
            yield Found(claims, len(plan.reading.sentences), plan.off_topic)

    def find_claims(self, document: Document, *, keep_all: bool = False) -> Found:
        """Find the claims of one document alone, with the topics that its terms give it."""
        return next(self.analyse([self.read(document)], keep_all=keep_all))

    def check_terms(self, documents: Sequence[Document]) -> Iterator[TopicProblem]:
        """Yield the terms that stand in no document, where there are some, and those that two topics share."""
        if documents:
            yield from find_idle_terms(self.reader, self.topics, documents)
        yield from find_overlaps(self.reader, self.topics)

    def check_examples(self) -> Iterator[str]:
        """Yield a sentence for each example of a topic that does not behave as its file says."""
        return (f'Topic "{problem.topic}": {problem.message}' for problem in self.find_failing_examples())

    def find_failing_examples(self) -> Iterator[TopicProblem]:
        """Yield the examples of topics that do not behave as their file says."""
        for topic in self.topics:
            for text in topic.match_examples:
                if not self.matches(topic, text):
                    told = f'"{text}" should match but does not. Add a term, or drop the example.'
                    yield TopicProblem("example", topic.id, told)
            for text in topic.no_match_examples:
                if self.matches(topic, text):
                    told = f'"{text}" should not match but does. Exclude its phrase, or drop the example.'
                    yield TopicProblem("example", topic.id, told)

    def _make_docs(
        self, places: Sequence[tuple[int, int]], document: Document, name_forms: NameForms | None = None
    ) -> Iterator[Doc]:
        """Yield the sentences at these places of a document as Docs, each alone with what the analysis must know."""
        if not places:
            return
        text, naming = document.text, self.naming
        # "The North" is a country in a text on Korea only: who is named anywhere in the document decides.
        around = sorted({entity.id for entity in find_actors(text, known=naming.known)})
        day_first = find_day_first(text)
        blocks, sentences = find_text_sentences(text)
        told_dates = ToldDates(text, blocks, sentences, published=document.published, day_first=day_first)
        forms = find_name_forms([text]).with_fallback(name_forms or NameForms()) if naming.shared else NameForms()
        plain_forms, known = asdict(forms), [asdict(actor) for actor in naming.known]
        leads = ListLeads(text, blocks)
        for start, end in places:
            doc = make_doc(self.analysis, flatten(text[start:end]))
            doc._.published = document.published
            doc._.around = around
            told = told_dates.before(start)
            doc._.earlier = told.earlier
            doc._.dates_before = list(told.near)
            doc._.sentence_before = text[slice(*told.sentence)]
            doc._.led = leads.find(start)
            doc._.day_first = day_first
            doc._.known_actors = known
            doc._.as_printed = not naming.shared
            doc._.name_forms = plain_forms
            yield doc

    def matches(self, topic: Topic, text: str) -> bool:
        """Tell whether the terms of a topic find a sentence, read alone."""
        reading = self.read(Document(name="example", text=text, source="example"))
        return any(item.topic == topic.id for sentence in reading.sentences for item in sentence.evidence)


def _plan(reading: Reading, wanted: frozenset[str], *, keep_all: bool) -> _Plan:
    restricted = [_restrict(sentence, wanted) for sentence in reading.sentences]
    chosen = {number: sentence for number, sentence in enumerate(restricted) if sentence.evidence or keep_all}
    quotations = find_long_quotations(reading) if chosen else None
    read: set[int] = set()
    for number in chosen:
        read.update(reading.find_context(number))
        read.update(quotations.find_carriers(number) if quotations else ())
    return _Plan(reading, chosen, sorted(read), sum(not sentence.evidence for sentence in restricted))


def _restrict(sentence: Sentence, wanted: frozenset[str]) -> Sentence:
    if not wanted:
        return sentence
    near = tuple(item for item in sentence.near if item.topic in wanted)
    return replace(sentence, evidence=tuple(item for item in sentence.evidence if item.topic in wanted), near=near)


@cache
def load_plain_analyser() -> Analyser:
    """Return the analyser of texts that no topics are asked of, built once."""
    return Analyser(())
