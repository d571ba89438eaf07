"""Gives a verb its subject back that is parted from it by an apposition: "and the union, long a critic, objects".

The parser then joins the subject to the clause before it, and leaves the verb to the apposition or to nobody. But no
noun goes on with a clause, and no finite verb begins one right behind a comma.
"""

from collections.abc import Sequence

from claimcmp.pipeline.parse_nodes import FINITE, SUBJECTS, Node, find_children, take_place

NOUNS = frozenset({"NOUN", "PROPN"})
JOINED = frozenset({"conj", "parataxis"})
WITHIN = frozenset({"nmod", "compound", "flat", "nmod:poss", "conj", "appos"})
HELPING = ("aux", "aux:pass", "cop")
LONGEST = 10
"""Words of an apposition."""


def join_subjects(nodes: Sequence[Node]) -> None:
    """Make the subject of a verb of the noun before the apposition that stands between the two."""
    for verb, node in enumerate(nodes):
        first = min([verb, *(child for child in find_children(nodes, verb, *HELPING) if child < verb)])
        if node.label not in (*JOINED, "acl", "ROOT") or nodes[first].token.tag_ not in FINITE or first < 4:
            continue
        closing = first - 1
        opening = _find_opening(nodes, closing)
        if opening is None or find_children(nodes, verb, "cc", "mark"):
            continue
        if any(not opening < subject < closing for subject in find_children(nodes, verb, *SUBJECTS)):
            continue
        subject = _find_noun(nodes, opening)
        if subject is None or nodes[subject].head == verb:
            continue
        above = nodes[subject].head
        if node.label not in JOINED:
            if not _follows(nodes, above, subject, verb):
                continue
            if find_children(nodes, subject, "cc"):
                if node.label == "ROOT":
                    take_place(nodes, above, verb, "conj", share=False)
                node.head, node.label = above, "conj"
            elif node.label == "acl" or not find_children(nodes, verb, *SUBJECTS):
                # "P, the head of the guard, Ann Lee, said" leaves P what is said.
                continue
        _join(nodes, subject, opening, closing, verb)


def _follows(nodes: Sequence[Node], above: int, subject: int, verb: int) -> bool:
    """Tell whether a verb stands beside the clause before it, which the parser made its content or it a participle."""
    if nodes[verb].label == "acl":
        return nodes[verb].head == subject
    return nodes[above].head == verb and nodes[above].label == "ccomp" and not find_children(nodes, above, "mark")


def _find_opening(nodes: Sequence[Node], closing: int) -> int | None:
    """Return the comma before an apposition that ends at another; None where what stands there may be a clause."""
    if nodes[closing].token.text != ",":
        return None
    for number in range(closing - 1, max(0, closing - LONGEST - 2), -1):
        token = nodes[number].token
        if token.text == ",":
            apposed = any(nodes[inner].token.pos_ in NOUNS for inner in range(number + 1, closing))
            opens = nodes[number + 1].token.pos_ in ("CCONJ", "SCONJ", "ADP") and number + 2 == closing
            return number if apposed and not opens else None
        if token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") and token.lower_ != "once":
            return None
    return None


def _find_noun(nodes: Sequence[Node], opening: int) -> int | None:
    """Return the noun that ends before an apposition and is joined to a predicate, as no noun can be."""
    number = opening - 1
    if nodes[number].token.pos_ not in NOUNS:
        return None
    while nodes[number].label in WITHIN and nodes[nodes[number].head].token.pos_ in NOUNS:
        if nodes[number].head >= number or find_children(nodes, nodes[number].head, *SUBJECTS):
            break
        number = nodes[number].head
    above = nodes[number].head
    if nodes[number].label not in JOINED or above >= number or nodes[number].token.pos_ not in NOUNS:
        return None
    return number if find_children(nodes, above, *SUBJECTS) and not find_children(nodes, number, *SUBJECTS) else None


def _join(nodes: Sequence[Node], subject: int, opening: int, closing: int, verb: int) -> None:
    for child in find_children(nodes, subject, "cc"):
        nodes[child].head = verb
    nodes[subject].head = verb
    nodes[subject].label = "nsubj:pass" if find_children(nodes, verb, "aux:pass") else "nsubj"
    outer = [i for i in range(opening + 1, closing) if not opening < nodes[i].head < closing or nodes[i].head == i]
    for number in outer:
        nodes[number].head = subject
        nodes[number].label = "appos" if nodes[number].token.pos_ in NOUNS else "advmod"
    for number in (opening, closing):
        nodes[number].head, nodes[number].label = subject, "punct"
