"""Finds what two claims cannot both be right in: places at ends of an axis that exclude each other."""

import re
from collections.abc import Sequence
from functools import cache

from claimcmp.compare.features.polarity.axes import Place, exclude, find_places
from claimcmp.compare.features.polarity.bearers import (
    describe_two,
    find_predicates,
    find_words_around,
    is_named_only,
    may_share_bearer,
    may_share_doer,
    name_one_doer,
)
from claimcmp.compare.features.polarity.denied_predicates import is_aimed_at, is_done_by_others, only_tells_which
from claimcmp.compare.features.polarity.judged import judge_two
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.statements import (
    Word,
    find_common,
    is_telling,
    read_statement,
    read_words,
)
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms

# A claim with more telling words than this speaks of several things; opposite words in it need a common word beside
# them.
SHORT = 9
# How alike the words around two mentions must be where the mentions mean little alone: "rise" of what?
ALIKE = 0.7
# Who acts or is judged; of countries and towns many may be in one matter.
PARTIES = frozenset({"person", "organisation"})
FEWEST_COMMON = 2
# Below this cosine what is supported and what is rejected are two things.
ONE_OBJECT = 0.3
# From this one on who is for or against them is one.
ONE_SUBJECT = 0.5
# A condition, or one told by its inversion: "had they known".
SUPPOSING = frozenset({"if", "unless"})
INVERTED = frozenset({"had", "were", "should"})
# How many words before a mention it is supposed: "assumed sharply falling rates".
BESIDE = 2
# "The hope of much lower prices": so many words behind the noun, its link included.
REACH = 4
WISHING = frozenset({"of", "for"})
PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they", "this", "that", "there"})
EVEN = "even"
WHETHER = "whether"
# "We have no idea when the walls recover."
NOT_KNOWN = re.compile(
    r"\b(?:no idea|nobody knows|no one knows|not know|unclear|unknown|uncertain)\b.*\b(?:when|if|how|where)\b"
)
WHEN = frozenset({"after", "before", "since", "until", "till", "following", "during"})


def find_opposites(a: Claim, b: Claim, *, of_one: bool = True) -> tuple[Place, Place] | None:
    """Return a place of each claim that cannot both be right; a claim that stands at both ends decides nothing.

    Judgements are of one thing in whatever words if the claims answer one question (``of_one``).
    """
    places_a, places_b = _find_held(a), _find_held(b)
    words_a, words_b = read_statement(a), read_statement(b)
    pairs = [(x, y) for x in places_a for y in places_b if x.axis.name == y.axis.name]
    undecided = {x.axis.name for x, y in pairs if not exclude(x, y)}
    found = [
        (x, y)
        for x, y in pairs
        if x.axis.name not in undecided
        and (_are_said_of_one(x, y, words_a, words_b, of_one=of_one) or _change_alike(a, x, b, y))
        and may_share_bearer(a, x, b, y)
        and not describe_two(a, x, b, y)
        and not _is_only_imagined(a, x, b, y)
        and not _support_two(a, x, b, y)
        and not any(is_done_by_others(a, p, b, q) for p in find_predicates(a, x) for q in find_predicates(b, y))
        and not (x.is_denied and y.is_denied and (_is_subject(a, x) or _is_subject(b, y)))
    ]
    # The same whichever claim comes first: words that mean something alone before others, plain ones before denied.
    return min(
        found, key=lambda pair: (pair[0].axis.bound, _count_denied(pair), sorted(p.shown for p in pair)), default=None
    )


@remember
def _find_held(claim: Claim) -> tuple[Place, ...]:
    """Return the places that a claim commits to, and not only supposes: "even had it kept its word"."""
    words = read_statement(claim)
    return tuple(
        place
        for place in find_places(claim)
        if not _is_supposed(words, place)
        and not _is_aim(claim, place)
        and not (place.is_denied and only_tells_which(claim.start + words[place.mention.first].start, claim))
    )


def _is_supposed(words: Sequence[Word], place: Place) -> bool:
    before = words[max(0, place.mention.first - BESIDE) : place.mention.first]
    if any(not word.forms.isdisjoint(_supposing()) for word in before if word.stretch == place.mention.stretch):
        # "The test assumed falling rates", "hedges against rising rates"
        return True
    if _is_wished(words, place):
        return True
    stretch = [word.text.lower() for word in words if word.stretch == place.mention.stretch]
    asked = " ".join(word.text.lower() for word in words[: place.mention.first])
    if any(word.text.lower() == WHETHER for word in words[: place.mention.first]) or NOT_KNOWN.search(asked):
        return True
    first, second = [*stretch[stretch[:1] == [EVEN] :], "", ""][:2]
    return first in SUPPOSING or (first in INVERTED and second in PRONOUNS)


