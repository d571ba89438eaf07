"""Reads predicates with their arguments from a parse: who does what to whom, in the words of the text."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.clefts import find_cleft
from claimcmp.pipeline.parse import RELATIVES, Parse, Word

CORE = ("nsubj", "csubj", "obj", "iobj", "obl", "xcomp", "ccomp", "advcl")
DEPENDENT = frozenset({"xcomp", "advcl", "ccomp", "csubj", "acl", "conj", "parataxis"})
NO_PREDICATES = frozenset({"PUNCT", "SPACE", "SYM", "ADP", "DET", "CCONJ", "SCONJ", "INTJ", "X"})
ASIDES = frozenset({"acl:relcl", "appos", "parataxis", "punct", "conj", "cc"})
Fields = dict[str, Any]


def find_predicates(parse: Parse, head: int, own: Sequence[int]) -> list[Fields]:
    """Return the fields of ``records.Predicate`` for the head of a clause, then for those that depend on it.

    ``own`` are the words of the clause; offsets count from the start of the Doc.
    """
    dependent = [number for number in own if number != head and _depends(parse, number)]
    found = [head] if parse.words[head].pos not in NO_PREDICATES else []
    if find_cleft(parse, head) in dependent:
        # "It was a fisherman who saw it": "was a fisherman" says nothing of its own.
        found = []
    return [_make_predicate(parse, number) for number in found + dependent]


def _depends(parse: Parse, number: int) -> bool:
    word = parse.words[number]
    if word.base not in DEPENDENT or word.pos in NO_PREDICATES:
        return False
    if word.base != "conj":
        return word.base == "xcomp" or parse.is_predicate(number)
    first = parse.first_conjunct(number)
    return parse.is_predicate(number) and (parse.is_predicate(first) or parse.words[first].base in DEPENDENT)


def _make_predicate(parse: Parse, number: int) -> Fields:
    word = parse.words[number]
    particles = [child.lower for child in parse.children(number) if child.dep == "compound:prt"]
    return {
        "text": word.text,
        "start": word.start,
        "end": word.end,
        "lemma": " ".join([word.lemma, *particles]),
        "negated": False,
        "arguments": [
            _make_argument(parse, number, role, argument) for role, argument in _find_arguments(parse, number)
        ],
    }


def _find_arguments(parse: Parse, number: int) -> Iterator[tuple[str, Word]]:
    focus = parse.words[parse.words[number].head]
    if find_cleft(parse, focus.number) == number and parse.child(focus.number, "case") is not None:
        # "It was in Rome that they met".
        yield "obl", focus
    own = [child for child in parse.children(number, *CORE) if child.pos != "PUNCT"]
    if not any(child.base in ("nsubj", "csubj", "expl") for child in parse.children(number)):
        subject = find_subject(parse, number)
        if subject is not None:
            yield subject_role(parse, number), subject
    antecedent = _find_antecedent(parse, number)
    for child in own:
        relative = child.lower in (*RELATIVES, "that") and child.base in ("nsubj", "obj", "obl")
        yield _role(child), antecedent if relative and antecedent is not None else child


def find_subject(parse: Parse, number: int) -> Word | None:
    """Return whoever does what a predicate without a subject of its own says, as far as the parse tells."""
    word = parse.words[number]
    if word.base == "appos":
        return parse.words[word.head]
    seen = 0
    while word.head != word.number and seen < len(parse.words):
        seen += 1
        above = word.head
        if (charged := find_charged(parse, word)) is not None:
            return charged
        if word.base == "acl":
            return _find_antecedent(parse, word.number) if word.tag != "VB" else None
        if word.base not in ("conj", "xcomp", "advcl"):
            return None
        if word.base == "xcomp" and (controller := parse.child(above, "obj", "iobj")) is not None:
            return parse.words[controller]
        if (subject := parse.child(above, "nsubj")) is not None:
            found = parse.words[subject]
            if found.lower in (*RELATIVES, "that"):
                return _find_antecedent(parse, above) or found
            return found
        word = parse.words[above]
    return None


def find_charged(parse: Parse, word: Word) -> Word | None:
    """Return whom a participle is said of by a verb such as "accuse": "blamed the quarry for poisoning the well"."""
    if word.tag != "VBG" and not any(child.tag == "VBG" for child in parse.children(word.number, "aux")):
        return None
    if parse.mark(word.number) not in _words("words"):
        return None
    verb = parse.words[word.head]
    if word.base == "acl" and verb.base in ("obj", "iobj"):
        verb = parse.words[verb.head]
    if verb.lemma not in _words("verbs"):
        return None
    return next((child for child in parse.children(verb.number, "obj", "iobj") if child.number < word.number), None)


def subject_role(parse: Parse, number: int) -> str:
    """Return the role that an inherited subject has: of a passive, or of an active verb."""
    word = parse.words[number]
    passive = any(child.dep == "aux:pass" for child in parse.children(number))
    bare = word.tag == "VBN" and not any(child.base == "aux" for child in parse.children(number))
    if not passive and bare and word.base == "conj":
        # "has risen and fallen" shares its auxiliary, as does "was bought and sold".
        return subject_role(parse, word.head)
    return "nsubj:pass" if passive or bare else "nsubj"


def _find_antecedent(parse: Parse, number: int) -> Word | None:
    """Return the noun that a relative clause or a participle describes."""
    word = parse.words[parse.first_conjunct(number)]
    if find_cleft(parse, word.head) == word.number:
        return parse.words[word.head]
    while word.base == "ccomp" and parse.words[word.head].base in ("ccomp", "acl"):
        # "a dam that engineers say is unsafe"
        word = parse.words[word.head]
    return parse.words[word.head] if word.base in ("acl", "appos") else None


def _make_argument(parse: Parse, predicate: int, role: str, word: Word) -> Fields:
    first, last = _find_extent(parse, word, predicate)
    while last > first and parse.words[last].text.isspace():
        last -= 1
    return {
        "role": role,
        "text": parse.quote(first, last),
        "start": parse.words[first].start,
        "end": parse.words[last].end,
        "head": word.lemma,
        "marker": _find_marker(parse, word.number),
    }


def _find_extent(parse: Parse, word: Word, predicate: int) -> tuple[int, int]:
    """Return the first and last word of an argument, without its linking word and what is said of it aside."""
    number = word.number
    first, last = number, number
    for child in parse.children(number):
        if child.dep in ASIDES or child.base in ("case", "mark", "cop", "expl"):
            continue
        if child.base == "nsubj" and parse.child(number, "cop") is not None:
            # What is said of "it" is no part of the noun: "it was a fisherman who saw it".
            continue
        if parse.left[child.number] <= predicate <= parse.right[child.number]:
            # The predicate itself describes the argument: "jewels stolen in Paris".
            continue
        first = min(first, parse.left[child.number])
        last = max(last, parse.right[child.number])
    return first, last


def _find_marker(parse: Parse, number: int) -> str:
    for child in parse.children(number, "case", "mark"):
        fixed = [item.lower for item in parse.children(child.number, "fixed")]
        if child.lower not in ("'s", "'"):
            return " ".join([child.lower, *fixed])
    return ""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_lexicon("clauses")["charging"][key])


def _role(word: Word) -> str:
    # Subtypes of obliques differ from model to model: the linking word says as much.
    return "obl" if word.base == "obl" else word.dep
