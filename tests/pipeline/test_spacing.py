"""White space changes nothing of what a sentence claims."""

import re
import textwrap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.pipeline.build import build_analysis, build_nlp
from claimcmp.pipeline.spacing import flatten
from claimcmp.records import Claim, Document

SENTENCES = [
    "In July the union called for a moratorium on new charter schools in ten states, the mayor of Lisbon said.",
    "The harbour was not dredged in 2019, although the ministry may have paid about 3 million euros for it.",
    "According to the coroner, Anna Berg of the New York office died before the ambulance came.",
]
SINGLE = [" ", " ", " ", "\u00a0", "\u2009", "\t"]
SPACES = [*SINGLE, "\n", "  ", "\u00a0 ", "\n    "]


def read(text: str) -> tuple[Claim, ...]:
    return load_plain_analyser().find_claims(Document(name="a", text=text, source="a"), keep_all=True).claims


def space(sentence: str, spaces: list[str]) -> str:
    """Put these spaces between the words of a sentence."""
    words = sentence.split(" ")
    return "".join(word + between for word, between in zip(words, [*spaces[: len(words) - 1], ""], strict=True))


def tell(claim: Claim) -> Any:
    """Give what a claim says, however its words are spaced."""
    predicates = [
        (p.lemma, [(a.role, squeeze(a.text), a.head) for a in p.arguments], p.negated) for p in claim.predicates
    ]
    held = squeeze(claim.attributed_to.name) if claim.attributed_to else None
    actors = [(entity.id, squeeze(entity.text)) for entity in claim.entities]
    return squeeze(claim.text), claim.polarity, claim.modality, held, predicates, actors


def squeeze(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SENTENCES), st.lists(st.sampled_from(SPACES), min_size=24, max_size=24))
def test_a_sentence_is_parsed_alike_however_its_words_are_spaced(sentence: str, spaces: list[str]) -> None:
    parse = [
        [
            (word.text, word.pos_, word.dep_, word.head.text, word.lemma_, word.ent_type_)
            for word in doc
            if not word.is_space
        ]
        for doc in map(build_analysis(), (sentence, space(sentence, spaces)))
    ]
    assert parse[0] == parse[1]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SENTENCES), st.lists(st.sampled_from(SINGLE), min_size=24, max_size=24))
def test_the_same_is_claimed_whatever_the_spaces_are(sentence: str, spaces: list[str]) -> None:
    text = space(sentence, spaces)
    found = read(text)
    assert [tell(claim) for claim in found] == [tell(claim) for claim in read(sentence)]
    for claim in found:
        assert claim.text == text[claim.start : claim.end]


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=56, max_value=90), st.permutations(SENTENCES))
def test_the_same_is_claimed_however_a_paragraph_is_wrapped(width: int, sentences: list[str]) -> None:
    paragraph = " ".join(sentences)
    wrapped = read("\n".join(textwrap.wrap(paragraph, width)))
    assert [tell(claim) for claim in wrapped] == [tell(claim) for claim in read(paragraph)]


def test_a_whole_document_keeps_its_white_space() -> None:
    text = "The bridge\u00a0over the\n  Tagus was closed.  It\u00a0reopened in May.\n"
    doc = build_nlp([])(text)
    assert doc.text == text
    assert [token.dep_ for token in doc if token.text in ("bridge", "reopened")] == ["nsubj:pass", "ROOT"]
    assert {token.pos_ for token in doc if token.is_space} == {"SPACE"}
    assert all(token.head.i == token.i - 1 for token in doc if token.is_space and token.i)


def test_a_name_is_one_name_over_a_line_break() -> None:
    doc = build_analysis()("The ferry left New\nYork on Monday.")
    assert [squeeze(entity.text) for entity in doc.ents if entity.label_ == "PLACE"] == ["New York"]


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0\n", "a\u3000b\r\nc\u2028d"])
def test_flatten_keeps_every_character_in_its_place(text: str) -> None:
    assert len(flatten(text)) == len(text)
    assert re.sub(r"\s", "", flatten(text)) == re.sub(r"\s", "", text)
    assert not re.search(r"[^\S ]", flatten(text))


def test_a_word_that_is_nothing_but_an_ending_has_a_lemma() -> None:
    claims = read('"He better f---ing live," the guard said.')
    assert all(predicate.lemma for claim in claims for predicate in claim.predicates)
