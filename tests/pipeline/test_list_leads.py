"""Items of lists are held as the line above them says."""

import pytest

from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.records import Document

BEFORE = "The quay is old. Its cranes were built in the last century.\n\n"


def read_claims(text: str) -> list[tuple[str, str, str]]:
    """Return text, polarity and modality of the claims behind the opening paragraph."""
    found = load_plain_analyser().find_claims(Document("a", BEFORE + text, "A"), keep_all=True).claims
    return [(claim.text, claim.polarity, claim.modality) for claim in found[2:]]


@pytest.mark.parametrize(
    ("lead", "modality"),
    [
        ("The firm will:", "predicted"),
        ("The firm has undertaken to:", "predicted"),
        ("The city has agreed to", "predicted"),
        ("We call on the firm to:", "normative"),
        ("The engineers urge the owners of the quay to:", "normative"),
    ],
)
def test_items_complete_what_leads_up_to_them(lead: str, modality: str) -> None:
    claims = read_claims(f"{lead}\n\n• repair the quay by May;\n• sell all three cranes.\n\nThe mayor agreed.")
    assert claims == [
        ("repair the quay by May;", "affirmed", modality),
        ("sell all three cranes.", "affirmed", modality),
        ("The mayor agreed.", "affirmed", "asserted"),
    ]


def test_items_under_a_heading_of_demands_are_normative() -> None:
    text = "Recommendations\n\n1. Repair the quay by May. It is cracked.\n2. Do not sell the cranes.\n\nCosts\n\n"
    assert read_claims(text + "1. Ask the clerk for the list.\n2. The works cost 3 million euros.") == [
        ("Repair the quay by May.", "affirmed", "normative"),
        ("It is cracked.", "affirmed", "asserted"),
        ("Do not sell the cranes.", "negated", "normative"),
        ("The works cost 3 million euros.", "affirmed", "asserted"),
    ]


def test_what_is_recommended_behind_that_is_normative() -> None:
    text = "The board recommends that\n\n- the quay be repaired by May;\n- the cranes be sold."
    assert [claim[2] for claim in read_claims(text)] == ["normative", "normative"]


@pytest.mark.parametrize("lead", ["The firm found that:", "The firm will not:", "Mix the mortar as follows:"])
def test_other_leads_make_no_claims_of_commands(lead: str) -> None:
    assert read_claims(f"{lead}\n\n• repair the quay by May;\n• sell all three cranes.") == []
