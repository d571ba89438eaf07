"""A matter is named in words of its claims that do not turn what they deny into its opposite."""

from collections.abc import Callable

import pytest

from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.grouping.matters import trim_name
from claimcmp.records import Claim, Extraction


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The club did not sell its striker.", "The club didn't sell the striker in May."),
        ("The vaccine was no help to infants.", "Infants got no help from the vaccine."),
        ("No court ever convicted the banker.", "The banker was never convicted by a court."),
        ("The airline failed to refund passengers.", "The airline would not refund its passengers."),
    ],
)
def test_a_name_keeps_what_is_denied_denied(
    extraction: Callable[..., Extraction], claim: Callable[..., Claim], one: str, other: str
) -> None:
    (group,) = compare_claims(extraction(claim("Club", one), claim("Daily", other))).groups
    said = group.matter.casefold().split()
    denials = {"not", "didn't", "no", "never", "failed"}
    predicates = {"sell", "help", "got", "convicted", "refund"}
    assert denials & set(said) or not predicates & set(said)


def test_a_name_takes_no_predicate_that_is_denied_outside_of_the_claim(
    extraction: Callable[..., Extraction], claim: Callable[..., Claim]
) -> None:
    held = extraction(
        claim("Club", "The coach denied that the keeper broke his finger."),
        claim("Daily", "The keeper did not break his finger."),
    )
    (group,) = compare_claims(held).groups
    assert "broke" not in group.matter


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("before last month's", "last month"),
        ("were 40 goats on the ferry", "40 goats on the ferry"),
        ("storm that everybody", "storm"),
        ("that old dams be emptied … by 2031", "old dams be emptied … by 2031"),
        ("the verdict was against the", "the verdict"),
        ("No court convicted the banker", "No court convicted the banker"),
        ("would have", ""),
    ],
)
def test_a_name_neither_begins_nor_ends_with_words_that_only_lead_on(found: str, name: str) -> None:
    assert trim_name(found) == name
