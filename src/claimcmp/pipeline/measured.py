"""Says of the quantities in a parsed sentence what they measure, of whom, and whether they are a level or a change."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from claimcmp.pipeline.noun_phrases import (
    find_case,
    find_owner,
    find_periods,
    find_subject,
    lexicon,
    name_measure,
    name_phrase,
)
from claimcmp.pipeline.quantity_roles import comes_after_another, find_deed, find_role, is_span, role_by_case
from claimcmp.records import Quantity, QuantityRole
from claimcmp.units import find_unit, is_currency

WITH = "with"


@dataclass(frozen=True, slots=True)
class Measured:
    """What a quantity is a quantity of."""

    measure: str | None = None
    owner: str | None = None
    role: QuantityRole = "level"


def describe_quantities(sent: Span, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities of a parsed sentence with ``of``, ``measure``, ``owner``, ``role`` and ``period``.

    Their offsets are those of the Doc. What the parse does not show stays as it is.
    """
    printed = [sent.doc.char_span(q.start, q.end, alignment_mode="expand") for q in quantities]
    spans = [None if span is None else _skip_verb(span) for span in printed]
    taken = frozenset(token.i for span in spans if span is not None for token in span)
    described: list[Quantity] = []
    for quantity, span in zip(quantities, spans, strict=True):
        found = quantity if span is None else _describe(quantity, span, taken)
        if span is not None and comes_after_another(found, span, described):
            found = replace(found, role="former", measure=None)
        if found.role == "former" and found.measure is None:
            # "$3 billion, against $2 billion a year before": the same measure
            same = next((other for other in reversed(described) if other.unit == found.unit), found)
            found = replace(found, measure=same.measure, owner=same.owner)
        described.append(found)
    return described


def _skip_verb(span: Span) -> Span:
    """Return an amount without the verb that bounds it and governs it: "exceed 300 kg"."""
    verb = span.root
    return span.doc[verb.i + 1 : span.end] if verb.pos_ == "VERB" and verb.i + 1 < span.end else span


def _describe(quantity: Quantity, span: Span, taken: Collection[int]) -> Quantity:
    head = span.root
    found = _find_measured(quantity, span, head, taken)
    counted = quantity.unit == "" and found.measure in lexicon()["persons"]["words"]
    return replace(
        quantity,
        unit="person" if counted else quantity.unit,
        of=_find_whole(span, head, taken) or quantity.of,
        measure=found.measure,
        owner=found.owner,
        role=find_role(quantity, span, found.role),
        period=_find_period(head),
    )


