"""Rival fillers of one slot: two causes of one effect, two purposes of one thing, two owners or seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.affinity import find_affinity
from claimcmp.compare.features.causes import find_cause
from claimcmp.compare.features.statements import (
    Phrases,
    Word,
    find_common,
    find_mentions,
    is_telling,
    make_phrases,
    read_statement,
)
from claimcmp.compare.rules.rulings import Outcome, Ruling
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Evidence
from claimcmp.words import find_base_forms

SLOTS = ("cause", "purpose", "owner", "place")
# Fillers this near in meaning may be two names of one thing.
ALIKE = 0.45
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
LONGEST = 8
NEAREST = 5
NAMED = frozenset({"owner", "place"})
# What has a cause is told in other words each time: "failed", "collapse".
EVENTS = frozenset({"cause"})
LIKE_EFFECTS = 0.5
CLEFT = "what"
ASPECT = "due to"
COPULAS = frozenset({"is", "was", "are", "were"})


@dataclass(frozen=True, slots=True)
class Filler:
    """What a claim puts into a slot."""

    words: tuple[Word, ...]
    cue: str
    of: tuple[Word, ...] = ()
    """What the slot belongs to, where it can be told: the effect of a cause."""
    denied: bool = False

    @property
    def text(self) -> str:
        """The words as they are printed."""
        return " ".join(word.text for word in self.words)


def oppose_fillers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both name the cause, the purpose, the owner or the seat of a thing, and not the same."""
    for slot in SLOTS:
        first, second = find_filler(a, slot), find_filler(b, slot)
        if first is None or second is None or first.denied or second.denied:
            continue
        if _may_be_alike(slot, first, second):
            continue
        if slot not in NAMED and not _are_of_one(slot, a, first, b, second):
            continue
        if slot in NAMED and first.of and second.of and not find_common(first.of, second.of):
            continue
        if slot not in NAMED and (_may_be(first, second, a) or _may_be(second, first, b)):
            continue
        # Each may name the other's filler elsewhere: "the storm, but also the crew".
        if slot not in NAMED and (
            find_common(first.words, read_statement(b)) or find_common(second.words, read_statement(a))
        ):
            continue
        reason = (
            f'the {slot} is "{first.text}" [{first.cue}] in {a.source}, "{second.text}" [{second.cue}] in {b.source}'
        )
        return Ruling("contradict", f"rival-{slot}s", reason)
    return None


