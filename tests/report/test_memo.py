"""A memo reads well as Markdown, and no text of a source formats anything in it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.report.assets_files import assert_is_asset

from claimcmp.records import Comparison
from claimcmp.report.memo import escape, format_markdown


def test_memo_as_a_whole(full_comparison: Comparison) -> None:
    assert_is_asset(format_markdown(full_comparison), "comparison.md")


def test_every_quote_of_a_group_has_a_footnote_with_its_place(comparison: Comparison) -> None:
    text = format_markdown(comparison)
    for claim in comparison.claims:
        grouped = any(claim.id in group.claims for group in comparison.groups)
        assert (f"characters {claim.start}–{claim.end}, claim {claim.id}." in text) == grouped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("[a](http://b.example) ![c](d)", r"\[a\](http://b.example) !\[c\](d)"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("a | b &amp; $x$ ~~c~~ # d", r"a \| b \&amp; \$x\$ \~\~c\~\~ \# d"),
        ("two\n\n# lines", r"two \# lines"),
        ("a\u202eb", r"a\\u202eb"),
    ],
)
def test_special_characters_are_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize("text", ["- list", "# heading", "> quote", "```\ncode", "[^1]: note", "1. first", "    code"])
def test_a_quote_never_starts_a_line(one_claim_comparison: Callable[[str], Comparison], text: str) -> None:
    lines = format_markdown(one_claim_comparison(text)).splitlines()
    assert not [
        line for line in lines if line.startswith(text.splitlines()[0]) and not line.startswith(("# Comp", "- "))
    ]
    assert f"> “{escape(text)}” [^1]  " in lines


def test_addresses_are_links_only_if_they_are_of_the_web(comparison: Comparison) -> None:
    first, *rest = comparison.documents
    safe = replace(comparison, documents=(replace(first, url="https://a.example/b_c?d=1"), *rest))
    assert "<https://a.example/b_c?d=1>" in format_markdown(safe)
    unsafe = replace(comparison, documents=(replace(first, url="javascript:alert(1)//<b>"), *rest))
    assert r"javascript:alert(1)//\<b\>" in format_markdown(unsafe)
