"""Tells which of what was named before may say what a reference says: a body or person, not "11,400 colonies"."""

from spacy.tokens import Doc

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_words import word_set
from claimcmp.pipeline.mentions import COUNTRY, ORGANISATION, PERSON, Mention
from claimcmp.pipeline.prominence import Role
from claimcmp.pipeline.referring import Referring
from claimcmp.pipeline.salience import may_mean


def can_make_statements(mention: Mention) -> bool:
    """Tell whether a mention is of somebody, or of a body or document that says something: not "11,400 colonies"."""
    return bool(mention.kinds & {PERSON, ORGANISATION, COUNTRY}) or mention.lemma in word_set("speakers")


def may_speak(doc: Doc, mention: Mention, referring: Referring) -> bool:
    """Tell whether a mention in the sentence of a reference that says something may be who says it."""
    number = mention.plural == referring.plural
    return number and can_make_statements(mention) and may_mean(doc, mention, referring, here=True)


def is_unknown_firm(doc: Doc, mention: Mention, referring: Referring) -> bool:
    """Tell whether "the company" that says something may be a name of one word of which nothing more is known.

    People are known by their full names: "Boeing had hoped for May. By the company's count 40 orders were lost." A word
    that begins a sentence is no name unless it does what firms do: "Assembly stood still."
    """
    firm = referring.noun in read_lexicon("references")["companies"]["words"]
    name = mention.text.removeprefix("the ").removeprefix("The ")
    alone = name.isalpha() and name[:1].isupper() and not mention.gender and mention.role is Role.SUBJECT
    table = read_lexicon("references")
    deeds = (*table["acting"]["verbs"], *table["deeds"]["verbs"], *table["firms"]["deeds"])
    does = doc[mention.predicate].lemma_.lower() in deeds
    return referring.speaks and firm and alone and does and ORGANISATION in mention.kinds
