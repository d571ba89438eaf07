"""A claim or a group looked at closely, as text: the sentences around it, its marks, its groups and pairs."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimcmp.findings import PlacedClaim, Sentence, View
from claimcmp.records import COMPATIBLE, AnnotatedSentence, Claim, Group, Pair
from claimcmp.report.annotation import lay_out_sentence
from claimcmp.report.arrangement import locate
from claimcmp.report.safe_text import for_screen
from claimcmp.report.standing import tell_decisions
from claimcmp.report.two_forms import format_record
from claimcmp.report.wording import RELATION_WORDS, count, find_respects, show_sign, show_verdict

_INDENT = (0, 0, 0, 4)


def format_view(view: View, format: str = "table", *, width: int = 100, color: bool = False) -> str:  # noqa: A002
    """Return the view for a terminal or as JSON; an unknown form raises with the known ones."""
    return format_record(view, _lay_out, format, width=width, color=color)


def _lay_out(view: View) -> Iterator[RenderableType]:
    claims = {placed.claim.id: placed.claim for placed in view.claims} | {claim.id: claim for claim in view.partners}
    alone = len(view.claims) == 1
    if not alone:
        for group in view.groups:
            yield _group_line(group)
            yield from _decision_lines(group)
        yield ""
    for number, placed in enumerate(view.claims):
        if number:
            yield ""
        yield from _lay_out_claim(placed)
    for group in view.groups:
        yield ""
        if alone:
            yield _group_line(group)
            yield from _decision_lines(group)
            yield from _lay_out_pairs(_pairs_of(group, view.claims[0].claim), claims, view.claims[0].claim)
        else:
            yield from _lay_out_pairs(group.pairs, claims, None)
    if alone and not view.groups:
        yield ""
        yield Text("In no group: no claim of another source is on the same matter.")


def _lay_out_claim(placed: PlacedClaim) -> Iterator[RenderableType]:
    claim, document = placed.claim, placed.document
    told = ", ".join(part for part in (claim.source, document.author, document.title, claim.published) if part)
    head = Text(for_screen(told), style="bold", overflow="fold")
    yield head.append(f"  {for_screen(locate(claim))}  {for_screen(claim.id)}", style="not bold dim")
    where = " · ".join(part for part in (document.path, document.url) if part)
    if where:
        yield Text(for_screen(where), style="dim", overflow="fold")
    yield from map(_context_line, placed.before)
    if placed.sentence is None:
        # Without the text of the document the quote is all there is.
        held = AnnotatedSentence(claim.text, claim.start, claim.end, None, claim.topic_evidence, (claim,))
        yield from lay_out_sentence(held)
        yield Text("The text of the document is not in the claims folder, so there is no context.", style="dim")
    else:
        sentence = placed.sentence
        yield from lay_out_sentence(
            AnnotatedSentence(sentence.text, sentence.start, sentence.end, None, claim.topic_evidence, (claim,))
        )
    yield from map(_context_line, placed.after)


def _context_line(sentence: Sentence) -> Text:
    return Text(f"{sentence.start}–{sentence.end}  {for_screen(sentence.text)}", style="dim", overflow="fold")


def _group_line(group: Group) -> Text:
    line = Text(f"{show_sign(group)} {show_verdict(group)}  ", style="bold", overflow="fold")
    line.append(for_screen(group.matter))
    if respects := find_respects(group):
        line.append(f"  in {for_screen(', '.join(respects))}", style="not bold")
    line.append(f"  {for_screen(group.topic)}, {count(len(group.claims), 'claim')}", style="not bold")
    return line.append(f"  {for_screen(group.id)}", style="not bold dim")


def _decision_lines(group: Group) -> Iterator[RenderableType]:
    for told in tell_decisions(group):
        yield Padding(Text(for_screen(f"review: {told}"), overflow="fold"), _INDENT)


def _pairs_of(group: Group, claim: Claim) -> list[Pair]:
    return [pair for pair in group.pairs if claim.id in (pair.a, pair.b)]


def _lay_out_pairs(pairs: Iterable[Pair], claims: Mapping[str, Claim], claim: Claim | None) -> Iterator[RenderableType]:
    """Yield every pair with its reason and the other side's quote; of a group, both places."""
    shown = list(pairs)
    if not shown:
        yield Padding(Text("In no pair: it stands with claims of its sentence or source that are."), _INDENT)
    for pair in shown:
        sign = "=" if pair.relation in COMPATIBLE else "≠"
        sides = [claims[side] for side in (pair.a, pair.b) if claim is None or side != claim.id]
        who = " / ".join(f"{side.source} {locate(side)}" for side in sides)
        line = Text(f"{sign} {RELATION_WORDS[pair.relation]}: ", style="bold", overflow="fold")
        line.append(for_screen(f"{who} — {pair.reason.rstrip('.')}"), style="not bold")
        told = f"rule: {pair.rule} · score {pair.score:.2f} · confidence {pair.confidence:.2f}"
        line.append(f" · {for_screen(told)}", style="not bold dim")
        if not pair.independent:
            line.append(" · no voice of its own", style="not bold dim")
        yield Padding(line, _INDENT)
        if claim is not None:
            yield Padding(
                Text(f"“{for_screen(sides[0].text)}”  {for_screen(sides[0].id)}", overflow="fold"), (0, 0, 0, 6)
            )
