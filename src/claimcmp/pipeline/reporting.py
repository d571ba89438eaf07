"""Finds attributions by verbs and adjectives: "X said that P", "P, said X", "X calls O a P", "X is aware that P"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_frames import Frame, Stretch, cut_stretches, find_stretches
from claimcmp.pipeline.attribution_words import all_verbs, clause_verbs, find_lemma, prepositions_of, word_set
from claimcmp.pipeline.speakers import can_speak, find_inverted_subject, find_owner, find_subject, is_author
from claimcmp.records import AttributionStance

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
QUESTION_WORDS = frozenset({"whether", "if", "who", "what", "how", "why", "when", "where", "which", "whom", "whose"})
# How many words behind a verb its "that" may stand: "told reporters at a news conference in Rome that".
FARTHEST_THAT = 12
MODALS = frozenset({"should", "must", "could", "can", "might", "may"})
CONDITIONS = frozenset({"if", "whether", "unless"})
RECIPIENTS = frozenset({"tell", "remind", "inform", "assure", "convince", "persuade", "advise", "warn", "notify"})
PROMISES = frozenset(
    {"promise", "pledge", "vow", "threaten", "swear", "guarantee", "claim", "profess", "purport", "hope"}
)


def find_verb_frames(sent: Span) -> Iterator[Frame]:
    """Yield the frames of the verbs and adjectives of a parsed sentence."""
    for token in sent:
        if token.pos_ in ("VERB", "AUX") or (token.dep_ in ("ROOT", "parataxis") and token.pos_ in ("NOUN", "PROPN")):
            lemma = find_lemma(token)
            if lemma == "put" or token.head.lower_ in ("what", "how"):
                yield from _read_put(token)
            if lemma in all_verbs():
                yield from _read_verb(token, lemma)
        elif token.pos_ == "ADJ":
            yield from _read_adjective(token)


def _read_put(verb: Token) -> Iterator[Frame]:
    """Read "as X put it", "P was how X put it" and "P is what X announced"."""
    source = find_subject(verb)
    if source is None or is_author(source):
        return
    host = verb.head
    put = any(child.dep_ == "obj" and child.lower_ == "it" for child in verb.children)
    if put and any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children):
        own = (verb.left_edge.i, verb.right_edge.i)
        yield from _yield_frame(
            source, (verb.i, verb.i), cut_stretches(verb.doc, [(host.left_edge.i, host.right_edge.i)], [own])
        )
    elif host.lower_ in ("how", "what") and (put or find_lemma(verb) in clause_verbs()):
        subject = next(
            (child for child in host.children if child.dep_ in ("nsubj", "nsubj:outer") and child.i < host.i), None
        )
        if subject is not None:
            yield from _yield_frame(source, (min(host.i, verb.i), verb.i), find_stretches(subject))


def _yield_frame(source: Token, cue: Stretch, contents: tuple[Stretch, ...]) -> Iterator[Frame]:
    if contents:
        yield Frame(source, cue, contents, "indirect")


def _read_verb(verb: Token, lemma: str) -> Iterator[Frame]:
    passive = _is_passive(verb)
    source, cue, stance, control = _find_source(verb, lemma, passive=passive)
    if _is_bare_participle(verb) or (lemma == "find" and any(c.dep_ == "compound:prt" for c in verb.children)):
        return
    if source is not None and (is_author(source) or not _accepts(source, lemma)):
        return
    contents, commits = _find_contents(verb, lemma, source, passive=passive)
    if not contents or (source is None and not passive):
        return
    if source is not None and any(first <= source.i <= last for first, last in contents):
        contents = cut_stretches(verb.doc, contents, [(source.left_edge.i, source.right_edge.i)])
    commits = commits and control and not _is_conditional(verb) and not _is_unreal(verb)
    if _is_negated(verb) and lemma not in word_set("verbs", "attitudes"):
        commits = False
    kind = "nominal" if verb.dep_ == "acl" and verb.head.lower_ in word_set("noun_stances", "attempts") else "indirect"
    yield Frame(source, cue, contents, kind, stance, commits)  # type: ignore[arg-type]


def _is_bare_participle(verb: Token) -> bool:
    """Tell whether a verb is a passive participle without an auxiliary: "shown the evidence, ..."."""
    return verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "aux:pass", "nsubj") for child in verb.children)


def _is_unreal(verb: Token) -> bool:
    """Tell whether a statement may, should or is unlikely to be made, so that nobody makes it."""
    for _ in range(4):
        if any(child.dep_ == "aux" and child.lower_ in MODALS for child in verb.children):
            return True
        if verb.dep_ in ("ccomp", "csubj") and verb.head.lemma_.lower() in word_set("unreal"):
            return True
        finite = any(child.dep_ in ("nsubj", "nsubj:pass") for child in verb.children)
        if finite or verb.dep_ not in ("xcomp", "advcl", "conj", "acl") or verb.head is verb:
            return False
        verb = verb.head
    return False


def _find_source(verb: Token, lemma: str, *, passive: bool) -> tuple[Token | None, Stretch, AttributionStance, bool]:
    """Return the source of a verb, its cue with what controls it, its stance, and whether it is really said."""
    stance = clause_verbs().get(lemma, "neutral")
    cue = (verb.i, verb.i)
    if passive:
        agent = next((child for child in verb.children if child.dep_ == "obl:agent"), None)
        first = min((child.i for child in verb.children if child.dep_ in ("aux:pass", "aux")), default=verb.i)
        return agent, (min(first, verb.i), verb.i), stance, True
    if verb.dep_ == "acl" and find_lemma(verb.head) in word_set("noun_stances", "attempts"):
        noun = verb.head
        owner = find_owner(noun) or (find_subject(noun.head) if noun.dep_ in ("obj", "obl") else None)
        return owner, (noun.i, verb.i), "doubted", True
    inverted = (
        find_inverted_subject(verb)
        if lemma in clause_verbs() and lemma not in word_set("quotative", "except")
        else None
    )
    control = True
    if verb.dep_ == "xcomp" and not any(child.dep_ in ("nsubj", "nsubj:pass") for child in verb.children):
        governor = verb.head
        word = find_lemma(governor)
        if word in word_set("control", "doubted"):
            stance, cue = "doubted", (min(governor.i, verb.i), verb.i)
        elif word in word_set("control", "neutral") or governor.dep_ == "xcomp" or word == "appear" or word == "seem":
            cue = (min(governor.i, verb.i), verb.i)
        else:
            control = False
        control = control and not _is_negated(governor)
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if inverted is not None and (own is None or own.i >= inverted.i or _is_parenthetic(verb, own, inverted)):
        return inverted, cue, stance, control
    return find_subject(verb), cue, stance, control


def _is_parenthetic(verb: Token, subject: Token, inverted: Token) -> bool:
    """Tell whether a verb and the name behind it stand between commas: "The drug, said Lee, works"."""
    doc = verb.doc
    after = inverted.right_edge.i + 1
    closed = after >= len(doc) or doc[after].is_punct or doc[after - 1].is_punct
    plain = all(token.is_punct for token in doc[subject.i + 1 : verb.i])
    return closed and plain


def _accepts(source: Token, lemma: str) -> bool:
    if (
        source.pos_ == "PRON"
        and not source.text.isupper()
        and source.lower_
        in (
            "this",
            "that",
            "these",
            "those",
            "you",
            "one",
            "which",
            "what",
            "there",
            "nobody",
            "everybody",
            "everyone",
            "nothing",
            "it",
        )
    ):
        return source.lower_ == "it" and lemma in clause_verbs() and lemma not in word_set("evidential", "verbs")
    if lemma in word_set("evidential", "verbs") or lemma not in clause_verbs() or lemma == "tell":
        return can_speak(source) and source.lemma_.lower() not in word_set("speakers", "everybody")
    return True


def _find_contents(verb: Token, lemma: str, source: Token | None, *, passive: bool) -> tuple[tuple[Stretch, ...], bool]:
    """Return what a verb hands over, and whether its source commits to it."""
    speaks = lemma in clause_verbs()
    own = [(verb.i, verb.i)] + ([(source.left_edge.i, source.right_edge.i)] if source is not None else [])
    if (
        speaks
        and source is not None
        and source.i > verb.i
        and (subject := next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)) is not None
    ):
        return cut_stretches(
            verb.doc, [(subject.left_edge.i, verb.right_edge.i)], [(verb.i, source.right_edge.i)]
        ), True
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and _is_clause(child)]
    clause = clauses[0] if clauses else None
    if clause is None and speaks:
        clause = next(
            (child for child in verb.children if child.dep_ == "advcl" and _is_before(child, verb, source)), None
        )
    if clause is None and lemma in clause_verbs():
        clause = next(
            (
                child
                for child in verb.children
                if child.dep_ == "parataxis" and child.i > verb.i and _follows_colon(child)
            ),
            None,
        )
    if clause is not None:
        contents = tuple(
            sorted({part for each in clauses or [clause] for part in _find_clause_contents(verb, each, own)})
        )
        return contents, speaks and not _is_question(clause, verb)
    if speaks and (that := _find_that(verb)) is not None:
        return cut_stretches(
            verb.doc, [(that, verb.sent.end - 1 if that > verb.right_edge.i else verb.right_edge.i)], _find_next(verb)
        ), True
    if speaks and (bare := _find_bare_clause(verb)) is not None:
        return cut_stretches(verb.doc, [bare], ()), True
    if speaks and (host := _find_host(verb, source)) is not None:
        contents = cut_stretches(
            verb.doc, [(host.left_edge.i, host.right_edge.i)], [(verb.left_edge.i, verb.right_edge.i), *own]
        )
        return contents, True
    if passive:
        return _find_passive_contents(verb, lemma, source)
    return _find_phrase_contents(verb, lemma, source)


def _is_clause(content: Token) -> bool:
    """Tell whether a complement holds a verb or is quoted; "found that night" has none."""
    words = content.doc[content.left_edge.i : content.right_edge.i + 1]
    return any(word.pos_ in ("VERB", "AUX") or (word.is_punct and word.is_quote) for word in words)


def _find_that(verb: Token) -> int | None:
    """Return the place of a "that" close behind a verb, whose clause the parser has hung elsewhere."""
    for token in verb.doc[verb.i + 1 : min(verb.i + FARTHEST_THAT, verb.sent.end)]:
        if token.lower_ == "that":
            # "found no sign that" hands over the sign.
            clause = token.head
            held = clause.head.pos_ == "NOUN" and clause.head.dep_ == "obj" and find_lemma(verb) not in RECIPIENTS
            opens = token.pos_ == "SCONJ" or any(
                child.dep_ == "nsubj" and child.i > token.i for child in clause.children
            )
            return token.i if opens and not held else None
        if token.text in (",", ";", ":") or token.pos_ in ("VERB", "AUX"):
            return None
    return None


def _find_bare_clause(verb: Token) -> Stretch | None:
    """Return the clause right behind a verb that the parser has made the main one: "brokers reckon a halt would cost"."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.dep_ in ("nsubj", "nsubj:pass", "expl") and token.left_edge.i == verb.i + 1:
            clause = token.head
            return (verb.i + 1, clause.right_edge.i) if clause.i > token.i and clause.right_edge.i > token.i else None
        if token.left_edge.i > verb.i + 1:
            return None
    return None


