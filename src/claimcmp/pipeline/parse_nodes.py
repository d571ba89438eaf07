"""The words of a parse with the heads and labels that they are to have, for mending it."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl"})


@dataclass(slots=True)
class Node:
    """A token with the head and the label that it is to have."""

    token: Token
    head: int
    label: str


def take_place(nodes: Sequence[Node], new: int, old: int, label: str, *, share: bool = True) -> None:
    """Put one word where another is in the tree, and hang this on it, with its other children if they are shared."""
    root = nodes[old].head == old
    nodes[new].head, nodes[new].label = (new, "ROOT") if root else (nodes[old].head, nodes[old].label)
    for child in find_children(nodes, old):
        if child != new and (share or (nodes[child].label == "punct" and child > new)):
            nodes[child].head = new
    nodes[old].head, nodes[old].label = new, label


def find_children(nodes: Sequence[Node], number: int, *labels: str) -> list[int]:
    """Return the children of a word in these relations; all where none is given."""
    return [
        child
        for child, node in enumerate(nodes)
        if node.head == number and child != number and (not labels or node.label in labels)
    ]
