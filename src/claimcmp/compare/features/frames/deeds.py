"""Finds who did something that only one can have done: invented it, wrote it, gave the order, broke off the talks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.noun_classes import find_noun_class
from claimcmp.compare.features.wording.statements import Word, find_common, is_telling, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Claim, Entity, Predicate
from claimcmp.words import find_base_forms

AGENT = "by"
# A thing that "a" or a number introduces may be another each time: "wrote a letter", "won two medals".
ANY = frozenset({"a", "an", "any", "some", "several", "many", "more", "most", "few", "another", "other", "such", "no"})
CERTAIN = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your"})
# From this cosine on two nouns may be one doer: of one class, of two, of an unknown one.
SAME_CLASS, TWO_CLASSES, UNKNOWN_CLASS = 0.42, 0.2, 0.42


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, to what, and by whom."""

    name: str
    """The class of the lexicon."""
    doer: Sequence[Word]
    thing: Sequence[Word]
    cue: str
    entities: tuple[Entity, ...]
    """The named actors among the doers."""

    @property
    def text(self) -> str:
        """The doer in the words of the text."""
        return " ".join(word.text for word in self.doer)


@dataclass(frozen=True, slots=True)
class _Class:
    name: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    given: frozenset[str]
    """Verbs whose object or subject goes to the doer: "belongs to", "the title went to"."""


def find_rival_doers(a: Claim, b: Claim) -> tuple[Deed, Deed] | None:
    """Return a deed of each claim that is one deed, done by two who cannot be one."""
    pairs = [(x, y) for x in _find_deeds(a) for y in _find_deeds(b) if x.name == y.name and _share(x.thing, y.thing)]
    if not pairs or any(not are_unlike(x, y) for x, y in pairs):
        return None
    x, y = pairs[0]
    # Who names both somewhere else in the sentence knows of both.
    if find_common(x.doer, read_statement(b)) or find_common(y.doer, read_statement(a)):
        return None
    return x, y


def _share(first: Sequence[Word], second: Sequence[Word]) -> bool:
    return any(not x.forms.isdisjoint(y.forms) for x in first for y in second)


def are_unlike(x: Deed, y: Deed) -> bool:
    """Tell whether two doers cannot be one.

    A name and a noun may be one ("Boeing", "the maker"), and so may a person and what she speaks for.
    """
    if find_common(x.doer, y.doer) or {item.id for item in x.entities} & {item.id for item in y.entities}:
        return False
    named = _is_named(x), _is_named(y)
    if all(named):
        kinds = [{item.kind for item in deed.entities} for deed in (x, y)]
        return not all(kinds) or not kinds[0].isdisjoint(kinds[1])
    if any(named):
        return False
    first, second = _head(x.doer), _head(y.doer)
    if first is None or second is None or not first.forms.isdisjoint(_table("anybody") | second.forms):
        return False
    if not second.forms.isdisjoint(_table("anybody")):
        return False
    if _are_of_two_camps(x.doer, y.doer):
        return True
    ours, theirs = find_noun_class(first), find_noun_class(second)
    limit = UNKNOWN_CLASS
    if ours and theirs:
        limit = SAME_CLASS if ours == theirs else TWO_CLASSES
    return find_affinity([first], [second]) < limit


def is_certain(claim: Claim, argument: Argument) -> bool:
    """Tell whether a thing is one that both may mean: "the letter", "his letter", a name; not "a letter", "letters"."""
    words = argument.text.split()
    first = words[0].lower()
    if first in ANY or any(argument.start <= quantity.start < argument.end for quantity in claim.quantities):
        return False
    bare = first not in CERTAIN and not first.endswith(("'s", "’s"))
    # "Hotel prices" are any, "hotel Astoria" is one.
    return not bare or argument.head.lower() == words[-1].lower() or len(find_base_forms(words[-1])) == 1


@remember
def _find_deeds(claim: Claim) -> tuple[Deed, ...]:
    return tuple(_list_deeds(claim))


def _list_deeds(claim: Claim) -> Iterator[Deed]:
    if claim.polarity == "negated" or claim.modality == "conditional":
        return
    words = read_statement(claim)
    for predicate in claim.predicates:
        if predicate.negated:
            continue
        for deed in _read_classes():
            for doer, thing, cue in _find_sides(claim, predicate, deed):
                found = _read(words, claim, doer)
                of = [word for word in thing if word not in found]
                if of and found and not any(word.text[0].isdigit() for word in found):
                    entities = tuple(e for e in claim.entities if doer[0] <= e.start < doer[1])
                    yield Deed(deed.name, tuple(found), tuple(of), cue, entities)


