"""A sentence that is only an answer is a claim about the sentence before it."""

import pytest

from claimcmp.pipeline import Analyser
from claimcmp.records import Claim, Document, Topic

VACCINES = Analyser((Topic("vaccine", "Vaccine", terms=("vaccine",)),))


def find_last(text: str) -> Claim:
    return VACCINES.find_claims(Document("daily.txt", text, "Daily")).claims[-1]


@pytest.mark.parametrize(
    ("answer", "polarity", "modality", "resolved"),
    [
        ("Probably not.", "negated", "hedged", "Probably not: The vaccine is safe."),
        ("Not so.", "negated", "asserted", "Not so: The vaccine is safe."),
        ("Hardly.", "negated", "asserted", "Hardly: The vaccine is safe."),
        ("Quite the opposite.", "negated", "asserted", "Quite the opposite: The vaccine is safe."),
        ("On the contrary.", "negated", "asserted", "On the contrary: The vaccine is safe."),
        ("Perhaps.", "affirmed", "hedged", "Perhaps: The vaccine is safe."),
    ],
)
def test_an_answer_affirms_or_denies_the_sentence_before(
    answer: str, polarity: str, modality: str, resolved: str
) -> None:
    claim = find_last("The vaccine is safe. " + answer)
    assert (claim.polarity, claim.modality, claim.resolved) == (polarity, modality, resolved)
    assert claim.topics == ("vaccine",)
    (reference,) = claim.references
    assert reference.antecedents == ((0, 20),)


@pytest.mark.parametrize(
    ("text", "polarity", "resolved"),
    [
        ("Does the vaccine help? Probably not. It came late.", "negated", "Probably not: Does the vaccine help?"),
        ("But was the vaccine tested? No. The maker refused.", "negated", "No: But was the vaccine tested?"),
        ("Was the vaccine tested? Yes.", "affirmed", "Yes: Was the vaccine tested?"),
        ("(Was the vaccine tested? No.)", "negated", "No: Was the vaccine tested?"),
        ("Why was the vaccine late? No.", "negated", None),
        ("Wasn't the vaccine tested? No.", "negated", None),
        ("Was the vaccine not tested? No.", "negated", None),
    ],
)
def test_an_answer_to_a_plain_question_says_what_is_asked(text: str, polarity: str, resolved: str | None) -> None:
    claims = VACCINES.find_claims(Document("daily.txt", text, "Daily")).claims
    answer = claims[0]
    assert (answer.polarity, answer.resolved, answer.topics) == (polarity, resolved, ("vaccine",))


def test_what_follows_a_question_and_is_no_answer_has_no_topic_from_it() -> None:
    assert VACCINES.find_claims(Document("daily.txt", "Was the vaccine tested? It rained.", "Daily")).claims == ()


def test_what_opens_like_an_answer_and_goes_on_is_none() -> None:
    assert find_last("The vaccine is safe. On the contrary, it saves lives.").polarity == "affirmed"


def test_a_short_denial_before_a_colon_is_a_claim() -> None:
    text = "The vaccine is safe. She did not say so: she left early."
    assert VACCINES.find_claims(Document("daily.txt", text, "Daily"), keep_all=True).claims[1].polarity == "negated"


@pytest.mark.parametrize(
    ("text", "polarity", "resolved"),
    [
        (
            "The maker said that the vaccine was safe. This is not true.",
            "negated",
            "This is not true: the vaccine was safe",
        ),
        (
            "The maker said that the vaccine was safe. That was a lie.",
            "negated",
            "That was a lie: the vaccine was safe",
        ),
        (
            "The maker said that the vaccine was safe. This is simply wrong.",
            "negated",
            "This is simply wrong: the vaccine was safe",
        ),
        ("The vaccine is safe. That is untrue.", "negated", "That is untrue: The vaccine is safe."),
        ("The poor pay more for the vaccine. This is wrong.", "affirmed", None),
    ],
)
def test_a_verdict_denies_what_was_said_before(text: str, polarity: str, resolved: str | None) -> None:
    claim = find_last(text)
    assert (claim.polarity, claim.resolved) == (polarity, resolved)
