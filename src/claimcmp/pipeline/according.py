"""Finds attributions by phrases: "according to X", "in X's view", "by X's count", "citing X", "reportedly"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claimcmp.pipeline.attribution_frames import Frame, Stretch, cut_stretches
from claimcmp.pipeline.attribution_words import clause_verbs, find_lemma, word_set
from claimcmp.pipeline.dependencies import find_marker
from claimcmp.pipeline.source_names import find_name_span
from claimcmp.pipeline.speakers import can_speak, find_owner, find_subject, is_author

RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
CONCEDING = frozenset({"although", "though", "whereas", "while"})
OBJECTING = frozenset({"but", "yet"})
CLAUSE_PARTS = frozenset({"ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "csubj", "xcomp", "acl", "conj"})


def find_phrase_frames(tokens: Sequence[Token]) -> Iterator[Frame]:
    """Yield the frames of the phrases of a parsed sentence that name a source beside the claim."""
    for token in tokens:
        word = token.lower_
        if word == "according":
            yield from _read_according(token)
        elif word in ("citing", "quoting", "cites", "cited") and not token.text.isupper():
            yield from _read_citing(token)
        elif word == "per":
            yield from _read_per(token)
        elif word == "for" and token.i == tokens[0].i:
            yield from _read_for(token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in word_set("according", "nouns"):
            yield from _read_view(token)
        elif token.pos_ == "ADV" and word in word_set("adverbs", "neutral") | word_set("adverbs", "doubted"):
            yield from _read_adverb(token, "doubted" if word in word_set("adverbs", "doubted") else "neutral")


def _read_according(token: Token) -> Iterator[Frame]:
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    named = token.head if token.head.i > token.i else None
    if named is None or named.left_edge.i > token.i:
        named = next((other for other in doc[token.i + 2 :] if other.head.i <= token.i or other.head == token), None)
    while named is not None and named.dep_ in ("nummod", "amod", "det") and named.head.i > named.i:
        named = named.head
    if (
        named is None
        or named.lower_ in word_set("according", "plan")
        or named.lemma_.lower() in word_set("according", "plan")
    ):
        return
    yield from _make(named, (token.i, token.i + 1), named, contents=_find_by_place(token, named))


def _read_per(token: Token) -> Iterator[Frame]:
    """Read "per the contract", which stands apart and names one thing, unlike the rate in "per day"."""
    named = token.head
    apart = token.i == token.sent.start or token.nbor(-1).is_punct
    one = named.pos_ == "PROPN" or any(child.dep_ in ("det", "nmod:poss") for child in named.children)
    if token.dep_ == "case" and named.i > token.i and apart and one:
        yield from _make(named, (token.i, token.i), named, contents=_find_by_place(token, named))


def _find_by_place(cue: Token, named: Token) -> tuple[Stretch, ...]:
    """Return what stands beside "according to X" where the phrase opens or ends its sentence; () elsewhere.

    What it belongs to is the rest of the sentence, wherever the parser hangs it.
    """
    doc, sent = cue.doc, cue.sent
    end = next(
        (i for i in range(named.i + 1, sent.end) if doc[i].text in (",", ";") and not _is_within(doc[i], cue)), sent.end
    )
    named_end = find_name_span(named).end
    if (
        named_end < end
        and doc[named_end].pos_ in ("DET", "PRON", "PROPN", "NOUN", "NUM")
        and doc[named_end].lower_ not in RELATIVES
    ):
        # "According to the mayor the bridge is safe": no comma parts the clause from the phrase.
        end = named_end
    start = next((i + 1 for i in range(cue.i - 1, sent.start - 1, -1) if doc[i].text in (";", ":")), sent.start)
    if cue.i <= start + 1:
        return cut_stretches(doc, [(end, _find_objection(doc, end, sent.end) - 1)], ())
    if not any(token.is_alpha for token in doc[end : sent.end]):
        return cut_stretches(doc, [(start, cue.i - 1)], ())
    if end < sent.end and doc[cue.i - 1].text == "," and not any(_is_of_clause(token) for token in doc[start : cue.i]):
        # "In May, according to the mayor, the bridge fell"
        return cut_stretches(doc, [(start, cue.i - 1), (end, sent.end - 1)], ())
    return ()


def _find_objection(doc: Doc, start: int, end: int) -> int:
    """Return where somebody else speaks up ("according to the firm it is safe, but Lee denies it"), else the end."""
    for token in doc[start:end]:
        verb = token.head
        if token.dep_ == "cc" and token.lower_ in OBJECTING and verb.i > token.i and find_lemma(verb) in clause_verbs():
            speaker = find_subject(verb)
            if speaker is not None and speaker.i > token.i and can_speak(speaker) and speaker.pos_ != "PRON":
                return token.i
    return end


def _is_of_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.dep_.startswith(("nsubj", "expl"))


def _is_within(mark: Token, cue: Token) -> bool:
    """Tell whether a comma stands in brackets."""
    between = [token.text for token in mark.doc[cue.i : mark.i]]
    return between.count("(") > between.count(")")


def _read_citing(token: Token) -> Iterator[Frame]:
    if token.dep_ not in ("advcl", "acl", "parataxis"):
        return
    named = next((child for child in token.children if child.dep_ == "obj"), None)
    if named is None or not can_speak(named) or named.pos_ == "PRON":
        return
    yield from _make(named, (token.i, token.i), token)


def _read_for(token: Token) -> Iterator[Frame]:
    named = token.head
    after = named.right_edge.i + 1
    if (
        token.dep_ != "case"
        or after >= len(token.doc)
        or (token.doc[after - 1].text != "," and token.doc[after].text != ",")
    ):
        return
    if named.lemma_.lower() in word_set("according", "for_whom") or named.ent_type_ == "PERSON":
        yield from _make(named, (token.i, token.i), named)


def _read_view(noun: Token) -> Iterator[Frame]:
    case = next((child for child in noun.children if child.dep_ == "case" and child.i < noun.i), None)
    if case is None or case.lower_ not in word_set("according", "prepositions") or not _stands_apart(noun):
        return
    named = find_owner(noun) or next(
        (
            child
            for child in noun.children
            if child.dep_ == "nmod" and child.i > noun.i and any(sub.lower_ == "of" for sub in child.children)
        ),
        None,
    )
    if named is None or not (can_speak(named) or named.dep_ == "nmod:poss"):
        return
    yield from _make(named, (case.i, noun.i), noun)


def _stands_apart(noun: Token) -> bool:
    """Tell whether a phrase is set off from its clause, as "in her view," is."""
    doc = noun.doc
    first, last = noun.left_edge.i, noun.right_edge.i
    return first == 0 or doc[first - 1].is_punct or last + 1 >= len(doc) or doc[last + 1].is_punct


def _read_adverb(adverb: Token, stance: str) -> Iterator[Frame]:
    """Read "allegedly" for the clause that it stands in, and for no other beside it.

    "The allegedly corrupt mayor left" says with doubt only what he is.
    """
    if adverb.head.dep_ in ("amod", "nummod", "compound"):
        return
    host = _find_clause(adverb)
    others = [child for child in host.children if child.i > adverb.i and _stands_beside(child)]
    rest = [(child.left_edge.i, child.right_edge.i) for child in others]
    contents = cut_stretches(adverb.doc, [(host.left_edge.i, host.right_edge.i)], [(adverb.i, adverb.i), *rest])
    yield from _make(None, (adverb.i, adverb.i), adverb, stance=stance, contents=contents)


def _stands_beside(clause: Token) -> bool:
    """Tell whether a clause says something of its own subject beside another: ", and its chairman left"."""
    whole = any(child.dep_ in ("nsubj", "nsubj:pass", "expl") for child in clause.children)
    conceding = clause.dep_ == "advcl" and find_marker(clause) in CONCEDING
    return whole and (clause.dep_ in ("conj", "parataxis") or conceding)


def _make(
    source: Token | None, cue: Stretch, phrase: Token, *, stance: str = "neutral", contents: tuple[Stretch, ...] = ()
) -> Iterator[Frame]:
    if source is not None and is_author(source):
        return
    host = _find_clause(phrase)
    own = (min(cue[0], phrase.left_edge.i), phrase.right_edge.i)
    contents = contents or cut_stretches(phrase.doc, [(host.left_edge.i, host.right_edge.i)], [own])
    if contents:
        yield Frame(source, cue, contents, "according-to", stance, True)  # type: ignore[arg-type]


def _find_clause(phrase: Token) -> Token:
    """Return the head of the clause that a phrase stands in."""
    host = phrase.head
    while host.dep_ not in CLAUSE_PARTS and host.head != host:
        host = host.head
    if host.dep_ == "xcomp":
        host = host.head
    # What is said around a clause is no part of it: "..., the paper reported, citing officials".
    inner = next((child for child in host.children if child.dep_ == "ccomp"), None)
    if inner is not None and phrase.dep_ == "advcl" and find_lemma(host) != "be":
        return inner
    return host
