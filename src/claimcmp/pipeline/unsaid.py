"""Finds words of saying that are denied, so that nobody says what they hold: "the mayor never said that"."""

from collections.abc import Mapping
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.cues import find_cues
from claimcmp.pipeline.frames import Frame
from claimcmp.pipeline.negation import Negation, find_negations
from claimcmp.pipeline.parse import Parse
from claimcmp.pipeline.scope import find_anchors


def find_unsaid(parse: Parse, frames: Mapping[int, Frame]) -> frozenset[int]:
    """Return the heads of the frames that leave open what they hold, because they are denied.

    What was never said stays together with its denial: apart from that it would be the author's own.
    """
    plain = {number for number, frame in frames.items() if not frame.judges and _stands_before(parse, frame)}
    if not plain:
        return frozenset()
    negations = find_negations(parse, find_cues(parse, find_anchors(parse)))
    # A verb of denying that is denied itself says something: "does not deny that".
    denying = {item.target for item in negations if item.first == item.target}
    open_ = {item.target for item in negations if item.target not in denying and leaves_open(parse, item)}
    yet = {number for number in plain if _is_still_to_come(parse, number)}
    yet |= {parse.words[number].head for number in yet} & frames.keys()
    return frozenset(plain & open_ | yet)


def _stands_before(parse: Parse, frame: Frame) -> bool:
    """Tell whether what a frame holds follows it closely: not so in "likely, though we cannot prove it, that"."""
    if not frame.contents:
        return False
    between = parse.words[frame.head + 1 : parse.left[frame.contents[0]]]
    return all(word.pos not in ("VERB", "AUX") and word.text != "," and word.lower != "it" for word in between)


def leaves_open(parse: Parse, negation: Negation) -> bool:
    """Tell whether to deny a predicate leaves open what it holds: "did not say that", but not "did not think that"."""
    word = parse.words[negation.target]
    known = word.lemma in _words("raising") or word.lemma in _words("factive")
    return negation.first != word.number and not known and not is_about_grounds(parse, word.number)


def is_about_grounds(parse: Parse, number: int) -> bool:
    """Tell whether a verb says that there is a ground for a clause: "no study has found evidence that" denies it."""
    grounds = read_lexicon("clauses")["grounds"]["words"]
    return any(child.lemma in grounds for child in parse.children(number, "obj"))


def _is_still_to_come(parse: Parse, number: int) -> bool:
    """Tell whether something has "yet to" be said."""
    above = parse.words[number].head
    helpers = (number, above) if parse.words[number].base == "xcomp" else (number,)
    return parse.mark(number) == "to" and any(
        child.lower == "yet" for item in helpers for child in parse.children(item, "advmod")
    )


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("stance")[table]["words"])
