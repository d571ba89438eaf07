"""Mends what the parser now and then gets wrong between a subject and its verb, before anything reads the parse.

Each mend undoes a tree that no sentence has: an auxiliary with a subject of its own, two subjects of which one has a
preposition, a clause that begins with its verb right behind another verb. What might be right stays as it is.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

from claimcmp.pipeline.clearnlp import set_dependencies
from claimcmp.pipeline.dependencies import is_on_no_occasion
from claimcmp.pipeline.mended_appositions import join_subjects
from claimcmp.pipeline.mended_brackets import hang_brackets
from claimcmp.pipeline.mended_conjuncts import join_conjuncts
from claimcmp.pipeline.mended_contents import part_contents
from claimcmp.pipeline.mended_edges import mend_edges
from claimcmp.pipeline.mended_openings import hang_contents, open_clauses, open_contents
from claimcmp.pipeline.mended_relatives import mend_relatives
from claimcmp.pipeline.mended_sayings import raise_verbs
from claimcmp.pipeline.mended_shorts import mend_shorts
from claimcmp.pipeline.parse_nodes import FINITE, SUBJECTS, Node, find_children, take_place

MENDED_PARSE = "claimcmp_mended_parse"

PARTICIPLES = frozenset({"VBN", "VBD"})
MOVING = SUBJECTS | {"obl", "obl:unmarked", "punct"}
# What may open words between "had" and its participle; "when" and "because" open clauses.
BETWEEN = frozenset({"until", "till", "at", "to", "by", "since", "before", "in", "for", "from", "on"})
TIMES = frozenset({"after", "before", "since"})


@Language.component(MENDED_PARSE, requires=["token.dep", "token.head", "token.tag"], assigns=["token.dep"])
def mend_parse(doc: Doc) -> Doc:
    """Rewrite the dependencies of a parsed Doc where they cannot be right."""
    before = [(token.head.i, token.dep_) for token in doc]
    nodes = [Node(token, head, label) for token, (head, label) in zip(doc, before, strict=True)]
    mend_edges(nodes)
    mend_shorts(nodes)
    mend_relatives(nodes)
    hang_brackets(nodes)
    open_clauses(nodes)
    open_contents(nodes)
    hang_contents(nodes)
    join_subjects(nodes)
    _free_auxiliaries(nodes)
    _join_participles(nodes)
    _lower_subjects(nodes)
    _free_occasions(nodes)
    _part_relatives(nodes)
    _lower_participles(nodes)
    _raise_main_verbs(nodes)
    raise_verbs(nodes)
    join_conjuncts(nodes)
    part_contents(nodes)
    after = [(node.head, node.label) for node in nodes]
    if after != before:
        set_dependencies(doc, after)
    return doc


def _free_auxiliaries(nodes: list[Node]) -> None:
    """Hang on the verb what hangs on its auxiliary: "the firm had for years claimed"."""
    for node in nodes:
        above = nodes[node.head]
        if node.label in MOVING and above.label == "aux" and above.token.i != node.token.i:
            node.head = above.head
    for number, node in enumerate(nodes):
        # Where the parser took the auxiliary for a slip of the tongue: "has, in its own words, insisted".
        if node.label != "reparandum" or not _is_have(node.token) or nodes[node.head].token.tag_ not in PARTICIPLES:
            continue
        if find_children(nodes, number, "obj", "xcomp", "ccomp") or find_children(nodes, node.head, *SUBJECTS):
            continue
        node.label = "aux"
        for child in find_children(nodes, number):
            nodes[child].head = node.head


def _join_participles(nodes: list[Node]) -> None:
    """Make one of "had" and the participle that stands behind a phrase: "had until then maintained"."""
    for number, node in enumerate(nodes):
        if not _is_have(node.token) or node.label in ("aux", "reparandum"):
            continue
        behind = [child for child in find_children(nodes, number) if child > number]
        verb = next((child for child in behind if nodes[child].label in ("advcl", "xcomp", "ccomp")), None)
        if verb is None or nodes[verb].token.tag_ not in PARTICIPLES or find_children(nodes, verb, "aux", *SUBJECTS):
            continue
        marks = find_children(nodes, verb, "mark")
        opened = bool(marks) and nodes[marks[0]].token.lower_ in BETWEEN
        # "Have yet to be traced" is an infinitive.
        opened = opened and marks[0] + 1 < verb and nodes[marks[0] + 1].token.pos_ not in ("AUX", "VERB")
        if not opened and (marks or nodes[number + 1].token.text != ","):
            continue
        if any(nodes[child].label in ("obj", "iobj", "conj", "acl") for child in behind if child < verb):
            continue
        if opened:
            # "Until then": the preposition is that of the words between.
            nodes[marks[0]].head, nodes[marks[0]].label = marks[0] + 1, "case"
            nodes[marks[0] + 1].head, nodes[marks[0] + 1].label = verb, "obl"
        take_place(nodes, verb, number, "aux")


def _lower_subjects(nodes: list[Node]) -> None:
    """Make a circumstance of what has a preposition and stands beside a subject: "did in May admit"."""
    for number, node in enumerate(nodes):
        if node.label != "nsubj":
            continue
        others = [child for child in find_children(nodes, node.head, *SUBJECTS) if child < number]
        cases = [child for child in find_children(nodes, number, "case") if child < number]
        if others and cases and nodes[cases[0]].token.tag_ == "IN":
            node.label = "obl"


def _free_occasions(nodes: list[Node]) -> None:
    """Hang on the verb what the parser took for a part of its subject: "the surgeon at no time said"."""
    for number, node in enumerate(nodes):
        if node.label != "nmod" or node.head > number or nodes[node.head].label not in SUBJECTS:
            continue
        if is_on_no_occasion(node.token) and nodes[nodes[node.head].head].token.i > number:
            node.head, node.label = nodes[node.head].head, "obl"


def _part_relatives(nodes: list[Node]) -> None:
    """Part a relative clause from the noun that the parser gave to it: "the firm, which had once denied it, paid"."""
    for number, node in enumerate(nodes):
        if node.label != "nsubj" or node.token.tag_ not in ("WDT", "WP") or nodes[number - 1].token.text != ",":
            continue
        verb, main = node.head, nodes[node.head].head
        noun = next((child for child in find_children(nodes, verb, "nsubj") if child < number), None)
        if noun is not None and main > verb and not find_children(nodes, main, *SUBJECTS):
            nodes[verb].label, nodes[verb].head, nodes[noun].head = "acl:relcl", noun, main


def _lower_participles(nodes: list[Node]) -> None:
    """Hang a participle on the noun that it describes where a finite verb follows: "the ransom demanded was"."""
    for number, node in enumerate(nodes):
        if node.token.tag_ not in PARTICIPLES or node.label == "acl" or number + 1 >= len(nodes):
            continue
        noun = next(iter(find_children(nodes, number, "nsubj")), None)
        if noun is None or noun != number - 1 or nodes[noun].token.pos_ != "NOUN":
            continue
        first = min(nodes[noun].token.left_edge.i, noun)
        if first > nodes[noun].token.sent.start and nodes[first - 1].token.pos_ not in ("PUNCT", "CCONJ", "SCONJ"):
            # "A man police said was armed", "what the mayor said was": a clause that has a subject.
            continue
        follows = nodes[number + 1]
        clause = number + 1 if follows.head == number else follows.head
        if (
            follows.token.tag_ not in FINITE
            or nodes[clause].head != number
            or nodes[clause].label not in ("ccomp", "xcomp", "parataxis", "advcl")
            or find_children(nodes, clause, *SUBJECTS)
        ):
            continue
        take_place(nodes, clause, number, "acl")
        node.head = noun
        nodes[noun].head = clause
        nodes[noun].label = "nsubj:pass" if find_children(nodes, clause, "aux:pass") else "nsubj"


def _raise_main_verbs(nodes: list[Node]) -> None:
    """Make the main verb of one that the parser added to a clause of time: "days after it broke, crews are searching".

    Its subject may have been taken for more of what stands before it.
    """
    for number, node in enumerate(nodes):
        above = nodes[node.head]
        if node.label not in ("conj", "parataxis", "advcl") or node.head > number or above.token.pos_ != "VERB":
            continue
        time = _find_time(nodes, node.head)
        if time is None or find_children(nodes, number, "cc", "mark"):
            continue
        own = find_children(nodes, number, "aux", "aux:pass", "cop")
        first = min([number, *own])
        if nodes[first].token.tag_ not in FINITE:
            continue
        subject = next(iter(find_children(nodes, number, *SUBJECTS)), None)
        if subject is None:
            subject = next((i for i in range(first - 1, node.head, -1) if _ends_before(nodes, i, first)), None)
            if subject is None:
                continue
            nodes[subject].label = "nsubj:pass" if find_children(nodes, number, "aux:pass") else "nsubj"
            nodes[subject].head = number
        elif (
            nodes[nodes[subject].token.left_edge.i - 1].token.text != "," and nodes[subject].token.left_edge.text != ","
        ):
            continue
        nodes[time].head, nodes[time].label = node.head, "mark"
        take_place(nodes, number, node.head, "advcl", share=False)


def _ends_before(nodes: list[Node], number: int, verb: int) -> bool:
    """Tell whether a noun behind a comma is added to another without a word, and reaches up to a verb."""
    node = nodes[number]
    if node.label != "conj" or node.token.pos_ not in ("NOUN", "PROPN") or find_children(nodes, number, "cc"):
        return False
    left = node.token.left_edge
    return node.token.right_edge.i == verb - 1 and (left.text == "," or nodes[left.i - 1].token.text == ",")


def _find_time(nodes: list[Node], verb: int) -> int | None:
    """Return the "after" that opens the clause of a verb, which the parser may have taken for its subject's."""
    openings = [*find_children(nodes, verb, "mark")]
    for subject in find_children(nodes, verb, *SUBJECTS):
        openings += [case for case in find_children(nodes, subject, "case") if case < subject]
    return next((number for number in openings if nodes[number].token.lower_ in TIMES), None)


def _is_have(token: Token) -> bool:
    return token.lemma_ == "have" and token.tag_ in FINITE
