"""Finds which predicates a sentence denies, and the words that deny them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.affixes import find_affixed
from claimcmp.pipeline.cues import Found, find_cues
from claimcmp.pipeline.parse import Parse

NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "expl", "nmod"})
DEGREES = frozenset(
    {"less", "fewer", "more", "worse", "better", "lower", "higher", "smaller", "larger", "slower", "faster"}
)
CONTRAST = frozenset({"but", "and", "though", "although"})


@dataclass(frozen=True, slots=True)
class Negation:
    """A cue, as the numbers of its first and last word, and the predicate that it denies."""

    first: int
    last: int
    target: int
    pair: int | None = None
    """The second word of a cue in two parts: "neither" ... "nor"."""


def find_negations(parse: Parse, cues: Sequence[Found]) -> list[Negation]:
    """Return the negations of a sentence in their order; what denies a phrase only ("but not in Spain") is none."""
    found = (_find_negation(parse, cue) for cue in cues if cue.table == "negation")
    negations: list[Negation] = []
    for negation in found:
        # "Neither the bank nor the insurer paid" denies the paying once.
        if negation is not None and not (_continues(parse, negation) and negation.target in _find_targets(negations)):
            negations.append(negation)
    return negations


def find_all_negations(parse: Parse, anchors: Sequence[int], is_known: Callable[[str], bool]) -> list[Negation]:
    """Return whatever is denied in a sentence, phrases and stems of words too ("without a word", "unpaid").

    Verbs and nouns of denying ("refused to") are left out. ``is_known`` tells whether a stem is a word.
    """
    kept = read_lexicon("stance")["grammatical"]
    plain = frozenset(kept["words"])
    found = [
        Negation(cue.first, cue.last, cue.anchor)
        for cue in find_cues(parse, anchors)
        if cue.table == "negation" and parse.quote(cue.first, cue.last).lower() in plain
    ]
    found = [item for item in found if parse.words[item.first].base != "discourse"]
    taken = {number for item in found for number in range(item.first, item.last + 1)}
    for word in parse.words:
        if word.lower in kept["besides"] and word.number not in taken:
            found.append(Negation(word.number, word.number, word.head))
    found += [Negation(number, number, number) for number in find_affixed(parse, is_known) if number not in taken]
    return _pair(parse, sorted(found, key=lambda item: (item.first, item.last)))


def _pair(parse: Parse, found: Sequence[Negation]) -> list[Negation]:
    """Make one of "neither" or "no" and the "nor" that follows within the same clause."""
    paired: list[Negation] = []
    for item in found:
        before = paired[-1] if paired else None
        if (
            _continues(parse, item)
            and before
            and before.pair is None
            and parse.words[before.first].lower in ("neither", "no")
        ):
            paired[-1] = replace(before, pair=item.first)
        else:
            paired.append(item)
    return paired


def _continues(parse: Parse, negation: Negation) -> bool:
    """Tell whether a negation is the "nor" that joins what is denied to more of it."""
    word = parse.words[negation.first]
    return word.lower == "nor" and word.base == "cc"


def _find_targets(negations: Sequence[Negation]) -> set[int]:
    return {negation.target for negation in negations}


def _find_negation(parse: Parse, cue: Found) -> Negation | None:
    word = parse.words[cue.first]
    if cue.first <= cue.anchor <= cue.last:
        # The cue is itself the predicate: "failed to meet", "it is unlikely that", "denied the report".
        completed = parse.child(cue.anchor, "xcomp")
        return Negation(cue.first, cue.last, cue.anchor if completed is None else completed)
    if not _reaches(parse, cue.first, cue.anchor):
        return None
    return Negation(cue.first, cue.last, cue.anchor) if not _is_contrast(parse, word.number) else None


def _reaches(parse: Parse, number: int, anchor: int) -> bool:
    """Tell whether a negating word denies the predicate itself, or a phrase without which it says nothing."""
    word = parse.words[number]
    if word.head == anchor:
        return word.base not in ("obl", "conj") or word.lower not in ("not",)
    above = parse.words[word.head]
    if word.lower in ("not", "n't", "never"):
        # "Not all banks failed" denies, "he left, but not by train" does not.
        return above.base in ("nsubj", "aux", "cop", "det") or (above.base == "advmod" and above.head == anchor)
    if word.lower == "nor" and above.base in ("aux", "cop") and above.head == anchor:
        return True
    steps = 0
    while above.number != anchor and steps < 3:
        if above.base not in (*NOMINAL, "conj", "advmod", "det", "amod", "nummod", "xcomp", "cc", "fixed"):
            return False
        if above.base == "nmod" and parse.words[above.head].base != "obj":
            return False
        above, steps = parse.words[above.head], steps + 1
    return above.number == anchor


def _is_contrast(parse: Parse, number: int) -> bool:
    """Tell whether "not" opposes one phrase to another: "Sweden, not Norway, joined"."""
    if parse.words[number].lower != "not" or number == 0:
        return False
    before = parse.words[number - 1]
    behind = parse.words[number + 1] if number + 1 < len(parse.words) else None
    if any(
        child.lower == "but"
        for item in parse.children(parse.words[number].head, "conj")
        for child in parse.children(item.number, "cc")
    ):
        # "Not once but twice" denies nothing; "did not rise but fell" does, and is made of predicates.
        return not parse.is_predicate(parse.words[number].head)
    starts = before.text in (",", "—", "–", "(") or before.lower in CONTRAST
    if before.text == "," and behind is not None and behind.lower in DEGREES:
        # "They kill more sheep, not fewer."
        return True
    return starts and behind is not None and behind.pos in ("NOUN", "PROPN", "DET", "ADP", "NUM")
