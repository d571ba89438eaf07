"""Judgements are of one thing where their topic asks for them, and only there."""

from collections.abc import Callable

from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.features.polarity.asked_questions import AskedQuestions
from claimcmp.records import Claim, Extraction

MakeClaim = Callable[..., Claim]

JUDGEMENTS = (
    ("The evening classes were a success.", "a"),
    ("It all failed.", "b"),
)
BESIDE = (
    "The harbour has nine cranes.",
    "Trams run every ten minutes.",
    "A choir from Riga sang in the park.",
    "The baker on the square sells rye bread.",
    "Snow fell on Tuesday night.",
    "Two bridges cross the river.",
    "The library lends out board games.",
    "A fox was seen near the school.",
    "The tower has 211 steps.",
    "The swimmers met at dawn.",
    "Her uncle mends clocks.",
    "The ferry carries bicycles.",
    "Apples grow along the road.",
    "The museum shows old maps.",
    "A kiosk sells newspapers at the station.",
    "The mayor collects stamps.",
    "Barges bring gravel to the town.",
    "The clinic has two doors.",
    "The vicar plays chess.",
    "The mill grinds oats.",
    "Ducks nest on the island.",
    "The fair comes in May.",
    "Bees live in the roof.",
    "The post office closes at five.",
)


def make(claim: MakeClaim, texts: tuple[tuple[str, str], ...]) -> list[Claim]:
    return [claim(source, text, start=1000 * number) for number, (text, source) in enumerate(texts)]


def test_a_topic_asks_what_many_of_its_sentences_answer(claim: MakeClaim) -> None:
    narrow = make(claim, JUDGEMENTS)
    assert "success" in AskedQuestions(narrow).find_asked(*narrow)
    wide = make(claim, (*JUDGEMENTS, *((text, "c") for text in BESIDE)))
    assert "success" not in AskedQuestions(wide).find_asked(*wide[:2])


def test_judgements_of_a_wide_topic_are_of_two_things(claim: MakeClaim, extraction: Callable[..., Extraction]) -> None:
    narrow = compare_claims(extraction(*make(claim, JUDGEMENTS)))
    assert [pair.relation for group in narrow.groups for pair in group.pairs] == ["contradict"]
    wide = compare_claims(extraction(*make(claim, (*JUDGEMENTS, *((text, "c") for text in BESIDE)))))
    assert all(pair.relation != "contradict" for group in wide.groups for pair in group.pairs)


def test_what_one_topic_asks_another_need_not(claim: MakeClaim) -> None:
    judged = [claim(s, text, topics=("school",), start=n) for n, (text, s) in enumerate(JUDGEMENTS)]
    others = [claim("c", text, topics=("town",), start=9000 + 99 * n) for n, text in enumerate(BESIDE)]
    town = [claim(s, text, topics=("town",), start=99000 + n) for n, (text, s) in enumerate(JUDGEMENTS)]
    questions = AskedQuestions([*judged, *others, *town])
    assert "success" in questions.find_asked(*judged)
    assert "success" not in questions.find_asked(*town)
