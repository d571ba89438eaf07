"""Tells how a claim is held: affirmed or denied, and how firmly, from cues whose scope the parse gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.attributes import set_attributes
from claimcmp.pipeline.cues import Found, find_cues
from claimcmp.pipeline.moods import commands, find_opening
from claimcmp.pipeline.negation import Negation, find_negations
from claimcmp.pipeline.parse import Parse, read_parse
from claimcmp.pipeline.predicates import find_subject
from claimcmp.pipeline.scope import find_anchors, find_reach, find_spine
from claimcmp.pipeline.unsaid import is_about_grounds, leaves_open
from claimcmp.records import Modality

STANCE = "claimcmp_stance"

# A hedge says more about a claim than its tense, and a norm or a condition more than either.
PRECEDENCE: tuple[Modality, ...] = ("normative", "conditional", "hedged", "predicted")
NEAR = 4
"""Words before "clear" in which the "not" stands that makes a matter open."""
NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither", "never"})
Fields = dict[str, Any]


@Language.factory(STANCE, requires=["doc.sents", "token.dep", "span._.clauses"])
def make_stance(nlp: Language, name: str) -> "StanceTagger":  # noqa: ARG001 - spaCy passes nlp by name
    """Make the component."""
    return StanceTagger(name)


class StanceTagger:
    """Sets ``stance``, polarity and modality with their cues, on the clauses of ``sent._.clauses``."""

    def __init__(self, name: str = STANCE):
        set_attributes()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Tag the clauses of ``doc``, and the predicates that are denied."""
        for sent in doc.sents:
            if sent._.clauses:
                parse = read_parse(sent)
                anchors = find_anchors(parse)
                cues = find_cues(parse, anchors)
                negations = find_negations(parse, cues)
                for clause in sent._.clauses:
                    _tag(parse, clause, cues, negations)
                    _hold_as_led(parse, clause, doc._.led)
        return doc


@dataclass(frozen=True, slots=True)
class Held:
    """The words of a claim that its stance is read from; numbers count from the start of the sentence."""

    head: int
    spine: set[int]
    frames: set[int]
    """Heads of frames that tell whose claim it is: their verb counts ("hopes that"), what is said with it does not."""
    shared: set[int]
    """Auxiliaries that it shares with the conjunct before it: "will rise and fall"."""
    told: set[int]
    """Heads of frames that tell what nobody in particular says: "it is said that"."""


def _tag(parse: Parse, clause: Fields, cues: Sequence[Found], negations: Sequence[Negation]) -> None:
    held = _read_held(parse, clause)
    denying = [negation for negation in negations if _denies(parse, held, negation)]
    undone = {negation.target for negation in denying if _is_undone(negation, negations)}
    # "Is not false" denies nothing either, though both words are of the claim.
    undone_here = {target for target in undone if target in held.spine and parse.words[target].pos in ("ADJ", "NOUN")}
    denying = [item for item in denying if item.target not in undone_here and not _is_undone(item, negations)]
    # "Nobody doubts that" and "it cannot be denied that" say it firmly.
    firm = {negation.target for negation in negations if _is_undisputed(parse, negation, negations)}
    denying = [negation for negation in denying if negation.target not in firm]
    negated = len(denying) % 2 == 1
    modality, cue = _find_modality(parse, held, [cue for cue in cues if cue.first not in firm], denying)
    opening = next(
        (item for item in negations if item.target not in firm and _leaves_open(parse, held, item)),
        None,
    )
    if opening is not None and modality in ("asserted", "predicted"):
        modality, cue = "hedged", Found("hedged", opening.first, opening.last, opening.target)
    asking = find_opening(parse, held.head)
    if asking is not None:
        # "It is not clear if it broke" denies nothing and sets no condition: it says that the matter is open.
        first = min([held.head, asking, *(item.first for item in denying if item.first > held.head - NEAR)])
        negated, denying = False, []
        if modality not in ("hedged", "normative"):
            last = max(held.head, asking)
            modality, cue = "hedged", Found("hedged", first, last, held.head)
    clause["stance"] = {
        "polarity": "negated" if negated else "affirmed",
        "polarity_cue": _format_negation(parse, denying[0]) if negated else None,
        "modality": modality,
        "modality_cue": None if cue is None else _format_cue(parse, cue.first, cue.last),
    }
    _mark_denied(parse, clause, negations, denying)


def _hold_as_led(parse: Parse, clause: Fields, led: Modality | None) -> None:
    """Give an item of a list that only completes what leads up to it ("The firm will:") the modality of that."""
    head = clause["head"] - parse.offset
    completes = commands(parse, head) or not parse.is_finite(head)
    if led is not None and completes and clause["stance"]["modality"] == "asserted":
        clause["stance"]["modality"] = led


def _mark_denied(parse: Parse, clause: Fields, negations: Sequence[Negation], denying: Sequence[Negation]) -> None:
    """Set ``negated`` on predicates; what denies a frame ("it is unlikely that") denies the head of its content."""
    frames = {index - parse.offset for index in clause["frames"]}
    head = parse.words[clause["head"] - parse.offset].start
    for predicate in clause["predicates"]:
        start = predicate["start"]
        count = sum(parse.words[item.target].start == start for item in negations)
        if start == head:
            count += sum(item.target in frames for item in denying)
        predicate["negated"] = count % 2 == 1


