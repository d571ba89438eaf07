"""How firmly a sentence holds what it says."""

from collections.abc import Callable

import pytest

from claimcmp.records import Claim

FindClaims = Callable[..., tuple[Claim, ...]]

NEGATED = [
    ("The idea that the comet brings war is absurd.", "absurd"),
    ("The story that the singer was born in Oslo is an invention.", "invention"),
    ("The rumour that the bank is insolvent is pure fiction.", "fiction"),
    ("The tale that the bridge sings is a fairy tale.", "fairy tale"),
    ("The talk of a rich uncle who paid the fine is a convenient legend.", "legend"),
    ("Talk of a second shooter is nonsense.", "nonsense"),
    ("It is nonsense that the drug cures flu.", "nonsense"),
    ("The mayor dismissed the claim that the bridge was unsafe.", "dismissed"),
    ("No study has found evidence that sugar causes acne.", "No"),
    ("We have no proof that the coin is fake.", "no"),
    ("The museum has no evidence that anyone has entered the vault.", "no"),
    ("There is no sign that the volcano will erupt.", "no"),
    ("No evidence was found that the letters were opened.", "No"),
    ("No proof exists that the coin is fake.", "No"),
    ("The inspectors found no indication that the meat was spoiled.", "no"),
    ("There is a lack of evidence that the drug works.", "lack"),
    ("The clinic has a lack of nurses.", "lack"),
    ("Many doubt that the champion was fit.", "doubt"),
    ("The club is yet to win a match.", "is yet to"),
    ("The efforts came to nothing.", "came to nothing"),
    ("The film did not exceed expectations.", "not"),
    ("The surgeon does not care whether the patient smokes.", "not"),
    ("It does not matter whether the keeper moved.", "not"),
    ("The plant did not close if wages fell.", "not"),
    ("The union did not show up if it rained.", "not"),
    ("The firm did not report a loss if rates were low.", "not"),
    ("The council made no secret deals.", "no"),
    ("Neither the bank nor the insurer paid.", "Neither"),
    ("It would be wrong to say, however, that the court ignored the appeal.", "wrong to say"),
    ("It would be a mistake to think that the flood is over.", "mistake to think"),
    ("There is little evidence that the diet works.", "little evidence"),
    ("The jury acquitted the surgeon.", "acquitted"),
    ("The clinic lacks nurses.", "lacks"),
    ("The jury cannot agree that the will is forged.", "cannot"),
    ("The drug did not work.", "not"),
    ("The mayor did not know who had signed the letter.", "not"),
    ("No sailor knew how to swim.", "No"),
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
    ("The coroner ruled out arson.", "ruled out"),
    ("Arson was ruled out.", "ruled out"),
    ("The panel excluded the theory.", "excluded"),
    ("The rumours are unfounded.", "unfounded"),
    ("Reports that the actor had died were wrong.", "wrong"),
    ("It is a misconception that the well is dry.", "misconception that"),
    ("The theory has been discredited.", "discredited"),
    ("It is too early to name the winner.", "too early to"),
    ("No ship could have survived that storm.", "No"),
    ("The company's claim that the water is safe is irresponsible.", "irresponsible"),
    ("The suggestion that nurses were careless is an insult.", "insult"),
    # Two nouns, which the verb in the singular parts: "that the mine leaks".
    ("The claim that the mine leaks is absurd.", "absurd"),
    ("The argument that the law protects children is an insult to parents.", "insult"),
    ("The editor's assertion that the bridge is sound is a fiction.", "fiction"),
    ("The suggestion that the figures are old is bogus.", "bogus"),
    ("That the figures fell is a falsehood.", "falsehood"),
]