def oppose_denied_causes(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One denies that something was the cause that the other gives."""
    first, second = find_filler(a, "cause"), find_filler(b, "cause")
    if first is None or second is None or first.denied == second.denied:
        return None
    if not find_common(first.words, second.words) or not _are_of_one("cause", a, first, b, second):
        return None
    source, denied = (a.source, first) if first.denied else (b.source, second)
    reason = f'{source} denies that "{denied.text}" was the cause, the other affirms it'
    return Ruling("contradict", "denied-cause", reason)


def find_filler(claim: Claim, slot: str) -> Filler | None:
    """Return what a claim puts into a slot: the words behind its cue, or the subject of its verb."""
    if slot == "cause" and (cause := find_cause(claim)) is not None:
        return Filler(cause.words, cause.cue, cause.effect, cause.denied)
    words = read_statement(claim)
    behind, verbs = _read_slot(slot)
    for mention in find_mentions(words, behind):
        found = _follow_name(words, mention.last) if slot in NAMED else _follow(words, mention.last)
        # "Due to open in May" gives no cause.
        aspect = found and mention.text.lower() == ASPECT and _is_verb(claim, found[0])
        if found and not mention.denied and not aspect:
            before = [word for word in words[: mention.first] if is_telling(word)][-NEAREST:]
            # "Due to the frost, the flowers died": what it caused follows.
            behind_it = [w for w in words if w.stretch > found[-1].stretch and is_telling(w)][:NEAREST]
            return Filler(found, mention.text, () if slot in NAMED else tuple(before or behind_it))
    for predicate in claim.predicates:
        if not verbs.isdisjoint(find_base_forms(predicate.text)) and not predicate.negated:
            subjects = [item for item in predicate.arguments if item.role == "nsubj"]
            inside = [w for s in subjects for w in words if s.start <= w.start + claim.start < s.end and is_telling(w)]
            if any(subject.text.lower() == CLEFT for subject in subjects):
                inside = _follow_copula(claim, words, predicate.end)
            if inside and (slot not in NAMED or inside[0].text[0].isupper()):
                behind_verb = [word for word in words if word.start + claim.start >= predicate.end and is_telling(word)]
                return Filler(
                    tuple(inside[:LONGEST]), predicate.text, () if slot in NAMED else tuple(behind_verb[:NEAREST])
                )
    return None


def _may_be_alike(slot: str, first: Filler, second: Filler) -> bool:
    """Tell whether two fillers may be one; two names are so by their letters, for all towns are near in meaning."""
    if slot not in NAMED:
        return find_affinity(first.words, second.words) >= ALIKE
    return bool(find_common(first.words, second.words)) or _abbreviates(first, second) or _abbreviates(second, first)


def _abbreviates(short: Filler, full: Filler) -> bool:
    return short.text == "".join(word.text[0] for word in full.words)


def _are_of_one(slot: str, a: Claim, first: Filler, b: Claim, second: Filler) -> bool:
    """Tell whether two fillers are of one thing: one effect, be it called its failure or its fall."""
    if slot in EVENTS and find_affinity(first.of, second.of) >= LIKE_EFFECTS:
        return True
    if first.of and second.of and not find_common(first.of, second.of):
        return False
    return bool(find_common(_leave_out(a, first), _leave_out(b, second)))


def _may_be(general: Filler, special: Filler, claim: Claim) -> bool:
    """Tell whether the one may stand for the other: "the drug" for a drug that the other calls by its name."""
    if len(general.words) > 1 or general.words[0].text[0].isupper():
        return False
    before = claim.text[: general.words[0].start].split()
    return bool(before) and before[-1].lower() in DEFINITE and special.words[0].text[0].isupper()


def _leave_out(claim: Claim, filler: Filler) -> list[Word]:
    return [word for word in read_statement(claim) if word not in filler.words]


def _follow(words: Sequence[Word], first: int) -> tuple[Word, ...]:
    following = words[first : first + LONGEST]
    return tuple(word for word in following if word.stretch == words[first - 1].stretch and is_telling(word))


def _follow_name(words: Sequence[Word], first: int) -> tuple[Word, ...]:
    """Return the name behind a cue, next to it or behind a comma: "the owner, Nordic Lines"."""
    found: list[Word] = []
    for word in words[first : first + LONGEST]:
        if word.text[0].isupper() and word.text.lower() not in _months():
            found.append(word)
        elif found or is_telling(word):
            break
    return tuple(found)


@cache
def _months() -> frozenset[str]:
    return frozenset(read_lexicon("dates")["months"])


def _is_verb(claim: Claim, word: Word) -> bool:
    """Tell whether a word is a verb with an object or circumstance of its own, in the form that follows "to"."""
    return any(
        predicate.start == claim.start + word.start
        and predicate.text.lower() == predicate.lemma
        and any(argument.role in ("obj", "obl", "xcomp", "ccomp") for argument in predicate.arguments)
        for predicate in claim.predicates
    )


def _follow_copula(claim: Claim, words: Sequence[Word], end: int) -> list[Word]:
    """Return the words behind the copula of a cleft: "what sank it was a wave"."""
    at = next((n for n, w in enumerate(words) if claim.start + w.start >= end and w.text.lower() in COPULAS), None)
    return [] if at is None else list(_follow(words, at + 1))


@cache
def _read_slot(slot: str) -> tuple[Phrases, frozenset[str]]:
    table = read_lexicon("frames")[slot]
    return make_phrases(table["behind"]), frozenset(table.get("verbs", ()))
