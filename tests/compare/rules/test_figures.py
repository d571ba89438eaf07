import pytest

from claimcmp import judge


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Three of the five reactors were damaged.", "Four of the five reactors were damaged.", "intervals-apart"),
        ("Two of its seven bridges are closed.", "Three of its seven bridges are closed.", "intervals-apart"),
        ("2 of the 5 engines failed.", "3 of the 5 engines failed.", "intervals-apart"),
        ("Two of five wells were poisoned.", "Four of five wells were poisoned.", "intervals-apart"),
        ("Two of the nine judges dissented.", "All nine judges dissented.", "intervals-apart"),
        ("Three of the five reactors were damaged.", "Three reactors were damaged.", "same-number"),
        (
            "The strike costs the port $4 million a day.",
            "The strike cost the port $90 million in all.",
            "rate-and-total",
        ),
        ("The well yields 500 barrels a day.", "The oil well yielded 90,000 barrels.", "rate-and-total"),
        (
            "The hut sold 900 tickets in its first six months.",
            "The hut sold 2,100 tickets in its first year.",
            "other-periods",
        ),
        (
            "The hut has sold 900 tickets since the fair.",
            "The hut sold 2,100 tickets in its first full year.",
            "other-periods",
        ),
        (
            "The hut sold 900 tickets between May and July 2019.",
            "The hut sold 2,100 tickets in its first year.",
            "other-periods",
        ),
        (
            "The hut sold 900 tickets in the first half.",
            "The hut sold 700 tickets in its first six months.",
            "intervals-apart",
        ),
        ("The ferries can carry 120 passengers each.", "The ferries carried 90,000 passengers.", "rate-and-total"),
        ("Each ferry can carry 120 passengers.", "The ferries carried 90,000 passengers.", "rate-and-total"),
        ("The ferries can carry 120 passengers each.", "The ferries can carry 150 passengers each.", "intervals-apart"),
        ("Cooks earn $15 an hour.", "Cooks earn $15.", "same-words"),
        ("The speed limit is 80 km per hour.", "The car went at 120 km per hour.", "other-figures"),
        (
            "The mill spent 2 percent of its income on repairs in 2021, against 4 percent in 2014.",
            "The mill spent 3 percent of its income on repairs in 2014, and 2 percent in 2021.",
            "same-number",
        ),
        (
            "Attendance in the 2018/19 season was 310,000 guests.",
            "Attendance fell to 240,000 guests in the 2018/19 season.",
            "intervals-apart",
        ),
        (
            "Attendance in the 2017/18 season was 310,000 guests.",
            "Attendance fell to 240,000 guests in the 2018/19 season.",
            "other-periods",
        ),
        ("The lease is 11 billion cedis.", "The lease is 32 billion cedis.", "intervals-apart"),
        ("A bushel costs 30 quillok.", "A bushel costs 45 quillok.", "intervals-apart"),
        ("A bushel costs 30 quillok.", "A bushel costs 45 zennar.", "other-objects"),
        ("The city spent $9 million on schools.", "The flood cost the city $18 million.", "other-figures"),
        ("The city spent $9 million on the festival.", "The festival cost the city $18 million.", "intervals-apart"),
        (
            "The airline had cancelled 150 flights by April.",
            "By July the airline had cancelled 212 flights.",
            "later-count",
        ),
    ],
)
def test_figures_of_one_thing_and_of_two(a: str, b: str, rule: str) -> None:
    assert judge(a, b).rule == rule
    assert judge(b, a).rule == rule


def test_a_count_so_far_is_one_of_the_day_of_its_text(judge_published) -> None:
    early, late = ("The storm has so far killed 40 people.", "2021-03-12"), "The storm killed 52 people."
    assert judge_published(early, (late, "2021-11-20")).rule == "later-count"
    assert judge_published(early, (late, None)).rule == "intervals-apart"


@pytest.mark.parametrize(
    ("text", "replaces"),
    [
        ("The mill lost 80 jobs.", False),
        ("The final count is that the mill lost 80 jobs.", True),
        ("The mill has now lost 80 jobs.", True),
        ("In June 2021 the mill lost 80 jobs.", True),
    ],
)
def test_only_a_figure_marked_as_new_may_replace_an_earlier_one(judge_published, text: str, replaces: bool) -> None:
    found = judge_published(("The mill lost 60 jobs.", "2021-02-01"), (text, "2021-07-01"))
    assert ("may replace" in found.reason) == replaces
