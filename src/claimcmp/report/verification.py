"""What became of saved quotes, as text: a row a document, then every quote that is not where it was."""

import re
from collections.abc import Iterator
from functools import partial

from rich.cells import cell_len, chop_cells
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.findings import QUOTE_STATES, DocumentCheck, QuoteCheck, Verification
from claimcmp.report.safe_text import cut, for_screen
from claimcmp.report.two_forms import format_record
from claimcmp.report.wording import count

QUOTE_LENGTH = 300
_INDENT = (0, 0, 0, 2)
_GAP = (0, 2, 0, 0)
_NAME_PART = re.compile(r"[^/_\-\s]*[/_\-\s]|[^/_\-\s]+")
"""Of the name of a file, with the sign behind it: "annual_", "report.txt"."""


def format_verification(
    verification: Verification,
    format: str = "table",  # noqa: A002
    *,
    width: int = 100,
    color: bool = False,
    full: bool = False,
) -> str:
    """Return the outcome for a terminal or as JSON; an unknown form raises with the known ones.

    Quotes that have only moved are counted; ``full`` lists them behind the others.
    """
    return format_record(verification, partial(_lay_out, full=full, width=width), format, width=width, color=color)


def summarise_verification(verification: Verification) -> str:
    """Return one line: how many quotes stand where they were, and what became of the others."""
    total = sum(verification.counts.values())
    told = f"{count(total, 'quote')} of {count(len(verification.documents), 'document')}"
    states = ", ".join(f"{number:,} {_WORDS[state]}" for state, number in verification.counts.items() if number)
    return f"{told}: {states or 'none'}."


_WORDS = {
    "exact": "exact",
    "moved": "moved",
    "changed": "changed",
    "unclear": "at several places",
    "gone": "gone",
    "missing": "without a file",
}


def _lay_out(verification: Verification, *, full: bool, width: int) -> Iterator[RenderableType]:
    yield _table(verification, width)
    for check in verification.documents:
        yield from _lay_out_document(check, full=full)


def _table(verification: Verification, width: int) -> Table:
    headings = [_WORDS[state].replace(" a file", "\na file").replace(" places", "\nplaces") for state in QUOTE_STATES]
    room = width - sum(max(map(len, heading.splitlines())) + _GAP[1] for heading in headings)
    table = Table.grid(padding=_GAP)
    table.add_column(no_wrap=True, overflow="fold", vertical="bottom")
    for _ in QUOTE_STATES:
        table.add_column(justify="right", no_wrap=True, vertical="bottom")
    table.add_row(*(Text(cell, style="bold") for cell in ("document", *headings)))
    for check in verification.documents:
        numbers = [str(check.counts.get(state, 0)) for state in QUOTE_STATES]
        table.add_row(Text(_fold_name(for_screen(check.document), room)), *map(Text, numbers))
    return table


def _fold_name(name: str, room: int) -> str:
    """Return a name on several lines where it is too long, broken behind a sign between its words if it has any."""
    lines = [""]
    for part in (piece for found in _NAME_PART.findall(name) for piece in chop_cells(found, max(room, 1))):
        if lines[-1] and cell_len(lines[-1] + part) > room:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _lay_out_document(check: DocumentCheck, *, full: bool) -> Iterator[RenderableType]:
    if check.problem:
        yield ""
        path = f" ({check.path})" if check.path else ""
        told = f"{check.document}{path}: {check.problem.rstrip('.')}. Name its file or folder: claimcmp verify PATH."
        yield Text(for_screen(told), overflow="fold")
        return
    if check.other_line_ends:
        yield ""
        told = f"{check.document}: only the ends of its lines are others; places are those of the text that was read."
        yield Text(for_screen(told), overflow="fold")
    moved = [quote for quote in check.quotes if quote.state == "moved"]
    others = [quote for quote in check.quotes if quote.state != "moved"]
    for quote in (*others, *(moved if full else ())):
        yield ""
        yield from _lay_out_quote(check, quote)
    if moved and not full:
        yield ""
        verb = "stands" if len(moved) == 1 else "stand"
        told = (
            f"{check.document}: {count(len(moved), 'quote')} {verb} word for word at another place (--full lists them)."
        )
        yield Text(for_screen(told), overflow="fold")


def _lay_out_quote(check: DocumentCheck, quote: QuoteCheck) -> Iterator[RenderableType]:
    now = "" if quote.now_start is None else f" → {quote.now_start}–{quote.now_end}"
    head = Text(f"{_WORDS[quote.state]}  ", style="bold", overflow="fold")
    place = f"{check.document} {quote.start}–{quote.end}{now}  {quote.claim}"
    yield head.append(for_screen(place), style="not bold")
    yield Padding(Text(f"“{cut(for_screen(quote.text), QUOTE_LENGTH)}”", overflow="fold"), _INDENT)
    if quote.now is not None:
        yield Padding(Text(f"now “{cut(for_screen(quote.now), QUOTE_LENGTH)}”", overflow="fold"), _INDENT)
