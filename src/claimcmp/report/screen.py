"""Turns Rich renderables into text of a given width, the same on every machine."""

import re
from io import StringIO

from rich.console import Console, RenderableType

NARROWEST = 40
"""Below this many columns there is no room for a source beside its place; the text is laid out as if there were."""

# Rich fills cells up to their width, in colour with the codes of the style around the spaces.
_RESET = "\x1b[0m"
_LINE_END = re.compile(r"(?: |\x1b\[[0-9;]*m)+$", re.MULTILINE)


def render(*parts: RenderableType, width: int, color: bool) -> str:
    """Return the parts below each other, at most ``width`` columns wide, without spaces at line ends."""
    output = StringIO()
    console = Console(
        file=output,
        width=max(width, NARROWEST),
        height=25,
        force_terminal=color,
        force_jupyter=False,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        # Rich would else let COLUMNS, TERM and NO_COLOR of the caller change the text.
        _environ={},
    )
    console.print(*parts, sep="\n")
    return _LINE_END.sub(_end_line, output.getvalue())


def _end_line(found: re.Match[str]) -> str:
    return _RESET if _RESET in found.group() else ""
