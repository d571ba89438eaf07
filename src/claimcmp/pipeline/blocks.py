"""Finds the blocks of a text: headings, paragraphs and list items as runs of lines that belong together."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median

from claimcmp.lexicons import read_lexicon

# A line of more than this is not wrapped at a column, it is a paragraph.
WIDEST_WRAP = 260
NARROWEST_WRAP = 32

# Begins and ends with a sign that shows, so that no run of spaces is read twice.
LINE = re.compile(r"\S(?:[^\r\n\f\v\x85\u2028\u2029]*\S)?")
BULLET = re.compile(r"\s*(?:[*+•‣⁃▪◦●·]\s+|-\s+(?=\S))")
# "4.1 Results" is numbered, "4.1 per cent of patients" is not.
NUMBERING = re.compile(
    r"\s*(?:–\s+|(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(?[A-Z]\))\s+|\d{1,3}\.\d{1,3}\.?\s+(?![a-z%€$£\d\s]))"
)
MARKDOWN_MARKER = re.compile(r"\s*(?:#{1,6}\s|>|\||```|~~~|=+\s*$|-{3,}\s*$|!\[|\[\^?[^\]]+\]:\s)")
PROSE_TAGS = "div|p|section|article|main|aside|center|blockquote|details|summary|span|small|font|li"
QUOTE_MARKER = re.compile(r"(?:>[ \t]*)+(?=[^\s>])")
# What opens a footnote ("[^1]: ") or stands around prose in HTML ("<div>"); nothing that only shows or links.
FOOTNOTE_MARKER = re.compile(r"\[\^[^\]\s]+\]:[ \t]+(?=[^\s<])(?!https?://\S+\s*\Z)")
OPENING_TAGS = re.compile(rf"(?:<(?:{PROSE_TAGS})(?:\s[^<>]*)?>\s*)+(?=[^<\s])", re.IGNORECASE)
CLOSING_TAGS = re.compile(rf"(?:</(?:{PROSE_TAGS})>\s*)+\Z", re.IGNORECASE)
# Who wrote the text, where it does not begin with a capital; the names have the line to themselves.
BYLINE = re.compile(r"by(?:,? (?:and |& )?[A-Z][\w.'’-]+){2,}")
TERMINAL = re.compile(r"""[.!?…:;]["'”’»)\]\s]*(?:\[[\d,\s–-]{1,12}\]\s*)*$""")
FIRST_WORD = re.compile(r"[\"'“‘(\[]*([^\W\d_][\w'’-]*)")
# No heading is so long and holds the end of a sentence and the beginning of the next.
SENTENCE_WITHIN = re.compile(r".{20,}[\w)\]]{2}[.!?][\"'”’)]*\s+[\"'“‘(\[]*[A-Z][\w'’-]*\s+\w.{8,}")
LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)[\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, as offsets without outer white space.

    Blocks with the same ``paragraph`` stand between the same two blank lines.
    """

    start: int
    end: int
    paragraph: int
    body: int
    """Where the running text begins: behind a dateline, the marks of a Markdown quote or footnote, or tags of HTML."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    paragraph: int
    text: str


def find_blocks(text: str) -> list[Block]:
    """Find the blocks of ``text``, in order; every character that is not white space is in exactly one.

    A line goes on in the next one where the text is wrapped at a column, and where a sentence was cut by a
    page break: it lacks an end, and the next line cannot be a beginning.
    """
    lines = _find_lines(text)
    wrapped = _find_wrapped_paragraphs(lines)
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        first = last = index
        while (following := _find_continuation(lines, last, wrapped)) is not None:
            last = following
        start, end = lines[first].start, lines[last].end
        blocks.append(Block(start, end, lines[first].paragraph, _find_body(text, start, end)))
        index = last + 1
    return blocks


def _find_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    paragraph = 0
    previous_end = 0
    for match in LINE.finditer(text):
        start = match.start()
        gap = text[previous_end:start]
        if lines and (gap.count("\n") > 1 or "\f" in gap or (gap.count("\r") > 1 and "\n" not in gap)):
            paragraph += 1
        lines.append(_Line(start, match.end(), paragraph, match.group()))
        previous_end = match.end()
    return lines


def _find_wrapped_paragraphs(lines: list[_Line]) -> frozenset[int]:
    """Find the paragraphs that an editor wrapped: no line had room for the first word of the next."""
    paragraphs: dict[int, list[_Line]] = {}
    for line in lines:
        paragraphs.setdefault(line.paragraph, []).append(line)
    wrapped: set[int] = set()
    widths: list[int] = []
    for number, members in paragraphs.items():
        width = max(len(line.text) for line in members)
        if len(members) > 2 and NARROWEST_WRAP <= width <= WIDEST_WRAP and _is_filled(members, width):
            wrapped.add(number)
            widths.append(width)
    if widths:
        # Two lines alone prove nothing; they are wrapped where longer paragraphs of the document are.
        usual = int(median(widths))
        for number, members in paragraphs.items():
            if len(members) == 2 and abs(len(members[0].text) - usual) <= 12 and _is_filled(members, usual):
                wrapped.add(number)
    return frozenset(wrapped)


def _is_filled(members: list[_Line], width: int) -> bool:
    return all(len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > width - 8 for a, b in pairwise(members))


def _find_continuation(lines: list[_Line], index: int, wrapped: frozenset[int]) -> int | None:
    """Return the index of the line in which ``lines[index]`` goes on, if it does."""
    following = index + 1
    if following >= len(lines):
        return None
    line, after = lines[index], lines[following]
    if after.paragraph == line.paragraph:
        in_wrapped = line.paragraph in wrapped
        # In wrapped prose a line may happen to begin with "12. " or a dash.
        if _begins_block(after.text, only_bullets=in_wrapped and not TERMINAL.search(line.text)):
            return None
        return following if in_wrapped or _is_cut(line.text, after.text) else None
    while following < len(lines) and _is_page_number(lines[following].text):
        following += 1
    if following < len(lines) and not _begins_block(lines[following].text):
        if BYLINE.fullmatch(lines[following].text):
            return None
        return following if _is_cut(line.text, lines[following].text) else None
    return None


def _begins_block(text: str, *, only_bullets: bool = False) -> bool:
    if BULLET.match(text) or MARKDOWN_MARKER.match(text):
        return True
    return not only_bullets and NUMBERING.match(text) is not None


def _is_cut(text: str, after: str) -> bool:
    """Tell whether ``text`` stops in mid-sentence and ``after`` is not the beginning of one."""
    if TERMINAL.search(text) or MARKDOWN_MARKER.match(text):
        return False
    first, last = FIRST_WORD.match(after), LAST_WORD.search(text)
    dangling = last is not None and last.group(1) in _dangling_words()
    if text.endswith((",", "—")) or dangling:
        return len(text) > 3 and (first is not None or after[0].isdigit() or after[0] in "$€£“\"'‘(")
    if len(text) >= NARROWEST_WRAP and first is not None and SENTENCE_WITHIN.fullmatch(text):
        return True
    # A lower-case line after a few words continues them; after a word or two both may be items of a list.
    return first is not None and first.group(1).islower() and first.group(1) != "http" and len(text.split()) > 3


def _is_page_number(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in _patterns("page"))


def _find_body(text: str, start: int, end: int) -> int:
    for marker in (QUOTE_MARKER, FOOTNOTE_MARKER, OPENING_TAGS):
        if (match := marker.match(text, start, end)) is not None:
            return match.end()
    for pattern in _patterns("dateline"):
        match = pattern.match(text, start, min(end, start + 120))
        if match and match.end() < end:
            return match.end()
    return start


def find_tail(text: str, block: Block) -> int:
    """Return where the tags that close the prose of a block begin; its end where there are none."""
    closing = CLOSING_TAGS.search(text, block.body, block.end) if text[block.end - 1] == ">" else None
    if closing is None or closing.start() <= block.body:
        return block.end
    return block.body + len(text[block.body : closing.start()].rstrip())


@cache
def _dangling_words() -> frozenset[str]:
    return frozenset(read_lexicon("blocks")["dangling"]["words"])


@cache
def _patterns(table: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in read_lexicon("blocks")[table]["patterns"])
