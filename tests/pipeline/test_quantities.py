"""Amounts in sentences: values, intervals, units, and the numbers that are none."""

import itertools
import math
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp.pipeline.dates import find_dates
from claimcmp.pipeline.quantities import find_quantities

ONE = [
    # Scales and money
    ("The canal lost $14m a day.", "$14m a day", 14e6, "USD per day"),
    ("Insurers paid $1.5bn in claims.", "$1.5bn", 1.5e9, "USD"),
    ("The authority asked for US$916 million.", "US$916 million", 916e6, "USD"),
    ("The claim fell to 550$ million.", "550$ million", 550e6, "USD"),
    ("Moscow sent USD 4 million in flour.", "USD 4 million", 4e6, "USD"),
    ("Output is worth 4.1tn yuan.", "4.1tn yuan", 4.1e12, "CNY"),
    ("Exports reached 10.8 billion euros.", "10.8 billion euros", 10.8e9, "EUR"),
    ("The court froze £300,000.", "£300,000", 300_000, "GBP"),
    ("A loan of EUR 25m was agreed.", "EUR 25m", 25e6, "EUR"),
    ("Seoul offered 20 billion won.", "20 billion won", 20e9, "KRW"),
    ("Tokyo pledged ¥500 billion.", "¥500 billion", 500e9, "JPY"),
    ("The ministry owes 11 billion cedis.", "11 billion cedis", 11e9, "GHS"),
    ("A litre costs 3,200 Malawian kwacha.", "3,200 Malawian kwacha", 3200, "MWK"),
    ("Rent is BWP 900 a month.", "BWP 900 a month", 900, "BWP per month"),
    ("They signed a 5-million-euro contract.", "5-million-euro", 5e6, "EUR"),
    ("Half a billion dollars is missing.", "Half a billion dollars", 5e8, "USD"),
    ("The harbour went without 2 million to 3 million euros in fees.", "2 million to 3 million euros", 2.5e6, "EUR"),
    ("The jab spared seven in 10 from falling ill.", "seven in 10", 70, "percent"),
    # Marks between digits
    ("Russia delivered 29,240 tons.", "29,240 tons", 29_240, "t"),
    ("The village has 1 000 inhabitants.", "1 000 inhabitants", 1000, "inhabitant"),
    ("Zurich paid 1'000 francs.", "1'000 francs", 1000, "CHF"),
    # What stands behind the unit
    ("The cut lasted an hour and a half.", "an hour and a half", 1.5, "hour"),
    ("The works took a year and a half.", "a year and a half", 1.5, "year"),
    ("They walked two miles and three quarters.", "two miles and three quarters", 2.75, "mile"),
    ("It burned for an hour and twenty minutes.", "an hour and twenty minutes", 4 / 3, "hour"),
    (
        "The drug costs 900 crowns per patient a year.",
        "900 crowns per patient a year",
        900,
        "crown per patient per year",
    ),
    ("It costs 900 crowns a year for each child.", "900 crowns a year for each child", 900, "crown per child per year"),
    ("The fee is 900 crowns per child a year ago.", "900 crowns per child", 900, "crown per child"),
    ("She won by a majority of 187 votes.", "187 votes", 187, "vote"),
    # Words
    ("It will take twenty-five years.", "twenty-five years", 25, "year"),
    ("They need three and a half years.", "three and a half years", 3.5, "year"),
    ("Two hundred and fifty thousand troops wait.", "Two hundred and fifty thousand troops", 250_000, "troop"),
    ("A dozen ships are stuck.", "A dozen ships", 12, "ship"),
    ("Half a million tonnes rotted.", "Half a million tonnes", 5e5, "t"),
    ("The nozzle fired two dozen times.", "two dozen times", 24, "time"),
    ("The inspectors came twice.", "twice", 2, "time"),
    # Shares
    ("Prices rose 4 % in May.", "4 %", 4, "percent"),
    ("Turnout was 56.3 per cent.", "56.3 per cent", 56.3, "percent"),
    ("Two thirds of the loans were written off.", "Two thirds", 66.6666666667, "percent"),
    ("A third of the crew is ill.", "A third", 33.3333333333, "percent"),
    ("Sales fell by a quarter.", "a quarter", 25, "percent"),
    ("One in five workers gets a raise.", "One in five", 20, "percent"),
    ("Nine out of ten refugees stay.", "Nine out of ten", 90, "percent"),
    ("Nine voters in ten stayed at home.", "Nine voters in ten", 90, "percent"),
    ("One household in four has no lift.", "One household in four", 25, "percent"),
    ("Nine of every ten ships left.", "Nine of every ten", 90, "percent"),
    ("Growth slowed by 0.4 percentage points.", "0.4 percentage points", 0.4, "percentage point"),
    ("The bank added 25 basis points.", "25 basis points", 25, "basis point"),
    ("The index moved -0.3% overnight.", "-0.3%", -0.3, "percent"),
    ("It changed by minus five percent.", "minus five percent", -5, "percent"),
    # Measures
    ("The 400-metre-long ship ran aground.", "400-metre", 400, "m"),
    ("A 400m ship is hard to turn.", "400m", 400, "m"),
    ("They sold 3m tonnes.", "3m tonnes", 3e6, "t"),
    ("Winds of 74 km/h were measured.", "74 km/h", 74, "km/h"),
    ("A sandstorm of 40 knots blew.", "40 knots", 40, "knot"),
    ("It was 103 °F in the shade.", "103 °F", 103, "°F"),
    ("The bomb needs 55 pounds of uranium.", "55 pounds", 55, "lb"),
    ("He was fined 500 pounds by the court.", "500 pounds", 500, "GBP"),
    ("Iran pumps 3.83 million b/d.", "3.83 million b/d", 3.83e6, "barrel per day"),
    ("Supply fell by 100,000 barrels per day.", "100,000 barrels per day", 1e5, "barrel per day"),
    ("The 20,000 TEU ship is late.", "20,000 TEU", 20_000, "TEU"),
    ("The cap is a 130-metric-ton stock.", "130-metric-ton", 130, "t"),
    ("The plant yields 1.2 GW.", "1.2 GW", 1.2, "GW"),
    ("The fire burned 12 square miles.", "12 square miles", 12, "square mile"),
    ("A six-day rescue freed it.", "six-day", 6, "day"),
    # Rates
    ("The wage is $15 per hour.", "$15 per hour", 15, "USD per hour"),
    ("Oil rose to $80/b.", "$80/b", 80, "USD per barrel"),
    ("It costs workers $125 a month.", "$125 a month", 125, "USD per month"),
    # Counted nouns
    ("Crashes killed 346 people.", "346 people", 346, "person"),
    ("10,000 North Korean labourers work there.", "10,000 North Korean labourers", 10_000, "labourer"),
    ("It carries 18,300 containers.", "18,300 containers", 18_300, "container"),
    ("The talks joined 25 countries.", "25 countries", 25, "country"),
    ("A 15-member panel decides.", "15-member", 15, "member"),
    ("There are only two sensors.", "two sensors", 2, "sensor"),
    ("The jet uses only one sensor.", "one sensor", 1, "sensor"),
    ("5,000 more low-wage jobs were lost.", "5,000 more low-wage jobs", 5000, "job"),
]

