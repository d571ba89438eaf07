"""Dates in sentences: absolute, relative to the publication, and the numbers and words that are none."""

import itertools
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.pipeline.dates import find_dates

PUBLISHED = "2019-04-25"  # a Thursday

ABSOLUTE = [
    ("They met on 25 April 2019.", "25 April 2019", "2019-04-25", "day"),
    ("They met on April 25, 2019.", "April 25, 2019", "2019-04-25", "day"),
    ("On the 25th of April 2019 they met.", "the 25th of April 2019", "2019-04-25", "day"),
    ("On Thursday, April 25, 2019, they met.", "Thursday, April 25, 2019", "2019-04-25", "day"),
    ("Posted 2019-04-25 by staff.", "2019-04-25", "2019-04-25", "day"),
    ("Posted 04/25/2019 by staff.", "04/25/2019", "2019-04-25", "day"),
    ("Posted 04/05/2019 by staff.", "04/05/2019", "2019", "year"),
    ("It opened in April 2019.", "April 2019", "2019-04", "month"),
    ("It opened on the twenty-first of June 2019.", "the twenty-first of June 2019", "2019-06-21", "day"),
    ("It opened on April the ninth, 2012.", "April the ninth, 2012", "2012-04-09", "day"),
    ("It was set for September of 2018.", "September of 2018", "2018-09", "month"),
    ("It opened in Sept. 2018.", "Sept. 2018", "2018-09", "month"),
    ("It opened in summer 2019.", "summer 2019", "2019", "year"),
    ("Profits fell in Q3 2019.", "Q3 2019", "2019-Q3", "quarter"),
    ("Profits fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3", "quarter"),
    ("It began in 2017.", "2017", "2017", "year"),
    ("The 2017 roadmap has three stages.", "2017", "2017", "year"),
    ("The 2018 elections changed nothing.", "2018", "2018", "year"),
    ("The first talks (last convened in 2008) failed.", "2008", "2008", "year"),
    ("Prices doubled in the 1990s.", "1990s", "199", "decade"),
    ("Growth stalled in mid-2019.", "mid-2019", "2019", "year"),
    ("It starts in early 2020.", "early 2020", "2020", "year"),
    ("It ended in late March 2018.", "late March 2018", "2018-03", "month"),
    ("It dates from the 19th century.", "19th century", "18", "century"),
    ("The FY2020 budget grew.", "FY2020", "2020", "year"),
    ("Peace came in 1648.", "1648", "1648", "year"),
]

RELATIVE = [
    ("They met on April 10.", "2019-04-10"),
    ("They met in March.", "2019-03"),
    ("They will meet in May.", "2019-05"),
    ("The summit is due on June 12.", "2019-06-12"),
    ("They met in December.", "2018-12"),
    ("They met on April 10 of that year.", "--04-10"),
    ("They met on Tuesday.", "2019-04-23"),
    ("They met on Thursday.", "2019-04-25"),
    ("They will meet on Monday.", "2019-04-29"),
    ("They met last Thursday.", "2019-04-18"),
    ("They meet next Thursday.", "2019-05-02"),
    ("They met on Friday of last week.", "2019-04-19"),
    ("It fell last year.", "2018"),
    ("It falls this month.", "2019-04"),
    ("It falls next month.", "2019-05"),
    ("It came yesterday.", "2019-04-24"),
    ("Bids are due this afternoon.", "2019-04-25"),
    ("The club plans to ask the league for a licence to play on artificial turf in the first half of June.", "2019-06"),
    ("They meet tomorrow.", "2019-04-26"),
    ("They met last week.", "2019-04"),
    ("It began three years ago.", "2016"),
    ("It began five months ago.", "2018-11"),
    ("It began ten days ago.", "2019-04-15"),
    ("It rained last summer.", "2018"),
    ("They met in October of last year.", "2018-10"),
]

UNRESOLVED = [
    ("They met on April 10.", None, "--04-10"),
    ("They met in March.", None, "--03"),
    ("They met on Tuesday.", None, None),
    ("They met on Tuesday.", "2019-04", None),
    ("It fell last year.", None, None),
    ("It fell last year.", "2019", "2018"),
    ("It fell last month.", "2019", None),
    ("It fell last month.", "2019-01", "2018-12"),
    ("They met on April 10.", "2019", "--04-10"),
    ("It closed two months later.", "2019-04-25", None),
    ("They leave from November 4.", "2018-05-11", "--11-04"),
    ("It fell last week.", "2019-01-02", "2018-12"),
]

SEVERAL = [
    ("The campaign of 2012–15 hurt.", ["2012", "2015"]),
    ("In the 2018-19 season it fell.", ["2018", "2019"]),
    ("In the 2018/19 season it fell.", ["2018"]),
    ("It fell in 2018/2019 and rose in 2019/20.", ["2018", "2019"]),
    ("The archive of 2012/15 burned.", ["2012", "2015"]),
    ("They met on April 25-27, 2019.", ["2019-04-25", "2019-04-27"]),
    ("It paused from January to May 2020.", ["2020-01", "2020-05"]),
    ("It ran from 23 to 29 March 2021.", ["2021-03-23", "2021-03-29"]),
    ("Between 1979 and 2016 it rose.", ["1979", "2016"]),
    ("In October 2019 one fell; five months later another did.", ["2019-10", "2020-03"]),
    ("It opened in 2017 and closed on 3 May 2018.", ["2017", "2018-05-03"]),
]

