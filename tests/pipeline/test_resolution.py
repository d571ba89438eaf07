"""What pronouns and the like stand for: what is resolved, and what is left alone."""

import pytest

from claimcmp.pipeline import Analyser
from claimcmp.records import Claim, Document


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(())


def find_claims(analyser: Analyser, text: str) -> tuple[Claim, ...]:
    return analyser.find_claims(Document("text.txt", text, "text"), keep_all=True).claims


def find_last(analyser: Analyser, text: str) -> dict[str, str | None]:
    """Return the references of the last sentence and what they stand for."""
    claims = find_claims(analyser, text)
    last = claims[-1].sentence_start
    return {
        reference.text: reference.by
        for claim in claims
        for reference in claim.references
        if claim.sentence_start == last and reference.text
    }


RESOLVED = [
    ("Output rose in May. It fell again in June.", {"It": "Output"}),
    ("The brewery closed its two oldest plants.", {"its": "the brewery's"}),
    ("Norway and its neighbours signed the treaty.", {"its": "Norway's"}),
    ("Anna Berg sold the house in March. She bought a flat.", {"She": "Anna Berg"}),
    ("Mr. Osei said that he would resign.", {"he": "Osei"}),
    ("The two rivers flooded. They destroyed a bridge.", {"They": "The two rivers"}),
    ("Kenya and Uganda signed in May. Both countries must ratify.", {"Both countries": "Kenya and Uganda"}),
    ("A Kenyan-Ugandan meeting was held. Both sides were content.", {"Both sides": "Kenya and Uganda"}),
    ("The new climate law passed. The minister praised the law.", {"the law": "the new climate law"}),
    ("Toyota closed a plant in Ohio. The company lost money.", {"The company": "Toyota"}),
    ("The orchestra will leave if its conductor goes.", {"its": "the orchestra's"}),
    ("The painting hung in a school. The National Gallery says that it was stolen in 1944.", {"it": "the painting"}),
    ("Nobody knows who wrote the song. The label claims that it was written by a teacher.", {"it": "the song"}),
    ("The wreck lies off Malta. The navy says that it sank in 1941.", {"it": "the wreck"}),
    ("The tower was built in 1880. The city says that it was not told of the cracks.", {"it": "the city"}),
    ("The film opened in May. The studio says that it expects a loss.", {"it": "the studio"}),
    ("The ferry was late. The operator said it was sorry.", {"it": "the operator"}),
    ("The bank said that it was hacked in May.", {"it": "the bank"}),
    ("The song is old. The label says that nobody knows who wrote it.", {"it": "the song"}),
    ("The bank says that the city sued it.", {"it": "the bank"}),
    ("The mayor accused the council of theft. It denies this.", {"It": "The council"}),
    ("The mayor accused a Leeds museum of theft. The museum denied this.", {"The museum": "The Leeds museum"}),
    ("Peru accused the Lima Bank of hiding losses. The bank denies this.", {"The bank": "The Lima Bank"}),
]


@pytest.mark.parametrize(("text", "expected"), RESOLVED, ids=[text for text, _ in RESOLVED])
def test_a_safe_antecedent_is_named(analyser: Analyser, text: str, expected: dict[str, str]) -> None:
    assert find_last(analyser, text) == expected


UNRESOLVED = [
    ("It was raining.", {}),
    ("It is clear that the vaccine works.", {}),
    ("The vaccine works. It is unlikely that prices will fall.", {}),
    ("Anna Berg met Clara Lund. She was late.", {"She": None}),
    ("Peru, Chile and Brazil met. Both countries signed.", {"Both countries": None}),
    ("No firm applied. It is a pity.", {"It": None}),
    ("The court heard the bank and the insurer. It ruled in May.", {"It": None}),
    ("They left early.", {"They": None}),
    ("Boeing and Airbus cut jobs. The company lost money.", {}),
    ("Siemens sold a plant to Bosch. The company lost money.", {}),
    ("Peru criticised it.", {"it": None}),
    ("A return would empty the cases. The director knows it.", {"it": None}),
    ("The museum says that it paid 3 million for it.", {"it": None}),
    ("The letter is dated 1612. The archive says that it is genuine.", {"it": None}),
    ("The origin of the comet is debated. The Space Agency says that it was formed near Jupiter.", {"it": None}),
    ("The bank lost 4 million. The city council says that it was fined in 2019.", {"it": None}),
    ("Ines Duarte owns a vineyard. The ministry says that it was planted in 1890.", {"it": None}),
]


@pytest.mark.parametrize(("text", "expected"), UNRESOLVED, ids=[text for text, _ in UNRESOLVED])
def test_what_is_not_safe_is_left(analyser: Analyser, text: str, expected: dict[str, None]) -> None:
    found = find_last(analyser, text)
    assert {text: by for text, by in found.items() if text in expected} == expected
    assert expected or all(by is not None for by in found.values())


def test_resolved_stands_beside_the_text(analyser: Analyser) -> None:
    text = "Output rose in May. It fell again in June."
    claim = find_claims(analyser, text)[-1]
    assert claim.text == "It fell again in June."
    assert claim.resolved == "Output fell again in June."
    (reference,) = claim.references
    assert text[reference.start : reference.end] == "It"
    assert [text[start:end] for start, end in reference.antecedents] == ["Output"]


