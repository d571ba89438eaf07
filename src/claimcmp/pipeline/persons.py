"""Finds the persons that a document names, and their short names later on: "Vladimir Putin", then "Putin"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.actor_names import Words, make_slug, split_words
from claimcmp.pipeline.actors import find_actors
from claimcmp.records import Entity


def find_persons(text: str) -> list[Entity]:
    """Return the persons in a whole document, sorted and apart; the id is made of the longest form of the name.

    Somebody counts as a person where a title stands before some form of the name or a verb of speech behind it. A short
    form counts where only one person of the document bears it: two Kims are told apart only by their full names.
    """
    mentions = list(_find_mentions(text))
    full = _find_full_names(text, mentions)
    short = _find_short_names(full)
    return [
        Entity(text[start:end], start, end, make_slug(name), name, "person")
        for words, start, end in ((mention.words, mention.start, mention.end) for mention in mentions)
        if (name := full.get(_key(words)) or (short.get(words[0]) if len(words) == 1 else None))
    ]


@dataclass(frozen=True, slots=True)
class _Mention:
    words: tuple[str, ...]
    start: int
    end: int


def _find_mentions(text: str) -> Iterator[_Mention]:
    """Yield the runs of capitalised words that may be names of persons."""
    taken = {entity.start for entity in find_actors(text)}
    words = split_words(text)
    for first, last in _find_runs(text, words):
        # "However Putin", "Treasury Secretary Steven Mnuchin": what stands up to a title is no part of the name.
        titles = [at for at in range(first, last) if words.at(at).lower() in _TITLES]
        begin = titles[-1] + 1 if titles else first
        while begin < last and words.at(begin).lower() in _SMALL_WORDS:
            begin += 1
        name = _join(words, begin, last)
        row = range(begin, last)
        other = any(words.spans[at][0] in taken or words.at(at).lower() in _OTHERS for at in row)
        shouted = any(len(part) > 1 and part.isupper() for part in name)
        if 0 < len(name) < 5 and not other and not shouted:
            yield _Mention(name, words.spans[begin][0], words.spans[last - 1][1])


def _find_runs(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield where capitalised words stand in a row on one line; a hyphen may join a small word: "Jong-un"."""
    position = 0
    while position < len(words.words):
        if not words.at(position)[:1].isupper():
            position += 1
            continue
        first = position
        position += 1
        while position < len(words.words):
            hyphened = words.at(position) == "-" and words.touch(position) and words.touch(position + 1)
            initial = words.at(position) == "." and len(words.at(position - 1)) == 1
            gap = text[words.spans[position - 1][1] : words.spans[position][0]]
            if hyphened and words.at(position + 1).isalpha():
                position += 2
            elif "\n" not in gap and (initial or words.at(position)[:1].isupper()):
                position += 1
            else:
                break
        yield first, position


def _join(words: Words, first: int, last: int) -> tuple[str, ...]:
    """Return the words of a name, those that hyphens join as one."""
    parts = (words.at(at) if _sticks(words, at) else f"{words.at(at)} " for at in range(first, last))
    return tuple("".join(parts).split())


def _sticks(words: Words, position: int) -> bool:
    return "-" in (words.at(position), words.at(position + 1)) or words.at(position + 1) == "."


def _find_full_names(text: str, mentions: list[_Mention]) -> Mapping[tuple[str, ...], str]:
    """Return the names of several words that stand for persons, by key; of two spellings the first one names."""
    full: dict[tuple[str, ...], str] = {}
    shown: set[str] = set()
    for mention in mentions:
        if _is_shown_as_person(text, mention):
            shown |= {_key(mention.words)[0], _key(mention.words)[-1]}
    for mention in mentions:
        key = _key(mention.words)
        if len(key) > 1 and (key[-1] in shown or key[0] in shown):
            full.setdefault(key, " ".join(mention.words))
    return full


def _find_short_names(full: Mapping[tuple[str, ...], str]) -> Mapping[str, str]:
    """Return the family names that only one person bears; first words too, as Korean names begin with it."""
    bearers: dict[str, set[tuple[str, ...]]] = {}
    for key, name in full.items():
        for word in (name.split()[0], name.split()[-1]):
            bearers.setdefault(word, set()).add(key)
    return {word: full[next(iter(keys))] for word, keys in bearers.items() if len(keys) == 1}


def _is_shown_as_person(text: str, mention: _Mention) -> bool:
    before = _LAST_WORD.search(text, max(mention.start - 30, 0), mention.start)
    behind = _NEXT_WORD.match(text, mention.end)
    titled = before is not None and before[1].lower() in _TITLES
    return titled or (behind is not None and behind[1] in _SPEECH)


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name so that "Kim Jong-un" and "Kim Jong Un" are the same."""
    return tuple(part for word in words for part in re.split(r"[-‑.]", word.lower()) if part)


_TABLES = read_lexicon("persons")
_TITLES = frozenset(_TABLES["titles"]["words"])
_SPEECH = frozenset(_TABLES["speech"]["words"])
_OTHERS = frozenset(_TABLES["others"]["words"])
_SMALL_WORDS = frozenset(read_lexicon("actor_context")["small_words"]["words"])
_LAST_WORD = re.compile(r"(\w+)\.?,? $")
_NEXT_WORD = re.compile(r",? (\w+)")
