from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.review.conftest import shift

from claimcmp.records import Action, Claim, Comparison, Document, Extraction, Group, Review, ReviewEntry, Topic
from claimcmp.review.anchors import Anchors
from claimcmp.review.replay import replay
from claimcmp.workflow import compare, extract

Find = Callable[[Comparison, str], Group]
Decide = Callable[..., Review]


def rename(extraction: Extraction, before: str, after: str) -> Extraction:
    """Return the extraction as if the words had been other ones."""
    changed = [replace(claim, text=claim.text.replace(before, after)) for claim in extraction.claims]
    return replace(extraction, claims=tuple(changed), texts={})


def test_no_review_changes_nothing(extraction: Extraction, comparison: Comparison) -> None:
    assert replay(extraction, comparison, []) == comparison
    assert compare(extraction, reviews=[Review("Ann")]) == comparison


def test_accept_keeps_the_group_and_shows_who(extraction, comparison: Comparison, find: Find, decide: Decide) -> None:
    group = find(comparison, "bridge")
    after = find(replay(extraction, comparison, [decide("Ann", group, "accept", note="checked")]), "bridge")
    assert replace(after, decisions=()) == group
    (decision,) = after.decisions
    assert (decision.reviewer, decision.action, decision.note) == ("Ann", "accept", "checked")


