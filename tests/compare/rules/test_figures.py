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
        # The earlier state of a thing
        (
            "The fund holds $40 million, after $70 million at the end of 2011.",
            "The fund held $66 million in 2013.",
            "intervals-apart",
        ),
        (
            "The fund holds $40 million, after $70 million at the end of 2011.",
            "The fund held $70 million in 2011.",
            "same-number",
        ),
        ("Debt is 7 percent, down from 9 percent a year earlier.", "Debt stands at 9 percent.", "intervals-apart"),
        ("Debt is 7 percent, down from 9 percent in 2019.", "Debt was 9 percent in 2019.", "same-number"),
        ("Debt is 7 percent, down from 9 percent a year earlier.", "Debt stands at 7 percent.", "same-number"),
        ("Membership is 4,000, against 6,000 in 2010.", "Membership is 2,500.", "intervals-apart"),
        # Near figures of two times, vague ones, small ones
        ("Traffic will be 650,000 cars in 2031.", "Traffic was 655,900 cars in 2012.", "other-periods"),
        ("Traffic was 650,000 cars in 2012.", "Traffic was 654,000 cars in 2012.", "same-number"),
        ("Traffic was 650,000 cars in 2012.", "Traffic was 690,000 cars in 2012.", "intervals-apart"),
        ("The nurses waited several weeks for pay.", "The ward was shut three weeks early.", "same-matter"),
        ("The accord was made between two old rivals.", "The panel split, three to two, on the accord.", "same-words"),
        # Changes without a figure, shares, times that something takes, ranks
        ("Rents halved.", "Rents fell by a third.", "intervals-apart"),
        ("Rents halved.", "Rents fell by 50 percent.", "same-number"),
        ("Rents halved.", "Rents fell by 48 percent.", "same-number"),
        ("Rents almost tripled.", "Rents rose by 190 percent.", "same-number"),
        ("Rents tripled within a decade.", "Rents doubled within a decade.", "intervals-apart"),
        ("Rents doubled to 400 euros.", "Rents rose to 400 euros.", "same-number"),
        ("One in five shops closed.", "12 percent of shops closed.", "intervals-apart"),
        ("One in five shops closed.", "20 percent of shops closed.", "same-number"),
        ("One in five shops closed.", "12 percent of nurses closed a shop.", "other-figures"),
        ("The barge sank within an hour.", "The barge took three hours to sink.", "intervals-apart"),
        ("Oslo ranks second.", "Oslo ranks fourth.", "ranks-apart"),
        ("Oslo ranked second in 2010.", "Oslo ranked fourth in 2014.", "other-periods"),
        ("The port is Asia's largest.", "The port is the second-largest in Asia.", "ranks-apart"),
        ("The port is the third-largest in Asia.", "The port is one of the largest in Asia.", "same-words"),
        ("The port is the third-largest in Asia.", "The port is the fifth-largest in the world.", "same-matter"),
        # From when and up to when; when a survey was made
        (
            "The scheme has built 6,700 homes since 2008.",
            "By mid-2014 the scheme had built 4,000 homes.",
            "intervals-apart",
        ),
        ("The scheme has built 6,700 homes since 2008.", "The scheme built 400 homes in 2003.", "other-periods"),
        ("The scheme had built 6,700 homes by 2008.", "The scheme had built 400 homes in 2003.", "other-periods"),
        (
            "A poll in 2013 found that 48 percent of residents wanted the tram.",
            "A poll in 2011 found that 62 percent of residents wanted the tram.",
            "other-periods",
        ),
        ("Silver hit a record $17 on 19 April 2014.", "Silver dropped below $6 in October 2014.", "other-periods"),
        (
            "The price rose to $40 per kilogram in 2012 and $48 in 2013.",
            "The price rose to $48 per kilogram.",
            "same-words",
        ),
        # Two owners, two measures, a part and the whole
        ("Chile mined 5 million tonnes of copper.", "Peru mined 2 million tonnes of copper.", "other-figures"),
        ("Copper output in Chile was 5 million tonnes.", "Chile mined 2 million tonnes.", "intervals-apart"),
        ("NASA estimates the cost at $4 billion.", "ESA estimates the cost at $6 billion.", "intervals-apart"),
        ("Spain reported 4,000 cases.", "Italy reported 6,000 cases.", "other-figures"),
        ("Rome has 40 frigates.", "Italy has 55 frigates.", "intervals-apart"),
        ("The wall is 4 metres high.", "The wall is 300 metres long.", "other-figures"),
        ("The wall is 4 metres high.", "The wall has a height of 6 metres.", "intervals-apart"),
        ("The club bought 12 boats.", "The club sold 30 boats.", "other-figures"),
        ("The club bought 12 boats.", "The club purchased 30 boats.", "intervals-apart"),
        ("In the delta alone, 4,000 homes are flooded.", "Across the country 9,000 homes are flooded.", "other-part"),
        ("In the delta alone, 4,000 homes are flooded.", "In the delta 9,000 homes are flooded.", "intervals-apart"),
        (
            "The club got a grant of $9 million.",
            "The club got a grant, including $6 million for repairs.",
            "other-part",
        ),
        ("The valley produced 900 tonnes of rice.", "The valley exported 400 tonnes of rice.", "other-figures"),
        (
            "The valley's crop was 900 tonnes.",
            "The valley postponed the delivery of 400 tonnes.",
            "other-figures",
        ),
        ("The bank expects 5 million visitors.", "The ministry expects 9 million visitors.", "intervals-apart"),
        ("Losses range from 500 to 1,600 tonnes.", "The losses were 2,000 tonnes.", "intervals-apart"),
        ("Losses range from 500 to 1,600 tonnes.", "The losses were 900 tonnes.", "same-number"),
        ("Of the 500 seats, the party won 230.", "The party won 310 seats.", "intervals-apart"),
        (
            "The yard postponed the delivery of 37 ships from 2013 to the following year.",
            "The yard postponed the delivery of 33 ships to 2014.",
            "intervals-apart",
        ),
        ("The club sought a grant of $12 million.", "The club signed for a grant of $8 million.", "other-figures"),
        ("The club sought a grant of $12 million.", "The club had asked for a grant of $8 million.", "intervals-apart"),
        ("The plant was unable to ship 350 turbines.", "The order was for 420 turbines.", "other-figures"),
        (
            "The index hit a record 11,700 points on 19 April 2014.",
            "The index hit a record 12,900 points on 18 December 2014.",
            "other-periods",
        ),
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
