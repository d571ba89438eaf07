"""Finds attributions by nouns: "X's claim that P", "his stress on P", "voiced fears that P", "Her worry is that P"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_frames import Frame, Stretch, find_stretches
from claimcmp.pipeline.attribution_words import find_lemma, prepositions_of, word_set
from claimcmp.pipeline.dependencies import find_marker, is_infinitive
from claimcmp.pipeline.speakers import find_owner, find_subject, is_author
from claimcmp.records import AttributionStance


def find_noun_frames(tokens: Iterable[Token]) -> Iterator[Frame]:
    """Yield the frames of the nouns of a parsed sentence."""
    for token in tokens:
        if token.pos_ == "NOUN":
            lemma = token.lemma_.lower()
            if lemma in read_lexicon("attribution")["nouns"]:
                yield from _read_noun(token, lemma)


def _read_noun(noun: Token, lemma: str) -> Iterator[Frame]:
    clause = _find_clause(noun, lemma)
    phrase = None if clause is not None else _find_phrase(noun, lemma)
    if clause is None and phrase is None:
        return
    source, cue = _find_source(noun)
    if source is not None and is_author(source):
        return
    if source is None and (clause is None or is_infinitive(clause) or _is_nobodys(noun)):
        return
    stance: AttributionStance = "neutral"
    for value in ("doubted", "endorsed"):
        if lemma in word_set("noun_stances", value):
            stance = value
    content = clause if clause is not None else phrase
    assert content is not None
    without = _find_brackets(content)
    if noun in content.subtree:
        # "Her worry is that P": the noun and the copula are no part of P.
        without.append(
            (
                content.left_edge.i,
                max(
                    noun.i,
                    *(child.i for child in content.children if child.dep_ == "cop" and child.i < content.i),
                    noun.i,
                ),
            )
        )
    contents = find_stretches(content, without)
    if contents:
        yield Frame(source, cue, contents, "nominal", stance, True)


def _is_nobodys(noun: Token) -> bool:
    """Tell whether it is the author who says that nobody holds it: "there is little doubt that"."""
    return any(child.lower_ in ("no", "little", "scant") and child.i < noun.i for child in noun.children)


def _find_clause(noun: Token, lemma: str) -> Token | None:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "ccomp", "acl:relcl") and find_marker(child) == "that":
            return child
        if (
            child.dep_ in ("acl", "xcomp", "advcl")
            and is_infinitive(child)
            and lemma in word_set("noun_stances", "infinitive")
        ):
            return child
    head = noun.head
    # "Her worry is that P": the noun is the subject around the whole clause.
    if noun.dep_ in ("nsubj:outer", "nsubj") and head.i > noun.i:
        that = next(
            (child for child in head.children if child.dep_ == "mark" and child.lower_ == "that" and child.i > noun.i),
            None,
        )
        if that is not None:
            return head
        if find_lemma(head) == "be":
            return next((child for child in head.children if child.dep_ == "ccomp"), None)
    return None


def _find_phrase(noun: Token, lemma: str) -> Token | None:
    if lemma in word_set("noun_stances", "bare"):
        return None
    wanted = prepositions_of("nouns", lemma)
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("nmod", "acl", "obl") and find_marker(child) in wanted:
            return child
    return None


def _find_source(noun: Token) -> tuple[Token | None, Stretch]:
    owner = find_owner(noun)
    if owner is not None:
        return owner, (noun.i, noun.i)
    head = noun.head
    if noun.dep_ in ("obj", "obl", "xcomp") and find_lemma(head) in word_set("light", "verbs"):
        return find_subject(head), (min(head.i, noun.i), noun.i)
    if noun.dep_ == "appos" and head.pos_ == "PROPN" and noun.text.endswith("s"):
        # "Lee, who leads it, worries that": a verb that looks like a noun.
        return head, (noun.i, noun.i)
    return None, (noun.i, noun.i)


def _find_brackets(content: Token) -> list[Stretch]:
    """Return the brackets inside what a noun holds: they are the author's aside."""
    found: list[Stretch] = []
    opened: int | None = None
    for i in range(content.left_edge.i, content.right_edge.i + 1):
        text = content.doc[i].text
        if text == "(":
            opened = i
        elif text == ")" and opened is not None:
            found.append((opened, i))
            opened = None
    return found
