"""Lets claims that are near a topic, though on another one, join the groups of that topic.

Where topics border on each other, two sources say the same thing under different ones. Extraction notes which other
topics a claim is near; as a guest it is compared with the claims that are on one of them, and must fit them well.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.grouping.clusters import Link, Place
from claimcmp.compare.grouping.nearness import find_nearness
from claimcmp.compare.grouping.parts import find_matters
from claimcmp.compare.matching.candidates import find_hosts
from claimcmp.compare.voices.repetitions import Judge, to_pair
from claimcmp.compare.voices.voices import Voices
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Pair


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two claims without a common topic that are compared under a topic of one of them."""

    a: Claim
    b: Claim
    topic: str
    guest: str
    """The id of the one that is not on that topic, but near."""
    price: float
    """By how much more the pair must score, for the guest is off the topic."""

    @property
    def least(self) -> float:
        """The score that the pair must have."""
        return _read_limits().score + self.price


@dataclass(frozen=True, slots=True)
class Visit:
    """A guest and a claim of the topic that are on one matter."""

    guest: Claim
    claim: str
    """The id of the claim of the topic."""
    pair: Pair
    fit: float
    """The score, less the price of the meeting."""


@dataclass(frozen=True, slots=True)
class _Limits:
    score: float
    price: float
    fit: float


def find_meetings(
    topic: str, claims: Sequence[Claim], every: Iterable[Claim], voices: Voices, vocabulary: Vocabulary
) -> Iterator[Meeting]:
    """Yield what may be on one matter of the claims of a topic and its guests, those of ``every`` claim that are near.

    Copies are no guests, for they follow their originals. Two claims that could meet under several topics meet under
    the nearest.
    """
    guests = [claim for claim in every if claim.id not in voices.originals and _is_guest(claim, topic)]
    for a, b in find_hosts(guests, claims, voices.of_document, vocabulary):
        meeting = find_meeting(a, b)
        if meeting is not None and meeting.topic == topic:
            yield meeting


def find_meeting(a: Claim, b: Claim) -> Meeting | None:
    """Return where two claims meet of which one is near a topic of the other; None if they share one, or nowhere."""
    if set(a.topics) & set(b.topics):
        return None
    near = [
        (behind, topic, guest.id)
        for guest, host in ((a, b), (b, a))
        for topic in host.topics
        # What is on no topic at all is kept aside, however near.
        if guest.topics and (behind := _find_distance(guest, topic)) is not None
    ]
    if not near:
        return None
    behind, topic, guest_id = min(near)
    return Meeting(a, b, topic, guest_id, _read_limits().price * behind)


def find_visits(meetings: Iterable[Meeting], voices: Voices, judge: Judge) -> Iterator[Visit]:
    """Yield the meetings that are on one matter and near enough."""
    for meeting in meetings:
        a, b = meeting.a, meeting.b
        judgment = judge(a, b)
        # Judgements of one topic are of one thing; one of another topic must share a word with them.
        if not judgment.evidence.near_words:
            continue
        if judgment.relation is not None and judgment.evidence.score >= meeting.least:
            guest, host = (a, b) if meeting.guest == a.id else (b, a)
            independent = voices.of_claim[a.id] != voices.of_claim[b.id]
            pair = to_pair(judgment, judgment.relation, independent=independent)
            yield Visit(guest, host.id, pair, pair.score - meeting.price)


def seat_guests(
    matters: Iterable[Sequence[str]], visits: Sequence[Visit], places: Mapping[str, Place]
) -> tuple[tuple[str, ...], ...]:
    """Return the matters with the guests that fit in, and those of guests with claims that are on no matter."""
    groups = [set(matter) for matter in matters]
    links = [Link(visit.guest.id, visit.claim, visit.fit) for visit in visits]
    seated: set[str] = set()
    grouped = {claim for group in groups for claim in group}
    for guest, near in find_nearness(links, [frozenset(group) for group in groups], places).items():
        for number, found in near.items():
            if found.score >= _read_limits().fit:
                groups[number].add(guest)
                seated.add(guest)
    left = [link for link in links if link.a not in seated and link.b not in grouped]
    return tuple(sorted(tuple(sorted(group)) for group in (*groups, *find_matters(left, places))))


def _is_guest(claim: Claim, topic: str) -> bool:
    return bool(claim.topics) and topic not in claim.topics and _find_distance(claim, topic) is not None


def _find_distance(claim: Claim, topic: str) -> float | None:
    return next((near.behind for near in claim.near_topics if near.topic == topic), None)


@cache
def _read_limits() -> _Limits:
    return _Limits(**{name: part["value"] for name, part in read_lexicon("matching")["guests"].items()})
