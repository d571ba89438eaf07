"""Differences in number: the same measure of the same thing with amounts that do not meet."""

import re

from claimcmp.compare.features.dates.one_event import happen_alike
from claimcmp.compare.features.dates.times import SAME_NEWS, order_by_publication
from claimcmp.compare.features.figures.amounts import (
    DURATION,
    find_dimension,
    find_value,
    is_beyond,
    is_vague,
    is_wide,
    meet,
)
from claimcmp.compare.features.figures.denials import find_denial
from claimcmp.compare.features.figures.extents import are_said_of_one, find_other_extents
from claimcmp.compare.features.figures.figure_kinds import have_nothing_in_common
from claimcmp.compare.features.figures.figure_slots import find_own_periods, find_rate_and_total
from claimcmp.compare.features.figures.mentioned_figures import find_verdict
from claimcmp.compare.features.figures.numbers import NumberComparison, compare_quantities, measure_alike
from claimcmp.compare.features.figures.parts_of_wholes import find_other_parts
from claimcmp.compare.features.figures.rejected_figures import find_miss, list_held
from claimcmp.compare.features.figures.replaced_figures import find_replacement
from claimcmp.compare.features.figures.revisions import find_revision, gives, is_new
from claimcmp.compare.features.figures.told_amounts import list_amounts
from claimcmp.compare.features.frames.places import find_other_places
from claimcmp.compare.features.polarity.axes import find_places
from claimcmp.compare.features.polarity.denied_predicates import hold_alike
from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.statements import find_common, read_statement, read_words, share_words
from claimcmp.compare.rules.figures_apart import set_figures_apart
from claimcmp.compare.rules.rulings import Abstention, OtherMatter, Outcome, Ruling
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Evidence, Quantity

# Values further apart than this measure different things more often than they contradict each other, unless what is
# measured is the same in so many words.
SMALLEST_RATIO = 0.2
SAME_THING = 0.8
# No figure is replaced by one a hundred times as large.
FARTHEST_RATIO = 0.01
# ... or unless much the same is said.
SAME_STATEMENT = 0.28
SAME_VERB = 0.4
# The noun that both speak of, and one word more.
FEWEST_WORDS = 2
AGAINST = re.compile(r"\b(?:against|compared (?:with|to)|instead of|rather than)\b[^,;]*$", re.IGNORECASE)
# What is planned, foretold or wanted is not yet so.
NOT_YET = frozenset({"predicted", "normative", "conditional"})


def oppose_denied_numbers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One denies the amount that the other affirms."""
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers.state != "agree" or numbers.a is None or numbers.b is None:
        return None
    # "Half" of two things may be denied of the one and told of the other.
    if not measure_alike(numbers.a, numbers.b) and share_words(a, b) < SAME_STATEMENT:
        return None
    denial_a, denial_b = find_denial(a, numbers.a), find_denial(b, numbers.b)
    if bool(denial_a) == bool(denial_b) or hold_alike(a, b):
        return None
    source, denial, shown = (a.source, denial_a, numbers.b) if denial_a else (b.source, denial_b, numbers.a)
    return Ruling("contradict", "denied-amount", f'{source} denies [{denial}] what the other affirms: "{shown.text}"')


def oppose_disputed_numbers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One calls the amount wrong that the other gives: "the figure of 5 million is too high", "fewer than the 5"."""
    numbers = compare_quantities(a.quantities, b.quantities)
    if numbers.state != "agree" or numbers.a is None or numbers.b is None:
        return None
    verdict_a, verdict_b = (
        find_verdict(claim, item) or (find_miss(claim, item) if item in list_held(claim) else "")
        for claim, item in ((a, numbers.a), (b, numbers.b))
    )
    if bool(verdict_a) == bool(verdict_b):
        return None
    source, verdict, shown = (a.source, verdict_a, numbers.b) if verdict_a else (b.source, verdict_b, numbers.a)
    return Ruling(
        "contradict", "disputed-amount", f'{source} calls "{shown.text}" wrong ["{verdict}"], the other gives it'
    )


