"""Finds attributions by verbs: "X said that P", "P, said X", "X calls O a P", "P was how X put it"."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_frames import Frame, Stretch, cut_stretches, find_stretches
from claimcmp.pipeline.attribution_words import all_verbs, clause_verbs, find_lemma, holds_clause, word_set
from claimcmp.pipeline.dependencies import is_infinitive, is_negated, is_passive
from claimcmp.pipeline.far_sources import find_far_agent, find_quoted, find_writer
from claimcmp.pipeline.reported_clauses import find_clauses
from claimcmp.pipeline.reported_phrases import (
    find_passive_contents,
    find_phrase_contents,
    judges_something,
    presents_itself,
)
from claimcmp.pipeline.shares import is_share
from claimcmp.pipeline.speakers import (
    can_speak,
    find_inverted_subject,
    find_owner,
    find_subject,
    is_author,
    is_nobody,
    is_somebody,
)
from claimcmp.records import AttributionStance

MODALS = frozenset({"should", "must", "could", "can", "might", "may"})
HEARSAY = frozenset({"say", "believe", "think", "report", "allege", "suppose", "understand", "rumour", "rumor"})
CONDITIONS = frozenset({"if", "whether", "unless"})


def find_verb_frames(tokens: Iterable[Token]) -> Iterator[Frame]:
    """Yield the frames of the verbs and adjectives of a parsed sentence."""
    for token in tokens:
        if token.dep_ in ("aux", "aux:pass", "cop"):
            continue
        if token.pos_ in ("VERB", "AUX") or (token.dep_ in ("ROOT", "parataxis") and token.pos_ in ("NOUN", "PROPN")):
            lemma = find_lemma(token)
            if lemma in word_set("quotative", "putting") or token.head.lower_ in ("what", "how"):
                yield from _read_put(token)
            if lemma in all_verbs():
                yield from _read_verb(token, lemma)


def _read_verb(verb: Token, lemma: str) -> Iterator[Frame]:
    passive = is_passive(verb)
    source, cue, stance, control = _find_source(verb, lemma, passive=passive)
    if (
        _is_bare_participle(verb)
        or (not passive and _is_hearsay(verb, lemma))
        or (lemma == "find" and any(c.dep_ == "compound:prt" for c in verb.children))
    ):
        return
    if source is not None and (
        is_author(source) or not (_accepts(source, lemma) or judges_something(verb, lemma, source))
    ):
        return
    if source is not None and (_describes(verb, source) or _is_apart(verb, source)):
        return
    found = find_clauses(verb, source)
    looks = found is None and lemma in word_set("findings", "examining")
    if found is None:
        read = find_passive_contents if passive else find_phrase_contents
        found = read(verb, lemma, source)
    contents, commits = found
    if not contents or (source is None and not passive):
        return
    if lemma in word_set("quotative", "going_on") and not _quotes(verb, contents):
        return
    if source is not None and any(first <= source.i <= last for first, last in contents):
        contents = cut_stretches(verb.doc, contents, [(source.left_edge.i, source.right_edge.i)])
    if source is None and _lacks_ground(verb):
        return
    negated = is_negated(verb)
    # "cannot agree that" is a view, "did not detect any" a finding; "cannot say that" is none.
    disagrees = negated and (looks or lemma in word_set("verbs", "attitudes") | word_set("verbs", "withheld"))
    commits = commits and control and not _is_conditional(verb)
    commits = commits and not (source is not None and is_nobody(source, lemma))
    commits = commits and (disagrees or not (negated or _is_unreal(verb)))
    if not passive and not negated and presents_itself(verb, lemma):
        stance = "doubted"
    kind = "nominal" if verb.dep_ == "acl" and verb.head.lower_ in word_set("noun_stances", "attempts") else "indirect"
    yield Frame(source, cue, contents, kind, stance, commits)  # type: ignore[arg-type]


def _find_source(verb: Token, lemma: str, *, passive: bool) -> tuple[Token | None, Stretch, AttributionStance, bool]:
    """Return the source of a verb, its cue with what controls it, its stance, and whether it is really said."""
    stance = clause_verbs().get(lemma, "neutral")
    cue = (verb.i, verb.i)
    if passive and verb.dep_ == "xcomp" and find_lemma(verb.head) == "let":
        # "The baker let it be known that the farm was not for sale."
        return find_subject(verb.head), (verb.head.i, verb.i), stance, not is_negated(verb.head)
    if passive:
        agent = next((child for child in verb.children if child.dep_ == "obl:agent"), None) or find_far_agent(verb)
        first = min((child.i for child in verb.children if child.dep_ in ("aux:pass", "aux")), default=verb.i)
        return agent, (min(first, verb.i), verb.i), stance, True
    if verb.dep_ == "acl" and find_lemma(verb.head) in word_set("noun_stances", "attempts"):
        noun = verb.head
        owner = find_owner(noun) or (find_subject(noun.head) if noun.dep_ in ("obj", "obl") else None)
        return owner, (noun.i, verb.i), "doubted", True
    inverted = (
        find_inverted_subject(verb)
        if lemma in clause_verbs() and lemma not in word_set("quotative", "except") | word_set("quotative", "hearing")
        else None
    )
    control = True
    if verb.dep_ == "xcomp" and not any(child.dep_ in ("nsubj", "nsubj:pass") for child in verb.children):
        governor = verb.head
        word = find_lemma(governor)
        if word in word_set("control", "doubted"):
            stance, cue = "doubted", (min(governor.i, verb.i), verb.i)
        elif (
            lemma == "let slip"
            or word in word_set("control", "neutral")
            or governor.dep_ == "xcomp"
            or word == "appear"
            or word == "seem"
        ):
            cue = (min(governor.i, verb.i), verb.i)
        else:
            control = False
        still = any(child.lower_ == "yet" and child.dep_ == "advmod" for child in governor.children)
        control = control and not is_negated(governor) and not (still and word == "have")
    elif verb.dep_ == "advcl" and is_infinitive(verb) and lemma in clause_verbs():
        # "The two sides met to announce that", "did not write to tell us that"
        cue, control = (min(verb.head.i, verb.i), verb.i), not is_negated(verb.head)
    elif (quoted := find_quoted(verb)) is not None:
        return quoted, (verb.head.i, verb.i), stance, not is_negated(verb.head)
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if inverted is not None and (own is None or own.i >= inverted.i or _is_parenthetic(verb, own, inverted)):
        return inverted, cue, stance, control
    subject = find_subject(verb)
    return (find_writer(subject) or subject) if subject is not None else None, cue, stance, control


def _lacks_ground(verb: Token) -> bool:
    """Tell whether what was found, by nobody named, is a ground for the clause: "no evidence was found that"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj:pass"), None)
    return subject is not None and subject.lemma_.lower() in read_lexicon("clauses")["grounds"]["words"]


