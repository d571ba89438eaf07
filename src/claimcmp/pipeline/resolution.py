"""Resolves references of a sentence to what was named before them, where one antecedent is safe.

Salience decides, as Lappin and Leass describe it: what was named lately, as a subject, and again, is more prominent. A
reference is resolved where the most prominent of the antecedents that fit is clearly ahead of the next; else it stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcmp.pipeline.mentions import COUNTRY, ORGANISATION, PERSON, THING, Mention, find_mentions, find_pairs
from claimcmp.pipeline.prominence import Role
from claimcmp.pipeline.referring import (
    Referring,
    find_referring,
    find_relative_head,
    is_abstract,
    is_called,
)
from claimcmp.pipeline.salience import RECENT, Candidate, ReadSentence, rank
from claimcmp.pipeline.speaking_mentions import can_make_statements, is_unknown_firm, may_speak
from claimcmp.pipeline.topic_pronouns import Meant, find_topic, judge_meant
from claimcmp.records import Reference

AHEAD = 1.35
"""How much more prominent the first antecedent of a subject or possessive must be than the second."""
FAR_AHEAD = 1.6
"""The same where it is in a sentence before."""
SPOKEN_AHEAD = 1.45
"""The same where the reference says something, so that only those compete who can."""
# What is longer is a table or a page without full stops: nobody reads it as a sentence, and each pair of a reference
# and a name would be looked at.
LONGEST = 250


class Resolver:
    """Resolves references of sentences of one document, and reads each sentence once for all that refer to it."""

    def __init__(self) -> None:
        self._mentions: dict[int, tuple[Mention, ...]] = {}
        self._pairs: dict[int, tuple[tuple[Mention, ...], ...]] = {}
        self._referring: dict[int, tuple[Referring, ...]] = {}

    def resolve(self, sentences: Sequence[tuple[Doc, int]]) -> tuple[Reference, ...]:
        """Return the references of the last of some sentences; the others are those that it may refer to, in order.

        Each is an analysed Doc with the place where it begins in the document. References that nothing is safe for
        have no ``by``. Stretches of more than 250 words are no sentences; nothing is resolved in them or by them.
        """
        if sentences and len(sentences[-1][0]) > LONGEST:
            return ()
        sentences = [(doc, offset) for doc, offset in sentences if len(doc) <= LONGEST]
        if not sentences or not self._find_referring(*sentences[-1]):
            return ()
        before: list[ReadSentence] = []
        references: tuple[Reference, ...] = ()
        for doc, offset in sentences:
            self._read_sentence(doc, offset)
            sentence = ReadSentence(doc, offset, list(self._mentions[offset]), self._pairs[offset])
            references = tuple(_resolve_all(before, sentence, self._find_referring(doc, offset)))
            before.append(sentence)
        return references

    def _find_referring(self, doc: Doc, offset: int) -> tuple[Referring, ...]:
        if offset not in self._referring:
            self._referring[offset] = tuple(find_referring(doc))
        return self._referring[offset]

    def _read_sentence(self, doc: Doc, offset: int) -> None:
        if offset not in self._mentions:
            mentions = find_mentions(doc, offset)
            self._mentions[offset], self._pairs[offset] = mentions, tuple(find_pairs(doc, mentions))


def _resolve_all(
    before: Sequence[ReadSentence], sentence: ReadSentence, found: Iterable[Referring]
) -> Iterator[Reference]:
    for referring in found:
        candidate = _find_antecedent([*before, sentence], referring)
        if not (referring.count or referring.some) and (candidate is None or not candidate.members):
            mention = None if candidate is None else candidate.mention
            if mention is not None or not referring.definite:
                sentence.mentions.append(_mention_again(sentence, referring, mention))
        if candidate is not None or not referring.definite:
            yield _make_reference(sentence, referring, candidate)


def _mention_again(sentence: ReadSentence, referring: Referring, mention: Mention | None) -> Mention:
    """Return the reference as a mention of its own; what it means is named once more, or unknown and in the way."""
    place = sentence.doc[referring.first].idx + sentence.offset
    unknown = Mention(f"?{place}", "", place, place, 0, 0, referring.role, referring.kinds, "", gender=referring.gender)
    return replace(
        mention or unknown,
        again=True,
        head=referring.head,
        predicate=referring.predicate,
        role=referring.role,
        plural=referring.plural,
        passive=referring.passive,
    )


def _make_reference(sentence: ReadSentence, referring: Referring, candidate: Candidate | None) -> Reference:
    doc, offset = sentence.doc, sentence.offset
    words = doc[referring.first : referring.last]
    reference = Reference(words.text, words.start_char + offset, words.end_char + offset)
    if candidate is None:
        return reference
    members = candidate.members or (candidate.mention,)
    return replace(
        reference,
        by=_read_as(reference.text, [member.text for member in members], referring),
        antecedents=tuple((member.start, member.end) for member in members),
        actors=tuple(sorted({key for member in members for key in member.actors})),
    )


def _read_as(printed: str, names: Sequence[str], referring: Referring) -> str:
    """Return names as they read in the place of a reference: "several" is "several of the engineers"."""
    if referring.some:
        first = names[0].split()[0].lower()
        return f"{printed} of {'' if first in _DETERMINED else 'the '}{names[0]}"
    return _inflect(_join(names), referring, first=referring.first == 0)


def _inflect(name: str, referring: Referring, *, first: bool) -> str:
    """Return a name as it reads in the place of a reference: "its" is "Peru's"."""
    name = name[:1].upper() + name[1:] if first else name
    if not referring.possessive:
        return name
    return f"{name}'" if referring.plural and name.endswith("s") else f"{name}'s"


def _join(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _find_antecedent(sentences: Sequence[ReadSentence], referring: Referring) -> Candidate | None:
    if referring.some:
        return _find_those(sentences, referring)
    if referring.count:
        return _find_group(sentences, referring)
    if referring.definite:
        return _find_same_noun(sentences, referring) or (
            _find_unique(sentences, referring) if referring.kinds else None
        )
    ranked = sorted(rank(sentences, referring), key=lambda c: (-c.salience, c.mention.start))
    if referring.speaks:
        ranked = [candidate for candidate in ranked if can_make_statements(candidate.mention)]
    elif referring.acts:
        ranked = [candidate for candidate in ranked if candidate.mention.kinds & _ACTING] or ranked
    if referring.does:
        ranked = [candidate for candidate in ranked if not is_abstract(candidate.mention)]
    if not ranked or _belongs_to_another(sentences[-1].doc, ranked[0], referring):
        return None
    meant = judge_meant(sentences, ranked, referring)
    if meant is not Meant.SPEAKER:
        return find_topic(sentences, ranked) if meant is Meant.TOPIC else None
    ahead = AHEAD if ranked[0].here else SPOKEN_AHEAD if referring.speaks else FAR_AHEAD
    if len(ranked) > 1 and ranked[0].salience < ahead * ranked[1].salience:
        return None
    return ranked[0] if _is_safe(sentences[-1], ranked, referring) else None


def _is_safe(here: ReadSentence, ranked: Sequence[Candidate], referring: Referring) -> bool:
    best = ranked[0]
    if not best.mention.text or best.salience < RECENT:
        return False
    if referring.kinds == {PERSON}:
        return best.mention.kinds == referring.kinds
    # What only is a part of something is seldom gone on about.
    if not best.prominent:
        return False
    if referring.possessive and THING in best.mention.kinds and any(c.mention.actors for c in ranked[1:]):
        return False
    if referring.role is not Role.SUBJECT and not referring.possessive:
        relative = here.doc[referring.predicate].dep_ in ("acl", "acl:relcl")
        return best.here and best.mention.role is Role.SUBJECT and not relative
    if not referring.possessive and not best.here:
        # "If exports grow, it helps": with a clause before it, "it" is hardly from another sentence.
        # What cannot speak is no rival where it says something: "patients had been moved, it said".
        return not any(
            mention.role is Role.SUBJECT
            and mention.head < referring.first
            and mention.predicate != referring.predicate
            and not (referring.speaks and not may_speak(here.doc, mention, referring))
            for mention in here.mentions
        )
    return True


def _belongs_to_another(here: Doc, best: Candidate, referring: Referring) -> bool:
    """Tell whether a possessive stands in a relative clause of another noun: "those who lost their homes"."""
    if not referring.possessive:
        return False
    head = find_relative_head(here[referring.head], plural=referring.plural)
    return head is not None and best.mention.head != head.i


def _find_group(sentences: Sequence[ReadSentence], referring: Referring) -> Candidate | None:
    """Find the two who are meant by "both sides": going back, those named when there are as many as are counted."""
    here = sentences[-1]
    members: dict[str, Mention] = {}
    for sentence in reversed(sentences):
        for mention in _list_before(referring, sentence, here):
            if not (mention.named or mention.actors) or not mention.kinds <= referring.kinds:
                continue
            for key in mention.actors or (mention.identity,):
                members.setdefault(key, mention)
        if len(members) >= referring.count:
            break
    if len(members) != referring.count or len({next(iter(m.kinds)) for m in members.values()}) != 1:
        return None
    ordered = sorted({id(m): m for m in members.values()}.values(), key=lambda m: m.start)
    return Candidate(ordered[0], RECENT, tuple(ordered))


def _find_those(sentences: Sequence[ReadSentence], referring: Referring) -> Candidate | None:
    """Find the people of whom "several" say something: those that acted last, in its sentence or the one before."""
    here = sentences[-1]
    for sentence in reversed(sentences[-2:]):
        acting = [
            mention
            for mention in sentence.mentions
            if mention.plural
            and mention.kinds == referring.kinds
            and mention.role is Role.SUBJECT
            and not (sentence is here and mention.head >= referring.first)
        ]
        if acting:
            return Candidate(acting[-1], RECENT) if not acting[-1].again else None
    return None


def _find_same_noun(sentences: Sequence[ReadSentence], referring: Referring) -> Candidate | None:
    """Find the fuller phrase that "the talks" repeats, where it is the only one."""
    here = sentences[-1]
    found: dict[str, Mention] = {}
    for sentence in sentences:
        for mention in _list_before(referring, sentence, here):
            if mention.lemma == referring.noun and mention.plural == referring.plural and not mention.bare:
                found[mention.identity] = mention
    return Candidate(next(iter(found.values())), RECENT) if len(found) == 1 else None


def _find_unique(sentences: Sequence[ReadSentence], referring: Referring) -> Candidate | None:
    """Find the one organisation or country that "the company" or "the country" may mean.

    Of several it is the only one that does something, where the others are only named beside.
    """
    here = sentences[-1]
    found: dict[str, Mention] = {}
    for sentence in sentences:
        for mention in _list_before(referring, sentence, here):
            place = mention.kind == "place" and mention.role in _BESIDE and COUNTRY not in referring.kinds
            if not (place or mention.plural) and mention.named and mention.kinds & referring.kinds:
                known = found.get(mention.identity)
                if known is None or mention.role.value > known.role.value:
                    found[mention.identity] = mention
    meant = [mention for mention in found.values() if is_called(mention, referring.noun)]
    if len(found) > 1 and not any(referring.noun in mention.text.lower() for mention in meant):
        acting = [mention for mention in meant if mention.role is Role.SUBJECT]
        beside = [mention for mention in found.values() if mention.role in _BESIDE]
        meant = acting if len(acting) + len(beside) == len(found) else []
    if len(meant) != 1:
        return None
    doc = next(sentence.doc for sentence in sentences if any(mention is meant[0] for mention in sentence.mentions))
    sure = bool(meant[0].actors) or is_unknown_firm(doc, meant[0], referring)
    return Candidate(meant[0], RECENT) if sure else None


def _list_before(referring: Referring, sentence: ReadSentence, here: ReadSentence) -> Iterator[Mention]:
    """Yield what a sentence mentions; of ``here``, where the reference stands, only what is mentioned before it."""
    for mention in sentence.mentions:
        if sentence is not here or mention.head < referring.first:
            yield mention


_ACTING = frozenset({PERSON, ORGANISATION, COUNTRY})
_DETERMINED = frozenset({"the", "its", "his", "her", "their", "our", "these", "those"})
_BESIDE = frozenset({Role.INSIDE, Role.OBLIQUE})
