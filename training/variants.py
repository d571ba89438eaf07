"""Rewrites training sentences as other typography would have them: quotes, dashes, casing, spacing."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import TypeVar

from training.sentences import EntitySpan, Sentence, Syntax

T = TypeVar("T")

DASHES = {"--": ("–", "—"), "-": ("–",), "—": ("--", "–"), "–": ("-", "—")}
ELLIPSES = {"...": ("…",), "…": ("...",)}


def vary(sentence: Sentence, random: Random) -> Sentence:
    """Return the sentence as it is, or now and then in another typography."""
    if random.random() < 0.25:
        sentence = curl_quotes(sentence, random)
    if random.random() < 0.15:
        sentence = swap_dashes(sentence, random)
    chance = random.random()
    if chance < 0.03:
        return change_case(sentence, str.lower)
    if chance < 0.045:
        return change_case(sentence, str.upper)
    if chance < 0.06:
        return change_case(sentence, _capitalise)
    if chance < 0.08:
        return insert_space(sentence, random)
    return sentence


def curl_quotes(sentence: Sentence, random: Random) -> Sentence:
    """Return the sentence with typographic quotes and apostrophes."""
    del random
    words = list(sentence.words)
    is_open = False
    for index, word in enumerate(words):
        if word == '"':
            tag = sentence.syntax.tags[index] if sentence.syntax else ""
            is_open = tag == "``" if tag in {"``", "''"} else not is_open
            words[index] = "“" if is_open else "”"
        elif word == "'" and sentence.syntax and sentence.syntax.tags[index] == "``":
            words[index] = "‘"
        else:
            words[index] = word.replace("'", "’")
    return _with_words(sentence, words)


def swap_dashes(sentence: Sentence, random: Random) -> Sentence:
    """Return the sentence with other dashes and ellipses; hyphens inside compounds stay."""
    words = list(sentence.words)
    for index, word in enumerate(words):
        inside = word == "-" and index > 0 and not sentence.spaces[index - 1]
        choices = () if inside else DASHES.get(word) or ELLIPSES.get(word) or ()
        if choices:
            words[index] = random.choice(choices)
    return _with_words(sentence, words)


def change_case(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    """Return the sentence as a headline or without capitals; tags stay, lemmas are taught where words stay."""
    words = tuple(change(word) for word in sentence.words)
    syntax = sentence.syntax
    if syntax is not None:
        same = zip(syntax.lemmas, sentence.words, words, strict=True)
        syntax = replace(syntax, lemmas=tuple(lemma if old == new else "" for lemma, old, new in same))
    return replace(sentence, words=words, syntax=syntax)


def insert_space(sentence: Sentence, random: Random) -> Sentence:
    """Return the sentence with a line break or a run of spaces as a token of its own, as the tokenizer makes."""
    syntax = sentence.syntax
    places = [i for i, space in enumerate(sentence.spaces[:-1]) if space]
    if syntax is None or not places:
        return sentence
    at = random.choice(places) + 1
    text = random.choice(("\n", " ", "\n\n", "  "))

    def move(index: int) -> int:
        return index + (index >= at)

    def put(values: tuple[T, ...], value: T) -> tuple[T, ...]:
        return (*values[:at], value, *values[at:])

    entities = sentence.entities and tuple(
        EntitySpan(move(span.start), move(span.end - 1) + 1, span.label) for span in sentence.entities
    )
    return replace(
        sentence,
        words=put(sentence.words, text),
        spaces=put(sentence.spaces, False),
        entities=entities,
        syntax=Syntax(
            tags=put(syntax.tags, "_SP"),
            pos=put(syntax.pos, "SPACE"),
            morphs=put(syntax.morphs, "_"),
            lemmas=put(syntax.lemmas, text),
            heads=put(tuple(move(head) for head in syntax.heads), at - 1),
            deps=put(syntax.deps, "dep"),
        ),
    )


def _capitalise(word: str) -> str:
    return word[:1].upper() + word[1:]


def _with_words(sentence: Sentence, words: list[str]) -> Sentence:
    # Lemmas stay: the treebanks too give every quote the straight one, and "n’t" the lemma "not".
    return replace(sentence, words=tuple(words))