def oppose_numbers(a: Claim, b: Claim, evidence: Evidence) -> Outcome:
    """Both fill one slot (measure, role, period), and no amount of the one meets one of the other."""
    numbers = _compare_held(a, b)
    if numbers.state == "none" and (rated := find_rate_and_total(a.quantities, b.quantities)):
        reason = f'"{rated[0].text}" and "{rated[1].text}" cannot be compared: one is a rate, the other is not'
        return OtherMatter("rate-and-total", reason)
    if numbers.a is None or numbers.b is None or numbers.state in {"agree", "bounded"}:
        return None
    shown = f'"{numbers.a.text}" and "{numbers.b.text}"'
    if find_verdict(a) or find_verdict(b):
        # Who calls ten minutes a fantasy does not give them.
        return None
    if _are_level_and_change(a, numbers.a, b, numbers.b):
        return Ruling("complementary", "level-and-change", f"one is a level, the other a change: {shown}")
    if numbers.state == "incomparable":
        return Abstention(f"{shown} are in units that cannot be compared")
    if is_vague(numbers.a) or is_vague(numbers.b):
        return None
    apart = set_figures_apart(a, numbers.a, b, numbers.b)
    one_size = numbers.ratio >= FARTHEST_RATIO or measure_alike(numbers.a, numbers.b)
    undecided = apart is None or (isinstance(apart, Ruling) and apart.rule == "other-periods")
    replacement = find_replacement(a, numbers.a, b, numbers.b) if undecided and one_size else None
    if apart and not replacement:
        return apart
    if places := find_other_places(a, b):
        return Ruling("complementary", "other-places", f'{shown} are of two places: "{places[0]}" and "{places[1]}"')
    # Who tells that one has replaced the other gives both.
    if "both given" in evidence.measures and not replacement:
        return OtherMatter("other-figures", f"{shown} are figures of two things: one source gives both")
    unlike = numbers.ratio < SMALLEST_RATIO and numbers.fit < SAME_THING and share_words(a, b) < SAME_STATEMENT
    far = unlike or not one_size
    times = find_dimension(numbers.a) == find_dimension(numbers.b) == DURATION and not measure_alike(
        numbers.a, numbers.b
    )
    far = far or (times and have_nothing_in_common(a, b))
    elsewhere = {numbers.a.role, numbers.b.role} == {"difference", "span"} and not happen_alike(a, b)
    if far or elsewhere or "one figure" not in evidence.measures or _are_two_spans(numbers.a, numbers.b):
        return apart or OtherMatter("other-figures", f"{shown} may be figures of two things")
    if replacement:
        newer, cue = replacement
        return Ruling("differ-in-date", "figure-replaced", f"{shown}: that of {newer.source} is the later one [{cue}]")
    of = numbers.a.of or numbers.b.of
    # What is counted, where the amounts do not name it.
    measured = f" ({of})" if of and of not in shown else ""
    newly = ""
    if (ordered := order_by_publication(a, b, days=SAME_NEWS)) and is_new(ordered[1], ordered[0]):
        newly = f"; {ordered[1].source} ({ordered[1].published}) may replace the earlier figure"
    if is_beyond(numbers.a, numbers.b) or is_beyond(numbers.b, numbers.a):
        limit, other = (numbers.a, numbers.b) if is_beyond(numbers.a, numbers.b) else (numbers.b, numbers.a)
        side = "above" if other.value > limit.value else "below"
        reason = f'"{other.text}" is far {side} the bound "{limit.text}"{measured}{newly}'
        return Ruling("differ-in-number", "beyond-bound", reason)
    return Ruling("differ-in-number", "intervals-apart", f"{shown} do not meet{measured}{newly}")


def _are_two_spans(x: Quantity, y: Quantity) -> bool:
    """Tell whether two lengths of time frame two things: "in thirty years", "for twenty years"."""
    return x.role == y.role == "span" and not measure_alike(x, y)


def oppose_replaced_numbers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """One gives a figure that the other says has been revised since."""
    for claim, other in ((a, b), (b, a)):
        revision = find_revision(claim)
        if revision is None:
            continue
        old, new, cue = revision.old, revision.new, revision.cue
        if gives(other, old) and not gives(other, new):
            reason = f'{claim.source} says that "{old.text}" has been replaced [{cue}] by "{new.text}"'
            return Ruling("differ-in-date", "figure-replaced", reason)
    return None


