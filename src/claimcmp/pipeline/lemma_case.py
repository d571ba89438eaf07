"""Brings lemmas in line with the part of speech and with known words.

The edits that the lemmatizer learns cannot see that "Rise" in a name is no verb; the morphologizer can. Now and then
an edit also leaves half a word, "nominat" or "submitt", where the right one is known, and "the mine" is no pronoun.
"""

from collections.abc import Container

from spacy.language import Language
from spacy.tokens import Doc, Token

INFLECTED = frozenset({"NOUN", "VERB", "ADJ"})


@Language.component(
    "claimcmp_lemma_case", requires=["token.lemma", "token.pos"], assigns=["token.lemma", "token.pos", "token.tag"]
)
def lemma_case(doc: Doc) -> Doc:
    """Correct the lemmas of a Doc where part of speech or known words speak against them."""
    _name_mines(doc)
    known = _KnownWords(doc)
    lemmas = [find_lemma(token.text, token.lemma_, token.pos_, known) for token in doc]
    for token, lemma in zip(doc, lemmas, strict=True):
        set_lemma(token, lemma)
    return doc


def _name_mines(doc: Doc) -> None:
    """Make a noun of "mine" behind an article or another noun: "the coal mine", not "hers and mine"."""
    for token in doc:
        if (
            token.lower_ == "mine"
            and token.pos_ == "PRON"
            and token.i
            and token.nbor(-1).pos_ in ("DET", "ADJ", "NOUN")
        ):
            token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", "mine"


def find_lemma(word: str, lemma: str, pos: str, known: Container[str]) -> str:
    """Return the lemma as it should be: capitals as written in names, whole words elsewhere, and never nothing.

    An edit that cuts the ending off a word leaves nothing of "ing", as in a word with dashes for its letters.
    """
    if not lemma.strip():
        return word.lower()
    if pos == "PROPN":
        return copy_case(word, lemma)
    if pos in INFLECTED and len(lemma) > 2 and lemma.isalpha() and lemma.lower() != word.lower():
        return mend_ending(lemma, known)
    return lemma


def set_lemma(token: Token, lemma: str) -> None:
    """Write a lemma unless it is there already."""
    if token.lemma_ != lemma:
        token.lemma_ = lemma


def copy_case(word: str, lemma: str) -> str:
    """Return the lemma with the capitals of the word, as far as both have the same letters."""
    same = 0
    while same < min(len(word), len(lemma)) and word[same].lower() == lemma[same].lower():
        same += 1
    return word[:same] + lemma[same:]


def mend_ending(lemma: str, known: Container[str]) -> str:
    """Return the lemma, or a known word one letter away in its ending."""
    if lemma in known:
        return lemma
    candidates = [lemma + "e"]
    if lemma[-1] == lemma[-2] or lemma[-1] == "e":
        candidates.append(lemma[:-1])
    if lemma[-1] == "e" and lemma[-2] == lemma[-3]:
        candidates.append(lemma[:-2])
    return next((candidate for candidate in candidates if candidate in known), lemma)


class _KnownWords:
    """The words that have a vector."""

    def __init__(self, doc: Doc) -> None:
        self.vocab = doc.vocab

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.vocab.strings[word] in self.vocab.vectors
