"""Looks words up in the lexicon of attribution."""

from functools import cache

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.records import AttributionStance
from claimcmp.words import find_base_forms

# With "out" they are verbs of their own: "pointed out that", "ruled out arson".
PARTICLE_VERBS = frozenset({"point", "rule"})
STANCES: tuple[AttributionStance, ...] = ("doubted", "endorsed")


@cache
def word_set(table: str, key: str = "words") -> frozenset[str]:
    """Return the words of one list of the lexicon."""
    return frozenset(read_lexicon("attribution")[table][key])


@cache
def clause_verbs() -> dict[str, AttributionStance]:
    """Return the verbs that take a clause or quotation, each with the stance that the choice of it tells."""
    verbs: dict[str, AttributionStance] = dict.fromkeys(
        word_set("verbs", "neutral") | word_set("verbs", "attitudes"), "neutral"
    )
    for stance in STANCES:
        verbs |= dict.fromkeys(word_set("verbs", stance), stance)
    return verbs


@cache
def prepositions_of(table: str, word: str) -> frozenset[str]:
    """Return the prepositions that lead from a verb or noun to what is stated."""
    entry = read_lexicon("attribution")[table].get(word, ())
    return frozenset(entry) if isinstance(entry, list) else frozenset()


@cache
def all_verbs() -> frozenset[str]:
    """Return every verb that the lexicon knows."""
    prepositional = {
        verb for verb, entry in read_lexicon("attribution")["prepositions"].items() if isinstance(entry, list)
    }
    lists = (
        ("objects", "verbs"),
        ("objects", "said"),
        ("predicative", "verbs"),
        ("predicative", "as"),
        ("predicative", "at"),
        ("presenting", "verbs"),
        ("acts", "verbs"),
        ("findings", "verbs"),
        ("findings", "telling"),
        ("holding", "verbs"),
        ("imputing", "verbs"),
        ("imputing", "particles"),
    )
    return frozenset({*clause_verbs(), "have"}).union(prepositional, *(word_set(*names) for names in lists))


@cache
def _known_words() -> frozenset[str]:
    lists = (("control", "doubted"), ("light", "verbs"), ("speakers", "words"), ("findings", "examiners"))
    return all_verbs().union(read_lexicon("attribution")["nouns"], *(word_set(*names) for names in lists))


def find_lemma(token: Token) -> str:
    """Return the base form under which the lexicon knows a word, else the one that the model gives.

    Models know the forms of rare words less well than the rules of inflection do.
    """
    lemma = token.lemma_.lower()
    if lemma not in _known_words():
        lemma = _find_known_base(token.lower_) or lemma
    if lemma == "slip" and token.head.lower_ in ("let", "lets", "letting"):
        return "let slip"
    if lemma in PARTICLE_VERBS and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "out":
        return f"{lemma} out"
    return lemma


def holds_clause(verb: Token, lemma: str) -> bool:
    """Tell whether a verb is followed by what is held: "the theory holds that", "the paper has it that"."""
    has_it = lemma == "have" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "it"
    teller = next((child.lemma_.lower() for child in verb.children if child.dep_ == "nsubj"), "")
    has_it = has_it and teller not in read_lexicon("clauses")["hearsay"]["nouns"]
    if not (has_it or lemma in word_set("holding", "verbs")) or verb.i + 1 >= len(verb.doc):
        return False
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    return any(any(sub.dep_ == "mark" and sub.lower_ == "that" for sub in clause.children) for clause in clauses)


@cache
def _find_known_base(word: str) -> str | None:
    return min(find_base_forms(word) & _known_words(), default=None)
