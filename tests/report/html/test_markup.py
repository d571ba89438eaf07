"""Markup is safe by construction, and no reader of HTML sees anything but the text."""

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.report.html.markup import Html, anchor, data_block, element, isolated, join, lazy, link
from claimcmp.report.safe_text import for_page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.values: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(markup: str) -> _Reader:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader


@pytest.mark.parametrize(
    ("made", "markup"),
    [
        (element("p", "Gold & <b>silver</b>"), "<p>Gold &amp; &lt;b&gt;silver&lt;/b&gt;</p>"),
        (element("p", element("b", "up"), " 4 %", None, ["a", "b"]), "<p><b>up</b> 4 %ab</p>"),
        (
            element("input", type="search", data_of=1, checked=True, hidden=False),
            '<input type="search" data-of="1" checked>',
        ),
        (
            element("label", 'say "ah"', for_="q", title='a "b" <c>'),
            '<label for="q" title="a &quot;b&quot; &lt;c&gt;">say "ah"</label>',
        ),
        (isolated("right \u202eleft"), "<bdi>right \\u202eleft</bdi>"),
        (link("g-1", "one"), '<a href="#g-1">one</a>'),
        (join(Html("<hr>"), "<hr>"), "<hr>&lt;hr&gt;"),
        (lazy(element("p", "</noscript>")), '<div class="lazy"><noscript><p>&lt;/noscript&gt;</p></noscript></div>'),
    ],
)
def test_markup_is_written(made: Html, markup: str) -> None:
    assert made == markup


@given(st.text(), st.text())
def test_text_is_read_as_it_is_shown(text: str, value: str) -> None:
    read = _read(element("p", text, title=value))
    assert read.tags == ["p"]
    assert read.text == for_page(text)
    assert read.values == [for_page(value)]


@given(st.text())
def test_data_is_read_whole_and_ends_nothing(text: str) -> None:
    block = data_block("d", {text: [text]})
    assert not re.search(
        "[<>&\u2028\u2029]", block.removeprefix('<script type="application/json" id="d">').removesuffix("</script>")
    )
    assert json.loads(block[block.index(">") + 1 : block.rindex("<")]) == {text: [text]}


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_places_are_plain_and_differ_with_their_names(one: list[str], other: list[str]) -> None:
    assert re.fullmatch(r"[\w.-]+", anchor("g", *one), re.ASCII)
    if len(one) == len(other) == 1 and one != other:
        assert anchor("g", *one) != anchor("g", *other)