def _find_measured(quantity: Quantity, span: Span, head: Token, taken: Collection[int]) -> Measured:
    """Return what the words that govern an amount make of it."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if quantity.unit == "" and after is not None and after.lower_ in lexicon()["persons"]["words"]:
        return Measured(after.lower_)  # "12 wounded", "200,000 homeless"
    before = _noun_before(span, taken)
    if before is not None:
        return _by_noun(before, "of", taken)
    if head.dep_ in ("nsubj", "nsubj:pass") and head.head.pos_ != "VERB" and quantity.role == "share":
        return Measured()
    if head.dep_ != "conj" and (subject := _copular_subject(head)) is not None:
        return Measured(name_measure(subject, taken), find_owner(subject, taken))
    case, governor = _find_governor(head, taken)
    ahead = span.doc[span.start - 1] if span.start else None
    if ahead is not None and ahead.pos_ == "ADP":
        case = ahead.lower_  # nearer than what a garbled parse says
    if case == WITH and (state := _find_state(after)) is not None:
        return Measured(state)
    if governor is None:
        return Measured()
    if case in lexicon()["former"]["before"] and governor.lemma_.lower() in lexicon()["ranging"]["words"]:
        case = ""  # "range from 5 to 7 metres" tells of no former level
    if governor.pos_ in ("VERB", "AUX"):
        return _by_verb(quantity, head, governor, case, taken)
    if is_span(quantity, head, case) and _stands_out(governor):
        return Measured(governor.lemma_.lower(), None, "span")
    if governor.pos_ in ("ADJ", "ADV") and head.dep_ != "nsubj":
        return _by_adjective(governor, taken)
    if governor.pos_ in ("NOUN", "PROPN"):
        return _by_noun(governor, case, taken)
    return Measured()


def _find_state(after: Token | None) -> str | None:
    """Return in which state a number of things were: "with 80 people aboard", "with two miners trapped"."""
    if after is None or after.pos_ not in ("ADJ", "ADV", "VERB", "ADP"):
        return None
    if after.pos_ == "ADP":
        return after.nbor().lower_ if after.i + 1 < len(after.doc) and after.nbor().pos_ == "NOUN" else None
    return after.lower_


def _noun_before(span: Span, taken: Collection[int]) -> Token | None:
    """Return the noun in "a fine of $2 million", whatever the parse makes of the "of"."""
    index = span.start - 1
    doc = span.doc
    while index > 0 and doc[index].pos_ in ("DET", "ADV"):
        index -= 1
    if index < 1 or doc[index].lower_ != "of" or index - 1 in taken:
        return None
    noun = doc[index - 1]
    return noun if noun.pos_ == "NOUN" else None


def _copular_subject(head: Token) -> Token | None:
    """Return the subject of "Unemployment is 4 percent", "the number was 220"."""
    if not any(child.dep_ == "cop" for child in head.children):
        return None
    subject = find_subject(head)
    return None if subject is None or subject.pos_ == "PRON" else subject


def _find_governor(head: Token, taken: Collection[int]) -> tuple[str, Token | None]:
    """Return the preposition of an amount and the word it depends on, past other amounts."""
    case = find_case(head)
    token = head
    while token.head != token:
        coupled, token = token.dep_ == "conj", token.head
        if token.i not in taken and not (coupled and token.pos_ in ("NUM", "SYM")):
            return case, token
        if coupled and not case:
            case = find_case(token)
    return case, None


def _by_verb(quantity: Quantity, head: Token, verb: Token, case: str, taken: Collection[int]) -> Measured:
    words, lemma = lexicon(), verb.lemma_.lower()
    subject = find_subject(verb)
    if subject is not None and (subject.pos_ == "PRON" or subject.i in taken):
        subject = None
    owner = name_phrase(subject) if subject is not None else None
    if is_span(quantity, head, case):
        return Measured(lemma, owner, "span")
    if lemma in words["span"]["taking"] and (deed := find_deed(quantity, verb, head)) is not None:
        return Measured(deed.lemma_.lower(), owner, "span")
    thing = next((child for child in verb.children if child.dep_ == "obj" and child.i not in taken), None)
    if lemma in words["change"]["verbs"] and thing is None and _is_object(head, quantity, lemma):
        return Measured(lemma, owner)
    if lemma in words["change"]["verbs"]:
        thing = thing or subject
        role = role_by_case(case) if case else "change"
        if thing is None or thing.pos_ == "PRON":
            return Measured(lemma, owner, role)
        return Measured(name_measure(thing, taken), find_owner(thing, taken) or _other(owner, thing, subject), role)
    role = "former" if case in words["former"]["before"] and case != "than" else "level"
    if lemma in words["foretelling"]["verbs"] and head.dep_ == "obj" and subject is not None:
        return Measured(lemma, None, role)
    if lemma in words["linking"]["verbs"] or (lemma in words["empty"]["verbs"] and thing is not None):
        thing = subject if lemma in words["linking"]["verbs"] and thing is None else thing
        if thing is None:
            return Measured(None, owner, role)
        return Measured(name_measure(thing, taken), find_owner(thing, taken) or _other(owner, thing, subject), role)
    if lemma in words["empty"]["verbs"]:
        inner = _noun_in(head, taken)
        return Measured(name_measure(inner, taken) if inner is not None else None, owner, role)
    if head.dep_ in ("nsubj", "nsubj:pass"):
        return Measured(lemma, None, role)
    return Measured(lemma, owner, role)


def _stands_out(word: Token) -> bool:
    """Say whether a word is of the highest degree or a rank: "the worst flood in 40 years", "the first for a year"."""
    standing = (word, *(child for child in word.children if child.dep_ in ("amod", "advmod")))
    return any(token.tag_ in ("JJS", "RBS") or token.lower_ in lexicon()["span"]["ranks"] for token in standing)


def _by_noun(noun: Token, case: str, taken: Collection[int]) -> Measured:
    """Return what "a rise of 3 percent in prices", "a 400-metre ship", "a fine of $2 million" measure."""
    words = lexicon()
    if noun.pos_ == "PROPN":
        return Measured(None, name_phrase(noun))
    role: QuantityRole = "level"
    owner = find_owner(noun, taken)
    if noun.lemma_.lower() in words["change"]["nouns"]:
        role = role_by_case(case) if case not in ("", "of") else "change"
        inner = next(
            (c for c in noun.rights if c.dep_ == "nmod" and find_case(c) in ("in", "of") and c.i not in taken), None
        )
        if inner is not None:
            return Measured(name_measure(inner, taken), find_owner(inner, taken), role)
        kind = next((child for child in noun.lefts if child.dep_ == "compound" and child.i not in taken), None)
        if kind is not None:
            return Measured(kind.lemma_.lower(), owner, role)
    elif case in words["former"]["before"] and case != "than":
        role = "former"
    verb = noun.head
    if owner is None and verb.pos_ == "VERB" and noun.dep_ in ("obj", "obl"):
        subject = find_subject(verb)
        owner = (
            name_phrase(subject) if subject is not None and subject.pos_ != "PRON" and subject.i not in taken else None
        )
    return Measured(name_measure(noun, taken), owner, role)


def _by_adjective(word: Token, taken: Collection[int]) -> Measured:
    """Return what "400 metres long", "5 percent higher", "94 percent effective" measure."""
    words, lemma = lexicon(), word.lemma_.lower()
    if lemma in words["span"]["after"]:
        return Measured(None, None, "span")
    noun = word.head if word.dep_ == "amod" else find_subject(word)
    if noun is not None and (noun.pos_ == "PRON" or noun.i in taken):
        noun = None
    if lemma in words["change"]["adverbs"] and noun is not None:
        return Measured(name_measure(noun, taken), find_owner(noun, taken), "change")
    if word.tag_ in ("JJR", "RBR"):
        if noun is None or noun.pos_ == "PROPN":
            return Measured(lemma, name_phrase(noun) if noun is not None else None, "difference")
        return Measured(name_measure(noun, taken), find_owner(noun, taken), "difference")
    return Measured(words["dimensions"].get(lemma, lemma), name_phrase(noun) if noun is not None else None)


def _find_whole(span: Span, head: Token, taken: Collection[int]) -> str | None:
    """Return what an amount is of: "1 percent of trade", "50,000 tons of wheat"."""
    for child in head.children:
        if child.dep_ == "nmod" and child.i >= span.end and child.i not in taken and find_case(child) == "of":
            return name_phrase(child) if child.pos_ != "PRON" else None
    return None


def _find_period(head: Token) -> str | None:
    """Return the part of the year that the clause of an amount speaks of, if it names only one."""
    clause = head
    while clause.pos_ != "VERB" and clause.head != clause:
        clause = clause.head
    text = clause.doc[clause.left_edge.i : clause.right_edge.i + 1].text
    found = find_periods(text)
    return found.pop() if len(found) == 1 else None


def _is_object(head: Token, quantity: Quantity, verb: str) -> bool:
    """Say whether a changed amount is itself what is cut or raised: "cut 5,000 jobs", "raised $3 million"."""
    if head.dep_ in ("nsubj", "nsubj:pass"):
        return True
    if head.dep_ != "obj" or find_case(head):
        return False
    return find_unit(quantity.unit) is None and (
        not is_currency(quantity.unit) or verb not in lexicon()["change"]["intransitive"]
    )


def _noun_in(head: Token, taken: Collection[int]) -> Token | None:
    """Return the noun of "$5 billion in deposits"."""
    return next((c for c in head.rights if c.dep_ == "nmod" and c.i not in taken and find_case(c) == "in"), None)


def _other(owner: str | None, thing: Token, subject: Token | None) -> str | None:
    return None if subject is None or subject == thing else owner
