"""Texts of any shape are tokenized, and read, in linear time."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.pipeline import Analyser
from claimcmp.pipeline.tokens import make_doc
from claimcmp.records import Document, Topic

NLP = spacy.blank("en")
# Each took from seven seconds to a minute where something looked back over all that was read.
SIGNS = 3_000

UNITS = [
    *(
        '"',
        ",",
        "#",
        "(",
        "()",
        "“",
        "'",
        ".",
        "!",
        "-",
        "a",
        "A",
        "1",
        "é",
        "中",
        "😀",
        "e\u0301",
        "\u200b",
        "-a",
        "n't",
    ),
    *(" ", "\t", "\n", "\r\n", "\f", "\u2028", "\xa0", "- ", "# ", "| ", "```\n", "---\n", "[1] ", "1. ", "a) "),
    *("not ", "may ", "in may ", "would seem ", "it isn't ", "although, ", "if rates rise, ", "no doubt "),
    *(
        "said ",
        "He said ",
        "Obama ",
        '," said ',
        "that ",
        "officials, ",
        "according to ",
        "of the Abc ",
        "the rate of ",
    ),
    *(
        "rate limit ",
        "interest rates ",
        "Rates rose. ",
        "Rates rose.\n",
        "It fell. ",
        "the rates ",
        "Big Name\n",
        "word,\n",
    ),
    *(
        "photo: A",
        "views expressed of ",
        "© ",
        "By Abc ",
        "X is a ",
        "a   b",
        "http://a ",
        "Mr. ",
        "U.S. ",
        "... ",
        "? ",
    ),
    "The rates of the bank were up and down again, as they fell\n",
]


@pytest.fixture(scope="module")
def on_rates() -> Analyser:
    pattern = ({"LOWER": "central"}, {"LOWER": "bank"})
    return Analyser(
        [
            Topic(
                "rates", "Rates", terms=("interest rate", "rates", "rate"), exclude=("rate limit",), patterns=(pattern,)
            )
        ]
    )


@pytest.mark.parametrize("unit", UNITS)
def test_tokens_of_one_kind_are_read(on_rates: Analyser, unit: str) -> None:
    text = "Rates said that " + unit * (SIGNS // len(unit))
    claims = on_rates.find_claims(Document("long.txt", text, "Long"), keep_all=True).claims
    assert all(claim.text == text[claim.start : claim.end] for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Prices rose.",
        " \n ",
        "a" * 300,
        "x " + '"' * 400 + " y",
        "https://example.org/" + "a/" * 300 + " is down.",
        "中" * 999,
    ],
)
def test_tokens_give_back_the_text(text: str) -> None:
    assert make_doc(NLP, text).text == text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.just("a" * 150), st.just(",'" * 200), st.text(max_size=20)), max_size=6).map("".join))
def test_tokens_give_back_any_text(text: str) -> None:
    assert make_doc(NLP, text).text == text


def test_tokens_of_ordinary_text_are_those_of_the_language() -> None:
    text = "Dr. Li's U.S. team didn't test e.g. 3.5% of the (two) vaccines."
    assert [token.text for token in make_doc(NLP, text)] == [token.text for token in NLP.make_doc(text)]


def test_tokens_beside_a_long_chunk_are_ordinary() -> None:
    words = [token.text for token in make_doc(NLP, "He didn't stay. " + "=" * 400 + " She did.")]
    assert words[:4] == ["He", "did", "n't", "stay"]
    assert words[-3:] == ["She", "did", "."]
