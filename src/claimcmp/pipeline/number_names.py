"""Takes out of a parsed sentence the numbers that name: "in station 117", "box 12"; and "about" that is no "roughly".

A number names what a singular noun right before it is, where the noun has no article: "in ward 4", but "the crowd at
the gate numbered 400", and "with turnout 58" tells how high it was.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from claimcmp.lexicons import read_lexicon
from claimcmp.records import Quantity

LONGEST = 4
"""Digits of a number that names, written without a comma."""
DETERMINERS = frozenset({"det", "nmod:poss"})
ABOUT = "about"


def drop_names(sent: Span, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities of a parsed sentence, their offsets those of the Doc, without the numbers that name."""
    kept: list[Quantity] = []
    for quantity in quantities:
        span = sent.doc.char_span(quantity.start, quantity.end)
        if span is None or quantity.unit:
            kept.append(quantity)
        elif not _is_name(span):
            kept.append(_without_about(quantity, span))
    return kept


def _is_name(span: Span) -> bool:
    if len(span) != 1 or not span.text.isdecimal() or len(span.text) > LONGEST or span.start == 0:
        return False
    noun = span.doc[span.start - 1]
    if noun.tag_ not in ("NN", "NNP") or not noun.text.islower() or noun.lemma_.lower() in _measures():
        return False
    if any(child.dep_ in DETERMINERS and child.i < noun.i for child in noun.children):
        return False
    before = span.doc[noun.i - 1] if noun.i else None
    if before is not None and before.pos_ == "DET":
        return False
    in_phrase = before is not None and before.pos_ == "ADP"
    if in_phrase and _is_subject(span):
        return False
    return span.root.head == noun or noun.head == span.root or (in_phrase and _ends_phrase(span))


def _is_subject(span: Span) -> bool:
    """Tell whether a number is no part of the phrase before it: "At dawn 40 were freed"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _ends_phrase(span: Span) -> bool:
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is None or after.pos_ == "PUNCT" or (after.pos_ == "ADP" and after.lower_ != "of")


def _without_about(quantity: Quantity, span: Span) -> Quantity:
    """Return "about 46" as 46 where somebody speaks of it: "the story about 46 is made up"."""
    about = span[0]
    if about.lower_ != ABOUT or len(span) == 1 or not _speaks(about):
        return quantity
    number = span[1:]
    exact = replace(quantity, text=number.text, start=number.start_char, low=quantity.value, high=quantity.value)
    return replace(exact, approximate=False)


def _speaks(about: Token) -> bool:
    noun = about.nbor(-1) if about.i else None
    return noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in _tellings()


def _measures() -> frozenset[str]:
    lexicon = read_lexicon("quantities")
    return frozenset((*lexicon["told_before"]["words"], *read_lexicon("measured")["light"]["nouns"]))


def _tellings() -> frozenset[str]:
    return frozenset(read_lexicon("quantities")["tellings"]["words"])
