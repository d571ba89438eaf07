"""Cuts a comparison down to what is asked for; what is left is as it was judged in the whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from claimcmp.records import Claim, Comparison, Group, Pair, Relation


@dataclass(frozen=True, slots=True)
class Filters:
    """What is shown of a comparison; an empty setting asks for nothing."""

    relations: tuple[Relation, ...] = ()
    """Only pairs of one of these relations."""
    sources: tuple[str, ...] = ()
    """Only pairs with one of these sources on a side."""
    since: str | None = None
    """Only claims of documents published then or later; of "2019" all that may be of that year or later."""
    min_confidence: float | None = None
    """Only pairs that are judged with at least this confidence, from 0 to 1."""

    def __bool__(self) -> bool:
        """Tell whether anything is asked."""
        return self != Filters()

    @property
    def asks_for_pairs(self) -> bool:
        """Whether only some pairs are asked for, by what is said of them."""
        return bool(self.relations) or self.min_confidence is not None


def filter_comparison(comparison: Comparison, filters: Filters) -> Comparison:
    """Return what passes the filters, with the count of what does not.

    Verdict, voices, consensus, spreads and silent sources of a group stay those of the whole: a filter changes what is
    seen, not what was found.
    """
    if not filters:
        return comparison
    claims = {claim.id: claim for claim in comparison.claims}
    groups = tuple(cut for group in comparison.groups if (cut := _cut_group(group, claims, filters)) is not None)
    clashes = tuple(found for found in comparison.self_contradictions if _passes(found.pair, claims, filters))
    # What found no relation cannot have the one that is asked for.
    unmatched, unjudged = ((), ()) if filters.asks_for_pairs else (comparison.unmatched, comparison.unjudged)
    unmatched = tuple(claim for claim in unmatched if _is_asked(claims[claim], filters))
    unjudged = tuple(pair for pair in unjudged if _fits(claims[pair.a], claims[pair.b], filters))
    shown = {claim for group in groups for claim in group.claims} | {*unmatched}
    shown |= {claim for found in clashes for claim in (found.pair.a, found.pair.b)}
    shown |= {claim for pair in unjudged for claim in (pair.a, pair.b)}
    return replace(
        comparison,
        claims=tuple(claim for claim in comparison.claims if claim.id in shown),
        groups=groups,
        unmatched=unmatched,
        unjudged=unjudged,
        self_contradictions=clashes,
        filters=dict(_describe(filters)),
        groups_hidden=comparison.groups_hidden + len(comparison.groups) - len(groups),
    )


def _cut_group(group: Group, claims: Mapping[str, Claim], filters: Filters) -> Group | None:
    kept = tuple(pair for pair in group.pairs if _passes(pair, claims, filters))
    if not kept:
        return None
    members = {claim for pair in kept for claim in (pair.a, pair.b)}
    return replace(
        group,
        claims=tuple(claim for claim in group.claims if claim in members),
        pairs=kept,
        pairs_hidden=group.pairs_hidden + len(group.pairs) - len(kept),
    )


def _passes(pair: Pair, claims: Mapping[str, Claim], filters: Filters) -> bool:
    if filters.relations and pair.relation not in filters.relations:
        return False
    if filters.min_confidence is not None and pair.confidence < filters.min_confidence:
        return False
    return _fits(claims[pair.a], claims[pair.b], filters)


def _fits(a: Claim, b: Claim, filters: Filters) -> bool:
    recent = _is_recent(a, filters.since) and _is_recent(b, filters.since)
    return recent and (not filters.sources or a.source in filters.sources or b.source in filters.sources)


def _is_asked(claim: Claim, filters: Filters) -> bool:
    return _is_recent(claim, filters.since) and (not filters.sources or claim.source in filters.sources)


def _is_recent(claim: Claim, since: str | None) -> bool:
    if since is None:
        return True
    if claim.published is None:
        return False
    # Dates are as precise as they are known, so the less precise of the two decides.
    shared = min(len(claim.published), len(since))
    return claim.published[:shared] >= since[:shared]


def _describe(filters: Filters) -> Iterator[tuple[str, object]]:
    if filters.relations:
        yield "relations", list(filters.relations)
    if filters.sources:
        yield "sources", list(filters.sources)
    if filters.since is not None:
        yield "since", filters.since
    if filters.min_confidence is not None:
        yield "min_confidence", filters.min_confidence
