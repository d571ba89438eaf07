"""Where sources differ in time: which date each of them gives, and when it was published, on a line."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from claimcmp.records import Claim, DateRef, Group
from claimcmp.report.arrangement import unique
from claimcmp.report.html.contents import Contents, diverging, group_place, quote_place
from claimcmp.report.html.markup import Html, anchor, element, isolated, join, lazy, link
from claimcmp.report.html.plots import Scale, draw_track
from claimcmp.report.html.verdicts import write_matter

_ISO = re.compile(r"(\d{2,4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?")


def write_dates(contents: Contents) -> Html:
    """Return a table for each group in which claims differ in date, a row a claim, in the order of the groups."""
    tables = [_write_group(contents, group) for group in contents.groups if _dated(group)]
    if not tables:
        return element("p", "No two sources differ in a date.", class_="nothing")
    key = "A bar is the date that is told, as long as it is vague; a ring is the publication."
    return join(element("p", key, class_="facts"), tables)


def dates_place(group: Group) -> str:
    """Return the id of the place where a group's dates are drawn."""
    return anchor("w", group.id)


def find_days(iso: str | None) -> tuple[int, int] | None:
    """Return the first and the last day that an ISO prefix means, as ordinals; "199" is a decade, "18" a century."""
    match = _ISO.fullmatch(iso or "")
    if match is None:
        return None
    year, *rest = match.groups()
    month, day, quarter = (int(part) if part else 0 for part in rest)
    missing = 4 - len(year)
    if missing and (month or quarter):
        return None
    first, last = int(year + "0" * missing), int(year + "9" * missing)
    months = (3 * quarter - 2, 3 * quarter) if quarter else (month or 1, month or 12)
    try:
        begin = date(first, months[0], day or 1)
        end = date(last, months[1], day or monthrange(last, months[1])[1])
    except ValueError:
        return None
    return begin.toordinal(), end.toordinal()


def _dated(group: Group) -> tuple[str, ...]:
    return unique(side for pair in diverging(group) if pair.relation == "differ-in-date" for side in (pair.a, pair.b))


def _write_group(contents: Contents, group: Group) -> Html:
    claims = [contents.claims[claim] for claim in _dated(group)]
    claims.sort(key=lambda claim: (_told(claim) or [(0, 0)], claim.published or "", claim.id))
    told = [days for claim in claims for days in _told(claim)]
    published = [days for claim in claims if (days := find_days(claim.published))]
    ends = [day for days in (*told, *published) for day in days]
    scale = Scale(min(ends, default=0), max(ends, default=0))
    rows = [_write_row(group, claim, scale) for claim in claims]
    heading = link(group_place(group), write_matter(group, contents.numbers[group.id]))
    span = (
        element("span", _name_day(scale.low), element("span", _name_day(scale.high)), class_="ends") if ends else None
    )
    head = element(
        "tr",
        *(element("th", name, scope="col") for name in ("Source", "Date told", "Published")),
        element("th", span or "", scope="col", class_="plot"),
    )
    return element(
        "section",
        element("h3", heading),
        lazy(element("table", element("thead", head), element("tbody", *rows), class_="plotted dates")),
        id=dates_place(group),
        tabindex=-1,
        data_group=group_place(group),
        class_="dated",
    )


def _write_row(group: Group, claim: Claim, scale: Scale) -> Html:
    dates = [date for date in claim.dates if date.of == "event"]
    words = [_tell_date(date) for date in dates]
    days = find_days(claim.published)
    track = draw_track(scale, stretches=_told(claim), hollow=[(days[0] + days[1]) / 2] if days else [])
    return element(
        "tr",
        element("th", link(quote_place(group, claim.id), isolated(claim.source)), scope="row"),
        element(
            "td",
            join([[word, "; "] for word in words[:-1]], words[-1])
            if words
            else element("span", "none", class_="silent"),
        ),
        element("td", isolated(claim.published or "unknown"), class_="iso"),
        element("td", track, class_="plot"),
    )


def _tell_date(date: DateRef) -> Html:
    known = date.iso if date.iso != date.text else None
    return join(isolated(date.text), [" ", element("span", f"({known})", class_="iso")] if known else None)


def _told(claim: Claim) -> list[tuple[int, int]]:
    return [days for date in claim.dates if date.of == "event" and (days := find_days(date.iso))]


def _name_day(ordinal: float) -> str:
    return date.fromordinal(int(ordinal)).isoformat() if ordinal >= 1 else ""


def has_dates(groups: Iterable[Group]) -> int:
    """Return in how many groups claims differ in date."""
    return sum(bool(_dated(group)) for group in groups)
