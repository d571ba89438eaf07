from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp import judge
from claimcmp.compare.features.dates.stretches import Stretch, read_stretch

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("The lighthouse was lit on 25 August.", "The old lighthouse was lit on 18 August.", "dates-apart"),
        ("The strike began in mid-October.", "The strike began on 2 November.", "dates-apart"),
        ("The strike began in October.", "The strike began on 12 October.", "same-words"),
        ("The lake rose by two feet in May.", "The lake fell by one foot in August.", "other-times"),
        ("The tunnel was closed from 4 to 9 May.", "The tunnel was closed on 6 May.", "same-words"),
        ("She was born in 1951.", "She was born in 1953.", "dates-apart"),
        ("The fee was raised again in August 2015.", "The fee was raised on 11 May 2014.", "other-times"),
        ("The fee was raised again in August 2015.", "The fee was raised again on 11 May 2014.", "dates-apart"),
        ("The tunnel was closed between 4 and 9 May.", "The tunnel was closed on 12 May.", "dates-apart"),
    ],
)
def test_days_of_no_known_year_set_events_apart(a: str, b: str, rule: str) -> None:
    assert judge(a, b).rule == rule
    assert judge(b, a).rule == rule


def test_days_of_guessed_years_set_one_event_apart(judge_published) -> None:
    early, late = ("The choir sang on 7 May.", "2021-05-20"), ("The choir sang on 9 May.", "2022-05-20")
    assert judge_published(early, late).rule == "dates-apart"
    assert judge_published(early, ("The choir sang on 7 May.", "2022-05-20")).relation == "agree"


def test_what_happened_before_the_earlier_text_does_not_overtake_it(judge_published) -> None:
    state = ("The tunnel stayed open throughout.", "2021-05-12")
    assert judge_published(state, ("The tunnel was closed from 4 to 7 May.", "2022-09")).relation == "contradict"
    forecast = ("The hospital expects that all wards will open by 31 May.", "2021-05-12")
    told = "The hospital opened the first ward on 20 May 2021 and all wards on 21 July 2021."
    ruling = judge_published(forecast, (told, "2022-09"))
    assert ruling.rule == "forecast-overtaken"
    assert 'told of "21 July 2021"' in ruling.reason


def test_a_forecast_whose_bound_holds_is_not_overtaken(judge_published) -> None:
    forecast = ("The flood could cost the county more than 10 million dollars.", "2021-05-12")
    told = ("The flood cost the county 16 million dollars up to October.", "2021-11-20")
    assert judge_published(forecast, told).rule == "within-bound"


def test_a_year_that_is_not_known_is_not_shown() -> None:
    assert judge("The choir sang on 7 May.", "The choir sang on 9 May.").reason == '"7 May" against "9 May"'


@given(DAYS, DAYS)
def test_days_of_no_known_year_meet_whatever_the_order(one: date, other: date) -> None:
    floating, fixed = read_stretch(f"--{one:%m-%d}"), Stretch(other, other)
    assert floating is not None
    assert floating.meets(fixed) == fixed.meets(floating) == ((one.month, one.day) == (other.month, other.day))


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("The bell rang at 2.15 in the morning.", "The bell rang shortly after two in the morning.", False),
        ("The bell rang at 2.15 in the morning.", "The bell rang shortly after four in the morning.", True),
        ("The bar closed at 8 p.m.", "The bar closed at nine in the evening.", True),
        ("The bar closed at 9 p.m.", "The bar closed at nine in the evening.", False),
        ("The train left at half past seven.", "The train left at 7:30 p.m.", False),
        ("The train left at half past seven.", "The train left at 9:30 p.m.", True),
        ("The siren sounded at 3:10 a.m.", "The siren sounded at 4:00 a.m.", True),
        ("The siren sounded at 3:10 a.m.", "The siren sounded at 3:14 a.m.", False),
        ("The siren sounded at 3 a.m.", "The siren sounded at 3:25 a.m.", False),
        ("The siren sounded at 3 a.m.", "The siren sounded at 3:50 a.m.", True),
        ("The siren sounded at about 3 a.m.", "The siren sounded at 3:50 a.m.", False),
        ("The kiln was lit before 9 a.m.", "The kiln was lit at 6.40 a.m.", False),
        ("The kiln was lit after 9 a.m.", "The kiln was lit at 6.40 a.m.", True),
        ("The bomb exploded at 11 at night.", "The bomb exploded at 23:10.", False),
        ("By noon the streets were flooded.", "The streets were flooded at 10 a.m.", False),
        ("By noon the streets were flooded.", "The streets were flooded at 3 p.m.", True),
        ("Rates stood at 2.15 percent in the morning.", "Rates stood at 9.15 percent in the morning.", False),
    ],
)
def test_hours_of_the_clock_in_digits_and_words(a: str, b: str, *, apart: bool) -> None:
    assert (judge(a, b).rule == "hours-apart") == apart
    assert (judge(b, a).rule == "hours-apart") == apart


def test_an_hour_is_shown_with_the_words_around_it() -> None:
    found = judge("The plant was shut shortly before 9 a.m. on 4 May.", "The plant was shut at 6.40 a.m. on 4 May.")
    assert found.reason == '"shortly before 9 a.m." against "at 6.40 a.m."'


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        (
            "The launch of the probe had been planned for April 2013.",
            "The probe was launched in June 2015.",
            "plan-and-fact",
        ),
        ("The theatre could open in 2031.", "The theatre opened in 2015.", "plan-and-fact"),
        ("The theatre was due to open in 2013.", "The theatre opened in 2015.", "plan-and-fact"),
        ("The theatre was scheduled to open in 2013.", "The theatre was scheduled to open in 2015.", "dates-apart"),
        ("The theatre was expected to open in 2013, but opened in 2014.", "The theatre opened in 2016.", "dates-apart"),
        ("The theatre may have opened in 2013.", "The theatre opened in 2015.", "dates-apart"),
        ("The theatre opened in May 2013.", "The theatre opened in June 2013.", "dates-apart"),
    ],
)
def test_a_plan_is_no_other_date_of_what_happened(a: str, b: str, rule: str) -> None:
    assert judge(a, b).rule == rule
    assert judge(b, a).rule == rule


