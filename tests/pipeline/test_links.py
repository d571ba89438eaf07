"""The marks of Markdown's links: no words of a sentence, and whole in a quote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.pipeline.links import blank_links, take_in_links
from claimcmp.records import Document

TARGETS = ["https://example.org/a_(b)", "/office", "#t", "mailto:m@x.org", 'https://x.y "the port"', "../a.md"]


def read(text: str) -> list[tuple[str, str | None, list[str]]]:
    found = load_plain_analyser().find_claims(Document(name="a", text=text, source="a"), keep_all=True)
    return [
        (c.text, c.attributed_to and c.attributed_to.name, [a.text for p in c.predicates for a in p.arguments])
        for c in found.claims
    ]


@pytest.mark.parametrize("target", TARGETS)
def test_links_are_read_as_their_words(target: str) -> None:
    plain = "According to the port authority, the new port cost 12 million euros, but the mayor said that it is unsafe."
    linked = plain.replace("the port authority", f"[the port authority]({target})").replace(
        "unsafe", f"[unsafe]({target})"
    )
    told = [(text, name, [argument.strip() for argument in arguments]) for text, name, arguments in read(linked)]
    assert [(name, arguments) for _, name, arguments in told] == [(name, args) for _, name, args in read(plain)]
    assert told[0][0] == f"According to [the port authority]({target}), the new port cost 12 million euros"
    assert told[1][0] == f"it is [unsafe]({target})"


@pytest.mark.parametrize("text", ["It is safe [sic] (see below).", "He [Lee](the mayor) said so.", "[a](b) and [c]"])
def test_brackets_that_lead_nowhere_are_left_alone(text: str) -> None:
    assert blank_links(text) == text


@given(st.text(alphabet="ab []()#/\n", max_size=40))
def test_all_but_links_stays_in_its_place(text: str) -> None:
    blank = blank_links(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blank, strict=True))


@given(st.sampled_from(TARGETS), st.integers(0, 30), st.integers(0, 30))
def test_a_stretch_only_grows(target: str, a: int, b: int) -> None:
    text = f"It is [very unsafe]({target}) there."
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    first, last = take_in_links(text, start, end)
    assert first <= start <= end <= last
