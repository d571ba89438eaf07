"""Finds what the words at an end of an axis are said of: who does it, what it happens to, what is more or less."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from claimcmp.compare.features.polarity.axes import Place
from claimcmp.compare.features.polarity.judged import find_owner, judge_two
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import (
    OWNERS,
    Word,
    find_common,
    is_telling,
    read_statement,
    read_words,
)
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Argument, Claim, Predicate
from claimcmp.words import find_base_forms

# From this cosine on two participants may be one.
SAME_PARTICIPANT = 0.5
# From this cosine on two bearers of opposite words may be one.
SAME_BEARER = 0.3
# From this cosine on two nouns name one measure: "cost" and "price".
SAME_MEASURE = 0.6
NEAR = 6
# "A rise in exports", "the growth of exports".
MEASURING = frozenset({"in", "of", "on"})
# Of these it takes the rest to tell what is measured: "cholesterol levels".
UNTOLD = frozenset({"level", "rate", "number", "amount", "degree", "share", "volume", "quantity", "figure", "total"})
AGENT = "by"
ADVERB = "ly"
ROLE = "as"
# One word more ("coal exports") may only be left out by the other.
FEWEST_NARROWING = 2
DEGREES = frozenset({"more", "fewer", "less"})
EFFECTS = ("effect", "impact", "influence")
# What follows one of these tells where or to what; "of" tells what is counted.
LINK = re.compile(r"\s(?:on|by|in|to|for|from|with|at|against|among|about|over|into|towards|between)\s")


def may_share_bearer(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether two places may be of one thing, by where they stand in their sentences.

    What a subject names ("the damage is large") is spoken of, not said: it needs a common word beside it. A rise and a
    fall, or what one affirms and the other denies in its own words, must be of like bearers.
    """
    if x.axis.bound and x.axis.gradable and _acts_on_more(a, x) != _acts_on_more(b, y):
        return False
    measured = (find_changed(a, x), find_changed(b, y)) if x.axis.bound and x.axis.gradable else ((), ())
    # "Hours fell" and "there are more jobs" are of two measures.
    if all(measured) and find_affinity(*measured) < SAME_MEASURE:
        return False
    if is_named_only(a, x) or is_named_only(b, y):
        return bool(find_common(_find_said_around(a, x), _find_said_around(b, y)))
    plain_judgement = x.axis.judging and not (x.is_denied or y.is_denied)
    if judge_two(a, x, b, y) or (plain_judgement and describe_two(a, x, b, y)):
        return False
    if all(measured) or (not x.axis.bound and x.is_denied == y.is_denied):
        return True
    # Who is judged is who does it: "hid the files" and "deceived the court" are said of their subjects.
    judged = x.axis.judging and x.mention.text.lower() != y.mention.text.lower()
    find, like = (_find_doer, SAME_PARTICIPANT) if judged else (_find_bearer, SAME_BEARER)
    said_by = find_sayings if judged else find_predicates
    bearers = [
        [word for predicate in said_by(claim, place) for word in find(claim, predicate)]
        or (find_owner(claim, place) if x.axis.judging else [])
        for claim, place in ((a, x), (b, y))
    ]
    denied = x.is_denied != y.is_denied
    if all(bearers):
        # "The treaty includes Malta" and "the speech omitted Malta" are of two things, though of one island.
        return find_affinity(*bearers) >= like and (judged or denied or _share_doer_of_objects(a, x, b, y))
    # "It had several causes" and "speed was not the cause": who denies a word must say it of something of the other's.
    return x.axis.judging or not denied or share_words_around(a, x, b, y)