def _read_held(parse: Parse, clause: Fields) -> Held:
    head = clause["head"] - parse.offset
    own = [index - parse.offset for index in clause["words"]]
    frames = [index - parse.offset for index in clause["frames"]]
    shared: set[int] = set()
    if parse.words[head].base == "conj" and not parse.is_finite(head):
        shared = {child.number for child in parse.children(parse.first_conjunct(head), "aux")}
    outer = set(frames) - {head}
    spine = find_spine(parse, head, own, frames) - {item for item in outer if _is_personal(parse, item)}
    told = {item for item in spine & outer if parse.words[item].lemma in _words("telling")}
    return Held(head, spine, set(frames) - spine, shared, told)


def _is_personal(parse: Parse, frame: int) -> bool:
    """Tell whether it is somebody, rather than "it", who says or does not say what a frame holds."""
    own = next(parse.children(frame, "nsubj", "csubj", "expl"), None) or find_subject(parse, frame)
    if own is None or own.base == "expl" or own.lower in ("it", "there"):
        return False
    return own.lemma not in read_lexicon("clauses")["grounds"]["words"] and not is_about_grounds(parse, frame)


def _denies(parse: Parse, held: Held, negation: Negation) -> bool:
    frame = parse.words[negation.target]
    if negation.target in held.told:
        return negation.first == frame.number
    if negation.target in held.spine:
        return True
    if negation.target not in held.frames:
        return False
    # "denied that" and "did not think that" deny what follows, "did not say that" leaves it open.
    return negation.first == frame.number or frame.lemma in _words("raising") or is_about_grounds(parse, frame.number)


def _is_undone(negation: Negation, negations: Sequence[Negation]) -> bool:
    """Tell whether a verb of denying is denied itself: "did not deny that" denies nothing."""
    return negation.first == negation.target and any(
        other.target == negation.target and other.first != negation.first for other in negations
    )


def _is_undisputed(parse: Parse, negation: Negation, negations: Sequence[Negation]) -> bool:
    """Tell whether a verb of denying is said of nobody, or of hardly anybody: "few dispute that", "cannot be denied".

    Whom the text names may leave the matter open: "the club did not deny that". Who does not doubt or dispute it,
    holds it.
    """
    verb = parse.words[negation.target]
    if negation.first != negation.target:
        return False
    subject = next(parse.children(verb.number, "nsubj", "expl"), None)
    own = (
        {subject.lower, *(child.lower for child in parse.children(subject.number, "det", "amod", "advmod"))}
        if (subject is not None)
        else set()
    )
    if "few" in own:
        return True
    denied = any(item.target == verb.number and item.first != verb.number for item in negations)
    impersonal = subject is None or subject.base == "expl" or subject.lower == "it"
    return denied and (
        verb.lemma in _words("conceded") or impersonal or not own.isdisjoint(NOBODY | {"anyone", "anybody"})
    )


def _leaves_open(parse: Parse, held: Held, negation: Negation) -> bool:
    """Tell whether what is denied is only that somebody says or shows it: "did not prove that", "did not say that"."""
    if negation.target not in held.frames | held.told:
        return False
    return leaves_open(parse, negation)


def _find_modality(
    parse: Parse, held: Held, cues: Sequence[Found], denying: Sequence[Negation]
) -> tuple[Modality, Found | None]:
    mine = [cue for cue in cues if cue.table != "negation" and _bears_on(parse, held, cue)]
    if _leaves_nobody(parse, denying):
        # "No ship could have survived" is sure of it.
        mine = [cue for cue in mine if parse.words[cue.first].lower != "could"]
    if any(negation.first == held.head for negation in denying):
        # "The rumours are false" says so firmly.
        mine = [cue for cue in mine if parse.words[cue.first].pos != "NOUN"]
    tentative = [cue for cue in mine if parse.quote(cue.first, cue.last).lower() in _words("tentative")]
    if tentative and not any(cue.table == "normative" for cue in mine):
        return "hedged", tentative[0]
    for modality in PRECEDENCE:
        for cue in mine:
            if cue.table == modality:
                return modality, cue
    return "asserted", None


def _leaves_nobody(parse: Parse, denying: Sequence[Negation]) -> bool:
    """Tell whether a claim is denied of everybody: "no ship", "nobody", "never"."""
    return any(parse.words[negation.first].lower in NOBODY for negation in denying)


def _bears_on(parse: Parse, held: Held, cue: Found) -> bool:
    if cue.first in held.shared or any(cue.first <= frame <= cue.last for frame in held.frames):
        return True
    if cue.table == "hedged" and parse.words[held.head].head == cue.first and parse.words[cue.first].pos == "NOUN":
        # "Voiced fears that the well would dry up"
        return True
    if cue.table == "hedged" and _describes(parse, held, cue.first):
        return False
    anchor = cue.anchor
    if cue.table == "conditional" and parse.words[anchor].base == "advcl" and anchor not in held.spine:
        return parse.words[anchor].head in held.spine and parse.left[anchor] <= cue.first <= parse.right[anchor]
    return anchor in held.spine


def _describes(parse: Parse, held: Held, number: int) -> bool:
    """Tell whether an adverb weakens only the word that describes a noun: "the allegedly corrupt mayor left"."""
    word = parse.words[number]
    described = parse.words[word.head]
    return word.base == "advmod" and described.base == "amod" and described.head not in held.spine


def _format_negation(parse: Parse, negation: Negation) -> Fields:
    reach = find_reach(parse, negation.target, range(negation.first, negation.last + 1))
    scope = [parse.words[reach[0]].start, parse.words[reach[-1]].end] if reach else None
    return {**_format_cue(parse, negation.first, negation.last), "scope": scope}


def _format_cue(parse: Parse, first: int, last: int) -> Fields:
    return {
        "text": parse.quote(first, last),
        "start": parse.words[first].start,
        "end": parse.words[last].end,
        "scope": None,
    }


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_lexicon("stance")[table]["words"])
