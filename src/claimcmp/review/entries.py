"""Which decisions of a reviewer stand, and which decisions of several reviewers exclude each other."""

from collections.abc import Iterable, Sequence

from claimcmp.records import Action, Anchor, Decision, Review, ReviewEntry

VERDICTS_ON_A_GROUP: frozenset[Action] = frozenset({"accept", "reject"})


def supersede(entries: Iterable[ReviewEntry]) -> tuple[ReviewEntry, ...]:
    """Return the decisions of one reviewer that stand, in their order: a later one on the same group replaces.

    Acceptance and rejection give way to any later decision on the group but a note; a relation or a name gives way to
    a later one for the same claims; what is said twice counts once.
    """
    standing: list[ReviewEntry] = []
    for entry in entries:
        standing = [earlier for earlier in standing if not _replaces(entry, earlier)]
        standing.append(entry)
    return tuple(standing)


def find_quotes(entry: ReviewEntry) -> tuple[Anchor, ...]:
    """Return the quotes that a decision singles out: those of a split or relation, else all of its group."""
    return tuple(entry.claims[n - 1] for n in entry.chosen if n <= len(entry.claims)) or entry.claims


def order_reviewer(named: Review | Decision) -> tuple[str, str]:
    """Return by what reviewers are sorted: their names, whatever the case."""
    return named.reviewer.casefold(), named.reviewer


def exclude_each_other(a: ReviewEntry, b: ReviewEntry, claims_a: frozenset[str], claims_b: frozenset[str]) -> bool:
    """Tell whether decisions of two reviewers on claims, given as ids that were found, cannot both be followed."""
    # One claim in common may be at the rim of both groups; most of the smaller one makes it the same matter.
    if a.topic != b.topic or 2 * len(claims_a & claims_b) <= min(len(claims_a), len(claims_b)):
        return False
    if "note" in (a.action, b.action):
        return False
    if a.action == b.action:
        return _differ(a, b)
    # A name is no judgement, and two groups may be joined whatever is said of pairs within one of them.
    if {a.action, b.action} == {"relabel", "merge"} or _only_names(a) or _only_names(b):
        return "reject" in (a.action, b.action)
    return True


def _differ(a: ReviewEntry, b: ReviewEntry) -> bool:
    """Tell whether two decisions of one kind on one group say different things."""
    if a.action == "split":
        return _words(find_quotes(a)) != _words(find_quotes(b))
    if a.action == "relabel":
        shared = len(_words(find_quotes(a)) & _words(find_quotes(b))) > 1
        relations = a.relation is not None and b.relation is not None and a.relation != b.relation
        return (relations and shared) or (bool(a.name and b.name) and a.name != b.name)
    return a.action == "accept" and a.verdict != b.verdict


def _only_names(entry: ReviewEntry) -> bool:
    return entry.action == "relabel" and entry.relation is None


def _replaces(later: ReviewEntry, earlier: ReviewEntry) -> bool:
    if later.topic != earlier.topic or not _words(later.claims) & _words(earlier.claims):
        return False
    same_group = _is_same_group(later.claims, earlier.claims)
    if later.action == "note":
        return earlier.action == "note" and same_group and later.note == earlier.note
    if earlier.action in VERDICTS_ON_A_GROUP:
        return same_group
    if later.action != earlier.action or _words(find_quotes(later)) != _words(find_quotes(earlier)):
        return False
    if later.action == "relabel":
        return _only_names(later) == _only_names(earlier)
    return _words(later.others) == _words(earlier.others)


def _is_same_group(a: Sequence[Anchor], b: Sequence[Anchor]) -> bool:
    return 2 * len(_words(a) & _words(b)) > min(len(a), len(b))


def _words(anchors: Iterable[Anchor]) -> frozenset[tuple[str, str, int]]:
    return frozenset((anchor.document, anchor.quote, anchor.nth) for anchor in anchors)
