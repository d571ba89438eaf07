from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.matching.alignment import Alignment, align_words
from claimcmp.workflow import judge

TEXTS = (
    "The ferry sank off the coast with 80 passengers.",
    "The ship went down near the shore.",
    "Eighty passengers were on the ferry that sank.",
    "Prices of wheat rose in 2019.",
    "The cost of grain climbed in 2018.",
)


def align(first: str, second: str) -> Alignment:
    judgment = judge(first, second)
    return align_words(judgment.a, judgment.b, Vocabulary((judgment.a, judgment.b)))


def test_near_words_count_where_the_wording_differs() -> None:
    near = align("Prices of wheat rose.", "The cost of grain climbed.")
    assert near.wording == 0
    assert near.meaning > align("Prices of wheat rose.", "The choir sang at noon.").meaning
    assert ("Prices", "cost") in near.links


def test_numbers_meet_only_themselves() -> None:
    assert align("The vault held 4,017 coins.", "The vault held 4,018 coins.").meaning < 1
    assert align("The vault held 4,017 coins.", "The vault held 4,017 coins.").meaning == 1


@pytest.mark.parametrize(("first", "second"), [*combinations(TEXTS, 2)])
def test_alignment_is_the_same_from_both_sides(first: str, second: str) -> None:
    one, other = align(first, second), align(second, first)
    assert (one.meaning, one.wording) == (other.meaning, other.wording)


WORDS = st.lists(st.sampled_from(["ferry", "sank", "coast", "80", "price", "wheat", "Zurich", "qwert"]), min_size=1)


@settings(deadline=None, max_examples=15)
@given(WORDS, WORDS)
def test_alignment_lies_between_nothing_and_all(first: list[str], second: list[str]) -> None:
    alignment = align(f"The {' '.join(first)}.", f"The {' '.join(second)}.")
    assert 0 <= alignment.wording <= alignment.meaning <= 1


@pytest.mark.parametrize("text", TEXTS)
def test_a_claim_finds_all_of_its_words_in_itself(text: str) -> None:
    assert align(text, text).meaning == align(text, text).wording == 1