def oppose_extents(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both say of how much of one thing it holds, and not the same: "all traffic", "nearly all traffic"."""
    found = find_other_extents(a, b)
    if found is None or a.polarity != b.polarity:
        return None
    if (a.modality in NOT_YET) != (b.modality in NOT_YET):
        # "All guests will be checked" is no other share than "one guest in four was checked".
        return None
    x, y = found
    if not (x.told and y.told) and not are_said_of_one(a, b, x, y):
        return Ruling("complementary", "other-shares", f'"{x.text}" and "{y.text}" are of two parts of one whole')
    if len(find_common(read_statement(a), read_statement(b))) < FEWEST_WORDS:
        return None
    return Ruling("differ-in-number", "extents-apart", f'"{x.text}" against "{y.text}"')


def accept_numbers(a: Claim, b: Claim, _evidence: Evidence) -> Outcome:
    """Both give the same amount, or one gives a bound that the other keeps."""
    numbers = _compare_held(a, b)
    if numbers.a is None or numbers.b is None:
        return None
    shown = f'"{numbers.a.text}", "{numbers.b.text}"'
    if numbers.state == "agree" and (parts := find_other_parts(a, numbers.a, b, numbers.b)):
        # "Of 200 huts 40 were searched" and "12 of the 200 huts burned": what is said of all is no agreement.
        if not happen_alike(a, b) and not _both_change(a, b):
            return None
        reason = f'"{parts[0]}" and "{parts[1]}" are of the same {numbers.a.text} and do not meet'
        return Ruling("differ-in-number", "parts-apart", reason)
    if _are_level_and_change(a, numbers.a, b, numbers.b):
        return Ruling("complementary", "level-and-change", f"one is a level, the other a change: {shown}")
    if numbers.state == "bounded":
        return Ruling("complementary", "within-bound", f"one gives a bound that the other keeps: {shown}")
    if numbers.state == "agree" and _is_only_set_against(a, numbers.a, b, numbers.b):
        # "Has come to 795, against a budget of 640" does not say 640 of what has come.
        return None
    if numbers.state == "agree" and {numbers.a.role, numbers.b.role} == {"former", "difference"}:
        return OtherMatter("other-figures", f"one is how many there were, the other how many more: {shown}")
    if numbers.state == "agree" and _is_by_chance(a, numbers.a, b, numbers.b):
        return None
    if numbers.state == "agree" and (periods := _find_near_periods(a, numbers.a, b, numbers.b)):
        return Ruling(
            "complementary", "other-periods", f'{shown} are of two periods: "{periods[0]}" and "{periods[1]}"'
        )
    if numbers.state == "agree" and _deny_alike(a, b):
        # "All seven were recovered", "seven were not found".
        return None
    if numbers.state == "agree":
        if not meet(numbers.a, numbers.b):
            return Ruling("agree", "same-number", f"two amounts of the one add up to that of the other: {shown}")
        return Ruling("agree", "same-number", f"both give the same amount: {shown}")
    return None


def _is_only_set_against(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether one amount is what another one of its claim is set against, and the other is not."""
    against = [AGAINST.search(claim.text[: item.start - claim.start]) is not None for claim, item in ((a, x), (b, y))]
    rivals = [
        any(other != item and other.unit == item.unit for other in claim.quantities) for claim, item in ((a, x), (b, y))
    ]
    return against[0] != against[1] and rivals[0 if against[0] else 1]


def _both_change(a: Claim, b: Claim) -> bool:
    """Tell whether both tell of more, or both of fewer: "cut 300 of its jobs", "shed 900 of its jobs"."""
    ends = [{(place.axis.name, place.end) for place in find_places(c) if place.axis.gradable} for c in (a, b)]
    return not ends[0].isdisjoint(ends[1])


def _deny_alike(a: Claim, b: Claim) -> bool:
    """Tell whether one claim denies, and not as a limit, much the same that the other affirms."""
    if a.polarity == b.polarity or not a.predicates or not b.predicates:
        return False
    verbs = [read_words(claim.predicates[0].text, "") for claim in (a, b)]
    limiting = read_lexicon("opposites")["denial"]["limiting"]
    return find_affinity(*verbs) >= SAME_VERB and all(w.forms.isdisjoint(limiting) for words in verbs for w in words)


def _is_by_chance(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether two amounts meet only as one is vague, or both are times, and nothing says that they are of one."""
    if measure_alike(x, y):
        return False
    times = find_dimension(x) == find_dimension(y) == DURATION
    return (times and have_nothing_in_common(a, b)) or (
        (is_wide(x) or is_wide(y)) and share_words(a, b) < SAME_STATEMENT
    )


def _find_near_periods(a: Claim, x: Quantity, b: Claim, y: Quantity) -> tuple[str, str] | None:
    """Return the two periods of amounts that are near: that says they are one only of one time."""
    return None if find_value(x) == find_value(y) else find_own_periods(a, x, b, y)


def _compare_held(a: Claim, b: Claim) -> NumberComparison:
    """Compare the amounts that both claims affirm, or that both deny; one that is denied leaves every other open."""
    denied_a, denied_b = _find_denied(a), _find_denied(b)
    first, second = list_amounts(a, b)
    if bool(denied_a) != bool(denied_b):
        first = tuple(item for item in first if item.start not in denied_a)
        second = tuple(item for item in second if item.start not in denied_b)
    numbers = compare_quantities(first, second)
    if numbers.state == "conflict" and numbers.a and numbers.b and set_figures_apart(a, numbers.a, b, numbers.b):
        # What the two agree on says more than two figures of two things.
        rest = compare_quantities((q for q in first if q != numbers.a), (q for q in second if q != numbers.b))
        return rest if rest.state in {"agree", "bounded"} else numbers
    return numbers


def _are_level_and_change(a: Claim, x: Quantity, b: Claim, y: Quantity) -> bool:
    """Tell whether the one is how much something is, the other how much it changed: "fell to 5" and "fell by 5"."""
    (verb, link), (other_verb, other_link) = _find_verb(a, x), _find_verb(b, y)
    if {link, other_link} != {"to", "by"}:
        return False
    return find_affinity(read_words(verb, ""), read_words(other_verb, "")) >= SAME_VERB


def _find_verb(claim: Claim, quantity: Quantity) -> tuple[str, str]:
    """Return the verb of an amount and the word that links them: "fell", "by"."""
    for predicate in claim.predicates:
        for argument in predicate.arguments:
            if argument.start <= quantity.start < argument.end:
                return predicate.text, argument.marker
    return "", ""


def _find_denied(claim: Claim) -> frozenset[int]:
    """Return where the amounts start that a claim denies."""
    return frozenset(item.start for item in claim.quantities if find_denial(claim, item))
