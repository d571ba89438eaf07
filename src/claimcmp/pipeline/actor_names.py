"""Finds the names of actors in a row of words, the longest at each place, whatever the context."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property
from typing import Any

from claimcmp.lexicons import read_lexicon
from claimcmp.records import KnownActor

Trie = dict[str, Any]


class Role(Enum):
    """What kind of name it is, which decides what the context has to say."""

    NAME = "always the actor"
    PEOPLE = "its people, or its adjective"
    CAPITAL = "a city that may speak for it"
    SEAT = "a house or street that may speak for it"
    PREFIX = "opens a compound, as Sino- does"
    NEAR = "counts only where related actors are spoken of, as 'the North' does"
    GIVEN = "added by the user, and so always the actor"
    LONGER = "a longer name that is no actor"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act, or a place, under one id."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name, whom it stands for, and the place it is where it does not stand for anybody."""

    text: str
    role: Role
    actors: tuple[Actor, ...] = ()
    place: Actor | None = None
    needs: frozenset[str] = frozenset()
    country: str = ""
    """The first word of the country that a capital is in."""


@dataclass(frozen=True)
class Words:
    """A text as words and signs, with hyphens and apostrophes of one kind, and where each stands."""

    words: Sequence[str]
    spans: Sequence[tuple[int, int]]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word once."""
        return frozenset(self.words)

    @cached_property
    def shouted(self) -> bool:
        """Whether the whole text is in capitals, which then say nothing."""
        letters = [word for word in self.words if word.isalpha()]
        return len(letters) > 3 and all(word.isupper() for word in letters)

    def at(self, position: int) -> str:
        """Return the word at ``position``, or nothing outside the text."""
        return self.words[position] if 0 <= position < len(self.words) else ""

    def touch(self, position: int) -> bool:
        """Tell whether nothing stands between the words before and at ``position``."""
        return 0 < position < len(self.words) and self.spans[position - 1][1] == self.spans[position][0]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name at the words [first, last)."""

    name: Name
    first: int
    last: int


def split_words(text: str) -> Words:
    """Return the words and signs of ``text``."""
    matches = list(_WORD.finditer(text))
    words = [_SIGNS.get(match[0], match[0]) for match in matches]
    return Words(words, [match.span() for match in matches])


def find_names(words: Words, trie: Trie) -> Iterator[NameMatch]:
    """Yield the longest name at each place, from the left; none overlap."""
    row, position = words.words, 0
    while position < len(row):
        node, ahead, found = trie.get(row[position]), position + 1, None
        while node is not None:
            if "" in node:
                found = NameMatch(node[""], position, ahead)
            node = node.get(row[ahead]) if ahead < len(row) else None
            ahead += 1
        if found is not None:
            yield found
        position = found.last if found is not None else position + 1


def make_trie(known: Iterable[KnownActor] = ()) -> Trie:
    """Return all names, those that the user knows before the shipped ones."""
    names = dict(_shipped_names())
    shipped = {actor.id: actor for name in names.values() for actor in name.actors if name.role is not Role.LONGER}
    for entry in known:
        old = shipped.get(entry.id)
        name = entry.name or (old.name if old else entry.id)
        actor = Actor(entry.id, name, entry.kind or (old.kind if old else "organisation"))
        if old is not None and actor != old:
            names = {text: _rename(name, old, actor) for text, name in names.items()}
        # What the user calls an actor needs no support from the context.
        given = (entry.name, *entry.aliases, *entry.demonyms)
        names |= {text: Name(text, Role.GIVEN, (actor,)) for text in given if text.strip()}
    trie: Trie = {}
    for text, stored in names.items():
        node = trie
        for word in split_words(text).words:
            node = node.setdefault(word, {})
        node[""] = stored
    return trie


def _rename(name: Name, known: Actor, actor: Actor) -> Name:
    return replace(name, actors=tuple(actor if other == known else other for other in name.actors))


@cache
def _shipped_names() -> Mapping[str, Name]:
    lexicon, context = read_lexicon("actors"), read_lexicon("actor_context")
    chosen: Mapping[str, str] = lexicon["ambiguous"]
    actors = {entry["id"]: Actor(entry["id"], entry["name"], entry["kind"]) for entry in lexicon["actor"]}
    names: dict[str, Name] = {}
    for entry in lexicon["actor"]:
        for name in _read_entry(entry, actors, chosen):
            # The order of _read_entry: what is a name of anybody is not the capital of somebody else.
            known = names.get(name.text)
            if known is None or (chosen.get(name.text) == entry["id"] and known.role is name.role):
                names[name.text] = name
    for entry in lexicon["together"]:
        both = tuple(actors[key] for key in entry["ids"])
        names |= {text: Name(text, Role.NAME, both) for text in entry["names"]}
    names |= {text: Name(text, Role.LONGER) for text in context["longer"]["names"]}
    shouted = {text.upper(): name for text, name in names.items() if len(text) > 3 and name.role is not Role.NEAR}
    return shouted | names


def _read_entry(entry: Mapping[str, Any], actors: Mapping[str, Actor], chosen: Mapping[str, str]) -> Iterable[Name]:
    actor = actors[entry["id"]]
    for key, role in (("names", Role.NAME), ("people", Role.PEOPLE), ("prefixes", Role.PREFIX), ("near", Role.NEAR)):
        for text in entry.get(key, ()):
            yield Name(text, role, (actor,), needs=frozenset(entry.get("needs", ())))
    for spellings in entry.get("capitals", ()):
        city = Actor(f"{actor.id}:{make_slug(spellings[0])}", spellings[0], "place")
        for text in spellings:
            # Brussels is a city in Belgium, and speaks for the European Union.
            yield Name(text, Role.CAPITAL, (actors[chosen.get(text, actor.id)],), city, country=actor.name.split()[0])
    for text in entry.get("seats", ()):
        if text not in chosen:
            yield Name(text, Role.SEAT, (actor,), Actor(f"{actor.id}:{make_slug(text)}", text, "place"))


def make_slug(name: str) -> str:
    """Return a name as part of an id: 'Kuwait City' is 'kuwait-city'."""
    return "-".join(re.findall(r"\w+", name.lower()))


_WORD = re.compile(r"\w+|[^\w\s]")
_SIGNS = {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "--"}
