"""Tells of which times claims speak: stretches of days, what they leave open, and which text is the earlier."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcmp.compare.features.dates.stretches import ALWAYS, EVER, Stretch, read_stretch
from claimcmp.records import Claim, DateOf, DateRef

EARLIER = frozenset({"before", "until", "till", "by", "prior to", "no later than", "up to"})
LATER = frozenset({"after", "since", "from", "no earlier than", "no sooner than"})
LIMIT = re.compile(rf"\b({'|'.join(sorted(EARLIER | LATER, key=len, reverse=True))})\s+(?:the\s+)?$", re.IGNORECASE)
DENIED = re.compile(r"\b(?:not|never|cannot|no|none|nobody|hardly|unlikely)\b|n['’]t\b", re.IGNORECASE)
YEAR = re.compile(r"\b\d{4}\b")
SEASON = re.compile(r"\d{4}\s?/\s?\d+")
RELATIVE = re.compile(r"\b(?:later|earlier|afterwards|following|same|next day)\b", re.IGNORECASE)
WEEKDAY = re.compile(r"(?:on |the |last |this |that |next )*(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
# Texts of one month tell of the same events; a forecast needs time to be overtaken.
SAME_NEWS = 30
# News leaves out the year of days that are no further back.
RECENT = 62
LONGEST_YEAR = 366
TO = re.compile(r"\s?(?:to|until|till|through|[-–—])\s?(?:the\s)?", re.IGNORECASE)
AND = re.compile(r"\s(?:and)\s(?:the\s)?", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
FULL_DATE = 2
"""Hyphens of an ISO date that names a day."""

Dated = tuple[DateRef, Stretch]
"""A date as a claim names it, and the days that it means."""


def may_be_one_time(one: Dated, other: Dated) -> bool:
    """Tell whether two dates have a day in common as far as their texts say.

    Whose text names no year has it from elsewhere, and perhaps a wrong one: "8 July" may be in July 2018. "Friday" may
    be any date that is a Friday.
    """
    (x, first), (y, second) = one, other
    if first.meets(second):
        return True
    # "A day later" counts from a day, and a year, that may be another one than was taken for it.
    if any(RELATIVE.search(reference.text) and not YEAR.search(reference.text) for reference in (x, y)):
        near = first if first.is_long else (first.move(second.first.year) or first)
        return near.days_apart(second) <= SAME_NEWS
    if WEEKDAY.fullmatch(x.text.strip()) or WEEKDAY.fullmatch(y.text.strip()):
        return first.is_day and second.is_day and first.first.weekday() == second.first.weekday()
    if YEAR.search(x.text) and YEAR.search(y.text):
        return False
    # A whole year or one that is open stays where it is.
    moved = None if first.is_long else first.move(second.first.year)
    return moved is not None and moved.meets(second)


def comes_after(dated: Dated, later: Claim, written: Stretch) -> bool:
    """Tell whether a date of a later claim lies behind an earlier text, by more than a month."""
    found = list(_list_meant(dated, later, written))
    return bool(found) and all(written.days_before(stretch) > SAME_NEWS for stretch in found)


def comes_before(dated: Dated, later: Claim, written: Stretch) -> bool:
    """Tell whether a date of a later claim may lie before an earlier text."""
    return any(stretch.days_before(written) > 0 for stretch in _list_meant(dated, later, written))


def _list_meant(dated: Dated, later: Claim, written: Stretch) -> Iterator[Stretch]:
    """Yield the days that a date of a later claim may mean beside an earlier text.

    News leaves out the year of recent days. A day further back, whose year is a guess, may be of the year of the
    earlier text.
    """
    reference, stretch = dated
    if not stretch.floats:
        yield stretch
    published = read_stretch(later.published)
    if YEAR.search(reference.text) or stretch.is_long or published is None or stretch.days_before(published) <= RECENT:
        return
    if moved := stretch.move(written.first.year):
        yield moved


def tell_when(iso: str) -> str:
    """Return an ISO date as an adverbial: "on 2019-04-25", "in 2019-04"."""
    return f"{'on' if iso.count('-') == FULL_DATE else 'in'} {iso}"


def find_stretches(claim: Claim, of: DateOf = "event") -> tuple[Dated, ...]:
    """Return the dates of what a claim tells that name a stretch of days; when it was told says nothing of that.

    "From 4 to 7 March" is one stretch.
    """
    found = ((date, _read_meant(date)) for date in claim.dates if date.of == of)
    return tuple(_join_ranges(claim, [(reference, stretch) for reference, stretch in found if stretch]))


def _read_meant(reference: DateRef) -> Stretch | None:
    """Return the days that a date means; "2023/24" reaches into the year after its own."""
    stretch = read_stretch(reference.iso)
    if stretch is None or not SEASON.fullmatch(reference.text):
        return stretch
    return replace(stretch, last=stretch.last.replace(year=stretch.last.year + 1))


def _join_ranges(claim: Claim, found: Iterable[Dated]) -> list[Dated]:
    joined: list[Dated] = []
    for reference, stretch in found:
        if joined and _is_range(claim, joined[-1], (reference, stretch)):
            opening, first = joined.pop()
            text = claim.text[opening.start - claim.start : reference.end - claim.start]
            whole = replace(opening, text=text, end=reference.end, iso=f"{opening.iso}/{reference.iso}")
            joined.append((whole, replace(stretch, first=first.first)))
        else:
            joined.append((reference, stretch))
    return joined


def _is_range(claim: Claim, one: Dated, other: Dated) -> bool:
    """Tell whether two dates are the ends of one stretch: "4 to 7 March", "between May and July 2019"."""
    (opening, first), (closing, last) = one, other
    between = claim.text[opening.end - claim.start : closing.start - claim.start]
    before = claim.text[: opening.start - claim.start]
    ends = TO.fullmatch(between) or (AND.fullmatch(between) and BETWEEN.search(before))
    return bool(ends) and first.floats == last.floats and first.first <= last.last and "/" not in (opening.iso or "")


def find_periods(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Return the words for the times that two claims speak of, where they are two periods.

    Two years, quarters or months that do not meet are; two days are if more than a year lies between them.
    """
    ours, theirs = find_stretches(a), find_stretches(b)
    pairs = [(x, y) for x in ours for y in theirs]
    if not pairs or not all(are_periods(x[1], y[1]) for x, y in pairs):
        return None
    return ours[0][0].text, theirs[0][0].text


