"""Finds who a word of saying belongs to: the subject of a verb, the owner of a noun."""

from functools import cache

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_words import clause_verbs, find_lemma, word_set
from claimcmp.pipeline.dependencies import find_marker, is_infinitive, is_passive
from claimcmp.pipeline.shares import names_no_whole

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "DET", "X"})
PERSONS = frozenset({"he", "she", "they", "who"})
OWNERS = frozenset({"my", "our"})
AUTHORS = frozenset({"i", "we", "author", "my", "our", "your", "you", "us", "me"})


def find_subject(verb: Token) -> Token | None:
    """Return the head of the subject of a verb, also of one that it shares with the verb it hangs on."""
    seen = 0
    while seen < 8:
        seen += 1
        own = next(
            (child for child in reversed(list(verb.children)) if child.dep_ in SUBJECTS and child.i < verb.i), None
        ) or next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return _find_antecedent(own, verb)
        stray = _find_stray_subject(verb) or _find_those(verb)
        if stray is not None:
            return stray
        passive = any(child.dep_ == "nsubj:pass" for child in verb.children)
        if passive:
            return None
        head = verb.head
        if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            # "was told and said": a passive subject is the subject of the active verb beside it.
            subject = next((child for child in head.children if child.dep_ == "nsubj:pass"), None)
            if subject is not None:
                return subject
            verb = head
        elif verb.dep_ in ("advcl", "xcomp", "parataxis", "ccomp") and _is_participle(verb) and head != verb:
            subject = next((child for child in head.children if child.dep_ in ("nsubj:pass", *SUBJECTS)), None)
            if subject is not None and (teller := _find_teller(verb, subject)) is not None:
                return find_subject(teller)
            if subject is not None:
                return _find_antecedent(subject, head)
            verb = head
        elif verb.dep_ == "xcomp" and head != verb:
            verb = head
        elif verb.dep_ == "advcl" and is_infinitive(verb) and head.pos_ == "VERB" and not is_passive(head):
            # "wrote to tell us that": who writes tells.
            verb = head
        elif verb.dep_ == "acl" and any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children):
            # "has no choice but to": the noun is not who acts.
            if head.dep_ not in ("obj", "obl"):
                return None
            verb = head.head
        elif verb.dep_ in ("acl", "acl:relcl") and head.pos_ in NOMINAL and verb.tag_ != "VBN":
            # "Is what the owner, a bank, said": the parser may take the owner for a clause of its own.
            between = (
                child for child in head.children if head.i < child.i < verb.i and child.pos_ in ("NOUN", "PROPN")
            )
            return next(between, head) if head.lower_ == "what" else head
        else:
            return _find_name_before(verb) or _find_noun_before(verb)
    return None


def find_inverted_subject(verb: Token) -> Token | None:
    """Return the head of the name right behind a verb that follows a clause or quotation: "P, said X"."""
    doc = verb.doc
    after = verb.i + 1
    if verb.i == 0 or after >= len(doc) or not doc[verb.i - 1].is_punct or _is_participle(verb):
        return None
    head = doc[after]
    if head.pos_ not in NOMINAL or head.lower_ in ("that", "it", "there", "this"):
        return None
    while (
        head.head != head
        and head.head.i > verb.i
        and head.head.left_edge.i >= after
        and head.head.pos_ in ("NOUN", "PROPN", "PRON")
    ):
        head = head.head
    return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None


def _find_teller(verb: Token, subject: Token) -> Token | None:
    """Return the verb of saying above a participle of saying, where what stands in its clause cannot speak.

    "The minister said that the dam would be repaired, adding that it had cracked."
    """
    head = verb.head
    says = find_lemma(verb) in clause_verbs() and not (can_speak(subject) or subject.pos_ == "PRON")
    return head.head if says and head.dep_ == "ccomp" and find_lemma(head.head) in clause_verbs() else None


def _find_name_before(verb: Token) -> Token | None:
    """Return the name before a finite verb that the parser left without a subject, across an aside."""
    doc, place = verb.doc, verb.i - 1
    while place > verb.sent.start and doc[place].pos_ in ("AUX", "ADV"):
        place -= 1
    if verb.dep_ not in ("ROOT", "ccomp", "conj", "advcl", "parataxis") or doc[place].lower_ == "to":
        return None
    if doc[place].text == ",":
        opened = next((i for i in range(place - 1, verb.sent.start, -1) if doc[i].text == ","), None)
        if opened is None:
            return None
        place = opened - 1
    token = doc[place]
    while token.dep_ in ("flat", "compound", "nmod:desc", "fixed") and abs(token.head.i - token.i) < 4:
        token = token.head
    return token if token.pos_ == "PROPN" else None


def _find_noun_before(verb: Token) -> Token | None:
    """Return the noun that the parser made a part of the verb behind it, or the one that it made the main word.

    "The novelist notes that" looks like a compound, "Physicists who measured it put it lower" like a noun alone.
    """
    if verb.dep_ == "parataxis" and verb.head.pos_ == "NOUN" and verb.head.dep_ == "ROOT" and can_speak(verb.head):
        described = any(child.dep_ == "acl:relcl" and child.i < verb.i for child in verb.head.children)
        return verb.head if described and verb.head.i < verb.i else None
    if verb.dep_ != "ROOT" or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    if before.head != verb or before.dep_ not in ("compound", "amod", "nmod:desc"):
        return None
    # "The novelist notes", "many point": one of the two has the ending.
    agrees = verb.lower_.endswith("s") != before.lower_.endswith("s")
    return before if (agrees and can_speak(before)) or before.lower_ in ("many", "some", "most", "several") else None