def _find_sides(
    claim: Claim, predicate: Predicate, deed: _Class
) -> Iterator[tuple[tuple[int, int], Sequence[Word], str]]:
    """Yield where a doer stands, the words of the thing, and the cue."""
    words = read_statement(claim)
    arguments = predicate.arguments
    subject = next((item for item in arguments if item.role == "nsubj"), None)
    patient = next((item for item in arguments if item.role == "nsubj:pass"), None)
    # The object of a verb with a particle is at times read as a circumstance without a preposition.
    held = next((item for item in arguments if item.role == "obj" or (item.role == "obl" and not item.marker)), None)
    forms = {predicate.lemma, *find_base_forms(predicate.text)}
    if verb := _match(forms, arguments, deed.verbs):
        agent = next((item for item in arguments if item.role.startswith("obl") and item.marker == AGENT), None)
        thing = patient or held or next((i for i in arguments if i.role.startswith("obl") and i.marker == verb), None)
        doer = agent if patient is not None else subject
        if doer is not None and thing is not None and thing is not doer and is_certain(claim, thing):
            yield (doer.start, doer.end), _read(words, claim, (thing.start, thing.end)), predicate.text
    if marker := _match(forms, arguments, deed.given):
        doer = next((i for i in arguments if i.role in ("obl", "xcomp") and _leads(i, marker)), None)
        thing = patient or held or subject
        if doer is not None and thing is not None and is_certain(claim, thing):
            yield (doer.start, doer.end), _read(words, claim, (thing.start, thing.end)), predicate.text
    if subject is not None and subject.head in deed.nouns:
        # "The inventor of the pump was Ann Lee".
        yield (predicate.start, claim.end), _read(words, claim, (subject.start, subject.end)), subject.head
    elif subject is not None and predicate.lemma in deed.nouns:
        yield (subject.start, subject.end), _read(words, claim, (predicate.end, claim.end)), predicate.text


def _match(forms: set[str], arguments: Sequence[Argument], verbs: frozenset[str]) -> str:
    """Return the preposition by which a verb of a class takes its thing, "obj" where it needs none, or nothing."""
    for form in sorted(forms):
        if form in verbs:
            return "obj"
        for item in arguments:
            word = item.marker or item.text.split()[0].lower()
            if item.role in ("obl", "xcomp") and f"{form} {word}" in verbs:
                return word
            if item.role == "obj" and f"{form} {item.head}" in verbs:
                return "obj"
    return ""


def _leads(argument: Argument, marker: str) -> bool:
    return argument.marker == marker or argument.text.lower().startswith(f"{marker} ")


def _read(words: Sequence[Word], claim: Claim, span: tuple[int, int]) -> list[Word]:
    """Return the telling words of a span that are not denied: "a faulty engine" of "not ice but a faulty engine"."""
    inside = [w for w in words if span[0] <= claim.start + w.start < span[1] and not w.denied]
    # "The report" is something, though "report" tells little elsewhere.
    return [word for word in inside if is_telling(word)] or inside[1:][-1:]


def _is_named(deed: Deed) -> bool:
    """Tell whether a doer is a name, or may be one: the first word of a sentence begins with a capital anyway."""
    head = _head(deed.doer)
    if head is None or not head.text[0].isupper():
        return False
    return bool(deed.entities) or bool(head.start) or (head.forms == {head.text.lower()} and not find_noun_class(head))


def _head(words: Sequence[Word]) -> Word | None:
    """Return the last word before a preposition or a comma, which the phrase is about."""
    if not words:
        return None
    stretch = [word for word in words if word.stretch == words[0].stretch]
    last = stretch[0]
    for word in stretch[1:]:
        if word.start > last.start + len(last.text) + 1:
            # A word that tells nothing stands between: "the owner of the mill".
            break
        last = word
    return last


def _are_of_two_camps(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Tell whether two doers are on two sides: rebels and government troops."""
    for camps in _read_camps():
        ours, theirs = (
            {n for n, camp in enumerate(camps) for w in words if w.forms & camp} for words in (first, second)
        )
        if ours and theirs and ours.isdisjoint(theirs):
            return True
    return False


@cache
def _read_classes() -> tuple[_Class, ...]:
    return tuple(
        _Class(
            table["name"],
            frozenset(table.get("verbs", ())),
            frozenset(table.get("nouns", ())),
            frozenset(table.get("given", ())),
        )
        for table in read_lexicon("frames")["deed"]
    )


@cache
def _read_camps() -> tuple[tuple[frozenset[str], ...], ...]:
    tables = read_lexicon("frames")["camps"]["sides"]
    return tuple(tuple(frozenset(camp) for camp in camps) for camps in tables)


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_lexicon("frames")["doers"][name])