AFFIRMED = [
    "The plan is absurd.",
    "The driver was irresponsible.",
    "The idea that miners work unpaid is an insult.",
    "Reports that guards beat inmates are shameful.",
    "That the clerk was fined is shameful.",
    "The claim that the water is safe is not a lie.",
    "The dog lies in the sun.",
    "The film is a fantasy.",
    "Her story is a fairy tale.",
    "The story that won the prize is a fairy tale.",
    "That the clerk was fined is absurd.",
    "The rule that players must wear hats is ridiculous.",
    "The idea that the plan could work is not absurd.",
    "The claims that the dam leaks are not false.",
    "The club had tried to sign the striker for years, but to no avail.",
    "The judge dismissed the charges against the surgeon.",
    "The crash was caused by a lack of sleep.",
    "Lack of rain killed the crop.",
    "A lack of evidence that the drug works led to its withdrawal.",
    "The cause was a lack of oil.",
    "It cannot be denied that the dam leaked.",
    "The load must not exceed 300 kg.",
    "Fees do not exceed 2 percent.",
    "By June the lead had dwindled to almost nothing.",
    "The guest was none other than the king.",
    "It was not clear if the train had stopped.",
    "It remains to be seen whether the club recovers.",
    "It is no secret that the bridge is old.",
    "It came as no surprise that the vote failed.",
    "Whether the drug works remains disputed.",
    "Few clubs in the league own a stadium.",
    "The club sold the striker rather than the keeper.",
    "The league played on without permission.",
    "It would be a mistake to close the clinic.",
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
    "The new wells give more water, not less.",
    "Patients who do not smoke live longer.",
    "Patients who don't smoke live longer.",
    "States that do not pay are fined.",
    "A man who had never voted won the seat.",
    "Norah and Nolan won the doubles.",
    "The club excluded two members.",
    "Arson cannot be ruled out.",
    "The address was wrong.",
    "Biologists link the decline to a mite.",
    "An unfounded rumour spread.",
    "",
]

MODALITIES = [
    ("Doctors fear that a second wave is near.", "hedged", "fear"),
    ("Farmers worry that the wells are dry.", "hedged", "worry"),
    ("Ten miners are feared dead.", "hedged", "feared"),
    ("It is uncertain if the bridge will reopen.", "hedged", "uncertain"),
    ("It is not yet known whether the valve leaked.", "hedged", "not yet known"),
    ("The deal is dead, or so it seems.", "hedged", "seems"),
    ("The trial did not prove that the cream heals burns.", "hedged", "not"),
    ("The club did not deny that its boat sank.", "hedged", "not"),
    ("Rates may rise.", "hedged", "may"),
    ("The pilot must have slept.", "hedged", "must have"),
    ("The disease is thought to be spread by ticks.", "hedged", "thought to"),
    ("A flood is possible, but not ruled out.", "hedged", "possible"),
    ("The state should ban it.", "normative", "should"),
    ("The state must ban it.", "normative", "must"),
    ("If rates rise, house prices fall.", "conditional", "If"),
    ("Unless it rains, the harvest is lost.", "conditional", "Unless"),
    ("Otherwise, the harvest is lost.", "conditional", "Otherwise"),
    ("Without rain the harvest would be lost.", "conditional", "Without"),
    ("The court will rule in June.", "predicted", "will"),
    ("The airline is going to cut 400 jobs.", "predicted", "going to"),
    ("The bridge won't open in time.", "predicted", "won't"),
    ("If rates rise, savers will gain.", "conditional", "If"),
    ("The team will probably lose.", "hedged", "probably"),
    ("The May ruling may be overturned.", "hedged", "may"),
    ("THE BANK MAY FAIL.", "hedged", "MAY"),
    ("It remains disputed who painted it.", "hedged", "disputed"),
    ("Whether the vase is genuine remains in dispute.", "hedged", "in dispute"),
    ("Nobody knows whether the glacier will last.", "hedged", "Nobody knows whether"),
    ("A plausible explanation is a leak.", "hedged", "plausible"),
    ("Residents voiced fears that the well would dry up.", "hedged", "fears"),
    ("There was a growing concern that the choir would leave.", "hedged", "concern"),
    ("Ravens are said to have warned the tribe.", "hedged", "said to"),
    ("The roof might collapse if it snows.", "hedged", "might"),
    ("The mill would in all probability have been saved.", "hedged", "in all probability"),
    ("It appears from the files that the map was forged.", "hedged", "It appears"),
    ("Had the dam held, the town would have been spared.", "conditional", "Had"),
    ("A second keeper would have seen the fire.", "conditional", "would"),
    ("By June the lake would have dried up.", "predicted", "would"),
    ("Arson cannot be ruled out.", "hedged", "cannot be ruled out"),
    ("Arson has not been ruled out.", "hedged", "not been ruled out"),
    ("The bank hasn't ruled out a merger.", "hedged", "n't ruled out"),
    ("The coroner did not rule out that the driver fell asleep.", "hedged", "did not rule out"),
    ("The minister refuses to rule out a second levy.", "hedged", "refuses to rule out"),
    ("Historians are divided over whether the letter is genuine.", "hedged", "divided over whether"),
    ("The senator voiced doubt that the bill would pass.", "hedged", "doubt"),
    ("There is a chance that the comet will be visible.", "hedged", "chance that"),
    ("Whether he will play is up in the air.", "hedged", "up in the air"),
    ("The heir stands to lose a castle.", "predicted", "stands to lose"),
    ("The panel should investigate whether the valve leaked.", "normative", "should"),
]

