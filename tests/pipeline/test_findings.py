"""What somebody counts, measures or finds is a finding of his; what he gets or gives is none."""

import pytest

from claimcmp.pipeline.build import build_analysis


def find_speaker(text: str) -> str | None:
    """Give who is said to have found what the only sentence of a text tells."""
    clauses = [clause for sent in build_analysis()(text).sents for clause in sent._.clauses]
    return next((clause["attribution"]["name"] for clause in clauses if clause["attribution"]), None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Forest wardens have so far counted about 900 fallen pines.", "Forest wardens"),
        ("Hydrologists measured a flow of 340 cubic metres per second.", "Hydrologists"),
        ("Chemists still find nickel in the moat.", "Chemists"),
        ("The people at the institute did detect nickel in the moat.", "The people at the institute"),
        ("The laboratory did not detect any nickel in the moat.", "The laboratory"),
        ("The laboratory examined 40 eels and identified a fungus as the cause.", "The laboratory"),
        ("The register gives 312 drowned sailors.", "The register"),
        ("The mayor cites a figure of 900 flooded homes.", "The mayor"),
        ("Election observers found no sign of fraud.", "Election observers"),
        ("Sales of ice fell in May, a survey by the union found.", "a survey by the union"),
        ("The union gives 18 percent for the whole valley.", "The union"),
        ("Every check has found its brine within the limits.", "Every check"),
    ],
)
def test_who_finds_something_out_says_it(text: str, speaker: str) -> None:
    assert find_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Tourists find coins on the beach.",
        "The minister gave 300 euros to the school.",
        "The baker gave 40 loaves.",
        "The judge gave him 12 years.",
        "The company gives 20 percent of its profit to charity.",
        "Geologists measured the quarry.",
        "The doctor saw 12 patients.",
        "The agency found a buyer for the quarry.",
        "The minister quoted a number of poems.",
    ],
)
def test_what_somebody_does_is_no_finding(text: str) -> None:
    assert find_speaker(text) is None
