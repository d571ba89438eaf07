"""Tells how far a word reaches in a sentence: which predicate it bears on, and which words that predicate governs."""

from collections.abc import Iterable, Sequence

from claimcmp.pipeline.frames import is_open
from claimcmp.pipeline.parse import Parse

CLAUSAL = frozenset({"advcl", "acl", "ccomp", "csubj", "xcomp", "parataxis", "reparandum"})
NOT_DENIED = frozenset({"conj", "cc", "parataxis", "discourse", "punct", "vocative", "dislocated"})


def find_anchors(parse: Parse) -> list[int]:
    """Return for each word the predicate that it is said with: the nearest one above it, or itself."""
    anchors = list(range(len(parse.words)))
    for number in parse.order:
        word = parse.words[number]
        if word.head != number and not _opens(parse, number):
            anchors[number] = anchors[word.head]
    return anchors


def find_spine(parse: Parse, head: int, own: Sequence[int], frames: Iterable[int]) -> set[int]:
    """Return the predicates that a claim stands or falls with: its head, what completes it, and frames within it."""
    members = set(own)
    spine = {head}
    stack = [head]
    if parse.words[head].base == "appos":
        # "a bridge that may fall": what the relative clause says is what an apposition tells.
        stack += [child.number for child in parse.children(head, "acl") if parse.is_finite(child.number)]
        spine.update(stack)
    while stack:
        for child in parse.children(stack.pop(), "xcomp", "ccomp", "conj"):
            number = child.number
            if number not in members or number in spine or (child.base == "ccomp" and is_open(parse, number)):
                continue
            if child.base == "xcomp" or parse.is_predicate(number):
                spine.add(number)
                stack.append(number)
    return spine | {frame for frame in frames if frame in members}


def find_reach(parse: Parse, target: int, cue: Iterable[int]) -> list[int]:
    """Return the words that a negation of a predicate covers, without the cue: its clause, but no coordinated one."""
    reach = {target}
    stack = [target]
    while stack:
        for child in parse.children(stack.pop()):
            aside = child.base in NOT_DENIED and (child.head == target or child.base == "punct")
            if not aside and child.dep not in ("acl:relcl:aside", "appos"):
                reach.add(child.number)
                stack.append(child.number)
    return sorted(reach - set(cue))


def _opens(parse: Parse, number: int) -> bool:
    word = parse.words[number]
    if word.base in CLAUSAL:
        # "the tunnel (likely to open in May)": an adjective may tell by itself what a noun is.
        described = word.dep == "acl" and word.pos in ("ADJ", "ADV")
        return word.base == "xcomp" or described or parse.is_predicate(number)
    if word.base in ("conj", "appos"):
        return parse.is_predicate(number) and (parse.is_finite(number) or parse.is_predicate(word.head))
    return False
