"""A reviewer's way through the groups: which comes next, and what becomes of them with every decision."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcmp.compare import CompareOptions
from claimcmp.records import Action, Anchor, Comparison, Extraction, Group, Relation, Review, ReviewEntry
from claimcmp.review.anchors import Anchors
from claimcmp.review.entries import supersede
from claimcmp.review.replay import replay


class Walk:
    """The groups of a comparison with the decisions of one reviewer, and a place among them.

    Groups come in the order of the comparison, those that were taken apart at the end. Only the reviewer's own
    decisions are followed, so that nobody is led by another one.
    """

    def __init__(
        self, extraction: Extraction, comparison: Comparison, review: Review, *, options: CompareOptions | None = None
    ):
        self._extraction = extraction
        self._machine = comparison
        self._options = options
        self._anchors = Anchors(extraction.claims, extraction.texts)
        self.review = review
        self.comparison = self._replay(review)
        self.position = 0

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups as they are now."""
        return (*self.comparison.groups, *self.comparison.rejected)

    @property
    def current(self) -> Group | None:
        """The group at the place; None behind the last."""
        return self.groups[self.position] if self.position < len(self.groups) else None

    @property
    def number(self) -> int:
        """The number of the group at the place; what was taken apart counts before the rest."""
        kept, taken = len(self.comparison.groups), len(self.comparison.rejected)
        return self.position + 1 + (taken if self.position < kept else -kept)

    @property
    def undecided(self) -> int:
        """How many groups have no decision but notes."""
        return sum(not is_decided(group) for group in self.groups)

    def start(self, *, decided: bool = False) -> None:
        """Go to the first group, or to the first without a decision."""
        self.position = 0
        if not decided and self.current is not None and is_decided(self.current):
            self.go_on()

    def go_on(self, *, decided: bool = False) -> None:
        """Go to the next group without a decision, or to the next of all; behind the last where there is none."""
        self.position += 1
        while not decided and self.current is not None and is_decided(self.current):
            self.position += 1

    def go_back(self) -> None:
        """Go to the group before, decided or not."""
        self.position = max(0, self.position - 1)

    def decide(
        self,
        group: Group,
        action: Action,
        *,
        chosen: Sequence[int] = (),
        relation: Relation | None = None,
        name: str = "",
        other: Group | None = None,
        note: str = "",
    ) -> Group | None:
        """Add a decision, and return the group that holds most of the claims now; None where there is none."""
        entry = ReviewEntry(
            action=action,
            topic=group.topic,
            claims=self._make_anchors(group),
            group=group.id,
            matter=group.matter,
            verdict=group.verdict,
            chosen=tuple(chosen),
            relation=relation,
            name=name,
            others=self._make_anchors(other) if other else (),
            note=note,
        )
        self._set(self._add(entry))
        after = self.find(group.topic, group.claims)
        if after is not None and (action == "accept" or relation is not None):
            self._set(self._add(replace(entry, leaves=after.verdict)))
        return after

    def undo(self, group: Group) -> bool:
        """Take back all decisions on a group; tell whether there were any."""
        claims = set(group.claims)
        kept = tuple(entry for entry in self.review.entries if not self._is_on(entry, group.topic, claims))
        changed = len(kept) < len(self.review.entries)
        if changed:
            self._set(replace(self.review, entries=kept))
            self.find(group.topic, group.claims)
        return changed

    def find(self, topic: str, claims: Iterable[str]) -> Group | None:
        """Return the group of a topic that holds most of some claims and go there; None where no group has them."""
        wanted = set(claims)
        shares = [len(wanted & set(group.claims)) * (group.topic == topic) for group in self.comparison.groups]
        if not any(shares):
            return None
        self.position = shares.index(max(shares))
        return self.groups[self.position]

    def _add(self, entry: ReviewEntry) -> Review:
        return replace(self.review, entries=supersede((*self.review.entries, entry)))

    def _set(self, review: Review) -> None:
        self.review = review
        self.comparison = self._replay(review)

    def _replay(self, review: Review) -> Comparison:
        return replay(self._extraction, self._machine, [review], options=self._options)

    def _make_anchors(self, group: Group) -> tuple[Anchor, ...]:
        return tuple(self._anchors.make(claim) for claim in group.claims)

    def _is_on(self, entry: ReviewEntry, topic: str, claims: set[str]) -> bool:
        found = {found for anchor in entry.claims if isinstance(found := self._anchors.find(anchor), str)}
        return entry.topic == topic and bool(found) and 2 * len(found & claims) > min(len(found), len(claims))


def is_decided(group: Group) -> bool:
    """Tell whether somebody decided on a group; notes are no decisions."""
    return any(decision.action != "note" for decision in group.decisions)
