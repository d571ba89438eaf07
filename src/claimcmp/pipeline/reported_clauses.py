"""Finds the clauses that a word of saying hands over, also where the parser has hung them elsewhere."""

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_frames import Stretch, cut_stretches, find_stretches
from claimcmp.pipeline.attribution_words import clause_verbs, find_lemma, holds_clause, word_set
from claimcmp.pipeline.coming_about import came_about
from claimcmp.pipeline.lost_clauses import RECIPIENTS, find_bare_clause, find_told_clause, is_circumstance

QUESTION_WORDS = frozenset({"whether", "if", "who", "what", "how", "why", "when", "where", "which", "whom", "whose"})
# "Promised the residents that the road would stay" says so; "promised reforms that the union wants" holds reforms.
GIVING = frozenset({"promise", "pledge", "guarantee", "show", "signal"})
WHATEVER = frozenset({"whatever", "whichever"})
# How many words behind a verb its "that" may stand: "told reporters at a news conference in Rome that".
FARTHEST_THAT = 12
CONCEDING = frozenset({"although", "though", "whereas"})


def find_clauses(verb: Token, source: Token | None) -> tuple[tuple[Stretch, ...], bool] | None:
    """Return the clauses that a verb hands over, and whether they state something; None where it has none."""
    doc, speaks = verb.doc, find_lemma(verb) in clause_verbs()
    if speaks and source is not None and (around := _find_around(verb, source)):
        return around, True
    if _is_time(verb) or _is_whatever(verb):
        return None
    clauses = _find_hanging(verb, source, speaks=speaks)
    if clauses:
        own = [(verb.i, verb.i)] + ([_find_own_words(source, verb)] if source is not None else [])
        parts = {part for clause in clauses for part in _find_clause_contents(verb, clause, own)}
        speaks = speaks or _announces(verb, clauses[0]) or holds_clause(verb, find_lemma(verb))
        return tuple(sorted(parts)), speaks and not is_question(clauses[0], verb)
    if not speaks:
        return None
    if (that := _find_that(verb)) is not None:
        last = verb.sent.end - 1 if that > verb.right_edge.i else verb.right_edge.i
        return cut_stretches(doc, [(that, last)], find_next(verb)), True
    if (told := find_told_clause(verb)) is not None:
        return find_stretches(told), True
    if (bare := find_bare_clause(verb)) is not None:
        return cut_stretches(doc, [bare], ()), True
    if (host := _find_host(verb, source)) is not None:
        own = [(verb.left_edge.i, verb.right_edge.i)]
        return cut_stretches(doc, [(host.left_edge.i, host.right_edge.i)], own), True
    return None


def _find_around(verb: Token, source: Token) -> tuple[Stretch, ...]:
    """Return the clause whose subject stands before "said X": "The drug, said Lee, works"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if source.i < verb.i or subject is None:
        return ()
    return cut_stretches(verb.doc, [(subject.left_edge.i, verb.right_edge.i)], [(verb.i, source.right_edge.i)])


def _find_hanging(verb: Token, source: Token | None, *, speaks: bool) -> list[Token]:
    """Return the heads of the clauses that hang on a verb as what it says."""
    clauses = [
        child
        for child in verb.children
        if child.dep_ == "ccomp" and _is_clause(child) and not is_circumstance(child, verb)
    ]
    if clauses:
        return clauses
    if not speaks:
        behind = [child for child in verb.children if child.dep_ == "parataxis" and _follows_colon(child)]
        return [child for child in behind if _announces(verb, child)]
    for child in verb.children:
        if child.dep_ == "advcl" and _is_before(child, verb, source):
            return [child]
        if child.dep_ == "parataxis" and child.i > verb.i and _follows_colon(child):
            return [child]
    return []


def _find_own_words(source: Token, verb: Token) -> Stretch:
    """Return the words of a source; in "a club which says that P", "a report saying that P" the rest hangs on them."""
    last = source.right_edge.i
    hanging = verb.dep_ in ("acl", "acl:relcl") and source.i < verb.i
    return source.left_edge.i, min(last, verb.i - 1) if hanging else last


def _announces(verb: Token, clause: Token) -> bool:
    """Tell whether a colon parts a clause from a noun that says what it is: "offered another reading: the frost"."""
    if find_lemma(verb) not in word_set("light", "verbs"):
        return False
    colon = next((i for i in range(verb.i + 1, clause.i) if verb.doc[i].text == ":"), None)
    if colon is None or not any(token.pos_ == "VERB" or token.pos_ == "AUX" for token in verb.doc[colon:]):
        return False
    return any(
        token.lemma_.lower() in read_lexicon("attribution")["nouns"]
        for token in verb.doc[verb.i + 1 : colon]
        if token.dep_ in ("obj", "obl")
    )


def _is_time(verb: Token) -> bool:
    """Tell whether "that" behind a verb points at a time: "the letters that he wrote that year"."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    return len(behind) == 2 and behind[0].lower_ == "that" and behind[1].lower_ in word_set("quotative", "times")


