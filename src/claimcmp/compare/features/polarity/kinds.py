"""Finds what one claim denies altogether and the other tells a kind of: "nobody came to harm", "one patient died"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimcmp.compare.features.wording.statements import (
    Mention,
    Phrases,
    Word,
    find_common,
    find_mentions,
    is_telling,
    make_phrases,
    read_statement,
)
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim


@dataclass(frozen=True, slots=True)
class Kind:
    """Words for something in general, and words for kinds of it."""

    general: Phrases
    special: Phrases


def find_denied_kind(denier: Claim, other: Claim) -> tuple[Mention, Mention] | None:
    """Return what a claim denies in general and the kind of it that the other affirms, of something both name."""
    words, others = read_statement(denier), read_statement(other)
    for kind in _read_kinds():
        denied = [mention for mention in find_mentions(words, kind.general) if mention.denied]
        told = [mention for mention in find_mentions(others, kind.special) if not mention.denied]
        if denied and told and _share_words_beside(words, denied[0], others, told[0]):
            return denied[0], told[0]
    return None


def _share_words_beside(words: tuple[Word, ...], x: Mention, others: tuple[Word, ...], y: Mention) -> bool:
    beside = [word for word in _list_beside(words, x) if is_telling(word)]
    # "Nobody was hurt" is said of what both tell of, in so few words.
    return not beside or bool(find_common(beside, _list_beside(others, y)))


def _list_beside(words: tuple[Word, ...], mention: Mention) -> Iterator[Word]:
    return (word for number, word in enumerate(words) if not mention.first <= number < mention.last)


@cache
def _read_kinds() -> tuple[Kind, ...]:
    tables = read_lexicon("opposites")["kind"]
    return tuple(Kind(make_phrases(table["general"]), make_phrases(table["special"])) for table in tables)
