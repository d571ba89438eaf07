"""Reads the axes of opposites from the lexicon, and makes one of a word that a prefix turns round."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from claimcmp.compare.features.wording.statements import Phrases, make_phrases
from claimcmp.lexicons import read_lexicon

End = Literal["left", "right", "none"]
"""With words that a prefix turns round, left is the plain one."""
ENDS: tuple[End, ...] = ("left", "right", "none")


@dataclass(frozen=True, slots=True)
class Axis:
    """Words of which only those on one side can hold of one thing at a time."""

    name: str
    gradable: bool
    """The denial of one end is not the other end."""
    bound: bool
    """The words mean little alone: what they are said of must be alike."""
    state: bool
    """What holds today may not hold tomorrow."""
    reversible: bool
    """Events at both ends may both have happened, one after the other."""
    judging: bool
    """Places on it are judgements, which need no words in common to be of one thing."""
    question: bool
    """Whoever stands on it answers one question on a topic; every judgement does."""
    sides: tuple[Phrases, Phrases, Phrases]
    in_turn: Phrases
    """Words of the left side that tell an event which one of the right side may follow: begun, then ended."""
    intransitive: frozenset[str] = frozenset()
    """Words that count only as a verb without an object: "the dam held", not "held a meeting"."""
    affirmed: bool = False
    """Only both ends clash; a denial says nothing of either."""
    verdict: bool = False
    """It is said of somebody: what holds of one need not hold of another."""
    dependent: frozenset[str] = frozenset()
    """Words that count only beside one of ``ground``: "alone" says of a blame that it is nobody else's."""
    ground: frozenset[str] = frozenset()
    conduct: bool = False
    """It judges who does it: what one does another need not do."""


@cache
def make_prefix_axis(root: str) -> Axis:
    """Return the axis of a word and of what a prefix makes of it."""
    none = make_phrases(())
    return Axis(f"{root} or not", False, False, False, False, False, False, (none, none, none), none)


@cache
def read_axes() -> tuple[Axis, ...]:
    """Return the axes of the lexicon."""
    return tuple(_read_axes())


def _read_axes() -> Iterator[Axis]:
    for table in read_lexicon("opposites")["axis"]:
        sides = (make_phrases(table["left"]), make_phrases(table["right"]), make_phrases(table.get("none", ())))
        gradable, bound, state, reversible, judging = (
            table.get(key, False) for key in ("gradable", "bound", "state", "reversible", "judging")
        )
        question = table.get("question", judging)
        in_turn = make_phrases(table.get("in_turn", ()))
        intransitive = frozenset(table.get("intransitive", ()))
        flags = (gradable, bound, state, reversible, judging, question)
        yield Axis(
            table["name"],
            *flags,
            sides,
            in_turn,
            intransitive,
            table.get("affirmed", False),
            table.get("verdict", False),
            frozenset(table.get("dependent", ())),
            frozenset(table.get("ground", ())),
            table.get("conduct", False),
        )
    none = make_phrases(())
    for table in read_lexicon("opposites")["exclusive"]:
        # Who denies one kind does not say which other it is.
        for one, other in combinations(table["kinds"], 2):
            name = f"{table['name']}: {one[0]} or {other[0]}"
            sides = (make_phrases(one), make_phrases(other), none)
            bound = table.get("bound", False)
            yield Axis(name, True, bound, False, False, False, False, sides, none, affirmed=True)
