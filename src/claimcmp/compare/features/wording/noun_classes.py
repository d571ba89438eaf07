"""Tells what a noun names: a person, a body such as a company or a court, a country."""

from claimcmp.compare.features.wording.statements import Word
from claimcmp.lexicons import read_lexicon

PERSON, BODY, COUNTRY = "person", "body", "country"
TABLES = (("people", PERSON), ("companies", BODY), ("bodies", BODY), ("countries", COUNTRY))


def find_noun_class(word: Word) -> str:
    """Return the class of a noun, or nothing for one that no table of the lexicon "references" lists."""
    references = read_lexicon("references")
    return next((name for table, name in TABLES if not word.forms.isdisjoint(references[table]["words"])), "")
