"""Whether a text is in English."""

import pytest

from claimcmp.sources.language import note_language

NOTE = ("seems not to be in English, which claims are found in",)
GERMAN = (
    "Der Rat hat am Donnerstag über den neuen Hafen beraten. Die Stadt will, dass er bis 2030 fertig wird, und was die "
    "Gegner dazu sagen, ist bekannt: Man müsse an die Kosten denken, denn am Ende zahlen alle."
)
DUTCH = (
    "De raad heeft gisteren besloten dat er over de haven nog dit jaar wordt gestemd. We hebben er lang over gesproken, "
    "was het commentaar van de wethouder, en het is nu aan de stad om te beslissen of het plan door kan gaan."
)
ENGLISH = (
    "Council members met on Thursday. Port traffic fell 4 percent, container volumes 7 percent. Harbour master Jan de "
    "Vries expects 2,300 ships this year, down from 2,800. Dredging costs 12 million euros, says the port authority."
)


@pytest.mark.parametrize(("text", "note"), [(GERMAN, NOTE), (DUTCH, NOTE), (ENGLISH, ())])
def test_a_text_in_another_language_is_noted(text: str, note: tuple[str, ...]) -> None:
    assert note_language(text) == note


def test_a_few_words_are_no_language() -> None:
    assert note_language(GERMAN[:120]) == ()
    assert note_language("Port volumes 2019 2020 2021") == ()
