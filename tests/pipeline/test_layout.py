"""What on a page is layout, and what only looks like it."""

from collections.abc import Callable

import pytest

FindKinds = Callable[[str], list[tuple[str, str | None]]]

BEFORE = "The court met on Monday and the judge heard both sides.\n\nIt will rule in June, according to a clerk."
AFTER = """The parties have agreed to wait for it.

Nobody was hurt in the fire that broke out.

The market closed higher on the news.

Rain is expected in the north."""

ANYWHERE = [
    ("copyright", "© 2021 Northern Press. All rights reserved."),
    ("copyright", "Copyright 2019 by the Harbour Times"),
    ("copyright", "Copyright (c) Northern Press"),
    ("disclaimer", "The views expressed in this column are the author's own."),
    ("disclaimer", "The opinions expressed here do not necessarily reflect those of the club."),
    ("disclaimer", "This content does not constitute medical advice."),
    ("disclaimer", "This is not financial advice."),
    ("disclaimer", "Percentages might not sum to 100 after rounding."),
    ("footer", "This page was last edited on 4 May 2020."),
    ("footer", "An earlier version of this article misspelled the name of the ferry."),
    ("footer", "Published: 4 May 2020"),
    ("footer", "Advertisement"),
    ("footer", "5 min read"),
    ("footer", "This site uses cookies to count visits."),
    ("credit", "Photo: Anna Berg/AP"),
    ("credit", "Photo by Anna Berg"),
    ("credit", "— Anna Berg, The Hague"),
    ("credit", "- Anna Berg"),
    ("credit", "Source: World Bank"),
    ("credit", "Reporting by Anna Berg and Li Wei; Editing by Tom Day"),
    ("credit", "(Additional reporting by Anna Berg in Oslo)"),
    ("credit", "With reporting by Anna Berg in Oslo."),
    ("credit", "This piece first ran in Harbour Times."),
    ("credit", "(Reuters)"),
    ("credit", "https://example.org/a/b"),
    ("caption", "Nurses wait outside a clinic in Leeds (file photo)."),
    ("caption", "A glacier in Norway is seen in this undated satellite image."),
    ("caption", "Left: The old bridge in 1950."),
    ("caption", "Figure 3: Emissions by sector"),
    ("contact", "Contact: Anna Berg, +47 22 00 00 00"),
    ("contact", "For more information, visit the website of the ministry."),
    ("contact", "Letters may be sent to editor@example.org."),
    ("contact", "press@example.org"),
    ("navigation", "Read more: Why glaciers melt"),
    ("navigation", "READ: Airline cuts 400 jobs"),
    ("navigation", "Related: Airline cuts 400 jobs"),
    ("navigation", "Sign up for our weekly newsletter."),
    ("navigation", "You may also like these stories"),
    ("navigation", "Tags: health, measles"),
    ("byline", "By Anna Berg"),
    ("byline", "Anna Berg, Senior Fellow, Institute of Polar Studies"),
    ("heading", "Emissions and Trade"),
    ("heading", "What the ruling means for pilots"),
    ("heading", "## Results"),
    ("label", "The ruling has three parts:"),
    ("separator", "* * *"),
    ("separator", "-----"),
    ("markup", "| year | goals |"),
    ("markup", "![glacier](glacier.png)"),
    ("code", "```\nprint(1)\n```"),
    ("table", "Oslo   12   14\nBergen   9   11"),
    ("question", "Will the glacier survive?"),
]