def _is_parenthetic(verb: Token, subject: Token, inverted: Token) -> bool:
    """Tell whether a verb and the name behind it stand between commas: "The drug, said Lee, works"."""
    doc = verb.doc
    after = inverted.right_edge.i + 1
    closed = after >= len(doc) or doc[after].is_punct or doc[after - 1].is_punct
    plain = all(token.is_punct for token in doc[subject.i + 1 : verb.i])
    return closed and plain


def _accepts(source: Token, lemma: str) -> bool:
    accuses = lemma in word_set("objects", "accusing") or holds_clause(source.head, lemma)
    if accuses and source.pos_ in ("NOUN", "PROPN"):
        # Only who can speak accuses.
        return True
    described = any(child.dep_ in ("acl:relcl", "acl", "nmod") for child in source.children)
    if is_somebody(source) or (source.lower_ == "those" and described):
        return True
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
        if lemma in word_set("evidential", "verbs"):
            return source.lower_ == "it" and lemma in word_set("evidential", "finding")
        return source.lower_ == "it" and (lemma in clause_verbs() or lemma in word_set("predicative", "at"))
    if lemma in word_set("evidential", "verbs") or lemma not in clause_verbs() or lemma == "tell":
        anybody = source.lemma_.lower() in word_set("speakers", "everybody") and not is_share(source)
        return can_speak(source) and not anybody
    return True


def _quotes(verb: Token, contents: Sequence[Stretch]) -> bool:
    """Tell whether what a verb governs stands between quotation marks or behind "that"."""
    words = [token for first, last in contents for token in verb.doc[max(0, first - 1) : last + 2]]
    return any(token.is_quote or (token.lower_ == "that" and token.dep_ == "mark") for token in words)


def _is_bare_participle(verb: Token) -> bool:
    """Tell whether a verb is a passive participle without an auxiliary: "shown the evidence, ..."."""
    return verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "aux:pass", "nsubj") for child in verb.children)


def _is_apart(verb: Token, source: Token) -> bool:
    """Tell whether a semicolon parts a verb from what the parser took for its subject."""
    return any(token.text == ";" for token in verb.doc[source.i : verb.i])


def _is_hearsay(verb: Token, lemma: str) -> bool:
    """Tell whether a verb is a passive without an auxiliary: "a coin said to be Roman"."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    if lemma not in HEARSAY or len(behind) < 2 or not verb.text.endswith(("d", "t")):
        return False
    return behind[0].lower_ == "to" and behind[1].tag_ == "VB"


def _describes(verb: Token, source: Token) -> bool:
    """Tell whether a verb between commas only describes a noun: "Results, announced in May, show"."""
    doc, first = verb.doc, source.left_edge.i
    if verb.i == first or not verb.text.endswith(("ed", "en")) or doc[verb.i - 1].text != "," or source.head != verb:
        return False
    if any(token.pos_ == "VERB" for token in doc[first : verb.i]):
        return False
    clause = next((child for child in verb.children if child.dep_ in ("ccomp", "conj", "parataxis")), None)
    if clause is None or any(child.dep_ in ("nsubj", "nsubj:pass", "mark") for child in clause.children):
        return False
    return any(token.text == "," for token in doc[verb.i + 1 : clause.i])


def _is_unreal(verb: Token) -> bool:
    """Tell whether a statement may, should or is unlikely to be made, so that nobody makes it."""
    for _ in range(4):
        if any(child.dep_ == "aux" and child.text in MODALS for child in verb.children):
            return True
        if verb.dep_ in ("ccomp", "csubj") and verb.head.lemma_.lower() in word_set("unreal"):
            return True
        finite = any(child.dep_ in ("nsubj", "nsubj:pass") for child in verb.children)
        if finite or verb.dep_ not in ("xcomp", "advcl", "conj", "acl") or verb.head == verb:
            return False
        verb = verb.head
    return False


def _is_conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children)


def _read_put(verb: Token) -> Iterator[Frame]:
    """Read "as X put it", "P was how X put it" and "P is what X announced"."""
    source = find_subject(verb)
    if source is None or is_author(source) or source.lemma_.lower() in read_lexicon("clauses")["hearsay"]["nouns"]:
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
