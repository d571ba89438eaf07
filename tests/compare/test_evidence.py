import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.compare import CompareOptions
from claimcmp.compare.evidence import find_evidence
from claimcmp.compare.options import read_threshold
from claimcmp.compare.vocabulary import Vocabulary
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


def test_clashing_amounts_weigh_more_the_further_they_lie_apart() -> None:
    close = evidence("The bridge cost 40 million euros.", "The bridge cost 44 million euros.")
    far = evidence("The bridge cost 40 million euros.", "The bridge cost 4 million euros.")
    assert 0 > close.parts["other amounts"] > far.parts["other amounts"]


def test_a_claim_brings_the_subject_that_stands_before_it() -> None:
    judgment = judge("The airline lost 40 planes.", "The airline sold its hotels and lost 40 planes.")
    claims = (judgment.a, judgment.b)
    assert "airline" in Vocabulary(claims).words_of(judgment.b).keys.values()


WORDS = ("clinic", "court", "river", "treated", "upheld", "rose", "400 patients", "5 percent", "never", "may", "1932")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map(lambda words: f"The council {' '.join(words)}.")


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
