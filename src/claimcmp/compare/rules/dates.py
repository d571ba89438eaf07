"""Differences in time: one event at two dates, and a statement that later events have overtaken."""

from collections.abc import Iterable

from claimcmp.compare.features.dates.further_events import find_further, find_repetition
from claimcmp.compare.features.dates.hours import find_hours
from claimcmp.compare.features.dates.named_times import find_named_times_apart
from claimcmp.compare.features.dates.one_event import (
    are_of_two_things,
    count_common,
    happen_alike,
    may_be_of_one_thing,
    tell_one_event,
)
from claimcmp.compare.features.dates.plans import find_plan, is_fact
from claimcmp.compare.features.dates.stages import find_two_stages
from claimcmp.compare.features.dates.stretches import read_stretch
from claimcmp.compare.features.dates.times import (
    SAME_NEWS,
    Dated,
    are_periods,
    comes_after,
    comes_before,
    find_bounds,
    find_deadlines,
    find_stretches,
    is_end,
    may_be_one_time,
    order_by_publication,
    tell_when,
)
from claimcmp.compare.features.figures.amounts import meet
from claimcmp.compare.features.figures.numbers import compare_quantities
from claimcmp.compare.features.polarity.bearers import find_actors, find_predicates
from claimcmp.compare.features.polarity.commitments import is_demand
from claimcmp.compare.features.polarity.denied_predicates import find_denied_predicates
from claimcmp.compare.features.polarity.opposites import find_opposites
from claimcmp.compare.features.wording.statements import is_telling, read_words
from claimcmp.compare.rules.certainty import find_undated, tells_when
from claimcmp.compare.rules.rulings import Outcome, Ruling
from claimcmp.records import Argument, Claim, DateRef, Evidence

DOER = "by"
VARYING = frozenset({"level", "share"})
FEWEST_WORDS = 2
YEAR = 365
PENDING = frozenset({"predicted", "hedged", "conditional"})