PROSE = """
Copyright law protects songs for seventy years after the author dies.
Copyright 1998 rules were the basis of the ruling on streaming.
The opinions stated by the justices are of great weight for members of the bar.
Her views on vaccines were expressed in a letter to the committee.
Critics say the polls do not necessarily reflect the mood of rural voters.
Exit polls do not necessarily represent those who voted by mail.
Forward-looking statements moved the share price by 4 percent.
The prospectus contains forward-looking statements that the regulator called misleading.
Tips on TikTok do not constitute medical advice, the health ministry said.
This is not the first time that financial advice has cost pensioners dearly.
This article of the constitution was amended in 1992.
This version of the virus was first updated in Wuhan.
Published: the long-awaited report blames the airline for the crash.
An earlier version of this vaccine caused blood clots.
An earlier version of the bill failed in the Senate.
Advertisement of tobacco is banned in 40 countries.
Sponsored content misled 30 percent of readers.
Details are on page 12 of the indictment.
Greenpeace is an independent organization that opposes nuclear power.
The campaign is funded by donations from oil companies.
The strike is supported by the unions and by most members.
Jamal Khashoggi was a columnist who was killed in Istanbul.
Evan Gershkovich is a reporter held in a Russian prison.
Maria Ressa is an editor who was convicted of libel.
Reporting by the BBC revealed that the fund had lost money.
Reporting from the front has become harder since March.
Editing by CRISPR removes the mutation.
Produced by Pfizer, the vaccine costs 20 dollars a dose.
Illustrations by Banksy sold for 2 million pounds.
Photos by satellites show that the glacier has shrunk by a third.
Photographs via Telegram showed burning tanks.
Video: the police released it on Monday after a court ordered them to.
Source: the ministry denied the figures.
Map: none of the drilling sites lies in the park.
Material from the crash site was used as evidence in court.
This report first appeared to exonerate the pilot.
This story originally ran counter to the police account.
This piece of legislation first appeared in the Senate in 2009.
With reporting by banks now mandatory, fraud has fallen.
With files from Panama, prosecutors charged 20 bankers.
The bridge collapsed (archive photos show cracks).
The premier is pictured as weak by the tabloids.
Above: the limit for benzene is exceeded in 12 cities.
Left: the party lost 40 seats.
Right (wing) parties gained 12 percent.
Address: the court ordered him to move.
For more information, the police turned to the phone company.
For further details of the deal, investors waited until Friday.
For media inquiries the ministry has hired six officers.
Letters from prisoners may be sent to families only once a month.
Contact with infected players led to a ban.
Read more than one study and the picture changes.
Watch: the yen will fall again this year.
You may also like the tax cut but the deficit grows.
Related: the airline cut 400 jobs.
Next: the central bank meets on Thursday.
Trending: house prices fell for the third month.
Topics: the two leaders discussed steel and wheat.
Share: 40 percent of the fund is held by Norway.
Part of the series was lost when the stadium burned.
By Monday the fire had burned 4,000 hectares.
By 2030 the EU will cut emissions by 55 percent.
Angela Merkel, head of the government, resigned.
Economists explain the rise by higher fuel prices.
Macron is in Bali.
Ukraine is not Russia.
The ministry asked: “Who pays for the dam?”
The river fell by a metre – but for how long?
Children under five (2 million of them) are vaccinated.
""".strip().splitlines()


@pytest.mark.parametrize(("kind", "block"), ANYWHERE)
def test_layout_kind_of_a_block(find_kinds: FindKinds, kind: str, block: str) -> None:
    found = find_kinds(f"{BEFORE}\n\n{block}\n\n{AFTER}")
    assert {name for text, name in found if text in block} == {kind}


@pytest.mark.parametrize("sentence", PROSE)
def test_layout_leaves_prose_in_a_block_of_its_own(find_kinds: FindKinds, sentence: str) -> None:
    found = find_kinds(f"{BEFORE}\n\n{sentence}\n\n{AFTER}")
    assert {name for text, name in found if text in sentence} == {None}


@pytest.mark.parametrize("sentence", PROSE)
def test_layout_leaves_prose_at_the_end_of_a_document(find_kinds: FindKinds, sentence: str) -> None:
    found = find_kinds(f"{BEFORE}\n\n{sentence}")
    assert {name for text, name in found if text in sentence} == {None}


@pytest.mark.parametrize("sentence", PROSE)
def test_layout_leaves_prose_inside_a_paragraph(find_kinds: FindKinds, sentence: str) -> None:
    found = find_kinds(f"{BEFORE} {sentence} {AFTER}")
    assert {name for text, name in found if text in sentence} == {None}