def _find_next(verb: Token) -> list[Stretch]:
    """Return what is coordinated with a verb or added to it behind a mark: it is no part of what the verb says."""
    return [
        (child.left_edge.i, child.right_edge.i)
        for child in verb.children
        if child.i > verb.i
        and (
            child.dep_ in ("conj", "parataxis") or (child.dep_ == "advcl" and child.doc[child.left_edge.i - 1].is_punct)
        )
    ]


def _find_clause_contents(verb: Token, clause: Token, own: list[Stretch]) -> tuple[Stretch, ...]:
    first, last = clause.left_edge.i, clause.right_edge.i
    if verb.i < first and verb.doc[first].lower_ == "that":
        # What the parser hangs beside the clause instead of in it.
        last = max(last, verb.right_edge.i)
        own = [*own, *_find_next(verb)]
    stretches = [(first, last)]
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
        and bool(parts & {"nsubj", "nsubj:pass"})
    )


def _find_host(verb: Token, source: Token | None) -> Token | None:
    """Return the clause that a verb stands beside as a parenthesis: "P, X says", "as X put it, P"."""
    if source is None or verb.head is verb:
        return None
    mark = next((child.lower_ for child in verb.children if child.dep_ == "mark"), "")
    if verb.dep_ == "parataxis":
        return verb.head if verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "SYM") else None
    if verb.dep_ in ("advcl", "advcl:relcl") and mark == "as":
        return verb.head
    return None


