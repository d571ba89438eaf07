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
        # Rates convert; months and years are not of one length.
        ("The spring yields 400 litres a day.", "The spring yields 7,000 litres a week.", "intervals-apart"),
        ("The spring yields 400 litres a day.", "The spring yields 2,800 litres a week.", "other-periods"),
        ("The ferry carries 900 guests a day.", "The ferry carries 27,000 guests a month.", "other-periods"),
        # What is set aside is not yet spent.
        (
            "The parish set aside 30,000 euros for the organ.",
            "The parish has spent 18,000 euros on the organ.",
            "other-figures",
        ),
        (
            "The parish earmarked 30,000 euros for the organ.",
            "The parish set aside 18,000 euros for the organ.",
            "intervals-apart",
        ),
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
        (
            "The tax raised 10 million euros in the first six months of 2020.",
            "The tax raised 23 million euros in 2020.",
            "other-periods",
        ),
        ("The firm sold 300 cars in the first quarter of 2021.", "The firm sold 1,400 cars in 2021.", "other-periods"),
        ("In 2020 the tax raised 22 million euros.", "The tax raised 25 million euros in 2020.", "intervals-apart"),
        (
            "The tax raised 23 million euros in 2020, less than the ministry had forecast.",
            "The tax raised 25 million euros in 2020.",
            "intervals-apart",
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


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The relief fund holds 40 million dollars.", "The stadium cost 65 million dollars."),
        ("The museum was built at a cost of 12 million euros.", "The museum's annual budget is 3 million euros."),
        ("The bank was fined 80 million pounds.", "The bank's budget for training is 50 million pounds."),
        (
            "The storm caused damage of 900 million dollars.",
            "The government paid 300 million dollars in aid to the victims of the storm.",
        ),
        ("The club owes 30 million euros.", "The club earned 55 million euros from tickets."),
        ("The theatre got a grant of 5 million euros.", "The theatre took out a loan of 8 million euros."),
        ("The city has a reserve of 10 million dollars.", "The flood did damage of 25 million dollars in the city."),
        ("The dish of the Aldham telescope measures 100 metres.", "The dish of the Orme telescope measures 76 metres."),
        ("The crew cut a 30-metre hole into the hull.", "The hull lies 80 metres below the surface."),
        ("The tower is 120 metres high.", "A 15-metre crack runs across the tower."),
        ("The train can carry 600 passengers.", "The train had 450 passengers on board."),
        ("The hall seats 900 people.", "Only 400 people came to the hall."),
        ("The plane was certified for 180 passengers.", "The list names 164 passengers of the plane."),
        ("Sales rose by 12 percent.", "Complaints fell by a third."),
        ("In all 343 people were rescued.", "Fishing boats rescued around 100 people."),
        ("The two attacks killed 90 people.", "The first attack killed 35 people."),
        ("The dig cost 5 million dollars.", "The dig cost a further 2 million dollars."),
        ("The committee expects another 30 members to join.", "The committee has 210 members."),
        ("Three firms bid for the contract.", "Two of the firms withdrew."),
        ("Five towns were flooded.", "Three of the five towns were flooded again."),
        ("The ministry received 40 applications.", "It approved 15 of the applications."),
    ],
)
def test_figures_of_two_kinds_or_of_part_and_whole_are_no_difference(a: str, b: str) -> None:
    assert judge(a, b).relation in {None, "complementary"}
    assert judge(b, a).relation in {None, "complementary"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The salvage cost 61 million euros.", "The raising of the wreck cost 80 million euros."),
        ("The fund holds 40 million dollars.", "The fund has 25 million dollars."),
        ("The bank was fined 80 million pounds.", "The bank paid a fine of 50 million pounds."),
        ("The storm caused damage of 900 million dollars.", "Damage from the storm came to 2 billion dollars."),
        ("The flood left damage of 3 billion dollars.", "Insurers put the losses from the flood at 5 billion dollars."),
        (
            "The strike cost the airline 20 million euros a day.",
            "The airline lost 35 million euros a day in the strike.",
        ),
        ("The budget of the film was 60 million dollars.", "The film cost 90 million dollars."),
        ("The club owes 30 million euros.", "The club's debt is 75 million euros."),
        ("The theatre received a grant of 5 million euros.", "The state granted the theatre 2 million euros."),
        ("A ticket costs 12 euros.", "Admission is 15 euros."),
        ("The tower is 120 metres high.", "The tower has a height of 150 metres."),
        ("The ship is 200 metres long.", "The 230-metre ship ran aground."),
        ("The village lies 12 kilometres from the border.", "The border is 25 kilometres from the village."),
        ("The train can carry 600 passengers.", "The train has a capacity of 450 passengers."),
        ("The stadium holds 50,000 people.", "The stadium has a capacity of 60,000 people."),
        ("In all 343 people were rescued.", "In total 310 people were rescued."),
        ("In all 343 people were rescued.", "Some 300 people were rescued."),
        ("The army lost another 30 tanks.", "The army lost a further 50 tanks."),
        ("Nine members voted for the plan.", "Six of the members voted for the plan."),
        ("Two of the firms withdrew.", "Three of the firms withdrew."),
        ("The squad includes nine players under twenty.", "Five of the squad's players are younger than twenty."),
    ],
)
def test_figures_of_one_kind_stay_a_difference(a: str, b: str) -> None:
    assert judge(a, b).relation == "differ-in-number"
    assert judge(b, a).relation == "differ-in-number"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The driver was sentenced to nine years in prison in March 2019.",
            "The court of appeal cut his sentence to six years in May 2020.",
        ),
        ("The board was fined 10 million dollars in 2015.", "The fine was later reduced to 6 million dollars."),
        ("A preliminary count of 35 dead was later revised.", "The flood killed 42 people."),
        ("The cost was estimated at 20 million euros in 2010.", "In the end the cost was 35 million euros."),
        ("The dam was to cost 200 million dollars.", "The dam finally cost 340 million dollars."),
        ("At first 80 people were reported missing.", "The number of missing people was later lowered to 22."),
        ("The ministry first put the toll at 120.", "The final toll was 96."),
    ],
)
def test_a_figure_that_took_the_place_of_another_differs_in_date(a: str, b: str) -> None:
    assert judge(a, b).rule == "figure-replaced"
    assert judge(b, a).rule == "figure-replaced"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The driver was sentenced to nine years in prison.", "The driver was sentenced to six years in prison."),
        ("The cost is estimated at 20 million euros.", "The cost is estimated at 35 million euros."),
        ("The bank forecast growth of 3 percent.", "The bank forecast growth of 1 percent."),
        ("Output fell to 400 tonnes in 2019.", "Output was 530 tonnes in 2019."),
        ("At first the guild wanted 40 florins.", "The guild wanted 60 florins."),
        ("The sentence was cut to six years.", "The sentence was cut to four years."),
    ],
)
def test_two_figures_that_nothing_puts_in_order_differ_in_number(a: str, b: str) -> None:
    assert judge(a, b).relation == "differ-in-number"
    assert judge(b, a).relation == "differ-in-number"


