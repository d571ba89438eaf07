"""Which topics a sentence bears on, and why."""

import pytest

from claimcmp.pipeline import Analyser
from claimcmp.records import Document, Topic, TopicEvidence

RATES = Topic("rates", "Rates", terms=("interest rate", "central bank", "ECB"))


def find_evidence(text: str, *topics: Topic) -> list[list[tuple[str, str, str]]]:
    """Give topic, way and words for each claim of a text."""
    claims = Analyser(topics).find_claims(Document("daily.txt", text, "Daily"), keep_all=True).claims
    return [[(item.topic, item.by, item.text) for item in claim.topic_evidence] for claim in claims]


@pytest.mark.parametrize(
    ("terms", "text", "words"),
    [
        (("vaccine",), "Two vaccines were approved in March.", ["vaccines"]),
        (("ice sheet",), "The ice sheets of Greenland are melting.", ["ice sheets"]),
        (("penalty shoot-out",), "Spain lost the penalty shoot out.", ["penalty shoot out"]),
        (("penalty shootout",), "Spain lost the penalty shoot-out.", []),
        (("EU",), "The EU fined the airline.", ["EU"]),
        (("IT",), "It fined the airline twice.", []),
        (("mint", "Royal Mint"), "The Royal Mint closed.", ["Royal Mint"]),
        (("goal", "Total"), "The total was 30 goals.", ["goals"]),
        (("goal", "Total"), "Total has paid the fine.", ["Total"]),
        (("Total",), "The total was thirty.", ["total"]),
        (("central bank", "bank"), "The central bank raised rates.", ["central bank"]),
        (("heat", "heat wave", "wave"), "A heat wave hit Rome.", ["heat wave"]),
        (("judge", "court"), "The judge left the court.", ["judge", "court"]),
        (("visitor",), "Ten people visited the zoo.", ["visited"]),
        (("compensation",), "The firm compensated its staff.", ["compensated"]),
        (("owner",), "They own a boat.", []),
        (("petition",), "The petite dancer won.", []),
        (("carbon tax",), "A tax on carbon was passed.", []),
    ],
)
def test_topics_by_term(terms: tuple[str, ...], text: str, words: list[str]) -> None:
    (evidence,) = find_evidence(text, Topic("subject", "Subject", terms=terms))
    assert [item[2] for item in evidence] == words


@pytest.mark.parametrize(
    ("exclude", "text", "words"),
    [
        (("apple pie",), "Apple pie sold well.", []),
        (("apple pie",), "Apple sold apple pies.", ["Apple"]),
        (("apple pie",), "Apple pie and apples sold well.", ["apples"]),
        (("pie",), "Apple pie sold well.", ["Apple"]),
        (("apple pie", "apple tree"), "The apple tree and the apple pie are gone.", []),
    ],
)
def test_topics_ignore_terms_inside_excluded_phrases(exclude: tuple[str, ...], text: str, words: list[str]) -> None:
    (evidence,) = find_evidence(text, Topic("apple", "Apple", terms=("apple",), exclude=exclude))
    assert [item[2] for item in evidence] == words


def test_topics_exclude_for_one_topic_only() -> None:
    one = Topic("one", "One", terms=("apple",), exclude=("apple pie",))
    other = Topic("other", "Other", terms=("apple",))
    assert find_evidence("Apple pie sold well.", one, other) == [[("other", "term", "Apple")]]


@pytest.mark.parametrize(("text", "hit"), [("The peace talks failed.", True), ("Peace and talks failed.", False)])
def test_topics_by_token_pattern(text: str, hit: bool) -> None:
    topic = Topic("peace", "Peace", patterns=(({"LOWER": "peace"}, {"LOWER": {"IN": ["talks", "deal"]}}),))
    (evidence,) = find_evidence(text, topic)
    assert bool(evidence) == hit


def test_topics_of_one_sentence_stand_in_the_order_of_the_text() -> None:
    drought = Topic("drought", "Drought", terms=("drought",))
    wheat = Topic("wheat", "Wheat", terms=("wheat",))
    (evidence,) = find_evidence("Wheat failed in the drought.", drought, wheat)
    assert [item[0] for item in evidence] == ["wheat", "drought"]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("The ECB met on Thursday. It was a short meeting.", ["term", "carried"]),
        ("The ECB met on Thursday. Rain fell on Friday.", ["term", None]),
        ("The ECB met on Thursday. Rain fell on Friday. It flooded two villages.", ["term", None, None]),
        ("The ECB met on Thursday. [4] It was a short meeting.", ["term", "carried"]),
        ("The ECB met on Thursday.\n\nIt was a short meeting that day.", ["term", None]),
        ("The ECB met on Thursday.\n\n## Sport on Sunday\n\nIt was a short match that day.", ["term", None]),
        ("Rain fell. It flooded two villages.", [None, None]),
    ],
)
def test_topics_are_carried_to_a_sentence_that_refers_back(text: str, ways: list[str | None]) -> None:
    assert [items[0][1] if items else None for items in find_evidence(text, RATES)] == ways


def test_topics_are_carried_three_times_at_most() -> None:
    text = "The ECB met on Thursday. " + "It said little. " * 5
    assert [bool(items) for items in find_evidence(text, RATES)] == [True] * 4 + [False, False]


def test_topics_carried_beside_own_ones_need_a_subject_that_refers_back() -> None:
    euro = Topic("euro", "Euro", terms=("euro",))
    subject, other = (
        find_evidence(f"The ECB met on Thursday. {second}", RATES, euro)[1]
        for second in ("It discussed the euro.", "Its guests praised the euro.")
    )
    assert [item[0] for item in subject] == ["euro", "rates"]
    assert [item[0] for item in other] == ["euro"]


def test_topics_of_a_heading_are_not_carried_into_the_text() -> None:
    text = "The ECB Meets Again in Frankfurt\n\nIt rained on Thursday and the trains were late."
    assert not any(find_evidence(text, RATES))


@pytest.mark.parametrize("end", ["\n", "\r\n", " 😀\n"])
def test_topics_evidence_points_at_its_words(end: str) -> None:
    text = f"Çelik über naïve señores won.{end}The interest rates rose. It hit savers."
    claims = Analyser((RATES,)).find_claims(Document("daily.txt", text, "Daily")).claims
    evidence = [item for claim in claims for item in claim.topic_evidence]
    assert evidence
    assert all(text[item.start : item.end] == item.text for item in evidence)
    assert isinstance(evidence[0], TopicEvidence)


def test_topics_without_terms_find_nothing() -> None:
    assert find_evidence("The ECB met.", Topic("empty", "Empty")) == [[]]


def test_topics_are_not_carried_beside_a_topic_that_goes_on() -> None:
    ship = Topic("ship", "Ship", terms=("ship", "owner"))
    cause = Topic("cause", "Cause", terms=("storm",))
    text = "The ship ran aground in a storm. It has an owner in Oslo."
    assert [[item[0] for item in found] for found in find_evidence(text, ship, cause)] == [["ship", "cause"], ["ship"]]


def test_topics_are_carried_beside_another_topic() -> None:
    plan = Topic("plan", "Plan", terms=("plan",))
    jobs = Topic("jobs", "Jobs", terms=("jobs",))
    text = "The council presented a plan. It envisaged fewer jobs at the port."
    found = find_evidence(text, plan, jobs)
    assert [(item[0], item[1]) for item in found[1]] == [("jobs", "term"), ("plan", "carried")]