def _find_passive_contents(verb: Token, lemma: str, source: Token | None) -> tuple[tuple[Stretch, ...], bool]:
    subject = next((child for child in verb.children if child.dep_ == "nsubj:pass"), None)
    infinitive = next(
        (
            child
            for child in verb.children
            if child.dep_ == "xcomp" or (child.dep_ == "advcl" and _is_infinitive(child))
        ),
        None,
    )
    if subject is None:
        return (), False
    if infinitive is not None and (lemma in clause_verbs() or lemma in word_set("predicative", "verbs")):
        return find_stretches(subject) + find_stretches(infinitive), True
    if source is not None or infinitive is not None:
        return find_stretches(infinitive or subject), False
    return (), False


def _find_phrase_contents(verb: Token, lemma: str, source: Token | None) -> tuple[tuple[Stretch, ...], bool]:
    """Return the content of a verb without a clause: an object, a predicate of its object, a phrase, an infinitive."""
    objects = [child for child in verb.children if child.dep_ in ("obj", "obl:unmarked")]
    infinitive = next((child for child in verb.children if child.dep_ == "xcomp"), None)
    phrases = [child for child in verb.children if child.dep_ in ("obl", "advcl", "obl:arg") and child.i > verb.i]
    phrases += [sub for child in objects for sub in child.children if sub.dep_ in ("nmod", "acl") and sub.i > child.i]
    wanted = prepositions_of("prepositions", lemma)
    phrase = next((child for child in phrases if _marker(child) in wanted), None) if wanted else None
    rest = (verb.i + 1, verb.right_edge.i)
    cut = _find_next(verb) + [
        (child.left_edge.i, child.right_edge.i) for child in verb.children if child.dep_ == "iobj"
    ]
    if source is None:
        return (), False
    if phrase is not None:
        return cut_stretches(verb.doc, [rest], cut), lemma not in word_set("objects", "acting")
    if objects and lemma in word_set("predicative", "verbs") and (infinitive is not None or _has_predicate(objects[0])):
        return cut_stretches(verb.doc, [rest], cut), True
    if objects and lemma in word_set("predicative", "as") and any(_marker(child) == "as" for child in phrases):
        return cut_stretches(verb.doc, [rest], cut), True
    if objects and lemma in word_set("predicative", "at") and _is_put_at(verb):
        return cut_stretches(verb.doc, [rest], cut), True
    if lemma == "call" and len(objects) > 1:
        return cut_stretches(verb.doc, [rest], cut), True
    if infinitive is not None and not objects:
        return find_stretches(infinitive), lemma in PROMISES
    if objects and infinitive is not None and lemma in word_set("objects", "urging"):
        return cut_stretches(verb.doc, [rest], cut), True
    if (
        objects
        and lemma in word_set("objects", "said")
        and objects[0].lemma_.lower() in read_lexicon("attribution")["nouns"]
    ):
        return cut_stretches(verb.doc, [rest], cut), True
    if objects and lemma in word_set("objects", "content"):
        return cut_stretches(verb.doc, [rest], cut), True
    if objects and lemma in word_set("findings", "verbs") and _measures(source):
        return cut_stretches(verb.doc, [rest], cut), True
    if (
        lemma in word_set("acts", "verbs")
        and lemma not in ("say", "tell")
        and (objects or infinitive is not None or phrases)
    ):
        return cut_stretches(verb.doc, [rest], cut), False
    return (), False


