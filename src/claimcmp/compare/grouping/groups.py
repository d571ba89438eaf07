"""Makes groups of judged pairs: claims on one matter, what they come to, and who speaks in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import combinations

from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.grouping.clusters import Link, Place
from claimcmp.compare.grouping.consensus import find_consensus, find_differences, find_verdict
from claimcmp.compare.grouping.guests import Visit, seat_guests
from claimcmp.compare.grouping.matters import name_matter
from claimcmp.compare.grouping.parts import find_matters
from claimcmp.compare.grouping.spreads import find_spreads
from claimcmp.compare.grouping.values_apart import find_values_apart
from claimcmp.compare.rules.relations import is_weak
from claimcmp.compare.voices.voices import Voices, gather_voices
from claimcmp.records import Claim, Group, Pair, Unjudged

ID_LENGTH = 8

Join = Callable[[Claim, Claim], Pair | None]
"""Gives the pair of two claims of one group, or None where they are too far apart to be set against each other."""


def make_groups(
    topic: str,
    claims: Sequence[Claim],
    pairs: Sequence[Pair],
    unjudged: Iterable[Unjudged],
    *,
    repeated: Mapping[str, str],
    voices: Voices,
    vocabulary: Vocabulary,
    visits: Sequence[Visit] = (),
    join: Join | None = None,
) -> tuple[Group, ...]:
    """Group the claims of one topic; ``repeated`` names the claim of the topic that a copy stands with.

    Copies follow the claim that they repeat, and make a group with it where nothing else is on its matter. Guests join
    the groups that the others make. Then ``join`` is asked for a pair of every two claims of a group that have none.
    """
    by_id = {claim.id: claim for claim in (*claims, *(visit.guest for visit in visits))}
    own = [
        Link(pair.a, pair.b, pair.score, sure=not is_weak(pair.rule))
        for pair in pairs
        if pair.a not in repeated and pair.b not in repeated
    ]
    links = [*own, *(Link(pair.a, pair.b, 0.0) for pair in unjudged)]
    places = {claim.id: _find_place(claim, voices) for claim in by_id.values()}
    matters = seat_guests(find_matters(links, places), visits, places)
    copies: dict[str, list[str]] = {}
    for copy, first in repeated.items():
        copies.setdefault(first, []).append(copy)
    grouped = {claim for matter in matters for claim in matter}
    alone = [(first,) for first in copies if first not in grouped and _is_elsewhere(first, copies[first], by_id)]
    members = [
        [*matter, *(copy for claim in matter for copy in copies.get(claim, ()))] for matter in (*matters, *alone)
    ]
    standing: dict[str, set[int]] = {}
    for number, held in enumerate(members):
        for claim in held:
            standing.setdefault(claim, set()).add(number)
    inside: list[list[Pair]] = [[] for _ in members]
    for pair in (*pairs, *(visit.pair for visit in visits)):
        for number in standing.get(pair.a, set()) & standing.get(pair.b, set()):
            inside[number].append(pair)
    if join is not None:
        for held, found in zip(members, inside, strict=True):
            kin = [by_id[claim] for claim in held if claim not in repeated]
            known = {frozenset((pair.a, pair.b)) for pair in found}
            found.extend(_join_kin(kin, known, join))
    sources = tuple(dict.fromkeys(claim.source for claim in sorted(claims, key=_position)))
    groups = [
        make_group(topic, [by_id[claim] for claim in held], found, sources, voices, vocabulary)
        for held, found in zip(members, inside, strict=True)
    ]
    return _tell_apart(sort_groups(groups, by_id), by_id, vocabulary)


def _tell_apart(groups: Iterable[Group], by_id: Mapping[str, Claim], vocabulary: Vocabulary) -> tuple[Group, ...]:
    """Return the groups of a topic with names that differ: of several that have one name the first keeps it."""
    named: list[Group] = []
    for group in groups:
        taken = [other.matter for other in named]
        if group.matter in taken:
            held = [by_id[claim] for claim in group.claims]
            group = replace(group, matter=name_matter(held, vocabulary, taken))
        named.append(group)
    return tuple(named)


def _join_kin(claims: Iterable[Claim], known: set[frozenset[str]], join: Join) -> Iterator[Pair]:
    for a, b in combinations(sorted(claims, key=_position), 2):
        if a.document == b.document or frozenset((a.id, b.id)) in known:
            continue
        if (pair := join(a, b)) is not None:
            yield pair


def sort_groups(groups: Iterable[Group], by_id: Mapping[str, Claim]) -> tuple[Group, ...]:
    """Return the groups of a topic in their order: most voices that sure rules join, most voices, then by place."""
    placed = sorted(groups, key=lambda group: [_position(by_id[claim]) for claim in group.claims])
    return give_ids(sorted(placed, key=lambda group: (-_count_joined(group), -len(group.voices))))


def _count_joined(group: Group) -> int:
    """Return how many voices of a group have a claim in a pair whose rule is right more often than not."""
    sure = {claim for pair in group.pairs if not is_weak(pair.rule) for claim in (pair.a, pair.b)}
    return sum(not sure.isdisjoint(voice.claims) for voice in group.voices)


def give_ids(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return the groups with ids that differ: topic and first claim, and the next claims where several begin alike."""
    given: set[str] = set()
    named: list[Group] = []
    for group in groups:
        # Of several groups that begin alike, the first keeps the short name.
        names = (make_group_id(group.topic, *group.claims[:count]) for count in range(1, len(group.claims) + 1))
        found = next((name for name in names if name not in given), group.id)
        given.add(found)
        named.append(group if group.id == found else replace(group, id=found))
    return tuple(named)


def make_group_id(topic: str, *first: str) -> str:
    """Return the id of the group of a topic that begins with these claims."""
    return f"{topic}-{_digest(topic, *first)}"


def _find_place(claim: Claim, voices: Voices) -> Place:
    return Place(voices.of_document[claim.document], (claim.document, claim.sentence_start))


def _is_elsewhere(first: str, copies: Iterable[str], by_id: Mapping[str, Claim]) -> bool:
    return any(by_id[copy].document != by_id[first].document for copy in copies)


def make_group(
    topic: str,
    claims: Iterable[Claim],
    pairs: Iterable[Pair],
    sources: Sequence[str],
    voices: Voices,
    vocabulary: Vocabulary,
) -> Group:
    """Return the group of some claims with the pairs between them; ``sources`` are all that the topic has."""
    ordered = sorted(claims, key=_position)
    places = {claim.id: place for place, claim in enumerate(ordered)}
    inside = tuple(sorted(pairs, key=lambda pair: (places[pair.a], places[pair.b])))
    present = tuple(dict.fromkeys(claim.source for claim in ordered))
    speaking = gather_voices(ordered, voices)
    return Group(
        id=make_group_id(topic, ordered[0].id),
        topic=topic,
        matter=name_matter(ordered, vocabulary),
        verdict=find_verdict(inside),
        differs_in=find_differences(inside),
        claims=tuple(places),
        sources=present,
        silent=tuple(source for source in sources if source not in present),
        pairs=inside,
        voices=speaking,
        consensus=find_consensus(speaking, inside, find_values_apart(ordered, speaking, inside)),
        spreads=find_spreads(ordered, speaking, inside),
    )


def _position(claim: Claim) -> tuple[str, int, str]:
    return claim.document, claim.start, claim.id


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:ID_LENGTH]
