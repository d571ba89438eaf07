"""Gives short sentences their verb back: "Pay lags behind prices" is no command, "Supply trails demand" no noun."""

from collections.abc import Sequence

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse_nodes import SUBJECTS, Node, find_children, take_place
from claimcmp.words import find_base_form

NOUNS = frozenset({"NOUN", "PROPN"})
PARTS = frozenset({"compound", "amod", "nmod:desc", "nsubj"})
NAMING = frozenset({"amod", "compound"})


def mend_shorts(nodes: Sequence[Node]) -> None:
    """Make a subject of the first word of a sentence where the parser left the verb behind it without one."""
    if len(nodes) < 3 or not nodes[0].token.is_title or nodes[0].token.is_sent_start is False:
        return
    _name_sides(nodes)
    _raise_behind_command(nodes)
    _raise_between_nouns(nodes)


def _name_sides(nodes: Sequence[Node]) -> None:
    """Read a name that looks like an adjective, or a noun that looks like a verb: "United beat City", "Pay fell"."""
    first, verb = nodes[0], nodes[1]
    if first.head != 1 or verb.token.pos_ != "VERB" or verb.label != "ROOT" or find_children(nodes, 1, *SUBJECTS):
        return
    bare = first.label == "aux" and first.token.tag_ in ("VB", "VBP") and not _helps(first)
    adjective = first.label in NAMING and first.token.pos_ in ("ADJ", "PROPN", "NOUN") and not _counts(first)
    if bare or (adjective and not find_children(nodes, 1, "mark")):
        first.label = "nsubj"
        first.token.tag_, first.token.pos_ = ("NN", "NOUN") if bare else ("NNP", "PROPN")
        first.token.lemma_ = first.token.lower_ if bare else first.token.text
        if verb.token.tag_ in ("VB", "VBN"):
            verb.token.tag_ = "VBD"


def _raise_behind_command(nodes: Sequence[Node]) -> None:
    """Make the verb of what a command seems to have for its object: "Pay lags behind prices"."""
    first, verb = nodes[0], nodes[1]
    if first.label != "ROOT" or first.token.tag_ not in ("VB", "VBP") or verb.head != 0 or verb.label != "obj":
        return
    if verb.token.lower_ in _comparing() and verb.token.tag_ == "NNS":
        take_place(nodes, 1, 0, "nsubj")
        first.token.tag_, first.token.pos_ = "NN", "NOUN"
        verb.token.tag_, verb.token.pos_ = "VBZ", "VERB"
        verb.token.lemma_ = find_base_form(verb.token.lower_)


def _raise_between_nouns(nodes: Sequence[Node]) -> None:
    """Make the verb of what stands between two nouns without another verb: "Supply trails demand"."""
    verbs = [number for number, node in enumerate(nodes) if node.token.lower_ in _comparing()]
    if len(verbs) != 1 or verbs[0] == 0 or nodes[verbs[0]].label not in PARTS:
        return
    number = verbs[0]
    last = nodes[number].head
    before = number - 1
    alone = all(node.token.pos_ not in ("VERB", "AUX") for i, node in enumerate(nodes) if i not in (number, last))
    if nodes[last].label != "ROOT" or last <= number or not alone or nodes[before].token.pos_ not in NOUNS:
        return
    if nodes[before].head not in (number, last):
        return
    for child in find_children(nodes, last):
        if child < before:
            nodes[child].head = before
    take_place(nodes, number, last, "obj", share=False)
    nodes[before].head, nodes[before].label = number, "nsubj"
    token = nodes[number].token
    token.tag_, token.pos_ = "VBZ" if token.text.endswith("s") else "VBP", "VERB"
    token.lemma_ = find_base_form(token.lower_)
    if nodes[last].token.pos_ == "VERB":
        nodes[last].token.tag_, nodes[last].token.pos_ = "NN", "NOUN"


def _helps(node: Node) -> bool:
    return node.token.lemma_.lower() in ("be", "have", "do", "let", "get", "go")


def _counts(node: Node) -> bool:
    """Tell whether a word before a verb says in which order something is to be done: "first consider"."""
    return node.token.lower_ in ("first", "second", "next", "last", "please", "dear", "just", "better")


def _comparing() -> frozenset[str]:
    return frozenset(read_lexicon("clauses")["relating"]["words"])