def oppose_dates(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Each names dates of one event, and none of them meet: April against 27 May, not 2025 against May 2025."""
    first, second = find_bounds(a), find_bounds(b)
    named = find_named_times_apart(a, b)
    if not named and (not first or not second):
        return None
    apart = bool(first and second) and not any(may_be_one_time(x, y) for x in first for y in second)
    if apart and (stages := find_two_stages(a, b)):
        reason = f'they date two stages of a course of events: "{stages[0]}" and "{stages[1]}"'
        return Ruling("complementary", "other-times", reason)
    if not tell_one_event(a, b):
        return None
    if not apart:
        if named and not find_repetition(a, b) and a.modality == b.modality:
            return Ruling("differ-in-date", "dates-apart", f'"{named[0]}" against "{named[1]}"')
        return None
    # "The fire of 3 May" names what it speaks of; when something was said of it is another date.
    pairs = [(x, y) for x in first for y in second if _is_of_subject(a, x[0]) == _is_of_subject(b, y[0])]
    if not pairs or _names_year(a, second) or _names_year(b, first):
        return None
    if all(are_periods(x[1], y[1]) for x, y in pairs) and _give_other_amounts(a, b):
        reason = f"they give amounts of two times: {_show(pairs[0][0][0])} and {_show(pairs[0][1][0])}"
        return Ruling("complementary", "other-periods", reason)
    plans = [tell for x, y in pairs if (tell := _set_plan_apart(a, x, b, y))]
    if len(plans) == len(pairs) and plans:
        return plans[0]
    if again := find_repetition(a, b):
        return Ruling("complementary", "other-times", f'one tells of another time ["{again}"]')
    (one, x), (other, y) = min(pairs, key=lambda pair: (pair[0][1].days_apart(pair[1][1]), pair[0][0].start))
    if x.days_apart(y) > SAME_NEWS and (member := find_further(a, b)):
        return Ruling("complementary", "other-times", f'only one tells of a further one ["{member}"]')
    reason = f"{_show(one)} against {_show(other)}"
    return Ruling("differ-in-date", "dates-apart", reason)


def _set_plan_apart(a: Claim, x: Dated, b: Claim, y: Dated) -> Ruling | None:
    """Return what holds of two dates of which one is planned or possible, the other one of a fact."""
    for (claim, dated), (other, told) in (((a, x), (b, y)), ((b, y), (a, x))):
        plan = find_plan(claim, dated)
        if not plan or not is_fact(other, told):
            continue
        planned = f'{claim.source} gives {_show(dated[0])} as planned or possible ["{plan}"]'
        reason = f"{planned}, {other.source} tells of {_show(told[0])}"
        ordered, written = order_by_publication(claim, other, days=SAME_NEWS), read_stretch(claim.published)
        if ordered and written and ordered[0] is claim and comes_after(told, other, written):
            return Ruling("differ-in-date", "forecast-overtaken", reason)
        return Ruling("complementary", "plan-and-fact", reason)
    return None


def accept_bounds(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One says before or after which date, and the other's date keeps to that: "not before 2028" and "in 2029"."""
    first, second = find_bounds(a), find_bounds(b)
    plain = {reference: stretch for claim in (a, b) for reference, stretch in find_stretches(claim)}
    for reference, x in first:
        for other, y in second:
            bounded = x != plain[reference], y != plain[other]
            if bounded[0] != bounded[1] and x.meets(y) and find_denied_predicates(a, b):
                reason = f'"{reference.text}" and "{other.text}" go together, as one of them is a bound'
                return Ruling("complementary", "within-dates", reason)
    return None


def oppose_times(a: Claim, b: Claim, evidence: Evidence) -> Outcome:
    """The earlier text could not know what the later one tells: its forecast or its state of things is overtaken."""
    ordered = order_by_publication(a, b, days=SAME_NEWS)
    if ordered is None:
        return None
    earlier, later = ordered
    written = read_stretch(earlier.published)
    told = find_stretches(later)
    after = [
        (stretch.last, ref.text)
        for ref, stretch in told
        if written and comes_after((ref, stretch), later, written) and not is_end(later, ref)
    ]
    # The last of them decides: what came before it was over by then.
    when = f' told of "{max(after)[1]}"' if after else ""
    shown = f"{earlier.source} wrote {tell_when(earlier.published or '')}, before {later.source} ({later.published})"
    # A forecast that came true on its day, or by its figure, is not overtaken.
    if _is_borne_out(earlier, later):
        return None
    one_event = tell_one_event(a, b) or ("one question" in evidence.measures and happen_alike(a, b))
    undated = find_undated(earlier) and not find_undated(later) and tells_when(later)
    if (
        one_event
        and not are_of_two_things(a, b)
        and ((after and earlier.modality in PENDING and later.modality == "asserted") or undated)
    ):
        return Ruling("differ-in-date", "forecast-overtaken", shown + (when or " told when"))
    # What the later text tells of an earlier day was so when the earlier one was written.
    if written and not after and any(comes_before(dated, later, written) for dated in told):
        return None
    # What is demanded is no state that was overtaken.
    wanted = any(claim.modality == "normative" or is_demand(claim) for claim in (a, b))
    opposites = find_opposites(a, b) if may_be_of_one_thing(a, b) and not wanted else None
    if opposites and opposites[0].axis.state and (after or order_by_publication(a, b, days=YEAR)):
        x, y = opposites
        actors = [find_actors(claim, find_predicates(claim, place)) for claim, place in ((a, x), (b, y))]
        if all(actors) and actors[0].isdisjoint(actors[1]):
            return None
        both = f': "{x.shown}", "{y.shown}" may both have been right in their time'
        return Ruling("differ-in-date", "state-overtaken", shown + when + both)
    return None


def oppose_deadlines(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Each says by when, and not the same: "by 2018" against "by 2021"."""
    first, second = find_deadlines(a), find_deadlines(b)
    if not first or not second or not tell_one_event(a, b):
        return None
    if any(may_be_one_time(x, y) for x in first for y in second):
        return None
    (one, _), (other, _) = first[0], second[0]
    reason = f"by {_show(one)} against by {_show(other)}"
    return Ruling("differ-in-date", "deadlines-apart", reason)


def oppose_hours(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One event at two hours of a day: in the morning against in the evening, at 7 a.m. against at 9 a.m."""
    first, second = find_hours(a), find_hours(b)
    if not first or not second or any(x.meets(y) for x in first for y in second) or find_two_stages(a, b):
        return None
    one_day = any(x.is_day and x == y for _, x in find_stretches(a) for _, y in find_stretches(b))
    if not tell_one_event(a, b) and not (one_day and count_common(a, b) >= FEWEST_WORDS):
        return None
    return Ruling("differ-in-date", "hours-apart", f'"{first[0].text}" against "{second[0].text}"')


def _give_other_amounts(a: Claim, b: Claim) -> bool:
    """Tell whether both claims give amounts that vary with time, and no amount that is the other's too."""
    given = [[q for q in claim.quantities if q.role in VARYING] for claim in (a, b)]
    return all(given) and not any(meet(x, y) for x in given[0] for y in given[1])


def _names_year(claim: Claim, dates: Iterable[Dated]) -> bool:
    """Tell whether what a claim only adds, which is a claim of its own, names the year of another's date."""
    added = [claim.text[start - claim.start : end - claim.start] for start, end in claim.gaps]
    return any(str(stretch.first.year) in text for _, stretch in dates if not stretch.floats for text in added)


def _is_of_subject(claim: Claim, reference: DateRef) -> bool:
    """Tell whether a date stands within a subject or a doer, whose name it is part of: "by the quake of 2020"."""
    return any(
        (argument.role.startswith("nsubj") or (argument.marker == DOER and _names_more(claim, argument, reference)))
        and argument.start <= reference.start < argument.end
        for predicate in claim.predicates
        for argument in predicate.arguments
    )


def _names_more(claim: Claim, argument: Argument, reference: DateRef) -> bool:
    """Tell whether an argument names something before the date that stands in it; "by 2018" does not."""
    before = claim.text[argument.start - claim.start : max(0, reference.start - claim.start)]
    return any(is_telling(word) for word in read_words(before, ""))


def _is_borne_out(earlier: Claim, later: Claim) -> bool:
    """Tell whether the later claim tells of the day, or where there is none the figure, that the earlier one gives."""
    foreseen = find_stretches(earlier)
    if not foreseen:
        return compare_quantities(earlier.quantities, later.quantities).state in {"agree", "bounded"}
    return any(may_be_one_time(x, y) for x in foreseen for y in find_stretches(later))


def _show(reference: DateRef) -> str:
    known = reference.iso and not reference.iso.startswith("--")
    return f'"{reference.text}" ({reference.iso})' if known else f'"{reference.text}"'
