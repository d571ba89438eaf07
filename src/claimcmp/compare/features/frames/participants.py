"""Finds two claims that give the parts of one relation the other way round: who beat whom, who owns whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.wording.statements import is_telling, read_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Claim, Predicate
from claimcmp.words import find_base_forms

AGENT = "by"
OBJECTS = ("obj", "iobj")


@dataclass(frozen=True, slots=True)
class Event:
    """A predicate with who is on which side of it."""

    predicate: Predicate
    relation: str
    """The relation of the lexicon that it names, or its own lemma."""
    exclusive: bool
    """Whether it cannot hold in both directions."""
    converse: bool
    """Whether it is told from the other side: B lost to A."""
    doer: str
    """The words for who does it, the subject of its active form."""
    receiver: str
    circumstances: str = ""
    """The words for where, in what or to what end it happened."""


def find_reversal(a: Claim, b: Claim) -> tuple[Event, Event] | None:
    """Return an event of each claim of one relation, in which doer and receiver have changed places."""
    pairs = list(_pair_events(a, b))
    # Who tells it both ways, of two occasions, contradicts nobody.
    if any(is_same(x.doer, y.doer) and is_same(x.receiver, y.receiver) for x, y in pairs):
        return None
    return next(((x, y) for x, y in pairs if is_same(x.doer, y.receiver) and is_same(x.receiver, y.doer)), None)


def find_converse(a: Claim, b: Claim) -> tuple[Event, Event] | None:
    """Return an event of each claim that is one event told from both sides: A beat B, B lost to A."""
    return next(
        (
            (x, y)
            for x, y in _pair_events(a, b)
            if x.converse != y.converse and is_same(x.doer, y.doer) and is_same(x.receiver, y.receiver)
        ),
        None,
    )


def is_same(ours: str, theirs: str) -> bool:
    """Tell whether two descriptions may be of one participant: the shorter says no word that the other does not."""
    first, second = _name(ours), _name(theirs)
    if not first or not second:
        return False
    small, large = sorted((first, second), key=len)
    return all(any(word & other for other in large) for word in small)


def _pair_events(a: Claim, b: Claim) -> Iterator[tuple[Event, Event]]:
    for x in _find_events(a):
        for y in _find_events(b):
            if x.relation == y.relation and x.predicate.negated == y.predicate.negated:
                yield x, y


def _find_events(claim: Claim) -> Iterator[Event]:
    for predicate in claim.predicates:
        doer, receivers = _find_sides(claim, predicate)
        if not doer:
            continue
        for marker, receiver in receivers:
            direction, relation = _find_relation(predicate, marker)
            if direction:
                sides = (doer, receiver) if direction > 0 else (receiver, doer)
                yield Event(predicate, relation, True, direction < 0, *sides, _find_rest(predicate, receiver))
            elif not marker and not _read_mutual() & find_base_forms(predicate.text):
                yield Event(predicate, predicate.lemma, False, False, doer, receiver)


def _find_sides(claim: Claim, predicate: Predicate) -> tuple[str, list[tuple[str, str]]]:
    """Return who does it, and whom it may be done to, each with the word that links it."""
    subject = next((item for item in predicate.arguments if item.role in ("nsubj", "nsubj:pass")), None)
    if subject is None:
        return "", []
    if subject.role == "nsubj:pass":
        agent = next((item for item in predicate.arguments if _is_agent(item)), None)
        return (agent.text, [("", subject.text)]) if agent else ("", [])
    receivers = [("", item.text) for item in predicate.arguments if item.role in OBJECTS]
    receivers += [(item.marker, item.text) for item in predicate.arguments if item.role.startswith("obl")]
    # "A subsidiary of B": what a noun belongs to is no argument of its own.
    behind = read_words(claim.text[predicate.end - claim.start :], "")
    if behind and behind[0].text.lower() in ("of", "to"):
        of = [word.text for word in behind[1:] if word.stretch == behind[0].stretch]
        receivers.append((behind[0].text.lower(), " ".join(of)))
    return subject.text, receivers


def _is_agent(argument: Argument) -> bool:
    return argument.role.startswith("obl") and argument.marker == AGENT


def _find_relation(predicate: Predicate, marker: str) -> tuple[int, str]:
    """Return 1 and the name of a relation that runs from subject to object, -1 and it for its converse, or 0."""
    for form in sorted({predicate.lemma, *find_base_forms(predicate.text)}):
        for phrase in (f"{form} {marker}".strip(), form if not marker else ""):
            if found := _read_relations().get(phrase):
                return found
    return 0, ""


def _find_rest(predicate: Predicate, receiver: str) -> str:
    rest = (item for item in predicate.arguments if item.role.startswith("obl") and not _is_agent(item))
    return " ".join(item.text for item in rest if item.text != receiver)


def _name(text: str) -> list[frozenset[str]]:
    return [word.forms for word in read_words(text, "") if is_telling(word)]


@cache
def _read_relations() -> dict[str, tuple[int, str]]:
    table: dict[str, tuple[int, str]] = {}
    for relation in read_lexicon("participants")["relation"]:
        for phrase in relation["forward"]:
            table.setdefault(phrase, (1, relation["name"]))
        for phrase in relation["backward"]:
            table.setdefault(phrase, (-1, relation["name"]))
    return table


@cache
def _read_mutual() -> frozenset[str]:
    return frozenset(read_lexicon("participants")["mutual"]["verbs"])
