"""Finds who and what an analysed sentence names, as later words may refer to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.symbols import NOUN, PROPN  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_words import find_lemma, prepositions_of
from claimcmp.pipeline.dependencies import find_marker
from claimcmp.pipeline.prominence import Role, climb, find_predicate, find_role

PERSON, ORGANISATION, COUNTRY, PLACE, THING = "person", "organisation", "country", "place", "thing"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody or something; ``start`` and ``end`` point into the document."""

    identity: str
    """The same for mentions of the same thing: an actor's id, else the words."""
    text: str
    """What may stand for a later reference: without relative clauses and appositions."""
    start: int
    end: int
    head: int
    """Token of its sentence."""
    predicate: int
    """Token that its head depends on, over coordination."""
    role: Role
    kinds: frozenset[str]
    """What it may be; several where that is not known."""
    lemma: str
    plural: bool = False
    gender: str = ""
    passive: bool = False
    actors: tuple[str, ...] = ()
    """Ids of the actors among its members."""
    named: bool = False
    """Whether it is a name, and no adjective of one."""
    kind: str = ""
    """Of the actor, as its record has it."""
    again: bool = False
    """Whether it is a reference to something that was named before."""
    bare: bool = False
    """Whether nothing but an article belongs to its noun."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An actor or name of the sentence, at its head token."""

    text: str
    start: int
    end: int
    ids: tuple[str, ...]
    kind: str


def find_mentions(doc: Doc, offset: int) -> tuple[Mention, ...]:
    """Return the mentions of a Doc that is one sentence, in the order of the text; ``offset`` is where it begins."""
    named = _find_named(doc)
    mentions = [
        mention
        for token in doc
        if (token.pos in _NOMINAL or token.i in named) and (mention := _read_mention(doc, token, named, offset))
    ]
    return tuple(mentions)


