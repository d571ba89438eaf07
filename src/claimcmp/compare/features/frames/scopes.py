"""Tells whether two claims are restricted to different parts of a whole: men and women, north and south."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimcmp.compare.features.wording.affinity import find_affinity
from claimcmp.compare.features.wording.memory import remember
from claimcmp.compare.features.wording.statements import (
    Mention,
    Phrases,
    Word,
    find_common,
    find_mentions,
    find_wording,
    is_telling,
    make_phrases,
    read_words,
)
from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim, Predicate

# From this cosine on a circumstance of the one is spoken of in the other.
NEAR = 0.45
OF, THE = "of", "the"
DIRECTION = "direction"

Parts = Mapping[str, Mapping[int, str]]
"""By the name of a scale, the numbers of the parts that are named, with the words that name them."""


@dataclass(frozen=True, slots=True)
class _Scale:
    name: str
    parts: tuple[Phrases, ...]
    beside: bool
    """The words tell a part only of what follows them: "the first edition"."""


def find_other_parts(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Return the words by which two claims are each restricted to another part of one scale."""
    parts_a, parts_b = _find_parts(a), _find_parts(b)
    for name in sorted(parts_a.keys() & parts_b.keys()):
        ours, theirs = parts_a[name], parts_b[name]
        if ours.keys().isdisjoint(theirs.keys()):
            return next(iter(ours.values())), next(iter(theirs.values()))
    return None


def find_other_camps(a: Claim, b: Claim) -> tuple[str, str] | None:
    """Return the names of two camps, if each claim is what one of them says."""
    holders = [_find_camps(_name_holder(claim)) for claim in (a, b)]
    if holders[0] and holders[1] and holders[0].keys().isdisjoint(holders[1].keys()):
        return next(iter(holders[0].values())), next(iter(holders[1].values()))
    return None


def find_restriction(predicate: Predicate, claim: Claim, other: Claim) -> str:
    """Return the circumstance to which a denial is restricted, and of which the other claim does not speak."""
    words = [word for word in read_words(*find_wording(other)) if is_telling(word)]
    dates = [date.start for date in claim.dates]
    for argument in predicate.arguments:
        if not argument.role.startswith("obl") or argument.marker not in _restricting():
            continue
        inside = [word for word in read_words(argument.text, "") if is_telling(word)]
        # May is near to June as a word, and another month.
        dated = any(argument.start <= start < argument.end for start in dates)
        if inside and not (find_common(inside, words) if dated else find_affinity(inside, words) >= NEAR):
            return f"{argument.marker} {argument.text}"
    return ""


@remember
def _find_parts(claim: Claim) -> Parts:
    text, denial = find_wording(claim)
    # "Most of the north" is a part, "North Korea" a country.
    names = tuple((entity.start - claim.start, entity.end - claim.start) for entity in claim.entities)
    # "In the spring of 1634" is a date, "in spring" a part of every year.
    names += tuple((date.start - claim.start, date.end - claim.start) for date in claim.dates)
    return _locate_parts(text, denial, names)


@lru_cache(maxsize=16384)
def _locate_parts(text: str, denial: str, names: tuple[tuple[int, int], ...]) -> Parts:
    words = read_words(text, denial)
    found: dict[str, dict[int, str]] = {}
    for scale in _read_scales():
        for number, phrases in enumerate(scale.parts):
            for mention in find_mentions(words, phrases):
                start = words[mention.first].start
                bearing = scale.name == DIRECTION and _is_bearing(words, mention)
                if any(first <= start < last for first, last in names) or bearing:
                    continue
                if not scale.beside:
                    found.setdefault(scale.name, {}).setdefault(number, mention.text)
                elif following := words[mention.last : mention.last + 1]:
                    # "The first edition" and "the second half" are parts of two things.
                    for form in following[0].forms if is_telling(following[0]) else ():
                        found.setdefault(f"{scale.name} {form}", {}).setdefault(number, mention.text)
    return found


def _is_bearing(words: Sequence[Word], mention: Mention) -> bool:
    """Tell whether a word says where a place lies from another: "ten miles north of Lund", not "the north of Wales"."""
    before = [word.text.lower() for word in words[max(0, mention.first - 1) : mention.first]]
    behind = [word.text.lower() for word in words[mention.last : mention.last + 1]]
    return behind == [OF] and before != [THE]


def _name_holder(claim: Claim) -> str:
    return claim.attributed_to.text or claim.attributed_to.name if claim.attributed_to else ""


@lru_cache(maxsize=4096)
def _find_camps(holder: str) -> Mapping[int, str]:
    words = read_words(holder, "")
    return {
        number: mention.text
        for number, phrases in enumerate(_read_camps())
        for mention in find_mentions(words, phrases)
    }


@cache
def _read_scales() -> tuple[_Scale, ...]:
    tables = read_lexicon("scopes")["scale"]
    return tuple(_Scale(table["name"], _make(table["parts"]), table.get("beside", False)) for table in tables)


@cache
def _read_camps() -> tuple[Phrases, ...]:
    return _make(read_lexicon("scopes")["camps"]["parts"])


def _make(parts: Iterable[Iterable[str]]) -> tuple[Phrases, ...]:
    return tuple(make_phrases(part) for part in parts)


@cache
def _restricting() -> frozenset[str]:
    return frozenset(read_lexicon("scopes")["place"]["words"])
