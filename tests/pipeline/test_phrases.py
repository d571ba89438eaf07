"""Which words of a text a phrase stands for."""

import pytest
import spacy

from claimcmp.pipeline.phrases import PhraseFinder

NLP = spacy.blank("en")


def find(text: str, *phrases: str, names: bool = False) -> list[str]:
    finder = PhraseFinder(NLP.vocab)
    finder.add("key", map(NLP.make_doc, phrases), names=names)
    doc = NLP.make_doc(text)
    return [doc[match.start : match.end].text for match in finder.find(doc)]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("interest rate", "Interest rates rose.", "Interest rates"),
        ("interest rates", "The interest rate rose.", "interest rate"),
        ("raise taxes", "She raised taxes twice.", "raised taxes"),
        ("six-party talks", "The six party talks failed.", "six party talks"),
        ("six party talks", "The six-party talks failed.", "six-party talks"),
        ("cease-fire", "A cease-fire holds.", "cease-fire"),
        ("labour market", "The labor market cooled.", "labor market"),
        ("4 percent", "Prices rose 4 % in May.", "4 %"),
        ("4%", "Prices rose 4 percent in May.", "4 percent"),
        ("WHO", "The WHO warned of measles.", "WHO"),
        ("COVID-19", "Cases of COVID-19 fell.", "COVID-19"),
        ("vaccine", "VACCINE TRIALS RESUMED.", "VACCINE"),
        ("nuclear power plant", "Two nuclear-power\nplants closed.", "nuclear-power\nplants"),
        ("women's rights", "Women’s rights were curtailed.", "Women’s rights"),
    ],
)
def test_phrases_match_forms_of_their_words(phrase: str, text: str, found: str) -> None:
    assert find(text, phrase) == [found]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("WHO", "Those who fell ill recovered."),
        ("US", "He told us so."),
        ("AIDS", "The bank aids farmers."),
        ("interest rate", "Interest in rate cuts faded."),
        ("rate", "The rat was caught."),
        ("trade war", "They trade, war or no war."),
        ("interest rate", "Rate of interest"),
        ("interest rate", "interest"),
    ],
)
def test_phrases_do_not_match_other_words(phrase: str, text: str) -> None:
    assert find(text, phrase) == []


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (True, "Total sold its refinery.", ["Total"]),
        (True, "The total rose.", []),
        (True, "TOTAL SOLD ITS REFINERY.", ["TOTAL"]),
        (False, "The total rose.", ["total"]),
    ],
)
def test_phrases_of_one_capitalised_word_can_be_names(names: bool, text: str, found: list[str]) -> None:
    assert find(text, "Total", names=names) == found


def test_phrases_may_overlap() -> None:
    assert find("The central bank rate rose.", "central bank", "bank rate") == ["central bank", "bank rate"]


@pytest.mark.parametrize("phrases", [(), ("",), (" ",), ("-",)])
def test_phrases_without_words_match_nothing(phrases: tuple[str, ...]) -> None:
    assert find("The bank - a branch - closed.", *phrases) == []
