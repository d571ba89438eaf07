"""Finds who, other than the author, is committed to what a sentence and its clauses say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.asides import find_aside
from claimcmp.pipeline.attributes import list_fields, set_attributes
from claimcmp.pipeline.attribution_finder import find_frames
from claimcmp.pipeline.attribution_frames import Frame
from claimcmp.pipeline.attribution_words import find_lemma, word_set
from claimcmp.pipeline.source_names import find_name_span
from claimcmp.records import Attribution

ATTRIBUTION = "claimcmp_attribution"
PRONOUNS = frozenset({"he", "she", "it", "they"})
OWN = frozenset({"his", "her", "its", "their"})


@Language.factory(ATTRIBUTION, requires=["doc.sents", "span._.clauses"])
def make_attribution(nlp: Language, name: str) -> "AttributionTagger":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return AttributionTagger(name)


class AttributionTagger:
    """Sets ``attribution`` on the clauses of ``sent._.clauses`` that are somebody else's statement."""

    def __init__(self, name: str = ATTRIBUTION):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Tag the sentences of ``doc``."""
        for sent in doc.sents:
            if not sent._.clauses:
                continue
            frames = find_frames(sent)
            sent._.attributions = [_to_plain(make_record(sent, frame)) for frame in frames]
            stating = [frame for frame in frames if frame.commits]
            sent._.clauses = [clause for clause in sent._.clauses if not _only_tells(clause, stating, sent._.clauses)]
            for clause in sent._.clauses:
                found = choose_attribution(sent, clause, stating)
                clause["attribution"] = _to_plain(found) if found else None
        return doc


def choose_attribution(sent: Span, clause: Mapping[str, Any], frames: Sequence[Frame]) -> Attribution | None:
    """Return the attribution of one clause: the holder nearest to it, with those who report the holder."""
    aside = find_aside(sent, clause["words"])
    if aside is not None:
        # "Lee said the pool (built in 1970) leaks": it is the author who tells when.
        frames = [frame for frame in frames if aside[0] <= frame.cue[0] <= aside[1]]
    # Frames come with the widest content first: one inside of another's content is nearer to the clause.
    chain = [frame for frame in frames if frame.holds(clause["head"])]
    if not chain:
        # A clause that tells who says what stands for what it says.
        words = clause["words"]
        doc = sent.doc
        chain = [
            frame
            for frame in frames
            if _tells(clause, frame)
            or _is_told_by_head(doc, clause, frame)
            or (_fills(words, frame) and not _only_describes(doc, clause, frame))
        ][:1]
    elif (
        accusing := next((frame for frame in frames if _accuses(sent, clause, frame)), None)
    ) and accusing not in chain:
        # "The union had accused him of theft, Lee said": whose charge it is matters more than who tells of it.
        chain.append(accusing)
    while len(chain) > 1 and _vouches(sent, chain[-1]):
        # "Lee said the study proved that": it is Lee who says so.
        chain.pop()
    while len(chain) > 1 and chain[-1].source is None and chain[-2].source is not None:
        # "Lee testified that he had been told that": of those two it is Lee who is known to say so.
        chain.pop()
    return make_record(sent, chain[-1], chain[:-1]) if chain else None


def _vouches(sent: Span, frame: Frame) -> bool:
    """Tell whether who tells of a finding holds it too: "the study proved that", not "the bank admitted that"."""
    return frame.stance == "endorsed" and find_lemma(sent.doc[frame.cue[1]]) in word_set("evidential", "verbs")


def _accuses(sent: Span, clause: Mapping[str, Any], frame: Frame) -> bool:
    verb = find_lemma(sent.doc[frame.cue[1]])
    return verb in word_set("objects", "accusing") and frame.source is not None and _tells(clause, frame)


def _tells(clause: Mapping[str, Any], frame: Frame) -> bool:
    """Tell whether a clause is headed by the word of saying and has what is said in it."""
    cues = (clause["head"], clause["frame"])
    return any(cue is not None and frame.cue[0] <= cue <= frame.cue[1] for cue in cues) and any(
        frame.holds(word) for word in clause["words"]
    )


def _is_told_by_head(doc: Doc, clause: Mapping[str, Any], frame: Frame) -> bool:
    """Tell whether the parser made the source the main word: "Divers who saw it put it lower"."""
    if frame.source is None or frame.source.i != clause["head"] or doc[frame.cue[0]].dep_ not in ("parataxis", "appos"):
        return False
    return frame.cue[0] in clause["words"] and any(frame.holds(word) for word in clause["words"])


def _only_describes(doc: Doc, clause: Mapping[str, Any], frame: Frame) -> bool:
    """Tell whether a frame is about somebody in the clause: "it angered allies who fear a long war"."""
    cue = doc[frame.cue[0]]
    return cue.dep_ == "acl:relcl" and cue.i != clause["head"] and frame.source is not None


def _only_tells(clause: Mapping[str, Any], frames: Iterable[Frame], clauses: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether a clause is nothing but the words of who says another one: "while brokers reckon"."""
    return any(
        frame.cue[0] <= clause["head"] <= frame.cue[1]
        and not any(frame.holds(word) for word in clause["words"])
        and any(frame.holds(other["head"]) for other in clauses)
        for frame in frames
    )


