"""Short names and the long ones that they are short for."""

import pytest

from claimcmp.pipeline import Analyser, Naming
from claimcmp.pipeline.name_forms import find_name_forms
from claimcmp.records import Document, KnownActor


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Clara Schumann played. Later Schumann taught.", "Schumann", "Clara Schumann"),
        ("President Abdou Diouf retired. Diouf was 65.", "Diouf", "Abdou Diouf"),
        ("Robert M. Koch and Robert Koch are one.", "Koch", "Robert M. Koch"),
        ("Ludwig van Beethoven met Mr. Otto Klemm.", "Klemm", "Otto Klemm"),
        ("Kim Dae-jung won the prize.", "Kim", "Kim Dae-jung"),
        ("The Food Standards Agency (FSA) closed the dairy.", "FSA", "Food Standards Agency"),
        ("The European Space Agency (“ESA”) launched it.", "ESA", "European Space Agency"),
        ("The Bank of Nova Scotia (BNS) cut its rate.", "BNS", "Bank of Nova Scotia"),
    ],
)
def test_a_short_name_has_its_long_form(text: str, short: str, long: str) -> None:
    assert find_name_forms([text]).expand(short) == long


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Robert Schumann married. Clara Schumann played.", "Schumann"),
        ("The Ministry of Health (see Annex) answered.", "Annex"),
        ("The coast (NASA said) is sinking.", "NASA"),
        ("He came. In March it rained.", "March"),
    ],
)
def test_a_name_with_two_long_forms_or_none_stands_for_itself(text: str, short: str) -> None:
    assert find_name_forms([text]).expand(short) == short


def test_only_surnames_with_a_title_or_given_name_are_surely_persons() -> None:
    forms = find_name_forms(["Wall Street fell. Dr. Ngozi Obi and Peter Lang sold."])
    assert list(forms.sure) == ["Lang", "Obi"]


def test_what_the_document_says_comes_first() -> None:
    own, others = find_name_forms(["Clara Weber sang."]), find_name_forms(["Carl Weber sang. Carl Orff left."])
    forms = own.with_fallback(others)
    assert forms.expand("Weber") == "Clara Weber"
    assert forms.expand("Orff") == "Carl Orff"


def find_ids(text: str, **naming: object) -> dict[str, str]:
    analyser = Analyser((), naming=Naming(**naming))  # type: ignore[arg-type]
    return {entity.text: entity.id for entity in analyser.find_facts(Document("text.txt", text, "text")).actors}


def test_names_of_one_share_an_id() -> None:
    text = "Nikolai Berg of the Food Standards Agency (FSA) wrote in May. Berg said that the FSA will close the dairy."
    ids = find_ids(text)
    assert ids["Nikolai Berg"] == ids["Berg"] == "name:nikolai-berg"
    assert ids["Food Standards Agency"] == ids["FSA"] == "name:food-standards-agency"


def test_names_may_each_have_an_id_of_their_own() -> None:
    ids = find_ids("Moscow said that Russia and the Kremlin agree.", shared=False)
    assert ids == {"Moscow": "name:moscow", "Russia": "name:russia", "Kremlin": "name:kremlin"}


def test_actors_of_the_user_are_found() -> None:
    known = (KnownActor("acme", "Acme Tools", "company", ("Acme",), ("Acmean",)),)
    text = "Acme sold 40 saws in May. The company made a profit. Acmean goods are dear."
    analyser = Analyser((), naming=Naming(known))
    claims = analyser.find_claims(Document("text.txt", text, "text"), keep_all=True).claims
    assert [(entity.text, entity.id) for claim in claims for entity in claim.entities] == [
        ("Acme", "acme"),
        ("Acmean", "acme"),
    ]
    assert claims[1].resolved == "Acme made a profit."
    assert claims[1].references[0].actors == ("acme",)


@pytest.mark.parametrize("name", ["Goldman Sachs", "Wells Fargo", "Siemens", "Likud"])
def test_a_well_known_firm_or_party_is_no_person_and_no_place(name: str) -> None:
    document = Document("daily.txt", f"On Monday {name} said that it would move.", "Daily")
    found = Analyser(()).find_facts(document).actors
    assert {actor.kind for actor in found if actor.text == name} <= {"organisation"}
