"""Finds words that are negated within: "unpaid", "impossible", "fearless"."""

from collections.abc import Callable
from functools import cache

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.parse import Parse, Word

POSITIONS = frozenset({"ADJ", "ADV", "VERB", "NOUN"})
SHORTEST = 4


def find_affixed(parse: Parse, is_known: Callable[[str], bool]) -> list[int]:
    """Return the numbers of the words with a negating affix whose rest is a word that ``is_known`` accepts."""
    return [word.number for word in parse.words if word.pos in POSITIONS and is_affixed(word, is_known)]


def is_affixed(word: Word, is_known: Callable[[str], bool]) -> bool:
    """Tell whether a word denies its own stem."""
    text = word.lower
    if text in _words("plain"):
        return False
    for suffix in _words("suffixes"):
        stem, found, _ = text.partition(suffix)
        if found and len(stem) >= SHORTEST - 1 and word.pos in ("ADJ", "ADV"):
            return is_known(stem)
    for prefix in _words("prefixes"):
        stem = text.removeprefix(prefix)
        if stem != text and len(stem) >= SHORTEST and (word.pos in ("ADJ", "ADV") or text in _words("others")):
            return is_known(stem) or is_known(stem.removesuffix("ly"))
    return False


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(read_lexicon("stance")["affixes"][key])
