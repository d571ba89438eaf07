"""One group of claims for the terminal: verdict and matter, every quote with its place, every judgement."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.console import Group as Lines
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcmp.records import COMPATIBLE, Claim, Comparison, Group, Relation, SelfContradiction, Verdict
from claimcmp.report.arrangement import locate
from claimcmp.report.judgements import Judgement, find_agreements, find_judgements, find_marks
from claimcmp.report.notes import describe_claim
from claimcmp.report.safe_text import cut, for_screen, without_emphasis
from claimcmp.report.standing import tell_consensus, tell_decisions, tell_shared_voices, tell_spreads
from claimcmp.report.wording import RELATION_WORDS, count, find_respects, list_words, show_sign, show_verdict

QUOTE_LENGTH = 400
"""Characters of a quote that are shown; the offsets are always those of the whole."""
JUDGEMENTS_SHOWN = 12
"""Judgements of a group that are spelt out; the pairs of the others are counted."""

COPIES_SHOWN = 6
"""Places of copied claims that are listed; the others are counted."""
FEWEST_VOICES = 2
"""Of two voices the relation says all; a majority needs more."""

_INDENT = (0, 0, 0, 4)
_GAP = (0, 2, 0, 0)
_WIDEST_SOURCE, _WIDEST_NOTES, _WIDEST_PLACE = 28, 34, 36
_AGREE: dict[Relation, tuple[str, str]] = {
    "agree": ("agrees", "agree"),
    "complementary": ("is complementary", "are complementary"),
}
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
        source=min(_WIDEST_SOURCE, max((cell_len(name) for name in _name_sources(comparison, claims)), default=0)),
        notes=min(_WIDEST_NOTES, max((cell_len(_tell_notes(claim, topic)) for claim, topic in shown), default=0)),
        place=min(_WIDEST_PLACE, max((cell_len(_tell_place(claim)) for claim, _ in shown), default=0)),
    )


def _name_sources(comparison: Comparison, claims: Mapping[str, Claim]) -> Iterator[str]:
    """Yield what stands in the column of sources."""
    for group in comparison.groups:
        members = [claims[claim] for claim in group.claims]
        marks = find_marks(members)
        yield from (_tell_marked(claim, marks) for claim in members)


def lay_out_group(
    group: Group,
    claims: Mapping[str, Claim],
    columns: Columns | None,
    alike: Sequence[str] = (),
    *,
    full: bool = False,
) -> Lines:
    """Return a group in rows of columns, or with each quote under its source where there are no columns.

    ``alike`` are the ids of groups of other topics with mostly the same claims. Differences are spelt out; pairs that
    agree are summed up unless ``full``.
    """
    copied = {claim for voice in group.voices for claim in voice.copies}
    members = [claims[claim] for claim in group.claims if claim not in copied]
    body = _claim_rows(members, group.topic, columns) if columns else _claim_blocks(members, group.topic)
    standing = [Text(for_screen(line), style="dim", overflow="fold") for line in _tell_standing(group, claims)]
    if alike:
        told = for_screen(f"mostly the same claims: {list_words(alike)}")
        standing.append(Text(told, style="dim", overflow="fold"))
    below = [*_judgement_lines(group, claims, find_marks(members), full=full), *standing]
    return Lines(lay_out_heading(group), *(Padding(line, _INDENT) for line in (body, *below)))


def lay_out_clash(found: SelfContradiction, claims: Mapping[str, Claim]) -> Lines:
    """Return two claims of one source that cannot both hold, and why."""
    a, b = claims[found.pair.a], claims[found.pair.b]
    heading = Text("! ", style="bold red").append(f"{for_screen(found.source)} contradicts itself", style="bold")
    reason = Text(f"≠ {RELATION_WORDS[found.pair.relation]}: {for_screen(found.pair.reason)}", overflow="fold")
    reason.append(f" · rule: {for_screen(found.pair.rule)} · confidence {found.pair.confidence:.2f}", style="dim")
    return Lines(heading, *(Padding(line, _INDENT) for line in (_claim_blocks([a, b], found.topic), reason)))


def _tell_standing(group: Group, claims: Mapping[str, Claim]) -> Iterator[str]:
    """Yield what the pairs come to: majority, values, who speaks as one, who is silent, what filters hide."""
    if len(group.voices) > FEWEST_VOICES:
        yield tell_consensus(group)
    if group.spreads:
        yield f"values: {'; '.join(tell_spreads(group))}"
    if shared := tell_shared_voices(group):
        yield f"one voice: {'; '.join(shared)}"
    copies = [claims[claim] for voice in group.voices for claim in voice.copies if claim in claims]
    if copies:
        more = f" and {len(copies) - COPIES_SHOWN:,} more" if len(copies) > COPIES_SHOWN else ""
        yield f"same words: {', '.join(locate(claim) for claim in copies[:COPIES_SHOWN])}{more}"
    if group.silent:
        yield f"silent here: {', '.join(group.silent)}"
    yield from (f"review: {told}" for told in tell_decisions(group))
    if group.pairs_hidden:
        yield f"{count(group.pairs_hidden, 'pair')} hidden by filters; the verdict is that over all pairs"


def lay_out_heading(group: Group) -> Table:
    """Return the verdict of a group, its name, what it differs in, and its id."""
    verdict = f"{show_sign(group)} {show_verdict(group)}"
    matter = Text(for_screen(without_emphasis(group.matter)), style="bold", overflow="fold")
    if respects := find_respects(group):
        matter.append(f"  in {for_screen(', '.join(respects))}", style="not bold")
    matter.append(f"  {for_screen(group.id)}", style="not bold dim")
    heading = Table.grid(padding=_GAP, expand=True)
    heading.add_column(no_wrap=True, min_width=9)
    heading.add_column(ratio=1)
    heading.add_row(Text(verdict, style=_VERDICT_STYLES[group.verdict]), matter)
    return heading


def _claim_blocks(claims: Sequence[Claim], topic: str) -> Lines:
    """Return the quotes under their sources; a source that has several is named once."""
    marks = find_marks(claims)
    blocks: list[RenderableType] = []
    for _, held in groupby(claims, key=lambda claim: (claim.document, _tell_source(claim))):
        of_source = list(held)
        first, several = of_source[0], len(of_source) > 1
        head = Text(_tell_source(first), style="bold", overflow="fold")
        place = for_screen(first.document) if several else _tell_place(first)
        blocks.append(head.append(f"  {place}", style="not bold dim"))
        for claim in of_source:
            quote = Text(_tell_quote(claim), overflow="fold")
            if several:
                quote.append(f"  {claim.start}–{claim.end}", style="dim")
            lines = [quote]
            if notes := _tell_notes(claim, topic):
                lines.append(Text(notes, style="italic", overflow="fold"))
            blocks.append(_mark(marks[claim.id], lines) if claim.id in marks else Padding(Lines(*lines), (0, 0, 0, 2)))
    return Lines(*blocks)


def _mark(mark: str, lines: Sequence[Text]) -> Table:
    marked = Table.grid(padding=(0, 1, 0, 0), expand=True)
    marked.add_column(no_wrap=True)
    marked.add_column(ratio=1, overflow="fold")
    for number, line in enumerate(lines):
        marked.add_row(Text("" if number else f"  {mark}"), line)
    return marked


def _claim_rows(claims: Sequence[Claim], topic: str, columns: Columns) -> Table:
    marks = find_marks(claims)
    rows = Table.grid(padding=_GAP, expand=True)
    rows.add_column(width=columns.source, overflow="fold", style="bold")
    rows.add_column(ratio=1, overflow="fold")
    if columns.notes:
        rows.add_column(width=columns.notes, overflow="fold", style="italic")
    rows.add_column(width=columns.place, overflow="fold", style="dim")
    for claim in claims:
        notes = [_tell_notes(claim, topic)] if columns.notes else []
        rows.add_row(
            *(Text(cell) for cell in (_tell_marked(claim, marks), _tell_quote(claim), *notes, _tell_place(claim)))
        )
    return rows


def _judgement_lines(
    group: Group, claims: Mapping[str, Claim], marks: Mapping[str, str], *, full: bool
) -> Iterator[RenderableType]:
    every = find_judgements(group, claims, marks)
    judgements = [one for one in every if full or one.relation not in COMPATIBLE]
    summed = Counter[Relation]() if full else _count_agreements(every)
    # Beside differences a number will do; where there are none, who agrees is the answer.
    alike = () if full or (judgements and summed) else find_agreements(group, claims, marks)
    for judgement in (*judgements[: None if full else JUDGEMENTS_SHOWN], *alike):
        line = Table.grid(padding=(0, 1, 0, 0), expand=True)
        line.add_column(width=1)
        line.add_column(ratio=1, overflow="fold")
        line.add_row(Text("=" if judgement.relation in COMPATIBLE else "≠"), _tell_judgement(judgement))
        yield line
    if judgements and summed:
        told = (f"{count(number, 'pair')} {_AGREE[one][number > 1]}" for one, number in summed.items())
        yield Text(f"= {', '.join(told)}", overflow="fold")
    hidden = 0 if full else sum(judgement.pairs for judgement in judgements[JUDGEMENTS_SHOWN:])
    hidden += sum(not pair.independent for pair in group.pairs)
    if hidden and every:
        yield Text(f"… {count(hidden, 'more pair')}; the long CSV lists all of them.", overflow="fold")


def _count_agreements(judgements: Iterable[Judgement]) -> Counter[Relation]:
    summed: Counter[Relation] = Counter()
    for judgement in judgements:
        if judgement.relation in COMPATIBLE:
            summed[judgement.relation] += judgement.pairs
    return summed


def _tell_judgement(judgement: Judgement) -> Text:
    line = Text(f"{RELATION_WORDS[judgement.relation]}: ", style="bold")
    line.append(f"{for_screen(judgement.who)} — {for_screen(judgement.reason).rstrip('.')}", style="not bold")
    if not judgement.rule:
        return line
    sure = f"{judgement.score} · {judgement.confidence}"
    return line.append(f"\nrule: {for_screen(judgement.rule)} · {sure}", style="not bold dim")


def _tell_source(claim: Claim) -> str:
    return for_screen(f"{claim.source}, {claim.published}" if claim.published else claim.source)


def _tell_marked(claim: Claim, marks: Mapping[str, str]) -> str:
    return f"{_tell_source(claim)} {marks.get(claim.id, '')}".strip()


def _tell_quote(claim: Claim) -> str:
    return f"“{cut(for_screen(without_emphasis(claim.text)), QUOTE_LENGTH)}”"


def _tell_notes(claim: Claim, topic: str) -> str:
    return for_screen(", ".join(describe_claim(claim, topic=topic)))


def _tell_place(claim: Claim) -> str:
    return for_screen(locate(claim))
