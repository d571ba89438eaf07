"""Gives a clause of time or reason its opening word and its subject, where the parser split them from its verb.

"Left the table after the Royal Library had offered a loan" looks like "left the table after the Royal Library" and a
second thing that the same people did. But no main clause goes on behind such a phrase with a verb that nothing joins.
What a noun holds ("the charge that she had lied") has no "that" for an object either.
"""

from collections.abc import Sequence

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse_nodes import FINITE, SUBJECTS, Node, find_children, take_place

OPENING = frozenset({"after", "before", "since", "until", "till", "once", "because", "when"})
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "X"})
CLAUSAL = SUBJECTS | {"csubj", "csubj:pass"}
OWNING = frozenset({"'s", "’s", "'", "’"})
OBJECTS = frozenset({"obj", "ccomp", "xcomp"})
LONGEST_SUBJECT = 8


def open_clauses(nodes: Sequence[Node]) -> None:
    """Make a subordinate clause of a name behind "after" or "because" and the finite verb right behind the name."""
    for number, node in enumerate(nodes):
        if node.token.lower_ not in OPENING or node.label not in ("case", "mark") or _continues(nodes, number):
            continue
        first, last = number + 1, _find_end(nodes, number + 1)
        if last is None or nodes[last + 1].token.tag_ not in FINITE:
            continue
        verb = nodes[last + 1].head if nodes[last + 1].label in ("aux", "aux:pass", "cop") else last + 1
        main = _find_main(nodes, number, verb)
        if main is not None and _lacks_subject(nodes, first, last, verb, main):
            _open(nodes, number, last, verb, main)


def open_contents(nodes: Sequence[Node]) -> None:
    """Make what a noun holds of a clause that was taken for a relative one: "the charge that she had lied"."""
    for number, node in enumerate(nodes):
        if node.token.lower_ != "that" or node.token.tag_ != "IN" or node.label != "obj" or number == 0:
            continue
        clause, noun = node.head, number - 1
        if nodes[clause].label != "acl:relcl" or nodes[clause].head != noun:
            continue
        if _holds_clause(nodes[noun]) and any(subject < clause for subject in find_children(nodes, clause, *SUBJECTS)):
            node.label, nodes[clause].label = "mark", "acl"


def hang_contents(nodes: Sequence[Node]) -> None:
    """Hang on its noun what it holds where the predicate has both: "the claim that rents fell is nonsense".

    A predicate has one subject, so the clause right behind the noun is no second one.
    """
    for number, node in enumerate(nodes):
        if node.token.lower_ != "that" or node.label != "mark" or number == 0 or not _holds_clause(nodes[number - 1]):
            continue
        clause, noun = node.head, number - 1
        if nodes[noun].label in SUBJECTS and nodes[clause].head == nodes[noun].head and nodes[clause].label in CLAUSAL:
            nodes[clause].head, nodes[clause].label = noun, "acl"


def _holds_clause(node: Node) -> bool:
    return node.token.lemma_.lower() in read_lexicon("attribution")["nouns"]


def _continues(nodes: Sequence[Node], number: int) -> bool:
    """Tell whether a word stands in a clause that another one opens already: "that after the strike prices rose"."""
    before = nodes[number - 1].token if number else None
    return before is None or before.pos_ in ("SCONJ", "CCONJ") or before.tag_ in ("WDT", "WP", "WRB")


def _find_end(nodes: Sequence[Node], first: int) -> int | None:
    """Return the last word of the one name or noun that begins here and reaches up to a verb."""
    last = first - 1
    while last + 1 < len(nodes) and last - first < LONGEST_SUBJECT:
        token = nodes[last + 1].token
        new = last >= first and (token.pos_ == "DET" or token.tag_ == "PRP")
        if new or (token.pos_ not in NAMING and token.text not in OWNING):
            break
        last += 1
    if last < first or last + 1 >= len(nodes) or nodes[last].token.pos_ not in ("NOUN", "PROPN"):
        return None
    return last


