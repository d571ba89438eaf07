"""Pairs of one judgement are named together, and no pair is lost."""

from dataclasses import replace

import pytest

from claimcmp.records import Comparison
from claimcmp.report.arrangement import by_id
from claimcmp.report.judgements import find_judgements


def test_find_judgements_puts_differences_first(comparison: Comparison) -> None:
    judgements = find_judgements(comparison.groups[2], by_id(comparison))
    assert [judgement.relation for judgement in judgements] == ["differ-in-number"] * 3 + ["agree"]
    assert sum(judgement.pairs for judgement in judgements) == len(comparison.groups[2].pairs)


@pytest.mark.parametrize(
    ("kept", "who", "score"),
    [
        ([0], "Valdai Club / KINU", "score 0.85"),
        ([0, 1], "Valdai Club / KINU and Jamestown Foundation", "scores 0.80–0.85"),
        ([0, 1, 2], "Valdai Club, KINU and Jamestown Foundation", "scores 0.80–0.85"),
        ([1, 2], "Jamestown Foundation / Valdai Club and KINU", "score 0.80"),
    ],
)
def test_find_judgements_names_the_sides(comparison: Comparison, kept: list[int], who: str, score: str) -> None:
    group = comparison.groups[2]
    group = replace(group, pairs=tuple(group.pairs[position] for position in kept))
    (judgement,) = find_judgements(group, by_id(comparison))
    assert (judgement.who, judgement.score) == (who, score)


def test_find_judgements_lists_pairs_that_form_no_set(comparison: Comparison) -> None:
    group = comparison.groups[2]
    one, _, other, *_ = group.pairs
    apart = replace(other, a="003-31")
    (judgement,) = find_judgements(replace(group, pairs=(one, apart)), by_id(comparison))
    assert judgement.who == "Valdai Club / KINU, Chatham House / Jamestown Foundation"


def test_find_judgements_adds_the_place_where_a_source_speaks_twice(comparison: Comparison) -> None:
    group = replace(comparison.groups[0], claims=("000-11", "000-12", "002-21"))
    (judgement,) = find_judgements(group, by_id(comparison))
    assert judgement.who == "Valdai Club 000.txt 1204–1290 / KINU"


def test_find_judgements_names_a_source_once_with_the_marks_of_its_claims(comparison: Comparison) -> None:
    group = comparison.groups[2]
    claims = by_id(comparison)
    hub = next(claim for claim in group.claims if claims[claim].source != "KINU")
    twins = [replace(claims[group.claims[1]], id=f"twin-{n}", source="KINU") for n in range(3)]
    pairs = tuple(replace(group.pairs[0], a=hub, b=twin.id) for twin in twins)
    marks = {twin.id: f"[{number}]" for number, twin in enumerate(twins, 1)}
    made = replace(group, claims=(hub, *marks), pairs=pairs)
    (judgement,) = find_judgements(made, {**claims, **{twin.id: twin for twin in twins}}, marks)
    assert judgement.who == f"{claims[hub].source} / KINU [1, 2, 3]"