def _is_whatever(verb: Token) -> bool:
    """Tell whether a clause leaves open what somebody says: "the pool will close, whatever the mayor says"."""
    return any(child.lower_ in WHATEVER and child.dep_ == "obj" for child in verb.children)


def _find_that(verb: Token) -> int | None:
    """Return the place of a "that" close behind a verb, whose clause the parser has hung elsewhere."""
    for token in verb.doc[verb.i + 1 : min(verb.i + FARTHEST_THAT, verb.sent.end)]:
        if token.lower_ == "that":
            # "found no sign that" hands over the sign.
            clause = token.head
            hears = find_lemma(verb) in RECIPIENTS or (find_lemma(verb) in GIVING and _is_whole(clause))
            held = clause.head.pos_ == "NOUN" and clause.head.dep_ == "obj" and not hears
            # "told the board that Lee had said P": who hears it has no relative clause that lacks its object.
            heard = find_lemma(verb) in RECIPIENTS and clause.head.head.i == verb.i and token.dep_ == "obj"
            opens = token.pos_ == "SCONJ" or token.dep_ == "mark" or heard
            return token.i if opens and not held else None
        if token.text in (",", ";", ":") or token.pos_ in ("VERB", "AUX"):
            return None
    return None


def _is_whole(clause: Token) -> bool:
    """Tell whether a clause lacks nothing for which its "that" may stand."""
    parts = {child.dep_ for child in clause.children}
    return bool(parts & {"nsubj:pass"} or ("nsubj" in parts and parts & {"obj", "ccomp", "xcomp", "cop"}))


def find_next(verb: Token) -> list[Stretch]:
    """Return what is coordinated with a verb or added to it behind a mark: it is no part of what the verb says."""
    return [
        (child.left_edge.i, child.right_edge.i)
        for child in verb.children
        if child.i > verb.i
        and (
            (child.dep_ in ("conj", "parataxis") and not _goes_on(child))
            or (child.dep_ == "advcl" and child.doc[child.left_edge.i - 1].is_punct)
            or (child.dep_ == "advcl" and any(sub.dep_ == "mark" and sub.lower_ in CONCEDING for sub in child.children))
            or (child.dep_ == "advcl" and _sets_against(child))
        )
    ]


def _goes_on(clause: Token) -> bool:
    """Tell whether a coordinated clause is more of what is said: "said that it was full and that nobody left"."""
    opening = [token.lower_ for token in clause.doc[clause.left_edge.i : clause.left_edge.i + 2]]
    return opening in (["and", "that"], ["or", "that"], ["but", "that"])