def _fills(words: Sequence[int], frame: Frame) -> bool:
    """Tell whether a content makes up most of a clause that hands it over."""
    return sum(frame.holds(word) for word in words) > len(words) / 2


def make_record(sent: Span, frame: Frame, outer: Iterable[Frame] = ()) -> Attribution:
    """Make the record of a frame, ``outer`` being the frames around it."""
    doc = sent.doc
    cue = doc[frame.cue[0] : frame.cue[1] + 1]
    named = find_name_span(frame.source) if frame.source is not None else None
    if named is not None and named.start < frame.cue[0] < named.end:
        # The parser took the verb for a part of the name: "figures from the county show".
        named = doc[named.start : frame.cue[0]]
    name = _find_actor_name(sent, named) if named is not None else ""
    sources = [other.source for other in outer if other.source is not None]
    others = [_find_actor_name(sent, find_name_span(source)) for source in sources]
    if named is not None and sources and _may_mean(named.text.lower(), sources[-1]):
        # "Lee said she hoped": who reports it is who it is about, unless the text tells otherwise.
        name = others[-1]
    # "The line has, in its own words, insisted": whose words they are is who insists.
    others = [other for other in others if other.lower() not in OWN]
    spans = [doc[first : last + 1] for first, last in frame.contents]
    return Attribution(
        name=name,
        start=named.start_char if named is not None else cue.start_char,
        end=named.end_char if named is not None else cue.start_char,
        cue=cue.text,
        kind=frame.kind,
        stance=frame.stance,
        text=named.text if named is not None and named.text != name else "",
        cue_start=cue.start_char,
        cue_end=cue.end_char,
        content=tuple((span.start_char, span.end_char) for span in spans),
        via=tuple(dict.fromkeys(other for other in others if other != name)),
        commits=frame.commits,
    )


def _may_mean(pronoun: str, source: Token) -> bool:
    """Tell whether a pronoun fits a source: "she" is no bank, "it" no minister, and a name may be either."""
    if pronoun not in PRONOUNS or source.pos_ == "PROPN" or pronoun == "they":
        return pronoun in PRONOUNS
    person = source.lemma_.lower() in read_lexicon("references")["people"]["words"]
    return person == (pronoun in ("he", "she"))


def _find_actor_name(sent: Span, named: Span) -> str:
    """Return the actor that a source is, "Russia" for "Moscow" where it acts; else the source as printed."""
    article = len(named[0].text_with_ws) if len(named) > 1 and named[0].pos_ == "DET" else 0
    bare = named.start_char + article
    for actor in sent._.actors or ():
        if actor["start"] in (bare, named.start_char) and actor["end"] == named.end_char and _is_whole_name(actor):
            return _name_fully(str(actor["name"]), str(actor["id"]).upper())
    acronyms = (sent.doc._.name_forms or {}).get("acronyms", {})
    printed = named.text[article:]
    for short, name in acronyms.items():
        if printed in (short, name):
            return _name_fully(name, short)
    return named.text


def _name_fully(name: str, short: str) -> str:
    """Return a name with its acronym, so that both are one source: "European Medicines Agency (EMA)"."""
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return f"{name} ({short})" if len(initials) > 2 and initials == short else name


def _is_whole_name(actor: Mapping[str, Any]) -> bool:
    return bool(actor["metonym"]) or actor["kind"] in ("country", "state", "government", "organisation")


def _to_plain(attribution: Attribution) -> dict[str, Any]:
    # Lists, not tuples: what a Doc holds must be the same after it went through bytes.
    content = [list(stretch) for stretch in attribution.content]
    return {**list_fields(attribution), "content": content, "via": list(attribution.via)}