def test_a_plan_of_an_earlier_text_is_overtaken_by_what_a_later_one_tells(judge_published) -> None:
    found = judge_published(
        ("The theatre is scheduled to open in May 2013.", "2012-10-01"),
        ("The theatre opened in June 2015.", "2016-02-01"),
    )
    assert found.rule == "forecast-overtaken"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("He was charged in 2014.", "He was acquitted in 2016."),
        ("The trial began on 3 May 2019.", "The trial ended on 9 June 2019."),
        ("The company was founded in 1998.", "The company went bankrupt in 2009."),
        ("The law was proposed in 2010.", "The law was passed in 2012."),
        ("The bill was introduced in March 2015.", "The bill was signed on 4 June 2015."),
        ("The vaccine was tested in April 2020.", "The vaccine was approved in December 2020."),
        ("The club bought the player in 2017.", "The club sold the player in 2019."),
        ("The museum asked for the money in May 2016.", "The money arrived in October 2016."),
        ("The contract was signed in 2008.", "The contract expired in 2018."),
        ("The patient fell ill on 3 March 2020.", "The patient died on 21 March 2020."),
        ("The price was announced on 10 September 2024.", "The price took effect on 1 October 2024."),
        ("The strike was announced on 3 March 2021.", "The strike was called off on 9 March 2021."),
        ("The ship was built in 1985.", "The ship sank in 1994."),
        ("The novel was written in 1921.", "The novel was published in 1925."),
        ("The spill happened on 1 May 2010.", "The spill was discovered on 4 May 2010."),
        ("The patient was admitted on 3 May 2020.", "The patient was discharged on 20 May 2020."),
        ("The bridge was damaged in 2011.", "The bridge was repaired in 2013."),
        ("The dog was lost on 3 May 2011.", "The dog was found on 9 May 2011."),
        ("The ban was imposed in 2010.", "The ban was lifted in 2014."),
        ("The court heard the case in May 2011.", "The court ruled on the case in June 2011."),
        ("A pump broke on 4 April 2019.", "The second pump broke on 9 July 2019."),
        ("The choir was going to sing in Lund in May 2015.", "The choir sang in Lund on 25 April 2019."),
    ],
)
def test_dates_of_two_stages_do_not_clash(a: str, b: str) -> None:
    assert judge(a, b).relation in {None, "complementary"}
    assert judge(b, a).relation in {None, "complementary"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The trial began on 3 May 2019.", "The trial opened on 6 May 2019."),
        ("The trial ended on 9 June 2019.", "The trial finished on 20 June 2019."),
        ("The company was founded in 1998.", "The company was established in 2001."),
        ("The bridge was reopened in July 2019.", "The bridge opened again in September 2019."),
        ("The law was passed in 2012.", "The parliament adopted the law in 2013."),
        ("The minister resigned in 2005.", "The minister stepped down in 2006."),
        ("The ship sank in 1994.", "The ship went down in 1995."),
        ("The strike was called off on 9 March 2021.", "The strike was cancelled on 12 March 2021."),
        ("She was arrested in June 2011.", "Police arrested her in July 2011."),
        ("The king died in 1972.", "The king's death came in 1974."),
        ("The plant was shut down in 2011.", "The plant was closed in 2013."),
        ("The contract was signed in 2008.", "They signed the contract in 2009."),
        ("The spill was discovered on 4 May 2010.", "The leak was found on 7 May 2010."),
        ("The dam burst on 3 May 1911.", "The dam broke on 5 May 1911."),
        ("The player joined the club in 2010.", "The player came to the club in 2011."),
        ("The law came into force on 1 July 2015.", "The law took effect on 1 September 2015."),
    ],
)
def test_two_dates_of_one_stage_stay_a_difference(a: str, b: str) -> None:
    assert judge(a, b).relation == "differ-in-date"
    assert judge(b, a).relation == "differ-in-date"


def test_a_day_that_is_counted_from_another_may_be_near_it(judge_published) -> None:
    told = ("The storm came on 7 May 2021; a day later the mayor resigned.", "2021-05-20")
    assert judge_published(told, ("The mayor resigned on 17 May.", "2021-05-28")).relation != "differ-in-date"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The choir sang in Lund on 14 November 2021.", "The search for the barge was ended on 25 November 2021."),
        ("The mayor gave an interview in December 2021.", "In September 2021 inspectors closed the kiln."),
        ("The barge sank on 14 November 2021.", "A monument was unveiled on 14 November 2023."),
    ],
)
def test_a_month_or_year_alone_is_nothing_in_common(a: str, b: str) -> None:
    assert judge(a, b).relation != "differ-in-date"


def test_a_forecast_is_not_overtaken_by_what_becomes_of_another_thing(judge_published) -> None:
    forecast = ("The new law will reduce accidents within three years.", "2012-10-03")
    assert judge_published(forecast, ("The sentence was reduced in June 2013.", "2014-09")).relation != "differ-in-date"


def test_a_year_that_a_relative_clause_names_is_not_missed() -> None:
    told = "The pier had been weakened by the storm, which struck the town in 2017, and by the floods of early 2020."
    assert judge(told, "The pier was damaged by the storm in September 2017.").relation != "differ-in-date"
