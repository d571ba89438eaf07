"""Why two amounts of one unit that do not meet are no difference: they are of two things, times, places or owners."""

from claimcmp.compare.features.figures.figure_directions import find_other_directions
from claimcmp.compare.features.figures.figure_fates import find_other_fates
from claimcmp.compare.features.figures.figure_kinds import (
    find_capacity,
    find_increment,
    find_other_changes,
    find_other_sums,
    have_nothing_in_common,
)
from claimcmp.compare.features.figures.figure_margins import find_margin
from claimcmp.compare.features.figures.figure_parties import (
    find_converse,
    find_other_dimensions,
    find_other_owners,
    find_other_standing,
    find_other_wholes,
)
from claimcmp.compare.features.figures.figure_parts import find_part, find_whole
from claimcmp.compare.features.figures.figure_slots import (
    find_other_kind,
    find_other_purposes,
    find_own_periods,
    is_change_only,
    is_later_count,
    is_of_each,
)
from claimcmp.compare.features.figures.measured_things import find_other_things
from claimcmp.compare.features.figures.spans import find_other_spans
from claimcmp.compare.rules.rulings import OtherMatter, Ruling
from claimcmp.records import Claim, Quantity


def set_figures_apart(a: Claim, x: Quantity, b: Claim, y: Quantity) -> Ruling | OtherMatter | None:
    """Return why two amounts of one unit are of two things, by what is said beside them."""
    shown = f'"{x.text}" and "{y.text}"'
    if is_later_count(a, x, b, y):
        return Ruling("complementary", "later-count", f"{shown} count one thing up to two days, the later has more")
    if sums := find_other_sums(a, x, b, y):
        return OtherMatter("other-figures", f'{shown} are sums of two kinds: "{sums[0]}" and "{sums[1]}"')
    if is_of_each(a, x, b, y):
        return OtherMatter("rate-and-total", f"{shown} cannot be compared: only one is of each of several things")
    if standing := find_other_standing(a, x, b, y):
        reason = f'{shown} are figures of two kinds: only one was wanted, offered, set aside or missed ["{standing}"]'
        return OtherMatter("other-figures", reason)
    if periods := find_own_periods(a, x, b, y) or find_other_spans(a, x, b, y):
        both = f'"{periods[0]}" and "{periods[1]}"'
        if have_nothing_in_common(a, b):
            return OtherMatter("other-figures", f"{shown} are of two periods and of two things: {both}")
        return Ruling("complementary", "other-periods", f"{shown} are of two periods: {both}")
    if part := find_part(a, x, b, y):
        return Ruling("complementary", "other-part", f'{shown} are of a part and of more: "{part}"')
    if owners := find_other_owners(a, x, b, y):
        return OtherMatter("other-figures", f'{shown} are of two: "{owners[0]}" and "{owners[1]}"')
    if find_converse(a, x, b, y) or find_other_dimensions(x, y):
        measures = [item.measure or "no measure told" for item in (x, y)]
        reason = f'{shown} are figures of two things: "{measures[0]}" and "{measures[1]}"'
        return OtherMatter("other-figures", reason)
    if whole := find_whole(a, x, b, y):
        return OtherMatter("other-figures", f'only one of {shown} is of all together ["{whole}"]')
    if more := find_increment(a, x, b, y):
        return OtherMatter("other-figures", f'only one of {shown} comes on top of others ["{more}"]')
    if room := find_capacity(a, x, b, y):
        return OtherMatter("other-figures", f'only one of {shown} is how many there is room for ["{room}"]')
    if things := find_other_things(a, x, b, y):
        return OtherMatter("other-figures", f'{shown} are of two things: "{things[0]}" and "{things[1]}"')
    if ways := find_other_directions(a, x, b, y):
        return OtherMatter("other-figures", f'{shown} are of a rise and of a fall: "{ways[0]}" and "{ways[1]}"')
    if fates := find_other_fates(a, x, b, y):
        return OtherMatter("other-figures", f'{shown} count two kinds: "{fates[0]}" and "{fates[1]}"')
    if find_other_changes(a, x, b, y):
        reason = f'{shown} are changes of two things: "{x.measure}" and "{y.measure}"'
        return OtherMatter("other-figures", reason)
    if find_other_wholes(x, y):
        return OtherMatter("other-figures", f'{shown} are shares of two things: "{x.of}" and "{y.of}"')
    if is_change_only(a, x, b, y):
        return OtherMatter("other-figures", f"{shown} are figures of two kinds: only one is of a change")
    if margin := find_margin(a, x, b, y):
        return OtherMatter("other-figures", f'{shown} are figures of two kinds: only one is a margin ["{margin}"]')
    if kind := find_other_kind(x, y):
        return OtherMatter("other-figures", f"{shown} are figures of two kinds: only one is of the {kind}")
    if purposes := find_other_purposes(a, x, b, y):
        reason = f'{shown} are for two things: "{purposes[0]}" and "{purposes[1]}"'
        return OtherMatter("other-figures", reason)
    return None