def test_nothing_is_resolved_where_nothing_refers(analyser: Analyser) -> None:
    (claim,) = find_claims(analyser, "Wages rose by 3 percent in May.")
    assert claim.resolved is None
    assert claim.references == ()


def test_references_do_not_reach_into_another_chapter(analyser: Analyser) -> None:
    text = "Output\n\nThe brewery sold 40,000 litres of beer in May.\n\nStaff\n\nIt employs 40 people.\n"
    assert find_last(analyser, text) == {"It": None}


def test_a_claim_reads_the_same_whatever_else_is_analysed(analyser: Analyser) -> None:
    text = "The brewery sold 40,000 litres. It made a profit. Wages rose. The town has two schools."
    reading = analyser.read(Document("text.txt", text, "text"))
    everything = next(analyser.analyse([reading], keep_all=True)).claims
    assert find_claims(analyser, text[:49])[1].resolved == everything[1].resolved


def test_who_says_it_is_named(analyser: Analyser) -> None:
    *_, claim = find_claims(analyser, "Anna Berg sold the house in May. She said that the roof leaks.")
    assert claim.attributed_to is not None
    assert (claim.attributed_to.name, claim.attributed_to.text) == ("Anna Berg", "She")


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Output rose in May and fell in June.", ["fell in June", "Output fell in June."]),
        ("The firm, which owns two mills, hired 40 people.", ["which owns two mills", "The firm owns two mills"]),
    ],
)
def test_a_clause_gets_the_subject_that_it_shares(analyser: Analyser, text: str, resolved: list[str]) -> None:
    claims = {claim.text.rstrip("."): claim.resolved for claim in find_claims(analyser, text)}
    assert claims[resolved[0]] is not None
    assert str(claims[resolved[0]]).rstrip(".") == resolved[1].rstrip(".")


SOME = [
    ("Three surgeons examined the knee. One said that the ligament was torn.", "One of the three surgeons"),
    ("The judges met in Bern. Some believe that the verdict will stand.", "Some of the judges"),
    ("The engineers waited, though several suspected that rust had spread.", "several of the engineers"),
    ("Divers searched the lake. The fish, one recalled, had gone.", "one"),
    ("The orchestra played well. Several said that the night was long.", "Several"),
]


@pytest.mark.parametrize(("text", "name"), SOME)
def test_some_who_speak_are_some_of_those_who_acted_last(analyser: Analyser, text: str, name: str) -> None:
    held = find_claims(analyser, text)[-1].attributed_to
    assert held is not None
    assert held.name == name


@pytest.mark.parametrize(
    "text", ["The critics left. One must say that the film is dull.", "The dancers met. One day was lost."]
)
def test_one_may_be_anybody(analyser: Analyser, text: str) -> None:
    assert find_claims(analyser, text)[-1].attributed_to is None


LAST_SPEAKERS = [
    (
        "On a visit to Jon Lie, Ada Berg said that the mine was safe. Its shafts, she added, had been tested.",
        "Ada Berg",
    ),
    ("Ada Berg said that the mine was safe. Jon Lie and Per Dahl left. It had rained, he said.", "he"),
    ("Peter Lund said that the mine was safe. Its shafts, she added, had been tested.", "she"),
]


@pytest.mark.parametrize(("text", "name"), LAST_SPEAKERS)
def test_who_goes_on_speaking_is_who_spoke_last(analyser: Analyser, text: str, name: str) -> None:
    held = find_claims(analyser, text)[-1].attributed_to
    assert held is not None
    assert held.name == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway left. It was a disaster.", None),
        ("Parliament passed the budget. It was a bargain.", "The budget"),
        ("Germany left. It is a power in decline.", "Germany"),
    ],
)
def test_it_that_is_called_a_thing_is_nobody_who_acts(analyser: Analyser, text: str, expected: str | None) -> None:
    assert find_last(analyser, text)["It"] == expected


@pytest.mark.parametrize(
    "text",
    [
        # what is no doer
        "The blame is with the council. It has not carried out a survey.",
        "The anger grew in the town. It sued the mill.",
        # whose they are is said in the relative clause
        "The prayers of the village are with the parents of those who lost their sons.",
        # who says it, and as many as say it, are not what they speak of
        "40 per cent of pilots said they oppose it.",
        "A survey found that 40 percent of pilots said they oppose it.",
        "A majority of drivers said they would welcome it.",
        # numbers of lists and sections name nothing
        "1. At least 5 million litres, which had been kept since May, leaked.",
        "3.2 A crack in the mill, seen in May, had grown and was never mended.",
        # a person is no "which"
        "A spokesman for Norvik, which runs the mill, resigned.",
    ],
)
def test_what_cannot_be_meant_is_not_named(analyser: Analyser, text: str) -> None:
    assert [claim.resolved for claim in find_claims(analyser, text) if claim.resolved] == []


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("The decision cost the firm 3 million. It appealed in June.", "The firm appealed in June."),
        ("The families who lost their homes want money.", "The families who lost the families' homes want money."),
        ("The bank said that customers trust it.", "customers trust the bank"),
    ],
)
def test_what_can_be_meant_still_is(analyser: Analyser, text: str, resolved: str) -> None:
    assert find_claims(analyser, text)[-1].resolved == resolved


def test_a_number_of_a_list_supplies_no_subject(analyser: Analyser) -> None:
    (claim,) = find_claims(analyser, "1. At least 5 million litres, which had been kept since May, leaked.")
    assert claim.references == ()
