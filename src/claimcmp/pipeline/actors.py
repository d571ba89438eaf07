"""Finds the actors that a sentence speaks of; different names of one actor share its id.

Moscow, the Kremlin, the Russian government and Russians are all ``ru``. A capital or a seat of government counts as the
actor, with ``metonym`` set, where it acts ("Moscow said"); where it is only a place ("in Moscow") it becomes an entity
of kind ``place`` with an id of its own, ``ru:moscow``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from claimcmp.pipeline.actor_context import Reading, read_name
from claimcmp.pipeline.actor_names import (
    Actor,
    NameMatch,
    Role,
    Trie,
    Words,
    find_names,
    make_slug,
    make_trie,
    split_words,
)
from claimcmp.pipeline.offices import find_office
from claimcmp.records import Entity, KnownActor


def find_actors(
    text: str, *, offset: int = 0, known: tuple[KnownActor, ...] = (), around: Collection[str] = ()
) -> list[Entity]:
    """Return the actors and places in one sentence, sorted by start; ``offset`` is where the sentence begins.

    Spans never cross. Two entities share a span where one name stands for two actors ("both Koreas"), and an office
    spans the actor it belongs to ("Russian president" and "Russian"). ``known`` are those of a user's
    actors.toml, ``around`` the ids that the document names elsewhere, for "the North" and other names that need it.
    """
    return _make_finder(known).find(text, offset=offset, around=around)


def keep_as_printed(entities: Iterable[Entity]) -> list[Entity]:
    """Return entities under ids of their own printed names, none of them shared or taken for its government."""
    spans = {(entity.start, entity.end): entity for entity in entities}
    return [replace(entity, id=make_name_id(entity.text), name=entity.text, metonym=False) for entity in spans.values()]


def make_name_id(name: str) -> str:
    """Return the id of a name that no table knows."""
    return f"name:{make_slug(name)}"


@dataclass(slots=True)
class ActorFinder:
    """Finds actors under the shipped names and those of ``known``; make it once for many sentences."""

    known: tuple[KnownActor, ...] = ()
    _trie: Trie = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Build the names."""
        self._trie = make_trie(self.known)

    def find(self, text: str, *, offset: int = 0, around: Collection[str] = ()) -> list[Entity]:
        """Return the actors and places in one sentence, as ``find_actors`` does."""
        words = split_words(text)
        matches = list(find_names(words, self._trie))
        if not matches:
            return []
        entities = [
            Entity(text[start:end], start + offset, end + offset, actor.id, actor.name, actor.kind, metonym)
            for actor, metonym, start, end in _read_matches(words, matches, around)
        ]
        return sorted(entities, key=_order)


def _read_matches(
    words: Words, matches: list[NameMatch], around: Collection[str]
) -> Iterator[tuple[Actor, bool, int, int]]:
    spoken_of = _find_spoken_of(matches)
    joined_to: Reading | None = None
    joined_at = -1
    for match in matches:
        # No name supports itself.
        named = [key for key, texts in spoken_of.items() if texts != {match.name.text}]
        joined = joined_to if _is_joined(words, joined_at, match) else None
        reading = read_name(words, match, joined_to=joined, named=named, around=around)
        if match.name.role is Role.CAPITAL:
            joined_to, joined_at = (reading if reading is not Reading.NEITHER else None), match.last
        start, end = words.spans[match.first][0], words.spans[match.last - 1][1]
        if reading is Reading.PLACE and match.name.place is not None:
            yield match.name.place, False, start, end
        elif reading is Reading.ACTOR:
            for actor in match.name.actors:
                yield actor, match.name.role in (Role.CAPITAL, Role.SEAT), start, end
            office = find_office(words, match)
            if office is not None:
                actor, first, last = office
                yield actor, False, words.spans[first][0], words.spans[last - 1][1]


def _find_spoken_of(matches: list[NameMatch]) -> Mapping[str, set[str]]:
    """Return the ids that are named, with the names; capitals are left out, or two cities would hold each other up."""
    spoken_of: dict[str, set[str]] = {}
    for match in matches:
        if match.name.role in (Role.NAME, Role.PEOPLE, Role.SEAT, Role.GIVEN):
            for actor in match.name.actors:
                spoken_of.setdefault(actor.id, set()).add(match.name.text)
    return spoken_of


def _is_joined(words: Words, last: int, match: NameMatch) -> bool:
    """Tell whether only "and", commas or hyphens stand between the name that ended at ``last`` and this one."""
    between = words.words[last : match.first] if 0 <= last < match.first else ()
    return 0 < len(between) < 3 and all(word in ("and", "or", "nor", ",", "/", "-") for word in between)


def _order(entity: Entity) -> tuple[int, int, str]:
    return entity.start, -entity.end, entity.id


@lru_cache(maxsize=8)
def _make_finder(known: tuple[KnownActor, ...]) -> ActorFinder:
    return ActorFinder(known)
