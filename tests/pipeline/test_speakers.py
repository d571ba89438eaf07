"""Who a word of saying belongs to, where its clause names nobody or names somebody else."""

import pytest

import claimcmp
from claimcmp.records import Document
from claimcmp.workflow import ExtractOptions


def list_speakers(text: str) -> list[tuple[str, str | None]]:
    """Give the claims of a text, each with who says it."""
    found = claimcmp.extract([Document("a.txt", text, "A")], topics=[], options=ExtractOptions(keep_all=True))
    return [(claim.text, claim.attributed_to.name if claim.attributed_to else None) for claim in found.claims]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The ranger put the herd at 400 while the hunters gave 900.", ["The ranger", "the hunters"]),
        ("The ranger blamed the frost while residents blamed the dam.", ["The ranger", "residents"]),
        # What is said may be told with its time.
        ("The ranger said that the gate closed while goats were passing.", ["The ranger", "The ranger"]),
    ],
)
def test_a_clause_with_a_subject_of_its_own_is_not_what_the_one_before_says(text: str, speakers: list[str]) -> None:
    assert [name for _, name in list_speakers(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The clinic went on to tell us that the scanner is old.", "The clinic"),
        ("The clinic wrote to tell us that the scanner is old.", "The clinic"),
        # Who is moved shows nothing.
        ("The scanner was moved to prove that it works.", None),
    ],
)
def test_the_speaker_of_an_infinitive_is_the_subject_of_its_verb(text: str, speaker: str | None) -> None:
    assert [name for _, name in list_speakers(text)] == [speaker]
