"""Compares the claims of a collection, topic by topic."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial

from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.grouping.groups import Join, make_groups
from claimcmp.compare.grouping.guests import find_meetings, find_visits
from claimcmp.compare.matching.candidates import find_candidates
from claimcmp.compare.matching.evidence import find_evidence
from claimcmp.compare.options import CompareOptions, read_kinship
from claimcmp.compare.rules.relations import Abstention, OtherMatter, Ruling, decide_relation
from claimcmp.compare.voices.repetitions import Judge, find_originals, find_repeated, pair_copies, to_pair
from claimcmp.compare.voices.self_contradictions import find_self_contradictions
from claimcmp.compare.voices.voices import Voices, find_voices
from claimcmp.lexicons import read_lexicon
from claimcmp.records import (
    Claim,
    Comparison,
    Copy,
    Evidence,
    Extraction,
    Group,
    Judgment,
    Pair,
    SelfContradiction,
    Topic,
    Unjudged,
)
from claimcmp.words import find_base_forms

# One word in common, be it a rare one, is a coincidence.
FEWEST_LINKS = 2
# A single word is enough where it is most of what both say: "it was no cyberattack", "they found no cyberattack".
MOST_OF_IT = 0.5
# Or where both say opposite things of it: "the film lost money", "the film made a profit".
ONE_SUBJECT = 0.95
# What plainly differs where a subject is all that two claims have in common.
PLAINLY_APART = frozenset({"contradict", "differ-in-number", "differ-in-date"})
# These rules look for what is common themselves: who did one thing, whom one denial is about.
BY_PARTS = frozenset({"rival-doers", "rival-places", "denied-cause", "kind-denied"})
# What brings two claims together without words in common.
BEYOND_WORDS = frozenset({"same amounts", "one unit", "one question"})


@dataclass(frozen=True, slots=True)
class _Found:
    """What the comparison of one topic found."""

    groups: tuple[Group, ...]
    unjudged: tuple[Unjudged, ...]
    self_contradictions: tuple[SelfContradiction, ...]
    examined: int
    apart: int


def compare_claims(
    extraction: Extraction, *, topics: Sequence[Topic] | None = None, options: CompareOptions | None = None
) -> Comparison:
    """Compare the claims of different voices within each topic (default: all topics of the extraction).

    The weights of words and the voices come from all claims, so that a topic gives the same result alone and among
    others.
    """
    options = options or CompareOptions()
    chosen = tuple(extraction.topics if topics is None else topics)
    vocabulary = Vocabulary(extraction.claims)
    judge = partial(judge_claims, vocabulary=vocabulary, options=options)
    near = replace(options, threshold=options.threshold - read_kinship())
    judge_kin = partial(judge_claims, vocabulary=vocabulary, options=near)
    originals, passages = find_originals(extraction, judge)
    voices = find_voices(extraction.claims, extraction.documents, originals)
    join = partial(_join, judge=judge_kin, voices=voices)
    found = [_compare_topic(topic.id, extraction.claims, voices, vocabulary, judge, join) for topic in chosen]
    groups = tuple(group for result in found for group in result.groups)
    wanted = {topic.id for topic in chosen}
    grouped = {claim_id for group in groups for claim_id in group.claims}
    on_topic = tuple(claim for claim in extraction.claims if claim.id in grouped or wanted.intersection(claim.topics))
    return Comparison(
        documents=extraction.documents,
        topics=chosen,
        claims=on_topic,
        groups=groups,
        unmatched=tuple(claim.id for claim in on_topic if claim.id not in grouped),
        unjudged=tuple(pair for result in found for pair in result.unjudged),
        pairs_examined=sum(result.examined for result in found),
        pairs_apart=sum(result.apart for result in found),
        settings={**asdict(options), "topics": [topic.id for topic in chosen]},
        copies=tuple(passage for passage in passages if _is_about(passage, on_topic)),
        self_contradictions=tuple(pair for result in found for pair in result.self_contradictions),
    )


def _is_about(passage: Copy, claims: Sequence[Claim]) -> bool:
    """Tell whether a copied passage holds one of the claims; what is on no topic is not compared."""
    return any(
        claim.document == passage.document and claim.start < passage.end and passage.start < claim.end
        for claim in claims
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
    outcome = _decide(a, b, evidence)
    if outcome is None:
        reason = _tell_too_little(evidence)
        return Judgment(a, b, same_matter=False, relation=None, rule=None, reason=reason, evidence=evidence)
    if isinstance(outcome, OtherMatter):
        return Judgment(
            a, b, same_matter=False, relation=None, rule=outcome.rule, reason=outcome.reason, evidence=evidence
        )
    if isinstance(outcome, Abstention):
        return Judgment(a, b, same_matter=True, relation=None, rule=None, reason=outcome.reason, evidence=evidence)
    return Judgment(
        a,
        b,
        same_matter=True,
        relation=outcome.relation,
        rule=outcome.rule,
        reason=outcome.reason,
        evidence=evidence,
        confidence=outcome.confidence,
    )


def _tell_too_little(evidence: Evidence) -> str:
    if not evidence.near_words:
        return "they have no word in common, the same or near"
    one, other = evidence.near_words[0]
    shown = f'"{one}"' if one == other else f'"{one}" and "{other}"'
    return f"{shown} is all they have in common, which is too little for a rule to judge by"


def _decide(a: Claim, b: Claim, evidence: Evidence) -> Ruling | Abstention | OtherMatter | None:
    """Return what the rules say; None where the claims have too little in common for them to say anything."""
    most = evidence.measures["wording"] >= MOST_OF_IT and not _share_light_verb(evidence)
    fewest = 1 if most else FEWEST_LINKS
    if len(evidence.near_words) >= fewest or BEYOND_WORDS.intersection(evidence.measures):
        return decide_relation(a, b, evidence)
    outcome = decide_relation(a, b, evidence)
    if not isinstance(outcome, Ruling) or outcome.relation not in PLAINLY_APART:
        return None
    return outcome if outcome.rule in BY_PARTS or _are_of_one_subject(a, b, evidence) else None


def _share_light_verb(evidence: Evidence) -> bool:
    """Tell whether all that two claims have in common is a verb that tells nothing alone: "know", "want"."""
    light = read_lexicon("matching")["light"]["verbs"]
    return all(not find_base_forms(one).isdisjoint(light) for one, _ in evidence.near_words)


def _are_of_one_subject(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Tell whether two claims have one subject, or in their subjects the word that is all they have in common.

    "She was born in 1951" and "she was born in 1953" have their verb in common, and what is said by whom.
    """
    if _say_alike(a, b):
        return True
    if evidence.measures.get("subjects", 0.0) >= ONE_SUBJECT:
        return True
    return any(_has_in_subject(a, one) and _has_in_subject(b, other) for one, other in evidence.near_words)


