"""Explains what is said of a pair: part by part, rule by rule, and what would have changed it."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from claimcmp.compare.comparator import judge_claims
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.grouping.guests import find_meeting
from claimcmp.compare.matching.candidates import MOST_PARTNERS, find_candidates
from claimcmp.compare.options import CompareOptions, read_kinship
from claimcmp.compare.rules.relations import RULES, Abstention
from claimcmp.compare.voices.repetitions import find_originals
from claimcmp.compare.voices.voices import Voices, find_voices, tell_dependence
from claimcmp.records import Change, Claim, Explanation, Extraction, Judgment, RuleStep

_MODALITIES = {"hedged": "hedge", "predicted": "prediction", "conditional": "condition", "normative": "demand"}


def explain_claims(
    a: Claim,
    b: Claim,
    *,
    vocabulary: Vocabulary | None = None,
    options: CompareOptions | None = None,
    notes: Iterable[str] = (),
) -> Explanation:
    """Explain the judgment on two claims; the changes are not guessed but judged, with one thing altered each."""
    options = options or CompareOptions()
    vocabulary = vocabulary or Vocabulary((a, b))
    judgment = judge_claims(a, b, vocabulary=vocabulary, options=options)
    return Explanation(
        judgment=judgment,
        threshold=options.threshold,
        steps=tuple(_find_steps(judgment)) if judgment.same_matter else (),
        changes=tuple(_find_changes(judgment, vocabulary, options)),
        notes=tuple(notes),
    )


def explain_pair(extraction: Extraction, a: Claim, b: Claim, *, options: CompareOptions | None = None) -> Explanation:
    """Explain the judgment on two claims of a collection, with the weights that its words have there."""
    vocabulary = Vocabulary(extraction.claims)
    originals, _ = find_originals(extraction, partial(judge_claims, vocabulary=vocabulary, options=options))
    voices = find_voices(extraction.claims, extraction.documents, originals)
    # Topics that were proposed are headings: claims are compared whether they share one or not.
    headings = bool(extraction.settings.get("topics_proposed"))
    notes = [*tell_dependence(a, b, voices), *(() if headings else _tell_topics(a, b))]
    explanation = explain_claims(a, b, vocabulary=vocabulary, options=options, notes=notes)
    if explanation.judgment.same_matter and not notes:
        notes = [*_tell_omission(extraction, a, b, voices, vocabulary)]
    notes += _tell_kinship(explanation)
    return replace(explanation, notes=tuple(notes))


def _tell_topics(a: Claim, b: Claim) -> Iterator[str]:
    if not set(a.topics) & set(b.topics):
        topics = " / ".join(", ".join(claim.topics) or "none" for claim in (a, b))
        meeting = find_meeting(a, b)
        if meeting is None:
            yield f"they have no topic in common ({topics}), so compare does not set them against each other"
        else:
            yield (
                f"they have no topic in common ({topics}); as one is near {meeting.topic}, compare sets them against "
                f"each other there from a score of {meeting.least:.2f} on, if the guest fits a group"
            )


def _tell_kinship(explanation: Explanation) -> Iterator[str]:
    """Say that a lower score is enough for claims that stand in one group, where that makes a difference."""
    least = explanation.threshold - read_kinship()
    if not explanation.judgment.same_matter and explanation.judgment.evidence.score >= least:
        yield f"in a group that other claims hold together, a score of {least:.2f} is enough to compare them"


def _tell_omission(extraction: Extraction, a: Claim, b: Claim, voices: Voices, vocabulary: Vocabulary) -> Iterator[str]:
    """Say that compare does not get to see the pair, where that is so."""
    on_topics: Iterable[Sequence[Claim]] = [extraction.claims]
    where = ""
    if not extraction.settings.get("topics_proposed"):
        where = "of a topic "
        shared = sorted(set(a.topics) & set(b.topics))
        on_topics = ([claim for claim in extraction.claims if topic in claim.topics] for topic in shared)
    for claims in on_topics:
        candidates = find_candidates(claims, voices.of_document, vocabulary)
        if any({one.id, other.id} == {a.id, b.id} for one, other in candidates):
            return
    yield (
        f"compare does not look at this pair: {where}it looks at those with two telling words, a judgement or a "
        f"measure in common, and for each claim at the {MOST_PARTNERS} that share the most with it"
    )


def _find_steps(judgment: Judgment) -> Iterator[RuleStep]:
    for rule in RULES:
        outcome = rule(judgment.a, judgment.b, judgment.evidence)
        asks = (rule.__doc__ or "").strip().partition("\n")[0]
        if outcome is None:
            yield RuleStep(_name(rule), asks, "does not apply")
            continue
        yield RuleStep(_name(rule), asks, "abstains" if isinstance(outcome, Abstention) else "decides", outcome.reason)
        return


def _name(rule: object) -> str:
    name = getattr(rule, "__name__", type(rule).__name__)
    return str(name).strip("_").replace("_", "-")


def _find_changes(judgment: Judgment, vocabulary: Vocabulary, options: CompareOptions) -> Iterator[Change]:
    yield from _move_threshold(judgment, vocabulary, options)
    judge = partial(judge_claims, vocabulary=vocabulary, options=options)
    for what, a, b in _alter(judgment.a, judgment.b):
        changed = judge(a, b)
        if (changed.same_matter, changed.relation) != (judgment.same_matter, judgment.relation):
            yield Change(what, changed.same_matter, changed.relation, changed.reason)


def _move_threshold(judgment: Judgment, vocabulary: Vocabulary, options: CompareOptions) -> Iterator[Change]:
    score = judgment.evidence.score
    if score < options.threshold:
        # Rounded down, so that what is shown is a threshold that lets the pair pass.
        lower = math.floor(score * 100) / 100
        lowered = judge_claims(judgment.a, judgment.b, vocabulary=vocabulary, options=replace(options, threshold=lower))
        what = f"with a threshold of {lower:.2f} or less"
        if lowered.same_matter:
            yield Change(what, lowered.same_matter, lowered.relation, lowered.reason)
    elif judgment.same_matter:
        yield Change(
            f"with a threshold above {math.ceil(score * 100) / 100:.2f}", same_matter=False, relation=None, reason=""
        )


def _alter(a: Claim, b: Claim) -> Iterator[tuple[str, Claim, Claim]]:
    """Yield the pair with one thing otherwise: how a side is held, who holds it, amounts, dates."""
    for side, claim in (("a", a), ("b", b)):
        for what, altered in _alter_side(claim):
            shown = f"{what} in {claim.source if a.source != b.source else side}"
            yield shown, *((altered, b) if side == "a" else (a, altered))
    if a.quantities and b.quantities:
        yield "without the amounts", replace(a, quantities=()), replace(b, quantities=())
    if a.dates and b.dates:
        yield "without the dates", replace(a, dates=()), replace(b, dates=())


def _alter_side(claim: Claim) -> Iterator[tuple[str, Claim]]:
    if claim.modality != "asserted":
        cue = f' "{claim.modality_cue.text}"' if claim.modality_cue else ""
        yield f"without the {_MODALITIES[claim.modality]}{cue}", replace(claim, modality="asserted", modality_cue=None)
    if claim.polarity == "negated":
        cue = f' "{claim.polarity_cue.text}"' if claim.polarity_cue else ""
        affirmed = tuple(replace(predicate, negated=False) for predicate in claim.predicates)
        yield (
            f"without the denial{cue}",
            replace(claim, polarity="affirmed", polarity_cue=None, predicates=affirmed),
        )
    if claim.attributed_to:
        yield f"without {claim.attributed_to.name} as the one who says it", replace(claim, attributed_to=None)
