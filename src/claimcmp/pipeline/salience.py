"""Ranks what a pronoun may stand for by how prominent it is, in the manner of Lappin and Leass."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from claimcmp.pipeline.mentions import Mention
from claimcmp.pipeline.prominence import Role, find_predicate
from claimcmp.pipeline.referring import Referring

RECENT = 100
PARALLEL = 60
SAME_CLAUSE = 80
FADING = 0.5
NAMED_INSIDE = 40


@dataclass(slots=True)
class Candidate:
    """An antecedent with its prominence, and its latest mention."""

    mention: Mention
    salience: float = 0.0
    members: tuple[Mention, ...] = ()
    prominent: bool = False
    """Whether it is ever more than a part of something else."""
    here: bool = False
    """Whether it is so in the sentence of the reference."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with what it names; ``offset`` is where it begins in the document."""

    doc: Doc
    offset: int
    mentions: list[Mention] = field(default_factory=list)
    groups: tuple[tuple[Mention, ...], ...] = ()


def rank(sentences: Sequence[ReadSentence], referring: Referring) -> list[Candidate]:
    """Return what a reference in the last of some sentences may stand for, each with its prominence, in no order."""
    candidates: dict[str, Candidate] = {}
    here = sentences[-1]
    for age, sentence in enumerate(reversed(sentences)):
        seen: dict[str, float] = {}
        for mention, members in _list_possible(sentence, referring, here=sentence is here):
            known = candidates.setdefault(mention.identity, Candidate(mention, members=members))
            if mention.role.value > known.mention.role.value and known.mention.role is Role.INSIDE:
                known.mention = mention
            weight = _weigh(sentence.doc, mention, referring, here=sentence is here)
            if mention.role in _PROMINENT or weight > RECENT + SAME_CLAUSE + Role.INSIDE.value:
                known.prominent = True
                known.here = known.here or (sentence is here and mention.role is not Role.OWNER)
            seen[mention.identity] = max(seen.get(mention.identity, 0), weight)
        for identity, weight in seen.items():
            candidates[identity].salience += weight * FADING**age
    shared: set[str] = set() if referring.possessive else _list_beside(here, referring)
    return [candidate for identity, candidate in candidates.items() if identity not in shared]


def _list_beside(here: ReadSentence, referring: Referring) -> set[str]:
    """Return what stands beside a reference under one verb, by whatever name: "it lent it" is of two things."""
    return {
        mention.identity
        for mention in here.mentions
        if mention.head < referring.first
        and here.doc[mention.head].dep_ != "nmod:poss"
        and _share_verb(here.doc, mention, referring)
    }


def _weigh(doc: Doc, mention: Mention, referring: Referring, *, here: bool) -> float:
    role = mention.role
    if not referring.plural and any(child.dep_ == "conj" for child in doc[mention.head].children) and not mention.again:
        # "Peru and Chile met": no "it" is one of them alone.
        role = Role.INSIDE
    elif not here and role is Role.SUBJECT and not _is_main(doc, mention.predicate):
        role = Role.OBLIQUE
    weight = RECENT + role.value + (NAMED_INSIDE if role is Role.INSIDE and mention.named else 0)
    if referring.role is Role.SUBJECT and role in (Role.SUBJECT, Role.OWNER) and mention.passive == referring.passive:
        weight += PARALLEL
    if here and referring.possessive:
        if _owns(doc, mention, referring):
            weight += SAME_CLAUSE + PARALLEL
        elif mention.named and role in (Role.OBJECT, Role.OBLIQUE):
            weight += SAME_CLAUSE
    return weight


def _is_main(doc: Doc, predicate: int) -> bool:
    """Tell whether a predicate is that of the sentence, coordinated with it, or what it reports."""
    token = doc[predicate]
    while token.dep_ in ("conj", "ccomp", "parataxis") and token.head.i != token.i:
        token = token.head
    return token.head.i == token.i


def _list_possible(
    sentence: ReadSentence, referring: Referring, *, here: bool
) -> Iterator[tuple[Mention, tuple[Mention, ...]]]:
    for mention in sentence.mentions:
        if mention.plural == referring.plural and may_mean(sentence.doc, mention, referring, here=here):
            yield mention, ()
    if referring.plural:
        for members in sentence.groups:
            adjective = any(member.actors and not member.named for member in members)
            if not adjective and all(may_mean(sentence.doc, member, referring, here=here) for member in members):
                identity = "+".join(sorted(member.identity for member in members))
                yield replace(members[0], identity=identity, plural=True), members


def may_mean(doc: Doc, mention: Mention, referring: Referring, *, here: bool) -> bool:
    """Tell whether a reference may mean a mention, by what both are and by where they stand."""
    if referring.kinds.isdisjoint(mention.kinds):
        return False
    if referring.gender and mention.gender and referring.gender != mention.gender:
        return False
    if not here:
        return True
    if referring.speaks and _is_in_relative_clause(doc, mention, referring):
        return False
    if mention.head >= referring.first or (not referring.possessive and _share_verb(doc, mention, referring)):
        return False
    return not _is_around(doc, mention, referring)


def _is_in_relative_clause(doc: Doc, mention: Mention, referring: Referring) -> bool:
    """Tell whether a mention stands in a relative clause that who says it does not stand in.

    "Only half of what the ministry had promised was paid, it said": the ministry is told of, it does not speak.
    """
    clause = doc[mention.predicate]
    while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head.i != clause.i:
        clause = clause.head
    return clause.dep_ == "acl:relcl" and not clause.is_ancestor(doc[referring.head])


def _share_verb(doc: Doc, mention: Mention, referring: Referring) -> bool:
    """Tell whether both are arguments of one verb, and so two things.

    So they are in "Peru criticised it", and where the verb has no subject of its own: "Peru went on to criticise it".
    """
    if mention.role is Role.INSIDE or mention.role is Role.OWNER:
        return False
    predicate = doc[referring.predicate]
    while predicate.i != mention.predicate:
        own = any(child.dep_.startswith("nsubj") for child in predicate.children)
        if own or predicate.dep_ not in _WITHOUT_SUBJECT or mention.role is not Role.SUBJECT:
            return False
        predicate = doc[find_predicate(predicate)] if predicate.dep_ == "acl" else predicate.head
    return True


def _is_around(doc: Doc, mention: Mention, referring: Referring) -> bool:
    """Tell whether the reference is part of the mention; "a man who sold his house" is still his own."""
    below = doc[referring.head]
    for ancestor in doc[referring.head].ancestors:
        if ancestor.i == mention.head:
            return not (referring.possessive and below.dep_ in ("acl:relcl", "conj"))
        below = ancestor
    return False


def _owns(doc: Doc, mention: Mention, referring: Referring) -> bool:
    """Tell whether the mention is the subject of the clause that a possessive stands in, or joined to its noun."""
    noun = doc[referring.head].head
    if noun.dep_ == "conj" and noun.head.i == mention.head:
        return True
    if mention.role is not Role.SUBJECT:
        return False
    for ancestor in doc[referring.head].ancestors:
        if ancestor.i == mention.predicate:
            return True
        if any(child.dep_.startswith("nsubj") and child.i != noun.i for child in ancestor.children):
            return False
    return False


_WITHOUT_SUBJECT = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl"})
_PROMINENT = frozenset({Role.SUBJECT, Role.OWNER, Role.OBJECT})