INTERVALS = [
    ("about $38 billion in orders", 38e9, 0.965 * 38e9, 1.035 * 38e9, True),
    ("about 350 people", 350, 325.5, 374.5, True),
    ("around 4,000 homes", 4000, 3720, 4280, True),
    ("nearly 8,000 kilograms of uranium", 8000, 7500, 8000, True),
    ("more than 300 jets", 300, 300, math.inf, True),
    ("at least 17 million people", 17e6, 17e6, math.inf, True),
    ("up to 3.7 million people", 3.7e6, 0, 3.7e6, True),
    ("no more than 5,060 centrifuges", 5060, 0, 5060, True),
    ("not exceed 300 kg", 300, 0, 300, True),
    ("by a fifth between 2015 and 2019", 20, 20, 20, False),
    ("by a third last year", 100 / 3, 100 / 3, 100 / 3, False),
    ("doesn’t exceed 300 kg", 300, 0, 300, True),
    ("exceeded 300 kg", 300, 300, math.inf, True),
    ("less than 300 kg of it", 300, 0, 300, True),
    ("12 months or more", 12, 12, math.inf, True),
    ("some 370 aircraft", 370, 357.05, 382.95, True),
    ("nearly a week of work", 1, 0.93, 1, True),
    ("more than a century of flight", 1, 1, math.inf, True),
    ("below 4 °C all day", 4, -math.inf, 4, True),
    ("exactly 12 ships", 12, 12, 12, False),
    ("between 10 and 15 billion euros", 12.5e9, 10e9, 15e9, False),
    ("3-5% of trade", 4, 3, 5, False),
    ("$3-5bn in costs", 4e9, 3e9, 5e9, False),
    ("$14m-$15m in fees", 14.5e6, 14e6, 15e6, False),
    ("from 2 to 4 per cent of them", 3, 2, 4, False),
    ("48–72 hours at the outside", 60, 48, 72, False),
    ("500,000 to 800,000 b/d", 650_000, 500_000, 800_000, False),
    ("2 million-2.5 million b/d", 2.25e6, 2e6, 2.5e6, False),
    ("two or three years of work", 2.5, 2, 3, False),
    ("an 8- to 16-metre mirror", 12, 8, 16, False),
    ("zero to 3.7 million jobs", 1.85e6, 0, 3.7e6, False),
    ("dozens of ships", 48, 24, 120, True),
    ("hundreds of thousands of people", 5e5, 2e5, 1e6, True),
    ("tens of millions of dollars", 5e7, 2e7, 1e8, True),
    ("a few months of work", 3, 2, 6, True),
    ("the lion's share of trade", 75, 50, 100, True),
    ("most of the sanctions", 75, 50, 100, True),
    ("the billion-dollar claim", 1e9, 1e9, 1e10, True),
]

