"""Small plots of values on a line, as SVG that stretches with its column and needs no style of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimcmp.report.html.markup import Html, element

_FROM, _TO = 3.0, 97.0
"""Percent of the width between which values lie, so that no mark is cut off at an edge."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the two ends of a line stand for."""

    low: float
    high: float

    def place(self, value: float) -> float:
        """Return where a value lies, in percent of the width; all lie in the middle where there is one value."""
        if self.high <= self.low:
            return (_FROM + _TO) / 2
        share = (value - self.low) / (self.high - self.low)
        return _FROM + (_TO - _FROM) * min(1.0, max(0.0, share))


def draw_track(
    scale: Scale,
    *,
    points: Iterable[float] = (),
    stretches: Iterable[tuple[float, float]] = (),
    hollow: Iterable[float] = (),
    ticks: Iterable[float] = (),
) -> Html:
    """Return a line with points, stretches, hollow points and ticks on it.

    It is drawn for the eye only: what it shows must stand in words beside it.
    """
    shapes = [element("line", class_="axis", x1=_percent(_FROM), x2=_percent(_TO), y1="50%", y2="50%")]
    shapes += [
        element("line", class_="tick", x1=_percent(x), x2=_percent(x), y1="10%", y2="90%")
        for x in map(scale.place, ticks)
    ]
    for low, high in stretches:
        left, right = scale.place(low), scale.place(high)
        width = max(right - left, 0.8)
        shapes.append(element("rect", x=_percent(left), width=_percent(width)))
    shapes += [element("circle", class_="hollow", cx=_percent(scale.place(x))) for x in hollow]
    shapes += [element("circle", cx=_percent(scale.place(x))) for x in points]
    return element("svg", *shapes, class_="track", aria_hidden="true")


def _percent(value: float) -> str:
    return f"{value:.2f}%"
