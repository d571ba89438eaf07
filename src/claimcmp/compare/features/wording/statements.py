"""Reads a claim as words in stretches, each word denied or not, and finds phrases of a lexicon in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Claim
from claimcmp.words import find_base_forms, is_stopword

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*\d|\d")
CONTRACTED = re.compile(r"n['’]t$")
BREAK = re.compile(
    r"[;:()—]|\s[–-]\s|,\s"
    r"|\b(?:and|but|although|though|while|whereas|because|which|who|whose|since|until|when|if)\b"
    # "Rated as adequate" is one stretch, "as the rates rose" another.
    r"|\bas\b(?=\s+(?:the|it|he|she|they|we|you|i|this|that|these|those|there|its|his|her|their|our|my)\b)",
    re.IGNORECASE,
)

# "Keep its word" in a lexicon stands for "kept his word" and "kept every word" too.
ANYBODYS = "its"
OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your", "the", "every", "all", "this", "that", "a"})

# "Sign ... into law" is parted by what is signed.
GAP, LONGEST_GAP = "...", 4
NUMBER_SIGN = "No"

Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[Phrase, ...]]
"""Phrases by their first word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a claim."""

    text: str
    start: int
    """Offset into the claim's text."""
    forms: frozenset[str]
    stretch: int
    """Number of the stretch between two commas or conjunctions that it stands in."""
    denied: str = ""
    """The word that turns it into its opposite, if any."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of a lexicon as it stands in a claim: the words from ``first`` up to ``last``, which is not in it."""

    text: str
    first: int
    last: int
    stretch: int
    denied: str


def read_statement(claim: Claim) -> tuple[Word, ...]:
    """Return the words of a claim without those of its gaps, which are claims of their own."""
    return read_words(*find_wording(claim))


def find_wording(claim: Claim) -> tuple[str, str]:
    """Return the text of a claim with its gaps blanked out, and what outside of it denies it, or nothing."""
    text = claim.text
    for start, end in claim.gaps:
        first, last = start - claim.start, end - claim.start
        text = text[:first] + ";" * (last - first) + text[last:]
    cue = claim.polarity_cue
    # "He denies that it rained": the claim is "it rained", and its denial stands outside of it.
    outside = cue and claim.polarity == "negated" and not claim.start <= cue.start < claim.end
    return text, cue.text if cue and outside else ""


@lru_cache(maxsize=16384)
def read_words(text: str, denial: str) -> tuple[Word, ...]:
    """Return the words of a text, all of them denied if there is a denial of the whole."""
    breaks = sorted(match.start() for match in BREAK.finditer(text))
    words: list[Word] = []
    for match in WORD.finditer(text):
        stretch = sum(1 for position in breaks if position <= match.start())
        words.append(Word(match.group(), match.start(), find_base_forms(match.group()), stretch))
    return _deny(words, denial)


def find_mentions(words: Sequence[Word], phrases: Phrases) -> Iterator[Mention]:
    """Yield where phrases stand in a claim, in any inflection, longest first and never one inside of another."""
    firsts = phrases.keys()
    position = 0
    while position < len(words):
        head = words[position]
        # Hardly any word begins a phrase: this is asked for every word of every pair.
        if firsts.isdisjoint(head.forms):
            position += 1
            continue
        length = max((_count(p) for p in _starting(head, phrases) if _stands(words, position, p)), default=0)
        if length:
            last = words[position + length - 1]
            text = head.text if length == 1 else " ".join(word.text for word in words[position : position + length])
            yield Mention(text, position, position + length, head.stretch, last.denied if length == 1 else head.denied)
        position += length or 1


def make_phrases(phrases: Iterable[str]) -> Phrases:
    """Sort phrases by their first word, in the spelling of base forms."""
    table: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        words = tuple(_spell(word) for word in phrase.lower().split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found)) for first, found in table.items()}


def is_telling(word: Word) -> bool:
    """Tell whether a word says something of a matter, and does not only hold a sentence together."""
    return not is_stopword(word.text)


def find_common(first: Iterable[Word], second: Iterable[Word]) -> list[tuple[Word, Word]]:
    """Return the telling words that two claims have in common, each as it stands in both."""
    others = [word for word in second if is_telling(word)]
    found = []
    for word in first:
        if is_telling(word) and (same := next((o for o in others if not o.forms.isdisjoint(word.forms)), None)):
            found.append((word, same))
    return found