NONE = [
    "It may fall, and troops march on.",
    "The second sensor failed; he sat in the sun.",
    "We and April Ryan disagree.",
    "Theresa May resigned.",
    "The attack killed 2000 people.",
    "They sent 1500 troops.",
    "More than 2000 were hurt.",
    "It cost $2000 then.",
    "Resolution 1718 was adopted.",
    "Flight 2019 was late.",
    "It grew in recent months.",
    "It grew over the last year.",
    "It took three years.",
    "It was refloated at 15:05 (13:05 GMT).",
    "Moscow disagrees (Mid.ru, April 10).",
    "Lisbon hopes (Reuters, March 3; Lemonde.fr, March 5).",
    "It is contested (Smith et al., 2014, p. 5).",
    "It ended.[12]",
    "The Russia Today channel said so.",
    "Bloody Sunday Inquiry papers are public.",
    "It weighs 2019.5 kilos.",
    "He ran 2000 km.",
]


@pytest.mark.parametrize(("text", "words", "iso", "granularity"), ABSOLUTE)
def test_dates_absolute(text: str, words: str, iso: str, granularity: str) -> None:
    assert [(d.text, d.iso, d.granularity) for d in find_dates(text)] == [(words, iso, granularity)]


@pytest.mark.parametrize(("text", "iso"), RELATIVE)
def test_dates_relative_to_publication(text: str, iso: str) -> None:
    assert [d.iso for d in find_dates(text, published=PUBLISHED)] == [iso]


@pytest.mark.parametrize(("text", "published", "iso"), UNRESOLVED)
def test_dates_resolve_only_as_far_as_is_known(text: str, published: str | None, iso: str | None) -> None:
    assert [d.iso for d in find_dates(text, published=published)] == [iso]


@pytest.mark.parametrize(("text", "isos"), SEVERAL)
def test_dates_several_in_a_sentence(text: str, isos: Sequence[str]) -> None:
    assert [d.iso for d in find_dates(text)] == isos


@pytest.mark.parametrize("text", NONE)
def test_dates_leaves_out_what_is_none(text: str) -> None:
    assert find_dates(text, published=PUBLISHED) == []


@pytest.mark.parametrize("published", ["", "soon", "2019-13-01", "2019-02-31", "0000", "9999-12-31"])
def test_dates_survive_odd_publication_dates(published: str) -> None:
    assert find_dates("It fell last year, in the next week and on April 10.", published=published)


def test_dates_without_day_in_the_calendar_are_none() -> None:
    assert find_dates("It was on 2019-02-31.") == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It rained on 25/6/2020, and on 3/4/2020 it snowed.", "2020-04-03"),
        ("It rained on 6/25/2020, and on 3/4/2020 it snowed.", "2020-03-04"),
        ("It rained on 25/6/2020 and 6/25/2020, and on 3/4/2020 it snowed.", "2020"),
        ("On 3/4/2020 it snowed.", "2020"),
        ("On 3.4.2020 it snowed.", "2020-04-03"),
    ],
)
def test_dates_in_figures_are_read_as_the_text_tells(text: str, iso: str) -> None:
    assert find_dates(text)[-1].iso == iso


def test_dates_end_before_the_full_stop_of_the_sentence() -> None:
    assert [date.text for date in find_dates("The match is on the 5th of May.")] == ["the 5th of May"]
    assert [date.text for date in find_dates("Profit rose in FY24.")] == ["FY24"]


@pytest.mark.parametrize("piece", ["Monday ", "April ", "2019-", "2019 ", "(A, April 2; ", "last ", "the 1990s "])
def test_dates_take_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    find_dates(text, published=PUBLISHED)
    assert time.process_time() - start < 5


WORDS = st.sampled_from(
    [
        "1",
        "2019",
        "2018-19",
        "25",
        "25th",
        "April",
        "May",
        "march",
        "the",
        "of",
        "in",
        "on",
        "last",
        "next",
        "this",
        "year",
        "month",
        "week",
        "ago",
        "three",
        "later",
        "yesterday",
        "Monday",
        "Q3",
        "FY2020",
        "1990s",
        "'90s",
        "mid-",
        "early",
        "late",
        "century",
        "19th",
        "2019-04-25",
        "04/25/2019",
        "(",
        ")",
        ",",
        ".",
        "-",
        "–",
        "and",
        "to",
        "9999",
        "31",
        "February",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
)
DAYS = st.none() | st.dates().map(str) | st.sampled_from(["2019", "2019-04", "0001-01-01", "9999-12-31", "1"])


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS, st.integers(0, 1000))
def test_dates_invariants(text: str, published: str | None, offset: int) -> None:
    found = find_dates(text, published=published)
    assert found == find_dates(text, published=published)
    assert all(text[d.start : d.end] == d.text != "" for d in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    shifted = find_dates(text, published=published, offset=offset)
    assert [(d.start, d.end, d.iso) for d in shifted] == [(d.start + offset, d.end + offset, d.iso) for d in found]
