"""An explanation of a pair as text: a waterfall of the evidence, what would change it, the rules that were asked."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.records import Change, Claim, Explanation, RuleStep
from claimcmp.report.arrangement import locate
from claimcmp.report.notes import describe_attitude
from claimcmp.report.safe_text import for_screen
from claimcmp.report.two_forms import format_record
from claimcmp.report.wording import RELATION_WORDS

_BAR = 20
_MOST_DIGITS = 7
"""Characters that the longest part is drawn with."""
_EIGHTHS = " ▏▎▍▌▋▊▉"
_INDENT = (0, 0, 0, 2)
_GAP = (0, 2, 0, 0)


def format_explanation(
    explanation: Explanation,
    format: str = "table",  # noqa: A002  # as the user types it
    *,
    width: int = 100,
    color: bool = False,
    full: bool = False,
) -> str:
    """Return the explanation for a terminal or as JSON; an unknown form raises with the known ones.

    ``full`` says of each rule that does not apply what it asks; JSON always does.
    """
    return format_record(explanation, partial(_lay_out, full=full), format, width=width, color=color)


def _lay_out(explanation: Explanation, *, full: bool) -> Iterator[RenderableType]:
    judgment = explanation.judgment
    for name, claim in (("A", judgment.a), ("B", judgment.b)):
        yield from _tell_claim(name, claim)
    yield ""
    yield from _tell_evidence(explanation)
    yield ""
    if judgment.relation:
        told = f"Relation: {RELATION_WORDS[judgment.relation]}, by rule {for_screen(judgment.rule or '')}"
        yield Text(f"{told} · confidence {judgment.confidence:.2f}", style="bold", overflow="fold")
        yield Padding(Text(for_screen(judgment.reason), overflow="fold"), _INDENT)
    elif not judgment.same_matter:
        yield Text("Relation: none, for they are not on the same matter", style="bold", overflow="fold")
    else:
        none = Text("Relation: none, for ", style="bold", overflow="fold")
        yield none.append(for_screen(judgment.reason), style="not bold")
    yield from _tell_list("What would change it:", map(_tell_change, explanation.changes))
    yield from _tell_list("Note:", explanation.notes)
    yield from _tell_rules([step for step in explanation.steps if step.outcome == "does not apply"], full=full)


def _tell_claim(name: str, claim: Claim) -> Iterator[RenderableType]:
    head = Text(f"{name}  ", style="bold", overflow="fold")
    # Statements that were typed have no place; their source is their name.
    placed = claim.source != claim.document
    if placed:
        head.append(for_screen(f"{claim.source}{f', {claim.published}' if claim.published else ''}"))
        head.append(f"  {for_screen(locate(claim))}  {for_screen(claim.id)}", style="not bold dim")
    quote = Text(f"“{for_screen(claim.text)}”", overflow="fold")
    yield head if placed else Text.assemble(head, quote, overflow="fold")
    told = for_screen(", ".join(describe_attitude(claim)) or "own voice, asserted, affirmed")
    amounts = [quantity.text for quantity in claim.quantities] + [date.text for date in claim.dates]
    notes = Text(for_screen("; ".join([told, *amounts])), style="italic", overflow="fold")
    yield from (Padding(line, (0, 0, 0, 3)) for line in ((quote, notes) if placed else (notes,)))


def _tell_evidence(explanation: Explanation) -> Iterator[RenderableType]:
    evidence = explanation.judgment.evidence
    judgment, threshold = explanation.judgment, explanation.threshold
    verdict = "yes" if judgment.same_matter else "no"
    # As many digits as show which of the two is higher.
    score, needed = _write_apart(evidence.score, threshold)
    told = f"score {score}  (threshold {needed})"
    enough = evidence.score >= threshold and not judgment.same_matter
    if enough:
        # A score above the threshold is not all that it takes.
        why = "they have too little in common" if judgment.rule is None else "each is on a matter of its own"
        told = f"score {score} is enough (threshold {needed}), but {why}"
    yield Text(f"Same matter? {verdict}    {told}", style="bold", overflow="fold")
    if not judgment.same_matter:
        low = f"the score {score} is below the threshold {needed}"
        reason = judgment.reason if enough or "below the threshold" not in judgment.reason else low
        yield Padding(Text(for_screen(reason), overflow="fold"), _INDENT)
    table = Table.grid(padding=_GAP)
    table.add_column()
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    scale = max((abs(part) for part in evidence.parts.values()), default=0.0) or 1.0
    for name, part in evidence.parts.items():
        table.add_row(Text(for_screen(name)), f"{part:+.3f}", Text(_draw(part / scale), style=_style(part)))
    table.add_row("sum", f"{evidence.score:+.3f}", "")
    yield Padding(table, _INDENT)
    shared = {
        "shared words": evidence.shared_words,
        "shared terms of the topic": evidence.shared_terms,
        "shared actors": evidence.shared_entities,
    }
    told = "; ".join(f"{what}: {', '.join(words)}" for what, words in shared.items() if words)
    yield Padding(Text(for_screen(told or "no shared words"), style="dim", overflow="fold"), _INDENT)


def _write_apart(score: float, threshold: float) -> tuple[str, str]:
    """Return both with as many digits as tell them apart, at least two."""
    written = ((f"{score:.{digits}f}", f"{threshold:.{digits}f}") for digits in range(2, _MOST_DIGITS))
    return next((pair for pair in written if pair[0] != pair[1]), (f"{score:.2f}", f"{threshold:.2f}"))


def _draw(share: float) -> str:
    """Return a bar for a share of the longest; parts that speak against are drawn with a minus before them."""
    eighths = round(abs(share) * _BAR * 8)
    bar = "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
    return f"−{bar}" if share < 0 else bar


def _style(part: float) -> str:
    return "red" if part < 0 else "green"


def _tell_change(change: Change) -> str:
    if not change.same_matter:
        return f"{change.what}: not the same matter"
    if change.relation is None:
        return f"{change.what}: the same matter, but not judged: {change.reason}"
    return f"{change.what}: {RELATION_WORDS[change.relation]}"


def _tell_list(heading: str, lines: Iterable[str]) -> Iterator[RenderableType]:
    told = list(lines)
    if told:
        yield ""
        yield Text(heading)
        yield from (Padding(Text(for_screen(line), overflow="fold"), _INDENT) for line in told)


def _tell_rules(steps: Sequence[RuleStep], *, full: bool) -> Iterator[RenderableType]:
    """Yield the rules that were asked in vain: most readers need only know that they were."""
    if not steps:
        return
    yield ""
    yield Text(f"Rules asked before it, which do not apply{'' if full else ' (--full says what they ask)'}:")
    names = Text(for_screen(", ".join(step.rule for step in steps)), overflow="fold")
    yield Padding(_rows((step.rule, step.asks) for step in steps) if full else names, _INDENT)


def _rows(rows: Iterable[tuple[str, str]]) -> Table:
    table = Table.grid(padding=_GAP)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, told in rows:
        table.add_row(Text(for_screen(name)), Text(for_screen(told)))
    return table
