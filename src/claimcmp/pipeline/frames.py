"""Finds words that only tell whose a clause is, or how sure it is: "the court ruled that", "it is unlikely that"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.hearsay import is_hearsay
from claimcmp.pipeline.parse import Parse, Word

BESIDE = frozenset({"punct", "advmod", "obl", "iobj", "obj"})
LONGEST_BRIDGE = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate whose clause is the claim; numbers are those of the sentence's words."""

    head: int
    contents: tuple[int, ...]
    """Heads of what is said; none where the frame stands aside ("prices, he says, rose")."""
    judges: bool = False
    """True for "it is unlikely that": no one else's statement, but how sure the author is."""


def find_frames(parse: Parse) -> dict[int, Frame]:
    """Return the frames of a sentence by their heads."""
    frames: dict[int, Frame] = {}
    # From the leaves up, so that the frame below "tried" in "tried to argue that" is known before it.
    for number in reversed(parse.order):
        if frame := _find_frame(parse, parse.words[number], frames):
            frames[number] = frame
    return frames


def is_open(parse: Parse, number: int) -> bool:
    """Tell whether a clause is an indirect question: "whether it will rain", "what he said"."""
    first, above = parse.left[number], parse.words[parse.words[number].head]
    while first < number and (parse.words[first].pos == "PUNCT" or parse.words[first].lower in _words("exactly")):
        first += 1
    if above.base == "acl" and first < above.number:
        # "which doctors say is unsafe": the pronoun has moved out of what they say.
        return False
    return parse.words[first].lower in _words("open") and parse.mark(number) != "that"


def _find_frame(parse: Parse, word: Word, frames: dict[int, Frame]) -> Frame | None:
    lemma, number = word.lemma, word.number
    if _echoes(parse, word):
        return Frame(number, (word.head,), lemma in _words("seeming"))
    judges = (lemma in _words("judging") and _is_impersonal(parse, word)) or _finds_ground(parse, word)
    speaks = word.pos in ("VERB", "AUX") and lemma in _words("content", "verbs")
    speaks = speaks or (word.pos == "ADJ" and lemma in _words("content", "adjectives"))
    if judges or (speaks and not _measures(parse, number)):
        contents = tuple(_find_contents(parse, number))
        if not contents:
            contents = tuple(_find_stray_content(parse, number))
        if not contents and speaks:
            contents = _share_contents(parse, word, frames)
        if contents or (speaks and _stands_aside(parse, word)):
            return Frame(number, contents, judges)
    if is_hearsay(parse, word):
        told = tuple(_find_contents(parse, number))
        if not told and word.base == "advcl" and parse.mark(number) == "as":
            told = (word.head,)
        if told:
            return Frame(number, told)
    return _find_outer_frame(parse, word, frames, judges=judges)


def _measures(parse: Parse, number: int) -> bool:
    """Tell whether a verb says itself what is so: "we estimate the loss at 5 million, because ..."."""
    if parse.words[number].lemma not in _words("measuring") or not list(parse.children(number, "obj")):
        return False
    return any(
        case.lower == "at" for amount in parse.children(number, "obl") for case in parse.children(amount.number, "case")
    )


def _find_outer_frame(parse: Parse, word: Word, frames: dict[int, Frame], *, judges: bool) -> Frame | None:
    """Find the frame around another one: "tried to argue that", "it would be wrong to say that", "voiced hope that"."""
    number, lemma = word.number, word.lemma
    if judges or lemma in _words("attempting"):
        for child in parse.children(number, "xcomp", "csubj", "ccomp", "acl", "advcl"):
            inner = frames.get(child.number)
            if inner is not None and inner.contents and not parse.is_finite(child.number):
                return Frame(number, inner.contents, judges)
    if lemma in _words("expressing"):
        for child in parse.children(number, "obj", "obl", "nsubj", "xcomp"):
            if child.lemma in _words("content", "nouns") or child.lemma in _words("judging"):
                contents = tuple(_find_contents(parse, child.number)) or tuple(_find_contents(parse, number))
                if contents:
                    return Frame(number, contents, lemma == "be" or child.lemma in _words("grounds"))
    return None


