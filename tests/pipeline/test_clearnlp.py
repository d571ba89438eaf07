"""ClearNLP's parses, built by hand, become Universal Dependencies."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimcmp.pipeline.clearnlp import convert_labels

Row = tuple[str, str, int, str]
"""Word, part of speech, head, label."""

PARSES: list[tuple[list[Row], list[tuple[int, str]]]] = [
    (  # passive with an agent
        [
            ("Bill", "PROPN", 2, "nsubjpass"),
            ("was", "AUX", 2, "auxpass"),
            ("rejected", "VERB", 2, "ROOT"),
            ("by", "ADP", 2, "agent"),
            ("senators", "NOUN", 3, "pobj"),
        ],
        [(2, "nsubj:pass"), (2, "aux:pass"), (2, "ROOT"), (4, "case"), (2, "obl:agent")],
    ),
    (  # prepositions of a verb and of a noun
        [
            ("Prices", "NOUN", 3, "nsubj"),
            ("of", "ADP", 0, "prep"),
            ("bread", "NOUN", 1, "pobj"),
            ("fell", "VERB", 3, "ROOT"),
            ("in", "ADP", 3, "prep"),
            ("May", "PROPN", 4, "pobj"),
        ],
        [(3, "nsubj"), (2, "case"), (0, "nmod"), (3, "ROOT"), (5, "case"), (3, "obl")],
    ),
    (  # a copula and its predicate
        [
            ("Rates", "NOUN", 1, "nsubj"),
            ("are", "AUX", 1, "ROOT"),
            ("not", "PART", 1, "neg"),
            ("high", "ADJ", 1, "acomp"),
            (".", "PUNCT", 1, "punct"),
        ],
        [(3, "nsubj"), (3, "cop"), (3, "advmod"), (3, "ROOT"), (3, "punct")],
    ),
    (  # a clause behind a verb of saying, an object and a particle
        [
            ("She", "PRON", 1, "nsubj"),
            ("said", "VERB", 1, "ROOT"),
            ("banks", "NOUN", 3, "nsubj"),
            ("wrote", "VERB", 1, "ccomp"),
            ("off", "ADP", 3, "prt"),
            ("loans", "NOUN", 3, "dobj"),
        ],
        [(1, "nsubj"), (1, "ROOT"), (3, "nsubj"), (1, "ccomp"), (3, "compound:prt"), (3, "obj")],
    ),
    (  # a relative clause and an owner
        [
            ("Spain", "PROPN", 2, "poss"),
            ("'s", "PART", 0, "case"),
            ("bank", "NOUN", 5, "nsubj"),
            ("that", "PRON", 4, "nsubj"),
            ("failed", "VERB", 2, "relcl"),
            ("reopened", "VERB", 5, "ROOT"),
        ],
        [(2, "nmod:poss"), (0, "case"), (5, "nsubj"), (4, "nsubj"), (2, "acl:relcl"), (5, "ROOT")],
    ),
    (  # a preposition with a clause
        [
            ("He", "PRON", 1, "nsubj"),
            ("left", "VERB", 1, "ROOT"),
            ("without", "ADP", 1, "prep"),
            ("paying", "VERB", 2, "pcomp"),
        ],
        [(1, "nsubj"), (1, "ROOT"), (3, "mark"), (1, "advcl")],
    ),
]


def make_doc(rows: list[Row]) -> Doc:
    words, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    lemmas = ["be" if word in ("are", "is", "was") else word for word in words]
    return Doc(Vocab(), words=words, pos=pos, heads=heads, deps=deps, lemmas=lemmas)


@pytest.mark.parametrize(("rows", "expected"), PARSES)
def test_clearnlp_parse_becomes_universal(rows: list[Row], expected: list[tuple[int, str]]) -> None:
    doc = convert_labels(make_doc(rows))
    assert [(token.head.i, token.dep_) for token in doc] == expected


@pytest.mark.parametrize("rows", [rows for rows, _ in PARSES])
def test_clearnlp_parse_stays_one_tree(rows: list[Row]) -> None:
    doc = convert_labels(make_doc(rows))
    (sent,) = doc.sents
    assert set(sent.root.subtree) == set(doc)


def test_clearnlp_labels_leave_no_label_of_the_old_scheme() -> None:
    labels = {token.dep_ for rows, _ in PARSES for token in convert_labels(make_doc(rows))}
    assert not labels & {
        "dobj",
        "pobj",
        "nsubjpass",
        "auxpass",
        "prep",
        "agent",
        "prt",
        "neg",
        "poss",
        "relcl",
        "acomp",
    }
