"""A comparison as text for the terminal: per topic the answer first, then every group."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from claimcmp.records import Comparison, Copy
from claimcmp.report.arrangement import TopicView, by_id, by_topic, find_alike, unique
from claimcmp.report.decisions import tell_rejected
from claimcmp.report.safe_text import for_screen
from claimcmp.report.screen import render
from claimcmp.report.standing import tell_copy
from claimcmp.report.terminal_brief import LONG, differing_first, lay_out_brief, says_little
from claimcmp.report.terminal_groups import lay_out_clash, lay_out_group, measure_columns
from claimcmp.report.wording import count, count_verdicts, tell_filters, tell_reasons

WIDE = 120
"""From this width on a claim is one row of columns; below, its quote stands under its source."""

COPIES_SHOWN = 10
"""Copied passages that are named; the others are counted."""


def format_terminal(comparison: Comparison, *, width: int = 100, color: bool = False, full: bool = False) -> str:
    """Return the comparison for a terminal of ``width`` columns; colour only repeats what the words say.

    Groups are named by their ids, which stay when topics or filters leave others out. ``full`` spells out every pair.
    In a long table what differs stands first, and groups that only share words have a line each unless ``full``.
    """
    return render(*_lay_out(comparison, wide=width >= WIDE, full=full), width=width, color=color)


def _lay_out(comparison: Comparison, *, wide: bool, full: bool) -> Iterator[RenderableType]:
    claims = by_id(comparison)
    every = by_topic(comparison)
    views = [view for view in every if view.claims or view.groups] if comparison.filters else every
    if comparison.filters and not views:
        yield Text(_tell_nothing_left(comparison), overflow="fold")
        return
    if len(views) > 1:
        yield _answer_line(comparison, views)
        yield ""
    columns = measure_columns(comparison, claims) if wide else None
    long = sum(len(view.groups) for view in views) > LONG
    # Who filters has chosen what to see.
    shortened = long and not full and not comparison.filters
    alike = find_alike([group for view in views for group in view.groups])
    for position, view in enumerate(views):
        if position:
            yield ""
        yield _topic_line(view, comparison.pairs_examined if len(every) == 1 else None)
        brief = [group for group in view.groups if says_little(group)] if shortened else []
        for group in differing_first(view.groups) if long else view.groups:
            if group in brief:
                continue
            yield ""
            others = [other.id for other in alike.get(group.id, ())]
            yield lay_out_group(group, claims, columns, others, full=full)
        if brief:
            yield ""
            yield from lay_out_brief(brief, claims)
        for found in view.self_contradictions:
            yield ""
            yield lay_out_clash(found, claims)
        left_over = _tell_left_over(view)
        if left_over:
            yield Text(f"\n{left_over}" if view.groups else left_over, overflow="fold")
    if comparison.copies:
        yield Text(f"\n{_tell_copies(comparison.copies)}", overflow="fold")
    for group in comparison.rejected:
        yield Text(f"\nTaken apart by review: {for_screen(tell_rejected(group))}.", overflow="fold")
    if comparison.filters:
        yield Text(f"\n{_tell_filters(comparison, len(every) - len(views))}", overflow="fold")
    if len(every) != 1:
        # How many pairs were looked at is known for the whole run only.
        yield Text(f"\n{_tell_whole(len(every), comparison.pairs_examined)}" if every else "No topic to compare.")


def _answer_line(comparison: Comparison, views: Sequence[TopicView]) -> Text:
    """Return the answer over all topics, the first thing that is read."""
    groups = [group for view in views for group in view.groups]
    told = f"{count(len(groups), 'group')}, {count_verdicts(groups)}" if groups else "no groups"
    claims, sources = (
        count(len(comparison.claims), "claim"),
        count(len(unique(claim.source for claim in comparison.claims)), "source"),
    )
    line = Text(count(len(views), "topic"), style="bold", overflow="fold")
    return line.append(f": {told}. {claims}, {sources}.", style="not bold")


def _topic_line(view: TopicView, pairs_examined: int | None) -> Text:
    line = Text(for_screen(view.topic), style="bold", overflow="fold")
    return line.append(f": {_tell_topic(view, pairs_examined)}", style="not bold")


def _tell_topic(view: TopicView, pairs_examined: int | None) -> str:
    claims, sources = count(len(view.claims), "claim"), count(len(view.sources), "source")
    claims += f" and {view.guests:,} near the topic" if view.guests else ""
    if view.groups:
        looked_at = "" if pairs_examined is None else f", {count(pairs_examined, 'pair')} looked at"
        groups = f"{count(len(view.groups), 'group')}, {count_verdicts(view.groups)}."
        return f"{groups} {claims}, {sources}{looked_at}."
    if not view.claims:
        return "no claims."
    if len(view.sources) == 1:
        return f"{claims} from 1 source, nothing to compare with."
    return f"{claims} from {sources}, none on the same matter."


def _tell_left_over(view: TopicView) -> str:
    """Return how many claims and pairs of a topic are in no group, so that nothing is left out in silence."""
    sentences = []
    if view.unmatched and view.groups:
        sentences.append(f"{count(view.unmatched, 'claim')} found no counterpart.")
    if view.unjudged:
        reasons = for_screen(tell_reasons(pair.reason for pair in view.unjudged))
        sentences.append(f"{count(len(view.unjudged), 'similar pair')} not judged: {reasons}.")
    return " ".join(sentences)


def _tell_whole(topics: int, pairs_examined: int) -> str:
    return f"{count(topics, 'topic')}, {count(pairs_examined, 'pair')} looked at."


def _tell_copies(copies: Sequence[Copy]) -> str:
    """Return which passages documents have from each other."""
    told = [tell_copy(copy) for copy in copies[:COPIES_SHOWN]]
    more = [f"and {count(len(copies) - COPIES_SHOWN, 'more passage')}"] if len(copies) > COPIES_SHOWN else []
    return for_screen(f"Copied passages, one voice each: {'; '.join([*told, *more])}.")


def _tell_filters(comparison: Comparison, topics_left_out: int) -> str:
    """Return what is shown, and how much is not."""
    pairs = sum(group.pairs_hidden for group in comparison.groups)
    hidden = count(comparison.groups_hidden, "group")
    hidden += f" and {count(pairs, 'pair')} of the others" if pairs else ""
    told = f"Shown: {tell_filters(comparison.filters)}. Hidden: {hidden}; verdicts are those over all pairs."
    return for_screen(f"{told} {_tell_left_out(topics_left_out)}".rstrip())


def _tell_left_out(topics: int) -> str:
    return f"Nothing is left of {count(topics, 'other topic')}." if topics else ""


def _tell_nothing_left(comparison: Comparison) -> str:
    """Return that filters leave nothing, and the way out."""
    groups = count(comparison.groups_hidden, "group")
    return for_screen(
        f"Nothing to show: of {groups} none passes the filter ({tell_filters(comparison.filters)}). "
        "Loosen it, or leave it out to see everything."
    )
