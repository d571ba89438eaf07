"""Finds the words of stance in a sentence, each with the predicate that it bears on."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse import Parse

WORD = re.compile(r"\w+")
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
            cue = text[start:end].lower()
            if not (
                _is_noun(parse, first, table, cue)
                or _is_mere_lack(parse, anchors[first], cue)
                or (table == "negation" and _sets_bound(parse, first))
            ):
                found.append(Found(table, first, last, anchors[first]))
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


def _is_noun(parse: Parse, number: int, table: str, cue: str) -> bool:
    """Tell whether a word that may be a verb of stance is a name or a noun here: "his will", "the hopes of fans"."""
    word = parse.words[number]
    if word.lower in read_lexicon("stance")["verbal"]["words"] and word.pos != "VERB":
        return True
    if table == "negation":
        if word.lower in read_lexicon("stance")["verbal"]["words"] and _is_passive(parse, number):
            # What "is disputed" is open, not denied.
            return True
        if word.pos == "ADJ" and word.base in ("nsubj", "obj", "obl", "nmod"):
            return True
        return " " not in cue and word.base in ("amod", "compound") and word.pos in ("VERB", "ADJ", "NOUN")
    if table == "hedged" and word.base == "amod" and " " not in cue:
        # "A potential buyer came" hedges the buyer, not the coming.
        return True
    if word.pos == "PROPN" and word.lower in read_lexicon("stance")["names"]["words"]:
        return True
    return cue in read_lexicon("stance")["nominal"]["words"] and (
        word.pos in ("NOUN", "PROPN") or word.base in ("amod", "compound")
    )


def _is_passive(parse: Parse, number: int) -> bool:
    """Tell whether a verb is a participle that nobody is said to do: "remains disputed", "is doubted"."""
    word = parse.words[number]
    return word.tag == "VBN" and not any(child.lemma == "have" for child in parse.children(number, "aux"))


def _is_mere_lack(parse: Parse, anchor: int, cue: str) -> bool:
    """Tell whether "without" tells what is missing, not what something depends on."""
    missing = read_lexicon("stance")["missing"]
    if cue not in missing["words"]:
        return False
    return not any(child.lower in missing["auxiliaries"] for child in parse.children(anchor, "aux"))


def _sets_bound(parse: Parse, number: int) -> bool:
    """Tell whether a negation makes an upper bound of an amount: "does not exceed 5 percent"."""
    verb = parse.words[number].head
    if parse.words[verb].lemma not in read_lexicon("stance")["bounding"]["words"]:
        return False
    return any(
        word.pos in ("NUM", "SYM") or parse.child(word.number, "nummod") is not None
        for word in parse.children(verb, "obj", "obl")
        if parse.child(word.number, "case") is None
    )


@cache
def _phrases(table: str, key: str) -> re.Pattern[str]:
    entry = read_lexicon("stance")[table][key]
    words = entry["phrases"] if isinstance(entry, dict) else entry
    whole = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    # "n't" hangs on its verb; all other cues are words of their own.
    contracted = r"|(?<=\w)n['’]t\b" if "n't" in words else ""
    return re.compile(rf"(?<![\w'’-])(?:{whole})(?![\w-])(?!['’]s\b){contracted}", re.IGNORECASE)


@cache
def _first_words(table: str) -> frozenset[str]:
    """Return the words of which a sentence must have one to hold a cue of a table; most sentences have none."""
    lexicon = read_lexicon("stance")
    cues = [*lexicon[table]["words"], *(lexicon["pseudo"]["hedging"] if table == "hedged" else ())]
    # Of "hasn't" the "n" belongs to the verb.
    return frozenset("t" if cue in ("n't", "n’t") else WORD.findall(cue.lower())[0] for cue in cues)
