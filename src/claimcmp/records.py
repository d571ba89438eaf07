"""The records that the stages hand to each other, and the words that they share.

All are frozen, hold plain values only, and compare by content. Every ``start``/``end`` is a code-point
offset into the text of the document, so that ``document.text[start:end]`` is the text it stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "hedged", "predicted", "conditional", "normative"]
AttributionKind = Literal["direct", "indirect", "according-to", "nominal"]
AttributionStance = Literal["neutral", "doubted", "endorsed"]
Granularity = Literal["day", "month", "quarter", "year", "decade", "century"]
DateOf = Literal["event", "statement"]
QuantityRole = Literal["level", "former", "change", "difference", "ratio", "share", "span", "ordinal"]
TopicBy = Literal["term", "pattern", "carried", "meaning"]
Relation = Literal[
    "agree",
    "complementary",
    "contradict",
    "differ-in-number",
    "differ-in-date",
    "differ-in-certainty",
    "differ-in-attribution",
]
Verdict = Literal["agree", "compatible", "diverge", "mixed", "single-source"]
Action = Literal["accept", "reject", "relabel", "merge", "split", "note"]
VoiceKind = Literal["own", "declared", "copied", "quoted"]

RELATIONS: tuple[Relation, ...] = (
    "agree",
    "complementary",
    "contradict",
    "differ-in-number",
    "differ-in-date",
    "differ-in-certainty",
    "differ-in-attribution",
)
COMPATIBLE: frozenset[Relation] = frozenset({"agree", "complementary"})
"""Relations that leave both claims standing; all others diverge."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a source, decoded; all offsets of its claims point into ``text``."""

    name: str
    """The file's name; unique within a run."""
    text: str
    source: str
    """Who published it; the file's stem where nobody said."""
    author: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601 date as precise as it is known: ``2019``, ``2019-04`` or ``2019-04-25``."""
    url: str | None = None
    voice: str | None = None
    """Documents with the same voice (syndicated copies) speak as one source."""
    format: Literal["text", "markdown"] = "text"
    notes: tuple[str, ...] = ()
    """What reading changed or guessed, in words a reader understands."""
    path: str | None = None
    """Where its file was found, as the path was given; null where there is none."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that the user wants claims about, as ``topics.toml`` defines it."""

    id: str
    """By which claims, groups and commands name it."""
    label: str
    """What people call it."""
    definition: str = ""
    """What belongs to it, in a sentence."""
    terms: tuple[str, ...] = ()
    """Words and phrases that bring a sentence to it."""
    patterns: tuple[tuple[Mapping[str, Any], ...], ...] = ()
    """spaCy token patterns; each is a sequence of token descriptions."""
    exclude: tuple[str, ...] = ()
    """Phrases inside which a term does not count."""
    match_examples: tuple[str, ...] = ()
    no_match_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicSentence:
    """A sentence that a proposed topic was found in."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TopicProposal:
    """A topic that nobody asked for, but that sources share; nothing is decided by it until a user takes it up."""

    topic: Topic
    sources: tuple[str, ...]
    """Those that speak of it, in the order of the documents."""
    keyness: float
    """How much more often its first term stands here than in general English: a log-likelihood ratio."""
    sentences: tuple[TopicSentence, ...]


@dataclass(frozen=True, slots=True)
class TopicProblem:
    """What is wrong, or perhaps wrong, with a topic of a file."""

    kind: Literal["example", "idle", "overlap"]
    """An example that fails; terms that stand in no document; a term that is one of another topic too."""
    topic: str
    message: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownActor:
    """Somebody under all names that the user knows, as ``actors.toml`` defines it."""

    id: str
    name: str = ""
    """The usual one; for the id of an actor that is known anyway it may be left out."""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    """Words for its people, and its adjectives."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that decided an attribute."""

    text: str
    start: int
    end: int
    scope: tuple[int, int] | None = None
    """The stretch that a negation denies; it may reach beyond the claim to the subject that it shares."""


@dataclass(frozen=True, slots=True)
class TopicEvidence:
    """Why a claim has a topic: the term that matched, or the sentence it was carried over from."""

    topic: str
    """The id of the topic."""
    by: TopicBy
    """What brought the claim to it."""
    text: str
    """The matched words; for a carried topic the referring words of the claim."""
    start: int
    end: int
    score: float | None = None
    """How near its meaning is; null where a term decided."""


