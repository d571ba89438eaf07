"""Which words are forms of one word."""

import pytest

from claimcmp.words import find_base_forms

FORMS_OF_ONE = """
rates rate | imposed imposing | talks talk | crises crisis | companies company | taxes tax | viruses virus | wolves wolf
lives life | running run | planned plan | controlled control | elected elect | children child | women woman
died die | dying die | tied tie | lying lie | buses bus | monies money | offered offer | occurred occur | vetoes veto
leaves leaf | agreed agree | agreeing agree | freed free | guaranteed guarantee | using use | cities city | tried try
cancelled cancel | dropped dropping | banned bans | hoped hope | rated rate | scared scare | paid pay | bought buy
panicked panic | theories theory | movies movie | gases gas | statuses status | criteria criterion | data datum
Trump's Trump | workers' worker | Boeing's Boeing | NATO’s NATO | Rates rate | potatoes potato | added add
fixed fix | showed show | played play | visited visit | focussed focus | trafficking traffic | rose rise | fell fall
"""
BRITISH_AND_AMERICAN = """
labour labor | organise organize | organisation organization | centre center | metres meters | theatre theater
defence defense | licence license | programmes program | analysed analyzed | harbours harbors | travelled traveled
aluminium aluminum | tyres tire | judgement judgment | favourable favorable | cheques check | fuelled fueled
"""
DIFFERENT = """
rates rat | news new | hoped hop | planes plan | planed plan | caring car | rating rat | staring star | scared scar
taped tap | pined pin | wing we | king k | bed b | red r | this thi | his hi | was wa | species specy | Texas Texa
Paris Pari | Boeing Boe | Brussels Brussel | Beijing Beij | lens len | Mars mar | Congress congres | physics physic
morning morn | evening even | filed fill | filled file | mates mat | canes can | four for | hour hor | pour por | tour tor
sour sor | goods good | customs custom | wicked wick | naked nake | hatred hatre | Alfred alfr | Ahmed ahm
pass pas | bass bas | need ne | speed spe | shed sh | united unit | hundred hundr | spring spr | during dure
sterling sterl | herring her | analysis analysi | politics politic | wages wag | starring stare | Wales wale
"""


def pairs(table: str) -> list[list[str]]:
    return [pair.split() for pair in table.replace("\n", "|").split("|") if pair.strip()]


@pytest.mark.parametrize(("one", "other"), pairs(FORMS_OF_ONE))
def test_words_forms_of_one_word_meet(one: str, other: str) -> None:
    assert find_base_forms(one) & find_base_forms(other)


@pytest.mark.parametrize(("british", "american"), pairs(BRITISH_AND_AMERICAN))
def test_words_british_and_american_spellings_meet(british: str, american: str) -> None:
    assert find_base_forms(british) & find_base_forms(american)


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT))
def test_words_that_only_look_like_forms_stay_apart(one: str, other: str) -> None:
    assert not find_base_forms(one) & find_base_forms(other)


@pytest.mark.parametrize("word", ["", "'", "’s", "3", "%", "é", "F-16", "中国", "a"])
def test_words_always_have_a_form(word: str) -> None:
    assert find_base_forms(word)
