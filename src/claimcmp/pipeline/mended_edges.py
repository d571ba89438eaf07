"""Mends what only looks like another sentence: "Work on the roof began" is no command, "we are told" no content."""

from collections.abc import Sequence

from claimcmp.pipeline.parse_nodes import FINITE, SUBJECTS, Node, find_children, take_place

VERBAL = ("advcl", "ccomp", "parataxis", "conj", "xcomp")
TELLING = frozenset({"tell", "assure", "inform", "say"})


def mend_edges(nodes: Sequence[Node]) -> None:
    """Hang the noun that opens a sentence on its verb, and what is told at its end beside it."""
    _lower_first_word(nodes)
    _part_hearsay(nodes)


def _lower_first_word(nodes: Sequence[Node]) -> None:
    """Make a subject of a first word with a finite verb behind it that lacks one: "Work on the roof began in May"."""
    if not nodes or nodes[0].token.tag_ != "VB" or nodes[0].label != "ROOT" or find_children(nodes, 0, "obj", "mark"):
        return
    for number in find_children(nodes, 0, *VERBAL):
        node = nodes[number]
        if node.token.tag_ not in FINITE or find_children(nodes, number, *SUBJECTS, "mark", "cc"):
            continue
        if any(nodes[other].token.is_punct for other in range(1, number)):
            continue
        for child in find_children(nodes, 0):
            if child > number:
                nodes[child].head = number
        take_place(nodes, number, 0, "nsubj", share=False)
        nodes[0].token.tag_, nodes[0].token.pos_ = "NN", "NOUN"
        return


def _part_hearsay(nodes: Sequence[Node]) -> None:
    """Part what stands at the end of a sentence from what it is said of: "he knew it, we are told"."""
    for number, node in enumerate(nodes):
        subject = next(iter(find_children(nodes, number, "nsubj:pass")), None)
        if node.label != "ccomp" or subject is None or node.token.lemma_.lower() not in TELLING:
            continue
        own = [child for child in find_children(nodes, number) if not nodes[child].token.is_punct]
        ends = all(nodes[other].token.is_punct for other in range(number + 1, len(nodes)))
        if subject and min(own) == subject and nodes[subject - 1].token.text == "," and ends:
            node.label = "parataxis"