@dataclass(frozen=True, slots=True)
class NearTopic:
    """A topic that a claim is near to by its meaning, without being on it."""

    topic: str
    """The id of the topic."""
    behind: float
    """How far its score is behind that of the nearest topic of the sentence; 0 for that one."""


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
class Quantity:
    """A measured amount as the interval from ``low`` to ``high`` around ``value``, in ``unit``.

    "More than 10" reaches from 10 to infinity, "up to 10" from 0 to 10; "about" is seven percent either way.
    """

    text: str
    start: int
    end: int
    value: float
    """The amount in its unit, scale words counted in."""
    low: float
    """The least that it may be."""
    high: float
    """The most that it may be."""
    unit: str
    """Canonical unit: ``percent``, ``USD``, ``t``, ``m``, ... or the counted noun; ``""`` for a bare number."""
    of: str | None = None
    """The substance or the whole, in the words of the text: "50,000 tons of wheat", "1% of trade"."""
    approximate: bool = False
    """Whether the text says that it is rough."""
    measure: str | None = None
    """What is measured, as lemmas: ``net profit``, ``length``, or the verb where it names it: ``export``, ``kill``."""
    owner: str | None = None
    """Whose it is, in the words of the text: the possessor or else the subject."""
    role: QuantityRole = "level"
    """``former`` is a level before a change, ``difference`` lies between two things, ``span`` is a stretch of time
    in which something happens."""
    period: str | None = None
    """The part of a year it is told for, where that is no date: ``first half``."""


