"""Finds what a word of saying hands over without a clause: an object, a predicate of its object, a phrase."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attribution_frames import Stretch, cut_stretches, find_stretches
from claimcmp.pipeline.attribution_words import clause_verbs, prepositions_of, word_set
from claimcmp.pipeline.dependencies import find_marker, is_infinitive
from claimcmp.pipeline.findings import reports_finding
from claimcmp.pipeline.imputations import imputes
from claimcmp.pipeline.reported_clauses import find_next
from claimcmp.pipeline.reporting_nouns import holds_content
from claimcmp.pipeline.shares import answers
from claimcmp.pipeline.speakers import can_speak

REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "oneself"})
PROMISES = frozenset({"promise", "pledge", "vow", "swear", "guarantee", "claim", "profess", "purport", "hope"})


def find_passive_contents(verb: Token, lemma: str, source: Token | None) -> tuple[tuple[Stretch, ...], bool]:
    """Return what a passive says: its subject with an infinitive, "Sales are said to have fallen"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj:pass"), None)
    infinitive = next(
        (child for child in verb.children if child.dep_ == "xcomp" or (child.dep_ == "advcl" and is_infinitive(child))),
        None,
    )
    if subject is None or (source is None and _is_done_to(verb, lemma, subject, infinitive)):
        return (), False
    if infinitive is not None and (lemma in clause_verbs() or lemma in word_set("predicative", "verbs")):
        return find_stretches(subject) + find_stretches(infinitive), True
    if lemma in word_set("objects", "unnamed"):
        phrases = [child for child in verb.children if child.dep_ in ("obl", "advcl", "xcomp") and child.i > verb.i]
        # "accused by two hikers of theft": the phrase may hang on who accuses.
        phrases += [child for child in source.children if child.i > source.i] if source is not None else []
        phrase = next((child for child in phrases if _leads(verb, lemma, child)), None)
        # Who is said to have done something acts, whatever it is: "the drug is credited with saving 300 lives".
        acts = phrase is not None and phrase.pos_ == "VERB"
        person = acts or can_speak(subject) or subject.pos_ == "PRON"
        if not (person or lemma in word_set("objects", "unnamed_things")):
            return (), False
        if phrase is not None:
            return find_stretches(subject) + find_stretches(phrase), True
        if lemma not in word_set("predicative", "at"):
            return (), False
    judged = next((child for child in verb.children if child.dep_ != "conj" and find_marker(child) == "as"), None)
    if lemma in word_set("predicative", "as") and judged is not None and judged.i > verb.i:
        return find_stretches(subject) + find_stretches(judged), True
    if source is None and lemma in word_set("predicative", "at") and _is_put_at(verb):
        rest = (verb.i + 1, verb.right_edge.i)
        return find_stretches(subject) + cut_stretches(verb.doc, [rest], find_next(verb)), True
    if source is not None and infinitive is None and _is_said(subject, lemma):
        return find_stretches(subject), True
    if source is not None or infinitive is not None:
        return find_stretches(infinitive or subject), False
    return (), False


def _is_done_to(verb: Token, lemma: str, subject: Token, predicate: Token | None) -> bool:
    """Tell whether something was found in a state, or somebody sent away, which nobody says.

    "The ring was found intact", "the guard was dismissed as a scapegoat", but "the ring was found to be a copy".
    """
    if lemma in word_set("predicative", "states"):
        return predicate is not None and all(token.lower_ != "to" for token in verb.doc[verb.i : predicate.i])
    person = (
        can_speak(subject) or subject.lower_ in ("he", "she") or any(sub.lower_ == "who" for sub in subject.subtree)
    )
    return lemma == "dismiss" and person


