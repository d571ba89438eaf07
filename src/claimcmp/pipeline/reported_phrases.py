"""Finds what a word of saying hands over without a clause: an object, a predicate of its object, a phrase."""

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_frames import Stretch, cut_stretches, find_stretches
from claimcmp.pipeline.attribution_words import clause_verbs, find_lemma, prepositions_of, word_set
from claimcmp.pipeline.dependencies import find_marker, is_infinitive
from claimcmp.pipeline.reported_clauses import find_next

REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "oneself"})
PROMISES = frozenset(
    {"promise", "pledge", "vow", "threaten", "swear", "guarantee", "claim", "profess", "purport", "hope"}
)


def find_passive_contents(verb: Token, lemma: str, source: Token | None) -> tuple[tuple[Stretch, ...], bool]:
    """Return what a passive says: its subject with an infinitive, "Sales are said to have fallen"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj:pass"), None)
    infinitive = next(
        (child for child in verb.children if child.dep_ == "xcomp" or (child.dep_ == "advcl" and is_infinitive(child))),
        None,
    )
    if subject is None:
        return (), False
    if infinitive is not None and (lemma in clause_verbs() or lemma in word_set("predicative", "verbs")):
        return find_stretches(subject) + find_stretches(infinitive), True
    if source is not None or infinitive is not None:
        return find_stretches(infinitive or subject), False
    return (), False


def find_phrase_contents(verb: Token, lemma: str, source: Token | None) -> tuple[tuple[Stretch, ...], bool]:
    """Return the content of a verb without a clause: an object, a predicate of its object, a phrase, an infinitive."""
    objects = [child for child in verb.children if child.dep_ in ("obj", "obl:unmarked")]
    infinitive = next((child for child in verb.children if child.dep_ == "xcomp"), None)
    phrases = [child for child in verb.children if child.dep_ in ("obl", "advcl", "obl:arg") and child.i > verb.i]
    phrases += [sub for child in objects for sub in child.children if sub.dep_ in ("nmod", "acl") and sub.i > child.i]
    wanted = prepositions_of("prepositions", lemma)
    phrase = next((child for child in phrases if find_marker(child) in wanted), None) if wanted else None
    rest = (verb.i + 1, verb.right_edge.i)
    cut = find_next(verb) + [(child.left_edge.i, child.right_edge.i) for child in verb.children if child.dep_ == "iobj"]
    if source is None:
        return (), False
    if phrase is not None:
        return cut_stretches(verb.doc, [rest], cut), lemma not in word_set("objects", "acting")
    if objects and lemma in word_set("predicative", "verbs") and (infinitive is not None or _has_predicate(objects[0])):
        return cut_stretches(verb.doc, [rest], cut), True
    if presents_itself(verb, lemma):
        return cut_stretches(verb.doc, [rest], cut), True
    if objects and lemma in word_set("predicative", "as") and any(find_marker(child) == "as" for child in phrases):
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


def presents_itself(verb: Token, lemma: str) -> bool:
    """Tell whether a verb says what somebody wants to be taken for: "casts himself as an outsider"."""
    if lemma not in word_set("presenting", "verbs"):
        return False
    own = [child for child in verb.children if child.dep_ in ("obj", "iobj") and child.lower_ in REFLEXIVES]
    behind = [child for child in verb.children if own and child.i > own[0].i]
    return any(
        child.dep_ in ("obj", "xcomp") or (child.dep_ == "obl" and find_marker(child) == "as") for child in behind
    )


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
