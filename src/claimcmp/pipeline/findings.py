"""Tells whether what somebody does with an object is a finding: "wardens counted 312 otters", "the union gives 40"."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_words import find_lemma, word_set
from claimcmp.pipeline.dependencies import find_marker
from claimcmp.pipeline.speakers import can_speak

AT = frozenset({"at", "from", "of", "in", "with"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
MANY = frozenset({"no", "half", "twice", "fewer"})
PERCENT = frozenset({"percent", "%", "per", "cent"})


def reports_finding(verb: Token, lemma: str, source: Token, objects: Sequence[Token]) -> bool:
    """Tell whether a source finds out or tells something by a verb with an object.

    Who examines finds whatever it is ("chemists still find traces"), anybody who counts finds a number ("volunteers
    counted 312 otters"), and what gives an amount tells it ("the closing report gives 8,300 cases").
    """
    if lemma in word_set("findings", "telling"):
        return _gives_amount(verb, source, objects)
    if lemma not in word_set("findings", "verbs") or not objects or _is_got(objects[0]):
        return False
    numbered = any(_holds_number(thing) for thing in objects)
    if lemma in word_set("findings", "surveying") and not numbered and _is_definite(objects[0]):
        return False
    counts = lemma in word_set("findings", "counting") and numbered and not _has(verb, objects[0])
    professional = lemma in word_set("findings", "examining") and not _is_person(objects[0])
    looks = can_speak(source) and _is_lacking(objects[0])
    return _publishes(source) or looks or (professional and _examines(source)) or (counts and can_speak(source))


def _is_lacking(thing: Token) -> bool:
    """Tell whether nothing was found that would show something: "observers found no sign of fraud"."""
    none = any(child.lower_ in ("no", "any", "little") for child in thing.children)
    return none and thing.lemma_.lower() in read_lexicon("clauses")["grounds"]["words"]


def _has(verb: Token, thing: Token) -> bool:
    """Tell whether who counts something has it: "the firm counts two banks among its clients", "counts 40 pupils"."""
    present = verb.tag_ in ("VBZ", "VBP")
    among = (sub for sub in verb.subtree if find_marker(sub) == "among")
    own = any(child.dep_ == "nmod:poss" for sub in among for child in sub.children)
    return present and (can_speak(thing) or own)


def _publishes(source: Token) -> bool:
    """Tell whether a source is a document or a body of experts, or bears a name."""
    words = word_set("findings", "sources")
    named = source.ent_type_ == "ORG" or source.pos_ == "PROPN"
    return named or find_lemma(source) in words or source.lemma_.lower() in words


def _examines(source: Token) -> bool:
    """Tell whether a source examines for a living: a laboratory, hydrologists, the people at an institute."""
    words = word_set("findings", "examiners")
    endings = tuple(word_set("findings", "endings"))
    if find_lemma(source) in words or source.lemma_.lower() in words or source.lower_.endswith(endings):
        return True
    if not {source.lower_, find_lemma(source)} & word_set("findings", "members"):
        return False
    bodies = (child for child in source.children if child.dep_ == "nmod" and find_marker(child) in AT)
    return any(_publishes(body) or _examines(body) for body in bodies)


def _is_person(thing: Token) -> bool:
    """Tell whether somebody is seen, reported or found: "the doctor reported him"."""
    return thing.pos_ == "PRON" or thing.ent_type_ == "PERSON"


def _is_definite(thing: Token) -> bool:
    """Tell whether it is told what was measured, not what that came to: "measured the field", "counted her coins"."""
    return any(child.dep_ == "nmod:poss" or child.lower_ in DEFINITE for child in thing.children)


def _is_got(thing: Token) -> bool:
    """Tell whether a thing that somebody finds is got or thought of, not found out: "found a buyer", "found time".

    What was there before is found out about: "found its work within the limits".
    """
    return not _is_definite(thing) and thing.lemma_.lower() in word_set("findings", "got")


def _gives_amount(verb: Token, source: Token, objects: Sequence[Token]) -> bool:
    """Tell whether "give" tells a number and hands over no thing: not "gave 300 euros to the school", "gave him 40"."""
    # A number that stands alone is taken for who gets something.
    things = objects or [child for child in verb.children if child.dep_ == "iobj" and child.pos_ == "NUM"]
    given = [child for child in verb.children if child.dep_ == "iobj" and child not in things]
    behind = (sub for sub in verb.subtree if sub.i > verb.i and sub.pos_ not in ("NUM", "SYM"))
    away = any(find_marker(sub) == "to" for sub in behind)
    if not things or given or away or not can_speak(source):
        return False
    thing = things[0]
    if thing.lemma_.lower() in word_set("findings", "figures"):
        return any(token.pos_ == "NUM" or token.like_num for token in thing.subtree)
    if find_lemma(verb) not in word_set("findings", "numbering"):
        return False
    if find_lemma(source) in word_set("findings", "documents"):
        return _holds_number(thing)
    return thing.pos_ == "NUM" or (_holds_number(thing) and thing.lower_ in PERCENT)


def _holds_number(thing: Token) -> bool:
    """Tell whether an object is an amount: "312 otters", "a flow of 340 cubic metres", "no cases"."""
    inner = [sub for child in thing.children for sub in child.children if child.dep_ == "nmod"]
    parts = [thing, *thing.children, *inner]
    return any(token.pos_ == "NUM" or token.like_num or token.lower_ in MANY for token in parts)
