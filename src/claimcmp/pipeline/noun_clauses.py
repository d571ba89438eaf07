"""Tells which clauses and phrases say something of the noun they hang on, and which only say which one is meant."""

from collections.abc import Mapping

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.clefts import is_person_cleft
from claimcmp.pipeline.frames import Frame
from claimcmp.pipeline.parse import RELATIVES, Parse, Word

BREAKS = frozenset({",", "—", "–", "-", "--", "(", "[", ";", ":"})
MARKS = {"(": ")", "[": "]", "–": "–", "—": "—", "--": "--"}


def describes(parse: Parse, word: Word, frames: Mapping[int, Frame]) -> bool:
    """Tell whether an apposition says what somebody does or is known for: "Osei, a judge who had resigned, ...".

    One without a verb only says who is meant: "Osei, the judge, ...". Behind other nouns than names and subjects it may
    be about the whole clause: "He blamed the storm, an excuse that nobody believed".
    """
    noun, first = parse.words[word.head], parse.left[word.number]
    known = noun.pos == "PROPN" or noun.base == "nsubj"
    set_off = parse.words[first].text in BREAKS or parse.words[first - 1].text in BREAKS
    if word.base != "appos" or word.pos != "NOUN" or not (known and set_off):
        return False
    clauses = [clause.number for clause in parse.children(word.number, "acl")]
    return any(parse.is_finite(clause) and clause not in frames for clause in clauses)


def is_aside(parse: Parse, word: Word) -> bool:
    """Tell whether a relative clause is set off, so that it adds something instead of telling which one is meant."""
    number = word.number
    first = parse.left[number]
    if not parse.is_finite(number) or not find_relative(parse, number) or is_person_cleft(parse, word.head, number):
        return False
    return parse.words[first].text in BREAKS or (first > 0 and parse.words[first - 1].text in BREAKS)


def is_bracketed(parse: Parse, word: Word) -> bool:
    """Tell whether words in brackets add what became of a noun: "the bridge (built in 1932)", "down by half"."""
    if word.dep != "acl" or word.tag in ("VB", "VBG") or word.lower in read_lexicon("clauses")["bracketed"]["except"]:
        return False
    first, last = parse.left[word.number], parse.right[word.number]
    opened = {parse.words[first].text, parse.words[max(0, first - 1)].text} & MARKS.keys()
    closed = {parse.words[last].text, parse.words[min(len(parse.words) - 1, last + 1)].text}
    says = sum(item.pos not in ("PUNCT", "SPACE") for item in parse.words[first : last + 1]) > 1
    return says and any(MARKS[mark] in closed for mark in opened)


def introduces(parse: Parse, word: Word) -> bool:
    """Tell whether a relative clause says something new of a thing that the claim brings up: "it is a law that failed".

    Of a subject it says which one is meant: "a man who smokes dies early".
    """
    noun = parse.words[word.head]
    if word.dep != "acl:relcl" or noun.base in ("nsubj", "csubj", "nmod", "appos") or not parse.is_finite(word.number):
        return False
    if is_person_cleft(parse, noun.number, word.number):
        return False
    article = any(child.lower in ("a", "an") for child in parse.children(noun.number, "det"))
    subject = parse.child(word.number, "nsubj")
    return article and subject is not None and parse.words[subject].lower in ("that", "which", "who")


def find_relative(parse: Parse, number: int) -> bool:
    """Tell whether a clause opens with a relative pronoun, alone or as "both of whom", "in which"."""
    first = parse.left[number]
    opening = parse.words[first : min(number, first + 6)]
    return any(word.lower in RELATIVES for word in opening)
