"""Compares the claims of a collection, topic by topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from claimcmp.compare.candidates import find_candidates
from claimcmp.compare.evidence import find_evidence
from claimcmp.compare.groups import make_groups
from claimcmp.compare.relations import Abstention, decide_relation
from claimcmp.compare.vocabulary import Vocabulary
from claimcmp.records import (
    Claim,
    Comparison,
    DocumentSummary,
    Extraction,
    Group,
    Judgment,
    Pair,
    Relation,
    Topic,
    Unjudged,
)

# One word in common, be it a rare one, is a coincidence.
FEWEST_LINKS = 2


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Settings of a comparison; all of them are in its result."""

    threshold: float = 0.28
    """The score from which two claims count as being on one matter."""


def compare_claims(
    extraction: Extraction, *, topics: Sequence[Topic] | None = None, options: CompareOptions | None = None
) -> Comparison:
    """Compare the claims of different voices within each topic (default: all topics of the extraction).

    The weights of words come from all claims, so that a topic gives the same result alone and among others.
    """
    options = options or CompareOptions()
    chosen = tuple(extraction.topics if topics is None else topics)
    vocabulary = Vocabulary(extraction.claims)
    voices = find_voices(extraction.documents)
    groups: list[Group] = []
    unjudged: list[Unjudged] = []
    examined = 0
    for topic in chosen:
        claims = [claim for claim in extraction.claims if topic.id in claim.topics]
        pairs: list[Pair] = []
        for a, b in find_candidates(claims, voices, vocabulary):
            examined += 1
            judgment = judge_claims(a, b, vocabulary=vocabulary, options=options)
            if judgment.relation is not None:
                pairs.append(_to_pair(judgment, judgment.relation))
            elif judgment.same_matter:
                score = judgment.evidence.score
                unjudged.append(Unjudged(a.id, b.id, topic.id, score, judgment.reason))
        groups.extend(make_groups(topic.id, claims, pairs, voices, vocabulary))
    wanted = {topic.id for topic in chosen}
    on_topic = tuple(claim for claim in extraction.claims if wanted.intersection(claim.topics))
    grouped = {claim_id for group in groups for claim_id in group.claims}
    return Comparison(
        documents=extraction.documents,
        topics=chosen,
        claims=on_topic,
        groups=tuple(groups),
        unmatched=tuple(claim.id for claim in on_topic if claim.id not in grouped),
        unjudged=tuple(unjudged),
        pairs_examined=examined,
        settings={**asdict(options), "topics": [topic.id for topic in chosen]},
    )


def judge_claims(
    a: Claim, b: Claim, *, vocabulary: Vocabulary | None = None, options: CompareOptions | None = None
) -> Judgment:
    """Judge two claims: whether they are on one matter, and how they relate."""
    options = options or CompareOptions()
    evidence = find_evidence(a, b, vocabulary or Vocabulary((a, b)))
    if evidence.score < options.threshold:
        reason = f"the score {evidence.score:.2f} is below the threshold {options.threshold:.2f}"
        return Judgment(a, b, same_matter=False, relation=None, rule=None, reason=reason, evidence=evidence)
    if len(evidence.near_words) < FEWEST_LINKS and evidence.numbers != "agree":
        reason = "they have no two words in common, the same or near"
        return Judgment(a, b, same_matter=False, relation=None, rule=None, reason=reason, evidence=evidence)
    outcome = decide_relation(a, b, evidence)
    if isinstance(outcome, Abstention):
        return Judgment(a, b, same_matter=True, relation=None, rule=None, reason=outcome.reason, evidence=evidence)
    return Judgment(
        a, b, same_matter=True, relation=outcome.relation, rule=outcome.rule, reason=outcome.reason, evidence=evidence
    )


def find_voices(documents: Iterable[DocumentSummary]) -> Mapping[str, str]:
    """Return the voice of each document: the one that sources.toml names, else its source."""
    return {document.name: document.voice or document.source for document in documents}


def _to_pair(judgment: Judgment, relation: Relation) -> Pair:
    return Pair(
        a=judgment.a.id,
        b=judgment.b.id,
        relation=relation,
        rule=judgment.rule or "",
        reason=judgment.reason,
        score=judgment.evidence.score,
        evidence=judgment.evidence,
    )
