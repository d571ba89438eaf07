"""Adds the names that the model finds to the actors that the table knows; one name under several forms has one id."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.actors import make_name_id
from claimcmp.pipeline.attributes import list_fields, set_attributes
from claimcmp.pipeline.name_forms import NameForms
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
LONGEST_REST = 3
"""How many words the model leaves off a name at most."""
_COUNT = re.compile(r"\d{1,3}(?:[,. ]\d{3})+(?!\d)")
_PROFESSIONS = ("ologist", "ographer", "ician", "icist")


@Language.factory(NAMES, requires=["doc.ents", "span._.actors"], assigns=["span._.actors"])
def add_names(nlp: Language, name: str) -> "NameFinder":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component that adds names."""
    return NameFinder(name)


class NameFinder:
    """Adds names to ``sent._.actors`` where no known actor stands; their ids begin with ``name:``.

    ``doc._.name_forms`` says which short names the document has a long one for.
    """

    def __init__(self, name: str = NAMES):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Add the names of ``doc``."""
        forms = NameForms(**doc._.name_forms) if doc._.name_forms else NameForms()
        for sent in doc.sents:
            actors = sent._.actors or []
            taken = [(actor["start"], actor["end"]) for actor in actors]
            found = [list_fields(name) for name in find_names(sent, forms) if _is_free(name, taken)]
            sent._.actors = sorted([*actors, *found], key=lambda actor: (actor["start"], -actor["end"], actor["id"]))
        return doc


def find_names(sent: Span, forms: NameForms) -> Iterator[Entity]:
    """Yield the names in a sentence: those that the model finds, and surnames that the document has a full name for."""
    covered: set[int] = set()
    for span in sent.ents:
        whole = _complete(span)
        entity = _make_entity(whole, KINDS.get(span.label_), forms)
        if entity is not None and not covered.intersection(range(whole.start, whole.end)):
            covered.update(range(whole.start, whole.end))
            yield entity
    for entity, place in _find_defined(sent, forms):
        if covered.isdisjoint(place):
            covered.update(place)
            yield entity
    if forms.sure or forms.acronyms:
        for token in sent:
            if token.i not in covered and token.pos_ == "PROPN" and token.dep_ not in ("compound", "flat"):
                yield from _find_short(token, forms)


def _find_defined(sent: Span, forms: NameForms) -> Iterator[tuple[Entity, range]]:
    """Yield the long names that the document has acronyms for, with the tokens they cover."""
    text = sent.text if forms.acronyms else ""
    for name in forms.acronyms.values():
        place = text.find(name)
        span = sent.char_span(place, place + len(name)) if place >= 0 else None
        if span is not None:
            yield _make(name, span.start_char, name, "organisation"), range(span.start, span.end)


def _find_short(token: Token, forms: NameForms) -> Iterator[Entity]:
    if token.text in forms.sure and not any(child.dep_ in ("compound", "flat") for child in token.children):
        yield _make(token.text, token.idx, forms.persons[token.text], "person")
    elif token.text in forms.acronyms:
        yield _make(token.text, token.idx, forms.acronyms[token.text], "organisation")


def _complete(span: Span) -> Span:
    """Return the name with the parts that the model left off, without what it took in: "Kim Jong" of "Kim Jong Un".

    A name ends neither with a preposition nor with what somebody is accused of: "the Lima Bank of hiding losses".
    """
    doc, end = span.doc, span.end
    if end - span.start > 2 and doc[end - 2].tag_ == "IN" and _goes_on(doc[end - 1], end):
        end -= 1
    while end - span.start > 1 and doc[end - 1].tag_ == "IN" and doc[end - 1].is_lower:
        end -= 1
    while (
        end < len(doc)
        and doc[end].pos_ == "PROPN"
        and not doc[end].ent_type_
        and doc[end].dep_ == "flat"
        and span.start <= doc[end].head.i < end
    ):
        end += 1
    return doc[span.start : _find_whole_end(doc, span.start, end)]


def _find_whole_end(doc: Doc, start: int, end: int) -> int:
    """Return where a name ends that goes on in capitals as that of an organisation: "Air" of "Air Force"."""
    last, words = end, [token.text.rstrip(".,") for token in doc[start:end]]
    for token in doc[end : end + LONGEST_REST]:
        if (
            not token.is_title
            or token.pos_ not in ("PROPN", "NOUN", "ADJ")
            or (token.ent_type_ and token.ent_iob_ == "B")
        ):
            break
        words.append(token.text)
        if _is_organisation(words) and words[-1] not in _words("titles"):
            last = token.i + 1
    return last


def _goes_on(token: Token, end: int) -> bool:
    """Tell whether a small "-ing" at the end of a name has an object, or is a part of a noun, behind it."""
    return token.is_lower and token.text.endswith("ing") and (token.tag_ == "VBG" or token.head.i >= end)


def _make_entity(span: Span, kind: str | None, forms: NameForms) -> Entity | None:
    text, start = span.text, span.start_char
    article = ARTICLE.match(text)
    begin = article.end() if article else 0
    name = OWNER.sub("", text[begin:])
    words = name.split()
    # Titles are printed before a name and are no part of it.
    while len(words) > 1 and words[0].rstrip(".") in _words("titles"):
        begin += len(name) - len(name[len(words[0]) :].lstrip())
        name = name[len(words[0]) :].lstrip()
        words = words[1:]
        kind = "person"
    if kind is None or not _is_name(name, span.doc):
        return None
    found = _find_kind(span, name, kind, forms)
    # "Murphy" is short for "Eddie Murphy" where it is a person, and perhaps a firm.
    full = forms.expand(name) if kind == "person" or found == "person" or name in forms.acronyms else name
    if found == "organisation" and kind == "person":
        full = forms.firms.get(name, full)
    return _make(name, start + begin, full, found)


def _make(text: str, start: int, name: str, kind: str) -> Entity:
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].rstrip(".") in _words("companies"):
        words.pop()
    if len(words) > 2 and words[0] in ("U.S.", "US", "U.K.", "UK") and kind == "organisation":
        words = words[1:]
    return Entity(text, start, start + len(text), make_name_id(" ".join(words)), name, kind)


def _find_kind(span: Span, name: str, kind: str, forms: NameForms) -> str:
    """Return what a name is, by cheap evidence before the model's guess."""
    words = [word.rstrip(".,") for word in name.split()]
    if name in _words("known") and name not in forms.sure:
        return "organisation"
    if kind != "event" and len(words) > 1 and _is_organisation(words):
        return "organisation"
    before = span.doc[span.start - 1].text.rstrip(".") if span.start else ""
    if name in forms.sure or before in _words("titles"):
        return "person"
    if name in forms.acronyms or (kind == "person" and name in forms.firms):
        return "organisation"
    if kind != "event" and any(_means_person(child) for child in span.root.children):
        return "person"
    whole = forms.expand(name).split()
    return "place" if kind == "person" and len(whole) > 1 and whole[0] in _words("landforms") else kind


