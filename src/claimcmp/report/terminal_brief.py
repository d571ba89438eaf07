"""A long table of groups arranged for reading: what differs first, what only shares words in a line each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimcmp.records import COMPATIBLE, Claim, Group
from claimcmp.report.arrangement import unique
from claimcmp.report.safe_text import for_screen
from claimcmp.report.terminal_groups import lay_out_heading
from claimcmp.report.wording import count, found_nothing_else, is_only_alike, list_words

LONG = 10
"""Of more groups than these nobody reads every one: those that say least are shortened."""
_SAME_WORDS = "same-words"
MANY = 3
"""Voices that share words; of so many it is worth reading."""
_DIFFERING = frozenset({"diverge", "mixed"})
_INDENT, _DEEPER = (0, 0, 0, 4), (0, 0, 0, 6)


def differing_first(groups: Iterable[Group]) -> list[Group]:
    """Return the groups in their order: those in which sources differ, then the others, last what is only alike."""
    return sorted(groups, key=lambda group: (group.verdict not in _DIFFERING, is_only_alike(group)))


def says_little(group: Group) -> bool:
    """Tell whether few sources only share words in a group: no difference, no value, no rule that found an agreement.

    What a reviewer decided on is never one of these.
    """
    pairs = [pair for pair in group.pairs if pair.independent]
    return (
        group.verdict in ("agree", "compatible")
        and not group.spreads
        and not group.decisions
        and all(pair.relation in COMPATIBLE for pair in pairs)
        and all(pair.relation != "agree" or found_nothing_else(pair) for pair in pairs)
        and _count_sharing(group) < MANY
    )


def _count_sharing(group: Group) -> int:
    """Return how many voices have a claim that shares its words with another."""
    sharing = {claim for pair in group.pairs if pair.rule == _SAME_WORDS for claim in (pair.a, pair.b)}
    return sum(not sharing.isdisjoint(voice.claims) for voice in group.voices)


def lay_out_brief(groups: Sequence[Group], claims: Mapping[str, Claim]) -> Iterator[RenderableType]:
    """Yield a heading and a line for each of these groups, and how to see more of them."""
    told = f"{count(len(groups), 'more group')} without a difference, by shared words alone"
    yield Text(f"{told} (`claimcmp show ID` shows one, --full all):", overflow="fold")
    for group in groups:
        sources = list_words(unique(claims[claim].source for claim in group.claims))
        yield Padding(lay_out_heading(group), _INDENT)
        line = Text(for_screen(f"{count(len(group.claims), 'claim')} of {sources}"), style="dim", overflow="fold")
        yield Padding(line, _DEEPER)
