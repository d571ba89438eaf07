"""Differences in time: one event at two dates, and a statement that later events have overtaken."""

from claimcmp.compare.opposites import find_denied_predicates, find_opposites
from claimcmp.compare.rules.certainty import find_undated
from claimcmp.compare.rules.rulings import Outcome, Ruling
from claimcmp.compare.statements import share_words
from claimcmp.compare.times import find_bounds, find_stretches, order_by_publication, read_stretch, tell_when
from claimcmp.records import Claim, DateRef, Evidence

SAME_EVENT = 0.2
# Texts of one week tell of the same events; a forecast needs time to be overtaken.
SAME_NEWS = 30
YEAR = 365
LIMITS = frozenset({"until", "till", "before", "by"})
PENDING = frozenset({"predicted", "hedged", "conditional"})


def oppose_dates(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Each names dates of one event, and none of them meet: April against 27 May, not 2025 against May 2025."""
    first, second = find_bounds(a), find_bounds(b)
    if not first or not second or share_words(a, b) < SAME_EVENT:
        return None
    if any(x.meets(y) for _, x in first for _, y in second):
        return None
    pairs = [(x, y) for x in first for y in second]
    (one, _), (other, _) = min(pairs, key=lambda pair: (pair[0][1].days_apart(pair[1][1]), pair[0][0].start))
    reason = f'"{one.text}" ({one.iso}) against "{other.text}" ({other.iso})'
    return Ruling("differ-in-date", "dates-apart", reason)


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


def oppose_times(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """The earlier text could not know what the later one tells: its forecast or its state of things is overtaken."""
    ordered = order_by_publication(a, b, days=SAME_NEWS)
    if ordered is None:
        return None
    earlier, later = ordered
    written = read_stretch(earlier.published)
    after = [
        ref
        for ref, stretch in find_stretches(later)
        if written and written.days_before(stretch) > SAME_NEWS and not _is_limit(later, ref)
    ]
    shown = f"{earlier.source} wrote {tell_when(earlier.published or '')}, before {later.source} ({later.published})"
    # A forecast that came true on its day is not overtaken.
    if any(x.meets(y) for _, x in find_stretches(earlier) for _, y in find_stretches(later)):
        return None
    undated = find_undated(earlier) and not find_undated(later)
    if (after and earlier.modality in PENDING and later.modality == "asserted") or undated:
        told = f' told of "{after[0].text}"' if after else " told when"
        return Ruling("differ-in-date", "forecast-overtaken", shown + told)
    opposites = find_opposites(a, b)
    if opposites and opposites[0].axis.state and (after or order_by_publication(a, b, days=YEAR)):
        x, y = opposites
        told = f' told of "{after[0].text}"' if after else ""
        told += f': "{x.shown}", "{y.shown}" may both have been right in their time'
        return Ruling("differ-in-date", "state-overtaken", shown + told)
    return None


def _is_limit(claim: Claim, reference: DateRef) -> bool:
    """Tell whether a date only ends a stretch: "until this summer" tells of the time before."""
    before = claim.text[: max(0, reference.start - claim.start)].split()
    return bool(before) and before[-1].lower() in LIMITS
