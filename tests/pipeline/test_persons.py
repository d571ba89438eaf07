"""Persons that a text names in full, and their short names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.pipeline.persons import find_persons


def find_names(text):
    return [(person.text, person.id) for person in find_persons(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "President Vladimir Putin left. Later Putin returned.",
            [("Vladimir Putin", "vladimir-putin"), ("Putin", "vladimir-putin")],
        ),
        (
            "Kim Jong-un said no. Leader Kim Jong Un was late. Kim left.",
            [("Kim Jong-un", "kim-jong-un"), ("Kim Jong Un", "kim-jong-un"), ("Kim", "kim-jong-un")],
        ),
        ("Dr. John Nilsson-Wright wrote it.", [("John Nilsson-Wright", "john-nilsson-wright")]),
        ("Treasury Secretary Steven Mnuchin agreed.", [("Steven Mnuchin", "steven-mnuchin")]),
        ("Harvard's Matthew Bunn told reporters.", [("Matthew Bunn", "matthew-bunn")]),
        ("Anna Meyer's plan failed, Anna Meyer said.", [("Anna Meyer", "anna-meyer"), ("Anna Meyer", "anna-meyer")]),
    ],
)
def test_persons_share_an_id(text, names):
    assert find_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Chatham House said it would publish the paper.",
        "The Korean Peninsula said nothing.",
        "The Washington Post wrote it.",
        "The Green Line opened in May.",
        "However, Prices said nothing.",
        "REUTERS STAFF said so.",
        "",
    ],
)
def test_persons_leaves_out_other_names(text):
    assert find_names(text) == []


def test_persons_leaves_out_a_short_name_that_two_bear():
    text = "Chairman Kim Jong Un met. Chairman Kim Jong Il died. Kim spoke."
    assert [name for name, _ in find_names(text)] == ["Kim Jong Un", "Kim Jong Il"]


WORDS = st.sampled_from(
    ["President", "Kim", "Jong", "-", "un", "said", "'s", ".", "\n", "A", "Putin", "the", "É", "US"]
)


@given(st.text(max_size=60) | st.lists(WORDS, max_size=25).map(" ".join) | st.lists(WORDS, max_size=25).map("".join))
def test_persons_offsets_give_back_the_text(text):
    found = find_persons(text)
    assert found == find_persons(text)
    assert all(text[person.start : person.end] == person.text for person in found)
