"""What one source says in one place, how firmly, and in whose voice."""

from dataclasses import dataclass
from typing import Literal

from claimcmp.records.facts import DateRef, Entity, Quantity
from claimcmp.records.topics import NearTopic, TopicEvidence

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "hedged", "predicted", "conditional", "normative"]
AttributionKind = Literal["direct", "indirect", "according-to", "nominal"]
AttributionStance = Literal["neutral", "doubted", "endorsed"]


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that decided an attribute."""

    text: str
    start: int
    end: int
    scope: tuple[int, int] | None = None
    """The stretch that a negation denies; it may reach beyond the claim to the subject that it shares."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who, other than the author, is committed to a claim."""

    name: str
    """``""`` where nobody is named: "it is believed that"."""
    start: int
    end: int
    cue: str
    kind: AttributionKind
    stance: AttributionStance = "neutral"
    text: str = ""
    """The name as it is printed, where ``name`` is another: "she", "Moscow"; ``""`` where they are the same."""
    cue_start: int = 0
    cue_end: int = 0
    content: tuple[tuple[int, int], ...] = ()
    """The stretches of text that it is committed to."""
    via: tuple[str, ...] = ()
    """Who reports it, the outermost first: media, in "media reported that the envoy denied ..."."""
    commits: bool = True
    """False for a wish, praise or a question, which commit nobody to a statement; never false on a claim."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant or circumstance of a predicate; it may stand outside of the claim, in the same sentence."""

    role: str
    """The Universal Dependencies relation: ``nsubj``, ``nsubj:pass``, ``obj``, ``obl``, ``xcomp``, ..."""
    text: str
    start: int
    end: int
    head: str
    """The lemma of its head word."""
    marker: str = ""
    """The word that links it, in lower case: ``in``, ``by``, ``because``."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said of the arguments: a verb, or the noun or adjective behind a copula."""

    text: str
    start: int
    end: int
    lemma: str
    """Of the head word, with its particle: ``carry out``."""
    negated: bool = False
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a claim that stand for something named before: a pronoun, "both countries", "the company"."""

    text: str
    """Empty where a subject is left out, at the place where it belongs."""
    start: int
    end: int
    by: str | None = None
    """What they stand for; null where no single antecedent is safe."""
    antecedents: tuple[tuple[int, int], ...] = ()
    """Where that is named."""
    actors: tuple[str, ...] = ()
    """Ids of the actors that it stands for."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says in one place, verbatim, with what was found in it."""

    id: str
    """Stable: from the document's name and the claim's own words."""
    document: str
    """The name of its document."""
    source: str
    """Who published the document."""
    published: str | None
    """When, as an ISO 8601 date as precise as it is known."""
    start: int
    end: int
    text: str
    sentence_start: int
    """Where the sentence that holds it begins."""
    sentence_end: int
    """Where that sentence ends."""
    topics: tuple[str, ...] = ()
    """The ids of its topics."""
    topic_evidence: tuple[TopicEvidence, ...] = ()
    attributed_to: Attribution | None = None
    """Null where the author speaks in the own voice."""
    polarity: Polarity = "affirmed"
    """Whether it affirms or denies."""
    polarity_cue: Cue | None = None
    modality: Modality = "asserted"
    """How firmly: as a fact, hedged, as a forecast, under a condition, or as what ought to be."""
    modality_cue: Cue | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateRef, ...] = ()
    entities: tuple[Entity, ...] = ()
    resolved: str | None = None
    """The claim with its references replaced by what they stand for; beside the text, never instead."""
    gaps: tuple[tuple[int, int], ...] = ()
    """Stretches within ``start`` and ``end`` that are claims of their own, such as a relative clause."""
    predicates: tuple[Predicate, ...] = ()
    """What the claim says of whom: its head first, then the predicates that depend on it."""
    references: tuple[Reference, ...] = ()
    """Its references, resolved or not, in their order."""
    near_topics: tuple[NearTopic, ...] = ()
    """Topics that it is near to without being on them, the nearest first; there it is compared as a guest."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Whether a clause affirms or denies, and how firmly, with the words that decided."""

    text: str
    start: int
    end: int
    polarity: Polarity
    polarity_cue: Cue | None
    modality: Modality
    modality_cue: Cue | None
