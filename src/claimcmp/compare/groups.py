"""Gathers judged pairs into groups of claims on one matter, without chaining."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from claimcmp.compare.vocabulary import Vocabulary
from claimcmp.records import COMPATIBLE, Claim, Group, Pair, Relation, Verdict

DIFFERENCES: Mapping[Relation, str] = {
    "contradict": "content",
    "differ-in-number": "number",
    "differ-in-date": "date",
    "differ-in-certainty": "certainty",
    "differ-in-attribution": "attribution",
}
# Of the pairs across two groups that join, at least this share must be on one matter.
LINKED = 0.5
MATTER_WORDS = 5


def make_groups(
    topic: str, claims: Sequence[Claim], pairs: Iterable[Pair], voices: Mapping[str, str], vocabulary: Vocabulary
) -> tuple[Group, ...]:
    """Group the claims of one topic; the strongest pairs join first, and groups join only as a whole."""
    by_id = {claim.id: claim for claim in claims}
    ordered = sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b))
    linked = {frozenset((pair.a, pair.b)) for pair in ordered}
    members: dict[str, frozenset[str]] = {}
    for pair in ordered:
        left = members.get(pair.a, frozenset({pair.a}))
        right = members.get(pair.b, frozenset({pair.b}))
        if left != right and _belong_together(left, right, linked, by_id, voices):
            joined = left | right
            members.update(dict.fromkeys(joined, joined))
    sources = tuple(dict.fromkeys(claim.source for claim in sorted(claims, key=_position)))
    groups = [
        _make_group(topic, [by_id[member] for member in ids], ordered, sources, vocabulary)
        for ids in set(members.values())
    ]
    return tuple(sorted(groups, key=lambda group: (-len(group.sources), *_position(by_id[group.claims[0]]))))


def find_verdict(relations: Iterable[Relation]) -> Verdict:
    """Return the verdict over the relations of a group's pairs; complementary pairs decide only where all are."""
    found = set(relations)
    if not found:
        return "single-source"
    diverging = found - COMPATIBLE
    if not diverging:
        return "agree" if "agree" in found else "compatible"
    return "mixed" if "agree" in found else "diverge"


def _belong_together(
    left: frozenset[str],
    right: frozenset[str],
    linked: set[frozenset[str]],
    by_id: Mapping[str, Claim],
    voices: Mapping[str, str],
) -> bool:
    across = [
        frozenset((a, b)) in linked
        for a in left
        for b in right
        if voices[by_id[a].document] != voices[by_id[b].document]
    ]
    return bool(across) and sum(across) >= LINKED * len(across)


def _make_group(
    topic: str, claims: Iterable[Claim], pairs: Iterable[Pair], sources: Sequence[str], vocabulary: Vocabulary
) -> Group:
    ordered = sorted(claims, key=_position)
    ids = tuple(claim.id for claim in ordered)
    inside = [pair for pair in pairs if pair.a in ids and pair.b in ids]
    present = tuple(dict.fromkeys(claim.source for claim in ordered))
    differences = [DIFFERENCES[pair.relation] for pair in inside if pair.relation not in COMPATIBLE]
    return Group(
        id=f"{topic}-{sha256(chr(0).join((topic, *sorted(ids))).encode()).hexdigest()[:6]}",
        topic=topic,
        matter=_name_matter(ordered, vocabulary),
        verdict=find_verdict(pair.relation for pair in inside),
        differs_in=tuple(sorted(dict.fromkeys(differences))),
        claims=ids,
        sources=present,
        silent=tuple(source for source in sources if source not in present),
        pairs=tuple(sorted(inside, key=lambda pair: (ids.index(pair.a), ids.index(pair.b)))),
    )


def _name_matter(claims: Sequence[Claim], vocabulary: Vocabulary) -> str:
    """Name the matter by the words that most of the claims share, in the order of the first claim that has them."""
    counts = Counter(key for claim in claims for key in vocabulary.words_of(claim).keys)
    shared = [key for key, count in counts.items() if count > 1]
    best = sorted(shared, key=lambda key: (-counts[key] * vocabulary.weight(key), key))[:MATTER_WORDS]
    for claim in claims:
        words = vocabulary.words_of(claim).keys
        if all(key in words for key in best):
            return ", ".join(words[key] for key in words if key in best)
    words = {key: word for claim in reversed(claims) for key, word in vocabulary.words_of(claim).keys.items()}
    return ", ".join(words[key] for key in best)


def _position(claim: Claim) -> tuple[str, int, str]:
    return claim.document, claim.start, claim.id
