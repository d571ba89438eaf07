"""Finds offices in words: 'the Russian president', 'president of France', 'NATO secretary general'."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.actor_names import Actor, NameMatch, Role, Words, make_slug


def find_office(words: Words, match: NameMatch) -> tuple[Actor, int, int] | None:
    """Return the office that the actor at ``match`` gives its name to, and the words [first, last) that say so.

    Who held it before is left out: "the former Russian president" is no office of today.
    """
    if match.name.role not in (Role.NAME, Role.PEOPLE) or len(match.name.actors) != 1:
        return None
    actor = match.name.actors[0]
    if actor.kind not in ("country", "organisation"):
        return None
    possessive = words.at(match.last) == "'" and words.at(match.last + 1) == "s"
    title = _find_title(words, match.last + 2 if possessive else match.last)
    if title is not None:
        name, last = title
        return None if _is_former(words, match.first) else (_make_office(actor, name), match.first, last)
    back = match.first - 1 if words.at(match.first - 1) in ("the", "The") else match.first
    # "Leader of the New Zealand National Party" leads no country.
    if match.name.role is not Role.NAME or words.at(back - 1) != "of" or words.at(match.last)[:1].isupper():
        return None
    # The longest title that ends right before "of".
    for first in range(max(back - 1 - _longest(), 0), back - 1):
        title = _find_title(words, first)
        if title is not None and title[1] == back - 1:
            return None if _is_former(words, first) else (_make_office(actor, title[0]), first, match.last)
    return None


def _make_office(actor: Actor, title: str) -> Actor:
    return Actor(f"{actor.id}:{make_slug(title)}", f"{title} of {actor.name}", "office")


def _is_former(words: Words, first: int) -> bool:
    previous = words.at(first - 1).lower()
    return previous in _FORMER or (previous == "-" and words.at(first - 2).lower() in _FORMER)


def _find_title(words: Words, first: int) -> tuple[str, int] | None:
    """Return the longest title that begins at ``first``, in its usual form, and where it ends."""
    node, position, found = _titles().get(words.at(first).lower()), first + 1, None
    while node is not None:
        if "" in node:
            found = node[""], position
        node = node.get(words.at(position).lower()) if words.at(position) else None
        position += 1
    return found


@cache
def _titles() -> Mapping[str, Any]:
    usual = dict(_TABLE["same"])
    trie: dict[str, Any] = {}
    for title in _TABLE["titles"]:
        node = trie
        for word in title.replace("-", " - ").split():
            node = node.setdefault(word, {})
        node[""] = usual.get(title, title)
    return trie


def _longest() -> int:
    return max(len(title.replace("-", " - ").split()) for title in _TABLE["titles"])


_TABLE = read_lexicon("actor_context")["office"]
_FORMER = frozenset(_TABLE["former"])