OPEN = [
    ("Nobody knows why the herd died.", "Nobody knows"),
    ("It is not known exactly how the dam broke.", "not known"),
    ("Scientists do not know what killed the fish.", "not know"),
    ("Why the herd died is a mystery.", "mystery"),
    ("Doctors have not yet determined if the drug caused the rash.", "not yet determined"),
    ("Doctors have never determined whether the drug caused the rash.", "never determined"),
    ("It has never been established whether the pilot was drunk.", "never been established"),
    ("Police are still examining whether the driver was asleep.", "examining"),
    ("It is still being investigated whether the goal was offside.", "investigated"),
    ("The bank cannot yet say whether it will cut rates.", "cannot yet say"),
    ("Nobody has been able to show whether the diet works.", "Nobody has been able to show"),
    ("The judge has yet to decide whether the evidence is admissible.", "has yet to decide"),
    ("The club refused to say whether the striker was injured.", "refused to say"),
    ("Auditors have no way of knowing whether the money was returned.", "have no way of knowing"),
    ("There is no agreement on whether the reef is dying.", "is no agreement"),
    (
        "The question of whether the glacier is stable has not been settled.",
        "question of whether the glacier is stable has not been settled",
    ),
    ("There is still no proof as to whether the letter was forged.", "is still no proof"),
    ("The court has not ruled on whether the merger was lawful.", "not ruled"),
    ("Officials are not sure whether the dam leaked.", "not sure"),
    ("She did not know if it had rained.", "not know"),
    ("It is too early to say whether the treatment works.", "too early to say"),
    ("The ministry said it had not found out whether the seal leaked.", "not found"),
]

ASSERTED = [
    "Trade unions said the cuts had made the fire possible.",
    "The grant made it possible to repair the roof.",
    "Doctors fear a second wave.",
    "Farmers worry about the drought.",
    "The club left the league because it feared a fine.",
    "Nobody doubts that the dam is safe.",
    "Nobody seriously disputes that the ship was overloaded.",
    "Nobody would deny that the dam leaked.",
    "Few dispute that the vaccine saved lives.",
    "There can be no doubt that the seal failed.",
    "The minister does not doubt that the dam is safe.",
    "Hardly anyone disputes that the coach was right.",
    "The mayor does not dispute that the pier was unsafe.",
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
    "The ship sank without a trace.",
    "A potential buyer came to Leeds.",
    "Prices rose in May, when the harvest failed.",
    "Maybelline sold 4 million lipsticks.",
    "It appears four days after the bite.",
    "Under the new rules, owners may keep two dogs.",
    "No ship could have survived that storm.",
    "Pensioners were to be offered a refund.",
    "The law concerns 40 firms.",
    "He came in, had a bath and sang.",
    "The zoo would not say how the lion had escaped.",
    "",
]


IN_SCOPE = [
    ("Nobody denies that the referee made an error.", "the referee made an error", "affirmed"),
    ("Few dispute that the vaccine saved lives.", "the vaccine saved lives", "affirmed"),
    ("Few experts doubt that the ice has melted.", "the ice has melted", "affirmed"),
    ("Although it did not rain, the match was cancelled.", "the match was cancelled", "affirmed"),
    ("Although it did not rain, the match was cancelled.", "it did not rain", "negated"),
    ("The firm denied that it had paid bribes.", "it had paid bribes", "negated"),
    ("She did not think that it would last.", "it would last", "negated"),
    ("She did not say that it would last.", "She did not say that it would last", "affirmed"),
    ("Wages, which did not rise in May, rose in June.", "which did not rise in May", "negated"),
    ("The tower (it was not finished in 1990) is 300 metres high.", "it was not finished in 1990", "negated"),
    ("Doctors did not agree that the drug works.", "the drug works", "negated"),
    ("Lawyers doubt that the law will hold.", "the law will hold", "negated"),
    ("It was a law that never protected anybody.", "that never protected anybody", "negated"),
]

