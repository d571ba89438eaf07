"""A quotation belongs to whom it is signed by, behind a dash."""

import pytest

import claimcmp
from claimcmp.records import Document
from claimcmp.workflow import ExtractOptions


def list_speakers(text: str) -> list[tuple[str, str | None]]:
    """Give the claims of a text, each with who says it."""
    found = claimcmp.extract([Document("a.txt", text, "A")], topics=[], options=ExtractOptions(keep_all=True))
    return [(claim.text, claim.attributed_to.name if claim.attributed_to else None) for claim in found.claims]


@pytest.mark.parametrize(
    "text",
    [
        '"The ferry will run until May."\n— Ada Berg, head of the harbour\n',
        '"The ferry will run until May."\n\n-- Ada Berg\n\nThe strike goes on.',
        "“The ferry will run until May.” – Ada Berg, head of the harbour",
        '"The ferry will run until May." — Ada Berg (harbour office)',
        'The mayor spoke first: "The quay is safe."\n\n"The ferry will run until May."\n— Ada Berg\n',
    ],
)
def test_a_name_behind_a_dash_signs_a_quotation(text: str) -> None:
    said = [name for claim, name in list_speakers(text) if "ferry" in claim]
    assert said == ["Ada Berg"]


def test_a_signature_says_nothing_itself() -> None:
    claims = list_speakers('"The ferry will run until May." — Ada Berg, head of the harbour\n')
    assert [name for _, name in claims] == ["Ada Berg"]


@pytest.mark.parametrize(
    "text",
    [
        '"The ferry will run until May." — Ada Berg was there when it left.',
        "The ferry will run until May.\n— Ada Berg, head of the harbour\n",
        '"The ferry will run until May." — that was the promise.',
    ],
)
def test_other_dashes_sign_nothing(text: str) -> None:
    assert "Ada Berg" not in [name for _, name in list_speakers(text)]
