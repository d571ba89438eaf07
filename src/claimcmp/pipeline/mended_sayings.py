"""Makes a verb of what the parser took for a noun, or for a verb that its subject is a part of.

"The union fears that the mill will close" looks like a noun alone, "few dispute that it leaked" like a singular noun
behind a plural.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from claimcmp.pipeline.parse_nodes import FINITE, SUBJECTS, Node, find_children, take_place

CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "csubj"})
MANY = frozenset({"few", "many", "several"})
# Verbs of saying that look like nouns in the plural.
SAYING = frozenset(
    {"reports", "claims", "estimates", "forecasts", "projects", "notes", "fears", "hopes", "doubts", "worries"}
)
# The same in the singular, behind a noun in the plural.
HOLDING = frozenset(
    {"hold", "charge", "counter", "claim", "report", "estimate", "note", "fear", "hope", "object", "protest"}
)
SINGULAR = frozenset({"is", "was", "has", "does"})
BEFORE = ("det", "amod", "compound", "nmod:poss", "nummod")


def raise_verbs(nodes: Sequence[Node]) -> None:
    """Make these words verbs, and what stands before them their subjects."""
    _raise_behind_many(nodes)
    _raise_behind_plurals(nodes)
    _raise_sayings(nodes)
    _raise_roots(nodes)
    _raise_appositions(nodes)
    _raise_participles(nodes)
    _raise_inner_verbs(nodes)
    _raise_behind_described(nodes)
    _answer_to_names(nodes)
    _free_subjects(nodes)


def _raise_behind_many(nodes: Sequence[Node]) -> None:
    """Make a verb of a singular noun behind "few" or "many", which none follows: "few dispute that it leaked"."""
    for number, node in enumerate(nodes):
        if node.token.lower_ not in MANY or node.head != number + 1 or node.label not in ("amod", "det", "nummod"):
            continue
        noun = nodes[node.head]
        clauses = [child for child in find_children(nodes, node.head, "acl", "ccomp", "acl:relcl") if child > node.head]
        stated = any(
            nodes[mark].token.lower_ == "that" for child in clauses for mark in find_children(nodes, child, "mark")
        )
        if noun.token.tag_ in ("NN", "VBP", "VB") and noun.label in ("ROOT", "ccomp", "conj") and stated:
            for child in find_children(nodes, node.head):
                if child < number:
                    # "a few hold that"
                    nodes[child].head = number
            node.label, nodes[clauses[0]].label = "nsubj", "ccomp"
            noun.token.tag_, noun.token.pos_ = "VBP", "VERB"


def _raise_behind_plurals(nodes: Sequence[Node]) -> None:
    """Make the main verb of a noun behind a plural and before "that": "critics of the plan hold that rents fell"."""
    for number, node in enumerate(nodes):
        if node.token.lower_ not in HOLDING or node.token.tag_ != "NN" or not 0 < number < len(nodes) - 2:
            continue
        that = nodes[number + 1]
        noun, clause = node.head if node.head < number else number - 1, that.head
        begins = nodes[noun].token.left_edge.i == nodes[noun].token.sent.start
        if that.token.lower_ != "that" or clause <= number + 1 or not begins or not _is_plural(nodes[noun].token):
            continue
        own = [child for child in find_children(nodes, clause, *SUBJECTS) if child > number + 1]
        finite = [
            nodes[child].token.tag_ for child in (clause, *find_children(nodes, clause, "cop", "aux", "aux:pass"))
        ]
        if not own or not FINITE.intersection(finite) or nodes[clause].head not in (clause, noun, number):
            continue
        if find_children(nodes, noun, "cop"):
            # "Losses were 5 million, according to a report that the firm kept"
            continue
        if nodes[noun].head == clause:
            # The parser gave the clause both subjects.
            take_place(nodes, number, clause, "ccomp", share=False)
        elif node.label != "ROOT":
            take_place(nodes, number, noun, "nsubj", share=False)
        nodes[clause].head = nodes[noun].head = number
        nodes[noun].label, nodes[clause].label, that.label = "nsubj", "ccomp", "mark"
        node.token.tag_, node.token.pos_ = "VBP", "VERB"
        that.token.tag_, that.token.pos_ = "IN", "SCONJ"


def _is_plural(token: Token) -> bool:
    """Tell whether a noun is in the plural, whatever the tagger makes of one that begins a sentence."""
    return token.tag_ in ("NNS", "NNPS") or (token.tag_ in ("NN", "NNP") and token.text.endswith("s"))


def _raise_sayings(nodes: Sequence[Node]) -> None:
    """Make the main verb of a noun before "that" where a sentence has no other: "the board of trade reports that"."""
    for number, node in enumerate(nodes):
        if node.label != "nmod" or node.token.lower_ not in SAYING or nodes[-1].token.text != ".":
            continue
        noun, last = node.head, number - 1
        if nodes[noun].label != "ROOT" or nodes[noun].token.tag_ not in ("NN", "NNP") or last <= noun:
            continue
        clause = _find_content(nodes, number)
        if clause is None or nodes[clause].head not in (noun, number):
            continue
        if nodes[last].label != "compound" or nodes[last].head != number:
            continue
        nodes[last].label, nodes[last].head = "nmod", noun
        for child in find_children(nodes, number):
            if child < last:
                nodes[child].head = last
        take_place(nodes, number, noun, "nsubj", share=False)
        nodes[clause].label, nodes[clause].head = "ccomp", number
        node.token.tag_, node.token.pos_ = "VBZ", "VERB"


def _raise_roots(nodes: Sequence[Node]) -> None:
    """Make a verb of a noun that a sentence seems to be, with another before it: "the union fears that"."""
    for number, node in enumerate(nodes):
        if node.label != "ROOT" or node.token.lower_ not in SAYING or node.token.pos_ != "NOUN":
            continue
        noun, clause = number - 1, _find_content(nodes, number)
        if clause is None or nodes[clause].head != number or nodes[-1].token.text != ".":
            continue
        if nodes[noun].label != "compound" or nodes[noun].token.tag_ not in ("NN", "NNP"):
            continue
        named = nodes[noun].token.tag_ == "NNP" or find_children(nodes, number, "det", "nmod:poss")
        if nodes[noun].head != number or not named:
            # "Newspaper reports that he lied" may be a heading.
            continue
        for child in find_children(nodes, number, *BEFORE):
            if child < noun:
                nodes[child].head = noun
        nodes[noun].label, nodes[clause].label = "nsubj", "ccomp"
        node.token.tag_, node.token.pos_ = "VBZ", "VERB"


def _raise_appositions(nodes: Sequence[Node]) -> None:
    """Make the main verb of what seems to stand beside a name: "Ann Lee, a nurse who left, worries that it leaks"."""
    for number, node in enumerate(nodes):
        named = nodes[node.head]
        if node.label not in ("appos", "parataxis") or node.token.lower_ not in SAYING or named.label != "ROOT":
            continue
        if named.token.tag_ != "NNP" or nodes[number - 1].token.text != "," or nodes[-1].token.text != ".":
            continue
        clause = _find_content(nodes, number)
        if clause is not None and nodes[clause].head == number:
            take_place(nodes, number, node.head, "nsubj", share=False)
            nodes[clause].label = "ccomp"
            node.token.tag_, node.token.pos_ = "VBZ", "VERB"


def _raise_participles(nodes: Sequence[Node]) -> None:
    """Make the main verb of what seems to describe the noun before it: "a survey found in 2023 that"."""
    for number, node in enumerate(nodes):
        noun = nodes[node.head]
        if node.label != "acl" or noun.label != "ROOT" or node.head > number or node.token.tag_ not in ("VBN", "VBD"):
            continue
        contents = [child for child in find_children(nodes, number, "ccomp") if child > number]
        stated = any(nodes[mark].token.lower_ == "that" for child in contents for mark in find_children(nodes, child))
        if not stated or nodes[-1].token.text != "." or find_children(nodes, number, "obl:agent", "mark", *SUBJECTS):
            continue
        if noun.token.pos_ in ("NOUN", "PROPN") and not find_children(nodes, node.head, "cop", "conj", *SUBJECTS):
            take_place(nodes, number, node.head, "nsubj", share=False)
            node.token.tag_, node.token.pos_ = "VBD", "VERB"


def _raise_inner_verbs(nodes: Sequence[Node]) -> None:
    """Make a verb of a plural before a verb in the singular, which a noun before "that" goes with better.

    "The claim that the mine leaks is absurd" looks like a noun alone, whose clause says that mine leaks are absurd.
    """
    for number, node in enumerate(nodes):
        verb, noun = node.head, number - 1
        if node.label not in SUBJECTS or node.token.tag_ != "NNS" or verb < number or nodes[noun].label != "compound":
            continue
        root, marks = nodes[verb].head, find_children(nodes, verb, "mark")
        finite = [verb, *find_children(nodes, verb, "cop", "aux", "aux:pass")]
        singular = any(nodes[word].token.lower_ in SINGULAR or nodes[word].token.tag_ == "VBZ" for word in finite)
        if nodes[verb].label not in ("acl", "ccomp") or nodes[noun].head != number or not singular or not marks:
            continue
        mark = marks[0]
        if nodes[root].label != "ROOT" or nodes[root].token.tag_ != "NN" or not root < mark < noun:
            continue
        if nodes[mark].token.lower_ != "that":
            continue
        take_place(nodes, verb, root, node.label, share=False)
        for child in find_children(nodes, number, *BEFORE):
            if child < noun:
                nodes[child].head = noun
        nodes[noun].label, nodes[mark].head = "nsubj", number
        node.head, node.label = root, "acl"
        node.token.tag_, node.token.pos_ = "VBZ", "VERB"


def _raise_behind_described(nodes: Sequence[Node]) -> None:
    """Make the main verb of one behind an adjective that only describes a noun: "sources close to him claim that"."""
    for number, node in enumerate(nodes):
        noun = number - 1
        if node.label != "ROOT" or node.token.tag_ not in ("JJ", "RB") or noun < 0 or nodes[noun].head != number:
            continue
        if nodes[noun].label != "nsubj" or find_children(nodes, number, "cop", "aux"):
            continue
        for verb in find_children(nodes, number, "advcl", "ccomp", "parataxis", "conj"):
            finite = nodes[verb].token.tag_ in FINITE | {"VB"}
            if verb > number and finite and not find_children(nodes, verb, "mark", "cc", *SUBJECTS):
                take_place(nodes, verb, number, "amod", share=False)
                nodes[noun].head, node.head = verb, noun
                break


def _answer_to_names(nodes: Sequence[Node]) -> None:
    """Make a subject of a noun that the parser took for one who is called: "Engineers, though, are adamant"."""
    for number, node in enumerate(nodes):
        if node.label != "vocative" or nodes[node.head].label != "ROOT" or node.head < number:
            continue
        verbs = [node.head, *find_children(nodes, node.head, "cop", "aux", "aux:pass")]
        finite = any(nodes[verb].token.tag_ in ("VBZ", "VBP", "VBD") for verb in verbs)
        if finite and not find_children(nodes, node.head, *SUBJECTS) and node.token.pos_ in ("NOUN", "PROPN"):
            node.label = "nsubj"


def _find_content(nodes: Sequence[Node], number: int) -> int | None:
    """Return the verb of the clause that a "that" right behind a word opens; none where another verb follows it."""
    if number + 1 >= len(nodes):
        return None
    that = nodes[number + 1]
    subjects = find_children(nodes, that.head, *SUBJECTS)
    if that.label != "mark" or that.token.lower_ != "that" or not subjects:
        return None
    # "The spread of reports that he lied hurt the party" has a verb of its own.
    parted = any(nodes[verb].token.tag_ == "VBD" for verb in find_children(nodes, subjects[0], "acl"))
    return None if parted else that.head


def _free_subjects(nodes: Sequence[Node]) -> None:
    """Make a subject of a noun that the parser took for a part of a finite verb: "neither side disputes"."""
    for number, node in enumerate(nodes):
        if node.label != "compound" or node.head != number + 1 or node.token.pos_ not in ("NOUN", "PROPN"):
            continue
        verb = nodes[node.head].token
        finite = verb.pos_ == "VERB" and verb.tag_ in FINITE and nodes[node.head].label in CLAUSAL
        if not finite or find_children(nodes, node.head, *SUBJECTS):
            continue
        for child in find_children(nodes, node.head, "det", "amod", "compound", "nmod:poss", "nummod"):
            if child < number:
                nodes[child].head = number
        node.label = "nsubj"