PAIRS = [
    ("The share rose from 5 to 7 percent.", [(5, "percent"), (7, "percent")]),
    ("New Jersey raised its minimum from $4.25 to $5.05.", [(4.25, "USD"), (5.05, "USD")]),
    ("The Senate voted 42 to 58 against it.", [(42, "vote"), (58, "vote")]),
    ("The motion passed by a vote of 128-9.", [(128, "vote"), (9, "vote")]),
    ("Firms have 90 or 180 days to leave.", [(90, "day"), (180, "day")]),
    ("Gusts of 30 kn (56 km/h; 35 mph) blew.", [(30, "knot"), (56, "km/h"), (35, "mph")]),
    ("It fell 56.3 percent in 2018 to $34 million.", [(56.3, "percent"), (34e6, "USD")]),
]

NONE = [
    "The treaty was signed in 1984.",
    "The vote began on Sunday at 16:10 (14:10 GMT).",
    "Polls close at 10:30 p.m. and open at 7 am.",
    "Resolution 2397 limits oil.",
    "Article 5 of the treaty applies.",
    "Flight 302 crashed near Addis Ababa.",
    "The pilots of Lion Air 610 fought the software.",
    "Regulators grounded the 737 MAX.",
    "Boeing 777 jets were checked by crews.",
    "The G8 expelled Russia, and F-35 jets stayed.",
    "COVID-19 closed the border.",
    "Section 301 tariffs remain.",
    "It ranked No. 5 in the list.",
    "Total left phase 11 of South Pars.",
    "The deal collapsed.[12]",
    "One of them lied, and no one objected.",
    "One day the talks may resume.",
    "On the one hand it helps.",
    "The shop is open 24/7.",
    "It is a zero-sum game for both.",
    "The first half was better; the second was dull.",
    "The two leaders met again.",
    "The six-party talks stalled, and the Six-Party Talks are dead.",
    "A third party may mediate.",
    "The twenty-first round failed.",
    "It fell on the 3rd day of April 2019.",
    "Ministers met (Reuters, March 3; Lemonde.fr, March 5).",
    "The panel met on 25 April 2019.",
    "Most important was the tone.",
    "A single market needs rules.",
    "The 14-year-old student won her case.",
    "Read https://example.org/?q=30%25&n=500 for more.",
    "2. Sanctions and trade",
    "Article 7(1) and paragraphs 2 and 3 apply.",
    "The Group of 20 met, and the Big Four too.",
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), ONE)
def test_quantities_value_and_unit(text: str, words: str, value: float, unit: str) -> None:
    found = [(q.text.removeprefix("only "), q.value, q.unit) for q in find_quantities(text)]
    assert found == [(words, pytest.approx(value), unit)]


