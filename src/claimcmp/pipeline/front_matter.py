"""Reads what a document says of itself before its first sentence: title, author, date of publication.

That is told by its layout, and in Markdown by a header of keys and values between two lines of dashes, which counts
more.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcmp.pipeline.dates import find_dates
from claimcmp.records import DateRef

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
# In words: the name of a paper or an office in capitals, and a title below it.
LONGEST_MASTHEAD = 8
FEWEST_WORDS = 4
LONGEST_HEADING = 30
WEEKDAY = re.compile(r"(?:^|[,;|·•–—-]\s)(?:[A-Z][a-z]+day),?$")
# The header of a Markdown file, as site builders and note programs write it; only what stands on one line is read.
HEADER = re.compile(r"\A---[ \t]*\r?\n(?P<lines>.*?)^---[ \t]*\r?$", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(r"^(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]+(?P<value>\S.*?)[ \t\r]*$", re.MULTILINE)
KEYS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "by"),
    "published": ("published", "date", "publishdate", "pubdate", "datepublished"),
    "publisher": ("publisher", "publication", "outlet", "site", "source"),
    "url": ("url", "link", "canonical"),
}
WEB = re.compile(r"https?://")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a document says of itself; None where it does not, or says two things."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


def read_front_matter(text: str, layout: Iterable[tuple[int, int, str | None]]) -> FrontMatter:
    """Return what stands before the first sentence of prose; ``layout`` has each sentence with its kind."""
    title = author = None
    masthead = False
    dates: set[str] = set()
    own: set[str] = set()
    for start, end, kind in layout:
        if kind is None:
            break
        shown = MARKS.sub("", " ".join(text[start:end].split()))
        if kind == "title" and title is None and len(shown) <= LONGEST_TITLE:
            title = shown or None
            masthead = shown.isupper() and len(shown.split()) <= LONGEST_MASTHEAD
        elif kind == "heading" and masthead and _names_text(shown):
            # "THE HARBOUR POST", and below it "Council votes to close the pool".
            title, masthead = shown, False
        if kind == "byline" and author is None and (match := BY.match(shown)):
            author = _strip_place(_strip_date(match["name"]))
        if kind in DATED:
            found = find_dates(shown, published=None)
            dates.update(date.iso for date in found if date.iso and FULL_DATE.fullmatch(date.iso))
            own.update(date.iso for date in found if date.iso and FULL_DATE.fullmatch(date.iso) and _dates(shown, date))
    dates = own or dates
    # Of "2021-05" and "2021-05-03" the second says more; two days may be of publication and of an event.
    days = {date for date in dates if not any(other != date and other.startswith(date) for other in dates)}
    header = _read_header(text)
    published = FULL_DATE.match(header.get("published", ""))
    return FrontMatter(
        title=header.get("title", title),
        author=header.get("author", author),
        published=published.group() if published else days.pop() if len(days) == 1 else None,
        publisher=header.get("publisher"),
        url=header.get("url"),
    )


def _names_text(heading: str) -> bool:
    """Tell whether a heading below a masthead is the title: a phrase, no date line, nothing in capitals."""
    words = heading.split()
    return (
        FEWEST_WORDS <= len(words) <= LONGEST_HEADING
        and not heading.isupper()
        and not any(_dates(heading, date) for date in find_dates(heading, published=None))
    )


def _dates(line: str, date: DateRef) -> bool:
    """Tell whether a date ends a line and no word leads up to it: "Oslo, 4 May 2021", not "held on 4 May 2021"."""
    before = line[: date.start].rstrip()
    alone = not before or before[-1] in ",;|·•–—-:/" or WEEKDAY.search(before) is not None
    return alone and date.end >= len(line.rstrip(" ."))


def _read_header(text: str) -> Mapping[str, str]:
    """Return what the header of a Markdown file says, by our own keys; of two keys for one thing the first counts."""
    header = HEADER.match(text)
    found: dict[str, str] = {}
    for entry in ENTRY.finditer(header["lines"]) if header else ():
        value = _strip_quotes(entry["value"])
        name = entry["key"].lower().replace("_", "").replace("-", "")
        key = next((key for key, names in KEYS.items() if name in names), None)
        if key == "publisher" and WEB.match(value):
            key = "url"
        if key and value and (key != "url" or WEB.match(value)):
            found.setdefault(key, value)
    return found


def _strip_quotes(value: str) -> str:
    """Return a value without quotes, and a list on one line with commas only: '"Ann Lee"', "[Ann Lee, Jo Dow]"."""
    if value[0] == "[" and value[-1] == "]":
        return ", ".join(filter(None, (_strip_quotes(item.strip() or " ") for item in value[1:-1].split(","))))
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value.strip()


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
