"""Gives phrases and relative clauses back to what they go on with: "hit by a storm, which came late, and by floods"."""

from collections.abc import Sequence

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse_nodes import FINITE, SUBJECTS, Node, find_children, take_place

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
HANGING = frozenset({"advcl", "obl", "advmod", "obl:unmarked", "ccomp"})
RELATIVES = frozenset({"WDT", "WP", "WP$"})


def join_conjuncts(nodes: Sequence[Node]) -> None:
    """Rehang what hangs on words that cannot have it."""
    _join_phrases(nodes)
    _join_relatives(nodes)
    _part_owners(nodes)
    _resume_contents(nodes)
    _lower_helpers(nodes)


def _join_phrases(nodes: Sequence[Node]) -> None:
    """Hang "and by floods" on the "by a storm" before it, not on a verb that is joined to no phrase."""
    for number, node in enumerate(nodes):
        if node.label != "conj" or nodes[node.head].token.pos_ not in ("VERB", "AUX") or node.head > number:
            continue
        if node.token.pos_ not in NOUNS or find_children(nodes, number, "cop", *SUBJECTS):
            continue
        cases = [child for child in find_children(nodes, number, "case") if child < number]
        joined = [child for child in find_children(nodes, number, "cc") if child < number]
        if not cases or not joined:
            continue
        word = nodes[cases[0]].token.lower_
        same = (
            nodes[other].head
            for other in range(joined[0] - 1, node.head, -1)
            if nodes[other].label == "case" and nodes[other].token.lower_ == word
        )
        first = next((other for other in same if nodes[other].label.startswith("obl")), None)
        if first is not None and first < number:
            node.head = first


def _join_relatives(nodes: Sequence[Node]) -> None:
    """Hang a relative clause on the noun right before it, not on a verb: 'called it a "home" that would keep them'."""
    for number, node in enumerate(nodes):
        if node.label != "acl:relcl" or node.head > number:
            continue
        first = next((child for child in find_children(nodes, number) if nodes[child].token.tag_ in RELATIVES), None)
        if nodes[node.head].token.pos_ != "VERB" and not _crosses_clause(nodes, node.head, first):
            continue
        before = None if first is None or first > number else first - 1
        while before is not None and before > node.head and nodes[before].token.is_quote:
            before -= 1
        if before is not None and before > node.head and nodes[before].token.pos_ in ("NOUN", "PROPN"):
            node.head = before


def _crosses_clause(nodes: Sequence[Node], noun: int, first: int | None) -> bool:
    """Tell whether a whole clause behind "that" stands between a noun and what would describe it."""
    between = range(noun + 1, first or noun)
    return any(
        nodes[number].label == "mark" and nodes[number].token.lower_ == "that" and nodes[number].head in between
        for number in between
    )


def _part_owners(nodes: Sequence[Node]) -> None:
    """Make a second subject of a name that was joined to an object: "paid a fine, and its owner, Norvik, agreed"."""
    for number, node in enumerate(nodes):
        if node.label not in ("advcl", "conj") or node.token.tag_ not in FINITE or node.head > number:
            continue
        if find_children(nodes, number, "mark", "cc", *SUBJECTS) or nodes[number - 1].token.text != ",":
            continue
        named = next((i for i in range(node.head + 1, number) if _ends_before(nodes, i, number)), None)
        joins = [] if named is None else [child for child in find_children(nodes, named, "cc") if child < named]
        if named is None or not joins:
            continue
        nodes[named].head, nodes[named].label, node.label = number, "nsubj", "conj"
        for child in joins:
            nodes[child].head = number


def _resume_contents(nodes: Sequence[Node]) -> None:
    """Hang on what is said the words behind "he said" that go on with it: ", he said, leaving ten dead".

    What tells more of the saying stays there: ", he said, adding that", ", he said on Monday".
    """
    verbs = frozenset(read_lexicon("clauses")["content"]["verbs"])
    words = frozenset(read_lexicon("clauses")["resuming"]["words"])
    for number, node in enumerate(nodes):
        said = node.head
        if node.label not in HANGING or nodes[said].token.lemma_.lower() not in verbs:
            continue
        first = _find_left(nodes, number)
        opening = first + 1 if nodes[first].token.text == "," else first
        if first <= said or "," not in (nodes[first].token.text, nodes[first - 1].token.text):
            continue
        host = _find_host(nodes, said)
        participle = node.label == "advcl" and node.token.tag_ == "VBG" and opening == number
        goes_on = participle and node.token.lemma_.lower() not in verbs
        if host is not None and (goes_on or nodes[opening].token.lower_ in words):
            node.head = host
            if node.label == "ccomp":
                node.label = "advcl" if node.token.pos_ == "VERB" else "obl"


def _lower_helpers(nodes: Sequence[Node]) -> None:
    """Make an auxiliary of the "do" of "nor do the owners want it", which the parser took for the verb."""
    for number, node in enumerate(nodes):
        if node.token.lower_ not in ("do", "does", "did") or node.label in ("aux", "conj"):
            continue
        opened = [child for child in find_children(nodes, number, "cc") if nodes[child].token.lower_ == "nor"]
        verbs = [child for child in find_children(nodes, number, "advcl", "ccomp") if child > number]
        own = find_children(nodes, verbs[0], *SUBJECTS) if verbs else []
        if opened and own and own[0] > number and not find_children(nodes, verbs[0], "mark"):
            take_place(nodes, verbs[0], number, "aux")


def _find_host(nodes: Sequence[Node], said: int) -> int | None:
    """Return the verb of what stands before "he said"."""
    if nodes[said].label == "parataxis" and nodes[said].head < said:
        return nodes[said].head if find_children(nodes, said, *SUBJECTS) else None
    before = (child for child in find_children(nodes, said, "ccomp", "parataxis", "advcl") if child < said)
    return next((child for child in before if not find_children(nodes, child, "mark")), None)


def _find_left(nodes: Sequence[Node], number: int) -> int:
    return min([number, *(_find_left(nodes, child) for child in find_children(nodes, number) if child < number)])


def _ends_before(nodes: Sequence[Node], number: int, verb: int) -> bool:
    """Tell whether a noun joined to an object or a phrase is followed by a name between commas and then by a verb."""
    node = nodes[number]
    if node.label != "conj" or node.token.pos_ not in NOUNS:
        return False
    if not nodes[node.head].label.startswith(("obj", "obl", "nmod")):
        return False
    names = find_children(nodes, number, "appos")
    return bool(names) and names[-1] < verb and nodes[names[-1]].token.right_edge.i >= verb - 2
