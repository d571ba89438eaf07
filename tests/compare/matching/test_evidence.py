import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.compare import CompareOptions
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.matching.evidence import find_evidence
from claimcmp.compare.options import read_threshold
from claimcmp.records import Evidence
from claimcmp.workflow import judge


def evidence(first: str, second: str) -> Evidence:
    return judge(first, second).evidence


def test_other_words_for_the_same_event_pass_the_threshold() -> None:
    near = evidence("The rate of inflation climbed to 9 percent in May.", "Consumer prices rose by 9 percent in May.")
    assert near.score >= CompareOptions().threshold == read_threshold()


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        (
            "The tanker is 330 metres long.",
            "The length of the tanker is 330 metres.",
            "The tanker was held up for nine days.",
        ),
        (
            "The coach praised the striker after the match.",
            "The manager lauded his forward when the game was over.",
            "The coach left the stadium by bus.",
        ),
        (
            "Doctors tested the vaccine on 4,000 adults.",
            "The vaccine was tried on 4,000 adults.",
            "Doctors in the city are on strike.",
        ),
    ],
)
def test_the_same_matter_in_other_words_scores_above_another_matter_of_the_same_thing(
    one: str, same: str, other: str
) -> None:
    assert evidence(one, same).score > evidence(one, other).score


def test_who_does_what_to_whom_tells_claims_apart() -> None:
    one = "The guards attacked the strikers."
    assert (
        evidence(one, "The guards assaulted the strikers.").measures["subjects"]
        > (evidence(one, "The strikers assaulted the guards.").measures["subjects"])
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nurses call the new ward perilous.", "It is safe, says the board."),
        ("The lender broke its word.", "All obligations were honoured."),
        ("His testimony was sloppy.", "Experts found the account credible."),
    ],
)
def test_two_judgements_on_one_axis_are_on_one_matter_in_whatever_words(one: str, other: str) -> None:
    assert evidence(one, other).parts["one question"] > 0
    assert judge(one, other).same_matter


def test_what_happened_is_no_judgement() -> None:
    assert "one question" not in evidence("The museum opened in May.", "The old bakery closed.").parts


def test_two_amounts_of_one_unit_speak_for_one_matter_if_they_are_near_and_against_it_if_they_are_not() -> None:
    near = evidence("The clinic treated 400 patients in March.", "Throughout March 350 patients were treated there.")
    far = evidence("The clinic treated 400 patients in March.", "Throughout March 35 patients lay in the clinic.")
    other = evidence("The parade drew 9,000 visitors.", "The clinic has 2,000 beds.")
    assert near.parts["one unit"] + near.parts["other amounts"] > 0
    assert far.parts["one unit"] + far.parts["other amounts"] < 0
    assert "one unit" not in other.parts


def test_clashing_amounts_weigh_more_the_further_they_lie_apart() -> None:
    close = evidence("The bridge cost 40 million euros.", "The bridge cost 44 million euros.")
    far = evidence("The bridge cost 40 million euros.", "The bridge cost 4 million euros.")
    assert 0 > close.parts["other amounts"] > far.parts["other amounts"]


def test_a_claim_brings_the_subject_that_stands_before_it() -> None:
    judgment = judge("The airline lost 40 planes.", "The airline sold its hotels and lost 40 planes.")
    claims = (judgment.a, judgment.b)
    assert "airline" in Vocabulary(claims).words_of(judgment.b).keys.values()


WORDS = ("clinic", "court", "river", "treated", "upheld", "rose", "400 patients", "5 percent", "never", "may", "1932")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map(
    lambda words: f"The council sold the {' '.join(words)}."
)


@settings(max_examples=15, deadline=None)
@given(TEXTS, TEXTS)
def test_score_is_the_same_from_both_sides_and_highest_with_itself(first: str, second: str) -> None:
    judgment = judge(first, second)
    a, b = judgment.a, judgment.b
    vocabulary = Vocabulary((a, b))
    one, other = find_evidence(a, b, vocabulary), find_evidence(b, a, vocabulary)
    assert (one.score, one.parts, one.measures) == (other.score, other.parts, other.measures)
    assert find_evidence(a, a, vocabulary).score >= one.score
    assert one.score == pytest.approx(sum(one.parts.values()), abs=0.001)


def test_two_claims_on_the_cause_answer_one_question() -> None:
    one, other = "A worn cable was to blame for the fall of the lift.", "Inspectors implicated in it a lack of grease."
    assert evidence(one, "The cause has not been found.").parts["one question"] > 0
    assert evidence(other, "The cause has not been found.").parts["one question"] > 0


def test_a_rise_and_a_fall_of_unlike_things_answer_no_common_question() -> None:
    assert "one question" in evidence("Jobs were cut in the mines.", "The mines shed employment.").parts
    assert "one question" not in evidence("Jobs were cut in the mines.", "The temperature dropped at night.").parts