def find_phrase_contents(verb: Token, lemma: str, source: Token | None) -> tuple[tuple[Stretch, ...], bool]:
    """Return the content of a verb without a clause: an object, a predicate of its object, a phrase, an infinitive."""
    objects = [child for child in verb.children if child.dep_ in ("obj", "obl:unmarked")]
    infinitive = next((child for child in verb.children if child.dep_ == "xcomp" or _is_deed(child, verb, lemma)), None)
    phrases = [child for child in verb.children if child.dep_ in ("obl", "advcl", "obl:arg") and child.i > verb.i]
    # "put it down partly to the rain": the phrase may hang on the adverb.
    hosts = objects + [child for child in verb.children if child.dep_ == "advmod" and child.i > verb.i]
    hosts += [verb] if verb.pos_ == "NOUN" else []
    # "accuse the broker of having": who is accused may be taken for a recipient.
    accused = [child for child in verb.children if child.dep_ == "iobj" and lemma in word_set("objects", "unnamed")]
    objects = objects or accused
    hosts += accused
    phrases += [
        sub
        for host in hosts
        for sub in host.children
        if sub.dep_ in ("nmod", "acl", "obl") and sub.i > max(host.i, verb.i)
    ]
    wanted = prepositions_of("prepositions", lemma)
    if "among" in wanted:
        # "Counts the handling of the fire among the causes": the phrase may hang on any noun before it.
        phrases += [
            sub for thing in objects for sub in thing.subtree if sub.i > thing.i and find_marker(sub) == "among"
        ]
    phrase = next((child for child in phrases if find_marker(child) in wanted), None) if wanted else None
    rest = (verb.i + 1, verb.right_edge.i)
    heard = [child for child in verb.children if child.dep_ == "iobj" and child not in accused and child.pos_ != "NUM"]
    cut = find_next(verb) + [(child.left_edge.i, child.right_edge.i) for child in heard]
    if source is None:
        return (), False
    asked = [child for child in verb.children if child.dep_ == "iobj" and child.i > verb.i]
    if answers(source, lemma) and (objects or asked or infinitive is not None or phrases):
        return cut_stretches(verb.doc, [rest], find_next(verb)), True
    if lemma == "tell" and _tells_story(verb):
        return cut_stretches(verb.doc, [rest], cut), True
    if lemma == "have" and objects and _has_it_so(verb, source, objects[0]):
        return cut_stretches(verb.doc, [rest], cut), True
    if imputes(verb, lemma, objects):
        return cut_stretches(verb.doc, [rest], cut), True
    if phrase is not None and not _is_own(phrase):
        return cut_stretches(verb.doc, [rest], cut), lemma not in word_set("objects", "acting")
    if objects and lemma in word_set("predicative", "verbs") and (infinitive is not None or _has_predicate(objects[0])):
        return cut_stretches(verb.doc, [rest], cut), True
    if presents_itself(verb, lemma):
        return cut_stretches(verb.doc, [rest], cut), True
    if lemma in word_set("predicative", "as") and (
        (objects and any(find_marker(child) == "as" for child in phrases)) or _is_followed_by_as(verb)
    ):
        return cut_stretches(verb.doc, [rest], cut), True
    if objects and lemma in word_set("predicative", "verbs") and _follows_what_it_judges(verb, source):
        return cut_stretches(verb.doc, [rest], cut), True
    if objects and lemma in word_set("predicative", "at") and _is_put_at(verb):
        return cut_stretches(verb.doc, [rest], cut), True
    if lemma in word_set("predicative", "naming") and _judges_object(objects):
        return cut_stretches(verb.doc, [rest], cut), True
    urged = objects or [child for child in verb.children if child.dep_ == "iobj"]
    if urged and infinitive is not None and lemma in word_set("objects", "urging"):
        own = [stretch for stretch in cut if stretch[0] > urged[0].right_edge.i]
        return cut_stretches(verb.doc, [rest], own), True
    if infinitive is not None and not objects:
        deed = infinitive.text.endswith("ing") and lemma in word_set("objects", "deeds")
        return find_stretches(infinitive), deed or lemma in PROMISES
    if objects and (_is_said(objects[0], lemma) or (lemma == "say" and objects[0].pos_ in ("NUM", "SYM"))):
        # "The army says 300, historians say at least 900"
        return cut_stretches(verb.doc, [rest], cut), True
    if objects and lemma in word_set("objects", "content"):
        return cut_stretches(verb.doc, [rest], cut), True
    if reports_finding(verb, lemma, source, objects):
        return cut_stretches(verb.doc, [rest], cut), True
    if (
        lemma in word_set("acts", "verbs")
        and lemma not in ("say", "tell")
        and (objects or infinitive is not None or phrases)
    ):
        return cut_stretches(verb.doc, [rest], cut), False
    return (), False


def judges_something(verb: Token, lemma: str, source: Token) -> bool:
    """Tell whether a verb says what its subject makes of something, which only who can speak does.

    "The successor called the response too slow", but not "the crisis calls for patience".
    """
    if lemma not in word_set("predicative", "naming") or source.pos_ not in ("NOUN", "PROPN"):
        return False
    things = [child for child in verb.children if child.dep_ in ("obj", "nsubj:pass")]
    behind = [child for child in verb.children if child.i > verb.i and find_marker(child) in ("", "as")]
    judged = any(child.dep_ == "xcomp" or (child.dep_ == "obl" and find_marker(child) == "as") for child in behind)
    return bool(things) and (judged or _judges_object(things) or _has_predicate(things[0]))


def _judges_object(objects: Sequence[Token]) -> bool:
    """Tell whether an object is followed by what it is said to be: "a farce", but not the name that it is given."""
    return len(objects) > 1 and objects[-1].pos_ != "PROPN"