def test_an_estimate_gives_way_to_what_a_later_text_dates_behind_it(judge_published) -> None:
    estimate = ("The cost is estimated at 35 million euros.", "2012-10-03")
    assert (
        judge_published(estimate, ("The cost in May 2013 was 58 million euros.", "2014-09")).rule == "figure-replaced"
    )
    assert judge_published(estimate, ("The cost is 58 million euros.", "2012-10-09")).rule == "intervals-apart"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The town had 9,000 inhabitants in 1900.", "The town had 14,000 inhabitants in 1950.", "complementary"),
        (
            "The museum had 300,000 visitors in 2018.",
            "In 2021 only 90,000 people visited the museum.",
            "complementary",
        ),
        (
            "The society asked for 10 million dollars in August 2020.",
            "The hall was built at a cost of 9 million dollars in 1963.",
            None,
        ),
        ("The number of accidents fell to 51 in 2023.", "Inspectors found 17 defects in 2021.", None),
        ("The town had 9,000 inhabitants in 1900.", "The town had 12,000 inhabitants in 1900.", "differ-in-number"),
    ],
)
def test_amounts_of_two_periods_are_of_one_thing(a: str, b: str, relation: str | None) -> None:
    assert judge(a, b).relation == relation
    assert judge(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The herd counts 300 goats instead of the 450 goats that the breeders claim.", "The herd counts 450 goats."),
        ("The slick covers 90 square kilometres, not 40 square kilometres.", "The slick covers 40 square kilometres."),
        (
            "The slick covers 90 square kilometres, and not the 40 square kilometres that the owner admits.",
            "The slick covers 40 square kilometres.",
        ),
        (
            "The choir sold 800 tickets, fewer than the 2,000 tickets that the manager boasts of.",
            "The choir sold 2,000 tickets.",
        ),
        (
            "The repair cost 5 million euros, more than the 3 million euros that the council admits.",
            "The repair cost 3 million euros.",
        ),
        (
            "The police counted 3,000 marchers, far fewer than the 20,000 claimed by the unions.",
            "The unions counted 20,000 marchers.",
        ),
    ],
)
def test_a_figure_set_aside_for_another_is_not_held(a: str, b: str) -> None:
    assert judge(a, b).rule == "intervals-apart"
    assert judge(b, a).rule == "intervals-apart"