def _means_person(token: Token) -> bool:
    """Tell whether a noun says of the name that it stands behind that it is somebody: "Petra Novak, a geologist"."""
    noun = token.lemma_.lower()
    one = token.tag_ == "NN" and any(child.dep_ in ("det", "nmod:poss") for child in token.children)
    return token.dep_ == "appos" and one and (noun in _people() or noun.endswith(_PROFESSIONS))


def _is_name(text: str, doc: Doc) -> bool:
    """Tell whether a text can be a name: it has a letter, no count before it, and a capital where the document has."""
    if not any(character.isalpha() for character in text) or _COUNT.match(text):
        return False
    # Scripts without capitals have no small letters either.
    small = text == text.lower() != text.upper()
    return not small or doc.text == doc.text.lower()


def _is_organisation(words: list[str]) -> bool:
    return words[-1] in _words("companies") | _words("trades") or any(
        word in _words("organisations") and (position == len(words) - 1 or words[position + 1] in ("of", "for", "on"))
        for position, word in enumerate(words)
    )


def _is_free(name: Entity, taken: list[tuple[int, int]]) -> bool:
    """Tell whether a name is nobody's yet; a longer organisation may hold one: "U.S. Forest Service"."""
    overlapping = [(start, end) for start, end in taken if name.start < end and start < name.end]
    inside = all(name.start <= start and end < name.end for start, end in overlapping)
    return not overlapping or (name.kind == "organisation" and inside)


@cache
def _people() -> frozenset[str]:
    """Return the nouns that mean one person and nothing else."""
    return frozenset(read_lexicon("references")["people"]["words"]) - _words("either")


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("names")[table]["words"])
