"""Rival fillers of one slot: two causes of one effect, two purposes of one thing, two owners."""

from claimcmp.compare.features.frames.deeds import find_rival_doers
from claimcmp.compare.features.frames.fillers import CAUSE, NAMED, Filler, find_denied_causes, find_filler
from claimcmp.compare.features.frames.sites import find_rival_sites
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import Word, find_common, read_statement
from claimcmp.compare.rules.apart import set_apart
from claimcmp.compare.rules.rulings import Outcome, Ruling
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Evidence

SLOTS = ("cause", "purpose", "owner")
# Fillers this near in meaning may be two names of one thing.
ALIKE = 0.45
# What one denies must be what the other gives: "logging", "loggers".
ONE_CAUSE = 0.6
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
# What has a cause is told in other words each time: "failed", "collapse".
EVENTS = frozenset({CAUSE})
LIKE_EFFECTS = 0.5
# "If a wolf is the cause, the loss is paid": nobody says that one is.
SUPPOSED = frozenset({"conditional", "normative"})


def oppose_fillers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both name the cause, the purpose or the owner of a thing, and not the same."""
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


def oppose_doers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both name who did what only one can have done, and not the same: "the city removed it", "protesters did"."""
    found = find_rival_doers(a, b)
    if found is None:
        return None
    if apart := set_apart(a, b, of_one_doer=False):
        return apart
    x, y = found
    reason = f'"{x.text}" [{x.cue}] in {a.source}, "{y.text}" [{y.cue}] in {b.source}'
    return Ruling("contradict", "rival-doers", reason)


def oppose_sites(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both name the place of what happens in one place only: "signed in Vienna", "signed in Geneva"."""
    found = find_rival_sites(a, b)
    if found is None:
        return None
    if apart := set_apart(a, b, of_one_doer=False):
        return apart
    x, y = found
    return Ruling("contradict", "rival-places", f'"{x.text}" in {a.source}, "{y.text}" in {b.source} ({x.event})')


def oppose_denied_causes(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One denies that something was the cause that the other gives."""
    for denier, other in ((a, b), (b, a)):
        given = find_filler(other, CAUSE)
        if given is None or given.denied or other.modality in SUPPOSED:
            continue
        for denied in find_denied_causes(denier):
            if find_affinity(denied.words, given.words) >= ONE_CAUSE and _are_of_one(
                CAUSE, denier, denied, other, given
            ):
                if _is_any_event(denied) and not find_common(_leave_out(denier, denied), _leave_out(other, given)):
                    # "It was not wolves that caused the tragedy" says nothing of what else wolves bring about.
                    continue
                reason = f'{denier.source} denies that "{denied.text}" was the cause, the other affirms it'
                return Ruling("contradict", "denied-cause", reason)
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
    if slot in EVENTS and (_is_any_event(first) or _is_any_event(second)):
        # "Caused the disaster": of whatever the other tells the cause of.
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


def _is_any_event(filler: Filler) -> bool:
    words = read_lexicon("frames")["cause"]["events"]
    return bool(filler.of) and any(not word.forms.isdisjoint(words) for word in filler.of)


def _leave_out(claim: Claim, filler: Filler) -> list[Word]:
    return [word for word in read_statement(claim) if word not in filler.words]
