"""Finds where something happened that happens in one place only: a birth, a signing, a summit, a crash."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.frames.deeds import is_certain
from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.statements import Word, find_common, is_telling, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Claim, Predicate
from claimcmp.words import find_base_forms

COUNTRY, PERSON = "country", "person"


@dataclass(frozen=True, slots=True)
class Site:
    """The place that a claim gives for an event."""

    event: str
    """The class of the lexicon."""
    name: Sequence[Word]
    thing: Sequence[Word]
    """What was born, signed or held there."""
    country: bool
    """A capital is a town here, whatever government it stands for elsewhere."""

    @property
    def text(self) -> str:
        """The name as it is printed."""
        return " ".join(word.text for word in self.name)


def find_rival_sites(a: Claim, b: Claim) -> tuple[Site, Site] | None:
    """Return a place of each claim for one event, where neither can lie in the other as far as their names tell.

    A town and a country do not clash, for the one may lie in the other.
    """
    for x in _find_sites(a):
        for y in _find_sites(b):
            if x.event != y.event or x.country != y.country or not find_common(x.thing, y.thing):
                continue
            if not find_common(x.name, read_statement(b)) and not find_common(y.name, read_statement(a)):
                return x, y
    return None


@remember
def _find_sites(claim: Claim) -> tuple[Site, ...]:
    return tuple(_list_sites(claim))


def _list_sites(claim: Claim) -> Iterator[Site]:
    if claim.polarity == "negated" or claim.modality in ("conditional", "hedged"):
        return
    for predicate in claim.predicates:
        if predicate.negated:
            continue
        for event, verbs, hosting, markers in _read_events():
            forms = {predicate.lemma, *find_base_forms(predicate.text)}
            thing, places = None, []
            if not forms.isdisjoint(hosting):
                thing = _find(predicate, "obj")
                places = [item for item in predicate.arguments if item.role == "nsubj"]
            elif _names(forms, predicate, verbs):
                thing = _find(predicate, "nsubj:pass") or _find(predicate, "nsubj")
                places = [item for item in predicate.arguments if item.role == "obl" and item.marker in markers]
            if thing is not None and is_certain(claim, thing):
                yield from _make(claim, event, thing, places)


def _make(claim: Claim, event: str, thing: Argument, places: Sequence[Argument]) -> Iterator[Site]:
    words = read_statement(claim)
    held = [w for w in words if thing.start <= claim.start + w.start < thing.end and is_telling(w)]
    for place in places:
        name = [w for w in words if place.start <= claim.start + w.start < place.end and w.text[0].isupper()]
        inside = [item for item in claim.entities if place.start <= item.start < place.end]
        dated = any(place.start <= date.start < place.end for date in claim.dates)
        if (
            name
            and not dated
            and all(item.kind in ("place", COUNTRY) or item.kind == "organisation" for item in inside)
        ):
            yield Site(
                event, tuple(name), tuple(held), any(item.kind == COUNTRY and not item.metonym for item in inside)
            )


def _find(predicate: Predicate, role: str) -> Argument | None:
    return next((item for item in predicate.arguments if item.role == role), None)


def _names(forms: set[str], predicate: Predicate, verbs: frozenset[str]) -> bool:
    objects = [item.head for item in predicate.arguments if item.role == "obj"]
    return not forms.isdisjoint(verbs) or any(f"{form} {head}" in verbs for form in forms for head in objects)


@cache
def _read_events() -> tuple[tuple[str, frozenset[str], frozenset[str], frozenset[str]], ...]:
    """Return of each event its name, verbs, verbs of a host, and the prepositions before its place."""
    where = read_lexicon("comparing")["places"]["markers"]
    return tuple(
        (
            table["name"],
            frozenset(table["verbs"]),
            frozenset(table.get("hosting", ())),
            frozenset(where).union(table.get("markers", ())),
        )
        for table in read_lexicon("frames")["event"]
    )
