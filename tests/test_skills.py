"""The single skills of the API go over whole texts, with offsets into them."""

import pytest

import claimcmp
from claimcmp.errors import SourceError, UsageError
from claimcmp.records import Document

TEXT = "Milk\n\nPrices may not fall, the Bank of France said. Paris and the French dairies want 5 percent more.\n"


def test_attributions_names_who_speaks() -> None:
    found, wish = claimcmp.attributions(TEXT)
    assert (wish.name, wish.cue, wish.commits) == ("Paris and the French dairies", "want", False)
    assert (found.name, found.cue) == ("the Bank of France", "said")
    assert TEXT[found.start : found.end] == found.name


def test_stance_gives_each_clause_its_own() -> None:
    first, *_ = claimcmp.stance(TEXT)
    assert (first.text, first.polarity, first.modality) == ("Prices may not fall", "negated", "hedged")
    assert TEXT[first.start : first.end] == first.text
    assert first.polarity_cue is not None
    assert TEXT[first.polarity_cue.start : first.polarity_cue.end] == "not"


def test_quantities_and_actors_point_into_the_text() -> None:
    (amount,) = claimcmp.quantities(TEXT)
    assert (amount.value, amount.unit, TEXT[amount.start : amount.end]) == (5, "percent", "5 percent")
    assert [(TEXT[actor.start : actor.end], actor.id) for actor in claimcmp.actors(TEXT)] == [
        ("Bank of France", "name:bank-of-france"),
        ("Paris", "fr"),
        ("French", "fr"),
    ]


def test_dates_count_from_the_day_of_publication() -> None:
    assert [date.iso for date in claimcmp.dates("Wages rose last year. In May they fell.", published="2024-06")] == [
        "2023",
        "2024-05",
    ]


def test_quantities_are_found_in_headings_and_questions() -> None:
    assert [found.value for found in claimcmp.quantities("A rise of 3 percent\n\nWho wants 4 percent?")] == [3, 4]


def test_dates_refuse_a_day_that_is_none() -> None:
    with pytest.raises(SourceError):
        claimcmp.dates("It rained today.", published="yesterday")


@pytest.mark.parametrize("skill", [claimcmp.attributions, claimcmp.stance, claimcmp.quantities, claimcmp.actors])
def test_an_empty_text_has_nothing(skill) -> None:
    assert skill("") == ()
    assert skill(" \n") == ()


def test_annotate_keeps_every_sentence() -> None:
    annotation = claimcmp.annotate(Document("milk.txt", TEXT, "Dairy News"), topics=())
    assert [sentence.layout for sentence in annotation.sentences] == ["title", None, None]
    assert annotation.document.claims == sum(len(sentence.claims) for sentence in annotation.sentences)


@pytest.mark.parametrize("skill", [claimcmp.attributions, claimcmp.stance, claimcmp.quantities, claimcmp.dates])
def test_what_is_no_text_is_refused(skill) -> None:
    with pytest.raises(UsageError, match="takes a text, not None"):
        skill(None)