@pytest.mark.parametrize(
    ("kind", "block"),
    [
        ("about", "The Polar Centre is an independent, nonprofit institute in Oslo."),
        ("about", "The Polar Centre is funded by grants and donations."),
        ("about", "Anna Berg is a senior fellow at the Polar Centre."),
    ],
)
def test_layout_presents_the_publisher_only_at_the_end(find_kinds: FindKinds, kind: str, block: str) -> None:
    assert find_kinds(f"{BEFORE}\n\n{block}")[-1][1] == kind
    assert dict(find_kinds(f"{BEFORE}\n\n{block}\n\n{AFTER}"))[block] is None


@pytest.mark.parametrize(
    "block", ["Our experts explain what the ruling means.", "This brief examines the melting of glaciers."]
)
def test_layout_standfirst_stands_early(find_kinds: FindKinds, block: str) -> None:
    assert dict(find_kinds(f"Glaciers and the Law\n\n{block}\n\n{BEFORE}\n\n{AFTER}"))[block] == "standfirst"
    assert dict(find_kinds(f"{BEFORE}\n\n{block}\n\n{AFTER}"))[block] is None


def test_layout_underlined_heading_is_no_prose(find_kinds: FindKinds) -> None:
    assert all(kind for _, kind in find_kinds(f"Results\n=======\n\n{BEFORE}")[:2])


def test_layout_first_heading_is_the_title(find_kinds: FindKinds) -> None:
    assert find_kinds(f"Glacier shrinks again\n\n{BEFORE}")[0] == ("Glacier shrinks again", "title")


@pytest.mark.parametrize("text", ["Glaciers shrank again in May", "Trump Won Ohio.", "Prices Rose In May"])
def test_layout_statement_that_stands_alone_is_no_title(find_kinds: FindKinds, text: str) -> None:
    assert find_kinds(text) == [(text, None)]


@pytest.mark.parametrize("heading", ["References", "## Notes", "External links", "Sources:"])
def test_layout_of_reference_sections_is_citation(find_kinds: FindKinds, heading: str) -> None:
    entry = "Berg, A., On the mass of glaciers in the north, Oslo 2014, was reprinted twice."
    assert find_kinds(f"{BEFORE}\n\n{heading}\n\n{entry}")[-1][1] == "citation"


def test_layout_of_reference_sections_ends_at_the_next_heading(find_kinds: FindKinds) -> None:
    text = f"{BEFORE}\n\nReferences\n\nBerg, Oslo 2014.\n\nWhat came after\n\n{AFTER}"
    assert dict(find_kinds(text))["The parties have agreed to wait for it."] is None


def test_layout_footnote_marks_are_citations(find_kinds: FindKinds) -> None:
    assert find_kinds("The dam broke.[4] Two villages were flooded.")[1] == ("[4]", "citation")


def test_layout_of_front_matter_is_code(find_kinds: FindKinds) -> None:
    text = f"---\ntitle: Dams\nauthor: Anna Berg wrote this one.\n---\n\n{BEFORE}"
    assert {kind for line, kind in find_kinds(text) if "Anna" in line} == {"code"}


def test_layout_dateline_is_not_part_of_the_sentence(find_kinds: FindKinds) -> None:
    found = find_kinds("OSLO, March 3 — The dam broke on Sunday.")
    assert found == [("OSLO, March 3 —", "dateline"), ("The dam broke on Sunday.", None)]


def test_layout_teaser_belongs_to_its_heading(find_kinds: FindKinds) -> None:
    text = f"{BEFORE}\n\nWhy dams break\nAnna Berg\nOld dams leak, and nobody mends them in time.\n\n{AFTER}"
    assert dict(find_kinds(text))["Old dams leak, and nobody mends them in time."] == "teaser"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_layout_is_the_same_whatever_ends_the_lines(find_kinds: FindKinds, newline: str) -> None:
    text = "\n\n".join([BEFORE, *(block for _, block in ANYWHERE if "\n" not in block), AFTER])
    expected = [kind for _, kind in find_kinds(text)]
    assert [kind for _, kind in find_kinds(text.replace("\n", newline))] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Is the dam safe?", "question"),
        ("So who pays?", "question"),
        ("Why does ice float?”", "question"),
        ("The mayor asked: “Is the dam safe?”", None),
        ("The dam has leaked since 1990 – is it safe?", None),
        ("What is the matter – is the dam safe?", "question"),
    ],
)
def test_layout_question_asserts_nothing_unless_a_statement_stands_before_it(
    find_kinds: FindKinds, text: str, kind: str | None
) -> None:
    assert find_kinds(f"The river rose by a metre. {text} The villages were cleared.")[1] == (text, kind)


