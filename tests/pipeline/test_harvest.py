"""What becomes a claim, and which id it has."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcmp.pipeline import Analyser
from claimcmp.pipeline.harvest import make_claim_id
from claimcmp.records import Claim, Document, Topic

FindClaims = Callable[..., tuple[Claim, ...]]

MEASLES = Topic("measles", "Measles", terms=("measles", "vaccine"))
TOPICS = (
    MEASLES,
    Topic("rates", "Rates", terms=("interest rate",), patterns=(({"LOWER": "central"}, {"LOWER": "bank"}),)),
)
ON_TOPICS = Analyser(TOPICS)

TEXT = """Measles cases doubled in Leeds last year.

The vaccine is free. It is given twice. The ferry sank in May.
"""


def ids(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.id for claim in claims]


@pytest.mark.parametrize(
    "edited",
    [
        "The dam broke on Sunday after a week of rain.\n\n" + TEXT,
        TEXT + "\n\nThe dam broke on Sunday after a week of rain.",
        TEXT.replace("The ferry sank in May.", "The ferry was late in May."),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("Leeds last", "Leeds\nlast"),
    ],
)
def test_harvest_ids_are_stable_under_edits_elsewhere(find_claims: FindClaims, edited: str) -> None:
    assert ids(find_claims(edited, [MEASLES])) == ids(find_claims(TEXT, [MEASLES]))


def test_harvest_ids_change_with_the_words(find_claims: FindClaims) -> None:
    before, after = (ids(find_claims(text, [MEASLES])) for text in (TEXT, TEXT.replace("doubled", "halved")))
    assert before[0] != after[0]
    assert before[1:] == after[1:]


def test_harvest_ids_change_with_the_document(find_claims: FindClaims) -> None:
    one, other = (find_claims(TEXT, [MEASLES], name) for name in ("daily.txt", "weekly.txt"))
    assert not set(ids(one)) & set(ids(other))


def test_harvest_ids_of_repeated_sentences_are_numbered(find_claims: FindClaims) -> None:
    first, second, third = ids(find_claims("Measles spread fast. " * 3, [MEASLES]))
    assert (second, third) == (f"{first}-2", f"{first}-3")


@pytest.mark.parametrize(
    ("document", "prefix"),
    [
        ("daily news.txt", "daily"),
        ("2021_report.txt", "2021"),
        ("…", "text"),
        ("новости.txt", "новости"),
        ("x" * 40, "x" * 16),
    ],
)
def test_harvest_ids_begin_with_the_document(document: str, prefix: str) -> None:
    assert make_claim_id(document, "Measles spread.", 0).rsplit("-", 1)[0] == prefix


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "1. ", "2) ", "(a) ", "iv. ", "– "])
def test_harvest_claims_begin_behind_the_list_marker(find_claims: FindClaims, marker: str) -> None:
    text = f"The ministry published these figures on Monday.\n\n{marker}Measles cases doubled in Leeds last year."
    (claim,) = find_claims(text, [MEASLES])
    assert claim.text == "Measles cases doubled in Leeds last year."
    assert claim.sentence_start == claim.start - len(marker)


def test_harvest_keeps_prose_without_topic_only_when_told() -> None:
    document = Document("daily.txt", TEXT, "Daily")
    on_topic = ON_TOPICS.find_claims(document).claims
    everything = ON_TOPICS.find_claims(document, keep_all=True).claims
    assert [claim.text for claim in everything if not claim.topics] == ["The ferry sank in May."]
    assert [claim for claim in everything if claim.topics] == list(on_topic)


def test_harvest_counts_sentences_of_prose() -> None:
    text = f"Health in Leeds\n\n{TEXT}\n\nWhat can be done?"
    assert ON_TOPICS.find_claims(Document("daily.txt", text, "Daily")).sentences == 4


def test_harvest_claims_hold_what_was_found(find_claims: FindClaims) -> None:
    (claim,) = find_claims("The ministry claimed that measles may not spread in Leeds.", [MEASLES])
    assert claim.topics == ("measles",)
    assert claim.attributed_to is not None
    assert (claim.attributed_to.name, claim.attributed_to.stance) == ("The ministry", "doubted")
    assert (claim.polarity, claim.modality) == ("negated", "hedged")
    assert (claim.document, claim.source) == ("daily.txt", "Daily")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "...", "[1] [2]", "- \n- ", "?", "***", "# \n"])
def test_harvest_of_texts_without_words_is_empty(text: str) -> None:
    assert ON_TOPICS.find_claims(Document("daily.txt", text, "Daily"), keep_all=True).claims == ()


PIECES = st.sampled_from(
    [
        "Measles cases doubled in Leeds. ",
        "The central bank said that interest rates may not rise. ",
        "It was raised. ",
        "“No,” she said. ",
        "According to Dr. Li, ",
        "cafe\u0301 ",
        "😀",
        "👩‍⚕️ ",
        "麻疹在增加。",
        "measles\u00a0",
        "\u200b",
        "\u3000",
        "\t",
        "\r\n",
        "\r\n\r\n",
        "\n",
        "\r",
        "\f",
        "\u2028",
        "- ",
        "1. ",
        "[3] ",
        "| ",
        "```\n",
        "# ",
        "---\n",
        "3,5 % ",
        "...",
        "!?",
        ".Next ",
        "(see p. 4) ",
        "‘",
        "\u202e",
        "ß",
        "İ",
        "ﬁ",
    ]
)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def assert_offsets(document: Document, claim: Claim) -> None:
    text = document.text
    assert claim.text == text[claim.start : claim.end]
    assert claim.text == claim.text.strip() != ""
    assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end <= len(text)
    marks = [*claim.topic_evidence, *claim.quantities, *claim.dates, *claim.entities]
    marks += [cue for cue in (claim.polarity_cue, claim.modality_cue) if cue]
    assert all(text[mark.start : mark.end] == mark.text for mark in marks)
    if claim.attributed_to:
        held = claim.attributed_to
        assert text[held.start : held.end] == (held.text or held.name)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(PIECES, ANY_TEXT), max_size=12).map("".join))
def test_harvest_offsets_give_back_the_text(text: str) -> None:
    document = Document("daily.txt", text, "Daily", published="2021-03-24")
    claims = ON_TOPICS.find_claims(document, keep_all=True).claims
    for claim in claims:
        assert_offsets(document, claim)
    assert len({claim.id for claim in claims}) == len(claims)
    assert list(claims) == sorted(claims, key=lambda claim: claim.start)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_harvest_twice_is_the_same(text: str) -> None:
    document = Document("daily.txt", text, "Daily")
    first, second = (ON_TOPICS.find_claims(document, keep_all=True) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("published", "dates"), [("2016", ["2015"]), ("2060", [])])
def test_harvest_counts_whether_a_year_can_be_what_an_anniversary_recalls(published: str, dates: list[str]) -> None:
    text = "They kept the 40th anniversary of the flood in 2015."
    (claim,) = ON_TOPICS.find_claims(Document("a.txt", text, "A", published=published), keep_all=True).claims
    assert [date.iso for date in claim.dates] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On 3 May 2020 the club announced that the stadium would close.", [("2020-05-03", "statement")]),
        ("In a 2017 paper the authors found that the drug had failed.", [("2017", "statement")]),
        ("The bank said on 4 June 2019 that profits fell in 2018.", [("2019-06-04", "statement"), ("2018", "event")]),
        ("The club closed its stadium on 3 May 2020.", [("2020-05-03", "event")]),
        ("The firm has broken the 1990 fisheries treaty since 2018.", [("2018", "event")]),
        ("The Clean Air Act of 1990 was changed in 2004.", [("2004", "event")]),
        ("The 2016 election was close.", [("2016", "event")]),
        ("He came to the 40th anniversary of the flood in 1953.", []),
        ("They kept the centenary of the 1919 strike.", []),
    ],
)
def test_harvest_keeps_the_date_of_a_statement_with_what_is_stated(text: str, dates: list[tuple[str, str]]) -> None:
    (claim,) = ON_TOPICS.find_claims(Document("daily.txt", text, "Daily"), keep_all=True).claims
    assert [(date.iso, date.of) for date in claim.dates] == dates


def test_a_verb_with_an_amount_of_its_own_is_no_mere_frame(find_claims: FindClaims) -> None:
    topic = Topic("loss", "Loss", terms=("loss", "cargo"))
    text = "We estimate the loss at 4 to 5 million euros, because most of the cargo lost that day was found again."
    claims = find_claims(text, [topic])
    assert [quantity.text for claim in claims for quantity in claim.quantities if quantity.unit == "EUR"] == [
        "4 to 5 million euros"
    ]