def _read_adjective(adjective: Token) -> Iterator[Frame]:
    lemma = adjective.lower_
    clause = next(
        (child for child in adjective.children if child.dep_ in ("ccomp", "advcl") and _has_that(child)), None
    )
    source: Token | None = None
    cue = (adjective.i, adjective.i)
    stance: AttributionStance = "neutral"
    if lemma in word_set("adjectives", "made") and find_lemma(adjective.head) == "make" and adjective.dep_ == "xcomp":
        clause = clause or next((child for child in adjective.head.children if child.dep_ == "ccomp"), None)
        source, cue, stance = find_subject(adjective.head), (adjective.head.i, adjective.i), "endorsed"
    elif lemma in word_set("adjectives", "endorsed") or lemma in word_set("adjectives", "neutral"):
        source = next((c for c in adjective.children if c.dep_ in ("nsubj", "nsubj:pass")), None) or find_subject(
            adjective
        )
        stance = "endorsed" if lemma in word_set("adjectives", "endorsed") else "neutral"
        clause = clause or next((child for child in adjective.children if child.dep_ == "ccomp"), None)
    if (
        source is None
        or clause is None
        or is_author(source)
        or source.lower_ in ("it", "this", "that", "which")
        or _is_negated(adjective)
    ):
        return
    yield Frame(source, cue, find_stretches(clause), "indirect", stance, not _is_question(clause, adjective))


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)


