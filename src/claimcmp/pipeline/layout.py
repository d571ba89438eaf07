"""Tells layout from prose: titles, bylines, headings, captions, teasers, questions, notices never become claims."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attributes import set_attributes
from claimcmp.pipeline.blocks import BULLET, NUMBERING, Block, find_tail
from claimcmp.pipeline.layout_runs import is_kicker, mark_headlines, mark_reference_sections, mark_teasers
from claimcmp.pipeline.sentences import LONGEST
from claimcmp.words import is_finite_form

LAYOUT = "claimcmp_layout"
UNBROKEN = "unbroken"
"""A stretch too long to be a sentence: it is never parsed."""

Spans = Sequence[tuple[int, int]]

END = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s*\[[\d,\s–-]{1,12}\])*\s*$""")
QUESTION_END = re.compile(r"\?[!?.]*[\"'”’»)\]]*$")
REPORTED_QUESTION = re.compile(r"^[^\"“‘]*\w[^\"“‘]*[\"“].*\?[\"”]$")
CLAUSE_BREAK = re.compile(r"\s[–—-]{1,2}\s|—|;\s|:\s|…\s?")
CITATION_MARK = re.compile(r"(?:\s*\[(?:[\d,\s–-]{1,12}|\^[\w-]+|[a-z]|citation needed|note \d+)\]|[¹²³⁴-⁹⁰])+$")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
HEADING_MARK = re.compile(r"#{1,6}\s|.+\n\s*(?:=+|-{3,})\s*$")
EMPHASISED = re.compile(r"(\*\*\*|\*\*|__|\*|_)(?!\s)((?:(?!\1).)+)(?<!\s)\1")
BOLD = frozenset({"***", "**", "__"})
MARKUP = re.compile(r"\||!\[|<[/!a-zA-Z]|\[\^?[^\]]+\]:\s")
TAGS = re.compile(r"\s*(?:</?[a-zA-Z][^<>]*>\s*)+")
MARKS = ">[<"
"""What the marks begin with that stand before the prose of a block; a dateline begins with a name."""
FENCE = re.compile(r"^[ \t]*(```|~~~)[^\n]*\n.*?(?:^[ \t]*\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
FRONT_MATTER = re.compile(r"\A---\r?\n.*?^---[ \t]*\r?$", re.MULTILINE | re.DOTALL)
COPULA = re.compile(r"\b(?:is|isn['’]t)\b")
COLUMNS = re.compile(r"\S(?:\t+| {3,})(?=\S)")


@Language.factory(LAYOUT, requires=["doc.sents"], assigns=["span._.layout"])
def make_layout(nlp: Language, name: str) -> "LayoutTagger":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return LayoutTagger(name)


class LayoutTagger:
    """Sets ``sent._.layout`` to the kind of layout a sentence is part of; running prose keeps None."""

    def __init__(self, name: str = LAYOUT):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Tag the sentences of ``doc``."""
        if doc._.blocks is None:
            raise ValueError(f'The component "{self.name}" needs "claimcmp_sentences" before it.')
        sents = list(doc.sents)
        blocks = [Block(*values) for values in doc._.blocks]
        text = doc.text  # put together from the tokens on each access
        spans = [find_trimmed(text, sent.start_char, sent.end_char) for sent in sents]
        for sent, kind in zip(sents, classify_sentences(text, blocks, spans), strict=True):
            if kind is not None:
                sent._.layout = kind
        return doc


def find_trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without outer white space; an all-white range is empty at its end."""
    inner = text[start:end].strip()
    begin = start + text[start:end].index(inner) if inner else end
    return begin, begin + len(inner)


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    patterns: tuple[re.Pattern[str], ...]
    longest: int
    early: bool
    last: bool


def classify_sentences(text: str, blocks: Sequence[Block], sentences: Spans) -> list[str | None]:
    """Name the layout that each sentence is part of; None stands for running prose."""
    starts = [start for start, _ in sentences]
    ranges = [(bisect_right(starts, block.start - 1), bisect_right(starts, block.end - 1)) for block in blocks]
    kinds: list[str | None] = [None] * len(sentences)
    for number, kind in enumerate(_classify_blocks(text, blocks, [end - start for start, end in ranges])):
        for index in range(*ranges[number]):
            start, end = sentences[index]
            if kind is None and end <= blocks[number].body:
                kinds[index] = "markup" if text[start] in MARKS else "dateline"
            else:
                kinds[index] = kind or _classify_sentence(text[start:end])
    return kinds


def _classify_blocks(text: str, blocks: Sequence[Block], sentence_counts: Sequence[int]) -> list[str | None]:
    opaque = _find_opaque_blocks(text, blocks)
    kinds: list[str | None] = []
    for number, block in enumerate(blocks):
        if number in opaque:
            kinds.append("code")
            continue
        early = 0 < number < 3 and all(kinds)
        last = number >= len(blocks) - 3
        kinds.append(
            _classify_block(
                text[block.body : find_tail(text, block)],
                first=number == 0 or (number == 1 and is_kicker(text[blocks[0].body : blocks[0].end])),
                early=early,
                last=last,
                final=number == len(blocks) - 1,
                # The marks of a quote or a footnote and tags stand apart, as sentences of their own.
                sentences=sentence_counts[number]
                - (block.body > block.start and text[block.start] in MARKS)
                - (find_tail(text, block) < block.end),
            )
        )
    mark_headlines(text, blocks, kinds, sentence_counts)
    mark_teasers(text, blocks, kinds)
    mark_reference_sections(text, blocks, kinds)
    return kinds


def _find_opaque_blocks(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Find the blocks inside code and front matter, by number."""
    starts = [block.start for block in blocks]
    return frozenset(
        number
        for pattern in (FENCE, FRONT_MATTER)
        for match in pattern.finditer(text)
        for number in range(bisect_left(starts, match.start()), bisect_left(starts, match.end()))
    )


def _classify_block(text: str, *, first: bool, early: bool, last: bool, final: bool, sentences: int) -> str | None:
    if not WORD.search(text):
        return "separator"
    if HEADING_MARK.match(text):
        return "title" if first else "heading"
    if MARKUP.match(text):
        return "markup"
    if len(COLUMNS.findall(text)) > 1 and not END.search(text):
        return "table"
    emphasised = EMPHASISED.fullmatch(text)
    kind = _find_kind(emphasised[2] if emphasised else text, early=early, last=last)
    if kind is not None:
        return kind
    if emphasised and emphasised[1] in BOLD and len(text.split()) <= _headings()["longest"]:
        return "title" if first else "heading"
    return _find_heading(text, first=first, final=final, sentences=sentences)


def _find_heading(text: str, *, first: bool, final: bool, sentences: int) -> str | None:
    if first and final:
        # A text of one block has nothing below it that a title could head: it is a statement.
        return None
    if len(text) > LONGEST:
        return None
    words = text.split()
    name = "title" if first else "heading"
    title_case = _is_title_case(text) and not _is_name_sentence(text)
    if title_case and 2 < len(words) <= _headings()["longest_in_title_case"]:
        return name
    if END.search(text) or sentences > 1 or text.endswith((",", ";")):
        return None
    if text.endswith(":"):
        return "label" if len(words) <= 12 else None
    if (BULLET.match(text) or NUMBERING.match(text)) and not title_case and _asserts_in_list(words):
        return None
    # The last paragraph of a copied text is often cut off; it is prose all the same.
    longest = 12 if final else _headings()["longest"] * (1.5 if first else 1)
    return name if len(words) <= longest or title_case else None


def _classify_sentence(text: str) -> str | None:
    if len(text) > LONGEST:
        return UNBROKEN
    if CITATION_MARK.fullmatch(text):
        return "citation"
    if not WORD.search(text):
        return "separator"
    if TAGS.fullmatch(text):
        return "markup"
    if QUESTION_END.search(text) and not _asserts_before_asking(text):
        return "question"
    return _find_kind(text, early=False, last=False)


def _asserts_before_asking(text: str) -> bool:
    """Tell whether a sentence with a question mark asserts something too.

    It does where the question is quoted inside a report ('He asked: "Why?"'), and where it only follows a
    statement behind a dash, colon or semicolon.
    """
    if REPORTED_QUESTION.match(text):
        return True
    clauses = [clause.split() for clause in CLAUSE_BREAK.split(text)]
    opening = clauses[0]
    return len(clauses) > 1 and len(opening) > 4 and opening[0].lower() not in _question_openers()


def _find_kind(text: str, *, early: bool, last: bool) -> str | None:
    words = len(text.split())
    for kind in _kinds():
        if words > kind.longest or (kind.early and not early) or (kind.last and not last):
            continue
        if any(pattern.search(text) for pattern in kind.patterns):
            return kind.name
    return None


def _asserts_in_list(words: Sequence[str]) -> bool:
    """Tell whether a list item without a full stop asserts something: it is long, or short with a verb or number."""
    if len(words) > 6:
        return True
    return len(words) > 3 and any(word[0].isdigit() or is_finite_form(word) for word in words[2:])


def _is_title_case(text: str) -> bool:
    words: list[str] = WORD.findall(text)
    return len(words) > 2 and all(word[0].isupper() or word.lower() in _small_words() for word in words)


def _is_name_sentence(text: str) -> bool:
    """Tell whether a sentence is in title case only because all it names are names: "Macron is in Bali."."""
    return END.search(text) is not None and COPULA.search(text) is not None


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            name=kind["name"],
            patterns=tuple(re.compile(pattern, re.DOTALL) for pattern in kind["patterns"]),
            longest=kind["longest"],
            early=kind.get("early", False),
            last=kind.get("last", False),
        )
        for kind in read_lexicon("layout")["kind"]
    )


@cache
def _small_words() -> frozenset[str]:
    return frozenset(_headings()["small"])


def _headings() -> Mapping[str, Any]:
    table: Mapping[str, Any] = read_lexicon("layout")["headings"]
    return table


@cache
def _question_openers() -> frozenset[str]:
    return frozenset(read_lexicon("layout")["questions"]["openers"])
