"""What words are, without a model: the base forms that they may be inflected forms of, and which say little."""

import re
from functools import lru_cache

from claimcmp.lexicons import read_lexicon

VOWEL = re.compile(r"[aeiouy]")
SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouwxys]")
POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=65536)
def find_base_forms(word: str) -> frozenset[str]:
    """Return every base form that English inflection allows for ``word``, the word itself included.

    Two words are forms of one where their sets meet: "imposed" gives "impose" and "impos", "rates" gives
    "rate" but never "rat". British endings count as American ones ("labour" = "labor", "organise" =
    "organize").
    """
    word = POSSESSIVE.sub("", word.lower()).replace("’", "'")
    forms = {word, *_irregular_forms().get(word, ())}
    if word.isalpha() and len(word) > 3 and word not in _uninflected():
        forms |= _strip_plural(word) | _strip_past(word) | _strip_progressive(word)
    return frozenset(_americanize(form) for form in forms)


@lru_cache(maxsize=65536)
def find_base_form(word: str) -> str:
    """Return one base form for all forms of a word: of several the shortest, then the first."""
    return min(find_base_forms(word), key=lambda form: (len(form), form))


def _strip_plural(word: str) -> set[str]:
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return set()
    forms = {word[:-1]}
    if word.endswith("ies") and len(word) > 4:
        forms = {word[:-3] + "y", word[:-1]}
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        forms.add(word[:-2])
    elif word.endswith("ves"):
        forms |= {word[:-3] + "f", word[:-3] + "fe"}
    return forms


def _strip_past(word: str) -> set[str]:
    if not word.endswith("ed") or word.endswith("eed"):
        return set()
    if word.endswith("ied"):
        return {word[:-3] + "y"}
    return _restore(word[:-2])


def _strip_progressive(word: str) -> set[str]:
    return _restore(word[:-3]) if word.endswith("ing") else set()


def _restore(stem: str) -> set[str]:
    """Give back what a verb lost before -ed and -ing: a final e, or one of a doubled consonant."""
    if len(stem) < 2 or not VOWEL.search(stem):
        return set()
    if SHORT_STEM.fullmatch(stem):
        # It would have doubled its consonant: "hoped" is never "hop".
        return {stem + "e"}
    forms = {stem, stem + "e"}
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiousz":
        forms.add(stem[:-1])
    return forms


BRITISH = (
    (re.compile(r"(?<=\w{3})is(e|ation|er)$"), r"iz\1"),
    (re.compile(r"(?<=\w{2}[bdlv])our(?=er$|$|ite$|able$)"), "or"),
    (re.compile(r"(?<=\w{3})yse$"), "yze"),
    (re.compile(r"(?<=[cbt])re$"), "er"),
    (re.compile(r"^programme$"), "program"),
    (re.compile(r"^(defen|offen|licen)ce$"), r"\1se"),
    (re.compile(r"^aluminium$"), "aluminum"),
    (re.compile(r"^tyre$"), "tire"),
    (re.compile(r"(?<=judg)e(?=ment$)"), ""),
    (re.compile(r"^cheque$"), "check"),
)


def _americanize(word: str) -> str:
    for pattern, american in BRITISH:
        word = pattern.sub(american, word)
    return word


@lru_cache(maxsize=1)
def _irregular_forms() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for base, inflected in read_lexicon("inflection")["irregular"]["forms"].items():
        for form in inflected.split():
            table.setdefault(form, []).append(base)
    return {form: tuple(bases) for form, bases in table.items()}


@lru_cache(maxsize=1)
def _uninflected() -> frozenset[str]:
    return frozenset(read_lexicon("inflection")["uninflected"]["words"])


def is_finite_form(word: str) -> bool:
    """Tell whether a word is an auxiliary or an irregular verb form ("is", "rose"), which no noun phrase has."""
    return word.lower() in _finite_forms()


@lru_cache(maxsize=1)
def _finite_forms() -> frozenset[str]:
    return frozenset(read_lexicon("inflection")["finite"]["words"])


def is_stopword(word: str) -> bool:
    """Tell whether a word only holds sentences together, whatever they are about."""
    return word.lower() in _stopwords()


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    return frozenset(read_lexicon("stopwords")["stopwords"]["words"])
