"""Topics by meaning: what a sentence is near to, and when near is near enough."""

from itertools import permutations

import pytest

import claimcmp
from claimcmp.records import Document, Extraction, Topic

TOPICS = (
    Topic("weather", "Weather", "Storms, rain and how warm it is", terms=("hurricane",)),
    Topic("money", "Money", "Banks, loans and what things cost", terms=("interest rate",)),
)
WEATHER = (
    "A hurricane reached the coast at dawn. Rain fell for nine hours without a break. Winds tore roofs from houses and "
    "barns. The storm flooded cellars near the harbour. Clouds hid the sun until the evening."
)
MORE_WEATHER = (
    "The hurricane lost its strength over land. Thunder was heard as far as the hills. Two days later the sky was blue "
    "and the air warm. Snow lies on the mountains above. Forecasters expect wind and showers at the weekend."
)
MONEY = (
    "The interest rate went up again. Lenders raised the price of mortgages. Savers earn more on their deposits. Credit "
    "costs small firms more than it did. Borrowers will have to pay higher instalments."
)
MORE_MONEY = (
    "A higher interest rate makes debt dear. The bank lent less money than a year ago. Investors sold shares and bought "
    "bonds. Loans to farmers were paid back early. Cash is getting scarce, bankers say."
)
SPORT = "The striker scored twice. Fans sang in the stadium. The goalkeeper twisted an ankle."


def extract(*texts: str, **options: object) -> Extraction:
    documents = [Document(f"{number}.txt", text, f"Source {number}") for number, text in enumerate(texts)]
    settings = claimcmp.ExtractOptions(**options)  # type: ignore[arg-type]
    return claimcmp.extract(documents, topics=TOPICS, options=settings)


def topics_of(extraction: Extraction) -> dict[str, tuple[str, ...]]:
    return {claim.text: claim.topics for claim in extraction.claims}


COLLECTION = (WEATHER, MONEY, MORE_WEATHER, MORE_MONEY)
NAMED = {
    "A hurricane reached the coast at dawn.",
    "The hurricane lost its strength over land.",
    "The interest rate went up again.",
    "A higher interest rate makes debt dear.",
}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Rain fell for nine hours without a break.", "weather"),
        ("Thunder was heard as far as the hills.", "weather"),
        ("Lenders raised the price of mortgages.", "money"),
        ("Loans to farmers were paid back early.", "money"),
    ],
)
def test_meaning_gives_a_sentence_its_nearest_topic(text: str, topic: str) -> None:
    assert topics_of(extract(*COLLECTION, meaning_threshold=0.0))[text] == (topic,)


def test_meaning_shows_the_word_and_the_score_that_decided() -> None:
    extraction = extract(*COLLECTION, meaning_threshold=0.0)
    (evidence,) = next(
        c for c in extraction.claims if c.text == "Winds tore roofs from houses and barns."
    ).topic_evidence
    claim = next(c for c in extraction.claims if c.text == "Winds tore roofs from houses and barns.")
    assert evidence.by == "meaning"
    assert evidence.text == COLLECTION[0][evidence.start : evidence.end]
    assert claim.start <= evidence.start < evidence.end <= claim.end
    assert evidence.score is not None
    assert evidence.score >= 0.0


def test_a_claim_keeps_the_topics_that_it_is_near_to_the_nearest_first() -> None:
    both = "The storm made loans and insurance dearer for firms at the coast."
    claims = extract(*COLLECTION, both, meaning_threshold=0.0).claims
    for claim in claims:
        assert not {near.topic for near in claim.near_topics} & set(claim.topics)
        assert [near.behind for near in claim.near_topics] == sorted(near.behind for near in claim.near_topics)
    assert next(claim for claim in claims if claim.text == both).near_topics
    assert not next(claim for claim in claims if claim.text == "Clouds hid the sun until the evening.").near_topics


def test_meaning_can_be_switched_off() -> None:
    found = topics_of(extract(*COLLECTION, topics_by="terms"))
    assert set(found) == NAMED


def test_a_sentence_with_a_term_gets_the_topic_that_its_other_words_are_near_to() -> None:
    text = "After the hurricane banks raised the price of loans, mortgages and deposits."
    extraction = extract(*COLLECTION, text, meaning_threshold=0.0)
    assert topics_of(extraction)[text] == ("weather", "money")


def test_meaning_adds_nothing_where_a_term_gave_the_nearest_topic() -> None:
    extraction = extract(*COLLECTION, meaning_threshold=-99.0)
    tagged = [claim for claim in extraction.claims if "hurricane" in claim.text]
    assert {tuple(item.by for item in claim.topic_evidence) for claim in tagged} == {("term",)}


def test_meaning_threshold_is_the_users() -> None:
    assert set(topics_of(extract(*COLLECTION, meaning_threshold=99.0))) == NAMED
    assert len(extract(*COLLECTION, SPORT, meaning_threshold=-99.0).claims) == 24


def test_meaning_is_left_out_of_a_collection_too_small_for_a_background() -> None:
    extraction = extract(WEATHER, MONEY)
    assert extraction.settings["meaning_threshold"] is None
    assert {item.by for claim in extraction.claims for item in claim.topic_evidence} == {"term"}


def test_meaning_adds_little_where_the_terms_find_most_of_what_is_near() -> None:
    complete = Topic(
        "weather",
        "Weather",
        "Storms and rain",
        terms=("hurricane", "rain", "wind", "storm", "cloud", "sun", "sky", "thunder", "showers", "snow"),
    )
    documents = [Document(f"{n}.txt", text, f"S{n}") for n, text in enumerate((*COLLECTION, SPORT))]
    extraction = claimcmp.extract(documents, topics=[complete])
    assert extraction.settings["term_recall"] > 0.8
    assert not [claim for claim in extraction.claims for item in claim.topic_evidence if item.by == "meaning"]


def test_meaning_leaves_much_else_alone() -> None:
    weather = claimcmp.extract(
        [Document(f"{n}.txt", text, f"S{n}") for n, text in enumerate((*COLLECTION, SPORT))], topics=TOPICS[:1]
    )
    assert weather.settings["on_topic"] < 0.6
    assert {claim.document for claim in weather.claims} <= {"0.txt", "2.txt"}
    assert len(weather.claims) > 5


def test_meaning_learns_what_goes_with_a_topic() -> None:
    texts = (*COLLECTION, "Hurricane Zorbo came ashore.", "The hurricane named Zorbo moved inland.", "Zorbo was next.")
    extraction = extract(*texts)
    (claim,) = [claim for claim in extraction.claims if claim.text == "Zorbo was next."]
    assert claim.topics == ("weather",)
    assert [item.text for item in claim.topic_evidence] == ["Zorbo"]


def test_meaning_does_not_depend_on_the_order_of_documents() -> None:
    documents = [Document(f"{number}.txt", text, f"Source {number}") for number, text in enumerate(COLLECTION)]
    results = {repr(claimcmp.extract(order, topics=TOPICS).claims) for order in permutations(documents)}
    assert len(results) == 1


def test_meaning_looks_at_all_topics_where_one_is_kept() -> None:
    documents = [Document(f"{number}.txt", text, f"Source {number}") for number, text in enumerate(COLLECTION)]
    alone = claimcmp.extract(documents, topics=TOPICS, only=["weather"]).claims
    among = claimcmp.extract(documents, topics=TOPICS).claims
    assert alone == tuple(claim for claim in among if claim.topics == ("weather",))
