"""What looks like a clash but is said of two things: two actors, two parts of a whole, two times, a part and all."""

import re
from collections.abc import Iterable

from claimcmp.compare.features.dates.times import SAME_NEWS, find_bounds, find_stretches, order_by_publication
from claimcmp.compare.features.figures.shares import leave_room
from claimcmp.compare.features.frames.scopes import find_other_camps, find_other_parts, find_restriction
from claimcmp.compare.features.polarity.axes import Place, happen_in_turn
from claimcmp.compare.features.polarity.bearers import find_actors, find_narrower, find_predicates, find_sayings
from claimcmp.compare.features.polarity.commitments import was_foretold
from claimcmp.compare.features.polarity.denied_predicates import is_denied
from claimcmp.compare.features.polarity.judged import tell_of_two
from claimcmp.compare.features.polarity.tenses import Tense, find_tense, goes_on, may_change
from claimcmp.compare.features.wording.statements import read_statement
from claimcmp.compare.rules.rulings import Outcome, Ruling, show_cue
from claimcmp.records import Claim, Evidence, Predicate

WHEN = frozenset({"during", "throughout", "amid", "before", "after", "since"})
PERFECT = re.compile(r"\b(?:has|have|had)(?:n['’]t|\s+(?:not|never|so\s+far|yet|been))*\s*$", re.IGNORECASE)
# What held so long was not otherwise for a while.
THROUGHOUT = frozenset({"throughout", "always", "never", "constantly", "continuously", "uninterrupted"})


