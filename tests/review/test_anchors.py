from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.records import Claim
from claimcmp.review.anchors import Anchors, Lost


def make_claim(
    text: str, *, start: int = 0, document: str = "port.txt", source: str = "Port", number: int = 0
) -> Claim:
    return Claim(
        id=f"{document}-{number}",
        document=document,
        source=source,
        published=None,
        start=start,
        end=start + len(text),
        text=text,
        sentence_start=start,
        sentence_end=start + len(text),
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The vaccine was approved in June.", "The vaccine was approved in June."),
        ("The vaccine was approved in June.", "the vaccine was approved  in June"),
        ("The court's ruling is final.", "The court’s ruling is final."),
        ("The goverment raised the fine to 300 euros.", "The government raised the fine to 300 euros."),
        ("Rain fell on the north of country.", "Rain fell on the north of the country."),
    ],
)
def test_mended_text_is_found(before: str, after: str) -> None:
    anchor = Anchors([make_claim(before)]).make("port.txt-0")
    assert Anchors([make_claim(after, start=90, number=7)]).find(anchor) == "port.txt-7"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The vaccine was approved in June.", "The vaccine was not approved in June."),
        ("The vaccine was approved in June.", "The vaccine was approved in July 2020."),
        ("The fine was raised to 300 euros.", "The fine was raised to 350 euros."),
        ("Output is likely to increase in the coming year.", "Output is unlikely to increase in the coming year."),
        ("Output is likely to increase in the coming year.", "Output is likely to decrease in the coming year."),
        ("The striker scored twice in the final.", "The striker scored once in the final."),
    ],
)
def test_a_changed_statement_is_lost_and_says_what_it_reads_now(before: str, after: str) -> None:
    anchor = Anchors([make_claim(before)]).make("port.txt-0")
    lost = Anchors([make_claim(after, number=7)]).find(anchor)
    assert isinstance(lost, Lost)
    assert f"“{before}” now reads “{after}”" in lost.reason


def test_a_quote_that_is_no_claim_any_more_says_so() -> None:
    anchor = Anchors([make_claim("The team won.")]).make("port.txt-0")
    lost = Anchors([make_claim("Nobody came to the parade.")], {"port.txt": "Perhaps. The team won."}).find(anchor)
    assert isinstance(lost, Lost)
    assert "still stands in port.txt" in lost.reason


def test_a_renamed_document_of_the_source_is_looked_through() -> None:
    anchor = Anchors([make_claim("The team won.")]).make("port.txt-0")
    renamed = make_claim("The team won.", document="port-2.txt")
    assert Anchors([renamed]).find(anchor) == renamed.id
    assert isinstance(Anchors([replace(renamed, source="Other")]).find(anchor), Lost)


@given(st.lists(st.sampled_from(["Rain fell.", "It snowed.", "The river rose."]), min_size=1), st.integers(0, 10_000))
def test_every_claim_is_found_again_after_text_was_put_before_it(texts: list[str], length: int) -> None:
    claims = [make_claim(text, start=20 * n, number=n) for n, text in enumerate(texts)]
    anchors = Anchors(claims)
    moved = Anchors(
        make_claim("A new headline.", number=99) if n < 0 else replace(claims[n], start=claims[n].start + length + 15)
        for n in range(-1, len(claims))
    )
    assert [moved.find(anchors.make(claim.id)) for claim in claims] == [claim.id for claim in claims]
