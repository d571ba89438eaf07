"""Which claims could be checked."""

import pytest

from claimcmp import is_checkable, measure_checkability
from claimcmp.checkable import find_features
from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.records import Claim, Document

CHECKABLE = [
    "Rates fell by 3 percent.",
    "The court lifted the ban in May.",
    "Ruth Okafor won the race in Oslo.",
    "The bank closed its branches in Spain.",
    "It fell in 1990.",
    "Doctors treated 40 patients at the clinic last year.",
    "The volcano destroyed two villages.",
]
NOT_CHECKABLE = [
    "The court should lift the ban.",
    "We love this country.",
    "That is it.",
    "I want to thank you all.",
    "We must never give up.",
    "It is the right thing to do.",
]


def find_claim(text: str) -> Claim:
    """Return the one claim of a text."""
    (claim,) = load_plain_analyser().find_claims(Document("a.txt", text, "a"), keep_all=True).claims
    return claim


@pytest.mark.parametrize(
    ("text", "expected"), [*((text, True) for text in CHECKABLE), *((text, False) for text in NOT_CHECKABLE)]
)
def test_checkable_claims_name_something_to_look_up(text: str, expected: bool) -> None:
    assert is_checkable(find_claim(text)) == expected


def test_checkability_gives_its_reasons() -> None:
    found = measure_checkability(find_claim("The dam cost 40 million dollars in 2011."), most=4)
    assert found.checkable
    assert len(found.reasons) == 4
    sizes = [abs(part) for _, part in found.reasons]
    assert sizes == sorted(sizes, reverse=True)
    assert dict(found.reasons)["quantities"] > 0


def test_checkability_reasons_name_words_of_the_claim() -> None:
    reasons = dict(measure_checkability(find_claim("We thank the brave firefighters."), most=99).reasons)
    assert reasons['"thank"'] < 0
    assert reasons['"firefighters"'] > reasons['"thank"']
    assert '"the"' not in reasons


def test_checkability_is_more_likely_with_a_figure() -> None:
    plain, counted = find_claim("The fire killed people."), find_claim("The fire killed 40 people.")
    assert measure_checkability(counted).probability > measure_checkability(plain).probability


def test_checkability_has_a_weight_for_every_feature() -> None:
    assert list(read_lexicon("checkability")["features"]) == list(find_features(find_claim("Rates fell.")))
