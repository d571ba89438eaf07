from itertools import permutations

import pytest

from claimcmp.compare import CompareOptions
from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.explanation import explain_pair
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.matching.evidence import find_evidence
from claimcmp.records import Claim
from claimcmp.workflow import compare

BRIDGE = (
    "The bridge cost 40 million euros.",
    "The bridge cost 55 million euros.",
    "The bridge cost about 40 million euros.",
)


@pytest.fixture
def bridge(claim) -> tuple[Claim, ...]:
    return tuple(claim(source, text) for source, text in zip(("Alpha", "Beta", "Gamma"), BRIDGE, strict=True))


def test_group_gathers_the_sources_on_one_matter(bridge, extraction) -> None:
    (group,) = compare_claims(extraction(*bridge)).groups
    assert group.sources == ("Alpha", "Beta", "Gamma")
    assert group.verdict == "mixed"
    assert group.differs_in == ("number",)
    assert "bridge" in group.matter


def test_silent_are_the_sources_with_claims_on_the_topic_but_not_on_the_matter(claim, extraction) -> None:
    claims = (
        claim("Alpha", "The bridge cost 40 million euros."),
        claim("Beta", "The bridge cost 40 million euros."),
        claim("Gamma", "The mayor resigned after the vote."),
    )
    comparison = compare_claims(extraction(*claims))
    assert comparison.groups[0].silent == ("Gamma",)
    assert comparison.unmatched == ("gamma-0",)


def test_order_of_claims_changes_nothing(bridge, extraction) -> None:
    results = {repr(compare_claims(extraction(*order)).groups) for order in permutations(bridge)}
    assert len(results) == 1


def test_documents_of_one_source_are_never_compared(claim, extraction) -> None:
    same = (claim("Alpha", BRIDGE[0]), claim("Alpha", BRIDGE[1], start=50))
    assert compare_claims(extraction(*same)).pairs_examined == 0


def test_documents_of_one_voice_are_never_compared(bridge, extraction) -> None:
    voices = dict.fromkeys(("Alpha", "Beta", "Gamma"), "newswire")
    assert compare_claims(extraction(*bridge, voices=voices)).pairs_examined == 0


def test_a_pair_that_cannot_be_judged_is_left_out_with_its_reason(claim, extraction) -> None:
    claims = (
        claim("Alpha", "The northern harbour wall was repaired by divers."),
        claim("Beta", "Divers should never repair the northern harbour wall."),
    )
    comparison = compare_claims(extraction(*claims))
    assert comparison.groups == ()
    (left_out,) = comparison.unjudged
    assert "what should be" in left_out.reason


def test_threshold_moves_what_counts_as_one_matter(bridge, extraction) -> None:
    assert compare_claims(extraction(*bridge), options=CompareOptions(threshold=2.5)).groups == ()


def test_topic_gives_the_same_groups_alone_and_among_others(claim, extraction) -> None:
    claims = (
        claim("Alpha", BRIDGE[0]),
        claim("Beta", BRIDGE[1]),
        claim("Alpha", "The court upheld the ban.", topics=("law",), start=90),
        claim("Beta", "The court lifted the ban.", topics=("law",), start=90),
    )
    both = compare(extraction(*claims))
    alone = compare(extraction(*claims), topics=["matter"])
    assert alone.groups == tuple(group for group in both.groups if group.topic == "matter")


def test_claims_alone_are_compared_within_their_topics(bridge) -> None:
    assert [group.topic for group in compare(bridge).groups] == ["matter"]


def test_group_id_stays_when_another_source_joins_or_an_unrelated_document_comes(bridge, claim, extraction) -> None:
    first = compare_claims(extraction(*bridge[:2])).groups[0]
    joined = compare_claims(extraction(*bridge)).groups[0]
    unrelated = claim("Omega", "The mayor resigned after the vote.")
    beside = compare_claims(extraction(*bridge[:2], unrelated)).groups[0]
    assert first.id == joined.id == beside.id


def test_weak_links_do_not_chain_groups(claim, extraction) -> None:
    claims = (
        claim("Alpha", "The harbour strike cost exporters 30 million dollars."),
        claim("Beta", "The harbour strike cost exporters 30 million dollars, and dockers want higher wages."),
        claim("Gamma", "Dockers want higher wages and shorter shifts."),
        claim("Delta", "Nurses want shorter shifts and safer wards."),
        claim("Epsilon", "Safer wards need new lamps and wider corridors."),
    )
    comparison = compare_claims(extraction(*claims))
    assert all({"alpha-0", "epsilon-0"} - set(group.claims) for group in comparison.groups)


def test_what_others_hold_in_one_group_is_compared_from_a_lower_score_on(claim, extraction) -> None:
    a = claim("A", "The harbour bridge in Malmo was closed to lorries and buses.")
    b = claim("B", "The harbour bridge in Malmo was closed to lorries for a year after the flood.")
    c = claim("C", "The bridge was closed for a year after the flood.")
    vocabulary = Vocabulary([a, b, c])
    apart = find_evidence(a, c, vocabulary).score
    options = CompareOptions(threshold=apart + 0.05)
    assert min(find_evidence(x, b, vocabulary).score for x in (a, c)) > options.threshold
    (group,) = compare_claims(extraction(a, b, c), options=options).groups
    assert {frozenset((pair.a, pair.b)) for pair in group.pairs} >= {frozenset((a.id, c.id))}
    alone = compare_claims(extraction(a, c), options=options)
    assert not alone.groups
    assert any(
        "one group" in note or "a group" in note
        for note in explain_pair(extraction(a, b, c), a, c, options=options).notes
    )
