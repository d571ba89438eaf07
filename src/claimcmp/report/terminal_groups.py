"""One group of claims for the terminal: verdict and matter, every quote with its place, every judgement."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Group as Lines
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.records import COMPATIBLE, Claim, Comparison, Group, Verdict
from claimcmp.report.arrangement import locate
from claimcmp.report.judgements import Judgement, find_judgements
from claimcmp.report.notes import describe_claim
from claimcmp.report.safe_text import cut, for_screen
from claimcmp.report.wording import RELATION_WORDS, VERDICT_SIGNS, VERDICT_WORDS, count

QUOTE_LENGTH = 400
"""Characters of a quote that are shown; the offsets are always those of the whole."""
JUDGEMENTS_SHOWN = 12
"""Judgements of a group that are spelt out; the pairs of the others are counted."""

_INDENT = (0, 0, 0, 4)
_GAP = (0, 2, 0, 0)
_WIDEST_SOURCE, _WIDEST_NOTES, _WIDEST_PLACE = 28, 34, 36
_VERDICT_STYLES: dict[Verdict, str] = {
    "agree": "bold green",
    "compatible": "bold cyan",
    "diverge": "bold red",
    "mixed": "bold yellow",
    "single-source": "bold",
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns beside the quotes, as wide as the widest of all claims needs, so that the groups align."""

    source: int
    notes: int
    place: int


def measure_columns(comparison: Comparison, claims: Mapping[str, Claim]) -> Columns:
    """Return the columns that the claims of all groups need."""
    shown = [(claims[claim], group.topic) for group in comparison.groups for claim in group.claims]
    return Columns(
        source=min(_WIDEST_SOURCE, max((cell_len(_tell_source(claim)) for claim, _ in shown), default=0)),
        notes=min(_WIDEST_NOTES, max((cell_len(_tell_notes(claim, topic)) for claim, topic in shown), default=0)),
        place=min(_WIDEST_PLACE, max((cell_len(_tell_place(claim)) for claim, _ in shown), default=0)),
    )


def lay_out_group(number: int, group: Group, claims: Mapping[str, Claim], columns: Columns | None) -> Lines:
    """Return a group in rows of columns, or with each quote under its source where there are no columns."""
    members = [claims[claim] for claim in group.claims]
    body = _claim_rows(members, group.topic, columns) if columns else _claim_blocks(members, group.topic)
    silent = f"silent: {', '.join(for_screen(source) for source in group.silent)}" if group.silent else ""
    below = [*_judgement_lines(group, claims), *([Text(silent, style="dim", overflow="fold")] if silent else [])]
    return Lines(_heading(number, group), *(Padding(line, _INDENT) for line in (body, *below)))


def _heading(number: int, group: Group) -> Table:
    verdict = f"{VERDICT_SIGNS[group.verdict]} {VERDICT_WORDS[group.verdict]}"
    matter = Text(for_screen(group.matter), style="bold", overflow="fold")
    if group.differs_in:
        matter.append(f"  in {for_screen(', '.join(group.differs_in))}", style="not bold")
    matter.append(f"  {for_screen(group.id)}", style="not bold dim")
    heading = Table.grid(padding=_GAP, expand=True)
    heading.add_column(no_wrap=True, min_width=2)
    heading.add_column(no_wrap=True, min_width=9)
    heading.add_column(ratio=1)
    heading.add_row(Text(f"{number}"), Text(verdict, style=_VERDICT_STYLES[group.verdict]), matter)
    return heading


def _claim_blocks(claims: Iterable[Claim], topic: str) -> Lines:
    blocks: list[RenderableType] = []
    for claim in claims:
        head = Text(_tell_source(claim), style="bold", overflow="fold")
        blocks.append(head.append(f"  {_tell_place(claim)}", style="not bold dim"))
        lines = [Text(_tell_quote(claim), overflow="fold")]
        notes = _tell_notes(claim, topic)
        if notes:
            lines.append(Text(notes, style="italic", overflow="fold"))
        blocks += [Padding(line, (0, 0, 0, 2)) for line in lines]
    return Lines(*blocks)


def _claim_rows(claims: Iterable[Claim], topic: str, columns: Columns) -> Table:
    rows = Table.grid(padding=_GAP, expand=True)
    rows.add_column(width=columns.source, overflow="fold", style="bold")
    rows.add_column(ratio=1, overflow="fold")
    if columns.notes:
        rows.add_column(width=columns.notes, overflow="fold", style="italic")
    rows.add_column(width=columns.place, overflow="fold", style="dim")
    for claim in claims:
        notes = [_tell_notes(claim, topic)] if columns.notes else []
        rows.add_row(*(Text(cell) for cell in (_tell_source(claim), _tell_quote(claim), *notes, _tell_place(claim))))
    return rows


def _judgement_lines(group: Group, claims: Mapping[str, Claim]) -> Iterator[RenderableType]:
    judgements = find_judgements(group, claims)
    for judgement in judgements[:JUDGEMENTS_SHOWN]:
        line = Table.grid(padding=(0, 1, 0, 0), expand=True)
        line.add_column(width=1)
        line.add_column(ratio=1, overflow="fold")
        line.add_row(Text("=" if judgement.relation in COMPATIBLE else "≠"), _tell_judgement(judgement))
        yield line
    hidden = sum(judgement.pairs for judgement in judgements[JUDGEMENTS_SHOWN:])
    if hidden:
        yield Text(f"… {count(hidden, 'more pair')}; the long CSV lists all of them.")


def _tell_judgement(judgement: Judgement) -> Text:
    line = Text(f"{RELATION_WORDS[judgement.relation]}: ", style="bold")
    line.append(f"{for_screen(judgement.who)} — {for_screen(judgement.reason).rstrip('.')}", style="not bold")
    return line.append(f" · rule: {for_screen(judgement.rule)} · {judgement.score}", style="not bold dim")


def _tell_source(claim: Claim) -> str:
    return for_screen(f"{claim.source}, {claim.published}" if claim.published else claim.source)


def _tell_quote(claim: Claim) -> str:
    return f"“{cut(for_screen(claim.text), QUOTE_LENGTH)}”"


def _tell_notes(claim: Claim, topic: str) -> str:
    return for_screen(", ".join(describe_claim(claim, topic=topic)))


def _tell_place(claim: Claim) -> str:
    return for_screen(locate(claim))