@pytest.mark.parametrize(
    "a",
    [
        "The choir sold fewer than the 2,000 tickets that the manager claims.",
        "The audience of the choir was nowhere near the 2,000 people that the manager claims.",
    ],
)
def test_who_calls_a_figure_missed_contradicts_who_gives_it(a: str) -> None:
    b = "The choir sold 2,000 tickets." if "tickets" in a else "The audience of the choir was 2,000 people."
    assert judge(a, b).relation == judge(b, a).relation == "contradict"


def test_a_figure_set_aside_for_something_else_is_not_called_wrong() -> None:
    a, b = "The farm grows wheat instead of 40 hectares of vines.", "The farm has 40 hectares of vines."
    assert judge(a, b).rule != "disputed-amount"


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        (
            "The hotel will receive 600 guests a week.",
            "The hotel received 400 guests a week in its first season.",
            "figure-replaced",
        ),
        ("The stadium was to cost 30 million euros.", "The stadium cost 48 million euros.", "figure-replaced"),
        ("The stadium was to cost 30 million euros.", "The stadium will cost 48 million euros.", "intervals-apart"),
        ("Exports will reach 500 tonnes in 2031.", "Exports reached 300 tonnes in 2022.", "other-periods"),
        ("The stadium will seat 30,000 people.", "The stadium seats 24,000 people.", "intervals-apart"),
        (
            "The hotel needs at least 900 guests a week.",
            "The hotel received 400 guests a week in its first season.",
            "other-figures",
        ),
        ("The hotel needs at least 900 guests a week.", "The hotel will receive 600 guests a week.", "other-figures"),
        ("The roof needs 3 million euros.", "The roof will cost 5 million euros.", "intervals-apart"),
    ],
)
def test_what_is_needed_or_foreseen_is_no_rival_of_what_came_about(a: str, b: str, rule: str) -> None:
    assert judge(a, b).rule == rule
    assert judge(b, a).rule == rule


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Five were injured.", "Two miners were killed and four injured.", "intervals-apart"),
        ("Five were injured.", "Two miners were killed and five injured.", "same-number"),
        ("A single nurse was on duty.", "Two nurses were on duty.", "intervals-apart"),
        ("The only nurse on duty was asleep.", "Two nurses were on duty that night.", "intervals-apart"),
        (
            "A seat will cost between 40 and 60 euros.",
            "Seats cost 20 euros at first and up to 40 euros from 2022.",
            "intervals-apart",
        ),
        ("The club had cut its staff from four cooks to one.", "The club will hire four more cooks.", "other-figures"),
        ("Forty more teachers will be hired.", "The school will hire 40 teachers.", "same-number"),
    ],
)
def test_counts_are_set_against_counts_of_the_same(a: str, b: str, rule: str) -> None:
    assert judge(a, b).rule == rule
    assert judge(b, a).rule == rule


def test_the_killed_are_not_set_against_the_injured() -> None:
    assert judge("Four miners were injured.", "Two miners died.").relation != "differ-in-number"
    found = judge("Four miners were injured.", "Two miners died and five were injured.")
    assert (found.rule, found.b.text) == ("intervals-apart", "five were injured")
