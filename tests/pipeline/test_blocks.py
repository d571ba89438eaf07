"""Which lines belong together."""

import pytest

from claimcmp.pipeline.blocks import find_blocks

WRAPPED = """The hospital said that it had treated more than forty
patients for heat stroke since the beginning of the
week, twice as many as in any week of the year before,
and that two of them had died on the way.
"""
PARAGRAPH = "Shares in the airline fell by nine percent after it cut its forecast for the year."


def split(text: str) -> list[str]:
    return [" ".join(text[block.start : block.end].split()) for block in find_blocks(text)]


def bodies(text: str) -> list[str]:
    return [text[block.body : block.end] for block in find_blocks(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_blocks_of_text_wrapped_at_a_column_are_its_paragraphs(newline: str) -> None:
    text = (WRAPPED + "\n" + WRAPPED).replace("\n", newline)
    assert split(text) == [" ".join(WRAPPED.split())] * 2


def test_blocks_of_two_wrapped_lines_are_told_by_longer_paragraphs() -> None:
    short = "The court will hear the appeal of the three players\non Monday.\n"
    assert split(WRAPPED + "\n" + short)[1] == " ".join(short.split())


def test_a_line_that_breaks_off_behind_the_end_of_a_sentence_goes_on() -> None:
    text = "Engineers found that the bridge is safe. According to the Harbour\nOffice, traffic fell by 4 percent.\n"
    assert split(text) == [" ".join(text.split())]
    headings = "Vol. 3. The years of growth\nChapter One\nA town that was built on sand"
    assert split(headings) == headings.split("\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])
def test_blocks_of_unwrapped_text_are_its_lines(newline: str) -> None:
    second = "The pilots' union called the forecast a warning to everybody who works there."
    assert split(PARAGRAPH + newline + second) == [PARAGRAPH, second]


@pytest.mark.parametrize(
    "separator", ["\f", "\n\f\n", "\n\n", "\n\n12\n\n", "\n\nPage 3 of 20\n\n", "\n\n- 4 -\n\n", "\v", "\u2028", "\x85"]
)
def test_blocks_go_on_behind_a_page_break_in_mid_sentence(separator: str) -> None:
    text = "The team lost its first match of the season and the" + separator + "coach was dismissed on Sunday."
    assert split(text)[0].endswith("coach was dismissed on Sunday.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The team lost its first match of the season.", "The coach was dismissed on Sunday."),
        ("Floods in the north", "The river rose by two metres within a day."),
        ("The team lost its first match of the season", "The coach was dismissed on Sunday."),
        ("Sport", "tennis"),
        ("The river rose by two metres,", "- the dam held"),
        ("The ministry published these figures on Monday and", "# Weather"),
    ],
)
def test_blocks_end_where_the_next_line_begins_something(before: str, after: str) -> None:
    assert split(before + "\n\n" + after) == [before, after]


@pytest.mark.parametrize(
    "markers",
    [
        ("- ", "- "),
        ("* ", "* "),
        ("• ", "• "),
        ("+ ", "+ "),
        ("1. ", "2. "),
        ("1) ", "2) "),
        ("(a) ", "(b) "),
        ("i. ", "ii. "),
        ("– ", "– "),
        ("1.1 ", "1.2 "),
    ],
)
def test_blocks_of_a_list_are_its_items(markers: tuple[str, str]) -> None:
    items = [markers[0] + "ban flights at night", markers[1] + "plant trees along the runway"]
    assert split("\n".join(items)) == items


def test_blocks_of_an_item_hold_its_second_line() -> None:
    assert split("- ban all flights between midnight and\nsix in the morning\n- plant trees") == [
        "- ban all flights between midnight and six in the morning",
        "- plant trees",
    ]


@pytest.mark.parametrize("sign", ["-5 degrees were measured in Oslo.", "12 people died.", "2019 was dry."])
def test_blocks_do_not_begin_at_a_number_in_wrapped_prose(sign: str) -> None:
    lines = WRAPPED.splitlines()
    lines.insert(2, (sign + " " + lines.pop(2))[:54].rsplit(" ", 1)[0])
    assert len(split("\n".join(lines))) == 1


@pytest.mark.parametrize(
    "line", ["# Results", "> He said so.", "| a | b |", "```", "![map](map.png)", "[^1]: See above.", "---"]
)
def test_blocks_keep_markdown_lines_apart(line: str) -> None:
    assert split(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}") == [PARAGRAPH, line, PARAGRAPH]


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, March 3 — ",
        "LONDON (Reuters) - ",
        "CHICAGO, April 4, 2019 /PRNewswire/ -- ",
        "NEW DELHI — ",
        "TALLINN, 9 October 2019 - ",
        "Lima, Peru, Tuesday, 3 March 2021 – ",
        "March 18 (Reuters) - ",
        "8 Feb 2021 (AP) — ",
        "Paris (AFP) - ",
        "Date: 2021-03-24 ",
    ],
)
def test_blocks_have_a_body_behind_the_dateline(dateline: str) -> None:
    assert bodies(dateline + PARAGRAPH) == [PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        "NASA launched the probe on a Tuesday - a week late.",
        "Paris - the city of light - went dark for an hour.",
        "The IMF cut its forecast — again.",
        "Reykjavik, since 14 March 2023 - a cold day - a car-free city, is quiet.",
        "On 8 Feb 2021 the court (in Lyon) ruled - at last - against him.",
        "Norway (pop. 5 million) - rich in oil - saves most of it.",
    ],
)
def test_blocks_have_no_dateline_where_prose_has_a_dash(text: str) -> None:
    assert bodies(text) == [text]


def test_blocks_between_the_same_blank_lines_are_one_paragraph() -> None:
    blocks = find_blocks(f"Markets\n{PARAGRAPH}\n\n{PARAGRAPH}")
    assert [block.paragraph for block in blocks] == [0, 0, 1]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\r\n\t\f\v\u2028"])
def test_blocks_of_white_space_are_none(text: str) -> None:
    assert find_blocks(text) == []
