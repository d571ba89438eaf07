"""Finds the words of stance in a sentence, each with the predicate that it bears on."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.cue_contexts import counts, find_inverted_condition, read_table
from claimcmp.pipeline.parse import Parse

WORD = re.compile(r"\w+")
INVERTED = frozenset({"had", "were", "should"})
DEPENDING = frozenset({"would", "could", "might", "d"})
CONTRACTED = ("n't", "n’t")
TABLES = ("negation", "normative", "conditional", "hedged", "predicted")


@dataclass(frozen=True, slots=True)
class Found:
    """A cue of one table, as the numbers of its first and last word."""

    table: str
    first: int
    last: int
    anchor: int
    """The predicate that it is said with."""


def find_cues(parse: Parse, anchors: Sequence[int]) -> list[Found]:
    """Return the cues of a sentence in their order, without those that something around them switches off."""
    text = parse.text
    words = frozenset(WORD.findall(text.lower()))
    tables = [table for table in TABLES if not _first_words(table).isdisjoint(words)]
    starts = [word.start - parse.start for word in parse.words] if tables else []
    found: list[Found] = []
    for table in tables:
        for start, end in _find_spans(text, table):
            first = bisect_right(starts, start) - 1
            last = bisect_right(starts, end - 1) - 1
            if counts(parse, first, table, text[start:end].lower(), anchors[first]):
                found.append(Found(read_table(parse, first, table), first, last, anchors[first]))
    if INVERTED & words and DEPENDING & words and (inverted := find_inverted_condition(parse)) is not None:
        first, depending = inverted
        found.append(Found("conditional", first, first, anchors[depending]))
    return sorted(found, key=lambda cue: (cue.first, cue.last, TABLES.index(cue.table)))


def _find_spans(text: str, table: str) -> Iterator[tuple[int, int]]:
    lexicon = read_lexicon("stance")
    spans = [match.span() for match in _phrases(table, "words").finditer(text)]
    if table == "hedged":
        spans += [match.span() for match in _phrases("pseudo", "hedging").finditer(text)]
    if not spans:
        return
    exceptions = list(_find_exceptions(text, table))
    for start, end in spans:
        if any(first <= start and end <= last for first, last in exceptions):
            continue
        word = text[start:end].lower()
        if word in lexicon["names"]["words"] and text[start].isupper() and not text.isupper():
            continue
        if word in lexicon["initial"]["words"] and text[:start].strip("\"'“‘ "):
            continue
        yield start, end


def _find_exceptions(text: str, table: str) -> Iterator[tuple[int, int]]:
    tables = [("pseudo", "phrases")]
    if table != "hedged":
        tables.append(("pseudo", "hedging"))
    if table in read_lexicon("stance")["except"]:
        tables.append(("except", table))
    for name, key in tables:
        for match in _phrases(name, key).finditer(text):
            yield match.span()


@cache
def _phrases(table: str, key: str) -> re.Pattern[str]:
    entry = read_lexicon("stance")[table][key]
    words = entry["phrases"] if isinstance(entry, dict) else entry
    ordered = sorted(words, key=len, reverse=True)
    # "n't" hangs on its verb; all other cues are words of their own.
    hanging, whole = (
        "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered if word.startswith(CONTRACTED) == hangs)
        for hangs in (True, False)
    )
    contracted = rf"|(?<=\w)(?:{hanging})\b" if hanging else ""
    return re.compile(rf"(?<![\w'’-])(?:{whole})(?![\w-])(?!['’]s\b){contracted}", re.IGNORECASE)


@cache
def _first_words(table: str) -> frozenset[str]:
    """Return the words of which a sentence must have one to hold a cue of a table; most sentences have none."""
    lexicon = read_lexicon("stance")
    cues = [*lexicon[table]["words"], *(lexicon["pseudo"]["hedging"]["phrases"] if table == "hedged" else ())]
    # Of "hasn't" the "n" belongs to the verb.
    return frozenset("t" if cue.startswith(CONTRACTED) else WORD.findall(cue.lower())[0] for cue in cues)