def _is_said(thing: Token, lemma: str) -> bool:
    """Tell whether something is confirmed or denied that is said itself: "confirmed the finding".

    Who rejects or withdraws something says no more of it than what it held: "rejected the charge that it leaks".
    """
    noun = thing.lemma_.lower()
    if lemma not in word_set("objects", "said") or noun not in read_lexicon("attribution")["nouns"]:
        return False
    if lemma not in word_set("objects", "disposing"):
        return True
    return noun not in word_set("objects", "wanted") and holds_content(thing)


def _is_deed(child: Token, verb: Token, lemma: str) -> bool:
    """Tell whether a participle right behind a verb is what somebody owns to: "admitted leaving the group alone"."""
    near = child.left_edge.i == verb.i + 1 and child.dep_ == "advcl" and child.text.endswith("ing")
    return near and lemma in word_set("objects", "deeds")


def _leads(verb: Token, lemma: str, phrase: Token) -> bool:
    """Tell whether a phrase holds what a passive verb says: "was accused of fraud", "is put down to rust"."""
    marker = find_marker(phrase)
    particle = read_lexicon("attribution")["imputing"]["particles"].get(lemma, "")
    if particle:
        return marker == "to" and any(child.lower_ == particle for child in verb.children)
    return marker in prepositions_of("prepositions", lemma)


def _is_own(phrase: Token) -> bool:
    """Tell whether "among" leads to what the subject has: "counts two banks among its clients"."""
    return find_marker(phrase) == "among" and any(child.dep_ == "nmod:poss" for child in phrase.children)


def _tells_story(verb: Token) -> bool:
    """Tell whether a story follows that says what happened: "told a different story: the horse was lame"."""
    story = next((child for child in verb.children if child.lemma_.lower() in ("story", "tale", "version")), None)
    if story is None or story.i < verb.i or story.i + 1 >= len(verb.doc):
        return False
    behind = [token.lower_ for token in verb.doc[story.i + 1 : story.i + 4]]
    return behind[0] == ":" or behind[:2] == [",", "in"] or behind[:2] in (["in", "which"], ["of", "how"])


def _has_it_so(verb: Token, source: Token, thing: Token) -> bool:
    """Tell whether a document says something of its object: "the poll had Labour ahead", "has 40 leaving"."""
    if source.lemma_.lower() not in word_set("findings", "documents"):
        return False
    behind = [child for child in verb.children if child.i > thing.i]
    if any(child.dep_ == "xcomp" or child.lower_ in ("ahead", "behind", "down", "leading") for child in behind):
        return True
    return any(child.dep_ == "acl" and child.text.endswith("ing") for child in thing.children)


def presents_itself(verb: Token, lemma: str) -> bool:
    """Tell whether a verb says what somebody wants to be taken for: "casts himself as an outsider"."""
    if lemma not in word_set("presenting", "verbs"):
        return False
    own = [child for child in verb.children if child.dep_ in ("obj", "iobj") and child.lower_ in REFLEXIVES]
    behind = [child for child in verb.children if own and child.i > own[0].i]
    return any(
        child.dep_ in ("obj", "xcomp") or (child.dep_ == "obl" and find_marker(child) == "as") for child in behind
    )


def _is_followed_by_as(verb: Token) -> bool:
    """Tell whether the judgement is right behind the verb: "regards as likely a leak", "which he sees as a slight"."""
    after = verb.i + 1
    return after + 1 < len(verb.doc) and verb.doc[after].lower_ == "as"


def _follows_what_it_judges(verb: Token, source: Token) -> bool:
    """Tell whether a relative pronoun before the subject is what is judged: "which critics call a farce"."""
    before = source.left_edge.i - 1
    return before >= 0 and verb.doc[before].lower_ in ("which", "whom", "what") and source.i < verb.i


def _is_put_at(verb: Token) -> bool:
    """Tell whether a number follows "at": "put the loss at 4 million"."""
    rest = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
    at = next((token.i for token in rest if token.lower_ in ("at", "closer", "nearer")), None)
    return at is not None and any(token.pos_ in ("NUM", "SYM") or token.like_num for token in verb.doc[at + 1 : at + 5])


def _has_predicate(thing: Token) -> bool:
    """Tell whether an adjective or a quoted noun follows an object: "found it 'absurd'", "called it 'an eyesore'"."""
    behind = [token for token in thing.subtree if token.i > token.head.i and token.dep_ in ("appos", "amod")]
    # In capitals it is a title: "saw the film 'Two Brides'".
    quoted = any(token.left_edge.is_quote and not token.is_title for token in behind)
    return quoted or any(token.head == thing and token.pos_ == "ADJ" for token in behind)
