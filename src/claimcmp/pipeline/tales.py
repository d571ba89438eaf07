"""Tells whether what is called a legend or absurd is something told, which is then denied."""

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse import Parse


def is_said_of_tale(parse: Parse, number: int, cue: str) -> bool:
    """Tell whether something told is called invented: "the idea that it leaks is absurd", "talk of a spy is nonsense".

    A rule or a plan that is absurd is no less in force.
    """
    head = parse.words[number]
    if head.base in ("compound", "amod"):
        head = parse.words[head.head]
    if parse.child(head.number, "cop") is None:
        return False
    inventing = read_lexicon("stance")["inventing"]
    subject = next(parse.children(head.number, "nsubj:outer", "nsubj"), None)
    if subject is None or subject.lower == "it":
        subject = next(parse.children(head.number, "csubj", "ccomp"), None)
    if subject is None:
        return False
    if parse.mark(subject.number) == "that":
        return cue not in inventing["judging"]
    if (
        subject.lemma in inventing["talk"]
        and cue not in inventing["rejecting"]
        and any(
            child.lower in ("of", "about")
            for item in parse.children(subject.number, "nmod")
            for child in parse.children(item.number, "case")
        )
    ):
        return True
    if subject.lower == "talk" and subject.base == "csubj":
        # "Talk of a spy is nonsense" begins as an order would.
        return True
    tales = inventing["contended" if cue in inventing["rejecting"] else "tales"]
    return subject.lemma in tales and any(
        parse.mark(child.number) == "that" for child in parse.children(subject.number, "acl", "ccomp")
    )