@pytest.mark.parametrize(("text", "value", "low", "high", "approximate"), INTERVALS)
def test_quantities_interval(text: str, value: float, low: float, high: float, approximate: bool) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high))
    assert found.approximate is approximate


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_quantities_several_in_a_sentence(text: str, expected: Sequence[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in find_quantities(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_quantities_leaves_out_what_does_not_count(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("It asked for 50,000 tons of wheat.", "wheat"),
        ("Russia has 1% of trade.", "trade"),
        ("It needs 25 kilograms of enriched uranium.", "enriched uranium"),
        ("They spilled 300 gallons of cyanide-laced water.", None),
        ("It moves 12% of the goods that are traded.", "goods"),
        ("It rose 4 percent.", None),
    ],
)
def test_quantities_say_of_what_where_the_words_are_plain(text: str, of: str | None) -> None:
    (found,) = find_quantities(text)
    assert found.of == of


def test_hours_in_words_are_round_figures() -> None:
    spoken, measured = find_quantities("It lasted an hour and a half."), find_quantities("It lasted 1.5 hours.")
    assert spoken[0].approximate
    assert spoken[0].low < 95 / 60 < spoken[0].high
    assert not measured[0].approximate
    assert measured[0].low == measured[0].high == 1.5
    assert not find_quantities("It lasted exactly two hours.")[0].approximate


def test_a_part_of_something_else_adds_nothing() -> None:
    found = find_quantities("The cut lasted an hour and a quarter of the crew left.")
    assert [(q.value, q.unit) for q in found] == [(1, "hour"), (25, "percent")]


def test_quantities_exact_number_has_no_width() -> None:
    (found,) = find_quantities("Crashes killed 346 people.")
    assert found.low == found.value == found.high
    assert not found.approximate


def test_quantities_keep_their_hedge_in_the_text() -> None:
    (found,) = find_quantities("It cost Boeing more than $20 billion so far.")
    assert found.text == "more than $20 billion"


@pytest.mark.parametrize("piece", ["1 ", "1 234 ", "one thousand ", "$1-", "5 million ", "from 1 to ", "(A, April 2; "])
def test_quantities_take_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    find_quantities(text)
    assert time.process_time() - start < 5


WORDS = st.sampled_from(
    [
        "1",
        "12",
        "3.5",
        "2,000",
        "$",
        "€",
        "%",
        "percent",
        "million",
        "bn",
        "tons",
        "of",
        "people",
        "about",
        "more",
        "than",
        "between",
        "and",
        "to",
        "from",
        "-",
        "–",
        "or",
        "one",
        "two",
        "half",
        "a",
        "third",
        "twenty",
        "hundred",
        "dozens",
        "in",
        "2019",
        "April",
        "May",
        "25",
        "the",
        "most",
        "US$",
        "USD",
        "per",
        "hour",
        "km/h",
        "°C",
        "(",
        ")",
        "[",
        "]",
        ".",
        ",",
        ";",
        ":",
        "/",
        "'",
        "’",
        "m",
        "t",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 1000))
def test_quantities_invariants(text: str, offset: int) -> None:
    found = find_quantities(text)
    assert found == find_quantities(text)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text != ""
        assert quantity.low <= quantity.value <= quantity.high
    spans = [(quantity.start, quantity.end) for quantity in found]
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    dates = [(date.start, date.end) for date in find_dates(text)]
    assert not any(start < date_end and date_start < end for start, end in spans for date_start, date_end in dates)
    shifted = find_quantities(text, offset=offset)
    assert [(q.start, q.end) for q in shifted] == [(start + offset, end + offset) for start, end in spans]


def test_quantities_mark_ordinals_that_count() -> None:
    [ordinal] = find_quantities("The club marked its 70th anniversary.")
    assert (ordinal.text, ordinal.value, ordinal.unit, ordinal.role) == (
        "70th anniversary",
        70,
        "anniversary",
        "ordinal",
    )


@pytest.mark.parametrize("text", ["The 9th Circuit ruled.", "The 18th century ended.", "They met on the 4th of May."])
def test_quantities_leave_out_ordinals_that_name_or_date(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Three of its five wards burned.", "ward"),
        ("One of the five wards burned.", "ward"),
        ("Around 120 of those keep goats.", ""),
    ],
)
def test_find_quantities_counts_a_part_of_what_is_named_behind(text: str, unit: str) -> None:
    assert [found.unit for found in find_quantities(text)] == [unit]


@pytest.mark.parametrize("text", ["One of the wards burned.", "One of 50,000 wards burned."])
def test_find_quantities_takes_one_of_many_for_no_count(text: str) -> None:
    assert all(found.value != 1 for found in find_quantities(text))


@given(st.integers(1, 10**9))
def test_about_reaches_to_both_sides_and_not_far(value: int) -> None:
    (found,) = find_quantities(f"about {value:,} euros")
    assert 0.93 * value <= found.low * (1 + 1e-9)
    assert found.low < value < found.high <= 1.07 * value * (1 + 1e-9)


@pytest.mark.parametrize(
    ("text", "of", "role"), [("One in five voters stayed.", "voters", "share"), ("One in five.", None, "level")]
)
def test_odds_of_those_that_follow_are_their_share(text: str, of: str | None, role: str) -> None:
    (found,) = find_quantities(text)
    assert (found.of, found.role) == (of, role)


@pytest.mark.parametrize(
    "text",
    [
        "He scored one goal in ten minutes.",
        "They had two wins in ten games.",
        "The firm closed two plants in 12 countries.",
        "One house in three months was sold.",
        "A crew of two men in five boats left.",
        "She had one child in 1990.",
    ],
)
def test_what_is_counted_in_something_else_is_no_share(text: str) -> None:
    assert all(quantity.unit != "percent" for quantity in find_quantities(text))