HELD = [
    ("The club did not deny that it owed 4 million.", "it owed 4 million", "hedged"),
    ("He may have claimed that prices fell.", "prices fell", "asserted"),
    ("He claimed that prices may fall.", "prices may fall", "hedged"),
    ("The bridge, which may collapse, was built in 1990.", "which may collapse", "hedged"),
    ("The minister hopes that rates fall.", "rates fall", "hedged"),
    ("She hoped that the rain would stop.", "the rain would stop", "hedged"),
    ("Analysts expect that rates fall.", "rates fall", "predicted"),
    ("The bank said it would cut rates.", "it would cut rates", "predicted"),
]


def read_stance(claim: Claim) -> tuple[str, str | None, str, str | None]:
    polarity, modality = claim.polarity_cue, claim.modality_cue
    return claim.polarity, polarity and polarity.text, claim.modality, modality and modality.text


@pytest.mark.parametrize(("text", "cue"), NEGATED)
def test_stance_negation_has_its_cue(find_claims: FindClaims, text: str, cue: str) -> None:
    assert ("negated", cue) in [read_stance(claim)[:2] for claim in find_claims(text)]


@pytest.mark.parametrize("text", AFFIRMED)
def test_stance_affirms_whatever_looks_like_a_negation(find_claims: FindClaims, text: str) -> None:
    assert {read_stance(claim)[:2] for claim in find_claims(text)} <= {("affirmed", None)}


@pytest.mark.parametrize(("text", "modality", "cue"), MODALITIES)
def test_stance_modality_has_its_cue(find_claims: FindClaims, text: str, modality: str, cue: str) -> None:
    assert (modality, cue) in [read_stance(claim)[2:] for claim in find_claims(text)]


@pytest.mark.parametrize(("text", "cue"), OPEN)
def test_stance_leaves_open_what_somebody_has_yet_to_find_out(find_claims: FindClaims, text: str, cue: str) -> None:
    assert [read_stance(claim) for claim in find_claims(text)] == [("affirmed", None, "hedged", cue)]


@pytest.mark.parametrize("text", ASSERTED)
def test_stance_asserts_whatever_looks_like_a_modal(find_claims: FindClaims, text: str) -> None:
    assert {read_stance(claim)[2:] for claim in find_claims(text)} <= {("asserted", None)}


@pytest.mark.parametrize(("text", "claim", "polarity"), IN_SCOPE)
def test_stance_negation_denies_what_it_reaches(find_claims: FindClaims, text: str, claim: str, polarity: str) -> None:
    assert {found.text.rstrip("."): found.polarity for found in find_claims(text)}[claim] == polarity


@pytest.mark.parametrize(("text", "claim", "modality"), HELD)
def test_stance_is_of_the_one_who_claims(find_claims: FindClaims, text: str, claim: str, modality: str) -> None:
    assert {found.text.rstrip("."): found.modality for found in find_claims(text)}[claim] == modality


def test_stance_records_what_a_negation_denies(find_claims: FindClaims) -> None:
    text = "Rates rose. Wages, they say, did not rise."
    cue = find_claims(text)[1].polarity_cue
    assert cue is not None
    assert cue.scope is not None
    assert text[cue.start : cue.end] == cue.text == "not"
    assert text[cue.scope[0] : cue.scope[1]].endswith("not rise")


def test_stance_marks_the_predicates_that_are_denied(find_claims: FindClaims) -> None:
    (claim,) = find_claims("The bank failed to meet its target.")
    assert {predicate.lemma: predicate.negated for predicate in claim.predicates} == {"fail": False, "meet": True}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Growers may still use the product by special permit.", "asserted"),
        ("Boats may fish in the bay with a licence.", "asserted"),
        ("Growers may have used the product with a permit.", "hedged"),
        ("Growers may use the product with more care.", "hedged"),
    ],
)
def test_stance_what_a_permit_allows_is_no_guess(find_claims: FindClaims, text: str, modality: str) -> None:
    assert find_claims(text)[0].modality == modality