def find_pairs(doc: Doc, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Yield the members of each coordination: "Ford and General Motors"."""
    by_head = {mention.head: mention for mention in mentions}
    for mention in mentions:
        joined = [by_head[child.i] for child in doc[mention.head].conjuncts if child.i in by_head]
        if joined and all(other.head > mention.head for other in joined):
            yield (mention, *joined)


def _find_named(doc: Doc) -> Mapping[int, _Named]:
    """Return the actors and names of a sentence by their head token; two in one word ("US-DPRK") are one of them."""
    actors: Sequence[Mapping[str, Any]] = next(iter(doc.sents))._.actors or () if len(doc) else ()
    heads: dict[int, list[Mapping[str, Any]]] = {}
    for actor in actors:
        span = doc.char_span(actor["start"], actor["end"], alignment_mode="expand")
        if span is not None and actor["text"][0].isalnum():
            heads.setdefault(span.root.i, []).append(actor)
    return {position: _merge(doc[position], found) for position, found in heads.items()}


def _merge(head: Token, actors: Sequence[Mapping[str, Any]]) -> _Named:
    # An office spans the country it belongs to: "the French president".
    offices = [actor for actor in actors if actor["kind"] == "office"]
    chosen = offices or actors
    first = chosen[0]
    start, end = first["start"], max(actor["end"] for actor in chosen)
    several = len({actor["start"] for actor in chosen}) > 1
    # "Russian and Iranian officials": the countries are meant by their names.
    text = " and ".join(actor["name"] for actor in chosen) if several or _is_adjective(head) else first["text"]
    return _Named(text, start, end, tuple(sorted({actor["id"] for actor in chosen})), first["kind"])


def _is_adjective(token: Token) -> bool:
    return token.pos_ == "ADJ" or token.dep_ == "amod"


def _read_mention(doc: Doc, token: Token, named: Mapping[int, _Named], offset: int) -> Mention | None:
    name = named.get(token.i)
    lemma = token.lemma_.lower()
    if name is None and (token.dep_ in _INNER or token.ent_type_ in _TIMES or lemma in _words("times")):
        return None
    if not any(character.isalnum() for character in token.text):
        return None
    first, last = _find_phrase(doc, token)
    if name is None and (doc[first].lower_ in _NONE or _is_action(token)):
        return None
    if name is not None and name.kind in _NAMES:
        text, start, end = name.text, name.start, name.end
        article = doc[first]
        if article.dep_ == "det" and article.idx + len(article) + 1 == start and text == doc.text[start:end]:
            start = article.idx
            text = doc.text[start:end]
    else:
        phrase = doc[first : last + 1]
        start, end, text = phrase.start_char, phrase.end_char, phrase.text
    person = token.pos_ == "PROPN" or (name is not None and name.kind in ("person", "office"))
    gender = _find_gender(doc, first, last, lemma) if person or lemma in _words("people") else ""
    number = token.morph.get("Number", [])
    return Mention(
        identity="+".join(name.ids) if name is not None else _strip_article(text).lower(),
        text=_read_as(doc[first], text, proper=first in named) if start == doc[first].idx else text,
        start=offset + start,
        end=offset + end,
        head=token.i,
        predicate=find_predicate(token),
        role=Role.INSIDE if token.dep_ in _INNER or _is_adjective(token) else find_role(token),
        kinds=_find_kinds(token, name, lemma, gender),
        lemma=lemma,
        plural=len(name.ids) > 1 if name is not None else number == ["Plur"],
        gender=gender,
        passive=climb(token).dep_ == "nsubj:pass",
        actors=name.ids if name is not None else (),
        named=token.pos_ == "PROPN" or (name is not None and not _is_adjective(token)),
        kind=name.kind if name is not None else "",
        bare=len(_strip_article(text).split()) == 1 or not _is_whole(doc[first], number),
    )


def _is_whole(first: Token, number: list[str]) -> bool:
    """Tell "the attack sensor" from "attack sensor", a part of "the angle of attack sensor"."""
    return number == ["Plur"] or first.pos_ in ("DET", "PRON", "PROPN", "NUM") or first.dep_ == "nmod:poss"


def _read_as(first: Token, text: str, *, proper: bool) -> str:
    """Return a phrase as it reads in the middle of a sentence, when what it means is known."""
    words = text.split()
    if words[0].lower() in ("a", "an"):
        words[0] = "the"
    elif first.i == 0 and not proper and first.pos_ != "PROPN" and not first.ent_type_ and words[0][1:].islower():
        words[0] = words[0].lower()
    return " ".join(words)


def _strip_article(text: str) -> str:
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _ARTICLES else words)


def _is_action(token: Token) -> bool:
    """Tell "their playing of the card", which owns and does nothing."""
    return token.lower_.endswith("ing") and any(child.dep_ == "nmod:poss" for child in token.children)


def _find_phrase(doc: Doc, token: Token) -> tuple[int, int]:
    """Return the first and last token of the noun phrase of ``token``, without clauses and members beside it."""
    first = last = token.i
    for child in token.lefts:
        if child.dep_ in _BEFORE and token.i - child.left_edge.i < _LONGEST:
            first = min(first, child.left_edge.i)
    for child in token.rights:
        edge = child.right_edge.i
        if child.left_edge.i != last + 1 or edge - first >= _LONGEST or _is_charge(child, token):
            continue
        if child.dep_ in _JOINED or (
            child.dep_ == "nmod" and not any(inner.dep_ in _CLAUSES for inner in child.subtree)
        ):
            last = edge
    while first < token.i and doc[first].text[0].isdigit() and doc[first + 1].pos_ == "DET":
        first += 1  # the number of a section: "4.1 The cause"
    return first, last


def _is_charge(phrase: Token, thing: Token) -> bool:
    """Tell whether a phrase is what a verb says of a thing, hung on that: "accuses the council of theft"."""
    if thing.dep_ != "obj" or phrase.dep_ != "nmod" or phrase.pos_ == "PROPN":
        return False
    return find_marker(phrase) in prepositions_of("prepositions", find_lemma(thing.head))


def _find_kinds(token: Token, name: _Named | None, lemma: str, gender: str) -> frozenset[str]:
    if name is not None:
        kind = _KINDS.get(name.kind, THING)
        if not name.ids[0].startswith("name:") or kind is ORGANISATION:
            return frozenset({kind})
        # One word alone may be a firm or a surname.
        sure = kind is PERSON and (len(name.ids[0].split("-")) > 1 or bool(gender))
        return frozenset({kind}) if sure else frozenset({kind, PERSON, ORGANISATION})
    if lemma in _words("people"):
        return frozenset({PERSON})
    if lemma in _words("companies") or lemma in _words("bodies"):
        return frozenset({ORGANISATION})
    if lemma in _words("countries"):
        return frozenset({COUNTRY})
    return frozenset({PERSON, ORGANISATION, THING}) if token.pos_ == "PROPN" else frozenset({THING})


def _find_gender(doc: Doc, first: int, last: int, lemma: str) -> str:
    """Return ``Fem`` or ``Masc`` where a title, a noun or a given name in the phrase tells."""
    given = [doc[position].text for position in range(max(0, first - 1), last + 1)]
    words = {lemma, *(word.lower().rstrip(".") for word in given)}
    women = bool(words & _words("women")) or not _names("women").isdisjoint(given)
    men = bool(words & _words("men")) or not _names("men").isdisjoint(given)
    return "" if women == men else "Fem" if women else "Masc"


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("references")[table]["words"])


@cache
def _names(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("references")[table]["names"])


_NOMINAL = frozenset({NOUN, PROPN})
_LONGEST = 10
_INNER = frozenset(
    {"compound", "flat", "fixed", "goeswith", "list", "nummod", "nmod:unmarked", "obl:unmarked", "advmod"}
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_NONE = frozenset({"no", "neither", "such", "any", "each", "every", "what", "whatever", "which"})
_NAMES = frozenset({"company", "country", "organisation", "person", "place"})
_BEFORE = frozenset({"det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:unmarked"})
_JOINED = frozenset({"flat", "compound", "fixed", "nummod", "goeswith"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "parataxis", "appos"})
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
_KINDS = {
    "person": PERSON,
    "office": PERSON,
    "company": ORGANISATION,
    "organisation": ORGANISATION,
    "country": COUNTRY,
    "place": PLACE,
}
