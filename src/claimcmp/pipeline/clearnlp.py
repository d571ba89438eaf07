"""Turns ClearNLP's dependencies, which spaCy's own English pipelines give, into Universal Dependencies.

Labels alone do not do: ClearNLP hangs a noun on its preposition and a predicate on "be", Universal Dependencies the
other way round. See the CLEAR style guide (Choi and Palmer 2012) and the UD guidelines, version 2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from claimcmp.lexicons import read_lexicon

CLEARNLP_LABELS = "claimcmp_clearnlp_labels"
MARKERS = frozenset({"dobj", "pobj", "nsubjpass", "prep"})
"""Labels that ClearNLP has and Universal Dependencies has not."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "DET"})
PREDICATES = frozenset({"attr", "acomp"})


@dataclass(slots=True)
class _Node:
    head: int
    label: str


@Language.component(CLEARNLP_LABELS, requires=["token.dep", "token.head", "token.pos"], assigns=["token.dep"])
def convert_labels(doc: Doc) -> Doc:
    """Rewrite the dependencies of a parsed Doc."""
    set_dependencies(doc, find_dependencies(doc))
    return doc


def find_dependencies(doc: Doc) -> list[tuple[int, str]]:
    """Find head and label in Universal Dependencies for each token of a Doc in ClearNLP's style."""
    nodes = [_Node(token.head.i, token.dep_) for token in doc]
    # Predicates before prepositions: what hangs on "be" moves to its predicate with its preposition.
    _raise_predicates(doc, nodes)
    _lower_prepositions(doc, nodes)
    labels = _labels()
    for number, node in enumerate(nodes):
        node.label = "ROOT" if node.head == number else labels.get(node.label, node.label)
    return [(node.head, node.label) for node in nodes]


def set_dependencies(doc: Doc, dependencies: Sequence[tuple[int, str]]) -> None:
    """Write heads and labels onto a Doc, all at once: one by one, spaCy would meet cycles on the way."""
    heads = [head - number for number, (head, _) in enumerate(dependencies)]
    labels = [doc.vocab.strings.add(label) for _, label in dependencies]
    # spaCy reads heads back with their sign.
    table = np.stack([np.array(heads, dtype=np.int64).astype(np.uint64), np.array(labels, dtype=np.uint64)], axis=1)
    doc.from_array(["HEAD", "DEP"], cast(Ints2d, table))


def _raise_predicates(doc: Doc, nodes: list[_Node]) -> None:
    """Make the predicate the head of its copula: "rates are high", high ← are."""
    for number, node in enumerate(nodes):
        copula = node.head
        if node.label not in PREDICATES or doc[copula].lemma_ != "be" or nodes[copula].label == "cop":
            continue
        node.head, node.label = nodes[copula].head if nodes[copula].head != copula else number, nodes[copula].label
        nodes[copula] = _Node(number, "cop")
        for other, child in enumerate(nodes):
            if child.head == copula and other != number:
                child.head = number


def _lower_prepositions(doc: Doc, nodes: list[_Node]) -> None:
    """Make the noun the head of its preposition: "fell by half", fell → half → by."""
    for number, node in enumerate(nodes):
        if node.label not in ("pobj", "pcomp"):
            continue
        preposition = node.head
        outer = nodes[preposition]
        if outer.label not in ("prep", "agent", "dative", "conj", "cc") or preposition == outer.head:
            continue
        clause = node.label == "pcomp" and doc[number].pos_ not in NOMINAL
        governor = doc[outer.head]
        if outer.label == "conj":
            label = "conj"
        elif clause:
            label = "acl" if governor.pos_ in NOMINAL else "advcl"
        elif outer.label == "agent":
            label = "obl:agent"
        else:
            label = "nmod" if governor.pos_ in NOMINAL else "obl"
        node.head, node.label = outer.head, label
        nodes[preposition] = _Node(number, "mark" if clause else "case")
        for child in nodes:
            if child.head == preposition and child is not nodes[preposition]:
                child.head = number


def _labels() -> Mapping[str, str]:
    table: Mapping[str, str] = read_lexicon("clearnlp")["labels"]["to_ud"]
    return table
