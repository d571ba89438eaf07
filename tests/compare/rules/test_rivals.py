"""Two who cannot both have done it, two places of one event, two causes, and what is still so against what has changed."""

import pytest

from claimcmp import judge
from claimcmp.records import COMPATIBLE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The union called off the march.", "The march was called off by the mayor."),
        ("The manuscript was discovered by two students.", "It was a plumber who came upon the manuscript."),
        ("The estate belongs to a museum.", "The estate is owned by a brewery."),
        ("The inventor of the lock was the smith Anders Holm.", "The lock was invented by Karl Weiss."),
        ("Insurgents hold the dam at Kesra.", "The dam at Kesra is occupied by government soldiers."),
    ],
)
def test_one_deed_of_two_doers_is_a_contradiction(a: str, b: str) -> None:
    for judged in (judge(a, b), judge(b, a)):
        assert (judged.relation, judged.rule) == ("contradict", "rival-doers")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # A name and a noun may be one.
        ("The company recalled the heaters.", "Norvik recalled the heaters."),
        # So may two nouns of much the same meaning.
        ("Officers removed the tents.", "The police removed the tents."),
        # Any letter, any goal.
        ("The bishop wrote a letter.", "The abbot wrote a letter."),
        # Each at its time.
        ("In 1990 the club owned the pier.", "In 2010 the pier was owned by a bank."),
    ],
)
def test_doers_that_may_be_one_and_deeds_that_may_be_two_do_not_clash(a: str, b: str) -> None:
    assert judge(a, b).relation != "contradict"
    assert judge(b, a).relation != "contradict"