def _say_alike(a: Claim, b: Claim) -> bool:
    """Tell whether the first predicates of two claims are one word, with the same subject in so many words."""
    said = [
        (predicate.lemma, [item.text.lower() for item in predicate.arguments if item.role.startswith("nsubj")])
        for claim in (a, b)
        for predicate in claim.predicates[:1]
    ]
    return len(said) == len((a, b)) and said[0] == said[1] and bool(said[0][1])


def _has_in_subject(claim: Claim, word: str) -> bool:
    return any(
        argument.role.startswith("nsubj") and word in argument.text
        for predicate in claim.predicates
        for argument in predicate.arguments
    )


def _join(a: Claim, b: Claim, *, judge: Judge, voices: Voices) -> Pair | None:
    judgment = judge(a, b)
    if judgment.relation is None:
        return None
    return to_pair(judgment, judgment.relation, independent=voices.of_claim[a.id] != voices.of_claim[b.id])


def _compare_topic(
    topic: str, every: Sequence[Claim], voices: Voices, vocabulary: Vocabulary, judge: Judge, join: Join
) -> _Found:
    claims = [claim for claim in every if topic in claim.topics]
    repeated = find_repeated(claims, voices.originals)
    firsts = [claim for claim in claims if claim.id not in repeated]
    pairs: list[Pair] = []
    unjudged: list[Unjudged] = []
    examined = 0
    for a, b in find_candidates(firsts, voices.of_document, vocabulary):
        examined += 1
        judgment = judge(a, b)
        if judgment.relation is not None:
            independent = voices.of_claim[a.id] != voices.of_claim[b.id]
            pairs.append(to_pair(judgment, judgment.relation, independent=independent))
        elif judgment.same_matter:
            unjudged.append(Unjudged(a.id, b.id, topic, judgment.evidence.score, judgment.reason))
    pairs.extend(pair_copies(claims, repeated, tuple(pairs), judge))
    meetings = tuple(find_meetings(topic, firsts, every, voices, vocabulary))
    visits = tuple(find_visits(meetings, voices, judge))
    groups = make_groups(
        topic,
        claims,
        pairs,
        unjudged,
        repeated=repeated,
        voices=voices,
        vocabulary=vocabulary,
        visits=visits,
        join=join,
    )
    grouped = {(pair.a, pair.b) for group in groups for pair in group.pairs}
    clashes = find_self_contradictions(firsts, voices.of_document, vocabulary, judge)
    return _Found(
        groups=groups,
        unjudged=tuple(unjudged),
        self_contradictions=tuple(
            SelfContradiction(topic, clash.a.source, to_pair(clash, clash.relation, independent=False))
            for clash in clashes
            if clash.relation is not None
        ),
        examined=examined + len(meetings),
        apart=sum((pair.a, pair.b) not in grouped for pair in pairs),
    )
