"""Tells which questions on their topic claims answer: how a thing is judged, where it stands, why it came about.

Two claims that answer one question are on one matter in whatever words, and those that contradict each other seldom
share many.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.polarity.axes import find_places
from claimcmp.compare.features.polarity.bearers import find_predicates, find_words_around, may_share_doer
from claimcmp.compare.features.polarity.opposites import tells_when
from claimcmp.compare.features.wording.affinity import NEAR, find_affinity
from claimcmp.compare.features.wording.statements import Phrases, Word, find_mentions, make_phrases, read_statement
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim


@dataclass(frozen=True, slots=True)
class _Cues:
    words: Phrases
    idle: Phrases


def find_questions(claim: Claim) -> frozenset[str]:
    """Return the names of all questions that a claim may answer."""
    return find_plain_questions(claim).union(place.axis.name for place in find_places(claim) if place.axis.question)


def share_question(a: Claim, b: Claim, links: Iterable[tuple[str, str]], asked: Collection[str]) -> bool:
    """Tell whether two claims answer one question; ``links`` are the words of both that are the same or near.

    Where a topic asks a question (``asked``), all that answer it speak of one thing. Of what is open or shut the claims
    must have a word in common, and a rise and a fall must be of like things.
    """
    if _share_plain_question(a, b, asked):
        return True
    words_a, words_b = read_statement(a), read_statement(b)
    places = [place for place in find_places(a) if not place.axis.common]
    for x, y in ((x, y) for x in places for y in find_places(b) if x.axis.name == y.axis.name):
        if x.axis.question and any(one not in x.mention.text and other not in y.mention.text for one, other in links):
            return True
        if x.axis.bound and find_affinity(find_words_around(x, words_a), find_words_around(y, words_b)) >= NEAR:
            return True
    return False


def is_only_named(asker: Claim, other: Claim, asked: Collection[str] = ()) -> bool:
    """Tell whether a claim only names all that it and another judge: "whether the ban cut accidents" asks of no ban."""
    if _share_plain_question(asker, other, asked):
        return False
    shared = {place.axis.name for place in find_places(other)}
    return not any(place.axis.name in shared and find_predicates(asker, place) for place in find_places(asker))


def _share_plain_question(a: Claim, b: Claim, asked: Collection[str]) -> bool:
    """Tell whether two claims judge on one axis or both name a cause; one word of unlike subjects judges two things."""
    places = [
        (x, y)
        for x in find_places(a)
        for y in find_places(b)
        if x.axis.name == y.axis.name and x.axis.judging and not tells_when(a, x) and not tells_when(b, y)
    ]
    if any(
        x.axis.name in asked and (x.mention.text.lower() != y.mention.text.lower() or may_share_doer(a, x, b, y))
        for x, y in places
    ):
        return True
    both = find_plain_questions(a) & find_plain_questions(b) & frozenset(asked)
    return bool(both - {x.axis.name for x, _ in places})


def find_plain_questions(claim: Claim) -> frozenset[str]:
    """Return the questions that claims of one topic answer by their words alone: judgements and causes."""
    words = read_statement(claim)
    judged = {place.axis.name for place in find_places(claim) if place.axis.judging and not tells_when(claim, place)}
    return frozenset(judged.union(name for name, cues in _read_cues().items() if _stands(words, cues)))


def _stands(words: Sequence[Word], cues: _Cues) -> bool:
    """Tell whether a cue stands in a claim, and not within a phrase that answers another question."""
    idle = {number for mention in find_mentions(words, cues.idle) for number in range(mention.first, mention.last)}
    return any(mention.first not in idle for mention in find_mentions(words, cues.words))


@cache
def _read_cues() -> dict[str, _Cues]:
    tables = read_lexicon("questions").items()
    return {name: _Cues(make_phrases(table["words"]), make_phrases(table.get("idle", ()))) for name, table in tables}
