"""Parts what somebody says from the clauses around it: "although she had said that it leaked, the pump ran".

The parser makes one clause of the content and the main clause, or joins the main clause's subject to the content.
"""

from collections.abc import Sequence

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse_nodes import FINITE, SUBJECTS, Node, find_children

OPENING = frozenset({"although", "though", "while", "whereas", "after", "because", "since", "once", "when", "as", "if"})
REASONS = frozenset({"since", "because", "although", "though", "while", "whereas"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def part_contents(nodes: Sequence[Node]) -> None:
    """Give what is said, the main clause and its reasons a clause each."""
    _return_contents(nodes)
    _free_subjects(nodes)
    _free_reasons(nodes)


def _return_contents(nodes: Sequence[Node]) -> None:
    """Make the content of a verb of saying of a clause right behind it that was hung beside it."""
    for number, node in enumerate(nodes):
        if node.label != "advcl":
            continue
        mark = next((child for child in find_children(nodes, number, "mark") if child < number), 0)
        verb = nodes[mark - 1] if mark else None
        if verb is None or nodes[mark].token.lower_ != "that" or verb.label != "advcl" or verb.head != node.head:
            continue
        if verb.token.lemma_.lower() in _saying() and not find_children(nodes, mark - 1, "ccomp", "obj"):
            node.head, node.label = mark - 1, "ccomp"


def _free_subjects(nodes: Sequence[Node]) -> None:
    """Make a subject of a noun that nothing joins to the content before it: "not use the fund, Rule 9 permitted it"."""
    if not nodes or nodes[_find_first(nodes)].token.lower_ not in OPENING | {"even"}:
        return
    for number, node in enumerate(nodes):
        if node.token.tag_ not in FINITE or node.label != "ROOT" or find_children(nodes, number, *SUBJECTS):
            continue
        noun = next(
            (
                other
                for other in range(number - 1, 0, -1)
                if nodes[other].label == "conj" and nodes[other].token.pos_ in NOUNS
            ),
            None,
        )
        if noun is None or nodes[noun].token.right_edge.i - nodes[0].token.i != number - 1:
            continue
        parted = nodes[nodes[noun].token.left_edge.i - nodes[0].token.i].token.text == ","
        if parted and not find_children(nodes, noun, "cc"):
            nodes[noun].head, nodes[noun].label = number, "nsubj"


def _free_reasons(nodes: Sequence[Node]) -> None:
    """Make a reason of what was taken for said beside an amount: "say 30 million, since the vase alone is worth 20"."""
    for number, node in enumerate(nodes):
        said = node.head
        if node.label != "ccomp" or said > number or nodes[said].token.lemma_.lower() not in _saying():
            continue
        amounts = [thing for thing in find_children(nodes, said, "obj") if nodes[thing].token.pos_ in ("NUM", "SYM")]
        behind = range(amounts[0] + 1, number) if amounts else ()
        mark = next((i for i in behind if nodes[i].token.lower_ in REASONS and nodes[i - 1].token.text == ","), None)
        if mark is not None:
            nodes[mark].head, nodes[mark].label, node.label = number, "mark", "advcl"
            if nodes[mark - 1].head != said:
                nodes[mark - 1].head = number


def _find_first(nodes: Sequence[Node]) -> int:
    return next((number for number, node in enumerate(nodes) if node.token.is_alpha), 0)


def _saying() -> frozenset[str]:
    return frozenset(read_lexicon("clauses")["content"]["verbs"])
