"""Finds what two claims cannot both be right in: ends of an axis, and a predicate that one affirms and one denies."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from claimcmp.compare.features.affinity import find_affinity
from claimcmp.compare.features.axes import Place, exclude, find_places
from claimcmp.compare.features.statements import Word, find_common, find_wording, is_telling, read_statement, read_words
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Claim, Predicate
from claimcmp.words import find_base_forms

# A claim with more telling words than this speaks of several things; opposite words in it need a common word beside
# them.
SHORT = 9
# How alike the words around two mentions must be where the mentions mean little alone: "rise" of what?
ALIKE = 0.7
NEAR = 6
# From this cosine on two participants may be one.
SAME_PARTICIPANT = 0.5
# From this cosine on two bearers of opposite words may be one.
SAME_BEARER = 0.3
# From this cosine on two nouns name one measure: "cost" and "price".
SAME_MEASURE = 0.6
# What follows one of these tells where or to what; "of" tells what is counted.
LINK = re.compile(r"\s(?:on|by|in|to|for|from|with|at|against|among|about|over|into|towards|between)\s")
# After a "not" they are what it denies.
PARTIAL = re.compile(
    r"\s+(?:all|every\w*|each|always|necessarily|entirely|solely|only|just|merely|exactly|wholly|fully|quite|both)\b",
    re.IGNORECASE,
)
# "A rise in exports", "the growth of exports".
MEASURING = frozenset({"in", "of"})
PARTICIPANTS = ("nsubj", "obj", "iobj")
AGENT = "by"
WHEN = frozenset({"after", "before", "since", "until", "till", "following", "during"})


def find_opposites(a: Claim, b: Claim) -> tuple[Place, Place] | None:
    """Return a place of each claim that cannot both be right; a claim that stands at both ends decides nothing."""
    places_a, places_b = find_places(a), find_places(b)
    words_a, words_b = read_statement(a), read_statement(b)
    pairs = [(x, y) for x in places_a for y in places_b if x.axis.name == y.axis.name]
    undecided = {x.axis.name for x, y in pairs if not exclude(x, y)}
    found = [
        (x, y)
        for x, y in pairs
        if x.axis.name not in undecided and _are_said_of_one(x, y, words_a, words_b) and may_share_bearer(a, x, b, y)
    ]
    # The same whichever claim comes first: words that mean something alone before others, plain ones before denied.
    return min(
        found, key=lambda pair: (pair[0].axis.bound, _count_denied(pair), sorted(p.shown for p in pair)), default=None
    )


def is_counterfactual(claim: Claim) -> bool:
    """Tell whether a claim tells what would be if something were not: "without the levy there might be more jobs"."""
    markers = read_lexicon("opposites")["counterfactual"]["markers"]
    return claim.modality != "asserted" and any(
        argument.marker in markers for predicate in claim.predicates for argument in predicate.arguments
    )


def find_unlike_bearers(a: Claim, b: Claim) -> tuple[Place, Place] | None:
    """Return a place of each claim that exclude each other by their words, but are said of different things.

    Nothing is returned of an axis on which both say the same of one thing beside.
    """
    pairs = [(x, y) for x in find_places(a) for y in find_places(b) if x.axis.name == y.axis.name]
    alike = {
        x.axis.name
        for x, y in pairs
        if not exclude(x, y) and find_predicates(a, x) and find_predicates(b, y) and may_share_bearer(a, x, b, y)
    }
    apart = [
        (x, y) for x, y in pairs if exclude(x, y) and x.axis.name not in alike and not may_share_bearer(a, x, b, y)
    ]
    return min(apart, key=lambda pair: sorted(place.shown for place in pair), default=None)


def may_share_bearer(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether two places may be of one thing, by where they stand in their sentences.

    What a subject names ("the damage is large") is spoken of, not said: it needs a common word beside it. A rise and a
    fall, or what one affirms and the other denies in its own words, must be of like bearers.
    """
    measured = (find_changed(a, x), find_changed(b, y)) if x.axis.bound and x.axis.gradable else ((), ())
    # "Hours fell" and "there are more jobs" are of two measures.
    if all(measured) and find_affinity(*measured) < SAME_MEASURE:
        return False
    if _is_named_only(a, x) or _is_named_only(b, y):
        return bool(find_common(find_words_around(x, read_statement(a)), find_words_around(y, read_statement(b))))
    if all(measured) or (not x.axis.bound and bool(x.mention.denied) == bool(y.mention.denied)):
        return True
    # Who is judged is who does it: "hid the files" and "deceived the court" are said of their subjects.
    judged = x.axis.judging and x.mention.text.lower() != y.mention.text.lower()
    find, like = (_find_doer, SAME_PARTICIPANT) if judged else (_find_bearer, SAME_BEARER)
    bearers = [
        [word for predicate in find_predicates(claim, place) for word in find(predicate)]
        for claim, place in ((a, x), (b, y))
    ]
    if all(bearers):
        return find_affinity(*bearers) >= like
    # "It had several causes" and "speed was not the cause": who denies a word must say it of something of the other's.
    denied = bool(x.mention.denied) != bool(y.mention.denied)
    return x.axis.judging or not denied or share_words_around(a, x, b, y)


