"""What clashes and what only looks like it: accusations, wishes, directions, fates, borders, plans."""

import pytest

from claimcmp.compare.comparator import judge_claims
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.workflow import judge

CLASHES = [
    ("Nickel was above the limit.", "Nickel stayed below the limit all year.", "contradict", "opposite-words"),
    ("There was no siren.", "Sirens sounded in the harbour.", "contradict", "opposite-polarity"),
    ("There are no plans to extend the tram.", "The tram will be extended to Ulm.", "contradict", "opposite-polarity"),
    (
        "Footfall on Dock Street has not increased.",
        "Footfall on Dock Street, the way to the port, has risen by 7 percent.",
        "contradict",
        "opposite-polarity",
    ),
    ("The fee does not burden poor tenants.", "The fee hits poor tenants hardest.", "contradict", "opposite-polarity"),
    (
        "The repairs will be finished within three months.",
        "Repairs within three months are impossible.",
        "contradict",
        None,
    ),
    ("Sales fell by 12 percent.", "The chairman's famous 12 percent is a fiction.", "contradict", "disputed-amount"),
    ("The height of the tower rose by 6 metres.", "The tower rose by 8 metres.", "differ-in-number", "intervals-apart"),
    ("The forest will need ten years to recover.", "The forest may recover in five years.", "differ-in-number", None),
    (
        "The repairs will be complete within three months.",
        "The repairs could last for two years or more.",
        "differ-in-number",
        None,
    ),
    ("The fee will remain at 6 euros.", "The fee will go up to 8 euros.", "differ-in-number", "intervals-apart"),
    ("Two divers were killed.", "Five divers died.", "differ-in-number", "intervals-apart"),
    ("The drought was the worst in 40 years.", "The drought was the worst in 60 years.", "differ-in-number", None),
]
NO_CLASHES = [
    ("The chamber supports the aim of less noise.", "It does not cut noise."),
    ("Fears of a strike have grown.", "There was no strike."),
    ("It did not oppose the charge.", "The new council kept its promise to scrap the charge."),
    ("The captain has not been charged.", "The captain is the guilty one."),
    ("Divers found the bodies of two sailors.", "Two sailors are still missing."),
    ("Police detained two engineers over the dam collapse.", "The dam grew every month."),
    ("A return of the floods would hurt farmers.", "The dyke has not hurt farmers."),
    ("The union claims a fall in sales of 21 percent.", "In the north, sales are up by 15 percent."),
    ("Seven sailors were missing.", "Five sailors died."),
    ("Noise inside the zone fell by 9 percent.", "Noise outside the zone rose by 4 percent."),
    ("Fish died upstream of the weir.", "No fish died downstream of the weir."),
    ("It was the worst storm in 40 years.", "The storm lasted four years."),
    ("The lottery raised 38 million euros.", "The lottery ticket will cost 8 euros."),
    ("Only 34 percent were in favour.", "The club claims that 58 percent were against."),
]


@pytest.mark.parametrize(("a", "b", "relation", "rule"), CLASHES)
def test_what_cannot_both_be_is_told(a: str, b: str, relation: str, rule: str | None) -> None:
    for found in (judge(a, b), judge(b, a)):
        assert found.relation == relation
        assert rule in (None, found.rule)


@pytest.mark.parametrize(("a", "b"), NO_CLASHES)
def test_what_may_both_be_is_no_difference(a: str, b: str) -> None:
    for found in (judge(a, b), judge(b, a)):
        assert found.relation in (None, "agree", "complementary")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Lee failed to win the seat in Ulm.", "Tom Dow was hailed for the success of his bank."),
        ("She wants to sing.", "They do not want that."),
        ("He protected the tax breaks of the port.", "The port honoured the treaty."),
        ("The vote was held just before noon.", "The vote was rigged."),
    ],
)
def test_what_has_nothing_but_general_words_in_common_is_not_compared(a: str, b: str) -> None:
    assert judge(a, b).relation is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The fee is regressive and hurts poor tenants.", "The fee was supposed to be the end of the council."),
        ("The fee hits poor tenants hardest.", "Of the fall, 7 percentage points go back to the fee."),
    ],
)
def test_words_that_only_sound_like_doubt_are_none(a: str, b: str) -> None:
    assert judge(a, b).relation not in ("differ-in-attribution", "differ-in-certainty")


def test_a_sum_is_told_as_one() -> None:
    found = judge(
        "Collection cost 14 million euros, so that only 24 million euros was left.",
        "The levy raised 38 million euros in its first year.",
    )
    assert found.reason.startswith("two amounts of the one add up to that of the other")


def test_an_amount_that_another_thing_has_too_sets_no_figures_apart(claim) -> None:
    first = claim("City", "Bus speeds in the centre have risen by 18 percent.")
    second = claim("Study", "Bus speeds in the centre rose by 9 percent.")
    other = claim("Study", "Nitrogen levels fell by 18 percent.", start=90)
    assert judge_claims(first, second, vocabulary=Vocabulary((first, second, other))).relation == "differ-in-number"


@pytest.mark.parametrize(
    "other",
    [
        "The levy has cost the city about 18 million euros.",
        "Vienna was the first city to bring in such a levy.",
        "About 57 percent of shops apply the levy in full.",
    ],
)
def test_what_is_left_open_is_settled_by_nobody_who_only_names_it(other: str) -> None:
    assert judge("The institute cannot say whether the levy reduced waste.", other).relation != "differ-in-certainty"


def test_what_is_left_open_is_settled_by_who_tells_it() -> None:
    found = judge("The institute cannot say whether the levy reduced waste.", "The levy has reduced waste in the city.")
    assert (found.relation, found.rule) == ("differ-in-certainty", "left-open")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Some 72 percent of parents support the ban.", "83 percent of teachers support the ban."),
        ("The club's figure of ten minutes a day is a fantasy.", "Collecting them takes half an hour a day."),
        ("We reject the extension of the ban to cafes.", "In 2019 the state banned smoking in bars."),
        ("Allegedly the decline began in spring.", "The strike began in spring."),
        ("In towns without a ban, sales fell by 9 percent.", "Ulm was the first town to ban the sale of fireworks."),
    ],
)
def test_what_is_of_other_people_or_things_is_no_difference(a: str, b: str) -> None:
    assert judge(a, b).relation in (None, "agree", "complementary")
