"""Finds names and dates in GUM's mention annotation, whose spans are whole noun phrases."""

import re
from collections.abc import Iterable, Iterator

from training.sentences import EntitySpan, Syntax, choose_longest

LABELS = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT", "time": "DATE"}
MAX_DATE_WORDS = 8
"""Longer phrases of time describe a moment ("the day after ...") more than they date it."""
DATE_WORD = re.compile(
    r"1\d{3}s?|20\d{2}s?|\d+(?:st|nd|rd|th)|today|yesterday|tomorrow|tonight|this|last|next|past", re.I
)
TITLES = frozenset(
    {"President", "Secretary", "Speaker", "General", "Senator", "Minister", "King", "Queen", "Lord", "Earl"}
)
"""Alone they name an office, not a person."""

# "President Bush", "the University of Oslo", "Bank 's": what belongs to a name by its relation to the head.
NAME_RELATIONS = frozenset(
    {"flat", "compound", "amod", "nummod", "nmod", "case", "det", "goeswith", "nmod:poss", "nmod:unmarked"}
)
BRACKET = re.compile(r"\((?P<open>\d+)(?:\[\d+/\d+\])?-(?P<type>[a-z]+)-|(?P<close>\d+)(?:\[\d+/\d+\])?\)|(?P<end>\))")


def find_names(words: tuple[str, ...], miscs: Iterable[str], syntax: Syntax) -> tuple[EntitySpan, ...]:
    """Return the named entities and dates of a sentence, cut down from noun phrases to the name itself.

    A mention counts as a name when its head is a proper noun. Titles, articles, appositions and relative
    clauses are cut off, as most entity corpora do.
    """
    names = (_cut_to_name(start, end, kind, syntax) for start, end, kind in _find_mentions(miscs) if kind in LABELS)
    return choose_longest(name for name in names if name is not None and _is_telling(name, words, syntax))


def _is_telling(name: EntitySpan, words: tuple[str, ...], syntax: Syntax) -> bool:
    """Return whether the words say which one is meant: "last May" does, "that time" does not."""
    inside = range(name.start, name.end)
    if name.label == "DATE":
        return any(syntax.pos[i] == "PROPN" or DATE_WORD.fullmatch(words[i]) for i in inside)
    return not (name.label == "PERSON" and len(inside) == 1 and words[name.start] in TITLES)


def _find_mentions(miscs: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    open_mentions: list[tuple[str, int, str]] = []
    for index, misc in enumerate(miscs):
        value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for match in BRACKET.finditer(value):
            if match["open"]:
                open_mentions.append((match["open"], index, match["type"]))
            elif open_mentions:
                # A bare ")" closes the mention opened last; "12)" closes number 12, wherever it is.
                wanted = match["close"] or open_mentions[-1][0]
                found = next((item for item in reversed(open_mentions) if item[0] == wanted), None)
                if found is not None:
                    open_mentions.remove(found)
                    yield found[1], index + 1, found[2]


def _cut_to_name(start: int, end: int, kind: str, syntax: Syntax) -> EntitySpan | None:
    head = next((i for i in range(start, end) if not start <= syntax.heads[i] < end or syntax.heads[i] == i), None)
    if head is None:
        return None
    if kind == "time":
        return _cut_to_date(start, end, syntax)
    if syntax.pos[head] != "PROPN":
        return None
    left, right = head, head + 1
    while left > start and _is_left_part(left - 1, head, kind, syntax):
        left -= 1
    while left < head and syntax.pos[left] in {"PART", "PUNCT"}:
        left += 1
    for index in range(head + 1, end):
        if not _is_right_part(index, head, kind, syntax):
            break
        if syntax.pos[index] in {"PROPN", "NUM", "SYM"}:
            right = index + 1
    return EntitySpan(left, right, LABELS[kind])


def _cut_to_date(start: int, end: int, syntax: Syntax) -> EntitySpan | None:
    while start < end and syntax.pos[start] in {"DET", "ADP", "PRON"} and syntax.lemmas[start] != "this":
        start += 1
    for index in range(start, end):
        if syntax.deps[index] in {"acl:relcl", "acl", "appos"}:
            end = min(end, index)
    while end > start and syntax.pos[end - 1] in {"PUNCT", "PRON", "ADP", "SCONJ"}:
        end -= 1
    return EntitySpan(start, end, "DATE") if 0 < end - start <= MAX_DATE_WORDS else None


def _is_left_part(index: int, head: int, kind: str, syntax: Syntax) -> bool:
    if syntax.pos[index] == "DET" or (kind == "person" and syntax.deps[index] == "nmod:desc"):
        return False
    if syntax.pos[index] in {"PROPN", "PART", "PUNCT"} or syntax.tags[index] == "HYPH":
        return syntax.tags[index] in {"NNP", "NNPS", "POS", "HYPH"} and _hangs_on(index, head, syntax)
    # "Korean War", "Second Battle", "7th Cavalry": adjectives and numbers count when written like a name.
    capitalised = (
        syntax.tags[index] in {"NNP", "NNPS"} or syntax.lemmas[index][:1].isupper() or syntax.pos[index] == "NUM"
    )
    return syntax.pos[index] in {"ADJ", "NUM", "NOUN", "VERB"} and capitalised and _hangs_on(index, head, syntax)


def _is_right_part(index: int, head: int, kind: str, syntax: Syntax) -> bool:
    if kind == "person" and syntax.deps[index] in {"case", "nmod", "det"}:
        return False
    name_like = syntax.pos[index] in {"PROPN", "NUM", "SYM"} or syntax.tags[index] in {"HYPH", "POS"}
    linking = syntax.lemmas[index] in {"of", "the", "for", "and", "&", "de"}
    return (name_like or linking) and _hangs_on(index, head, syntax)


def _hangs_on(index: int, head: int, syntax: Syntax) -> bool:
    """Return whether every step from a word up to the head is a relation that builds names."""
    for _ in range(len(syntax.heads)):
        if index == head:
            return True
        if syntax.deps[index] not in NAME_RELATIONS | {"punct", "cc"} or syntax.heads[index] == index:
            return False
        index = syntax.heads[index]
    return False
