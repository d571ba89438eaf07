from dataclasses import replace

import pytest

import claimcmp
from claimcmp.compare.explanation import explain_pair
from claimcmp.errors import UsageError


def test_parts_add_up_and_the_last_step_decides() -> None:
    explanation = claimcmp.explain_texts("The dam holds 40 million tonnes.", "The dam holds 55 million tonnes.")
    judgment = explanation.judgment
    assert judgment.relation == "differ-in-number"
    assert judgment.evidence.score == pytest.approx(sum(judgment.evidence.parts.values()))
    assert [step.outcome for step in explanation.steps[:-1]] == ["does not apply"] * (len(explanation.steps) - 1)
    assert explanation.steps[-1].outcome == "decides"
    assert explanation.steps[-1].reason == judgment.reason
    assert all(step.asks.endswith(".") for step in explanation.steps)


def test_changes_are_judged_not_guessed() -> None:
    explanation = claimcmp.explain_texts(
        "The vaccine protects children from measles.", "The vaccine may protect children from measles."
    )
    changes = {change.what: change.relation for change in explanation.changes}
    assert changes['without the hedge "may" in B'] == "agree"


def test_a_pair_below_the_threshold_says_which_threshold_would_do() -> None:
    from claimcmp.compare import CompareOptions

    texts = ("The clinic treated 400 patients in March.", "Patients left the old clinic by the river in March.")
    explanation = claimcmp.explain_texts(*texts, options=CompareOptions(threshold=1.5))
    assert not explanation.judgment.same_matter
    assert explanation.steps == ()
    (change,) = [change for change in explanation.changes if "threshold" in change.what]
    assert change.same_matter


def test_notes_say_why_two_claims_are_no_two_voices(claim, extraction) -> None:
    claims = (
        claim("Alpha", "The bridge cost 40 million euros."),
        claim("Alpha", "The bridge cost 55 million euros.", start=90, topics=("bridges",)),
    )
    notes = explain_pair(extraction(*claims), *claims).notes
    assert any("both are in alpha.txt" in note for note in notes)
    assert any("no topic in common (matter / bridges)" in note for note in notes)


def test_claims_without_a_topic_in_common_are_compared_where_topics_are_headings(claim, extraction) -> None:
    claims = (
        claim("Alpha", "The bridge cost 40 million euros."),
        claim("Beta", "The bridge cost 55 million euros.", topics=("bridges",)),
    )
    made = replace(extraction(*claims), settings={"topics_proposed": True})
    assert explain_pair(made, *claims).notes == ()
    assert [set(group.claims) for group in claimcmp.compare(made).groups] == [{"alpha-0", "beta-0"}]


def test_claims_are_named_by_the_beginning_of_their_id(claim, extraction) -> None:
    made = extraction(claim("Alpha", "The bridge cost 40 million euros."), claim("Beta", "The bridge cost 55 million."))
    explanation = claimcmp.explain(made, "alp", "beta-0")
    assert (explanation.judgment.a.id, explanation.judgment.b.id) == ("alpha-0", "beta-0")


@pytest.mark.parametrize(
    ("a", "b", "message"),
    [
        ("gamma", "beta", 'No claim has the id "gamma"'),
        ("", "beta", 'No claim has the id ""'),
        ("alpha", "beta", '2 claims begin with "alpha": alpha-0, alpha-90'),
        ("beta", "beta-0", 'Both names mean the claim "beta-0"'),
    ],
)
def test_names_that_mean_no_claim_or_several_are_refused(claim, extraction, a: str, b: str, message: str) -> None:
    made = extraction(
        claim("Alpha", "The bridge cost 40 million euros."),
        claim("Alpha", "The bridge was paid by the town.", start=90),
        claim("Beta", "The bridge cost 55 million euros."),
    )
    with pytest.raises(UsageError, match=message.replace("(", r"\(")):
        claimcmp.explain(made, a, b)