def share_words(a: Claim, b: Claim) -> float:
    """Return which share of their telling words two claims have in common, the mean of both directions."""
    first, second = ([word for word in read_statement(claim) if is_telling(word)] for claim in (a, b))
    if not first or not second:
        return 0.0
    return (len(find_common(first, second)) / len(first) + len(find_common(second, first)) / len(second)) / 2


def _deny(words: Sequence[Word], denial: str) -> tuple[Word, ...]:
    """Mark the words within reach of a denial: those behind it in its stretch, or before "is untrue", or all."""
    before, behind, pseudo, reach = _denials()
    switched_off = {n for mention in find_mentions(words, pseudo) for n in range(mention.first, mention.last)}
    denied: dict[int, list[str]] = {number: [denial] for number in range(len(words)) if denial}
    for number, word in enumerate(words):
        if CONTRACTED.search(word.text) and number not in switched_off:
            _spread(denied, words, number, number + 1, word.text, reach)
    for mention in find_mentions(words, before):
        if mention.first not in switched_off and not _is_number_sign(words, mention.first):
            held = min(
                (_short_reach()[form] for form in words[mention.first].forms & set(_short_reach())), default=reach
            )
            _spread(denied, words, mention.first, mention.last, mention.text, held)
    for mention in find_mentions(words, behind):
        # "The reports are untrue": what is denied stands before.
        same = [n for n in range(mention.first) if words[n].stretch == mention.stretch]
        for number in same:
            denied.setdefault(number, []).append(mention.text)
    return tuple(
        Word(w.text, w.start, w.forms, w.stretch, denied[n][0] if len(denied.get(n, ())) % 2 else "")
        for n, w in enumerate(words)
    )


def _is_number_sign(words: Sequence[Word], number: int) -> bool:
    """Tell whether "no" stands for "number": "School No. 4"."""
    following = words[number + 1 : number + 2]
    return words[number].text == NUMBER_SIGN and bool(following) and following[0].text[0].isdigit()


def _spread(denied: dict[int, list[str]], words: Sequence[Word], cue: int, first: int, text: str, reach: int) -> None:
    for number in range(first, min(len(words), first + reach)):
        if words[number].stretch != words[cue].stretch:
            return
        denied.setdefault(number, []).append(text)


def _starting(word: Word, phrases: Phrases) -> Iterator[Phrase]:
    for form in word.forms:
        yield from phrases.get(form, ())


def _stands(words: Sequence[Word], position: int, phrase: Phrase) -> bool:
    if GAP in phrase:
        at = phrase.index(GAP)
        reach = range(position + at, min(len(words), position + at + LONGEST_GAP + 1))
        return _stands(words, position, phrase[:at]) and any(
            words[start].stretch == words[position].stretch and _stands(words, start, phrase[at + 1 :])
            for start in reach
        )
    if position + len(phrase) > len(words):
        return False
    return all(
        part in (forms := words[position + step].forms) or (part == ANYBODYS and not OWNERS.isdisjoint(forms))
        for step, part in enumerate(phrase)
    )


def _count(phrase: Phrase) -> int:
    """Return how many words of a claim a phrase takes; those behind a gap stay what they are."""
    return phrase.index(GAP) if GAP in phrase else len(phrase)


def _spell(word: str) -> str:
    if word == GAP:
        return word
    # As it is, only in the spelling of base forms: "better" is no form of "bet".
    return next(iter(find_base_forms(word))) if len(find_base_forms(word)) == 1 else _americanized(word)


def _americanized(word: str) -> str:
    forms = find_base_forms(word)
    return word if word in forms else min(forms, key=lambda form: (abs(len(form) - len(word)), form))


@cache
def _short_reach() -> dict[str, int]:
    table = read_lexicon("opposites")["denial"]
    return dict.fromkeys(table["short"], table["short_reach"])


@cache
def _denials() -> tuple[Phrases, Phrases, Phrases, int]:
    table = read_lexicon("opposites")["denial"]
    return make_phrases(table["before"]), make_phrases(table["behind"]), make_phrases(table["pseudo"]), table["reach"]
