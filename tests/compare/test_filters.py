from dataclasses import replace

import pytest

import claimcmp
from claimcmp.compare.comparator import compare_claims
from claimcmp.errors import UsageError
from claimcmp.records import Comparison

PUBLISHED = {"Alpha": "2019", "Beta": "2019-04", "Gamma": None, "Delta": "2020-01-02"}


@pytest.fixture(scope="module")
def comparison(claim, extraction) -> Comparison:
    texts = {
        "Alpha": "The bridge cost 40 million euros.",
        "Beta": "The bridge cost 55 million euros.",
        "Gamma": "The bridge cost about 40 million euros.",
        "Delta": "The mayor resigned after the vote.",
    }
    claims = [replace(claim(source, text), published=PUBLISHED[source]) for source, text in texts.items()]
    return compare_claims(extraction(*claims))


def shown(comparison: Comparison) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for group in comparison.groups for pair in group.pairs]


def test_verdicts_stay_those_of_the_whole(comparison: Comparison) -> None:
    (group,) = claimcmp.select(comparison, relations="agree").groups
    assert group.verdict == "mixed"
    assert group.differs_in == ("number",)
    assert group.claims == ("alpha-0", "gamma-0")
    assert group.pairs_hidden == 2
    assert group.voices == comparison.groups[0].voices


def test_a_relation_that_no_pair_has_hides_every_group(comparison: Comparison) -> None:
    cut = claimcmp.select(comparison, relations=["contradict"])
    assert (cut.groups, cut.groups_hidden) == ((), 1)
    assert cut.unmatched == ()


def test_source_keeps_the_pairs_that_it_is_in(comparison: Comparison) -> None:
    assert shown(claimcmp.select(comparison, sources="beta")) == [("alpha-0", "beta-0"), ("beta-0", "gamma-0")]
    assert claimcmp.select(comparison, sources="Delta").unmatched == ("delta-0",)


@pytest.mark.parametrize(
    ("since", "pairs"),
    [
        ("2019", [("alpha-0", "beta-0")]),
        ("2019-04", [("alpha-0", "beta-0")]),
        ("2019-05", []),
        ("2019-04-30", [("alpha-0", "beta-0")]),
        ("2020", []),
    ],
)
def test_since_keeps_what_may_be_as_recent(comparison: Comparison, since: str, pairs: list[tuple[str, str]]) -> None:
    assert shown(claimcmp.select(comparison, since=since)) == pairs


def test_min_confidence_keeps_pairs_that_are_as_sure(comparison: Comparison) -> None:
    sure = max(pair.confidence for group in comparison.groups for pair in group.pairs)
    kept = claimcmp.select(comparison, min_confidence=sure)
    assert all(pair.confidence == sure for group in kept.groups for pair in group.pairs)
    assert kept.filters == {"min_confidence": sure}


def test_every_claim_that_is_named_is_there(comparison: Comparison) -> None:
    cut = claimcmp.select(comparison, sources=["Alpha"], since="2019")
    assert {claim.id for claim in cut.claims} == {"alpha-0", "beta-0"}


def test_no_filter_changes_nothing(comparison: Comparison) -> None:
    assert claimcmp.select(comparison) is comparison


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"relations": "contradicts"}, 'Unknown relation "contradicts". Known: agree, .* Did you mean "contradict"'),
        ({"sources": "Omega"}, 'Unknown source "Omega". Known: Alpha, Beta, Delta, Gamma'),
        ({"since": "last year"}, '"last year" is no date'),
    ],
)
def test_unknown_names_list_the_known(comparison: Comparison, asked: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        claimcmp.select(comparison, **asked)  # type: ignore[arg-type]
