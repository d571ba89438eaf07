"""Where sentences end; "¦" marks an end before a space, "‖" one without a space."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.pipeline.segmentation import find_sentences

GOLDEN_RULES = Path(__file__).parents[3] / "shared/evaldata/segmentation/pysbd_tests_english.jsonl"

ABBREVIATIONS = [
    "Gen. Mark Milley met Sen. Tim Kaine on Monday. ¦ Lt. Col. Ann Day was there too.",
    "Prof. Lee and Dr. Kim disagreed. ¦ Mr. Park did not answer.",
    "Rep. Liz Cheney and Gov. Mark Gordon are from Wyoming.",
    "The ship docked near St. Petersburg and Mt. Rainier.",
    "Troops left Ft. Hood on Sunday. ¦ The gate is 5 ft. 10 in. high.",
    "He sold his shares in Acme Corp. last week.",
    "He sold his shares in Acme Corp. ¦ Then he bought them back.",
    "He sold his shares in Acme Corp. ¦ Mr. Jones said the price was right.",
    "Exxon Mobil Corp. Chief Executive Darren Woods spoke.",
    "Apple Inc. (AAPL) fell 3 percent. ¦ Alphabet Inc., its rival, rose.",
    "Warner Bros. Discovery cut 1,000 jobs. ¦ It gave no reason.",
    "Martin Luther King Jr. Day is a holiday. ¦ So is the Fourth of July.",
    "The suit was filed by Robert Kennedy Jr. ¦ He denied it.",
    "She holds a Ph.D. in physics. ¦ He has none.",
    "Several states, e.g. Ohio and Iowa, objected, i.e. California did not.",
    "It was Russia vs. China in the final.",
    "Smith et al. (2019) found no effect. ¦ That was refuted by Jones et al. ¦ The rest agreed.",
    "Oil, gas, coal, etc. were exempt. ¦ Trump said so.",
    "He was ill. ¦ Putin was not.",
    "That is where he sat. ¦ Obama stood.",
    "The talks fell in Dec. 2018. ¦ They resumed on Feb. 5. ¦ Sanctions stayed.",
    "It opens Mon. through Fri. from Sat. Jan. 5.",
    "The train ran at 38 km/h. ¦ Investigators found the log. ¦ Gusts reached 30 m/s. ¦ Ships stayed in port.",
    "The limit is 5mg/l. ¦ Samples had 7 mg/L. ¦ Novo Nordisk A/S. Smith said so.",
    "Voters in Fla. Gov. Ron DeSantis's home town agreed.",
    "The plant in Dayton, Ohio, closed. ¦ One in Peoria, Ill., did not.",
    "Gen. (Ret.) David Petraeus spoke. ¦ Adm. John Kirby did not.",
    "SEN. TED CRUZ spoke on DEC. 5. ¦ He read it in the FT. ¦ Trump had not.",
    "The Justice Dept. Inspector General found flaws.",
    "I work for the U.S. ¦ Mr. Smith does not.",
    "He lives on 5th Ave. near the park. ¦ She lives on Main St. ¦ They never meet.",
]

ACRONYMS = [
    "The U.S. Government denied it.",
    "U.S. President Donald Trump met U.S. Steel workers.",
    "He left the U.S. ¦ The reason was never given.",
    "Relations with the U.S. ¦ However, they did not improve.",
    "Sanctions were lifted by the E.U. and the U.K. last year.",
    "Troops came from the U.S., the U.K. and France.",
    "The U.S.-led coalition struck. ¦ A U.N. Security Council vote failed.",
    "In the U.S. 20 people died.",
    "He spoke in Washington, D.C. ¦ It was his first speech.",
    "WASHINGTON, D.C. — The Senate voted.",
    "The U.S. Under Secretary of State resigned. ¦ U.S. First Lady Jill Biden came.",
    "The U.S. WHO envoy left. ¦ The U.S. IT sector grew.",
    "The U.S. No. 2 diplomat flew home.",
    "A non-U.S. Citizen may apply.",
    "She lives in the U.S.A. ¦ Her brother does not.",
    "U.S. Officials Meet in Geneva",
]

CLOCK = [
    "The vote is at 10 p.m. ¦ Senators will stay.",
    "At 5 a.m. Mr. Smith went to the bank.",
    "Shortly after 9:30 p.m. Friday the lights went out.",
    "On Monday at 5 p.m. President Biden spoke.",
    "Polls close at 8 p.m. EST in Ohio. ¦ They close at 9 p.m. Beijing time in China.",
    "He left at 6 P.M. ¦ Mr. Smith then went home.",
]

INITIALS = [
    "J. K. Rowling wrote it. ¦ George W. Bush read it.",
    "The author, T. S. Eliot, was born in St. Louis.",
    "We make a good team, you and I. ¦ Did you see Albert I. Jones?",
    "Oranges contain vitamin C. ¦ Lemons do too.",
    "There is no plan B. ¦ Probably there never was.",
    "Joseph R. Biden Jr. beat Donald J. Trump.",
    "J.R.R. Tolkien and C.S. Lewis were friends.",
    "Q. What is his name? ¦ A. His name is Alfred E. Sloan.",
]

NUMBERS = [
    "Growth was 3.5 percent. ¦ Debt was $1.5bn, up from $1.2bn.",
    "Version 2.10.1 is out. ¦ Use it.",
    "He is No. 5 on the list. ¦ She is no. 6.",
    "He said no. ¦ Then he left.",
    "Was it true? ¦ No. ¦ Trump insisted it was.",
    "See Fig. 2 and Figs. 3 and 4. ¦ Vol. II has p. 55 and pp. 60-62.",
    "Under Art. IV and Sec. 5 it is void. ¦ The art. ¦ It is lost.",
    "The toll rose to 346. ¦ Some bodies were never found.",
    "It ended in 2019. ¦ 20 people had died.",
    "The fine was paid. ¦ $20 billion more is due.",
    "The figure was approx. 50 and the date ca. 1900.",
    "Prices rose .5 percent. ¦ They had been flat.",
]

WEB = [
    "According to Mid.ru the talks went well. ¦ Koreaherald.com said otherwise.",
    "Visit example.com. ¦ It is free.",
    "See https://www.example.org/a.b/c?d=e.f! ¦ It is there.",
    "Write to jane.doe@example.com. ¦ She will answer.",
    "Node.Js and Asp.Net are names. ¦ So is Booking.Holdings.",
    "The data are on GitHub. ¦ https://example.org/data has them.",
    "They use .NET and .zip files.",
]

ELLIPSES = [
    "He hesitated... and then he left.",
    "He hesitated... ¦ Then he left.",
    "He hesitated… ¦ Then he left.",
    "The plan ... was dropped. ¦ The other … was not.",
    "We will . . . prevail, the ... Trump administration said.",
    "They never meant that.... ¦ She left.",
    "It was over…. ¦ She left.",
    "Of words that were omitted . . . . ¦ Next came the rest.",
    "The practice ended. ¦ . . . A new one began.",
    '"The agreement [...] was signed" (Smith 55).',
    "It ended there. ¦ [...] Nobody objected.",
    "what I mean...see . . . the thing is . . . I did not mean it.",
]

CRIES = [
    "What?! ¦ Nobody knew!! ¦ Really??",
    "She works at Yahoo! in sales. ¦ He is at Yahoo! Finance.",
    '"Is it over?" Smith asked. ¦ "It is!" Jim Brown told reporters.',
    '"Is it over?" ¦ He asked the question twice.',
    "Why now? ¦ Because it must be.",
    "He starred in Viva Maria! (1965) and others.",
    "Some can be -- if I may say so? -- a bit questionable.",
    "Leave me alone!, he yelled.",
    "The vote (finally!) passed. ¦ The motive (?) is unknown.",
]

QUOTATIONS = [
    'He said: "This is great." she added.',
    'He said: "This is great." ¦ She agreed.',
    "He said: “This is great.” ¦ She agreed.",
    "He said: ‘This is great.’ ¦ She agreed.",
    "'This is great.' ¦ She agreed.",
    "“We will not go. ¦ We will stay,” he said. ¦ “That is final.”",
    '"We will not go. ¦ We will stay," he said. ¦ "That is final."',
    "«We will not go.» ¦ She agreed.",
    "She called it “a farce.” ¦ “It is not,” he said.",
    "“He told me, ‘Go.’” ¦ Then he left.",
    "The crew's dog barked. ¦ The dogs' owner slept.",
    "Deny it. ¦ ’’We did nothing,’’ says a diplomat.",
    "It was the end of the '90s. ¦ 'Twas a good time.",
]

BRACKETS = [
    "He teaches (He previously worked as an engineer.) at the local school.",
    "We waited (though A and we shall learn in time whether he will. ¦ Hardly so).",
    "The deal failed. ¦ (Nobody was surprised.) ¦ Talks went on.",
    "It rose (see p. 5). ¦ Then it fell.",
    "The firm (Acme Inc.) denied it.",
    "Charles (Ind.) said he agreed.",
]

MARKS = [
    "346 people died in the crashes.‖[1] ¦ Lion Air was first.",
    "A bird hit it.‖[14][15] ¦ At the time nobody knew.",
    "It is disputed. ¦ [1] ¦ One study found nothing. ¦ [2]",
    "It is disputed.‖¹² ¦ One study found nothing.‖³",
    "[4] ¦ Strong winds caught the ship.",
    "[52][53] ¦ The same day it was free.",
    "She was registered in Panama,[25] owned in Japan,[26] and crewed by Indians.",
    "It was so.‖[citation needed] ¦ Others doubt it.‖[note 2]",
    "It was so.‖[2–11] ¦ Others doubt it.‖[1, 2]",
    "Model (type 2).‖10 ¦ This model is old.",
    "It was found in vol.2 The Return. ¦ (Nobody knew.)",
    "[Trump] said so. ¦ [Putin] agreed.",
    "He said [sic] so. ¦ [A] man heard it.",
    "It is in the literature [2–11]. ¦ Others doubt it.",
]

LISTS = [
    "1.) The first item ¦ 2.) The second item",
    "1) The limits ¦ 2) The inspections ¦ 3) The relief",
    "1. The limits hold. ¦ 2. The inspections go on.",
    "(a) It holds. ¦ (b) It goes on. ¦ (c) It ends.",
    "i) It holds. ¦ ii) It goes on. ¦ iii) It ends.",
    "a. The limits ¦ b. The inspections ¦ c. The relief",
    "• 9. The limits ¦ • 10. The inspections",
    "• The limits ¦ • The inspections",
    "It has three parts: (1) limits; (2) inspections; and (3) relief.",
    "(1) limits, (2) inspections, and (3) relief were agreed.",
    "As payment for 1. above and for 2. above, no fee is due.",
    "3.2. Results are shown in 3. ¦ They are good.",
    "Three things matter. ¦ 1) Cost ¦ 2) Time ¦ 3) Luck",
]

BEGINNINGS = [
    "It is dear. ¦ iPhone sales fell. ¦ eBay rose.",
    "It was hit. ¦ al-Shabaab claimed it.",
    "The end. ¦ Émile left. ¦ Łukasz stayed. ¦ Йосиф slept.",
    "It was late. ¦ — Nobody came.",
    "He left. – and she stayed.",
    "He left.‖Nobody saw him.",
    "He won in Ohio.‖The rest was lost.",
    "It cost 1,000.‖That is a lot.",
    "The line is wrapped\nhere. ¦ The next\none is too.",
    "He has 2 min. left. ¦ She has 5 kg. more.",
    "Kim Jong-un left. ¦ Moon Jae-in stayed.",
]


TABLES = {
    "abbreviations": ABBREVIATIONS,
    "acronyms": ACRONYMS,
    "clock": CLOCK,
    "initials": INITIALS,
    "numbers": NUMBERS,
    "web": WEB,
    "ellipses": ELLIPSES,
    "cries": CRIES,
    "quotations": QUOTATIONS,
    "brackets": BRACKETS,
    "marks": MARKS,
    "lists": LISTS,
    "beginnings": BEGINNINGS,
}

WORDS = "Prices rose the talks and in May No Mr U.S Inc a.m e.g 5 3.5 2019 I A J al etc vitamin iPhone É said x"
SIGNS = ". . . . , ; ... … ? ! ?! [1] [note] [...] ¹ ( ) [ ] \" ' “ ” ‘ ’ — - • 1) 2) (a) (b) a. b. 1. 2."
PIECES = [*WORDS.split(), *SIGNS.split()]
texts = st.one_of(
    st.text(),
    st.text(alphabet=" .!?…aAbI1[](\"'”“•¹\n\u00a0"),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", "  ", "\n"]))).map(
        lambda pairs: "".join(piece + space for piece, space in pairs)
    ),
)
LONG_PIECES = [
    "(", '"', "'", ". . . ", "a", "a ", "A. ", "x.", "[...] ", "[1]", ".[1]", ". [1, ", '?" A', "1. ", "a) b ",
    "(i) A ", "• ", ".(", "U.S. ", "At 5 a.m. A ", "vitamin C. Abc ", "end.Next", ". -", "a. . . . B ", " ", "\n",
]  # fmt: skip


def _split(marked: str) -> tuple[str, list[str]]:
    """Return the text of a marked row and the sentences it should have."""
    return marked.replace(" ¦ ", " ").replace("‖", ""), re.split(r" ¦ |‖", marked)


def _find(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


def _rows() -> list[object]:
    return [
        pytest.param(row, id=f"{name}-{number}") for name, rows in TABLES.items() for number, row in enumerate(rows)
    ]


@pytest.mark.parametrize("marked", _rows())
def test_segmentation_splits_as_marked(marked: str) -> None:
    text, sentences = _split(marked)
    assert _find(text) == sentences


@pytest.mark.parametrize("marked", _rows())
def test_segmentation_leaves_a_single_sentence_whole(marked: str) -> None:
    for sentence in _split(marked)[1]:
        assert _find(sentence) == [sentence]


@pytest.mark.parametrize("space", ["\n", "\t", "\u00a0", "  ", "\r\n"])
def test_segmentation_counts_every_white_space_as_a_space(space: str) -> None:
    text = "He left the U.S. Then Mr. Smith came. Nobody saw him.".replace(" ", space)
    assert _find(text) == [
        sentence.replace(" ", space) for sentence in ("He left the U.S.", "Then Mr. Smith came.", "Nobody saw him.")
    ]


@pytest.mark.parametrize("text", ["", " ", "\n \t"])
def test_segmentation_finds_nothing_in_white_space(text: str) -> None:
    assert find_sentences(text) == []


def test_segmentation_looks_only_between_start_and_end() -> None:
    text = "One fell. Two rose. Three stayed."
    assert find_sentences(text, 10, 19) == [(10, 19)]
    assert find_sentences(text, 4) == [(4, 9), (10, 19), (20, 33)]


@given(texts)
def test_segmentation_covers_all_but_white_space_in_order_and_trimmed(text: str) -> None:
    sentences = find_sentences(text)
    borders = [border for sentence in sentences for border in sentence]
    assert borders == sorted(borders)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in sentences)
    assert "".join("".join(text[start:end].split()) for start, end in sentences) == "".join(text.split())


@given(texts, texts, texts)
def test_segmentation_of_a_part_is_that_of_its_text(before: str, text: str, after: str) -> None:
    inside = find_sentences(before + text + after, len(before), len(before) + len(text))
    assert inside == [(start + len(before), end + len(before)) for start, end in find_sentences(text)]


@given(st.lists(st.sampled_from(["Prices rose.", "Who knew?", "He left the U.S.", "“No deal!”", "It fell by 3.5 %."])))
def test_segmentation_gives_back_plain_sentences(sentences: list[str]) -> None:
    assert _find(" ".join(f"Then {sentence}" for sentence in sentences)) == [
        f"Then {sentence}" for sentence in sentences
    ]


@pytest.mark.parametrize("piece", LONG_PIECES)
def test_segmentation_covers_long_monotonous_text(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert sum(len("".join(sentence.split())) for sentence in _find(text)) == len("".join(text.split()))


@pytest.mark.skipif(not GOLDEN_RULES.exists(), reason=f"the golden rules are not at {GOLDEN_RULES.name}")
def test_segmentation_follows_the_golden_rules() -> None:
    rows = [json.loads(line) for line in GOLDEN_RULES.read_text(encoding="utf-8").splitlines()]
    golden = [row for row in rows if row["set"] == "GOLDEN_EN_RULES_TEST_CASES"]
    assert len(golden) == 48
    assert [_find(row["text"]) for row in golden] == [row["sentences"] for row in golden]
