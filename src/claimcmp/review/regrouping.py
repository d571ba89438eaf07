"""Makes groups anew from claims and pairs that a reviewer put together, took apart or judged."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import combinations

from claimcmp.compare import CompareOptions
from claimcmp.compare.comparator import judge_claims
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.grouping.groups import make_group
from claimcmp.compare.voices.repetitions import find_originals, find_repeated, pair_copies, to_pair
from claimcmp.compare.voices.voices import Voices, find_voices
from claimcmp.records import Claim, Decision, Extraction, Group, Judgment, Pair, Relation

BY_REVIEWER = "decided-by-reviewer"
"""The rule of a pair whose relation a person gave."""


class Regrouping:
    """The claims of a run with what groups are made with; that is found only if a group changes."""

    def __init__(self, extraction: Extraction, options: CompareOptions | None = None):
        self._extraction = extraction
        self._options = options
        self._claims = {claim.id: claim for claim in extraction.claims}

    def join(self, one: Group, other: Group) -> Group:
        """Return the claims of two groups as one, with those pairs across that are on one matter by the rules."""
        pairs = {(pair.a, pair.b): pair for pair in [*other.pairs, *one.pairs, *self._pair_across(one, other)]}
        claims = dict.fromkeys([*one.claims, *other.claims])
        return self._make(one.topic, claims, pairs.values(), [*one.decisions, *other.decisions])

    def divide(self, group: Group, leaving: frozenset[str]) -> tuple[Group, ...]:
        """Return the parts of a group that have at least two claims; what lost its original is judged by itself."""
        parts = ([c for c in group.claims if c in leaving], [c for c in group.claims if c not in leaving])
        return tuple(
            self._make(group.topic, part, self._pair_within(group, part), group.decisions)
            for part in parts
            if len(part) > 1
        )

    def relate(self, group: Group, between: frozenset[str], relation: Relation, reviewer: str) -> Group:
        """Return the group with another relation of its pairs between some claims; a single pair may be new."""
        pairs = [self._decide(p, relation, reviewer) if {p.a, p.b} <= between else p for p in group.pairs]
        if len(between) == 2 and not any({p.a, p.b} == between for p in pairs):
            a, b = (self._claims[claim] for claim in group.claims if claim in between)
            judgment = self._judge(a, b)
            pair = to_pair(judgment, judgment.relation or relation, independent=self._is_independent(a, b))
            pairs.append(self._decide(pair, relation, reviewer))
        return self._make(group.topic, group.claims, pairs, group.decisions, name=group.matter)

    def _decide(self, pair: Pair, relation: Relation, reviewer: str) -> Pair:
        if pair.relation == relation and pair.rule:
            return pair
        said = f"{pair.relation} by {pair.rule}: {pair.reason}" if pair.rule else f"nothing: {pair.reason}"
        reason = f"{reviewer} decided so; the program had said {said}"
        return replace(pair, relation=relation, rule=BY_REVIEWER, reason=reason, confidence=1.0)

    def _make(
        self,
        topic: str,
        claims: Iterable[str],
        pairs: Iterable[Pair],
        decisions: Iterable[Decision],
        *,
        name: str = "",
    ) -> Group:
        held = [self._claims[claim] for claim in claims]
        made = make_group(topic, held, pairs, self._find_sources(topic), self._voices, self._vocabulary)
        return replace(made, decisions=tuple(dict.fromkeys(decisions)), matter=name or made.matter)

    def _pair_across(self, one: Group, other: Group) -> Iterable[Pair]:
        common = {*one.claims} & {*other.claims}
        for a in (claim for claim in one.claims if claim not in common):
            for b in (claim for claim in other.claims if claim not in common):
                first, second = sorted((self._claims[a], self._claims[b]), key=_position)
                if self._is_copy(first, second) or not self._is_independent(first, second):
                    continue
                judgment = self._judge(first, second)
                if judgment.relation is not None:
                    yield to_pair(judgment, judgment.relation, independent=True)

    def _pair_within(self, group: Group, part: Iterable[str]) -> Sequence[Pair]:
        """Return the pairs of a part of a group; copies whose original is not in it stand for that original."""
        held = [self._claims[claim] for claim in part]
        ids = {claim.id for claim in held}
        pairs = [pair for pair in group.pairs if {pair.a, pair.b} <= ids]
        whole = [self._claims[claim] for claim in group.claims]
        repeated = find_repeated(held, self._voices.originals)
        freed = find_repeated(whole, self._voices.originals).keys() & ids - repeated.keys()
        if not freed:
            return pairs
        copies = freed | repeated.keys()
        pairs = [pair for pair in pairs if not {pair.a, pair.b} & copies]
        firsts = sorted((claim for claim in held if claim.id not in repeated), key=_position)
        for a, b in combinations(firsts, 2):
            if {a.id, b.id} & freed and self._is_independent(a, b):
                judgment = self._judge(a, b)
                if judgment.relation is not None:
                    pairs.append(to_pair(judgment, judgment.relation, independent=True))
        return [*pairs, *pair_copies(held, repeated, tuple(pairs), self._judge)]

    def _judge(self, a: Claim, b: Claim) -> Judgment:
        return judge_claims(a, b, vocabulary=self._vocabulary, options=self._options)

    def _is_independent(self, a: Claim, b: Claim) -> bool:
        voices = self._voices
        apart = voices.of_document[a.document] != voices.of_document[b.document]
        return apart and voices.of_claim[a.id] != voices.of_claim[b.id]

    def _is_copy(self, *claims: Claim) -> bool:
        return any(claim.id in self._voices.originals for claim in claims)

    def _find_sources(self, topic: str) -> Sequence[str]:
        held = sorted((claim for claim in self._extraction.claims if topic in claim.topics), key=_position)
        return tuple(dict.fromkeys(claim.source for claim in held))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._extraction.claims)

    @cached_property
    def _voices(self) -> Voices:
        judge = partial(judge_claims, vocabulary=self._vocabulary, options=self._options)
        originals, _ = find_originals(self._extraction, judge)
        return find_voices(self._extraction.claims, self._extraction.documents, originals)


def _position(claim: Claim) -> tuple[str, int, str]:
    return claim.document, claim.start, claim.id
