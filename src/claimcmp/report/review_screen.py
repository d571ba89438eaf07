"""What a reviewer sees: one group with its claims numbered, and how far two reviewers agree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.records import COMPATIBLE, Agreement, Claim, Group
from claimcmp.records_json import to_plain
from claimcmp.report.arrangement import locate
from claimcmp.report.json_comparison import dump
from claimcmp.report.judgements import find_judgements
from claimcmp.report.notes import describe_claim
from claimcmp.report.safe_text import for_screen
from claimcmp.report.screen import render
from claimcmp.report.standing import tell_decisions, tell_shared_voices, tell_spreads
from claimcmp.report.wording import RELATION_WORDS, count, find_respects, show_sign, show_verdict

FORMAT_VERSION = 1
_INDENT = (0, 0, 0, 4)
_GAP = (0, 2, 0, 0)


def format_group_for_review(
    group: Group,
    claims: Mapping[str, Claim],
    *,
    place: tuple[int, int],
    rejected: bool = False,
    blind: bool = False,
    width: int = 100,
    color: bool = False,
) -> str:
    """Return a group with its claims numbered; ``place`` is its number and how many there are.

    ``blind`` leaves out what the program says of it: verdict, relations, values.
    """
    return render(*_lay_out(group, claims, place, rejected=rejected, blind=blind), width=width, color=color)


def format_agreement(agreement: Agreement, format: str = "table", *, width: int = 100, color: bool = False) -> str:  # noqa: A002
    """Return how far two reviewers agree, with the groups on which they do not."""
    if format == "json":
        return dump({"format_version": FORMAT_VERSION, **to_plain(agreement)})
    return render(*_lay_out_agreement(agreement), width=width, color=color)


def _lay_out(
    group: Group, claims: Mapping[str, Claim], place: tuple[int, int], *, rejected: bool, blind: bool
) -> Iterator[RenderableType]:
    number, total = place
    yield Text(f"Group {number} of {total} · {for_screen(group.topic)} · {for_screen(group.id)}", style="dim")
    head = Text("" if blind else f"{show_sign(group)} {show_verdict(group)}  ", style="bold")
    head.append(for_screen(group.matter))
    if (respects := find_respects(group)) and not blind:
        head.append(f"  in {', '.join(respects)}", style="not bold")
    yield head
    if rejected:
        yield Text("Taken apart; this is how the program had it.", style="italic")
    for position, claim in enumerate((claims[claim] for claim in group.claims), 1):
        yield from _lay_out_claim(position, claim, group.topic)
    if not blind:
        for line in _tell_judgements(group, claims):
            yield Padding(Text(for_screen(line), overflow="fold"), _INDENT)
    for told in tell_decisions(group):
        yield Padding(Text(for_screen(f"review: {told}"), style="bold", overflow="fold"), _INDENT)


def _lay_out_claim(number: int, claim: Claim, topic: str) -> Iterator[RenderableType]:
    source = f"{claim.source}, {claim.published}" if claim.published else claim.source
    head = Text(f"{number:>2}  ", overflow="fold").append(for_screen(source), style="bold")
    yield head.append(f"  {for_screen(locate(claim))}", style="dim")
    yield Padding(Text(f"“{for_screen(claim.text)}”", overflow="fold"), _INDENT)
    if notes := ", ".join(describe_claim(claim, topic=topic)):
        yield Padding(Text(for_screen(notes), style="italic", overflow="fold"), _INDENT)


def _tell_judgements(group: Group, claims: Mapping[str, Claim]) -> Iterable[str]:
    # By the numbers that stand before the quotes.
    marks = {claim: f"[{number}]" for number, claim in enumerate(group.claims, 1)}
    for judgement in find_judgements(group, claims, marks):
        sign = "=" if judgement.relation in COMPATIBLE else "≠"
        told = f"{sign} {RELATION_WORDS[judgement.relation]}: {judgement.who} — {judgement.reason.rstrip('.')}"
        yield f"{told} · rule: {judgement.rule} · {judgement.confidence}"
    if group.spreads:
        yield f"values: {'; '.join(tell_spreads(group))}"
    if shared := tell_shared_voices(group):
        yield f"one voice: {'; '.join(shared)}"


def _lay_out_agreement(agreement: Agreement) -> Iterator[RenderableType]:
    first, second = (for_screen(name) for name in agreement.reviewers)
    yield Text(f"{first} and {second}: {count(agreement.groups, 'group')} decided by both.", style="bold")
    if agreement.share is None:
        yield Text("There is nothing to compare: no group with the same quotes was decided by both.")
    else:
        kappa = (
            "not defined, for both only ever said one thing" if agreement.kappa is None else f"{agreement.kappa:.2f}"
        )
        yield Text(f"Alike: {agreement.alike} ({agreement.share:.0%}). Cohen's kappa: {kappa}.")
    yield Text(f"Decided by one alone: {agreement.only[0]} by {first}, {agreement.only[1]} by {second}.")
    if agreement.disagreements:
        yield ""
        yield _list_disagreements(agreement, (first, second))


def _list_disagreements(agreement: Agreement, names: Sequence[str]) -> Table:
    table = Table.grid(padding=_GAP)
    for _ in range(4):
        table.add_column(overflow="fold")
    table.add_row(*(Text(cell, style="bold") for cell in ("group", *names, "matter")))
    for found in agreement.disagreements:
        table.add_row(*(Text(for_screen(cell)) for cell in (found.group, found.first, found.second, found.matter)))
    return table
