"""Which stretches of a sentence are claims of their own."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.pipeline.clauses import find_clauses
from claimcmp.pipeline.parse import read_parse
from claimcmp.records import Claim, Document

FindClaims = Callable[..., tuple[Claim, ...]]

SPLIT = [
    ("Rates rose in May, but wages fell by half.", ["Rates rose in May", "wages fell by half"]),
    (
        "The bridge did not collapse but carried out its task.",
        ["The bridge did not collapse", "carried out its task"],
    ),
    ("The brewery said in a statement on Friday that no beer was lost.", ["no beer was lost"]),
    ("Ms Okoye told the court she had been paid in cash.", ["she had been paid in cash"]),
    ("Although it rained, the match went ahead.", ["it rained", "the match went ahead"]),
    (
        "The airline closed two routes because fuel became dearer.",
        ["The airline closed two routes", "fuel became dearer"],
    ),
    ("A survey found in 2023 that most voters want a park.", ["most voters want a park"]),
    ("An inquiry concluded in May 2024 that the report was leaked.", ["the report was leaked"]),
    # What had been before something else is one claim with it, and another name says nothing.
    ("The rule had been written before the vote was lost.", ["The rule had been written before the vote was lost."]),
    ("The rule was written before the vote was lost.", ["The rule was written", "the vote was lost"]),
    ("The fen, as the old moor is called, burned down.", ["The fen, as the old moor is called, burned down."]),
    (
        "Pupils whose parents believe that the test may fail them stay at home.",
        ["the test may fail them stay at home"],
    ),
    # A relative clause that judges leaves its noun the main verb.
    (
        "Farmers whose neighbours consider a ban needless may apply.",
        ["Farmers whose neighbours consider a ban needless may apply."],
    ),
    ("Members who find the fee too high can leave.", ["Members who find the fee too high can leave."]),
    (
        "Members whose clubs think the fee may rise left early.",
        ["Members whose clubs think the fee may rise left early."],
    ),
    ("Rates rose after the bank failed.", ["Rates rose", "the bank failed"]),
    (
        "The crew left the boat in the harbour after the Royal Navy had offered help.",
        ["The crew left the boat in the harbour", "the Royal Navy had offered help"],
    ),
    (
        "The board left the decision to its members after the Labour Party withdrew its support.",
        ["The board left the decision to its members", "the Labour Party withdrew its support"],
    ),
    (
        "The guests left the hotel in panic after Fire Station North had sounded the alarm.",
        ["The guests left the hotel in panic", "Fire Station North had sounded the alarm"],
    ),
    (
        "The team pulled out of the race after Dr Anna Berg had found a banned substance.",
        ["The team pulled out of the race", "Dr Anna Berg had found a banned substance"],
    ),
    (
        "Its lawyers left the hearing on Monday because the Supreme Court had postponed the case.",
        ["Its lawyers left the hearing on Monday", "the Supreme Court had postponed the case"],
    ),
    (
        "Now that the vaccine has been approved, clinics are ordering it.",
        ["the vaccine has been approved", "clinics are ordering it"],
    ),
    (
        "The tunnel, which was opened in 1990, is closed.",
        ["The tunnel, which was opened in 1990, is closed", "which was opened in 1990"],
    ),
    (
        "The two actors, both of whom are ill, probably would have come.",
        ["The two actors, both of whom are ill, probably would have come", "both of whom are ill"],
    ),
    (
        "The pilot said that the plane was late and that nobody could leave.",
        ["the plane was late", "nobody could leave"],
    ),
    ("“Sales fell,” the firm said on Monday.", ["Sales fell"]),
    ("Prices rose, he said.", ["Prices rose"]),
    ("The chairman tried to argue that profits are rising.", ["profits are rising"]),
    ("Critics voiced fears that the dam would break.", ["the dam would break"]),
    ("He left (and nobody saw it).", ["He left", "nobody saw it"]),
    ('The mayor said the town would grow "in the next weeks."', ['the town would grow "in the next weeks."']),
    ("Note that the price rose.", ["the price rose"]),
    (
        "When that became known at the club, the chairman ordered a new report from Leeds.",
        ["When that became known at the club", "the chairman ordered a new report from Leeds"],
    ),
    (
        "The yard had counted on orders by 2019; few in the town now expect work before spring.",
        ["The yard had counted on orders by 2019", "few in the town now expect work before spring"],
    ),
    (
        "It is not known whether the vaccine prevents measles, but trials suggest it cuts the number of deaths.",
        ["It is not known whether the vaccine prevents measles", "it cuts the number of deaths"],
    ),
    (
        "According to the club, ticket sales rose 12 percent last year; attendance, however, hardly changed.",
        ["According to the club, ticket sales rose 12 percent last year", "attendance, however, hardly changed"],
    ),
    (
        "Inflation eased to 2.4% in June, the statistics office said, short of the 2.6% that economists had expected.",
        ["Inflation eased to 2.4% in June"],
    ),
    (
        "Consider this: from 2002 through 2010, our Office of Trade and Industry partnered with a total of 118 firms.",
        ["from 2002 through 2010, our Office of Trade and Industry partnered with a total of 118 firms"],
    ),
    (
        "The bridge (built in 1932) was closed in May.",
        ["The bridge (built in 1932) was closed in May", "built in 1932"],
    ),
    ("This will in turn help them hold down fares.", ["This will in turn help them hold down fares."]),
    ("The beam cracked in the cold, or so engineers believe.", ["The beam cracked in the cold"]),
    ("The storm took ten lives and cost the town a bridge.", ["The storm took ten lives", "cost the town a bridge"]),
    (
        "The clubs have not left the league and say they obey it.",
        ["The clubs have not left the league", "they obey it"],
    ),
    (
        "It is false that the bridges are closed: the city may request tolls anywhere.",
        ["It is false that the bridges are closed", "the city may request tolls anywhere"],
    ),
    (
        "Ruth Okafor, a judge who had resigned in May, wrote two novels.",
        ["Ruth Okafor, a judge who had resigned in May, wrote two novels", "a judge who had resigned in May"],
    ),
]

WHOLE = [
    "Rangers left the park before Storm Ellen had crossed the coast.",
    "Rates rise when banks fail.",
    "If it rains, the match will be cancelled.",
    "It is unlikely that the team will win.",
    "There is little doubt that the vaccine works.",
    "It would be wrong to say that the court always agreed with him.",
    "Patients who smoke die earlier.",
    "The firm monitored and controlled the process.",
    "She told the man she loved.",
    "He told the nurse who treated him a joke.",
    "She wants to win and to retire.",
    "As is usual in May, it rained.",
    "Police asked whether the pilot was drunk.",
    "Probably not).",
    "Okafor, the retired judge, wrote two novels.",
    "The ferry sank off the coast, killing 12 passengers.",
    "The firm, founded in 1923, makes clocks.",
]


EVADING = [
    "A spokesman declined to comment.",
    "The ministry did not immediately respond to a request for comment on the strike.",
    "She hadn't replied to emails by Monday.",
    "The pilot could not be reached for comment.",
    "He spoke on condition of anonymity.",
]


@pytest.mark.parametrize(("text", "claims"), SPLIT)
def test_clauses_that_assert_are_claims(find_claims: FindClaims, text: str, claims: list[str]) -> None:
    assert [claim.text for claim in find_claims(text)] == claims


@pytest.mark.parametrize("text", WHOLE)
def test_clauses_that_do_not_assert_stay_with_their_claim(find_claims: FindClaims, text: str) -> None:
    assert [claim.text for claim in find_claims(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The bank said it was late. Why did he leave?",
        "The bank said it was late. Do not touch the lid.",
        "The bank said it was late. It will be interesting to see if they are willing to pay.",
        "The bank said it was late. An inquiry.",
    ],
)
def test_clauses_that_ask_or_command_are_no_claims(find_claims: FindClaims, text: str) -> None:
    assert [claim.text for claim in find_claims(text)] == ["it was late"]


def test_that_a_matter_is_open_is_a_claim(find_claims: FindClaims) -> None:
    (claim,) = find_claims("It is unclear whether the vaccine has reduced infections in schools.")
    assert claim.modality == "hedged"
    (claim,) = find_claims("It is unclear who ordered the vaccine.")
    assert (claim.polarity, claim.modality) == ("affirmed", "hedged")


def test_clauses_within_a_claim_are_its_gaps(find_claims: FindClaims) -> None:
    text = "The tunnel, which was opened in 1990, is closed."
    (whole, inner) = find_claims(text)
    assert [text[start:end] for start, end in whole.gaps] == ["which was opened in 1990"]
    assert [date.text for date in whole.dates] == []
    assert [date.text for date in inner.dates] == ["1990"]


def test_an_apposition_with_a_verb_is_held_as_its_verb_tells(find_claims: FindClaims) -> None:
    (_, told) = find_claims("The vaccine, a product that regulators have not approved, is sold online.")
    assert (told.text, told.polarity) == ("a product that regulators have not approved", "negated")
    assert told.resolved == "The vaccine, a product that regulators have not approved"


@pytest.mark.parametrize("text", EVADING)
def test_that_somebody_would_not_be_named_or_quoted_is_no_claim(find_claims: FindClaims, text: str) -> None:
    assert find_claims(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army did not respond to the attack.",
        "The bank refused to lend.",
        "The village could not be reached by road.",
    ],
)
def test_other_refusals_are_claims(find_claims: FindClaims, text: str) -> None:
    assert [claim.text for claim in find_claims(text)] == [text]


def test_a_claim_in_a_relative_clause_leaves_out_who_says_it(find_claims: FindClaims) -> None:
    (_, told) = find_claims("The additive, which regulators say is unsafe, is sold in 30 countries.")
    assert (told.text, told.resolved) == ("is unsafe", "The additive is unsafe")
    assert told.attributed_to is not None
    assert told.attributed_to.name == "regulators"


def test_the_words_of_who_says_a_claim_are_no_claim_of_their_own(find_claims: FindClaims) -> None:
    claims = find_claims("It has named no figure, while brokers reckon a halt would cost it 2 billion dollars.")
    assert [claim.text for claim in claims][-1] == "a halt would cost it 2 billion dollars"
    assert len(claims) == 2


def test_clauses_of_bare_verbs_are_joined_to_the_claim_before_them() -> None:
    doc = Doc(
        Vocab(),
        words=["Trade", "rose", "as", "the", "port", "has", "grown", "."],
        pos=["NOUN", "VERB", "ADP", "DET", "NOUN", "AUX", "VERB", "PUNCT"],
        tags=["NN", "VBD", "IN", "DT", "NN", "VBZ", "VBN", "."],
        lemmas=["trade", "rise", "as", "the", "port", "have", "grow", "."],
        heads=[1, 6, 4, 4, 1, 6, 6, 6],
        deps=["nsubj", "parataxis", "case", "det", "obl", "aux", "ROOT", "punct"],
        sent_starts=[True, *[False] * 7],
    )
    # The parser has taken "as" for a preposition, so that nothing is left that has grown.
    (clause,) = find_clauses(read_parse(next(iter(doc.sents))))
    assert doc.text[clause.start : clause.end].startswith("Trade rose as the port has grown")


def test_a_claim_that_begins_with_an_amount_of_money_keeps_its_sign(find_claims: FindClaims) -> None:
    claims = find_claims("The audit shows that $5 million of the fund was lost.")
    assert [claim.text for claim in claims] == ["$5 million of the fund was lost"]


@pytest.mark.parametrize(
    ("text", "told", "subject"),
    [
        ("The talks (last convened in 2008) will resume in May.", "last convened in 2008", "talk"),
        ("The bridge (closed since May) needs new cables.", "closed since May", "bridge"),
        ("Its profits (down from 5 to 3 million) worry investors.", "down from 5 to 3 million", "profit"),
        ("The painting – stolen in 1990 – was found in a cellar.", "stolen in 1990", "painting"),
        ("The court should hear the case (postponed in March) soon.", "postponed in March", "case"),
        ("The union demands that the line (shut in 2019) be reopened.", "shut in 2019", "line"),
        (
            "She sold the house (bought in 1990 for 20,000 pounds) to a bank.",
            "bought in 1990 for 20,000 pounds",
            "house",
        ),
        ("If the lock (damaged last week) breaks, the canal will empty.", "damaged last week", "lock"),
        ("Lee said the mine (built in 1970) leaks.", "built in 1970", "mine"),
    ],
)
def test_brackets_that_tell_what_became_of_a_noun_are_a_claim_of_the_author(
    find_claims: FindClaims, text: str, told: str, subject: str
) -> None:
    whole, aside = find_claims(text)
    assert aside.text == told
    assert aside.attributed_to is None
    assert (aside.polarity, aside.modality) == ("affirmed", "asserted")
    subjects = [item.head for item in aside.predicates[0].arguments if item.role.startswith("nsubj")]
    assert subjects == [subject]
    # What the brackets tell belongs to their claim alone.
    assert not whole.start <= aside.start < whole.end or (aside.start, aside.end) in whole.gaps


@pytest.mark.parametrize(
    "text",
    [
        "The study (Smith, 2008) found no effect.",
        "The bank (BNP) raised its rates.",
        "The skater (45) won the race.",
        "The festival (Reuters, 3 May) was cancelled.",
        "The village (population 300) has no shop.",
        "The drug (also called aspirin) helps.",
        "The comet (see chapter 2) returns in 2061.",
        "The price (about 3 dollars) rose.",
    ],
)
def test_brackets_with_a_citation_or_a_gloss_are_no_claim(find_claims: FindClaims, text: str) -> None:
    assert [claim.text for claim in find_claims(text)] == [text]


def test_brackets_in_a_quotation_are_the_speakers(find_claims: FindClaims) -> None:
    claims = find_claims('"The pool (built in 1970) leaks," said the mayor.')
    assert [claim.attributed_to and claim.attributed_to.name for claim in claims] == ["the mayor", "the mayor"]


def test_hedge_in_brackets_is_theirs_alone(find_claims: FindClaims) -> None:
    whole, aside = find_claims("The tram (likely to be sold) runs daily.")
    assert (whole.modality, aside.modality) == ("asserted", "hedged")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Divers said the pier had been weakened by a storm, which struck in 2017, and by floods in 2020.",
            "the pier had been weakened by a storm, which struck in 2017, and by floods in 2020",
        ),
        ("The club paid a fine and its owner, Norvik, agreed to sell.", "its owner, Norvik, agreed to sell"),
        ('This taught the coach that the club was a "home" that would keep him.', "that would keep him"),
        ("Nor do the brothers own it any longer: in May they sold it.", "Nor do the brothers own it any longer"),
        (
            "The farm lost 40 cows, the vet said in a letter, leaving the owner without milk.",
            "The farm lost 40 cows, the vet said in a letter, leaving the owner without milk",
        ),
        ("The road was closed, police said, because of ice.", "The road was closed, police said, because of ice"),
        (
            "The dam looks safe for now, engineers said, thanks to the steel.",
            "The dam looks safe for now, engineers said, thanks to the steel",
        ),
    ],
)
def test_nothing_that_goes_on_is_lost(find_claims: FindClaims, text: str, claim: str) -> None:
    assert claim in [found.text for found in find_claims(text)]


def test_what_is_told_of_the_saying_is_no_part_of_what_is_said(find_claims: FindClaims) -> None:
    texts = [claim.text for claim in find_claims("The bridge reopened on Friday, the mayor said, denying new cracks.")]
    assert "The bridge reopened on Friday" in texts


def test_nor_before_its_verb_denies(find_claims: FindClaims) -> None:
    (claim,) = find_claims("Nor do the brothers own the farm.")
    assert claim.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The ministry doubled its patrols, as such storms seem to grow.", ["asserted", "hedged"]),
        ("Nurses left, as such shifts may be dangerous.", ["asserted", "hedged"]),
        ("The school moved, as so many pupils had left.", ["asserted", "asserted"]),
        ("Stocks fell as traders feared a war.", ["asserted", "asserted"]),
        ("The judge, as such, has no vote.", ["asserted"]),
        ("The vote was close, as is usual.", ["asserted"]),
        ("Rents fell, as the report notes.", ["asserted"]),
    ],
)
def test_reason_behind_as_is_a_claim_with_its_own_hedge(find_claims: FindClaims, text: str, claims: list[str]) -> None:
    assert [claim.modality for claim in find_claims(text)] == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Work on the new roof began in May and is on schedule.",
            ["Work on the new roof began in May", "is on schedule"],
        ),
        ("The mayor knew since Christmas, we are told.", ["The mayor knew since Christmas"]),
        ("Prices.", []),
        ("Jobs and wages.", []),
        ("Rents halved.", ["Rents halved."]),
    ],
)
def test_what_opens_or_closes_a_sentence_does_not_take_its_claim(text: str, claims: list[str]) -> None:
    found = load_plain_analyser().find_claims(Document(name="a", text=text, source="a"), keep_all=True).claims
    assert [claim.text for claim in found] == claims


@pytest.mark.parametrize(
    "text",
    ["In our survey of 860 tenants, 78 per cent want to keep the lift.", "In a poll of tenants, most want to keep it."],
)
def test_a_verb_behind_a_number_of_people_is_no_command(find_claims: FindClaims, text: str) -> None:
    assert [claim.text for claim in find_claims(text)] == [text]
