"""Which words are names, and of what kind."""

import pytest
from spacy.language import Language

from claimcmp.pipeline import Analyser
from claimcmp.pipeline.build import build_analysis
from claimcmp.pipeline.name_forms import NameForms
from claimcmp.pipeline.names import find_names
from claimcmp.records import Document, Entity


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_analysis()


def find(analyser: Analyser, text: str) -> dict[str, tuple[str, str]]:
    """Return the names that were found, each with its long form and kind."""
    found = analyser.find_facts(Document("text.txt", text, "text")).actors
    return {entity.text: (entity.name, entity.kind) for entity in found}


def label(nlp: Language, text: str, name: str, kind: str, forms: NameForms | None = None) -> list[Entity]:
    """Return the names where the model takes ``name`` for one."""
    doc = nlp(text)
    start = text.index(name)
    span = doc.char_span(start, start + len(name), label=kind)
    doc.set_ents([span])
    return list(find_names(doc[:], forms or NameForms()))


@pytest.mark.parametrize(
    ("text", "taken", "name"),
    [
        ("Peru accused the Lima Bank of hiding losses.", "Lima Bank of hiding", "Lima Bank"),
        ("Peru accused the Lima Bank of theft.", "Lima Bank of", "Lima Bank"),
        ("They met at the Royal Society of birds.", "Royal Society of birds", "Royal Society of birds"),
    ],
)
def test_a_name_ends_before_what_somebody_is_accused_of(nlp: Language, text: str, taken: str, name: str) -> None:
    assert [entity.text for entity in label(nlp, text, taken, "ORG")] == [name]


@pytest.mark.parametrize("name", ["145,000", "880", "1.5", "2,150 Swiss watches", "kelp", "al"])
def test_a_number_or_a_word_without_a_capital_is_no_name(nlp: Language, name: str) -> None:
    assert label(nlp, f"Last year they counted {name} in Bern.", name, "GPE") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("they met in bern on monday.", "bern"),
        ("They flew a 737 Max to Bern.", "737 Max"),
        ("He met 習近平.", "習近平"),
    ],
)
def test_a_name_may_lack_capitals_where_there_are_none_and_begin_with_a_number(
    nlp: Language, text: str, name: str
) -> None:
    assert [entity.text for entity in label(nlp, text, name, "GPE")] == [name]


def test_a_firm_is_known_by_the_first_word_of_its_name(analyser: Analyser) -> None:
    text = "Harlow Foods makes soup. Harlow said that sales had doubled. The union met Harlow in May."
    assert find(analyser, text)["Harlow"] == ("Harlow Foods", "organisation")


def test_somebody_of_the_name_of_a_firm_stays_a_person(analyser: Analyser) -> None:
    text = "Harlow Foods makes soup. Mr. Peter Harlow runs it. The union met Harlow in May."
    assert find(analyser, text)["Harlow"] == ("Peter Harlow", "person")


@pytest.mark.parametrize(
    "said", ["a geologist at the museum", "an oceanographer from Cork", "the team's physician", "a teacher"]
)
def test_who_is_said_to_be_of_a_profession_is_a_person(nlp: Language, said: str) -> None:
    (found,) = label(nlp, f"Tarn Brekley, {said}, saw the wave.", "Tarn Brekley", "GPE")
    assert found.kind == "person"


@pytest.mark.parametrize("said", ["a rival of the dairy", "a town in the north", "the owner"])
def test_what_firms_and_places_may_be_too_makes_no_person(nlp: Language, said: str) -> None:
    (found,) = label(nlp, f"Tarn Brekley, {said}, saw the wave.", "Tarn Brekley", "GPE")
    assert found.kind == "place"


def test_a_lake_is_a_place_however_short(nlp: Language) -> None:
    forms = NameForms(persons={"Torridon": "Loch Torridon"})
    (found,) = label(nlp, "They sailed to Torridon.", "Torridon", "PERSON", forms)
    assert (found.name, found.kind) == ("Loch Torridon", "place")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United States Air Force bought ten jets.", "United States Air Force"),
        ("The New York Police Department arrested two men.", "New York Police Department"),
        ("The Royal Australian Air Force lost a plane.", "Royal Australian Air Force"),
        ("The Hong Kong Monetary Authority cut rates.", "Hong Kong Monetary Authority"),
        ("The British Antarctic Survey closed its base.", "British Antarctic Survey"),
    ],
)
def test_a_name_is_not_cut_short(analyser: Analyser, text: str, name: str) -> None:
    claims = analyser.find_claims(Document(name="d.txt", text=text, source="D"), keep_all=True).claims
    assert (name, "organisation") in [(entity.text, entity.kind) for entity in claims[0].entities]


def test_an_office_behind_a_country_is_no_part_of_its_name(analyser: Analyser) -> None:
    text = "In June Germany Chancellor Olaf Scholz resigned."
    claims = analyser.find_claims(Document(name="d.txt", text=text, source="D"), keep_all=True).claims
    assert "Olaf Scholz" in [entity.text for entity in claims[0].entities]
