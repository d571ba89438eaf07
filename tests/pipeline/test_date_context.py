"""Dates that lean on the dates before them."""

import pytest

from claimcmp.pipeline.date_context import date_before, dates_before
from claimcmp.pipeline.dates import find_dates


@pytest.mark.parametrize(
    ("text", "published", "dates"),
    [
        ("The dam broke on May 12, 2015. The last valley was dry by June 3.", "2018-04", ["2015-05-12", "2015-06-03"]),
        ("One fell in October 2018, the other in March.", "2021-07-01", ["2018-10", "2019-03"]),
        (
            "It began in June 2018. The siege lasted from 3 to 9 July.",
            "2021-01",
            ["2018-06", "2018-07-03", "2018-07-09"],
        ),
        ("In 2016 the clinic opened; its ward followed in November of the following year.", None, ["2016", "2017-11"]),
        ("The ferry sank on June 4, 2011. The next day divers went down.", None, ["2011-06-04", "2011-06-05"]),
        ("He won in 1998 and lost two years later.", None, ["1998", "2000"]),
        ("Last year, at the end of May, the mine closed.", "2019-04-25", ["2018-05"]),
        ("Rain came on the first Monday of October 2020.", None, ["2020-10-05"]),
        ("The fair ran April 9 through 17.", "2016-05-01", ["2016-04-09", "2016-04-17"]),
        ("It has been shut since August.", "2016-03-02", ["2015-08"]),
        ("The show will run from May to September.", "2018-04-02", ["2018-05", "2018-09"]),
        ("Prices of that year were high.", None, []),
        ("The dam broke two weeks after May 4, 2019.", None, ["2019-05-18"]),
        ("It fell the day before yesterday.", "2020-05-10", ["2020-05-08"]),
        ("The shop closed three months before June 2011.", None, ["2011-03"]),
        ("The year after 2015 was dry.", None, ["2016"]),
        ("In the two years after 2015 sales fell.", None, ["2015"]),
        ("More than two weeks after May 4, 2019 it stopped.", None, ["2019-05-04"]),
        ("The days after May 4, 2019 were hot.", None, ["2019-05-04"]),
        (
            "In July, when the rule of 2015 was broken, it rained; a week later it froze.",
            "2019-12-01",
            ["2019-07", "2015", None],
        ),
        (
            "On May 4 the rule of 2015 was broken; a week later it was dropped.",
            "2019-12-01",
            ["2019-05-04", "2015", "2019-05"],
        ),
        ("Sales rose in April, and costs fell in the same month.", "2020-05-10", ["2020-04", "2020-04"]),
    ],
)
def test_date_context_completes_dates(text: str, published: str | None, dates: list[str]) -> None:
    assert [date.iso for date in find_dates(text, published=published)] == dates


def test_date_context_leaves_news_its_own_year() -> None:
    text = "The law of May 2014 is old. The court sat on April 2."
    assert [date.iso for date in find_dates(text, published="2019-04-25")] == ["2014-05", "2019-04-02"]


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("A beam broke on 6 November.", "2014-11", "2010-11-06"),
        ("A beam broke on 6 November.", "2014", "2010-11-06"),
        ("A beam broke on 6 November.", "2014-11-20", "2014-11-06"),
        ("It will open on 6 December.", "2014-11", "2014-12-06"),
    ],
)
def test_what_is_dated_by_its_month_alone_keeps_the_year_of_what_it_tells(text: str, published: str, iso: str) -> None:
    found = find_dates(text, published=published, earlier="2010-08-10")
    assert [date.iso for date in found] == [iso]
    late = find_dates(text, published=published, earlier="2014-09-10")
    assert [date.iso for date in late] == [iso.replace("2010", "2014")]


def test_date_context_reaches_back_before_the_sentence() -> None:
    assert [date.iso for date in find_dates("It reopened on July 9.", earlier="2003-05-01")] == ["2003-07-09"]
    assert [date.iso for date in find_dates("It reopened on July 9.", earlier="2003")] == ["2003-07-09"]


def test_date_context_counts_on_from_the_last_date_that_is_precise_enough() -> None:
    near = ["2019-05-04", "2015"]
    assert [date.iso for date in find_dates("It sank the next day.", near=near)] == ["2019-05-05"]
    assert [date.iso for date in find_dates("It sank the same year.", near=near)] == ["2015"]
    assert find_dates("It sank the same month.", near=["2015"]) == []
    assert [date.iso for date in find_dates("It sank the same day.", near=["2015-02-03", "--05-04"])] == ["--05-04"]


def test_dates_before_are_those_close_by() -> None:
    text = "The mill opened in 1990. It closed last May and was sold on Monday. Nobody came."
    found = find_dates(text, published="2020-11-11")
    assert dates_before(found, text.index("Nobody")) == ["1990", "2020-05", "2020-11-09"]
    assert dates_before(found, text.index("It closed")) == ["1990"]
    assert dates_before(found, len(text) + 1000) == []


def test_date_before_is_one_whose_year_is_told() -> None:
    text = "The bridge fell on May 12, 2015. The inquiry ended in June."
    dates = find_dates(text)
    assert date_before(dates, 40) == "2015-05-12"
    assert date_before(dates, 3) is None
    later = find_dates("The inquiry ended in June.", earlier="2015-05-12")
    assert date_before(later, 40, "2015-05-12") == "2015-06"
    assert date_before(later, 40, "2011-05-12") is None


def test_that_weekday_is_of_the_week_named_before() -> None:
    text = "Guests left that Thursday."
    assert [date.iso for date in find_dates(text, published="2019-06-30", near=["2019-05-08"])] == ["2019-05-09"]
    assert [date.iso for date in find_dates(text, published="2019-06-30")] == [None]


def test_a_year_named_between_leaves_days_of_one_month_theirs() -> None:
    near = ["2020-03-10", "2015"]
    assert [date.iso for date in find_dates("The roof fell on March 8.", earlier="2015", near=near)] == ["2020-03-08"]
    assert [date.iso for date in find_dates("The roof fell on June 8.", earlier="2015", near=near)] == ["2015-06-08"]
