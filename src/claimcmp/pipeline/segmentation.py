"""Splits a block of English prose into sentences, by its characters alone."""

import re

from claimcmp.pipeline.abbreviations import (
    EXCLAIMING_NAMES,
    LETTER_NOUNS,
    REPORTING_VERBS,
    STOPS,
    WEB_ENDINGS,
    Stop,
    continues_clock,
    find_stop,
    is_fronted_time,
    opens_sentence,
)
from claimcmp.pipeline.enumerations import BULLETS, find_items

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_MARK_OPENINGS = f"[{SUPERSCRIPTS}0123456789"
_NUMBER_SIGNS = "$€£¥₩₽₹~±"
_FIRST_SYMBOL = "←"

_OTHER_SPACE = re.compile(r"[^\S ]")
# Starts with a plain set of characters, which is what makes the search fast. Every quantifier is possessive: what
# was read is never read again, so the time stays linear; of a group it is an atomic group, for Python before 3.11.5
# reads possessive groups wrong (python/cpython#106052). A full stop with points for an omission behind it, as in
# "compounds. . . . The practice", ends without them.
_TERMINAL = re.compile(
    r"([.!?…](?:(?<=\w\.)(?= (?:\. \. \.|\.{3}|…) +[\"“‘]?[^\W\d_a-z])|[.!?…]*+(?>(?: ++[.!?…]++(?!\w))*)))"
    r"([\"'”’»)\]*†‡]*+) *+"
)
_NUMBERS = r"\d{1,3}(?>(?:[,–-] ?\d{1,3}| \d{1,3})*)"
_MARKS = re.compile(
    rf"(?:(?>(?:\[(?:{_NUMBERS}|\^[\w-]+|[a-z]|(?:note|nb|n) \d+|(?:citation|clarification) needed)\] *+)+)"
    rf"|[{SUPERSCRIPTS}]++ *+)"
    r"(?:(?<= )|\Z|(?=[\"“‘(]?[^\W\d_a-z]))"
)
_NOTED_WORD = re.compile(r"[a-z]{3}\Z")
_NOTE_NUMBERS = re.compile(r"\d{1,3}(?>(?: \d{1,3})*) ++(?=[\"“‘(]?[^\W\d_a-z])")
_LEAD = re.compile(r"(?>(?:\[(?:\.{3}|…)\] ?|(?:\. \. \.|\.{3}|…) |[\"'“‘”’«(\[¿¡—–_*-] ?){0,8})")
# Lower-case words that open sentences: iPhone, al-Shabaab, web addresses.
_BRAND = re.compile(r"[a-z]{1,4}[A-Z]|(?:al|el)-[A-Z]|https?://|www\.")
_NUMERAL = re.compile(r"(?:[A-Z]|[IVXLC]+)(?![\w'’])")
_LABEL = re.compile(rf"[ (\[{BULLETS}*-]*+(?:\d{{1,3}}(?:\.\d{{1,3}})*|[^\W\d_]|[ivx]{{1,4}}|[IVX]{{1,4}})")
_JOINT = re.compile(r"[\"'’“‘(\[/—–-]")
# "km/h" and "mg/l" are whole words, whose last letter is no initial.
_RATIO = re.compile(r"\d*+[^\W\d_]{1,3}/[a-zL]")
_UNSPACED_WORD = re.compile(r"[\"“‘(]?([^\W\d_]++)(?=[ ,;:'’\"”)!?-]|\.(?: |\Z)|\Z)")
_REPORTED = re.compile(rf"(?:[^\W\d_][\w'’.-]*+ ){{1,4}}(?:{'|'.join(REPORTING_VERBS)})\b")

# Longer words before a full stop are no abbreviations.
_LONGEST_WORD = 40
_LONGEST_LABEL = 9

# What may stand after the space behind a terminal.
_CONTINUATION, _NUMBER, _CAPITAL = range(3)


