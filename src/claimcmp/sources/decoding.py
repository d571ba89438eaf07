"""The bytes of a file as text, in whatever encoding they are."""

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from claimcmp.errors import SourceError

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_FORMATS = (
    (b"%PDF-", "binary, not text: a PDF; save it as plain text first"),
    (b"{\\rtf", "rich text, not plain text; save it as plain text first"),
    (b"PK\x03\x04", "binary, not text: a ZIP, Word or OpenDocument file; save it as plain text first"),
)
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL)
_LATIN_PAGES = ("cp1252", "mac_roman", "cp1250", "iso8859_2", "cp850")
"""In this order of trust; a later one must read better, not just as well."""
_MISREAD = re.compile(r"[^\W\d_](?:[¹²³¼½¾ªº]|[^\w\s\x00-\x7f’–—…·‐‑])[^\W\d_]|[a-zà-ÿ][À-ÞŠŒŽŸ]|[\x80-\x9f\ufffd]")
"""A symbol or a capital in the middle of a word ("Wa³êsa", "wonÕt"), or no character at all."""
_SAMPLE = 200_000


class DecodingError(SourceError):
    """Raised when bytes are no text that could hold claims; the message is the reason alone."""


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, and notes on what was guessed or changed.

    Nothing is normalised: line endings and all characters but a byte order mark stay as they are in the file.
    """
    for signature, reason in _FORMATS:
        if data.startswith(signature):
            raise DecodingError(reason)
    text, notes = _decode_marked(data) or _decode_unmarked(data)
    if _looks_binary(text):
        raise DecodingError("binary, not text")
    if not text.strip().strip("\ufeff\u200b"):
        raise DecodingError("empty")
    if _HTML.match(text):
        raise DecodingError("HTML, not plain text; save the page as plain text first")
    return text, notes


def _decode_marked(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            text, broken = _decode_leniently(data[len(mark) :], encoding)
            note = "byte order mark removed" if encoding == "utf-8" else f"read as {name}"
            return text, (note, *_note_broken(broken, name))
    return None


def _decode_unmarked(data: bytes) -> tuple[str, tuple[str, ...]]:
    if b"\x00" in data:
        # ASCII in UTF-16 is also valid UTF-8, full of NULs.
        return _decode_utf16(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    text, broken = _decode_leniently(data, "utf-8")
    whole = _count_whole(data)
    if broken < whole:
        # Other encodings hardly ever form a valid UTF-8 sequence, so this is UTF-8 with a few damaged places.
        return text, _note_broken(broken, "UTF-8")
    if whole and (mixed := _decode_mixed(data)) is not None:
        return mixed
    encoding = _guess(data)
    text, broken = _decode_leniently(data, encoding)
    return text, (f"read as {_name(encoding)}", *_note_broken(broken, _name(encoding)))


def _decode_mixed(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Decode a file that was put together from two: some lines in UTF-8, all others in one older encoding."""
    lines = data.splitlines(keepends=True)
    others = [line for line in lines if not _decodes(line, "utf-8")]
    if any(_count_whole(line) for line in others):
        return None
    older, encoding = frozenset(others), _guess(b"".join(others))
    text = "".join(_decode_leniently(line, encoding if line in older else "utf-8")[0] for line in lines)
    return text, (f"some lines read as {_name(encoding)}, the others as UTF-8",)


def _count_whole(data: bytes) -> int:
    """Count the characters beyond ASCII that bytes would give in UTF-8."""
    text = data.decode("utf-8", "replace")
    return sum(character >= "\x80" for character in text) - text.count("\ufffd")


def _decode_utf16(data: bytes) -> tuple[str, tuple[str, ...]]:
    # Spaces and line ends have a NUL as their high byte: which side it is on gives the byte order away.
    even, odd = data[0::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd else "utf-16-be"
    units = len(data) // 2
    if len(data) % 2 or (even and odd) or (even + odd) * 20 < units:
        raise DecodingError("binary, not text")
    try:
        return data.decode(encoding), ("read as UTF-16",)
    except UnicodeDecodeError as error:
        raise DecodingError("binary, not text") from error


def _guess(data: bytes) -> str:
    sample = data if len(data) <= _SAMPLE else data[:_SAMPLE].rpartition(b"\n")[0] or data[:_SAMPLE]
    beyond_ascii = sum(byte >= 0x80 for byte in sample)
    if beyond_ascii >= 10 and beyond_ascii * 10 > len(sample) * 3:
        # Whole words beyond ASCII: another script, which charset-normalizer tells apart well.
        best = from_bytes(sample).best()
        if best is not None and _decodes(data, best.encoding):
            return best.encoding
    # With only a quote or an accent here and there it takes English for Finnish in a DOS code page.
    readings = {page: sample.decode(page, "replace") for page in _LATIN_PAGES}
    return min(readings, key=lambda page: len(_MISREAD.findall(readings[page])))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _decode_leniently(data: bytes, encoding: str) -> tuple[str, int]:
    try:
        return data.decode(encoding), 0
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, text.count("\ufffd")


def _note_broken(broken: int, name: str) -> tuple[str, ...]:
    if not broken:
        return ()
    return (f"{broken} {'place' if broken == 1 else 'places'} not valid in {name}, shown as \ufffd",)


def _name(encoding: str) -> str:
    if encoding.startswith("cp125"):
        return f"Windows-{encoding[2:]}"
    return {"mac_roman": "Mac Roman", "koi8_r": "KOI8-R", "koi8_u": "KOI8-U"}.get(
        encoding, encoding.replace("iso8859", "ISO-8859").replace("_", "-").upper()
    )


def _looks_binary(text: str) -> bool:
    if "\x00" in text:
        return True
    sample = text[:_SAMPLE]
    controls = sum(unicodedata.category(character) in {"Cc", "Cn"} for character in sample)
    spaces = sum(sample.count(character) for character in "\t\n\r\f\v\x85\x1a")
    return (controls - spaces) * 20 > len(sample)
