"""Number ranges of a group: what each voice gives for one thing, in words and on a line."""

from claimcmp.records import Group, Spread
from claimcmp.report.html.markup import Html, element, isolated, join
from claimcmp.report.html.plots import Scale, draw_track
from claimcmp.report.standing import tell_spread


def write_ranges(group: Group) -> Html | None:
    """Return a table for each spread of a group, a row a voice; nothing where nothing is measured alike."""
    return join([_write_spread(spread) for spread in group.spreads]) if group.spreads else None


def _write_spread(spread: Spread) -> Html:
    if spread.low == spread.high:
        return element("p", "Values: ", isolated(tell_spread(spread)), class_="standing")
    scale = Scale(spread.low, spread.high)
    rows = [
        element(
            "tr",
            element("th", isolated(measured.voice), scope="row"),
            element("td", isolated("; ".join(measured.texts))),
            element("td", draw_track(scale, points=[measured.value], ticks=[spread.median]), class_="plot"),
        )
        for measured in sorted(spread.values, key=lambda measured: (measured.value, measured.voice))
    ]
    caption = element("caption", "Values: ", isolated(tell_spread(spread)), "; the stroke is the median")
    return element("table", caption, element("tbody", *rows), class_="plotted ranges")
