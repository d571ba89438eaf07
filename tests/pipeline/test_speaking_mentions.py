"""Who a reference to somebody who speaks stands for: only who can speak, and the company by its name."""

import pytest

from claimcmp.pipeline import Analyser
from claimcmp.records import Document


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(())


def find_speaker(analyser: Analyser, text: str) -> str | None:
    """Give who says the last claim of a text."""
    claim = analyser.find_claims(Document("text.txt", text, "text"), keep_all=True).claims[-1]
    return claim.attributed_to.name if claim.attributed_to else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The league met in Olm on Monday. By its reckoning 11,400 seats were lost.", "the league"),
        ("The union has sued the ministry. In its view the law was broken.", "the union"),
        ("The wardens shut the reserve in May. Their count came to 312 otters.", "The wardens"),
        ("The clinic closed two wards on Monday. Patients had been moved, it said.", "the clinic"),
        (
            "The union warned of a strike. Only half of the aid that the ministry had promised has been paid, it said.",
            "the union",
        ),
        ("The report came out in May. It puts the cost of repairs at 40 million.", "The report"),
        ("Boeing had counted on May. 40 orders were lost by the company's own reckoning.", "Boeing"),
        ("Nestle closed the mill in May. The company says that 40 jobs will go.", "Nestle"),
    ],
)
def test_who_speaks_is_named(analyser: Analyser, text: str, speaker: str) -> None:
    assert find_speaker(analyser, text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Some 11,400 elms died in May. Their estimate is 400 dead.", "Their"),
        ("The storm hit the pier in May. By its reckoning 40 ships sank.", "its"),
        ("The bridges were closed. They say nobody was told.", "They"),
        ("Assembly stood still until May. The company says that it lost money.", "The company"),
        ("Ada Berg closed the mill. The company says that it will reopen.", "The company"),
        ("Nestle sued Danone in May. The company says that 40 jobs will go.", "The company"),
    ],
)
def test_who_cannot_speak_or_is_not_clear_is_not_named(analyser: Analyser, text: str, speaker: str) -> None:
    assert find_speaker(analyser, text) == speaker