@pytest.mark.parametrize(
    ("a", "b", "rival"),
    [
        ("The pact was signed in Tallinn.", "The pact was signed in Riga.", True),
        ("The congress took place in Porto.", "It was Lisbon that hosted the congress.", True),
        # A town may lie in a country.
        ("The pact was signed in Tallinn.", "The pact was signed in Estonia.", False),
        # Any protests may be elsewhere too.
        ("Protests were held in Porto.", "Protests were held in Braga.", False),
    ],
)
def test_what_happens_once_has_one_place(a: str, b: str, *, rival: bool) -> None:
    for judged in (judge(a, b), judge(b, a)):
        assert (judged.rule == "rival-places") is rival
        assert (judged.relation == "contradict") is rival


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        (
            "The regatta was cancelled because of ice.",
            "The regatta was cancelled because the sponsor left.",
            "rival-causes",
        ),
        ("The mine closed for safety reasons.", "The mine closed because the coal ran out.", "rival-causes"),
        (
            "The harvest failed because of the drought, not the locusts.",
            "The locusts caused the harvest to fail.",
            "denied-cause",
        ),
        ("Smoking has nothing to do with the decline.", "The decline was caused by smoking.", "denied-cause"),
        ("The leak was caused by frost rather than by neglect.", "The leak was caused by neglect.", "denied-cause"),
    ],
)
def test_a_cause_told_by_a_clause_or_cleared_by_a_phrase_clashes_with_another(a: str, b: str, rule: str) -> None:
    assert judge(a, b).rule == judge(b, a).rule == rule


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Prices rose because demand grew.", "Prices rose because of growing demand."),
        ("Prices rose because oil was scarce.", "Wages rose because hands were scarce."),
    ],
)
def test_one_cause_in_other_words_and_causes_of_two_things_do_not_clash(a: str, b: str) -> None:
    assert judge(a, b).relation in COMPATIBLE | {None}


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The pass has reopened.", "The pass is still closed.", "contradict"),
        ("The minister resigned.", "The minister remains in office.", "contradict"),
        ("The pass was closed.", "The pass is open.", "complementary"),
    ],
)
def test_what_is_still_so_has_not_changed(a: str, b: str, relation: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The airline will close its base in Faro.", "The airline may close its base in Faro.", "differ-in-certainty"),
        (
            "The two dairies are going to merge.",
            "A merger of the two dairies is one of several options.",
            "differ-in-certainty",
        ),
        ("He stole the ring.", "He denies having stolen the ring.", "contradict"),
        ("The first edition sold 500 copies.", "The second edition sold 9,000 copies.", "complementary"),
        ("The old warden was fond of dogs.", "The new warden has banned dogs.", "complementary"),
        ("Nobody was hurt.", "Two divers were injured.", "contradict"),
        ("The referee upheld the team's complaint.", "The team's complaint was rejected.", "contradict"),
        (
            "The maker withdrew the car for commercial reasons.",
            "The maker withdrew the car because of fires.",
            "contradict",
        ),
        ("The warden resigned over the lost keys.", "The warden resigned because of ill health.", "contradict"),
        ("The governor vetoed the bill.", "The governor signed the bill into law.", "contradict"),
        ("The dam held during the flood.", "The dam collapsed during the flood.", "contradict"),
        ("The council held a meeting on the dam.", "The dam collapsed.", None),
    ],
)
def test_more_ways_to_differ(a: str, b: str, relation: str | None) -> None:
    assert judge(a, b).relation == judge(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The court upheld the pilot's conviction.", "The mechanic was acquitted."),
        ("The mechanic was acquitted.", "The jury convicted the pilot."),
        ("The appeal court quashed the acquittal.", "The baker was found guilty."),
    ],
)
def test_verdicts_on_two_persons_do_not_clash(a: str, b: str) -> None:
    assert judge(a, b).relation in COMPATIBLE | {None}
    assert judge(b, a).relation in COMPATIBLE | {None}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The jury convicted the pilot.", "The pilot was acquitted."),
        ("The court overturned the acquittal of the mechanic.", "The court confirmed the acquittal of the mechanic."),
        ("Seven coins were not recovered.", "All seven coins were recovered."),
        ("The ship broke up because of frost, not of age.", "The ship broke up because of its age."),
    ],
)
def test_verdicts_and_facts_of_one_clash(a: str, b: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == "contradict"


def test_a_relative_clause_denies_only_its_own_verb() -> None:
    a, b = "Bolts which had not been tightened caused the crash.", "The crash was caused by loose bolts."
    assert judge(a, b).relation in COMPATIBLE


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The quake had a magnitude of 6.", "The quake had a magnitude of 7.1.", "differ-in-number"),
        ("Winds of force 8 were recorded off the cape.", "Winds of force 8 prevailed off the cape.", "agree"),
        # Where a place lies from another is no part of a whole.
        (
            "The balloon came down at 2:40, ten miles north of Lund.",
            "At 3:15 the balloon came down ten miles south of Lund.",
            "differ-in-date",
        ),
    ],
)
def test_scales_and_bearings(a: str, b: str, relation: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The verdict was read out on Monday.", "On Thursday the judges read out their verdict.", "differ-in-date"),
        (
            "The mill burned down in the spring of 1634.",
            "The mill burned down in the autumn of 1634.",
            "differ-in-date",
        ),
        ("The mill burned down in the spring of 1634.", "The mill burned down in 1634.", "agree"),
    ],
)
def test_days_and_seasons_without_a_date(a: str, b: str, relation: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The editor was shot by an unknown gunman.", "A gunman shot the editor."),
        (
            "The two abbots are in dispute over the name of the island.",
            "The abbots quarrel over the name of the island.",
        ),
        (
            "The union has argued for the easing of the sanctions.",
            "The union will not wait for the easing of the sanctions and the loans that it was hoping to get in Oslo.",
        ),
    ],
)
def test_what_is_open_beside_the_matter_leaves_it_settled(a: str, b: str) -> None:
    assert judge(a, b).relation != "differ-in-certainty"


def test_what_is_unknown_is_open() -> None:
    assert judge("The cause of the fire is unknown.", "The cause of the fire was a candle.").rule == "left-open"


def test_a_demand_is_no_state_and_a_promise_no_outcome(judge_published) -> None:
    demand = ("We call on the government to repeal the sugar tax of 2019.", "2020-03-01")
    assert judge_published(demand, ("The sugar tax of 2019 is still in force.", "2022-05-01")).rule != "state-overtaken"
    promise = "The government had promised to spend the revenue on school sport."
    judged = judge(promise, "The revenue was spent on school sport by the government.")
    assert (judged.relation, judged.rule) == ("complementary", "plan-and-fact")


def test_who_calls_a_figure_wrong_does_not_clash_with_another_who_does() -> None:
    both = judge("The figure of 410 lost jobs seems exaggerated.", "The figure of 410 lost jobs was invented.")
    assert both.relation not in ("contradict", "differ-in-number")
