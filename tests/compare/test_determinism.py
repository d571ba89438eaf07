"""The order of claims and documents changes nothing in what comes out."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.compare.comparator import compare_claims
from claimcmp.records import Extraction
from claimcmp.report import format_comparison

TEXTS = (
    "The ferry between the two islands lost half of its passengers in the winter of 2012.",
    "The ferry lost a third of its passengers in 2012.",
    "Engineers say the tunnel may cost 40 million euros.",
    "The tunnel cost 55 million euros.",
    "“We will keep the ferry for as long as there is wind,” mayor Ana Ruiz said.",
    "The union did not accept the new timetable of the ferry.",
)


@pytest.fixture(scope="module")
def whole(claim, extraction) -> Extraction:
    sources = ("Alpha", "Beta", "Gamma", "Delta")
    claims = [
        claim(source, text, start=200 * place)
        for number, source in enumerate(sources)
        for place, text in enumerate(TEXTS)
        if (number + place) % 3
    ]
    return extraction(*claims)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_order_of_claims_and_documents_changes_no_byte(whole: Extraction, data: st.DataObject) -> None:
    shuffled = replace(
        whole,
        claims=tuple(data.draw(st.permutations(whole.claims))),
        documents=tuple(data.draw(st.permutations(whole.documents))),
    )
    expected, found = compare_claims(whole), compare_claims(shuffled)
    # Documents and claims are listed in the order they came in; everything found is the same.
    ordered = replace(
        found, documents=expected.documents, claims=expected.claims, unmatched=tuple(sorted(found.unmatched))
    )
    assert format_comparison(ordered, "json") == format_comparison(
        replace(expected, unmatched=tuple(sorted(expected.unmatched))), "json"
    )
