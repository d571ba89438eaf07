"""Finds the words of a sentence that refer to something named before, and what they may refer to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_words import clause_verbs, find_lemma, word_set
from claimcmp.pipeline.mentions import COUNTRY, ORGANISATION, PERSON, PLACE, THING, Mention
from claimcmp.pipeline.prominence import Role, climb, find_predicate, find_role


@dataclass(frozen=True, slots=True)
class Referring:
    """Words that refer, at tokens [first, last) of their sentence, and what is known of whom they mean."""

    first: int
    last: int
    head: int
    kinds: frozenset[str]
    plural: bool
    role: Role
    predicate: int
    gender: str = ""
    possessive: bool = False
    passive: bool = False
    acts: bool = False
    """Whether it does what only people, organisations and states do."""
    does: bool = False
    """Whether it does what no feeling, fault or matter does."""
    speaks: bool = False
    """Whether something is said to be its statement: "it said that", "by its count"."""
    count: int = 0
    """How many are meant, where that is said: "both sides"."""
    noun: str = ""
    """The noun that repeats one before: "the talks"."""
    definite: bool = False
    """Whether it is a noun with an article, which may as well stand for itself."""
    some: bool = False
    """Whether it means some of those named before: "several", who said something."""


def find_referring(doc: Doc) -> Iterator[Referring]:
    """Yield the references of a Doc that is one sentence, in the order of the text."""
    for token in doc:
        word = token.lower_
        if word in _PRONOUNS and token.pos_ in ("PRON", "DET"):
            if word == "it" and _is_empty(token):
                continue
            yield _read_pronoun(token, word)
        elif word in _ARTICLES and token.dep_ in ("det", "det:predet") and token.head.pos_ in ("NOUN", "PROPN"):
            found = _read_noun_phrase(doc, token)
            if found is not None:
                yield found
        elif word in _SOME and _speaks_for_some(token):
            predicate = find_predicate(token)
            yield Referring(
                token.i, token.i + 1, token.i, _SOMEBODY, word != "one", Role.SUBJECT, predicate, acts=True, some=True
            )


def is_called(mention: Mention, noun: str) -> bool:
    """Tell whether a name may be called by a noun: a ministry is no company, and no agency where it says ministry."""
    table = read_lexicon("references")
    words = set(re.findall(r"[\w-]+", mention.text.lower()))
    if noun in words or noun in table["countries"]["words"]:
        return True
    said = words & {*table["bodies"]["words"], *table["companies"]["words"]}
    if noun in table["companies"]["words"]:
        # An acronym alone does not say whether it is a firm's.
        acronym = mention.text.removeprefix("the ").removeprefix("The ").isupper()
        unknown = all(key.startswith("name:") for key in mention.actors)
        return mention.kind == "company" or (unknown and not said and not acronym)
    return noun in table["bodies"]["any"] and not said and mention.kind != "company"


def is_abstract(mention: Mention) -> bool:
    """Tell whether a mention is a feeling, a fault or a matter, which does nothing: "the blame"."""
    return not mention.named and mention.lemma in read_lexicon("references")["abstract"]["words"]


def find_relative_head(possessive: Token, *, plural: bool) -> Token | None:
    """Return the noun or pronoun whose relative clause a possessive stands in, where it may be that one's.

    In "those who lost their homes" it is; "the workers who built its plant" are of another number.
    """
    for ancestor in possessive.ancestors:
        subjects = [child for child in ancestor.children if child.dep_.startswith("nsubj")]
        if ancestor.dep_ == "acl:relcl" and any(child.lower_ in _RELATIVE for child in subjects):
            head = ancestor.head
            joined = any(child.dep_ == "conj" for child in head.children)
            several = joined or head.tag_ in ("NNS", "NNPS") or head.lower_ in _SEVERAL
            return head if several == plural else None
        if subjects:
            return None
    return None


def _read_pronoun(token: Token, word: str) -> Referring:
    kinds, plural, gender = _PRONOUNS[word]
    if word == "it" and _is_called_a_thing(token):
        kinds = kinds - {ORGANISATION, COUNTRY}
    possessive = token.dep_ == "nmod:poss" or token.tag_ == "PRP$"
    noun = token.head if possessive else token
    role = find_role(noun)
    deed = token.head.lemma_.lower() if role is Role.SUBJECT and not possessive else ""
    acts, does = deed in _acting(), deed in _acting() or deed in _deeds()
    passive = climb(noun).dep_ == "nsubj:pass"
    predicate = find_predicate(token)
    speaks = _is_source(token)
    if speaks:
        # "By its count": who counts is as prominent as in "it counted".
        role = Role.SUBJECT
    return Referring(
        token.i, token.i + 1, token.i, kinds, plural, role, predicate, gender, possessive, passive, acts, does, speaks
    )


def _read_noun_phrase(doc: Doc, article: Token) -> Referring | None:
    noun = article.head
    if noun.i < article.i or noun.ent_type_ or noun.pos_ != "NOUN":
        return None
    lemma, plural = noun.lemma_.lower(), noun.morph.get("Number", []) == ["Plur"]
    between = [doc[position].lower_ for position in range(article.i + 1, noun.i)]
    clean = all(child.dep_ in _OUTSIDE or child.i < noun.i for child in noun.children)
    role, predicate = find_role(noun), find_predicate(noun)
    count = _numbers().get(article.lower_, 0) or (_numbers().get(between[0], 0) if len(between) == 1 else 0)
    if plural and count and clean and len(between) == (article.lower_ not in _numbers()):
        kinds = _group_kinds(lemma)
        if kinds:
            return Referring(article.i, noun.i + 1, noun.i, kinds, True, role, predicate, count=count)
    if between or not clean or article.lower_ not in _DEFINITE:
        return None
    kinds = frozenset() if plural else _class_kinds(lemma)
    speaks = _is_source(article)
    return Referring(
        article.i, noun.i + 1, noun.i, kinds, plural, role, predicate, speaks=speaks, noun=lemma, definite=True
    )


def _speaks_for_some(token: Token) -> bool:
    """Tell whether a bare word of number says something: "several suspected", but not "several of them", "one day"."""
    if token.dep_ != "nsubj" or token.head.pos_ != "VERB" or any(child.dep_ != "punct" for child in token.children):
        return False
    past = token.head.tag_ == "VBD" or any(child.lower_ in _PAST for child in token.head.children)
    # "One thinks" is anybody, "one thought" somebody.
    return find_lemma(token.head) in clause_verbs() and (past or token.lower_ != "one")


def _is_source(token: Token) -> bool:
    """Tell whether a pronoun names who is committed to what its sentence says."""
    held = (source for source in token.sent._.attributions or () if source["commits"])
    return any(source["start"] <= token.idx < source["end"] for source in held)


def _is_empty(token: Token) -> bool:
    """Tell the "it" of "it is clear that" and "it rained", which refers to nothing."""
    if token.dep_.startswith("expl"):
        return True
    head = token.head
    lemma, children = head.lemma_.lower(), list(head.children)
    if not token.dep_.startswith("nsubj"):
        return lemma in _empty_objects() and any(child.dep_ in ("xcomp", "ccomp") for child in children)
    if lemma == "make" and any(child.dep_ == "obj" and child.lemma_ in _SENSE for child in children):
        return True
    copula = any(child.dep_ == "cop" for child in children)
    clause = any(child.dep_ in _SUBJECTS or (child.dep_ == "ccomp" and child.i > head.i) for child in children)
    cleft = copula and any(child.dep_ in ("acl:relcl", "advcl:relcl") for child in children)
    passive = token.dep_ == "nsubj:pass"
    return lemma in _empty_verbs() or (copula and lemma in _times()) or cleft or (clause and (copula or passive))


def _is_called_a_thing(token: Token) -> bool:
    """Tell whether "it" is said to be what nobody who acts can be: "it was a bargain", but not "it is a bank"."""
    head = token.head
    copula = any(child.dep_ == "cop" for child in head.children)
    article = any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in head.children)
    if token.dep_ != "nsubj" or not copula or not article or head.pos_ != "NOUN":
        return False
    return head.lemma_.lower() not in _bearers()


@cache
def _bearers() -> frozenset[str]:
    """Return the nouns that bodies, firms and countries are called by."""
    table = read_lexicon("references")
    named = {word.lower() for word in read_lexicon("names")["organisations"]["words"]}
    return word_set("speakers").union(
        named, *(table[key]["words"] for key in ("companies", "bodies", "countries", "bearers"))
    )


def _class_kinds(lemma: str) -> frozenset[str]:
    tables = (("companies", ORGANISATION), ("bodies", ORGANISATION), ("countries", COUNTRY))
    return frozenset(kind for table, kind in tables if lemma in read_lexicon("references")[table]["words"])


def _group_kinds(lemma: str) -> frozenset[str]:
    groups = read_lexicon("references")["groups"]
    if lemma in groups["any"]:
        return frozenset({PERSON, ORGANISATION, COUNTRY})
    tables = (("people", PERSON), ("countries", COUNTRY), ("organisations", ORGANISATION))
    return frozenset(kind for table, kind in tables if lemma in groups[table])


@cache
def _numbers() -> dict[str, int]:
    return {word: count for word, count in read_lexicon("references")["numbers"].items() if word != "reason"}


@cache
def _acting() -> frozenset[str]:
    return frozenset(read_lexicon("references")["acting"]["verbs"])


@cache
def _deeds() -> frozenset[str]:
    return frozenset(read_lexicon("references")["deeds"]["verbs"])


@cache
def _empty_verbs() -> frozenset[str]:
    return frozenset(read_lexicon("references")["empty"]["verbs"])


@cache
def _empty_objects() -> frozenset[str]:
    return frozenset(read_lexicon("references")["empty"]["objects"])


@cache
def _times() -> frozenset[str]:
    return frozenset(read_lexicon("references")["times"]["words"])


_SOMEBODY = frozenset({PERSON})
_SOMETHING = frozenset({ORGANISATION, COUNTRY, PLACE, THING})
_ANYTHING = _SOMEBODY | _SOMETHING
_PRONOUNS = {
    "he": (_SOMEBODY, False, "Masc"),
    "him": (_SOMEBODY, False, "Masc"),
    "his": (_SOMEBODY, False, "Masc"),
    "she": (_SOMEBODY, False, "Fem"),
    "her": (_SOMEBODY, False, "Fem"),
    "it": (_SOMETHING, False, ""),
    "its": (_SOMETHING, False, ""),
    "they": (_ANYTHING, True, ""),
    "them": (_ANYTHING, True, ""),
    "their": (_ANYTHING, True, ""),
}
_SOME = frozenset({"several", "some", "many", "most", "one", "two", "three", "four", "five", "few"})
_PAST = frozenset({"had", "has", "have", "did"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ARTICLES = _DEFINITE | {"both", "two", "three"}
_SUBJECTS = frozenset({"csubj", "csubj:pass"})
_RELATIVE = frozenset({"who", "which", "that"})
_SEVERAL = frozenset({"those", "people", "all", "many", "some", "others", "anyone", "everyone", "anybody", "everybody"})
_SENSE = frozenset({"sense", "difference"})
_OUTSIDE = frozenset({"case", "punct", "cc", "conj", "cop", "nsubj", "advmod", "aux", "mark"})
