"""Finds attributions by nouns: "X's claim that P", "his stress on P", "voiced fears that P", "Her worry is that P"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_frames import Frame, Stretch, cut_stretches, find_stretches
from claimcmp.pipeline.attribution_words import find_lemma, prepositions_of, word_set
from claimcmp.pipeline.dependencies import find_marker, is_infinitive
from claimcmp.pipeline.speakers import can_speak, find_owner, find_subject, is_author
from claimcmp.records import AttributionStance


def find_noun_frames(tokens: Iterable[Token]) -> Iterator[Frame]:
    """Yield the frames of the nouns of a parsed sentence."""
    for token in tokens:
        if token.pos_ == "NOUN":
            lemma = token.lemma_.lower()
            if lemma in read_lexicon("attribution")["nouns"]:
                yield from _read_noun(token, lemma)


def holds_content(noun: Token) -> bool:
    """Tell whether a noun stands with what it holds: "the charge that it leaks", "accusations of fraud"."""
    lemma = noun.lemma_.lower()
    return _find_clause(noun, lemma) is not None or _find_phrase(noun, lemma) is not None


def _read_noun(noun: Token, lemma: str) -> Iterator[Frame]:
    clause = _find_clause(noun, lemma)
    phrase = None if clause is not None else _find_phrase(noun, lemma)
    if clause is None and phrase is None:
        return
    source, cue = _find_source(noun, behind=clause is not None)
    if source is not None and is_author(source):
        return
    owned = lemma in word_set("noun_stances", "owned")
    if source is None and (clause is None or is_infinitive(clause) or _is_nobodys(noun) or owned):
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
    opened = _find_opening(noun)
    contents = find_stretches(content, without) if opened is None else _read_to_end(noun, opened)
    if contents:
        yield Frame(source, cue, contents, "nominal", stance, True)


def _find_opening(noun: Token) -> int | None:
    """Return where what a noun holds begins in "her worry is that P", however the parser takes P apart."""
    if not noun.dep_.startswith("nsubj") or noun.right_edge.i + 2 >= noun.sent.end:
        return None
    behind = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 3]
    return behind.end if behind[0].lemma_.lower() == "be" and behind[1].lower_ == "that" else None


def _read_to_end(noun: Token, first: int) -> tuple[Stretch, ...]:
    doc, end = noun.doc, noun.sent.end
    last = next((i for i in range(first, end) if doc[i].text == ";"), end) - 1
    return cut_stretches(doc, [(first, last)], ())


def _is_nobodys(noun: Token) -> bool:
    """Tell whether it is the author who says that nobody holds it: "there is little doubt that"."""
    return any(child.lower_ in ("no", "little", "scant") and child.i < noun.i for child in noun.children)


def _find_clause(noun: Token, lemma: str) -> Token | None:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "ccomp", "acl:relcl") and find_marker(child) == "that" and not _lacks_object(child):
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
        if find_lemma(head) == "be" or (lemma in word_set("spreading", "nouns") and _spreads(head)):
            return next((child for child in head.children if child.dep_ == "ccomp"), None)
        if lemma in word_set("noun_stances", "amounts") and (_is_amount(head) or _comes_to(head)):
            return head
    if (behind := _find_behind_colon(noun)) is not None:
        return behind
    return _find_behind_owner(noun)


def _spreads(verb: Token) -> bool:
    return find_lemma(verb) in word_set("spreading", "verbs") or verb.lemma_.lower() in word_set("spreading", "verbs")


def _lacks_object(clause: Token) -> bool:
    """Tell whether a clause is about the noun itself: "a charge that the club rejected", "the claim that he made"."""
    taking = find_lemma(clause) in word_set("light", "verbs") | word_set("light", "reject") | word_set(
        "objects", "said"
    )
    return taking and not any(child.dep_ in ("obj", "ccomp", "xcomp", "nsubj:pass") for child in clause.children)


def _is_amount(head: Token) -> bool:
    """Tell whether a predicate is an amount: "its own estimate had been 4 to 6 percent"."""
    counted = head.pos_ in ("NUM", "SYM") or any(child.dep_ == "nummod" for child in head.children)
    return counted and any(child.dep_ == "cop" for child in head.children)


def _comes_to(verb: Token) -> bool:
    """Tell whether a verb leads to an amount: "their count came to 312 otters", "its estimate stands at 40"."""
    if verb.lemma_.lower() not in word_set("noun_stances", "reaching"):
        return False
    phrases = (child for child in verb.children if child.i > verb.i and child.dep_ in ("obl", "obj", "xcomp"))
    return any(child.pos_ == "NUM" or any(sub.dep_ == "nummod" for sub in child.children) for child in phrases)


def _find_behind_colon(noun: Token) -> Token | None:
    """Return the clause behind a colon that a noun with its owner announces: "The engineer's verdict: it will hold"."""
    if noun.dep_ != "ROOT" or find_owner(noun) is None or noun.right_edge.i == noun.i:
        return None
    colon = next((token for token in noun.subtree if token.text == ":" and token.i > noun.i), None)
    if colon is None:
        return None
    clauses = (child for child in noun.children if child.i > colon.i and child.dep_ in ("appos", "parataxis", "ccomp"))
    return next((child for child in clauses if any(sub.dep_.startswith("nsubj") for sub in child.children)), None)


def _find_behind_owner(noun: Token) -> Token | None:
    """Return the clause behind the holder, wherever the parser hangs it: "the worry of nurses who ... that P"."""
    owner = _find_holder(noun)
    if owner is None:
        return None
    for token in noun.doc[owner.i + 1 : noun.right_edge.i + 1]:
        if token.lower_ == "that" and (token.dep_ == "mark" or token.pos_ == "SCONJ"):
            clause = token.head
            full = any(child.dep_ in ("nsubj", "nsubj:pass", "expl") for child in clause.children)
            return clause if full and clause.left_edge.i == token.i and not _lacks_object(clause) else None
    return None


def _find_holder(noun: Token) -> Token | None:
    """Return who holds what a noun of stance says behind "of": "the worry of the nurses"."""
    return next(
        (
            child
            for child in noun.children
            if child.dep_ == "nmod" and child.i > noun.i and find_marker(child) == "of" and can_speak(child)
        ),
        None,
    )


def _find_phrase(noun: Token, lemma: str) -> Token | None:
    if lemma in word_set("noun_stances", "bare"):
        return None
    wanted = prepositions_of("nouns", lemma)
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("nmod", "acl", "obl") and find_marker(child) in wanted:
            return child
    return None


def _find_source(noun: Token, *, behind: bool = False) -> tuple[Token | None, Stretch]:
    owner = find_owner(noun) or (_find_holder(noun) if behind else None)
    head = noun.head
    if owner is not None:
        relayed = noun.dep_ == "obj" and find_lemma(head) in word_set("light", "relay")
        return owner, (min(head.i, noun.i) if relayed else noun.i, noun.i)
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
