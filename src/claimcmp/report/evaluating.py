"""A run held against an annotation, as tables with the errors below, and as JSON."""

import json
from collections import Counter

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.records import Evaluation, Miss
from claimcmp.report.safe_text import cut, for_screen
from claimcmp.report.screen import render
from claimcmp.report.wording import count

_GAP = 2
_INDENT = 2
_LONGEST_QUOTE = 160
_DIGITS = 4


def format_evaluation(evaluation: Evaluation, *, errors: int = 0, width: int = 100, color: bool = False) -> str:
    """Return the figures, and up to so many errors of each kind."""
    held = f"{evaluation.matched:,} of them hold one of {count(evaluation.claims, 'claim')}"
    parts: list[RenderableType] = [Text(f"{count(evaluation.annotated, 'annotated passage')}; {held}."), ""]
    figures = _make_table("", "precision", "recall", "F1", "right", "extra", "missed")
    for figure in evaluation.figures:
        has, wanted = figure.right + figure.extra, figure.right + figure.missed
        whole = (figure.precision, has), (figure.recall, wanted), (figure.f1, has + wanted)
        # A share of nothing is not 0.
        shares = (f"{share:.3f}" if of else "–" for share, of in whole)
        figures.add_row(figure.name, *shares, f"{figure.right:,}", f"{figure.extra:,}", f"{figure.missed:,}")
    rates = _make_table("", "share", "right", "of")
    for rate in evaluation.rates:
        rates.add_row(rate.name, f"{rate.value:.3f}" if rate.total else "–", f"{rate.right:,}", f"{rate.total:,}")
    # An annotation of which nothing is scored would leave a header without rows.
    parts.append(figures if evaluation.figures else Text("Nothing that is scored is annotated.", overflow="fold"))
    if evaluation.rates:
        parts += ["", rates]
    shown: Counter[str] = Counter()
    for miss in sorted(evaluation.misses, key=_kind):
        shown[miss.kind] += 1
        if shown[miss.kind] > errors:
            continue
        if shown[miss.kind] == 1:
            total = sum(other.kind == miss.kind for other in evaluation.misses)
            parts += ["", Text(f"{miss.kind}: {count(total, 'error')}", style="bold")]
        quotes = " / ".join(f"“{cut(for_screen(quote), _LONGEST_QUOTE)}”" for quote in miss.quotes)
        parts.append(Padding(Text(f"{for_screen(miss.told)}: {quotes}", overflow="fold"), (0, 0, 0, _INDENT)))
    return render(*parts, width=width, color=color)


def format_evaluation_json(evaluation: Evaluation) -> str:
    """Return the figures and all errors as JSON."""
    figures = {
        figure.name: {
            "precision": round(figure.precision, _DIGITS),
            "recall": round(figure.recall, _DIGITS),
            "f1": round(figure.f1, _DIGITS),
            "right": figure.right,
            "extra": figure.extra,
            "missed": figure.missed,
        }
        for figure in evaluation.figures
    }
    rates = {
        rate.name: {"share": round(rate.value, _DIGITS), "right": rate.right, "of": rate.total}
        for rate in evaluation.rates
    }
    errors = [{"kind": miss.kind, "told": miss.told, "quotes": list(miss.quotes)} for miss in evaluation.misses]
    counts = {"claims": evaluation.claims, "annotated": evaluation.annotated, "matched": evaluation.matched}
    return (
        json.dumps({**counts, "figures": figures, "rates": rates, "errors": errors}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _make_table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _kind(miss: Miss) -> str:
    return miss.kind
