"""Which claims could be checked."""

import pytest

from claimcmp import is_checkable
from claimcmp.pipeline import Analyser
from claimcmp.records import Document

CHECKABLE = [
    "Rates fell by 3 percent.",
    "The court lifted the ban.",
    "Norway won.",
    "The bank will close its branches.",
    "It fell in 1990.",
]
NOT_CHECKABLE = [
    "The court should lift the ban.",
    "If it rains, the match will be cancelled.",
    "We love this country of farmers.",
    "That is it.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*((text, True) for text in CHECKABLE), *((text, False) for text in NOT_CHECKABLE)]
)
def test_checkable_claims_name_something_to_look_up(text: str, expected: bool) -> None:
    claims = Analyser(()).find_claims(Document("a.txt", text, "a"), keep_all=True).claims
    assert [is_checkable(claim) for claim in claims] == [expected]