def find_changed(claim: Claim, place: Place) -> list[Word]:
    """Return the words for what is more or less: of a verb the head of its bearer, of other words what stands beside.

    "Exports of wheat rose": exports; "a rise in exports", "export growth", "fewer exports" too.
    """
    heads = [head for predicate in find_predicates(claim, place) if (head := _find_bearer_head(predicate))]
    if heads:
        return [word for head in heads for word in read_words(head, "") if is_telling(word)]
    words = read_statement(claim)
    first, last = place.mention.first, place.mention.last
    behind = last + 1 if last < len(words) and words[last].text.lower() in MEASURING else last
    following = list(takewhile(is_telling, words[behind : behind + NEAR]))
    beside = [*words[max(0, first - 1) : first], *following[-1:]]
    return [word for word in beside if is_telling(word) and word.stretch == place.mention.stretch]


def may_share_doer(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether the same may do what two mentions say, as far as both claims name who does it."""
    doers = [
        [word for predicate in find_predicates(claim, place) for word in _find_doer(predicate)]
        for claim, place in ((a, x), (b, y))
    ]
    return not all(doers) or find_affinity(*doers) >= SAME_PARTICIPANT


def share_words_around(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether two claims have a telling word in common beside two mentions."""
    words_a, words_b = read_statement(a), read_statement(b)
    ours = [word for n, word in enumerate(words_a) if not x.mention.first <= n < x.mention.last]
    theirs = [word for n, word in enumerate(words_b) if not y.mention.first <= n < y.mention.last]
    return bool(find_common(ours, theirs))


def find_same_end(a: Claim, b: Claim) -> tuple[Place, Place] | None:
    """Return places by which two claims judge alike, unless they judge differently beside."""
    pairs = [(x, y) for x in find_places(a) for y in find_places(b) if x.axis.name == y.axis.name and x.axis.judging]
    if not pairs or any(exclude(x, y) for x, y in pairs) or all(tells_when(a, x) or tells_when(b, y) for x, y in pairs):
        return None
    return min(pairs, key=lambda pair: sorted(place.shown for place in pair))


def tells_when(claim: Claim, place: Place) -> bool:
    """Tell whether a mention only says when something was: "three days after the collapse"."""
    start = claim.start + read_statement(claim)[place.mention.first].start
    return any(
        argument.marker in WHEN and argument.start <= start < argument.end
        for predicate in claim.predicates
        for argument in predicate.arguments
    )


def find_denied_predicates(a: Claim, b: Claim) -> tuple[Predicate, Predicate] | None:
    """Return a predicate as it stands in both claims, if one denies it and the other does not.

    In one of them it is what the claim stands or falls with. A claim that both affirms and denies it ("rose in May, but
    did not in June") decides nothing.
    """
    pairs = [(x, y) for x in a.predicates for y in b.predicates if not _find_forms(x).isdisjoint(_find_forms(y))]
    if any(is_denied(x, a) == is_denied(y, b) for x, y in pairs):
        return None
    return next((pair for pair in pairs if pair[0] == a.predicates[0] or pair[1] == b.predicates[0]), None)


def hold_alike(a: Claim, b: Claim) -> bool:
    """Tell whether both affirm, or both deny, a predicate that they have in common: "stop selling", "not sell"."""
    return any(
        is_denied(x, a) == is_denied(y, b)
        for x in a.predicates
        for y in b.predicates
        if not _find_forms(x).isdisjoint(_find_forms(y))
    )


def share_participants(x: Predicate, y: Predicate) -> bool:
    """Tell whether the same take part in two predicates, as far as both name them."""
    subjects = [_find_words(predicate, ("nsubj",)) for predicate in (x, y)]
    # The subject of a passive is what its active form has as object.
    passive = [any(item.role == "nsubj:pass" for item in predicate.arguments) for predicate in (x, y)]
    if passive[0] == passive[1] and all(subjects) and find_affinity(*subjects) < SAME_PARTICIPANT:
        return False
    everybody = [_find_words(predicate, PARTICIPANTS) for predicate in (x, y)]
    return not all(everybody) or find_affinity(*everybody) >= SAME_PARTICIPANT


def is_denied(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a predicate is denied, be it from outside or by its verb: "he denies that it rained", "stop work".

    "Not all the letters are used" does not deny that letters are used.
    """
    outside = predicate == claim.predicates[0] and bool(find_wording(claim)[1])
    negated = predicate.negated and not _is_partial(claim)
    return (negated or outside) != _is_ended(predicate, claim)


def _is_ended(predicate: Predicate, claim: Claim) -> bool:
    """Tell whether a predicate is what another one says is over or left undone."""
    return any(
        not _ceasing().isdisjoint(find_base_forms(verb.text))
        and any(item.role in ("xcomp", "advcl") and item.start == predicate.start for item in verb.arguments)
        for verb in claim.predicates
    )


def _is_partial(claim: Claim) -> bool:
    """Tell whether a denial is of how many or how far only."""
    cue = claim.polarity_cue
    behind = claim.text[cue.end - claim.start :] if cue and claim.start <= cue.start < claim.end else ""
    return bool(behind) and PARTIAL.match(behind) is not None


@cache
def _degrees() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["degree"]["words"])


@cache
def _ceasing() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["denial"]["ceasing"])


def find_actors(claim: Claim, predicates: Iterable[Predicate]) -> frozenset[str]:
    """Return the ids of the named actors who do what some predicates of a claim say."""
    doers = [argument for predicate in predicates for argument in predicate.arguments if _is_doer(argument, predicate)]
    return frozenset(entity.id for entity in claim.entities for doer in doers if doer.start <= entity.start < doer.end)


def find_predicates(claim: Claim, place: Place) -> list[Predicate]:
    """Return the predicates of a claim that put it at an end of an axis."""
    words = read_statement(claim)[place.mention.first : place.mention.last]
    starts = {claim.start + word.start for word in words}
    return [predicate for predicate in claim.predicates if predicate.start in starts]


def _is_doer(argument: Argument, predicate: Predicate) -> bool:
    passive = any(item.role == "nsubj:pass" for item in predicate.arguments)
    if passive:
        return argument.role.startswith("obl") and argument.marker == AGENT
    return argument.role == "nsubj"


def _find_forms(predicate: Predicate) -> frozenset[str]:
    words = [word for word in read_words(f"{predicate.text} {predicate.lemma}", "") if is_telling(word)]
    return frozenset(form for word in words for form in word.forms | find_base_forms(word.text))


def _find_words(predicate: Predicate, roles: tuple[str, ...]) -> list[Word]:
    texts = [
        argument.text
        for argument in predicate.arguments
        if argument.role.startswith(roles) or (argument.role.startswith("obl") and argument.marker == AGENT)
    ]
    return [word for text in texts for word in read_words(text, "") if is_telling(word)]


def _count_denied(pair: tuple[Place, Place]) -> int:
    return sum(bool(place.mention.denied) for place in pair)


def _are_said_of_one(x: Place, y: Place, words_a: Sequence[Word], words_b: Sequence[Word]) -> bool:
    near_a, near_b = find_words_around(x, words_a), find_words_around(y, words_b)
    if x.axis.bound:
        # "More dangerous" is said of danger, "15 more accidents" of accidents.
        held_a, held_b = _find_measured(x, words_a) or near_a, _find_measured(y, words_b) or near_b
        return find_affinity(held_a, held_b) >= ALIKE
    # Judgements of one topic are of one thing; what is allowed, begun or won may be anything.
    if x.axis.judging and min(_count_telling(words_a), _count_telling(words_b)) <= SHORT:
        return True
    return bool(find_common(near_a, near_b))


def _find_measured(place: Place, words: Sequence[Word]) -> list[Word]:
    """Return the word behind "more", "fewer", "most" and the like, or nothing behind other words."""
    if place.mention.text.lower() not in _degrees():
        return []
    return [word for word in words[place.mention.last : place.mention.last + 2] if is_telling(word)]


def _is_named_only(claim: Claim, place: Place) -> bool:
    """Tell whether a mention stands in a subject and in no predicate.

    A judgement within a subject ("a dangerous path") is said of its noun.
    """
    words = read_statement(claim)
    start = claim.start + words[place.mention.first].start
    if find_predicates(claim, place):
        return False
    subjects = [
        argument
        for predicate in claim.predicates
        for argument in predicate.arguments
        if argument.role.startswith("nsubj") and argument.start <= start < argument.end
    ]
    if not place.axis.judging:
        return bool(subjects)
    following = words[place.mention.last : place.mention.last + 1]
    return any(
        not following or claim.start + following[0].start >= subject.end or not is_telling(following[0])
        for subject in subjects
    )


def _find_doer(predicate: Predicate) -> list[Word]:
    """Return the words for who does what a predicate says; a pronoun tells nobody."""
    found: list[Word] = []
    for argument in predicate.arguments:
        if argument.role.startswith("nsubj"):
            words = read_words(LINK.split(argument.text)[0], "")
            # "The report" is somebody, though "report" tells little elsewhere.
            found += [word for word in words if is_telling(word)] or list(words[1:][-1:])
    return found


def _find_bearer(predicate: Predicate) -> list[Word]:
    """Return the words for what a predicate is said of: its object if it has one, else its subject."""
    for roles in (("obj",), ("nsubj",)):
        texts = [argument.text for argument in predicate.arguments if argument.role.startswith(roles)]
        if texts:
            return [word for text in texts for word in read_words(LINK.split(text)[0], "") if is_telling(word)]
    return []


def _find_bearer_head(predicate: Predicate) -> str:
    """Return the head of what a predicate is said of: of its object if it has one, else of its subject."""
    heads = [item.head for role in ("obj", "nsubj") for item in predicate.arguments if item.role.startswith(role)]
    return heads[0] if heads else ""


def find_words_around(place: Place, words: Sequence[Word]) -> list[Word]:
    """Return the telling words around a mention, in its own stretch of the claim."""
    mention = place.mention
    around = range(max(0, mention.first - NEAR), min(len(words), mention.last + NEAR))
    return [
        words[number]
        for number in around
        if not mention.first <= number < mention.last
        and words[number].stretch == mention.stretch
        and is_telling(words[number])
    ]


def _count_telling(words: Sequence[Word]) -> int:
    return sum(1 for word in words if is_telling(word))
