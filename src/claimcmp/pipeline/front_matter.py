"""Reads what a document says of itself before its first sentence: title, author, date of publication."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimcmp.pipeline.dates import find_dates

BY = re.compile(r"^(?:written\s+)?by\s+(?P<name>\S.*)$", re.IGNORECASE)
MARKS = re.compile(r"^[#>\s*_]+|[*_\s]+$")
# What parts a byline's name from the date behind it.
BETWEEN = re.compile(r"(?:[\s,;|·•(\[–—-]|\b(?:on|published|updated)\b:?)+$", re.IGNORECASE)
# Where a name was written, behind it in capitals: "Ann Lee, OSLO".
PLACE = re.compile(r"(?<=[^\W\d_A-Z.]),\s+[^\d,]{3,40}$")
FEWEST_CAPITALS = 4
FULL_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
# Where a date stands that tells when the text appeared; in a title or a question it tells of an event.
DATED = frozenset({"byline", "dateline", "heading", "label", "navigation"})
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a document says of itself; None where it does not, or says two things."""

    title: str | None = None
    author: str | None = None
    published: str | None = None


def read_front_matter(text: str, layout: Iterable[tuple[int, int, str | None]]) -> FrontMatter:
    """Return what stands before the first sentence of prose; ``layout`` has each sentence with its kind."""
    title = author = None
    dates: set[str] = set()
    for start, end, kind in layout:
        if kind is None:
            break
        shown = MARKS.sub("", " ".join(text[start:end].split()))
        if kind == "title" and title is None and len(shown) <= LONGEST_TITLE:
            title = shown or None
        if kind == "byline" and author is None and (match := BY.match(shown)):
            author = _strip_place(_strip_date(match["name"]))
        if kind in DATED:
            found = (date.iso for date in find_dates(shown, published=None))
            dates.update(iso for iso in found if iso and FULL_DATE.fullmatch(iso))
    # Of "2021-05" and "2021-05-03" the second says more; two days may be of publication and of an event.
    days = {date for date in dates if not any(other != date and other.startswith(date) for other in dates)}
    return FrontMatter(title, author, days.pop() if len(days) == 1 else None)


def _strip_date(name: str) -> str | None:
    """Return a byline's name without the date behind it: "the Bay Trust, 12 March 2024"."""
    starts = [date.start for date in find_dates(name, published=None) if date.iso and FULL_DATE.fullmatch(date.iso)]
    before = name[: min(starts, default=len(name))]
    return (BETWEEN.sub("", before) if starts else before) or None


def _strip_place(name: str | None) -> str | None:
    """Return a byline's name without the place behind it in capitals: "Ann Lee, OSLO", but not "Ann Lee, BBC"."""
    place = PLACE.search(name or "")
    if name is None or place is None or not place[0].isupper() or len(place[0].strip(", ")) < FEWEST_CAPITALS:
        return name
    return name[: place.start()]
