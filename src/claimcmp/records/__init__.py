"""The records that the stages hand to each other, and the words that they share.

All are frozen, hold plain values only, and compare by content. Every ``start``/``end`` is a code-point
offset into the text of the document, so that ``document.text[start:end]`` is the text it stands for.
"""

from claimcmp.records.claims import (
    Argument,
    Attribution,
    AttributionKind,
    AttributionStance,
    Claim,
    Cue,
    Modality,
    Polarity,
    Predicate,
    Reference,
    Stance,
)
from claimcmp.records.comparisons import Comparison
from claimcmp.records.documents import Document, DocumentSummary, Skipped
from claimcmp.records.evaluations import Evaluation, Figure, Miss, Rate
from claimcmp.records.explanations import Change, Explanation, RuleStep
from claimcmp.records.extractions import AnnotatedSentence, Annotation, Extraction
from claimcmp.records.facts import DateOf, DateRef, Entity, Granularity, KnownActor, Quantity, QuantityRole
from claimcmp.records.groups import Consensus, Group, Measured, Outlier, Spread
from claimcmp.records.pairs import Evidence, Judgment, Pair, SelfContradiction, Unjudged
from claimcmp.records.relations import COMPATIBLE, RELATIONS, Relation, Verdict
from claimcmp.records.reviews import (
    Action,
    Agreement,
    Anchor,
    Decision,
    Disagreement,
    Review,
    ReviewEntry,
    StaleDecision,
)
from claimcmp.records.topics import NearTopic, Topic, TopicBy, TopicEvidence, TopicProblem, TopicProposal, TopicSentence
from claimcmp.records.voices import Copy, Voice, VoiceKind

__all__ = [
    "COMPATIBLE",
    "RELATIONS",
    "Action",
    "Agreement",
    "Anchor",
    "AnnotatedSentence",
    "Annotation",
    "Argument",
    "Attribution",
    "AttributionKind",
    "AttributionStance",
    "Change",
    "Claim",
    "Comparison",
    "Consensus",
    "Copy",
    "Cue",
    "DateOf",
    "DateRef",
    "Decision",
    "Disagreement",
    "Document",
    "DocumentSummary",
    "Entity",
    "Evaluation",
    "Evidence",
    "Explanation",
    "Extraction",
    "Figure",
    "Granularity",
    "Group",
    "Judgment",
    "KnownActor",
    "Measured",
    "Miss",
    "Modality",
    "NearTopic",
    "Outlier",
    "Pair",
    "Polarity",
    "Predicate",
    "Quantity",
    "QuantityRole",
    "Rate",
    "Reference",
    "Relation",
    "Review",
    "ReviewEntry",
    "RuleStep",
    "SelfContradiction",
    "Skipped",
    "Spread",
    "StaleDecision",
    "Stance",
    "Topic",
    "TopicBy",
    "TopicEvidence",
    "TopicProblem",
    "TopicProposal",
    "TopicSentence",
    "Unjudged",
    "Verdict",
    "Voice",
    "VoiceKind",
]
