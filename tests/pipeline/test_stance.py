"""How firmly a sentence holds what it says."""

import pytest

from claimcmp.pipeline.stance import find_modality, find_polarity

NEGATED = [
    ("The drug did not work.", "not"),
    ("The drug didn't work.", "n't"),
    ("The drug didn’t work.", "n’t"),
    ("The bank failed to meet its target.", "failed to"),
    ("No passenger was hurt.", "No"),
    ("Nobody survived the crash.", "Nobody"),
    ("The court rejected the appeal.", "rejected"),
    ("The minister denied the report.", "denied"),
    ("The ban was never lifted.", "never"),
    ("The jury found him not guilty.", "not"),
    ("In 1950 women could not vote.", "not"),
    ("It is not true that the vaccine causes autism.", "not"),
    ("The court ruled that the state had not broken the law.", "not"),
    ("Wages, which rose in May, did not rise in June.", "not"),
    ("There is a lack of nurses in Kent.", "lack"),
    ("The shuttle is no longer in service.", "no longer"),
]

AFFIRMED = [
    "Not only did prices rise, wages rose too.",
    "There is no doubt that the sea is rising.",
    "Turnout was no less than 70 percent.",
    "Shares rose by not less than 4 percent.",
    "It is not true that the sea never rises.",
    "No. 10 said the minister had resigned.",
    "The No. 1 airline in Europe is Ryanair.",
    "Dr. No was filmed in Jamaica.",
    "The no-confidence vote passed.",
    "The not-for-profit group sued.",
    "The never-ending war costs lives.",
    "The rate of false positives rose to 4 percent.",
    "The lack of rain ruined the harvest.",
    "The absent voters were fined.",
    "The rejected offer was worth 4 million.",
    "The plane landed without incident.",
    "The vote was held without delay.",
    "Prices rose, but not by much.",
    "Wages rose, though not in Spain.",
    "Sweden, not Norway, joined the EU.",
    "Wages, which did not rise in May, rose in June.",
    "Patients who do not smoke live longer.",
    "Patients who don't smoke live longer.",
    "States that do not pay are fined.",
    "A man who had never voted won the seat.",
    "The tower (it was not finished in 1990) is 300 metres high.",
    "Norah and Nolan won the doubles.",
    "",
]

MODALITIES = [
    ("Rates may rise.", "hedged", "may"),
    ("The pilot must have slept.", "hedged", "must have"),
    ("The disease is thought to be spread by ticks.", "hedged", "thought to"),
    ("A flood is possible, but not ruled out.", "hedged", "possible"),
    ("The state should ban it.", "normative", "should"),
    ("The state must ban it.", "normative", "must"),
    ("If rates rise, house prices fall.", "conditional", "If"),
    ("Unless it rains, the harvest is lost.", "conditional", "Unless"),
    ("Otherwise, the harvest is lost.", "conditional", "Otherwise"),
    ("The court will rule in June.", "predicted", "will"),
    ("The airline is going to cut 400 jobs.", "predicted", "going to"),
    ("The bridge won't open in time.", "predicted", "won't"),
    ("If rates rise, savers will gain.", "conditional", "If"),
    ("The team will probably lose.", "hedged", "probably"),
    ("The May ruling may be overturned.", "hedged", "may"),
    ("THE BANK MAY FAIL.", "hedged", "MAY"),
]

ASSERTED = [
    "Theresa May resigned on Friday.",
    "May was the hottest month on record.",
    "On 5 May the airline went bankrupt.",
    "Britain voted in late May.",
    "Will Smith won the Oscar.",
    "George Will wrote the column.",
    "Bob Hope died in 2003.",
    "The will of the people was ignored.",
    "In her will, the duchess left the house to the state.",
    "The might of the army was broken.",
    "The projects cost 4 billion dollars.",
    "The forecast was wrong.",
    "Weather forecasts improved.",
    "The plan to build a dam was dropped.",
    "The hopes of fans were dashed.",
    "Fears of a recession grew.",
    "The estimates were revised.",
    "Police arrested three suspects.",
    "The suspected gunman was arrested.",
    "She appears in 40 films.",
    "He appeared in court on Monday.",
    "The think tank was founded in 1980.",
    "Once a year the fund pays a dividend.",
    "The once powerful union lost 40 percent of its members.",
    "Police asked if the pilot was drunk.",
    "The otherwise healthy patient died.",
    "Fans going to the match were searched.",
    "In 1950 women could not vote.",
    "Prices rose in May, when the harvest failed.",
    "Maybelline sold 4 million lipsticks.",
    "",
]


@pytest.mark.parametrize(("text", "cue"), NEGATED)
def test_stance_negation_has_its_cue(text: str, cue: str) -> None:
    polarity, found = find_polarity(text)
    assert (polarity, found and found.text) == ("negated", cue)


@pytest.mark.parametrize("text", AFFIRMED)
def test_stance_affirms_whatever_looks_like_a_negation(text: str) -> None:
    assert find_polarity(text) == ("affirmed", None)


@pytest.mark.parametrize(("text", "modality", "cue"), MODALITIES)
def test_stance_modality_has_its_cue(text: str, modality: str, cue: str) -> None:
    found, found_cue = find_modality(text)
    assert (found, found_cue and found_cue.text) == (modality, cue)


@pytest.mark.parametrize("text", ASSERTED)
def test_stance_asserts_whatever_looks_like_a_modal(text: str) -> None:
    assert find_modality(text) == ("asserted", None)


@pytest.mark.parametrize("find", [find_polarity, find_modality])
def test_stance_cue_counts_from_the_offset(find) -> None:  # type: ignore[no-untyped-def]
    text = "Rates, say some, may not rise."
    cue = find(text, offset=100)[1]
    assert text[cue.start - 100 : cue.end - 100] == cue.text