def describe_two(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether one only describes a noun, of which the other is not said: "toxic waste", "the water is safe"."""
    described = [_find_described(claim, place) for claim, place in ((a, x), (b, y))]
    if not any(described):
        return False
    said_of = [
        noun or [word for predicate in find_sayings(claim, place) for word in _find_doer(claim, predicate)]
        for noun, (claim, place) in zip(described, ((a, x), (b, y)), strict=True)
    ]
    return all(said_of) and find_affinity(*said_of) < SAME_BEARER


def _find_described(claim: Claim, place: Place) -> list[Word]:
    """Return the noun right behind a judgement that is no predicate: "waste" in "cubic metres of toxic waste"."""
    one_word = place.mention.last - place.mention.first == 1 and not place.mention.text.endswith(ADVERB)
    if not one_word or find_sayings(claim, place):
        return []
    words = read_statement(claim)
    said = {predicate.start - claim.start for predicate in claim.predicates}
    return [
        word
        for word in words[place.mention.last : place.mention.last + 1]
        if is_telling(word) and word.stretch == place.mention.stretch and word.start not in said
    ]


def _share_doer_of_objects(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether the same may do it to an object; "the road is passable" has nobody who does it."""
    if not all(_has_object(predicate) for c, p in ((a, x), (b, y)) for predicate in find_predicates(c, p)):
        return True
    return may_share_doer(a, x, b, y)


def _has_object(predicate: Predicate) -> bool:
    return any(argument.role == "obj" for argument in predicate.arguments)


def may_share_doer(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether the same may do what two mentions say, as far as both claims name who does it."""
    doers = _find_doers(a, x, b, y)
    return not all(doers) or find_affinity(*doers) >= SAME_PARTICIPANT


def name_one_doer(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether both claims name who does what two mentions say, and it may be one."""
    doers = _find_doers(a, x, b, y)
    return all(doers) and find_affinity(*doers) >= SAME_PARTICIPANT


def _find_doers(a: Claim, x: Place, b: Claim, y: Place) -> list[list[Word]]:
    return [
        [word for predicate in find_sayings(claim, place) for word in _find_doer(claim, predicate)]
        for claim, place in ((a, x), (b, y))
    ]


def share_words_around(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether two claims have a telling word in common beside two mentions."""
    words_a, words_b = read_statement(a), read_statement(b)
    ours = [word for n, word in enumerate(words_a) if not x.mention.first <= n < x.mention.last]
    theirs = [word for n, word in enumerate(words_b) if not y.mention.first <= n < y.mention.last]
    return bool(find_common(ours, theirs))


def is_named_only(claim: Claim, place: Place) -> bool:
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


def find_changed(claim: Claim, place: Place) -> list[Word]:
    """Return the words for what is more or less: of a verb the head of its bearer, of other words what stands beside.

    "Exports of wheat rose": exports; "a rise in exports", "export growth", "fewer exports" too.
    """
    words = read_statement(claim)
    end = claim.start + words[place.mention.last - 1].start
    heads = [head for predicate in find_predicates(claim, place) if (head := _find_bearer_head(predicate, end))]
    if heads:
        return [word for head in heads for word in read_words(head, "") if is_telling(word)]
    first, last = place.mention.first, place.mention.last
    if place.mention.text.lower().endswith(EFFECTS) and (changed := _find_affected(words, last)):
        return changed
    behind = last + 1 if last < len(words) and words[last].text.lower() in MEASURING else last
    if behind < len(words) and words[behind].text.lower() in OWNERS:
        behind += 1
    following = list(takewhile(is_telling, words[behind : behind + NEAR]))
    beside = [*words[max(0, first - 1) : first], *following[-1:]]
    return [word for word in beside if is_telling(word) and word.stretch == place.mention.stretch]


def _acts_on_more(claim: Claim, place: Place) -> bool:
    """Tell whether something is done to more or fewer, which says nothing of how many there are: "shot more deer"."""
    words = read_statement(claim)
    start = claim.start + words[place.mention.first].start
    if place.mention.text.lower() not in DEGREES:
        return False
    return any(
        item.role == "obj" and item.start <= start < item.end and not find_base_forms(verb.lemma).isdisjoint(_acts())
        for verb in claim.predicates
        for item in verb.arguments
    )


def find_narrower(a: Claim, x: Place, b: Claim, y: Place) -> str:
    """Return what one claim alone narrows down of what both tell to rise or fall: "online fraud abroad" and "fraud"."""
    ours, theirs = _find_bearer_phrase(a, x), _find_bearer_phrase(b, y)
    words_a, words_b = read_words(ours, ""), read_words(theirs, "")
    if not find_common(words_a, words_b):
        return ""
    extra_a, extra_b = (
        [word for word in words if is_telling(word) and not find_common([word], read_statement(other))]
        for words, other in ((words_a, b), (words_b, a))
    )
    if bool(extra_a) == bool(extra_b) or len(extra_a) + len(extra_b) < FEWEST_NARROWING:
        return ""
    return ours if extra_a else theirs


def _find_bearer_phrase(claim: Claim, place: Place) -> str:
    """Return what a verb tells to rise or fall, as it is printed."""
    items = [item for predicate in find_predicates(claim, place) for item in predicate.arguments]
    return next((item.text for role in ("obj", "nsubj") for item in items if item.role.startswith(role)), "")


def _find_affected(words: Sequence[Word], last: int) -> list[Word]:
    """Return what an effect is on: "wages" in "no effect of the ban on wages"."""
    for number, word in enumerate(words[last : last + NEAR], start=last):
        if word.text.lower() == "on":
            following = [found for found in words[number + 1 : number + 1 + NEAR] if found.stretch == word.stretch]
            behind = following[1:] if following and following[0].text.lower() in OWNERS else following
            return list(takewhile(is_telling, behind))
    return []


def find_predicates(claim: Claim, place: Place) -> list[Predicate]:
    """Return the predicates of a claim that put it at an end of an axis."""
    words = read_statement(claim)[place.mention.first : place.mention.last]
    starts = {claim.start + word.start for word in words}
    return [predicate for predicate in claim.predicates if predicate.start in starts]


def find_actors(claim: Claim, predicates: Iterable[Predicate]) -> frozenset[str]:
    """Return the ids of the named actors who do what some predicates of a claim say."""
    doers = [argument for predicate in predicates for argument in predicate.arguments if _is_doer(argument, predicate)]
    return frozenset(entity.id for entity in claim.entities for doer in doers if doer.start <= entity.start < doer.end)


def find_words_around(place: Place, words: Sequence[Word]) -> list[Word]:
    """Return the telling words around a mention, in its own stretch of the claim."""
    mention = place.mention
    around = range(max(0, mention.first - NEAR), min(len(words), mention.last + NEAR))
    near = [
        words[number] for number in around if not mention.first <= number < mention.last and is_telling(words[number])
    ]
    # What stands alone between commas is said of the rest: "the quake struck, at night".
    return [word for word in near if word.stretch == mention.stretch] or near


def _find_said_around(claim: Claim, place: Place) -> list[Word]:
    """Return the telling words around a mention, but for who is for or against something: "Rome will object to it"."""
    around = find_words_around(place, read_statement(claim))
    if not place.axis.conduct:
        return around
    doers = [word for predicate in find_predicates(claim, place) for word in _find_doer(claim, predicate)]
    return [word for word in around if not find_common([word], doers)]


def find_sayings(claim: Claim, place: Place) -> list[Predicate]:
    """Return the predicates that put a claim at an end of an axis, by themselves or by what completes them.

    "Acts as a mediator" says of its subject that it is one.
    """
    start = claim.start + read_statement(claim)[place.mention.first].start
    return find_predicates(claim, place) or [
        predicate
        for predicate in claim.predicates
        if any(
            item.marker == ROLE and item.start <= start < item.end and not item.role.startswith("nsubj")
            for item in predicate.arguments
        )
    ]


def _is_doer(argument: Argument, predicate: Predicate) -> bool:
    passive = any(item.role == "nsubj:pass" for item in predicate.arguments)
    if passive:
        return argument.role.startswith("obl") and argument.marker == AGENT
    return argument.role == "nsubj"


def _find_doer(claim: Claim, predicate: Predicate) -> list[Word]:
    """Return the words for who does what a predicate says; a pronoun stands for whom it refers to, or for nobody."""
    meant = {reference.start: reference.by or "" for reference in claim.references}
    found: list[Word] = []
    for argument in predicate.arguments:
        if argument.role.startswith("nsubj"):
            words = read_words(LINK.split(meant.get(argument.start, argument.text))[0], "")
            # "The report" is somebody, though "report" tells little elsewhere.
            found += [word for word in words if is_telling(word)] or list(words[1:][-1:])
    return found


def _find_bearer(_claim: Claim, predicate: Predicate) -> list[Word]:
    """Return the words for what a predicate is said of: its object if it has one, else its subject."""
    for roles in (("obj",), ("nsubj",)):
        texts = [argument.text for argument in predicate.arguments if argument.role.startswith(roles)]
        if texts:
            return [word for text in texts for word in read_words(LINK.split(text)[0], "") if is_telling(word)]
    return []


def _find_bearer_head(predicate: Predicate, end: int) -> str:
    """Return the head of what a predicate is said of: of its object if it has one, else of its subject.

    An object within the mention, which begins its last word at ``end``, is none: "lost ground".
    """
    heads = [
        item.text if item.head in UNTOLD else item.head
        for role in ("obj", "nsubj")
        for item in predicate.arguments
        if item.role.startswith(role) and not predicate.end <= item.start <= end
    ]
    return heads[0] if heads else ""


@cache
def _acts() -> frozenset[str]:
    return frozenset(read_lexicon("opposites")["degree"]["acts"])