def test_a_decision_stays_with_its_group_where_a_wider_one_holds_its_claims_too(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    group, other = find(comparison, "ferry"), find(comparison, "bridge")
    wider = replace(group, id="coast-wider", claims=(*group.claims, *other.claims))
    both = replace(comparison, groups=(wider, *comparison.groups))
    (accepted,) = (g for g in replay(extraction, both, [decide("Mara", group, "accept")]).groups if g.decisions)
    assert accepted.claims == group.claims


def test_reject_takes_the_group_apart_and_keeps_it_aside(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    group = find(comparison, "bridge")
    after = replay(extraction, comparison, [decide("Ann", group, "reject")])
    assert group.id not in [held.id for held in after.groups]
    assert [(held.id, held.decisions[0].was) for held in after.rejected] == [(group.id, "mixed")]
    assert set(group.claims) <= set(after.unmatched)


def test_relabel_changes_pairs_and_verdict_and_keeps_what_the_program_said(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    group = find(comparison, "Herring")
    assert group.verdict == "agree"
    number = next(n for n, claim in enumerate(group.claims, 1) if claim.startswith("coast"))
    others = [n for n in range(1, len(group.claims) + 1) if n != number]
    reviews = [decide("Ann", group, "relabel", relation="contradict", chosen=(number, n)) for n in others]
    review = Review("Ann", tuple(entry for one in reviews for entry in one.entries))
    after = find(replay(extraction, comparison, [review]), "Herring")
    assert (after.verdict, after.differs_in) == ("mixed", ("content",))
    changed = [pair for pair in after.pairs if pair.rule == "decided-by-reviewer"]
    assert len(changed) == 2
    assert all(pair.reason.startswith("Ann decided so; the program had said agree by same-words") for pair in changed)
    assert after.consensus is not None
    assert [outlier.voice for outlier in after.consensus.outliers] == ["Coast Radio"]
    assert after.matter == group.matter


def test_a_title_changes_the_matter_alone(extraction, comparison: Comparison, find: Find, decide: Decide) -> None:
    group = find(comparison, "bridge")
    after = find(replay(extraction, comparison, [decide("Ann", group, "relabel", name="What it cost")]), "bridge")
    assert (after.matter, after.verdict, after.pairs) == ("What it cost", group.verdict, group.pairs)
    assert after.decisions[0].was == group.matter


def test_merge_makes_one_group_of_two(extraction, comparison: Comparison, find: Find, decide: Decide) -> None:
    one, other = find(comparison, "bridge"), find(comparison, "lighthouse")
    anchors = Anchors(extraction.claims)
    review = decide("Ann", one, "merge", others=tuple(anchors.make(claim) for claim in other.claims))
    after = replay(extraction, comparison, [review])
    joined = find(after, "bridge")
    assert set(joined.claims) == {*one.claims, *other.claims}
    assert joined.verdict == "mixed"
    assert joined.differs_in == ("content", "number")
    assert len(after.groups) == len(comparison.groups) - 1


def test_split_gives_the_claims_a_group_of_their_own(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    group = find(comparison, "ferry")
    after = replay(extraction, comparison, [decide("Ann", group, "split", chosen=(1,))])
    left = find(after, "ferry")
    assert left.claims == group.claims[1:]
    assert left.decisions[0].action == "split"
    assert left.decisions[0].was == "one group of 3 claims, agree"
    assert group.claims[0] in after.unmatched
    assert all({pair.a, pair.b} <= set(left.claims) for pair in left.pairs)


def test_two_reviewers_who_exclude_each_other_are_both_shown_and_not_followed(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    group = find(comparison, "bridge")
    reviews = [decide("Bob", group, "reject"), decide("Ann", group, "accept")]
    after = find(replay(extraction, comparison, reviews), "bridge")
    assert replace(after, decisions=()) == group
    assert [(decision.reviewer, decision.applied) for decision in after.decisions] == [("Ann", False), ("Bob", False)]
    assert "excludes Bob: reject" in after.decisions[0].note


def test_two_reviewers_who_say_the_same_are_followed(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    group = find(comparison, "Herring")
    reviews = [decide(name, group, "relabel", relation="contradict") for name in ("Ann", "Bob")]
    after = find(replay(extraction, comparison, reviews), "Herring")
    assert after.verdict == "diverge"
    assert [(d.reviewer, d.applied) for d in after.decisions] == [("Ann", True), ("Bob", True)]
    assert {pair.reason.split(" ")[0] for pair in after.pairs} == {"Ann"}


def test_the_last_decision_of_a_reviewer_on_a_group_counts(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    group = find(comparison, "bridge")
    entries = [decide("Ann", group, action).entries[0] for action in ("reject", "accept")]
    after = find(replay(extraction, comparison, [Review("Ann", tuple(entries))]), "bridge")
    assert [decision.action for decision in after.decisions] == ["accept"]


def test_acceptance_is_stale_once_the_verdict_is_another(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    group = replace(find(comparison, "bridge"), verdict="agree")
    after = replay(extraction, comparison, [decide("Ann", group, "accept")])
    assert find(after, "bridge").decisions == ()
    (stale,) = after.stale
    assert (stale.reviewer, stale.action) == ("Ann", "accept")
    assert stale.reason == "the verdict was agree and is now mixed"


def test_a_decision_on_words_that_changed_is_stale_and_says_how(
    extraction, comparison: Comparison, find: Find, decide: Decide
) -> None:
    review = decide("Ann", find(comparison, "lighthouse"), "accept")
    edited = rename(extraction, "The storm damaged", "The storm flattened")
    after = replay(edited, compare(edited), [review])
    assert "now reads “The storm flattened the lighthouse.”" in after.stale[0].reason


def test_a_decision_on_a_topic_that_is_gone_is_stale(extraction, comparison, find: Find, decide: Decide) -> None:
    group = replace(find(comparison, "bridge"), topic="harvest")
    after = replay(extraction, comparison, [decide("Ann", group, "accept")])
    assert "no topic" in after.stale[0].reason


def test_an_accepted_group_that_grew_says_so(extraction, comparison: Comparison, find: Find, decide: Decide) -> None:
    group = find(comparison, "bridge")
    smaller = replace(group, claims=group.claims[:2])
    after = find(replay(extraction, comparison, [decide("Ann", smaller, "accept")]), "bridge")
    assert after.decisions[0].note == "1 claim is new since"


@pytest.fixture(scope="module")
def entries(comparison: Comparison, find: Find, decide: Decide) -> list:
    """Decisions on four groups."""
    return [
        decide("Ann", find(comparison, "bridge"), "accept").entries[0],
        decide("Ann", find(comparison, "ferry"), "split", chosen=(1,)).entries[0],
        decide("Ann", find(comparison, "Herring"), "relabel", relation="contradict").entries[0],
        decide("Ann", find(comparison, "lighthouse"), "reject").entries[0],
    ]


def test_decisions_on_different_groups_give_the_same_in_any_order(extraction, comparison, entries) -> None:
    outcomes = [replay(extraction, comparison, [Review("Ann", order)]).groups for order in permutations(entries)]
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_reviewers_give_the_same_in_any_order(extraction, comparison: Comparison, entries) -> None:
    reviews = [Review(name, (entry,)) for name, entry in zip("ABCD", entries, strict=True)]
    outcomes = [replay(extraction, comparison, order) for order in permutations(reviews)]
    assert all(outcome == outcomes[0] for outcome in outcomes)


@settings(max_examples=25, deadline=None)
@given(picks=st.lists(st.integers(0, 3), max_size=8), length=st.integers(0, 500))
def test_replaying_twice_or_after_insertions_gives_the_same(extraction, comparison, entries, picks, length) -> None:
    review = Review("Ann", tuple(entries[n] for n in picks))
    once = replay(extraction, comparison, [review])
    assert replay(extraction, comparison, [Review("Ann", review.entries * 2)]) == once

    def move(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        return tuple(shift(claim, length) for claim in claims)

    moved = replace(extraction, claims=move(extraction.claims), texts={})
    moved_comparison = replace(comparison, claims=move(comparison.claims))
    after = replay(moved, moved_comparison, [review])
    assert after.stale == once.stale
    assert [(g.id, g.verdict, g.decisions) for g in after.groups] == [
        (g.id, g.verdict, g.decisions) for g in once.groups
    ]


@pytest.fixture(scope="module")
def copied() -> Extraction:
    """Three sources on a tunnel, of which the second has the words of the first."""
    quote = "The tunnel under the strait cost the two cities 40 million euros in all."
    texts = {
        "a.txt": ("Harbour Gazette", quote, "2020"),
        "b.txt": ("Island Herald", quote, "2021"),
        "c.txt": ("Coast Radio", "The tunnel under the strait cost the two cities 55 million euros.", "2022"),
    }
    documents = [
        Document(name=name, text=text, source=source, published=year) for name, (source, text, year) in texts.items()
    ]
    return extract(documents, topics=[Topic("tunnel", "The tunnel", terms=("tunnel",))])


def decide_on_copied(copied: Extraction, action: Action, without: str, **fields: Any) -> Group:
    """Return the group after a decision that singles out its claims, except those of one document."""
    before = compare(copied)
    (group,) = before.groups
    anchors = Anchors(copied.claims)
    chosen = tuple(n for n, claim in enumerate(group.claims, 1) if not claim.startswith(without))
    quotes = tuple(anchors.make(claim) for claim in group.claims)
    entry = ReviewEntry(action, group.topic, quotes, group.id, group.matter, group.verdict, chosen=chosen, **fields)
    (after,) = replay(copied, before, [Review("Ann", (entry,))]).groups
    return after


def test_a_copy_whose_original_was_split_off_stands_for_it(copied: Extraction) -> None:
    after = decide_on_copied(copied, "split", "a")
    assert (after.verdict, after.differs_in) == ("diverge", ("number",))
    assert [pair.independent for pair in after.pairs] == [True]


def test_a_relation_given_to_a_copy_says_that_it_changes_no_verdict(copied: Extraction) -> None:
    after = decide_on_copied(copied, "relabel", "a", relation="agree")
    assert after.verdict == "diverge"
    assert "no effect on the verdict" in after.decisions[0].note
    after = decide_on_copied(copied, "relabel", "b", relation="agree")
    assert after.verdict == "agree"
    assert "no effect" not in after.decisions[0].note
