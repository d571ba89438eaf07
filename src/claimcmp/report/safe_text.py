"""Text of a source made harmless for the place where it is shown, and nothing lost on the way."""

import re
import unicodedata

_WHITESPACE_CONTROLS = frozenset("\t\n\v\f\r\x85")
# Marks that change the direction of the text around them: a quote could make its neighbours read otherwise.
_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Marks that take no room: annotation anchors, byte order marks, language tags (which can hide a whole sentence).
_HIDDEN_MARKS = "\ufeff\ufff9\ufffa\ufffb" + "".join(chr(code) for code in range(0xE0000, 0xE0080))


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_CONTROL_CODES = (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))
_CONTROLS = {code: _picture(code) for code in _CONTROL_CODES}
_IN_CELL = {code: picture for code, picture in _CONTROLS.items() if chr(code) not in "\t\n\r"}
_ON_SCREEN = {code: picture for code, picture in _CONTROLS.items() if chr(code) not in _WHITESPACE_CONTROLS} | {
    ord(mark): _picture(ord(mark)) for mark in _DIRECTION_MARKS + _HIDDEN_MARKS
}

_NOT_IN_XML = {code: _picture(code) for code in (0xFFFE, 0xFFFF)}

_LONE_RETURN = re.compile(r"\r(?!\n)")
_HALF = re.compile("[\ud800-\udfff]")
# A claim may begin or end inside of what is bold, so its marks need not be a pair; "2 ** 10" has none.
_BOLD = re.compile(r"(?<!\w)\*\*(?=\S)|(?<=\S)\*\*(?!\w)")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])")
_LEADING_SPACE = re.compile(r"^[\s\u200b\u2060\ufeff]+")
_SIGNED_NUMBER = re.compile(r"\s*[+-](?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?(?<=\d)\s?%?\s*", re.ASCII)


def for_screen(text: str) -> str:
    """Return the text on one line for a terminal.

    Control characters, escape sequences and marks of direction are shown as pictures or in ``\\x9b`` notation, so
    that they act on nothing; runs of white space become one space.
    """
    return " ".join(text.translate(_ON_SCREEN).split())


def for_page(text: str) -> str:
    """Return the text for a page: control characters and marks of direction shown, line breaks kept.

    What has a meaning in markup is left to whoever writes the markup.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_ON_SCREEN)


def for_cell(text: str) -> str:
    """Return the text for a cell of a table: control characters shown, formulas guarded.

    Line breaks and tabs stay, a carriage return only before a line feed. Every replaced character below U+0080 is
    one picture, so that lengths stay those of the source. See ``guard_formula`` for the guard.
    """
    return guard_formula(show_controls(text))


def show_controls(text: str) -> str:
    """Return the text with control characters shown as pictures, but for line breaks and tabs."""
    return _LONE_RETURN.sub("␍", text).translate(_IN_CELL)


def for_xml(text: str) -> str:
    """Return the text without what XML cannot hold: control characters and the like are shown."""
    return show_controls(text).translate(_NOT_IN_XML)


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet would read the text as a formula."""
    return guard_formula(text) != text


def without_halves(text: str) -> str:
    """Return the text with halves of characters (lone surrogates) shown: only whole ones can be stored as UTF-8."""
    return _HALF.sub(lambda found: _picture(ord(found.group())), text)


def make_storable(value: object) -> object:
    """Return a value of a table as a database holds it: texts without halves of characters, tuples as lists of them."""
    if isinstance(value, tuple):
        return [make_storable(part) for part in value]
    return without_halves(value) if isinstance(value, str) else value


def guard_formula(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet would read a formula.

    That is text that starts, after white space, with = + - @ in any width, or with a tab. A signed number alone
    (``-5.3``, ``+3%``) is a number and stays. A guard can be taken off again without doubt: text that already has
    apostrophes before a formula gets one more.
    """
    return f"'{text}" if _is_formula(text) else text


def cut(text: str, most: int) -> str:
    """Return the text, cut at a word with an ellipsis where it has more than ``most`` characters."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    at_word = kept.rpartition(" ")[0]
    # A text without spaces, as in Chinese, is cut where the limit falls.
    return f"{(at_word if len(at_word) > most // 2 else kept).rstrip(' ,;:')}…"


def without_emphasis(text: str) -> str:
    """Return the text without the stars that set words in bold or italics; for reading only, offsets count them."""
    return _ITALIC.sub(r"\1", _BOLD.sub("", text))


def _is_formula(text: str) -> bool:
    if _SIGNED_NUMBER.fullmatch(text):
        return False
    content = text.lstrip("'")
    # NFKC folds the full-width and small forms, which some spreadsheets take for the plain signs.
    first = unicodedata.normalize("NFKC", _LEADING_SPACE.sub("", content, count=1)[:1])
    return content[:1] in {"\t", "\r"} or first in {"=", "+", "-", "@"}