def _find_contents(parse: Parse, number: int) -> Iterator[int]:
    for child in parse.children(number, "ccomp", "csubj", "advcl", "acl"):
        item = child.number
        marked = parse.mark(item) == "that"
        if _stands_before(parse, number, child):
            yield item
            continue
        if not marked and any(word.tag == "WDT" and word.lower == "that" for word in parse.children(item, "obj")):
            # "the 5 percent that economists had expected": the parser has hung a relative clause elsewhere.
            continue
        if not marked and (child.base in ("advcl", "acl") or parse.words[number].pos == "NOUN"):
            continue
        if child.dep == "acl:relcl" and any(c.lower == "that" and c.base != "mark" for c in parse.children(item)):
            continue
        whole = parse.is_finite(item) or (parse.has_subject(item) and parse.mark(item) not in ("to", "for"))
        if whole and not is_open(parse, item):
            yield item


def _stands_before(parse: Parse, number: int, clause: Word) -> bool:
    """Tell whether a plain clause stands before "X said", which the parser takes for a circumstance of saying."""
    subject = parse.child(number, "nsubj")
    if clause.base != "advcl" or subject is None or not clause.number < subject < number:
        return False
    return _is_plain(parse, clause.number)


def _is_plain(parse: Parse, number: int) -> bool:
    """Tell whether a clause is whole and nothing subordinates it."""
    first = parse.words[parse.left[number]]
    subordinated = parse.mark(number) or first.tag in ("WRB", "WDT", "WP", "IN")
    return not subordinated and parse.is_finite(number) and parse.has_subject(number)


def _find_stray_content(parse: Parse, number: int) -> Iterator[int]:
    """Find the clause behind a frame that the parser has hung elsewhere: its "that" stands close behind."""
    for word in parse.words[number + 1 : number + 1 + LONGEST_BRIDGE]:
        if word.lower == "that" and word.base == "mark":
            if parse.is_finite(word.head) and word.head > word.number:
                yield word.head
            return
        if word.base not in BESIDE and word.pos != "PUNCT":
            return


def _share_contents(parse: Parse, word: Word, frames: dict[int, Frame]) -> tuple[int, ...]:
    """Return what the next verb of saying holds for both: "farmers argue, and vets agree, that the herd is ill"."""
    if any(child.number > word.number for child in parse.children(word.number, "obj", "obl", "xcomp")):
        return ()
    for child in parse.children(word.number, "conj"):
        joined = frames.get(child.number)
        parted = any(mark.text == "," for mark in parse.children(child.number, "punct"))
        if joined is not None and joined.contents and parted and parse.has_subject(child.number):
            between = parse.words[child.number + 1 : parse.left[joined.contents[0]] + 1]
            if any(mark.text == "," for mark in between):
                return joined.contents
    return ()


def _echoes(parse: Parse, word: Word) -> bool:
    """Tell whether a clause takes up the one before it as what somebody says: "..., or so engineers believe"."""
    if word.base != "conj" or word.lemma not in _words("content", "verbs") | _words("seeming"):
        return False
    before = {child.lower for child in parse.children(word.number, "cc", "advmod") if child.number < word.number}
    return {"or", "so"} <= before


def _stands_aside(parse: Parse, word: Word) -> bool:
    """Tell whether a verb of saying without a clause has it before it: "prices rose, he says", ", said the mayor"."""
    if word.base not in ("parataxis", "conj") or parse.child(word.number, "cc", "mark") is not None:
        return False
    first = parse.left[word.number]
    if any(before.text in (":", ";") for before in parse.words[max(0, first - 1) : first + 1]):
        # "The yard had hoped for orders; few now expect any" says a second thing.
        return False
    return parse.has_subject(word.number) or word.tag in ("VBD", "VBZ")


def _is_impersonal(parse: Parse, word: Word) -> bool:
    for child in parse.children(word.number, "expl", "nsubj"):
        return child.base == "expl" or child.lower == "it"
    return word.number == parse.root or any(parse.children(word.number, "csubj"))


def _finds_ground(parse: Parse, word: Word) -> bool:
    """Tell whether it is said that there is a ground for a clause: "no evidence was found that the lock was forced"."""
    return word.tag == "VBN" and any(
        child.dep == "nsubj:pass" and child.lemma in _words("grounds") for child in parse.children(word.number)
    )


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(read_lexicon("clauses")[table][key])
