"""The page as a file: whole, the same every time, and every link in it leads somewhere."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from claimcmp.records import Comparison, Quantity
from claimcmp.report import FormatOptions, format_comparison
from claimcmp.report.html import format_html
from claimcmp.report.html.dates import find_days
from claimcmp.report.html.markup import VOID


class _Page(HTMLParser):
    """Follows elements down and up again; fails where one is not closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
            if name in {"src", "srcset", "action", "background", "style"} or name.startswith("on"):
                self.loads.append(name)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _read(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    return page


def test_page_is_whole_and_its_links_lead_somewhere(farming: Comparison, documents: dict[str, str]) -> None:
    page = _read(format_html(farming, documents))
    assert [name for name, n in Counter(page.ids).items() if n > 1] == []
    assert page.loads == []
    inner = {target[1:] for target in page.links if target.startswith("#")}
    assert inner <= set(page.ids)
    assert {target for target in page.links if not target.startswith("#")} == {
        f"https://example.org/{name}" for name in documents
    }


def test_page_is_the_same_every_time_and_has_no_path(farming: Comparison, documents: dict[str, str]) -> None:
    text = format_html(farming, documents)
    assert format_html(farming, dict(reversed(documents.items()))) == text
    assert "in/post.txt" not in text
    assert format_comparison(farming, "html", options=FormatOptions(texts=documents)) == text


def test_page_without_texts_has_the_claims_of_each_document(farming: Comparison) -> None:
    text = format_html(farming, {})
    _read(text)
    assert "The text of this document is not at hand" in text
    assert "Wheat has suffered from the frost in the south." in text


@pytest.mark.parametrize("kept", ["topics", "groups", "claims"])
def test_page_of_nothing_says_so(farming: Comparison, kept: str) -> None:
    empty = {"groups": (), "claims": (), "topics": (), "unmatched": (), "self_contradictions": (), "documents": ()}
    empty.pop(kept)
    if kept == "groups":
        empty.pop("claims")
    text = format_html(replace(farming, **empty), {})
    _read(text)
    assert "No two sources differ in a date." in text or kept == "groups"


def test_quotes_mark_what_decided_and_what_differs(farming: Comparison, documents: dict[str, str]) -> None:
    text = format_html(farming, documents)
    for marked in (
        '<mark class="date differs">May 2024</mark><span class="around">, <mark class="who">the mayor</mark> <mark class="who">said</mark>.</span>',
        '<mark class="amount differs">about 15 million euros</mark>',
        '<mark class="denial differs">not</mark> <mark class="opposed differs">suffer</mark> from',
        '<mark class="firmness">may</mark>',
    ):
        assert marked in text


@pytest.mark.parametrize(
    "told",
    [
        "in certainty, date",
        "silent here: <bdi>Ministry of Farming</bdi>",
        "12,000,000–15,000,000 EUR, median 13,500,000 (2 voices)",
        '<bdi>Ada: relabel (was "piers"), the piers only, not the deck</bdi>',
        "<bdi>The bridge&#x27;s piers cost 12 million euros</bdi>",
        "<bdi>Ministry of Farming</bdi> contradicts itself",
        "4 claims found no counterpart.",
        "rule rule-of-differ-in-date · score 0.50 · confidence 0.75",
        "threshold 0.23",
    ],
)
def test_page_tells(farming: Comparison, documents: dict[str, str], told: str) -> None:
    assert told.replace("&#x27;", "'") in format_html(farming, documents)


def test_values_that_agree_are_not_drawn(farming: Comparison, documents: dict[str, str]) -> None:
    group = farming.groups[1]
    same = replace(group, spreads=(replace(group.spreads[0], low=12e6, high=12e6, median=12e6),))
    text = format_html(replace(farming, groups=(same,), self_contradictions=()), documents)
    assert "12,000,000 EUR (2 voices)" in text
    assert not re.search(r'class="plotted ranges"', text)


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023", (2023, 1, 1), (2023, 12, 31)),
        ("2023-Q3", (2023, 7, 1), (2023, 9, 30)),
        ("199", (1990, 1, 1), (1999, 12, 31)),
        ("18", (1800, 1, 1), (1899, 12, 31)),
        ("2023-04-30", (2023, 4, 30), (2023, 4, 30)),
    ],
)
def test_days_of_a_date(iso: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    from datetime import date

    assert find_days(iso) == (date(*first).toordinal(), date(*last).toordinal())


@pytest.mark.parametrize("iso", [None, "", "--04-25", "2023-13", "2023-02-30", "0000", "soon", "199-04"])
def test_days_of_what_is_no_date(iso: str | None) -> None:
    assert find_days(iso) is None


def test_only_the_amounts_that_the_reason_names_are_shown_to_differ(
    farming: Comparison, documents: dict[str, str]
) -> None:
    first, cost, *_ = farming.groups
    pair = replace(cost.pairs[0], reason='"12 million euros" and "about 15 million euros" do not meet')
    claims = tuple(
        replace(
            claim, quantities=(*claim.quantities, Quantity("Its piers", claim.start, claim.start + 9, 1, 1, 1, "pier"))
        )
        if claim.id == "p-cost"
        else claim
        for claim in farming.claims
    )
    text = format_html(replace(farming, claims=claims, groups=(first, replace(cost, pairs=(pair,)))), documents)
    assert '<mark class="amount">Its piers</mark> cost <mark class="amount differs">12 million euros</mark>' in text
