"""Hangs what brackets or dashes tell of a noun on this noun: "the mine (closed in 2019)", "profits (down by half)".

The parser often makes such words the main predicate, or a part of what follows them. They are no sentence's verb.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse_nodes import SUBJECTS, Node, find_children

BRACKETS = {"(": ")", "[": "]"}
DASHES = frozenset({"–", "—", "--"})
NOMINAL = frozenset({"NOUN", "PROPN"})
WITHIN = frozenset({"compound", "flat", "nmod:desc", "fixed"})
LEADING = frozenset({"ADV", "AUX", "PART"})
CLAUSAL = frozenset({"conj", "parataxis", "xcomp", "ccomp", "advcl", "dep", "ROOT", "acl"})
RELATIVES = frozenset({"which", "who", "whom", "whose"})
LONGEST = 25


def hang_brackets(nodes: Sequence[Node]) -> None:
    """Make a description of the noun before it of each stretch in brackets or dashes that opens with a participle."""
    for first, last in _find_asides(nodes):
        noun = _find_noun(nodes, first - 2)
        head = _find_head(nodes, first, last)
        if noun is not None and head is not None:
            _hang(nodes, noun, head, first, last)


def _find_asides(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each stretch between brackets or dashes behind a word."""
    opened: int | None = None
    for number, node in enumerate(nodes):
        text = node.token.text
        if opened is None:
            if number > 0 and (text in BRACKETS or text in DASHES):
                opened = number
            continue
        start = nodes[opened].token.text
        if text == BRACKETS.get(start) or (start in DASHES and text == start):
            if 1 < number - opened - 1 <= LONGEST:
                yield opened + 1, number - 1
            opened = None


def _find_noun(nodes: Sequence[Node], number: int) -> int | None:
    """Return the noun that ends here, or that of the name which ends here."""
    if number < 0 or nodes[number].token.pos_ not in NOMINAL:
        return None
    while nodes[number].label in WITHIN and nodes[nodes[number].head].token.pos_ in NOMINAL:
        number = nodes[number].head
    return number


def _find_head(nodes: Sequence[Node], first: int, last: int) -> int | None:
    """Return the participle, or the word of a state, that a stretch opens with; the verb of a relative clause."""
    if nodes[first].token.lower_ in RELATIVES:
        verb = nodes[first].head
        return verb if first < verb <= last and nodes[verb].token.pos_ in ("VERB", "AUX") else None
    for number in range(first, last + 1):
        token = nodes[number].token
        word = token.lower_
        if word in _words("except"):
            return None
        if word in _words("words") or token.tag_ == "VBN" or (token.tag_ in ("VBD", "JJ") and word.endswith("ed")):
            return number if last > first else None
        if token.tag_ == "VBD" and number > first and nodes[number - 1].token.pos_ == "ADV":
            return number
        if token.pos_ not in LEADING and word not in _words("adverbs"):
            return None
    return None


def _hang(nodes: Sequence[Node], noun: int, head: int, first: int, last: int) -> None:
    inside, around = range(first, last + 1), {first - 1, last + 1}
    outer = [number for number in inside if nodes[number].head not in inside or nodes[number].head == number]
    strays = [
        number
        for number, node in enumerate(nodes)
        if number not in inside and number not in around and node.head in inside
    ]
    place = next((number for number in outer if not nodes[number].label.startswith(("punct", "acl"))), None)
    if strays and not (_give_to_next(nodes, strays, noun, last, place) or _give_to_last(nodes, strays, noun, last)):
        return
    for number in outer:
        if number != head:
            nodes[number].head = head
            nodes[number].label = "punct" if nodes[number].label == "punct" else "obl"
    relative = nodes[first].token.lower_ in RELATIVES
    nodes[head].head, nodes[head].label = noun, "acl:relcl" if relative else "acl"
    for number in around:
        nodes[number].head, nodes[number].label = head, "punct"
    token = nodes[head].token
    state = token.lower_ in _words("words")
    if not relative and (token.tag_ == "VBD" or (token.tag_ == "JJ" and not state)):
        token.tag_, token.pos_ = "VBN", "VERB"
    elif state and token.pos_ not in ("VERB", "ADJ"):
        # "up by half": a word that leads to an amount elsewhere.
        token.pos_ = "ADV"


def _give_to_next(nodes: Sequence[Node], strays: Sequence[int], noun: int, last: int, place: int | None) -> bool:
    """Give the words around a stretch that were hung on it to the predicate behind it; tell whether there is one."""
    if place is None:
        return False
    above, label = nodes[place].head, nodes[place].label
    verb = next((number for number in range(last + 2, len(nodes)) if _follows(nodes, number, strays, above)), None)
    if verb is None:
        return False
    if nodes[verb].head != verb:
        nodes[verb].head, nodes[verb].label = (verb, "ROOT") if above == place else (above, label)
    for number in strays:
        if number != verb:
            nodes[number].head = verb
    if not find_children(nodes, verb, *SUBJECTS):
        nodes[noun].head = verb
        nodes[noun].label = "nsubj:pass" if find_children(nodes, verb, "aux:pass") else "nsubj"
    return True


def _follows(nodes: Sequence[Node], number: int, strays: Sequence[int], above: int) -> bool:
    """Tell whether a word may be the predicate that a stretch has taken the place of."""
    node = nodes[number]
    tied = number in strays or node.head in (above, number)
    return tied and node.token.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and node.label in CLAUSAL


def _give_to_last(nodes: Sequence[Node], strays: Sequence[int], noun: int, last: int) -> bool:
    """Give the words behind a stretch that were hung on it to the verb before it; tell whether there is one."""
    verb = nodes[noun].head
    if verb >= noun or nodes[verb].token.pos_ != "VERB" or min(strays) < last:
        return False
    for number in strays:
        nodes[number].head = verb
    return True


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_lexicon("clauses")["bracketed"][key])