def are_periods(one: Stretch, other: Stretch) -> bool:
    """Tell whether two times are two periods: years, quarters, months that do not meet, or days a year apart.

    Two seasons are, though one begins in the year that the other ends in: "2022/23", "2023/24".
    """
    if one.is_season and other.is_season and not one.floats and not other.floats:
        return one != other
    if one.meets(other):
        return False
    return not (one.is_day or other.is_day) or one.days_apart(other) > LONGEST_YEAR


def find_deadlines(claim: Claim) -> tuple[Dated, ...]:
    """Return the dates by which something is to be done or over: 2018 of "by 2018", not of "not before 2018"."""
    plain = dict(find_stretches(claim))
    return tuple((date, plain[date]) for date, stretch in find_bounds(claim) if stretch.first == EVER)


def is_end(claim: Claim, reference: DateRef) -> bool:
    """Tell whether a date only ends a stretch: "until this summer" and "up to May" tell of the time before."""
    return _find_limit(claim, reference) in EARLIER


def find_bounds(claim: Claim) -> tuple[Dated, ...]:
    """Return the dates of what a claim tells as the days that they leave open: "not before 2028" is 2028 and later."""
    found = []
    for reference, stretch in find_stretches(claim):
        denied = DENIED.search(claim.text[: max(0, reference.start - claim.start)]) is not None
        found.append((reference, _open(stretch, _find_limit(claim, reference), denied=denied)))
    return tuple(found)


def _find_limit(claim: Claim, reference: DateRef) -> str:
    """Return the word that opens a date at one end, if any; "from 4 to 7 March" has both its ends."""
    match = LIMIT.search(claim.text[: max(0, reference.start - claim.start)])
    return match.group(1).lower() if match and "/" not in (reference.iso or "") else ""


def _open(stretch: Stretch, limit: str, *, denied: bool) -> Stretch:
    # "Will not open before 2028" and "not until 2028" leave 2028 and all that follows.
    if limit in EARLIER | LATER:
        return replace(stretch, last=ALWAYS) if (limit in EARLIER) == denied else replace(stretch, first=EVER)
    return stretch


def order_by_publication(a: Claim, b: Claim, *, days: int) -> tuple[Claim, Claim] | None:
    """Return the earlier and the later of two claims that were published more than some days apart."""
    first, second = read_stretch(a.published), read_stretch(b.published)
    if first is None or second is None:
        return None
    if first.days_before(second) > days:
        return a, b
    return (b, a) if second.days_before(first) > days else None