def _sets_against(clause: Token) -> bool:
    """Tell whether "while" sets somebody else beside who speaks: "put it at 400 while the union gave 900"."""
    whiles = any(child.dep_ == "mark" and child.lower_ in ("while", "whilst") for child in clause.children)
    return whiles and any(child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN") for child in clause.children)


def is_question(clause: Token, verb: Token) -> bool:
    """Tell whether a clause is an indirect question, which states nothing: "asked whether", "said why"."""
    first = clause.doc[clause.left_edge.i]
    return (
        first.i > verb.i
        and first.lower_ in QUESTION_WORDS
        and first.dep_ in ("mark", "advmod", "nsubj", "obj", "det", "obl", "ccomp", "nsubj:pass")
    )


def _is_clause(content: Token) -> bool:
    """Tell whether a complement holds a verb or is quoted; "found that night" has none."""
    words = content.doc[content.left_edge.i : content.right_edge.i + 1]
    return any(word.pos_ in ("VERB", "AUX") or (word.is_punct and word.is_quote) for word in words)


def _find_clause_contents(verb: Token, clause: Token, own: list[Stretch]) -> tuple[Stretch, ...]:
    first, last = clause.left_edge.i, clause.right_edge.i
    if verb.i < first and verb.doc[first].lower_ == "that":
        # What the parser hangs beside the clause instead of in it.
        last = max(last, verb.right_edge.i)
        own = [*own, *find_next(verb)]
    stretches = [(_skip_time(verb, clause), last)]
    # "which the mayor says will cost": the relative pronoun is of the content.
    without = list(own)
    without += [
        (child.left_edge.i, child.right_edge.i)
        for child in clause.children
        if child.dep_ == "conj" and child.i > clause.i and _reports_itself(child)
    ]
    if clause.left_edge.i < verb.i < clause.right_edge.i:
        without = [(min(low, verb.i), max(high, verb.i)) for low, high in own]
    return cut_stretches(verb.doc, stretches, without)


def _skip_time(verb: Token, clause: Token) -> int:
    """Return where a clause begins behind the time at which it is said: "said on Monday it would close"."""
    first = clause.left_edge.i
    opening = next((child for child in clause.children if child.left_edge.i == first), None)
    if opening is None or first != verb.i + 1 or opening.dep_ not in ("obl", "obl:unmarked"):
        return first
    timed = opening.lower_ in word_set("quotative", "days") | word_set("quotative", "times")
    after = opening.right_edge.i + 1
    return after if timed and after < clause.i and not clause.doc[after].is_punct else first


def _reports_itself(clause: Token) -> bool:
    """Tell whether a coordinated clause has a source of its own: "..., and players say that ..."."""
    parts = {child.dep_ for child in clause.children}
    return (
        find_lemma(clause) in clause_verbs()
        and {"nsubj", "ccomp"} <= parts
        and clause.doc[clause.left_edge.i - 1].text == ","
    )


def _is_before(clause: Token, verb: Token, source: Token | None) -> bool:
    """Tell whether a clause without a conjunction stands before "X said", whatever the parse makes of it."""
    parts = {child.dep_ for child in clause.children}
    return (
        source is not None
        and clause.i < source.i < verb.i
        and "mark" not in parts
        and clause.doc[clause.left_edge.i].tag_ != "WRB"
        and bool(parts & {"nsubj", "nsubj:pass"})
    )


def _find_host(verb: Token, source: Token | None) -> Token | None:
    """Return the clause that a verb stands beside as a parenthesis: "P, X says", "as X put it, P"."""
    if verb.head == verb:
        return None
    if verb.dep_ == "conj" and {"or", "so"} <= {child.lower_ for child in verb.children if child.i < verb.i}:
        return verb.head
    if source is None:
        return None
    first = verb.left_edge.i
    if any(token.text in (":", ";") for token in verb.doc[max(0, first - 1) : first + 1]):
        # "The rumour is false: the club requested a delay" is a statement of its own.
        return None
    mark = next((child.lower_ for child in verb.children if child.dep_ == "mark"), "")
    if verb.dep_ == "parataxis":
        return verb.head if verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "SYM") else None
    if (
        verb.dep_ in ("advcl", "advcl:relcl")
        and mark == "as"
        and not (_is_denied_part(verb) or _says_another(verb) or came_about(verb))
    ):
        return verb.head
    return None


def _says_another(verb: Token) -> bool:
    """Tell whether a verb has what it says for an object: "shares fell as traders feared a war"."""
    objects = [child for child in verb.children if child.dep_ == "obj" and child.lower_ != "it"]
    return bool(objects) and find_lemma(verb) not in RECIPIENTS


def _is_denied_part(verb: Token) -> bool:
    """Tell whether somebody says only what is denied right before: "ten stops, not twelve as the map says"."""
    doc, first = verb.doc, verb.left_edge.i
    for token in reversed(doc[verb.sent.start : first]):
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return False
        if token.lower_ in ("not", "instead", "rather"):
            return token.i > 0 and doc[token.i - 1].text in (",", "(", "–", "—")
    return False


def _follows_colon(clause: Token) -> bool:
    first = clause.left_edge.i
    return any(clause.doc[i].text in (":", "“", '"', "''") for i in (first - 1, first) if i >= 0)
