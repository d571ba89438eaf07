"""What only looks like a clash: said of other things, by others, at another time, or of another kind of figure."""

import pytest

from claimcmp import judge
from claimcmp.records import COMPATIBLE

COMPATIBLE_OR_APART = {*COMPATIBLE, None}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # A margin is no number of votes.
        ("Anna Holm won by 41 votes.", "A bundle of 100 votes for Anna Holm was found in a cupboard."),
        # Hundreds may be any number of them.
        ("Hundreds of trains were late.", "94 trains were late by noon."),
        # A fraction in words is round.
        ("Sales of the paper fell by a fifth.", "Sales of the paper fell by 22 percent."),
    ],
)
def test_figures_of_two_kinds_do_not_clash(a: str, b: str) -> None:
    assert judge(a, b).relation in COMPATIBLE_OR_APART
    assert judge(b, a).relation in COMPATIBLE_OR_APART


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Holm won by 41 votes.", "Anna Holm won by 60 votes."),
        ("The hall was shut for under an hour.", "The hall was shut for more than an hour."),
        ("Margins shrank by 90 euros a hectare.", "Farms lost 300 euros a hectare in margins."),
        ("Sales of the paper fell by a fifth.", "Sales of the paper fell by 30 percent."),
        ("Only 46 of the 212 huts were searched.", "All huts were searched."),
        ("The mill will cut a fifth of its 3,000 jobs.", "The mill will shed 900 of its 3,000 jobs."),
    ],
)
def test_figures_of_one_kind_clash(a: str, b: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == "differ-in-number"


def test_the_figure_next_to_the_verdict_is_the_one_called_wrong() -> None:
    verdict = "They searched all 90 huts; the story of 40 is made up."
    assert "40" in judge("Only 40 of the 90 huts were searched.", verdict).reason
    assert judge("The patrol searched all 90 huts.", verdict).relation == "agree"


def test_a_figure_may_be_called_wrong_by_any_word_for_it() -> None:
    found = judge("Turnout was 57.9 percent.", "The figure of 57.9 percent for turnout was erroneous.")
    assert found.rule == "disputed-amount"


def test_what_is_wanted_or_to_come_of_all_is_no_other_share() -> None:
    told = "One guest in four was checked at the gate."
    assert judge(told, "Every guest should be checked at the gate.").relation in COMPATIBLE_OR_APART
    assert judge(told, "Every guest was checked at the gate.").rule == "extents-apart"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Of other things: what describes a noun, what one has none of, another object, another doer.
        ("The mayor obtained 9,000 valid votes.", "The result cannot be taken seriously."),
        ("The council holds no power over the port.", "The council holds to its promise on the port."),
        ("Ferry captains admire the mayor for defying Rome.", "The port will not defy the rules of Brussels."),
        ("Microsoft had not published the files.", "We published the files at once."),
        ("The divers found nothing to suggest a leak.", "Forty of the tickets were found to be forged."),
        # At another time: what has not come so far may still come.
        ("Each guest is to be called in this month.", "Not one guest had been called in."),
        # What is denied on a condition is not denied.
        ("The doctors do not prescribe the syrup without a test.", "The doctors prescribe the syrup."),
        # Nobody says of what is not known that it is so.
        ("We have no idea when the walls recover.", "The drug weakens the walls."),
        # Who is left behind has left nothing.
        ("The club stayed one step behind its rival.", "Like the town, the club is left behind."),
        # What lies somewhere is no lie.
        ("The island lies so near.", "The ministers openly sought closer contact with the island."),
        # Not every one is not none.
        ("Nor is every dead hen the victim of a fox.", "The foxes killed forty hens."),
        # What only says which things are meant is not denied of others.
        ("Guests who did not pay are left out of the count.", "The guests paid at the gate."),
        # What is done to more of them says nothing of how many there are.
        ("The foresters finally shot more deer.", "Red deer have declined by 14 percent."),
        # Who is for or against what.
        ("Medivar rejected that account.", "Medivar has supported the railway throughout."),
        # A fault that lasted so long is not named a cause.
        ("The fault in the pump lasted 38 minutes.", "It was haste that caused the breakdown of the pump."),
        # Only what fell in part.
        ("Thefts have fallen.", "Night thefts outside shopping hours increased."),
        # Two denials, one of which has in its subject what the other denies.
        (
            "There is no evidence that giving up the drug leads to a more rapid decline.",
            "The panel has seen no evidence that stopping abruptly speeds up decline.",
        ),
        # Early is not the contrary of slow.
        ("Decline was slowed by a fifth.", "Those who began early declined less."),
        # What is withdrawn of its own accord is not forced.
        ("It withdrew the drug of its own accord.", "It voluntarily withdrew the drug."),
        # Plans that are denied deny nothing of what they would change.
        ("The council denied that there were any plans to extend the ban to boats.", "Boats were banned in May."),
    ],
)
def test_what_is_said_of_two_things_is_no_contradiction(a: str, b: str) -> None:
    assert judge(a, b).relation in COMPATIBLE_OR_APART
    assert judge(b, a).relation in COMPATIBLE_OR_APART


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The council holds no power over the port.", "The council holds great power over the port."),
        ("The divers found nothing in the wreck.", "The divers found a gun in the wreck."),
        ("The bank did not close the branch.", "The bank closed the branch."),
        ("Thefts have fallen.", "Thefts have risen."),
        ("We find no effect of the tax on wages.", "Wages have risen."),
        ("The drug's effect was small.", "The drug's effect was large."),
    ],
)
def test_what_is_said_of_one_thing_is(a: str, b: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == "contradict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # What is open is something else: how long, or what the other does not speak of.
        ("Nobody knows how long the walls remain weak.", "The drug makes the walls weak."),
        ("The port authority would not say whether it had paid.", "The port authority runs the harbour."),
        # Who disputes a claim and who denies it hold it as little.
        ("The club's claim that the roof was safe is disputed.", "The roof was not safe."),
        # What one promises and another demands.
        (
            "The ministry said it would pay for scans for a year.",
            "The ministry should pay for scans for a year.",
        ),
        # Two permissions.
        ("The ruling may be appealed in Ghent.", "Rulings can be appealed in Ghent."),
        # Who denies what another tells with doubt.
        ("Guards allegedly entered the vault.", "No guard entered the vault."),
    ],
)
def test_nobody_is_surer_than_the_other(a: str, b: str) -> None:
    for judged in (judge(a, b), judge(b, a)):
        assert judged.relation not in {"differ-in-certainty", "differ-in-attribution"}


def test_shares_of_the_public_and_of_a_calling_are_two() -> None:
    assert judge("72 percent of adults back the ban.", "83 percent of teachers back the ban.").relation is None
    assert judge("72 percent of adults back the ban.", "83 percent of adults back the ban.").rule == "intervals-apart"


def test_what_a_sum_is_only_set_against_is_not_given() -> None:
    kept, passed = (
        "The harbour kept to its budget of 640 million.",
        "Costs have come to 795 million, against a budget of 640 million.",
    )
    assert judge(kept, passed).rule != "same-number"
