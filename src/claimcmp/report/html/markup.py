"""Markup that is safe by construction: whatever is not markup already is escaped where it is put in."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape

from claimcmp.report.safe_text import for_page

VOID = frozenset({"br", "col", "hr", "input", "link", "meta"})
"""Elements that hold nothing and are not closed."""

_NOT_IN_ANCHOR = re.compile(r"[^A-Za-z0-9.-]")
_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Part = str | Html | None | Iterable["Part"]
"""What an element may hold: markup as it is, text escaped, nothing, or several of these."""


def element(name: str, /, *parts: Part, **attributes: str | int | bool | None) -> Html:
    """Return an element; ``class_`` and ``data_topic`` are written as ``class`` and ``data-topic``.

    An attribute that is None or False is left out, one that is True has no value.
    """
    opened = "".join([f"<{name}", *map(_write_attribute, attributes.items()), ">"])
    return Html(opened if name in VOID else f"{opened}{''.join(map(_write, parts))}</{name}>")


def join(*parts: Part) -> Html:
    """Return the parts behind each other."""
    return Html("".join(map(_write, parts)))


def isolated(text: Part) -> Html:
    """Return a text of a source so that its direction cannot change what stands around it."""
    return element("bdi", text)


def hidden(text: str) -> Html:
    """Return words for those who hear the page; others see what they stand for."""
    return element("span", text, class_="vh")


def anchor(kind: str, *names: str) -> str:
    """Return the id of a place in the page, the same in every run and different for different names."""
    return "-".join([kind, *(_NOT_IN_ANCHOR.sub(lambda found: f"_{ord(found.group()):x}_", name) for name in names)])


def link(target: str, /, *parts: Part, **attributes: str | int | bool | None) -> Html:
    """Return a link to a place in the page."""
    return element("a", *parts, href=f"#{target}", **attributes)


def lazy(*parts: Part) -> Html:
    """Return parts of a long page that its script makes elements of when they come into view.

    Where scripts run, a browser takes ``noscript`` for plain text, which costs next to nothing; elsewhere it shows it.
    """
    return element("div", element("noscript", *parts), class_="lazy")


def data_block(name: str, plain: Mapping[str, object]) -> Html:
    """Return plain values as JSON that a script of the page can read, and that cannot end its element."""
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_IN_SCRIPT)
    text = _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return Html(f'<script type="application/json" id="{name}">{text}</script>')


def _write(part: Part) -> str:
    if isinstance(part, Html):
        return part
    if part is None:
        return ""
    if isinstance(part, str):
        return escape(for_page(part), quote=False)
    return "".join(map(_write, part))


@lru_cache(maxsize=4096)
def _write_attribute(attribute: tuple[str, str | int | bool | None]) -> str:
    name, value = attribute
    if value is None or value is False:
        return ""
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{escape(for_page(str(value)))}"'