def keep_parts_apart(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Each is restricted to another part of a whole: women and men, treated and placebo; or is what one camp says."""
    if parts := find_other_parts(a, b):
        return Ruling("complementary", "other-part", f'one speaks of "{parts[0]}", the other of "{parts[1]}"')
    if camps := find_other_camps(a, b):
        return Ruling(
            "complementary", "other-camp", f'one tells what "{camps[0]}" say, the other what "{camps[1]}" say'
        )
    return None


def set_apart(
    a: Claim,
    b: Claim,
    x: Place | Predicate | None = None,
    y: Place | Predicate | None = None,
    *,
    of_one_doer: bool = True,
) -> Outcome:
    """Return why two claims that exclude each other by their words do not clash; ``x`` and ``y`` are those words.

    Only what is said of one doer clashes, unless the question is just who did it.
    """
    for teller, other in ((a, b), (b, a)):
        if was_foretold(teller) and other.modality == "asserted":
            cue = show_cue(teller.modality_cue)
            reason = f"{teller.source} tells what was promised or foreseen{cue}, {other.source} what came"
            return Ruling("complementary", "plan-and-fact", reason)
    for teller, other, event in ((a, b, y), (b, a, x)):
        if teller.modality == "predicted" and isinstance(event, Predicate) and _has_not_happened(other, event):
            reason = f'{teller.source} tells what is to come, {other.source} that "{event.text}" has not come so far'
            return Ruling("complementary", "other-times", reason)
    if isinstance(x, Place) and isinstance(y, Place) and happen_in_turn(x, y):
        reason = f"{_show(x, y)} both happen, one after the other"
        # Who was charged and then acquitted is in another state in the later text.
        overtaken = x.axis.judging and order_by_publication(a, b, days=SAME_NEWS)
        return Ruling("differ-in-date" if overtaken else "complementary", "begin-and-end", reason)
    predicates_a, predicates_b = list(_list_predicates(a, x)), list(_list_predicates(b, y))
    actors_a, actors_b = find_actors(a, predicates_a), find_actors(b, predicates_b)
    two = actors_a and actors_b and actors_a.isdisjoint(actors_b)
    if isinstance(x, Place) and isinstance(y, Place):
        two = two or tell_of_two(a, x, b, y)
    if of_one_doer and two:
        shown = _show(x, y)
        said = "are said" if '" and "' in shown else "is said"
        return Ruling("complementary", "other-subjects", f"{shown or 'it'} {said} of different actors")
    if isinstance(x, Place) and isinstance(y, Place) and _are_of_two_times(a, x, b, y):
        reason = f"{_show(x, y)} may each be right at its time"
        return Ruling("differ-in-date" if _is_overtaken(a, x, b, y) else "complementary", "other-times", reason)
    if isinstance(x, Place) and isinstance(y, Place) and x.axis.gradable and (part := find_narrower(a, x, b, y)):
        return Ruling("complementary", "other-part", f'{_show(x, y)} are said of a part and of more: "{part}"')
    if leave_room(a, predicates_a, b, predicates_b):
        return Ruling("complementary", "shares-of-one", f"{_show(x, y) or 'it'} can be said of two parts of one group")
    first, second = find_bounds(a), find_bounds(b)
    if first and second and not any(one.meets(other) for _, one in first for _, other in second):
        reason = f'one speaks of "{first[0][0].text}", the other of "{second[0][0].text}"'
        # What is kept in one year and broken in another is one matter at two times; a race won and a race lost are two.
        lasting = isinstance(x, Place) and (x.axis.state or x.axis.judging)
        # "Not before 2028" and "in 2026" are two dates of one event.
        lasting = lasting or first != find_stretches(a) or second != find_stretches(b)
        return Ruling("differ-in-date" if lasting else "complementary", "other-times", reason)
    if not isinstance(x, Predicate) or not isinstance(y, Predicate):
        return None
    for claim, other, predicate in ((a, b, x), (b, a, y)):
        if is_denied(predicate, claim) and (part := find_restriction(predicate, claim, other)):
            return Ruling("complementary", "denied-in-part", f'{claim.source} denies it only "{part}"')
    return None


def _has_not_happened(claim: Claim, predicate: Predicate) -> bool:
    """Tell whether something is denied up to now, which says nothing of what is to come: "has not called anybody"."""
    if claim.modality != "asserted" or not is_denied(predicate, claim):
        return False
    return PERFECT.search(claim.text[: max(0, predicate.start - claim.start)]) is not None


def _are_of_two_times(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether one thing may have been in the two states one after the other: it was stuck, it is free."""
    if not x.axis.state or x.axis.judging or x.mention.denied or y.mention.denied:
        return False
    if _share_circumstance(a, b) or any(word.text.lower() in THROUGHOUT for c in (a, b) for word in read_statement(c)):
        return False
    ours, theirs = find_tense(a, x), find_tense(b, y)
    if _go_on(a, x, b, y) and not _is_overtaken(a, x, b, y):
        return False
    if Tense.UNKNOWN in (ours, theirs) or any(
        one.meets(other) for _, one in find_stretches(a) for _, other in find_stretches(b)
    ):
        return False
    if ours != theirs or ours == Tense.OPEN:
        return True
    return x.axis.reversible and ours == Tense.PAST and may_change(a, x) and may_change(b, y)


def _go_on(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether just one says that it is so still: "reopened" against "is still shut"."""
    return goes_on(a, x) != goes_on(b, y)


def _is_overtaken(a: Claim, x: Place, b: Claim, y: Place) -> bool:
    """Tell whether what is so still is so in the earlier of two texts, and another state comes in the later one."""
    order = order_by_publication(a, b, days=SAME_NEWS)
    if order is None or goes_on(a, x) == goes_on(b, y):
        return False
    return order[0] is (a if goes_on(a, x) else b)


def _share_circumstance(a: Claim, b: Claim) -> bool:
    """Tell whether both say of one time how it was: "during the strike"."""
    ours, theirs = (
        [(item.marker, item.head) for verb in claim.predicates for item in verb.arguments if item.marker in WHEN]
        for claim in (a, b)
    )
    return not set(ours).isdisjoint(theirs)


def _list_predicates(claim: Claim, held: Place | Predicate | None) -> Iterable[Predicate]:
    if held is None:
        return claim.predicates[:1]
    if isinstance(held, Predicate):
        return [held]
    return find_sayings(claim, held) if held.axis.judging else find_predicates(claim, held)


def _show(x: Place | Predicate | None, y: Place | Predicate | None) -> str:
    shown = [item.text if isinstance(item, Predicate) else item.shown for item in (x, y) if item is not None]
    return " and ".join(f'"{text}"' for text in dict.fromkeys(shown))
