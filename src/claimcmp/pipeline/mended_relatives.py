"""Gives a main clause back what a relative clause with a verb of judging took from it.

"Farmers whose neighbours consider the ban needless may apply": the parser reads "the ban needless may apply" as what
the neighbours consider, and leaves "Farmers" alone.
"""

from collections.abc import Sequence

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse_nodes import FINITE, SUBJECTS, Node, find_children, take_place

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def mend_relatives(nodes: Sequence[Node]) -> None:
    """Make the main verb of what the parser took for the content of a relative clause's verb of judging."""
    for judging, node in enumerate(nodes):
        if node.token.lemma_.lower() not in read_lexicon("clauses")["taking_for"]["words"]:
            continue
        noun = _find_noun(nodes, judging)
        content = next((i for i in find_children(nodes, judging, "ccomp") if i > judging), None)
        if noun is None or content is None or not _is_main(nodes, content):
            continue
        if nodes[noun].head == judging:
            # The relative clause was taken for the main one.
            nodes[noun].head, nodes[noun].label = nodes[judging].head, nodes[judging].label
            if node.label == "ROOT":
                nodes[noun].head = noun
            node.head, node.label = noun, "acl:relcl"
        judged = next(iter(find_children(nodes, content, *SUBJECTS)), None)
        if judged is not None:
            nodes[judged].head, nodes[judged].label = judging, "obj"
        passive = bool(find_children(nodes, content, "aux:pass"))
        take_place(nodes, content, noun, "nsubj:pass" if passive else "nsubj", share=False)


def _find_noun(nodes: Sequence[Node], judging: int) -> int | None:
    """Return the noun of a relative clause that opens with "whose" or "who", where nothing else is said of it."""
    owners = [number for number in find_children(nodes, judging, *SUBJECTS) if number < judging]
    openings = [number for owner in owners for number in (owner, *find_children(nodes, owner))]
    first = next((number for number in openings if nodes[number].token.lower_ in ("whose", "who")), None)
    if first is None:
        return None
    noun = next((i for i in owners if i < first), nodes[judging].head)
    root = judging if nodes[noun].head == judging else noun
    if noun >= first or nodes[noun].token.pos_ not in NOUNS or nodes[root].head != root:
        return None
    return noun


def _is_main(nodes: Sequence[Node], content: int) -> bool:
    """Tell whether a clause has a finite verb and no "that"."""
    helpers = find_children(nodes, content, "aux", "aux:pass", "cop")
    finite = any(nodes[i].token.tag_ in FINITE for i in (content, *helpers))
    return finite and not find_children(nodes, content, "mark")