@dataclass(frozen=True, slots=True)
class DateRef:
    """A date that the claim speaks of; relative ones are resolved against the publication date."""

    text: str
    start: int
    end: int
    iso: str | None
    """ISO 8601 prefix; ``--04-25`` where the year is not known; null where it cannot be resolved."""
    granularity: Granularity
    """How precise it is."""
    of: DateOf = "event"
    """Whether it dates what the claim tells, or the statement: "on Tuesday the bank said that prices fell"."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A named actor; different names of one actor share ``id``."""

    text: str
    start: int
    end: int
    id: str
    """The same for all names of one actor."""
    name: str
    """The usual name of the actor."""
    kind: str
    """What it is: a country, a person, an organisation, ..."""
    metonym: bool = False
    """True where a place name stands for its government."""


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
class DocumentSummary:
    """A document without its text: what the claims folder keeps about it."""

    name: str
    """The file's name; unique within a run."""
    source: str
    """Who published it; the file's stem where nobody said."""
    author: str | None
    """Who wrote it."""
    title: str | None
    """What it is called."""
    published: str | None
    """When, as an ISO 8601 date as precise as it is known."""
    url: str | None
    """Where it was published."""
    voice: str | None
    """What it speaks as; documents with one voice count once."""
    sha256: str
    """Of the text that the offsets point into, as UTF-8."""
    sentences: int
    """How many it has."""
    claims: int
    """How many were found in it."""
    notes: tuple[str, ...] = ()
    """What reading changed or guessed."""
    path: str | None = None
    """Where its file was found, as the path was given; null where there is none."""
    off_topic: int = 0
    """How many of its sentences are on none of the topics that were asked for."""


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


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """A sentence with everything that was found in it."""

    text: str
    start: int
    end: int
    layout: str | None
    """What layout it is part of, such as a heading; null is prose, which alone makes claims."""
    topic_evidence: tuple[TopicEvidence, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """A document with everything that was found in it, for those who want to see why."""

    document: DocumentSummary
    topics: tuple[Topic, ...]
    sentences: tuple[AnnotatedSentence, ...]
    warnings: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one run of extract found."""

    documents: tuple[DocumentSummary, ...]
    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    """The documents' texts by name, into which all offsets point; one is missing where only its claims are known."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Facts about a pair of claims; no judgement.

    ``score`` is the sum of the weighted ``parts`` and says only whether both bear on the same matter.
    """

    score: float
    parts: Mapping[str, float] = field(default_factory=dict)
    """Weighted contributions by name; they add up to ``score``."""
    measures: Mapping[str, float] = field(default_factory=dict)
    """What was measured, by name, each from 0 to 1 and before any weighting: ``meaning``, ``wording``, ..."""
    shared_words: tuple[str, ...] = ()
    """Content words of both, as the first prints them, without the terms of their topics."""
    shared_terms: tuple[str, ...] = ()
    """Words of the topics' terms that both have."""
    near_words: tuple[tuple[str, str], ...] = ()
    """Words of the two that are the same or near in meaning, as each prints them."""
    shared_entities: tuple[str, ...] = ()
    """The ids of actors that both name."""
    numbers: Literal["none", "agree", "conflict", "incomparable"] = "none"
    """How the amounts of the two stand to each other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different sources on one matter, and how they relate."""

    a: str
    """The id of the first claim."""
    b: str
    """The id of the second claim."""
    relation: Relation
    """How the two stand to each other."""
    rule: str
    """The rule that decided."""
    reason: str
    """Why, in the rule's words."""
    score: float
    evidence: Evidence
    confidence: float = 0.5
    """How sure the relation is, from 0 to 1: the share of such rulings that were right where it was measured."""
    independent: bool = True
    """False where it adds no voice: both sides are one voice, or one repeats a claim that has this pair already."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """What is said of two claims; ``relation`` and ``rule`` are null where no rule can tell."""

    a: Claim
    b: Claim
    same_matter: bool
    relation: Relation | None
    rule: str | None
    reason: str
    evidence: Evidence
    confidence: float = 0.0
    """How sure the relation is, from 0 to 1; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class RuleStep:
    """A rule that was asked about a pair, and what it said."""

    rule: str
    asks: str
    """What must hold for it to decide."""
    outcome: Literal["decides", "abstains", "does not apply"]
    reason: str = ""
    """In the rule's words, where it decides or abstains."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would be said of a pair if one thing were otherwise."""

    what: str
    same_matter: bool
    relation: Relation | None
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a judgment came about: evidence against threshold, the rules asked in their order, what would change it."""

    judgment: Judgment
    threshold: float
    steps: tuple[RuleStep, ...]
    """Up to the rule that decided; none where the claims are not on one matter."""
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()
    """What else bears on the pair, such as that both claims are of one document."""


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Two similar claims that no rule can judge, and why."""

    a: str
    """The id of the first claim."""
    b: str
    """The id of the second claim."""
    topic: str
    """The id of their topic."""
    score: float
    """How much speaks for one matter."""
    reason: str
    """Why no rule can tell."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that one document has from another, word for word or nearly; both are one voice."""

    document: str
    """The document that has it from the other."""
    start: int
    end: int
    of: str
    """The document that had it first, by date of publication, then by name."""
    of_start: int
    """Where it begins in that document."""
    of_end: int
    """Where it ends there."""
    similarity: float
    """Share of the words that are the same in the same order, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Claims of a group that count once: those of one source, and those that repeat it."""

    name: str
    """The source, the voice that sources.toml declares, or the speaker who is quoted."""
    sources: tuple[str, ...]
    """The sources that it speaks in."""
    claims: tuple[str, ...]
    """The ids of its claims in the group."""
    kind: VoiceKind = "own"
    """Why claims of several documents are one voice; ``own`` where they are of one source."""
    copies: tuple[str, ...] = ()
    """Those of its claims that repeat another one of them."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """A voice that differs from the others of its group, and in what."""

    voice: str
    differs_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consensus:
    """What most voices of a group have in common."""

    together: tuple[str, ...]
    """The voices between which nothing diverges; more than half of all."""
    agree: bool
    """Whether they agree; else they only add to each other."""
    outliers: tuple[Outlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What one voice says about a measured amount, in the unit of its spread."""

    voice: str
    """Who gives the value."""
    value: float
    """One that it gives: where it gives several, their median, of two in the middle the lower."""
    texts: tuple[str, ...]
    """The amounts as they are printed."""
    open: bool = False
    """Whether the value is only a bound: "more than 200", "up to 30"."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The values that several voices give for one thing that they measure."""

    unit: str
    """The unit of its values."""
    of: str | None
    """What is measured, in the words of the first that says it."""
    low: float
    """The lowest value."""
    high: float
    """The highest value."""
    median: float
    """The median over the voices."""
    values: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person who reviewed a group decided of it."""

    reviewer: str
    """Who decided."""
    action: Action
    """What was decided."""
    was: str = ""
    """What the program had said, where the decision changed it: the verdict, the matter."""
    note: str = ""
    """Why, in the reviewer's words."""
    applied: bool = True
    """False where another reviewer decided otherwise, so that the program's ruling stands."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims on one matter, with the verdict over all its independent pairs."""

    id: str
    """From the topic and the first of its claims, and the next ones where several groups begin alike."""
    topic: str
    """The id of its topic."""
    matter: str
    """What it is about, in words of its claims."""
    verdict: Verdict
    """The judgement over all its independent pairs."""
    differs_in: tuple[str, ...]
    """``number``, ``date``, ``certainty``, ``attribution`` or ``content`` for a contradiction."""
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    """The sources of its claims."""
    silent: tuple[str, ...]
    """The sources that have nothing on it."""
    pairs: tuple[Pair, ...]
    voices: tuple[Voice, ...] = ()
    consensus: Consensus | None = None
    """Null where there is a single voice, or no majority."""
    spreads: tuple[Spread, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """What reviewers decided, in the order of their files; verdict and matter are those after it."""
    pairs_hidden: int = 0
    """Pairs that filters took out; verdict, voices, consensus and spreads are still those of the whole."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote that a decision is about, to be found again by its words wherever it stands by then."""

    document: str
    source: str
    start: int
    end: int
    quote: str
    nth: int = 0
    """How many claims of the document with the same words stand before it."""
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One decision of a reviewer as it is kept: what was seen, and what is to be done with it."""

    action: Action
    topic: str
    claims: tuple[Anchor, ...]
    """The quotes of the group as it was seen."""
    group: str = ""
    """The id that the group had then; the quotes say which group is meant."""
    matter: str = ""
    verdict: Verdict = "single-source"
    """What stood there when the reviewer decided."""
    leaves: Verdict | None = None
    """The verdict after it, where there is one."""
    chosen: tuple[int, ...] = ()
    """Numbers of the quotes, from 1, that leave by a split, or between which a relation is given; empty means all."""
    relation: Relation | None = None
    """What a relabel says of the pairs."""
    name: str = ""
    """What a relabel calls the matter."""
    others: tuple[Anchor, ...] = ()
    """The quotes of the group that it is merged with."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The decisions of one reviewer in the order in which they were made."""

    reviewer: str
    entries: tuple[ReviewEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class StaleDecision:
    """A decision that could not be used, and why: what it was about is not there any more as it was."""

    reviewer: str
    action: Action
    topic: str
    group: str
    """The id that the group had when it was reviewed."""
    matter: str
    reason: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A group on which two reviewers decided differently."""

    topic: str
    group: str
    matter: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree."""

    reviewers: tuple[str, ...]
    groups: int
    """Groups on which both decided."""
    alike: int
    share: float | None
    """Of the groups on which both decided; null where there is none."""
    kappa: float | None
    """Cohen's kappa: agreement beyond chance; null where chance alone explains everything."""
    only: tuple[int, ...]
    """Groups on which one alone decided, for each."""
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class SelfContradiction:
    """Two claims of one source of which only one can hold."""

    topic: str
    source: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class Comparison:
    """Groups of claims by topic; ``unmatched`` are the claims that found no counterpart."""

    documents: tuple[DocumentSummary, ...]
    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    unmatched: tuple[str, ...]
    unjudged: tuple[Unjudged, ...] = ()
    pairs_examined: int = 0
    settings: Mapping[str, Any] = field(default_factory=dict)
    pairs_apart: int = 0
    """Judged pairs whose claims are in two groups, because too little else links these."""
    copies: tuple[Copy, ...] = ()
    """Passages that several documents share, so that they speak as one voice there."""
    self_contradictions: tuple[SelfContradiction, ...] = ()
    filters: Mapping[str, Any] = field(default_factory=dict)
    """What was asked to be shown, where that is less than everything."""
    groups_hidden: int = 0
    """Groups that filters took out."""
    rejected: tuple[Group, ...] = ()
    """Groups that a reviewer took apart, as the program had made them; they count nowhere else."""
    stale: tuple[StaleDecision, ...] = ()
    """Decisions of reviewers that no longer fit."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How a run compares with what people annotated, in one respect."""

    name: str
    right: int
    extra: int
    """What the run has and the annotation has not."""
    missed: int

    @property
    def precision(self) -> float:
        """The share of what the run has that is right."""
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        """The share of what is annotated that the run has."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of the annotated cases."""

    name: str
    right: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0 of nothing."""
        return self.right / max(1, self.total)


@dataclass(frozen=True, slots=True)
class Miss:
    """One case in which run and annotation differ."""

    kind: str
    told: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run held against an annotation; what was not annotated is in no figure."""

    claims: int
    annotated: int
    """Annotated stretches of text."""
    matched: int
    """Those of them in which the run has a claim."""
    figures: tuple[Figure, ...]
    rates: tuple[Rate, ...]
    misses: tuple[Miss, ...] = ()