def _find_main(nodes: Sequence[Node], opening: int, verb: int) -> int | None:
    """Return the verb that the clause tells the time or the reason of: before it, with a subject of its own."""
    node = nodes[verb]
    main: int | None = node.head
    if node.head == verb:
        # "The pay agreed after the strike would be low" has a participle there.
        before = (child for child in find_children(nodes, verb, "advcl") if child < opening)
        main = next((child for child in before if nodes[child].token.tag_ != "VBN"), None)
    elif node.label not in ("conj", "advcl", "parataxis", "ccomp") or _holds(nodes, verb):
        return None
    if main is None or main >= opening or nodes[main].token.pos_ != "VERB":
        return None
    own = [child for child in find_children(nodes, main, *SUBJECTS) if child < main]
    return main if own and not find_children(nodes, main, "mark") else None


def _holds(nodes: Sequence[Node], verb: int) -> bool:
    """Tell whether a verb is in what somebody says: "said the visit since the war meant more".

    What is heard or seen is rather a thing than a clause without "that": "heard a bang before the bridge fell".
    """
    above = nodes[nodes[verb].head].token.lemma_.lower()
    lexicon = read_lexicon("clauses")
    perceived = above in lexicon["perceiving"]["verbs"] and not _foresees(nodes, verb)
    return nodes[verb].label == "ccomp" and above in lexicon["content"]["verbs"] and not perceived


def _foresees(nodes: Sequence[Node], verb: int) -> bool:
    """Tell whether a verb says what may come, which is heard of, not heard: "heard the fee after May would fall"."""
    return any(nodes[child].token.tag_ == "MD" for child in find_children(nodes, verb, "aux"))


def _lacks_subject(nodes: Sequence[Node], first: int, last: int, verb: int, main: int) -> bool:
    """Tell whether a verb has no subject but the words before it, nothing that joins it, and no agent."""
    if find_children(nodes, verb, "cc", "mark", "obl:agent") and not find_children(nodes, verb, "aux", "aux:pass"):
        return False
    if find_children(nodes, verb, "cc") or any(mark < first - 1 for mark in find_children(nodes, verb, "mark")):
        return False
    if any(nodes[i].token.text in (",", ";", ":") for i in range(first, last + 2)):
        return False
    subjects = find_children(nodes, verb, *SUBJECTS)
    outside = [subject for subject in subjects if not first <= subject <= last]
    if any(_find_verb(nodes, i) not in (main, verb) for i in range(first, last + 1)):
        # "Going before winter is best"
        return False
    if not outside:
        return not _is_whole(nodes, first, last, verb)
    # "Cancelled [the route before Air Norland] was granted": the object has been taken for a subject.
    held = any(child in range(first, last + 1) for child in find_children(nodes, outside[0], "nmod"))
    free = not find_children(nodes, main, *OBJECTS - {nodes[verb].label})
    return held and free and main < outside[0] < first


def _find_verb(nodes: Sequence[Node], number: int) -> int:
    """Return the verb that a noun hangs on, over other nouns."""
    number = nodes[number].head
    while nodes[number].token.pos_ != "VERB" and nodes[number].head != number:
        number = nodes[number].head
    return number


def _is_whole(nodes: Sequence[Node], first: int, last: int, verb: int) -> bool:
    """Tell whether the parser has seen the clause as it is: its subject, and what opens it."""
    opened = nodes[first - 1].label == "mark" and nodes[first - 1].head == verb
    outer = [i for i in range(first, last + 1) if not first <= nodes[i].head <= last]
    return opened and len(outer) == 1 and nodes[outer[0]].label in SUBJECTS


def _open(nodes: Sequence[Node], opening: int, last: int, verb: int, main: int) -> None:
    """Hang the words behind the opening on the verb as its subject, and the clause on the main verb."""
    for subject in find_children(nodes, verb, *SUBJECTS):
        if subject < opening:
            nodes[subject].head, nodes[subject].label = main, "obj"
    outer = [i for i in range(opening + 1, last + 1) if not opening < nodes[i].head <= last]
    head = outer[-1]
    for other in outer[:-1]:
        nodes[other].head, nodes[other].label = head, "compound"
    nodes[head].head = verb
    nodes[head].label = "nsubj:pass" if find_children(nodes, verb, "aux:pass") else "nsubj"
    if nodes[verb].head == verb:
        take_place(nodes, main, verb, "advcl", share=False)
    nodes[verb].head, nodes[verb].label = main, "advcl"
    nodes[opening].head, nodes[opening].label = verb, "mark"
