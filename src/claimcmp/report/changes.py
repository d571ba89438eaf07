"""What changed between two runs, as text: documents, settings, verdicts, claims."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimcmp.findings import ClaimChange, Difference, DocumentChange, GroupChange, SettingChange
from claimcmp.records import Claim, Verdict
from claimcmp.report.arrangement import locate
from claimcmp.report.notes import describe_attitude
from claimcmp.report.safe_text import cut, for_screen
from claimcmp.report.two_forms import format_record
from claimcmp.report.wording import VERDICT_WORDS, count

QUOTE_LENGTH = 300
_INDENT = (0, 0, 0, 2)
_SIGNS = {"new": "+", "gone": "-", "changed": "~"}


def format_difference(difference: Difference, format: str = "table", *, width: int = 100, color: bool = False) -> str:  # noqa: A002
    """Return what changed for a terminal or as JSON; an unknown form raises with the known ones."""
    return format_record(difference, _lay_out, format, width=width, color=color)


def summarise_difference(difference: Difference) -> str:
    """Return one line: how many documents, claims and groups came, went or changed."""
    parts = [
        _count(difference.documents, "document"),
        _count(difference.claims, "claim"),
        _count(difference.groups, "group"),
    ]
    parts += [f"{count(len(difference.settings), 'setting')} changed"] if difference.settings else []
    told = "; ".join(part for part in parts if part)
    return f"{told}." if told else "Nothing changed."


def _count(changes: Iterable[DocumentChange | ClaimChange | GroupChange], noun: str) -> str:
    kinds = [change.kind for change in changes]
    told = [f"{kinds.count(kind):,} {kind}" for kind in _SIGNS if kind in kinds]
    return f"{noun}s: {', '.join(told)}" if told else ""


def _lay_out(difference: Difference) -> Iterator[RenderableType]:
    sections = (
        ("Documents", [line for change in difference.documents for line in _tell_document(change)]),
        ("Settings", [line for change in difference.settings for line in _tell_setting(change)]),
        ("Groups", [line for change in difference.groups for line in _tell_group(change)]),
        ("Claims", [line for change in difference.claims for line in _tell_claim(change)]),
    )
    shown = [(heading, lines) for heading, lines in sections if lines]
    for number, (heading, lines) in enumerate(shown):
        if number:
            yield ""
        yield Text(heading, style="bold")
        yield from (Padding(line, _INDENT) for line in lines)
    if not shown:
        yield Text("Nothing changed.")


def _line(kind: str, told: str) -> Text:
    return Text(f"{_SIGNS[kind]} {kind}: ", style="bold", overflow="fold").append(for_screen(told), style="not bold")


def _tell_document(change: DocumentChange) -> Iterator[RenderableType]:
    names = dict.fromkeys(name for name in (change.old, change.new) if name)
    differs = f", in {', '.join(change.differs_in)}" if change.differs_in else ""
    yield _line(change.kind, f"{change.source} ({' → '.join(names)}){differs}")


def _tell_setting(change: SettingChange) -> Iterator[RenderableType]:
    sides = " → ".join(cut(side, QUOTE_LENGTH) if side else "none" for side in (change.old, change.new))
    yield _line("changed", f"{change.name}: {sides}")


def _tell_group(change: GroupChange) -> Iterator[RenderableType]:
    sides = [
        _tell_verdict(verdict, differs)
        for verdict, differs in (
            (change.old_verdict, change.old_differs_in),
            (change.new_verdict, change.new_differs_in),
        )
        if verdict
    ]
    names = " → ".join(dict.fromkeys(name for name in (change.old, change.new) if name))
    went = f", merged into {change.merged_into}" if change.merged_into else ""
    went += f", split from {change.split_from}" if change.split_from else ""
    yield _line(change.kind, f"{' → '.join(sides)}  {change.matter}  {names}{went}")


def _tell_verdict(verdict: Verdict, differs: tuple[str, ...]) -> str:
    return VERDICT_WORDS[verdict] + (f" ({', '.join(differs)})" if differs else "")


def _tell_claim(change: ClaimChange) -> Iterator[RenderableType]:
    claim = change.new or change.old
    if claim is None:
        return
    differs = f", in {', '.join(change.differs_in)}" if change.differs_in else ""
    if change.differs_in and change.kind != "changed":
        differs = ", on no topic now" if change.kind == "gone" else ", on no topic before"
    yield _line(change.kind, f"{claim.source}  {locate(claim)}  {claim.id}{differs}")
    both = change.old is not None and change.new is not None
    for word, side in (("was", change.old), ("now", change.new)):
        if side is not None:
            yield Padding(Text(for_screen(_tell_side(side, word if both else "")), overflow="fold"), _INDENT)


def _tell_side(claim: Claim, word: str) -> str:
    held = ", ".join(describe_attitude(claim))
    quote = f"“{cut(for_screen(claim.text), QUOTE_LENGTH)}”"
    return f"{word} {quote}{f' ({held})' if held else ''}".strip()
