"""Adds the names that the model finds to the actors that the table knows."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from claimcmp.records import Entity

NAMES = "claimcmp_names"

# Labels of the shipped pipeline and of spaCy's own; dates and amounts have grammars of their own.
KINDS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "PLACE": "place",
    "FAC": "place",
    "EVENT": "event",
}
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
OWNER = re.compile(r"['’]s?$")


@Language.component(NAMES, requires=["doc.ents", "span._.actors"], assigns=["span._.actors"])
def add_names(doc: Doc) -> Doc:
    """Add named entities to ``sent._.actors`` where no known actor stands; their ids begin with ``name:``."""
    for sent in doc.sents:
        actors = sent._.actors or []
        taken = [(actor["start"], actor["end"]) for actor in actors]
        found = [entity for span in sent.ents if (entity := _make_entity(span.text, span.start_char, span.label_))]
        free = [item for item in found if all(item.end <= start or end <= item.start for start, end in taken)]
        added = [{field: getattr(item, field) for field in item.__slots__} for item in free]
        sent._.actors = sorted([*actors, *added], key=lambda actor: (actor["start"], actor["end"], actor["id"]))
    return doc


def _make_entity(text: str, start: int, label: str) -> Entity | None:
    kind = KINDS.get(label)
    article = ARTICLE.match(text)
    begin = article.end() if article else 0
    name = OWNER.sub("", text[begin:])
    slug = "-".join(re.findall(r"\w+", name.lower()))
    if kind is None or not slug:
        return None
    return Entity(name, start + begin, start + begin + len(name), f"name:{slug}", name, kind)