def _is_wished(words: Sequence[Word], place: Place) -> bool:
    """Tell whether a mention is what an aim, a hope or a fear is of: "the aim of less traffic"."""
    first = place.mention.first
    for number in range(max(1, first - REACH), first):
        link = words[number]
        if link.text.lower() in WISHING and link.stretch == place.mention.stretch:
            return not words[number - 1].forms.isdisjoint(_wishes())
    return False


def is_counterfactual(claim: Claim) -> bool:
    """Tell whether a claim tells what would be if something were not: "without the levy there might be more jobs"."""
    markers = read_lexicon("opposites")["counterfactual"]["markers"]
    return claim.modality != "asserted" and any(
        argument.marker in markers for predicate in claim.predicates for argument in predicate.arguments
    )


def name_others(a: Claim, b: Claim) -> bool:
    """Tell whether two claims name other people and hardly share a word: a vote for Lee, the defeat of Dow's bill."""
    named = [{entity.id for entity in claim.entities if entity.kind in PARTIES} for claim in (a, b)]
    if not all(named) or not named[0].isdisjoint(named[1]):
        return False
    return len(find_common(read_statement(a), read_statement(b))) < FEWEST_COMMON


def _is_only_imagined(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether one tells what something else would do: "a ban would hurt trade", "the tax has not hurt it"."""
    return is_imagined(a) != is_imagined(b) and not name_one_doer(a, x, b, y)


def _support_two(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether who is for or against something has two objects: "rejected the account", "backed the firm"."""
    if not x.axis.conduct or x.axis.judging:
        return False
    subjects, objects = (
        [_list_words_of(claim, place, role) for claim, place in ((a, x), (b, y))] for role in ("nsubj", "obj")
    )
    # "Farmers welcomed it" and "it angered farmers": who is for or against it is now subject, now object.
    if not all(subjects) or find_affinity(*subjects) < ONE_SUBJECT:
        return False
    return all(objects) and find_affinity(*objects) < ONE_OBJECT


def _list_words_of(claim: Claim, place: Place, role: str) -> list[Word]:
    """Return the telling words of what takes a part in the predicates of a place."""
    items = [item for predicate in find_predicates(claim, place) for item in predicate.arguments if item.role == role]
    return [word for item in items for word in read_words(item.text, "") if is_telling(word)]


def _is_subject(claim: Claim, place: Place) -> bool:
    """Tell whether a mention stands in a clause that is a subject: "no sign that stopping early harms"."""
    start = claim.start + read_statement(claim)[place.mention.first].start
    return any(
        item.role.startswith(("csubj", "nsubj")) and item.start <= start < item.end
        for predicate in claim.predicates
        for item in predicate.arguments
    )


def is_imagined(claim: Claim) -> bool:
    """Tell whether a claim tells what would be: "a ban would hurt trade", "if it rained, the roof would leak"."""
    cue = claim.modality_cue
    return claim.modality == "conditional" or (
        claim.modality == "predicted" and bool(cue and cue.text.lower() in _foretelling())
    )


def _change_alike(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether what rises or falls is one thing in so many words, whatever stands between it and its verb."""
    if not (x.axis.bound and x.axis.gradable) or x.axis.common:
        return False
    subjects = [
        [
            word
            for predicate in find_predicates(claim, place)
            for item in predicate.arguments
            if item.role.startswith("nsubj")
            for word in read_words(item.text, "")
            if is_telling(word)
        ]
        for claim, place in ((a, x), (b, y))
    ]
    fewest = min(map(len, subjects))
    return fewest > 1 and len(find_common(*subjects)) >= fewest


def find_unlike_bearers(a: Claim, b: Claim) -> tuple[Place, Place] | None:
    """Return a place of each claim that exclude each other by their words, but are said of different things.

    Nothing is returned of an axis on which both say the same of one thing beside, nor of words that are said of
    anything: a long report and a short strike are two things anyhow.
    """
    pairs = [(x, y) for x in find_places(a) for y in find_places(b) if x.axis.name == y.axis.name]
    pairs = [(x, y) for x, y in pairs if not x.axis.common]
    alike = {
        x.axis.name
        for x, y in pairs
        if not exclude(x, y) and find_predicates(a, x) and find_predicates(b, y) and may_share_bearer(a, x, b, y)
    }
    apart = [
        (x, y) for x, y in pairs if exclude(x, y) and x.axis.name not in alike and not may_share_bearer(a, x, b, y)
    ]
    return min(apart, key=lambda pair: sorted(place.shown for place in pair), default=None)


def find_same_end(a: Claim, b: Claim) -> tuple[Place, Place] | None:
    """Return places by which two claims judge alike, unless they judge differently beside."""
    pairs = [(x, y) for x in _find_held(a) for y in _find_held(b) if x.axis.name == y.axis.name and x.axis.judging]
    pairs = [(x, y) for x, y in pairs if not judge_two(a, x, b, y)]
    # "The damage was done by frost" does not judge, it names what is judged.
    pairs = [(x, y) for x, y in pairs if not (is_named_only(a, x) and is_named_only(b, y))]
    # "Does not help" and "does not harm" are no judgement that both share.
    pairs = [(x, y) for x, y in pairs if exclude(x, y) or (x.end == y.end) == (x.is_denied == y.is_denied)]
    if not pairs or any(exclude(x, y) for x, y in pairs) or all(tells_when(a, x) or tells_when(b, y) for x, y in pairs):
        return None
    return min(pairs, key=lambda pair: sorted(place.shown for place in pair))


def judge_one(a: Claim, b: Claim) -> bool:
    """Tell whether two claims judge what may be one doer on one axis, alike or not."""
    return any(
        x.axis.name == y.axis.name and x.axis.judging and may_share_doer(a, x, b, y) and not judge_two(a, x, b, y)
        for x in find_places(a)
        for y in find_places(b)
    )


def tells_when(claim: Claim, place: Place) -> bool:
    """Tell whether a mention only says when something was: "three days after the collapse"."""
    start = claim.start + read_statement(claim)[place.mention.first].start
    return any(
        argument.marker in WHEN and argument.start <= start < argument.end
        for predicate in claim.predicates
        for argument in predicate.arguments
    )


def _is_aim(claim: Claim, place: Place) -> bool:
    """Tell whether a mention is what somebody tries to bring about: "rushed to free the ship".

    Who tries to stop a plan is against it all the same.
    """
    if place.axis.judging or place.axis.conduct:
        return False
    start = claim.start + read_statement(claim)[place.mention.first].start
    if any(predicate.start == start and is_aimed_at(predicate, claim) for predicate in claim.predicates):
        return True
    return any(
        item.role in ("xcomp", "advcl") and item.start <= start < item.end
        for predicate in claim.predicates
        if not find_base_forms(predicate.lemma).isdisjoint(read_lexicon("opposites")["supposing"]["aims"])
        for item in predicate.arguments
    )


@cache
def _supposing() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["supposing"]["words"])


@cache
def _foretelling() -> frozenset[str]:
    return frozenset(read_lexicon("comparing")["commitments"]["foretelling"])


@cache
def _wishes() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["supposing"]["wishes"])


@cache
def _degrees() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["degree"]["words"])


def _count_denied(pair: tuple[Place, Place]) -> int:
    return sum(bool(place.mention.denied) for place in pair)


def _are_said_of_one(x: Place, y: Place, words_a: Sequence[Word], words_b: Sequence[Word], *, of_one: bool) -> bool:
    near_a, near_b = find_words_around(x, words_a), find_words_around(y, words_b)
    if x.axis.bound:
        # "More dangerous" is said of danger, "15 more accidents" of accidents.
        held_a, held_b = _find_measured(x, words_a) or near_a, _find_measured(y, words_b) or near_b
        return find_affinity(held_a, held_b) >= ALIKE
    # What is allowed, begun or won may be anything.
    if of_one and x.axis.judging and min(_count_telling(words_a), _count_telling(words_b)) <= SHORT:
        return True
    return bool(find_common(near_a, near_b))


def _find_measured(place: Place, words: Sequence[Word]) -> list[Word]:
    """Return the word behind "more", "fewer", "most" and the like, or nothing behind other words."""
    if place.mention.text.lower() not in _degrees():
        return []
    return [word for word in words[place.mention.last : place.mention.last + 2] if is_telling(word)]


def _count_telling(words: Sequence[Word]) -> int:
    return sum(1 for word in words if is_telling(word))
