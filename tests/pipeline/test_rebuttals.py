"""What the author rebuts right after reporting it is told with doubt."""

import pytest

from claimcmp.pipeline import Analyser
from claimcmp.records import Document, Topic

VACCINES = Analyser((Topic("vaccine", "Vaccine", terms=("vaccine",)),))


@pytest.mark.parametrize(
    ("rebuttal", "stance"),
    [
        ("It is not: three people died.", "doubted"),
        ("That is simply untrue.", "doubted"),
        ("Nothing could be further from the truth.", "doubted"),
        ("It isn't.", "doubted"),
        ("That isn't true.", "doubted"),
        ("This claim is false.", "doubted"),
        ("It is not, they add, cheap.", "neutral"),
        ("It is not new.", "neutral"),
        ("That is the case.", "neutral"),
    ],
)
def test_a_rebuttal_of_what_was_reported(rebuttal: str, stance: str) -> None:
    claim = VACCINES.find_claims(
        Document("daily.txt", f"We are told that the vaccine is safe. {rebuttal}", "Daily")
    ).claims[0]
    assert claim.attributed_to is not None
    assert claim.attributed_to.stance == stance


def test_what_the_author_holds_is_not_told_with_doubt() -> None:
    claims = VACCINES.find_claims(Document("daily.txt", "The vaccine is safe. That is untrue.", "Daily")).claims
    assert claims[0].attributed_to is None


def test_a_short_answer_rebuts_the_clause_that_it_answers() -> None:
    text = "Some say the vaccine is weak and the vaccine was late. It is not."
    claims = VACCINES.find_claims(Document("daily.txt", text, "Daily")).claims
    stances = [claim.attributed_to.stance for claim in claims if claim.attributed_to is not None]
    assert stances == ["doubted", "neutral"]