@pytest.mark.parametrize("title", ["# Notes", "Notes", "# Sources"])
def test_layout_what_a_text_is_called_heads_no_section(find_kinds: FindKinds, title: str) -> None:
    assert find_kinds(f"{title}\n\nThe roof collapsed in January. Five people died.")[1][1] is None


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("heading", "**2. Was it the bank? Was it the council?**"),
        ("heading", "**4. They knew it. Nobody acted.**"),
        ("heading", "__3. The ferry fiasco.__"),
        ("byline", "**By Anna Berg and Li Wei**"),
        ("byline", "By A. Berg and L. Wei"),
        ("byline", "By Dr. Anna Berg, Li Wei and Tom Day"),
        ("byline", "by Anna Berg and Li Wei"),
    ],
)
def test_layout_emphasis_and_initials_make_no_prose(find_kinds: FindKinds, kind: str, line: str) -> None:
    text = f"What sank in May\n\nA second line\n\n{line}\nThe ferry sank on its first trip. It had cost 4 million."
    kinds = dict(find_kinds(text))
    assert {found for sentence, found in kinds.items() if sentence in line} == {kind}
    assert kinds["The ferry sank on its first trip."] is None


@pytest.mark.parametrize("sentence", ["**Zinc.** The mine closed in May.", "By E. coli alone 40 people were made ill."])
def test_layout_emphasis_and_initials_stay_in_prose(find_kinds: FindKinds, sentence: str) -> None:
    kinds = find_kinds(f"{BEFORE}\n\n{sentence}\n\n{AFTER}")
    assert {kind for found, kind in kinds if found in sentence} == {None}


@pytest.mark.parametrize("kicker", ["OPINION", "**Editorial**", "NEWS ANALYSIS:"])
@pytest.mark.parametrize(
    "headline",
    [
        "The ferry is a monument to folly.",
        "The ferry should never have been built, and the council that ordered it in spite of every warning knows "
        "that better than anybody else",
    ],
)
def test_layout_headline_stands_below_its_kicker(find_kinds: FindKinds, kicker: str, headline: str) -> None:
    kinds = find_kinds(f"{kicker}\n\n{headline}\n\nBy Anna Berg\n\n{BEFORE}")
    assert [kind for _, kind in kinds[:4]] == ["label", "title", "byline", None]


def test_layout_marks_of_a_quote_are_not_part_of_the_sentence(find_kinds: FindKinds) -> None:
    kinds = find_kinds(f'{BEFORE}\n\n> "The pumps were never tested. We told them so," said the clerk.\n\n{AFTER}')
    assert ('"The pumps were never tested.', None) in kinds
    assert (">", "markup") in kinds


def test_layout_reads_the_prose_of_footnotes_and_html(find_kinds: FindKinds) -> None:
    kinds = find_kinds(
        f"{BEFORE}\n\n<div class='box'>The pumps were never tested. Nobody knew.</div>\n\n<p>\nThe valve stuck.\n</p>\n\n"
        f"{AFTER}\n\n[^1]: The clerk kept 313 letters.\n[^b]: https://example.org/b\n[c]: https://example.org/c"
    )
    told = dict(kinds)
    for sentence in ("The pumps were never tested.", "Nobody knew.", "The valve stuck.", "The clerk kept 313 letters."):
        assert told[sentence] is None
    for mark in ("<div class='box'>", "</div>", "[^1]:", "[^b]: https://example.org/b", "[c]: https://example.org/c"):
        assert told[mark] == "markup"


def test_layout_of_html_that_shows_something_else_stays_markup(find_kinds: FindKinds) -> None:
    kinds = find_kinds(f"{BEFORE}\n\n<table><tr><td>12 pumps were tested.</td></tr></table>\n\n{AFTER}")
    assert ("<table><tr><td>12 pumps were tested.</td></tr></table>", "markup") in kinds
