"""Reads the axes of opposites from the lexicon, and makes one of a word that a prefix turns round."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import Any, Literal

from claimcmp.compare.features.wording.statements import Phrases, make_phrases
from claimcmp.lexicons import read_lexicon

End = Literal["left", "right", "none"]
"""With words that a prefix turns round, left is the plain one."""
ENDS: tuple[End, ...] = ("left", "right", "none")
_FLAGS = (
    "gradable",
    "bound",
    "state",
    "reversible",
    "judging",
    "affirmed",
    "verdict",
    "conduct",
    "common",
    "uninflected",
)
# Of verbs and plurals.
_ENDINGS = ("s", "ed", "ing")


@dataclass(frozen=True, slots=True)
class Axis:
    """Words of which only those on one side can hold of one thing at a time."""

    name: str
    sides: tuple[Phrases, Phrases, Phrases]
    gradable: bool = False
    """The denial of one end is not the other end."""
    bound: bool = False
    """The words mean little alone: what they are said of must be alike."""
    state: bool = False
    """What holds today may not hold tomorrow."""
    reversible: bool = False
    """Events at both ends may both have happened, one after the other."""
    judging: bool = False
    """Places on it are judgements, which need no words in common to be of one thing."""
    question: bool = False
    """Whoever stands on it answers one question on a topic; every judgement does."""
    in_turn: Phrases = field(default_factory=dict)
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
    common: bool = False
    """Its words are said of anything: at its two ends they tell no two matters apart."""
    uninflected: bool = False
    """Its words are no verbs or nouns, so that they count as they stand or compared: "manuals" is not "manual"."""

    def takes(self, word: str) -> bool:
        """Tell whether a word in this form may be one of the axis."""
        word = word.lower()
        return not self.uninflected or not word.endswith(_ENDINGS) or any(word in side for side in self.sides)


@cache
def make_prefix_axis(root: str) -> Axis:
    """Return the axis of a word and of what a prefix makes of it."""
    return Axis(f"{root} or not", (make_phrases(()),) * 3)


@cache
def read_axes() -> tuple[Axis, ...]:
    """Return the axes of the lexicons."""
    return tuple(_read_axes())


def find_axes(forms: Iterable[str]) -> Iterator[Axis]:
    """Yield the axes that a text with words of these base forms may hold a phrase of, in their order."""
    axes, heads = read_axes(), _read_heads()
    yield from (axes[number] for number in sorted({n for form in forms for n in heads.get(form, ())}))


@cache
def _read_heads() -> Mapping[str, tuple[int, ...]]:
    """Return by the first words of phrases the numbers of their axes."""
    heads: dict[str, list[int]] = {}
    for number, axis in enumerate(read_axes()):
        for head in {head for side in axis.sides for head in side}:
            heads.setdefault(head, []).append(number)
    return {head: tuple(numbers) for head, numbers in heads.items()}


def _read_axes() -> Iterator[Axis]:
    for table in read_lexicon("opposites")["axis"]:
        yield _make_axis(table)
    for kind in read_lexicon("antonyms").values():
        shared = {key: value for key, value in kind.items() if key not in ("reason", "axes")}
        for table in kind["axes"]:
            yield _make_axis({**shared, **table, "bound": True, "gradable": True, "common": True})
    for table in read_lexicon("opposites")["exclusive"]:
        # Who denies one kind does not say which other it is.
        for one, other in combinations(table["kinds"], 2):
            name = f"{table['name']}: {one[0]} or {other[0]}"
            sides = (make_phrases(one), make_phrases(other), make_phrases(()))
            yield Axis(name, sides, gradable=True, bound=table.get("bound", False), affirmed=True)


def _make_axis(table: Mapping[str, Any]) -> Axis:
    flags = {flag: table.get(flag, False) for flag in _FLAGS}
    return Axis(
        table["name"],
        (make_phrases(table["left"]), make_phrases(table["right"]), make_phrases(table.get("none", ()))),
        question=table.get("question", flags["judging"]),
        in_turn=make_phrases(table.get("in_turn", ())),
        intransitive=frozenset(table.get("intransitive", ())),
        dependent=frozenset(table.get("dependent", ())),
        ground=frozenset(table.get("ground", ())),
        **flags,
    )