def find_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Find the sentences of text[start:end], a block without blank lines, in order and without outer spaces.

    Every character that is not white space is in exactly one. Citation marks after or before a sentence, as
    in 'died.[1] Lion Air', are units of their own. A quotation or parenthesis of several sentences is split
    inside; nothing is split before a lower-case word.
    """
    block = _OTHER_SPACE.sub(" ", text[start:end].replace("\n", " "))
    sentences: list[tuple[int, int]] = []
    opening = 0
    for item in (*find_items(block), len(block)):
        _add_sentences(sentences, block[opening:item], start + opening)
        opening = item
    return sentences


def _add_sentences(sentences: list[tuple[int, int]], block: str, offset: int) -> None:
    """Append the sentences of a block, or of one item in it."""
    block = block.rstrip()
    size = len(block)
    start = size - len(block.lstrip())
    marks = _MARKS.match(block, start)
    if marks is not None:
        sentences.append((offset + start, offset + len(marks[0].rstrip()) + start))
        start = marks.end()
    for terminal in _TERMINAL.finditer(block, start):
        after = terminal.end()
        if after == size:
            break
        stop = terminal.start()
        right = terminal.end(2)
        resumption = after
        if block[after] in _MARK_OPENINGS:
            resumption = _skip_marks(block, stop, right, after)
        # By far the most frequent end is told here, without asking any further.
        if not (
            right - stop == 1
            and after > right
            and block[stop] == "."
            and block[after].isupper()
            and stop - (space := block.rfind(" ", start, stop)) > 2
            and start <= space
            and (word := block[space + 1 : stop]).isalpha()
            and word not in STOPS
        ) and not _ends_sentence(block, start, terminal, resumption):
            continue
        sentences.append((offset + start, offset + right))
        if resumption > after:
            sentences.append((offset + after, offset + after + len(block[after:resumption].rstrip())))
        start = resumption
    if start < size:
        sentences.append((offset + start, offset + size))


def _skip_marks(block: str, stop: int, right: int, after: int) -> int:
    """Return where the text goes on behind the citation marks at ``after``, if there are any."""
    marks = _MARKS.match(block, after)
    if marks is not None:
        return marks.end()
    # "in a consultation.11 12 Take": a raised number that has lost its height, unlike the one in "vol.2 Take".
    window = max(0, stop - _LONGEST_WORD)
    if after == right and (
        block.endswith((")", "”", '"'), window, stop)
        or (_NOTED_WORD.search(block, window, stop) and _find_word(block, window, stop) not in STOPS)
    ):
        marks = _NOTE_NUMBERS.match(block, after)
    return after if marks is None else marks.end()


def _ends_sentence(block: str, start: int, terminal: re.Match[str], after: int) -> bool:
    """Tell whether the sentence that begins at ``start`` ends with ``terminal``, given what stands at ``after``."""
    stop, run_end = terminal.span(1)
    right = terminal.end(2)
    if after == right:
        return _ends_unspaced(block, start, stop, right)
    kind, position = _find_following(block, after)
    if kind == _CONTINUATION:
        return False
    run = terminal[1]
    if stop > start and block[stop - 1] in "([" and block.startswith((")", "]"), run_end):
        # "[...]" and "(?)" are remarks inside a sentence, or stand for the end that was left out.
        return stop - start > 1 and run in ("...", "…") and opens_sentence(block, position)
    if "?" in run or "!" in run:
        if kind == _NUMBER and block[after] == "(":
            return False  # the year of a title: "Viva Maria! (1965)"
        return _ends_after_cry(block, start, stop, position, quoted=right > run_end and position == after)
    if run != ".":
        return _ends_after_ellipsis(block, start, terminal, kind)
    if stop - start < _LONGEST_LABEL and _LABEL.fullmatch(block, start, stop):
        return False
    return _ends_after_word(
        block, start, stop, kind, position, joined=block.startswith(("(", "[", "—", "–", "-"), after)
    )


def _find_following(block: str, after: int) -> tuple[int, int]:
    """Return what kind of thing goes on at ``after`` and where, behind opening quotes, brackets and dashes."""
    lead = _LEAD.match(block, after)
    position = after if lead is None else lead.end()
    if position >= len(block):
        # Only marks can stand last: they follow an end, a stray quote does not.
        return (_CAPITAL if after == len(block) else _CONTINUATION), position
    first = block[position]
    if first.isalpha():
        return (_CAPITAL if not first.islower() or _BRAND.match(block, position) else _CONTINUATION), position
    if first.isdigit() or first in _NUMBER_SIGNS:
        return _NUMBER, position
    return (_CAPITAL if first in "#@©" or first >= _FIRST_SYMBOL else _CONTINUATION), position


def _ends_after_word(block: str, start: int, stop: int, kind: int, position: int, *, joined: bool) -> bool:
    """Tell whether a single full stop ends a sentence, by the words around it."""
    word = _find_word(block, start, stop)
    behaviour = find_stop(word)
    if behaviour is None:
        # "(Ret.)" in "Gen. (Ret.) David Petraeus" is an abbreviation that no list can know.
        opening = stop - len(word) - 1
        if not (opening > start and block[opening] == "(" and block[stop + 1] == ")"):
            return True
        behaviour = Stop.MAY_END
    if behaviour is Stop.NEVER_ENDS or kind == _NUMBER:
        return False
    if behaviour is Stop.CLOCK:
        return not (continues_clock(block, position) or is_fronted_time(block, start, stop))
    if position == len(block):
        return behaviour is Stop.MAY_END
    if opens_sentence(block, position):
        # "No. They left" answers; an abbreviation alone ends no sentence.
        return not joined and (stop - len(word) > start or behaviour is Stop.BEFORE_NUMBER_OR_WORD)
    if behaviour is Stop.BEFORE_NUMBER_OR_WORD:
        return _NUMERAL.match(block, position) is None
    # "Vitamin C. Oranges" ends, "Washington C. Irving" does not.
    return len(word) == 1 and not joined and _find_word(block, start, stop - 2) in LETTER_NOUNS


def _find_word(block: str, start: int, stop: int) -> str:
    """Return the word before a full stop, or of a compound such as 'non-U.S.' its last part if that is shortened."""
    word = block[max(start, block.rfind(" ", start, stop) + 1, stop - _LONGEST_WORD) : stop].lstrip("\"'“‘([")
    if word.isalpha() or word in STOPS or _RATIO.fullmatch(word):
        return word
    return _JOINT.split(word)[-1]


def _ends_after_cry(block: str, start: int, stop: int, position: int, *, quoted: bool) -> bool:
    """Tell whether '!' or '?' ends a sentence: not in 'Yahoo! Research', nor before 'Smith asked'."""
    if opens_sentence(block, position):
        return True
    if block[stop] == "!" and _find_word(block, start, stop) in EXCLAIMING_NAMES:
        return False
    return not (quoted and _REPORTED.match(block, position))


def _ends_after_ellipsis(block: str, start: int, terminal: re.Match[str], kind: int) -> bool:
    """Tell whether omission points end a sentence: four do, three only at the end of a word."""
    run = terminal[1]
    if terminal.start() == start:
        return False
    if run.count(".") + 3 * run.count("…") > 3:
        return True
    return kind == _CAPITAL and (bool(terminal[2]) or block[terminal.start() - 1] != " ")


def _ends_unspaced(block: str, start: int, stop: int, right: int) -> bool:
    """Tell whether a sentence ends although no space follows, as in 'He left.Nobody saw it.'"""
    following = _UNSPACED_WORD.match(block, right)
    if following is None or stop == start or block.startswith(("..", "…"), stop):
        return False
    first = following[1]
    if not first[0].isupper() or not (first[1:].islower() or first in ("A", "I")) or first.lower() in WEB_ENDINGS:
        return False
    word = block[max(start, block.rfind(" ", max(start, stop - _LONGEST_WORD), stop) + 1) : stop].lstrip("\"'“‘([")
    if word in STOPS or "/" in word or "@" in word or len(word) < 2:
        return False
    if block[stop] != ".":
        return word not in EXCLAIMING_NAMES and (right - stop > 1 or word[-1].islower())
    # "Node.Js" and "Booking.Holdings" are names; "said.Then" is not, nor is "Trump.He".
    return (word.isalpha() and word.islower()) or opens_sentence(block, following.start(1))