def _is_negated(word: Token) -> bool:
    return any(child.lower_ in NEGATIONS for child in word.children if child.dep_ == "advmod")


def _is_conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children)


def _is_question(clause: Token, verb: Token) -> bool:
    """Tell whether a clause is an indirect question, which states nothing: "asked whether", "said why"."""
    first = clause.doc[clause.left_edge.i]
    return (
        first.i > verb.i
        and first.lower_ in QUESTION_WORDS
        and first.dep_ in ("mark", "advmod", "nsubj", "obj", "det", "obl", "ccomp", "nsubj:pass")
    )


def _follows_colon(clause: Token) -> bool:
    first = clause.left_edge.i
    return any(clause.doc[i].text in (":", "“", '"', "''") for i in (first - 1, first) if i >= 0)


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def _has_that(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _marker(phrase: Token) -> str:
    return next((child.lower_ for child in phrase.children if child.dep_ in ("case", "mark")), "")


def _is_put_at(verb: Token) -> bool:
    """Tell whether a number follows "at": "put the loss at 4 million"."""
    rest = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    at = next((token.i for token in rest if token.lower_ == "at"), None)
    return at is not None and any(token.pos_ in ("NUM", "SYM") or token.like_num for token in verb.doc[at + 1 : at + 5])


def _has_predicate(thing: Token) -> bool:
    """Tell whether an adjective follows an object: "found the claim 'absurd'"."""
    return any(
        child.i > thing.i and child.pos_ == "ADJ" and child.dep_ in ("appos", "amod") for child in thing.children
    )


def _measures(source: Token) -> bool:
    sources = word_set("findings", "sources")
    return (
        find_lemma(source) in sources
        or source.lemma_.lower() in sources
        or source.ent_type_ == "ORG"
        or source.pos_ == "PROPN"
    )
