"""Sets what claims mention: quantities, dates and actors, each found by a function over the text of a sentence."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimcmp.pipeline.actors import find_actors, keep_as_printed
from claimcmp.pipeline.attributes import is_claim, list_fields, set_attributes
from claimcmp.pipeline.carried_units import carry_units
from claimcmp.pipeline.date_tenses import make_tense_reader, read_tense
from claimcmp.pipeline.dates import find_dates
from claimcmp.pipeline.habitual_days import drop_habits
from claimcmp.pipeline.measured import describe_quantities
from claimcmp.pipeline.number_names import drop_names
from claimcmp.pipeline.quantities import find_quantities
from claimcmp.records import DateRef, Entity, KnownActor, Quantity

QUANTITIES = "claimcmp_quantities"
DATES = "claimcmp_dates"
ACTORS = "claimcmp_actors"

Records = Sequence[Quantity] | Sequence[DateRef] | Sequence[Entity]


@Language.factory(QUANTITIES, requires=["doc.sents", "span._.topic_evidence"], assigns=["span._.quantities"])
def make_quantities(nlp: Language, name: str) -> "FactSetter":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component that sets ``sent._.quantities``."""
    return FactSetter("quantities", _find_quantities, name)


@Language.factory(DATES, requires=["doc.sents", "span._.topic_evidence"], assigns=["span._.dates"])
def make_dates(nlp: Language, name: str) -> "FactSetter":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component that sets ``sent._.dates``; relative dates count from ``doc._.published``."""
    return FactSetter("dates", _find_dates, name)


@Language.factory(ACTORS, requires=["doc.sents", "span._.topic_evidence"], assigns=["span._.actors"])
def make_actors(nlp: Language, name: str) -> "FactSetter":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component that sets ``sent._.actors``; short names are read by who else the document names."""
    return FactSetter("actors", _find_actors, name)


class FactSetter:
    """Sets one attribute on the sentences that are claims: the fields of the records that ``find`` returns."""

    def __init__(self, attribute: str, find: Callable[[list[Span]], Sequence[Records]], name: str):
        set_attributes()
        self.attribute = attribute
        self.find = find
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set the attribute on the sentences of ``doc``."""
        claims = [sent for sent in doc.sents if is_claim(sent)]
        for sent, records in zip(claims, self.find(claims), strict=True):
            sent._.set(self.attribute, [list_fields(record) for record in records])
        return doc


def _find_quantities(sents: list[Span]) -> Sequence[Records]:
    return [_describe(sent, _find_amounts(sent)) for sent in sents]


def _find_amounts(sent: Span) -> list[Quantity]:
    found = find_quantities(sent.text)
    if any(not quantity.unit for quantity in found):
        before = find_quantities(sent.doc._.sentence_before) if sent.doc._.sentence_before else ()
        found = carry_units(sent.text, found, before)
    start = sent.start_char
    return [replace(quantity, start=start + quantity.start, end=start + quantity.end) for quantity in found]


def _describe(sent: Span, quantities: list[Quantity]) -> list[Quantity]:
    parsed = quantities and sent.doc.has_annotation("DEP") and sent.doc.has_annotation("TAG")
    return describe_quantities(sent, drop_names(sent, quantities)) if parsed else quantities


def _find_dates(sents: list[Span]) -> Sequence[Records]:
    if not sents:
        return []
    known = sents[0].doc._
    parsed = sents[0].doc.has_annotation("DEP") and sents[0].doc.has_annotation("TAG")
    found = [
        find_dates(
            sent.text,
            published=known.published,
            earlier=known.earlier,
            near=known.dates_before or (),
            day_first=known.day_first,
            tense_at=make_tense_reader(sent) if parsed else read_tense,
            offset=sent.start_char,
        )
        for sent in sents
    ]
    return [drop_habits(sent, dates) for sent, dates in zip(sents, found, strict=True)] if parsed else found


def _find_actors(sents: list[Span]) -> Sequence[Records]:
    if not sents:
        return []
    doc = sents[0].doc
    known = tuple(KnownActor(**fields) for fields in doc._.known_actors or ())
    # "The North" is a country in a text on Korea only: who is named anywhere in the document decides.
    around = doc._.around
    if around is None:
        around = {entity.id for entity in find_actors(doc.text, known=known)}
    around = frozenset(around)
    found = [find_actors(sent.text, offset=sent.start_char, known=known, around=around) for sent in sents]
    return [keep_as_printed(entities) for entities in found] if doc._.as_printed else found
