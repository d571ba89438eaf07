"""What a claim says of whom."""

from collections.abc import Callable

import pytest

from claimcmp.records import Claim

FindClaims = Callable[..., tuple[Claim, ...]]

HEADS = [
    ("The court lifted the ban.", "lift", [("nsubj", "The court"), ("obj", "the ban")]),
    ("The ban was lifted by the court.", "lift", [("nsubj:pass", "The ban"), ("obl", "the court")]),
    ("The pilots carried out the plan.", "carry out", [("nsubj", "The pilots"), ("obj", "the plan")]),
    ("Anna is the mayor of Bonn.", "mayor", [("nsubj", "Anna")]),
    ("The water was safe.", "safe", [("nsubj", "The water")]),
]
INHERITED = [
    ("The bank closed its branch and fired its staff.", "fire", "nsubj", "The bank"),
    ("The bank closed its branch and was sold to a rival.", "sell", "nsubj:pass", "The bank"),
    ("The mayor, who had won in May, lost.", "win", "nsubj", "The mayor"),
    ("The bank wants to buy a rival.", "buy", "nsubj", "The bank"),
    ("The bank forced the firm to pay.", "pay", "nsubj", "the firm"),
    ("The jewels stolen in Paris were found.", "steal", "nsubj:pass", "The jewels"),
]


@pytest.mark.parametrize(("text", "lemma", "arguments"), HEADS)
def test_predicates_begin_with_the_head(
    find_claims: FindClaims, text: str, lemma: str, arguments: list[tuple[str, str]]
) -> None:
    head = find_claims(text)[0].predicates[0]
    assert head.lemma == lemma
    assert [(argument.role, argument.text) for argument in head.arguments] == arguments


@pytest.mark.parametrize(("text", "lemma", "role", "subject"), INHERITED)
def test_predicates_share_a_subject(find_claims: FindClaims, text: str, lemma: str, role: str, subject: str) -> None:
    (found,) = (item for claim in find_claims(text) for item in claim.predicates if item.lemma == lemma)
    assert (found.arguments[0].role, found.arguments[0].text) == (role, subject)


def test_predicates_say_what_links_an_argument(find_claims: FindClaims) -> None:
    (claim,) = find_claims("The ban was lifted in 1990 by the court because of protests.")
    markers = {argument.text: argument.marker for argument in claim.predicates[0].arguments}
    assert markers == {"The ban": "", "1990": "in", "the court": "by", "protests": "because of"}


def test_predicates_stand_in_the_text(find_claims: FindClaims) -> None:
    text = "In Bonn, the mayor lost.\n\nAlthough it rained, the match, which he lost, went ahead."
    for claim in find_claims(text):
        for predicate in claim.predicates:
            assert text[predicate.start : predicate.end] == predicate.text
            assert all(text[item.start : item.end] == item.text for item in predicate.arguments)