def _find_stray_subject(verb: Token) -> Token | None:
    """Return a subject that the parse gave to an aside: "Lee, citing a study, said"."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.i < verb.i and _is_participle(child):
            subject = next((sub for sub in child.children if sub.dep_ in SUBJECTS and sub.i < child.i), None)
            if subject is not None and child.doc[child.i - 1].is_punct:
                return subject
    return None


def _find_those(verb: Token) -> Token | None:
    """Return the "most" or "some" right before a verb, taken for an adverb: "and most wanted a ban"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    meant = (
        before.head == verb and before.dep_ in ("advmod", "amod", "det") and before.lower_ in ("most", "some", "many")
    )
    return before if meant and verb.tag_ in ("VBD", "VBP") and verb.dep_ in ("conj", "ROOT", "parataxis") else None


def _is_participle(verb: Token) -> bool:
    return verb.text.endswith("ing")


def _find_antecedent(subject: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for, else the subject itself."""
    if subject.text in ("who", "which", "that"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "acl:relcl":
            return clause.head
    return subject


def find_owner(noun: Token) -> Token | None:
    """Return whose a noun is: "X's claim", "the claim by X", "the claim that X made", "a government claim"."""
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            return child
    for child in noun.children:
        if (
            child.dep_ in ("nmod", "obl", "obl:agent")
            and find_marker(child) in ("by", "from", "among")
            and can_speak(child)
        ):
            return child
        if child.dep_ in ("acl", "acl:relcl"):
            agent = next(
                (sub for sub in child.children if sub.dep_ in ("obl:agent", "obl") and find_marker(sub) == "by"), None
            )
            maker = next(
                (sub for sub in child.children if sub.dep_ == "nsubj" and sub.lower_ not in ("that", "which", "who")),
                None,
            )
            if agent is not None or (
                child.dep_ == "acl:relcl" and maker is not None and find_lemma(child) in word_set("light", "verbs")
            ):
                return agent or maker
    for child in noun.children:
        if (
            child.dep_ in ("compound", "amod", "nmod:desc")
            and child.i < noun.i
            and (child.pos_ == "PROPN" or child.text.isupper() or find_lemma(child) in word_set("speakers"))
        ):
            return child
    return None


def can_speak(token: Token) -> bool:
    """Tell whether a noun names somebody or something that makes statements."""
    if token.pos_ == "PRON" and not (token.text.isupper() and len(token.text) > 1):
        return token.lower_ in PERSONS or token.lower_ in (
            "some",
            "many",
            "most",
            "others",
            "several",
            "few",
            "both",
            "two",
            "it",
            "which",
            "that",
        )
    if token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL")
    lemma = find_lemma(token)
    if not _speaking_nouns().isdisjoint((lemma, token.lower_.removesuffix("s"))) or _is_agent(token.lower_):
        return True
    if names_no_whole(token):
        return True
    if token.pos_ in ("NUM", "SYM", "ADJ", "DET") or lemma in word_set("shares", "nouns") | word_set(
        "shares", "groups"
    ):
        return token.pos_ in ("NUM", "ADJ", "DET") or any(
            can_speak(child) for child in token.children if child.dep_ == "nmod"
        )
    return any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.children)


def _is_agent(word: str) -> bool:
    """Tell whether a noun means a person by its ending: "botanist", "dermatologist"."""
    return word.endswith(_agent_endings())


@cache
def _agent_endings() -> tuple[str, ...]:
    return tuple(sorted(word_set("speakers", "endings")))


@cache
def _speaking_nouns() -> frozenset[str]:
    known = (read_lexicon("references")[table]["words"] for table in ("people", "bodies", "companies"))
    return word_set("speakers").union(*known)


def is_nobody(source: Token, lemma: str) -> bool:
    """Tell whether a source says only that nobody holds something: "no economist said", "few dispute"."""
    words = {child.lower_ for child in source.children if child.i < source.i} | {source.lower_}
    if words & {"no", "neither"} or source.lower_ in ("none", "anyone", "anybody"):
        return True
    return "few" in words and lemma in word_set("objects", "contested")


def is_somebody(source: Token, verb: Token | None = None) -> bool:
    """Tell whether a source is "one" of some who were named: "one recalled", but not "one hears"."""
    verb = verb or source.head
    return source.lower_ == "one" and source.dep_ == "nsubj" and verb.tag_ == "VBD"


def is_author(token: Token) -> bool:
    """Tell whether a source is the author: "we", "I", "the author", or what the author made, as "our count"."""
    if token.lower_ in AUTHORS:
        return True
    own = any(child.dep_ == "nmod:poss" and child.lower_ in OWNERS for child in token.children)
    # "Our ambassador" is somebody else, "our survey" is not.
    return own and find_lemma(token) in word_set("according", "own_work")
