from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcmp import judge
from claimcmp.compare.features.vocabulary import Vocabulary
from claimcmp.compare.features.wording.statements import read_words
from claimcmp.compare.matching.evidence import find_evidence
from claimcmp.compare.rules.relations import decide_relation
from claimcmp.errors import UsageError
from claimcmp.lexicons import read_lexicon
from claimcmp.records import COMPATIBLE, Evidence

SAME_MATTER = [
    (
        "The clinic treated 400 patients in March.",
        "In March the clinic treated 250 patients.",
        "differ-in-number",
        "intervals-apart",
    ),
    (
        "The clinic treated 400 patients in March.",
        "In March the clinic treated about 400 patients.",
        "agree",
        "same-number",
    ),
    ("The tower is 400 metres high.", "The tower is 1,312 feet high.", "agree", "same-number"),
    ("The damage was at least $1 billion.", "The damage was $1.3 billion.", "complementary", "within-bound"),
    (
        "More than 300 homes were flooded in the storm.",
        "The storm flooded 10,000 homes.",
        "differ-in-number",
        "beyond-bound",
    ),
    ("The FDA approved the drug.", "The EMA rejected the drug.", "complementary", "other-subjects"),
    (
        "No deaths were caused by the drug.",
        "The company denies the drug caused any of the deaths.",
        "agree",
        "same-words",
    ),
    ("The public share is not $420 million.", "The public share is $420 million.", "contradict", "denied-amount"),
    (
        "The court upheld the ban on fishing.",
        "The court never upheld the ban on fishing.",
        "contradict",
        "opposite-polarity",
    ),
    ("The court upheld the ban on fishing.", "The court upheld the ban on fishing.", "agree", "same-words"),
    (
        "The bridge was opened to traffic in 1932.",
        "The bridge was opened to traffic in 1934.",
        "differ-in-date",
        "dates-apart",
    ),
    (
        "The vaccine protects children from measles.",
        "The vaccine may protect children from measles.",
        "differ-in-certainty",
        "one-sided-hedge",
    ),
    (
        "The dam threatens salmon in the river.",
        "According to Greenpeace, the dam threatens salmon in the river.",
        "differ-in-attribution",
        "own-voice-against-reported",
    ),
]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The road is blocked.", "The road is open."),
        ("The loss was 2 million euros.", "The figure of 2 million euros for the loss is too high."),
        ("The fire was started by a lightning strike.", "An arsonist started the fire."),
        ("The handling of the crisis was a disgrace.", "The handling of the crisis was exemplary."),
        ("The response was slow and chaotic.", "The response was swift and well organised."),
        ("The yard made a profit in 2020.", "The yard made a loss in 2020."),
        ("The minister stayed in office.", "The minister resigned from office."),
        ("The ferry reached Oban on 1 May 1999.", "On 1 May 1999 the ferry departed from Oban."),
    ],
)
def test_states_of_one_time_exclude_each_other(a: str, b: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == "contradict"


@pytest.mark.parametrize(
    ("a", "b", "relation", "rule"),
    [
        (
            "The loss of $9 million that the paper reported has since been revised to $6 million.",
            "The flood caused a loss of $9 million.",
            "differ-in-date",
            "figure-replaced",
        ),
        (
            "The ministry corrected the death toll from 45 to 52.",
            "The quake killed 45 people.",
            "differ-in-date",
            "figure-replaced",
        ),
        ("The ministry corrected the death toll from 45 to 52.", "The quake killed 52 people.", "agree", "same-number"),
        (
            "Exports to Chile came to 9 billion euros in 2018.",
            "Exports to Chile came to 11 billion euros in 2017.",
            "complementary",
            "other-periods",
        ),
        (
            "The bus must be on the road by 2025.",
            "The bus must be on the road by 2027.",
            "differ-in-date",
            "deadlines-apart",
        ),
        (
            "The bomb in the market went off at 7:40 a.m.",
            "The bomb in the market went off in the evening.",
            "differ-in-date",
            "hours-apart",
        ),
        (
            "The bomb in the market went off at night.",
            "The bomb in the market went off at 1 a.m.",
            "agree",
            "same-words",
        ),
        ("The toll has not moved from $4 since 2009.", "The toll is $4.", "agree", "same-number"),
        ("Lorries must not exceed 40 tonnes.", "The limit for lorries is 40 tonnes.", "agree", "same-number"),
        (
            "The mine lost $14m to $19m a day.",
            "The mine lost $5m to $15m a day.",
            "differ-in-number",
            "intervals-apart",
        ),
        (
            "The tunnel will cost 13 million jobs, in a range from 2 million to 20 million.",
            "The tunnel will cost 17 million jobs.",
            "differ-in-number",
            "intervals-apart",
        ),
        (
            "The coach hid the injury from the doctors.",
            "It is untrue that we deceived the doctors about the injury.",
            "contradict",
            "opposite-polarity",
        ),
    ],
)
def test_figures_and_times_that_replace_limit_or_miss_each_other(a: str, b: str, relation: str, rule: str) -> None:
    for judgment in (judge(a, b), judge(b, a)):
        assert (judgment.relation, judgment.rule) == (relation, rule)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The accident had several causes.", "Speed was not the cause."),
        ("The committee named fatigue as the cause.", "Weather was not the cause."),
        ("Sales cost the firm 3 million euros.", "The firm has raised more money since May."),
        (
            "The guard did not have enough men to watch the gate.",
            "The guard left only nine men for the watch at the gate.",
        ),
    ],
)
def test_what_is_denied_or_paid_for_another_thing_is_no_contradiction(a: str, b: str) -> None:
    assert judge(a, b).relation != "contradict" != judge(b, a).relation


def test_one_word_is_enough_where_it_is_most_of_what_both_say() -> None:
    assert judge("It was not a cyberattack.", "No evidence of a cyberattack was found.").relation == "agree"
    assert not judge("Aid groups failed to reach the village.", "The bank failed in March.").same_matter


def test_shares_that_are_more_than_the_whole_clash() -> None:
    assert judge("60 percent of members back the merger.", "Most members reject the merger.").relation == "contradict"


NO_CLASH = [
    ("Eight people died in Kent.", "One person died in Essex.", "other-places"),
    ("The jet was not hit by a bird.", "A bird strike brought down the jet.", "denied-of-other"),
    (
        "The treaty entered into force on 1 July.",
        "The treaty is expected to enter into force on 1 July.",
        "other-moods",
    ),
    (
        "The clerk rejected the charge that she had sold too few tickets.",
        "The clerk had sold ten tickets.",
        "denied-of-other",
    ),
    ("The lorry was stuck in the tunnel.", "The lorry is free again.", "other-times"),
    ("Police arrested the skipper.", "Police released the skipper.", "other-times"),
    ("Prosecutors charged the mayor with fraud.", "A jury acquitted the mayor of fraud.", "begin-and-end"),
    ("The club hired the coach.", "The club sacked the coach.", "begin-and-end"),
    (
        "The airline lost 300 suitcases in July.",
        "Complaints about suitcases rose by 8 percent in July.",
        "other-bearers",
    ),
    ("The trial ended in June 2021.", "The trial began in June 2021.", "begin-and-end"),
    ("The damage is unbearable.", "Nets protect cherries well.", "other-bearers"),
    ("12 ferries sail to Lipari.", "No passenger has been hurt by a ferry to Lipari.", "denied-of-other"),
    ("48 percent of members back the merger.", "Most members reject the merger.", "shares-of-one"),
    ("The report ignores small shops.", "The tax does not violate the treaty.", "other-bearers"),
    ("The wages of hotel staff on Rhodes fell.", "There are more hotel rooms on Rhodes now.", "other-bearers"),
    ("What made the pump of the dam fail is still unclear.", "The rain caused the flood in Bergen.", "other-question"),
    ("The mayor opened the library in spring.", "The mayor opened the swimming pool in spring.", "other-objects"),
]


@pytest.mark.parametrize(("a", "b", "rule"), NO_CLASH)
def test_opposite_words_of_different_things_are_no_clash(a: str, b: str, rule: str) -> None:
    for judgment in (judge(a, b), judge(b, a)):
        assert judgment.rule == rule
        assert judgment.relation == ("complementary" if judgment.same_matter else None)


@pytest.mark.parametrize(("a", "b", "relation", "rule"), SAME_MATTER)
def test_relation_and_rule_of_a_pair(a: str, b: str, relation: str, rule: str) -> None:
    judgment = judge(a, b)
    assert (judgment.relation, judgment.rule) == (relation, rule)


@pytest.mark.parametrize(("a", "b", "relation", "rule"), SAME_MATTER)
def test_relation_does_not_depend_on_the_order(a: str, b: str, relation: str, rule: str) -> None:
    assert (judge(b, a).relation, judge(b, a).rule) == (relation, rule)


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("The toll cost €5.", "The toll cost $5.", "units that cannot be compared"),
        ("Uninsured savers were rescued.", "The state should not rescue uninsured savers.", "what should be"),
    ],
)
def test_a_pair_that_cannot_be_told_is_not_judged(a: str, b: str, reason: str) -> None:
    judgment = judge(a, b)
    assert judgment.relation is None
    assert reason in judgment.reason


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The quake killed 50,000 people.", "The quake killed 8,500 people.", "differ-in-number"),
        (
            "About 94 percent of deposits were uninsured.",
            "About 88 percent of deposits were uninsured.",
            "differ-in-number",
        ),
        ("The fire killed 12 people in Leeds.", "The fire killed more than 10 people in Leeds.", "complementary"),
        ("Retail sales rose by 4 percent.", "Retail sales fell by 4 percent.", "contradict"),
        ("The bill passed in the House.", "The bill failed in the House.", "contradict"),
        ("The tower was finished in April 2025.", "The tower was finished on May 27, 2025.", "differ-in-date"),
        ("The tower was finished in 2025.", "The tower was finished on May 27, 2025.", "agree"),
    ],
)
def test_relation_of_near_and_far_values(a: str, b: str, relation: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The clinic treated 400 patients in March.", "Rain is expected on the coast."),
        ("The senate passed the bill.", "The senate is in session."),
    ],
)
def test_claims_without_a_common_matter_have_no_relation(a: str, b: str) -> None:
    judgment = judge(a, b)
    assert not judgment.same_matter
    assert judgment.relation is None


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("The vaccine protects children.", "The vaccine does not protect adults.", "other-part"),
        ("Snow fell in the north of the country.", "No snow fell in the south of the country.", "other-part"),
        ("Among treated patients 12 percent died.", "In the placebo group 14 percent died.", "other-part"),
        ("Rivers rose in the west.", "Rivers fell in the east.", "other-part"),
        ("The pill lowers blood pressure.", "The pill does not lower blood pressure in women.", "denied-in-part"),
        ("The comet was visible in May.", "The comet was not visible in June.", "other-times"),
        ("The FDA approved the drug.", "The drug was rejected by the EMA.", "other-subjects"),
        ("Germany did not raise taxes on fuel.", "France raised taxes on fuel.", "other-subjects"),
        ("The team won the cup in 2019.", "The team did not win the cup in 2021.", "other-times"),
        ("The line will open in 2029.", "The line will not open before 2028.", "within-dates"),
        ("Unemployment fell to 5 percent in May.", "Unemployment fell by 5 percent in May.", "level-and-change"),
        (
            "Critics say the stadium will ruin the city.",
            "Supporters say the stadium will enrich the city.",
            "other-camp",
        ),
    ],
)
def test_what_is_said_of_two_things_does_not_clash(a: str, b: str, rule: str) -> None:
    judgment = judge(a, b)
    assert (judgment.relation, judgment.rule) == ("complementary", rule)
    assert judge(b, a).relation == "complementary"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The senate passed the budget on Friday.", "The senate never passed the budget."),
        ("The striker scored twice in the final.", "The striker did not score in the final."),
        ("The company paid the ransom.", "The company denies that it paid the ransom."),
        ("The merger was approved by regulators.", "Regulators have not approved the merger."),
        ("Most patients recovered within a week.", "Few patients recovered within a week."),
        ("North Korea tested a missile.", "North Korea did not test a missile."),
    ],
)
def test_what_one_denies_of_the_same_participants_is_no_agreement(a: str, b: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == "contradict"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The bridge will open before 2028.", "The bridge will open in 2027.", "agree"),
        ("The bridge will open before 2028.", "The bridge will open in 2030.", "differ-in-date"),
        ("The bridge will not open before 2028.", "The bridge will open in 2026.", "differ-in-date"),
        ("The castle has been a museum since 1990.", "The castle became a museum in 1970.", "differ-in-date"),
    ],
)
def test_a_date_may_be_a_bound(a: str, b: str, relation: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("What sank the ferry was a freak wave.", "The ferry sank because of overloading."),
        ("The inquiry laid the collapse at the door of the owners.", "The mill collapsed because of the storm."),
        ("The delay was due to strikes.", "The delay was due to bad weather."),
    ],
)
def test_two_causes_of_one_effect_in_whatever_words_are_rivals(a: str, b: str) -> None:
    assert judge(a, b).rule == judge(b, a).rule == "rival-causes"


def test_causes_of_two_effects_are_no_rivals() -> None:
    other = judge("The delay was caused by fog at the airport.", "The fire at the airport was caused by a cable.")
    rival = judge("The fire at the airport was caused by a cable.", "The fire was caused by an arsonist.")
    assert other.relation != "contradict"
    assert (rival.relation, rival.rule) == ("contradict", "rival-causes")


def test_names_alone_do_not_clash() -> None:
    found = judge(
        "The mayor met the bishop and the abbot.",
        "Neither the mayor nor the abbot has a say in the choice of a bishop.",
    )
    assert found.relation in COMPATIBLE | {None}


def test_two_judgements_at_one_end_agree_by_that() -> None:
    judgment = judge("The lender kept its word.", "The bank complied with the terms.")
    assert (judgment.relation, judgment.rule) == ("agree", "same-judgement")


def test_reason_names_the_source_and_the_cue() -> None:
    judgment = judge("The court upheld the ban on fishing.", "The court never upheld the ban on fishing.")
    assert judgment.reason == 'B denies [never] what the other affirms: "upheld"'


def test_parts_of_the_evidence_add_up_to_the_score() -> None:
    evidence = judge("The clinic treated 400 patients.", "The clinic treated 300 patients.").evidence
    assert evidence.score == pytest.approx(sum(evidence.parts.values()))
    assert evidence.parts["other amounts"] < 0 < evidence.parts["meaning"]


WORDS = st.lists(
    st.sampled_from(["clinic", "court", "river", "treated", "upheld", "400", "never", "may", "Greenpeace", "1932"]),
    min_size=3,
    max_size=9,
)


@given(WORDS)
@settings(max_examples=15, deadline=None)
def test_a_claim_never_diverges_from_itself(words: list[str]) -> None:
    text = "The council treated " + " ".join(words) + " today."
    try:
        judged = judge(text, text)
    except UsageError:
        # Words at random need not claim anything.
        return
    assert judged.relation in ("agree", "complementary", None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The new coach kept his promise to the fans.", "The coach broke every promise that he made to the fans."),
        ("Trawlers emptied the bay of herring.", "Herring stocks in the bay were never emptied by trawlers."),
        ("The drug caused no loss of hearing.", "Patients on the drug suffered a loss of hearing."),
        ("The committee called the survey data reliable.", "The survey data are flawed, the committee found."),
        ("The mayor hid the bill for the stadium.", "The mayor disclosed the bill for the stadium."),
        ("The yacht is owned by Nordic Lines.", "The yacht's owner, Pacific Charters, is in debt."),
        ("Hotel prices in the city rose last summer.", "Last summer hotel prices in the city fell."),
    ],
)
def test_opposites_of_one_thing_contradict(a: str, b: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == "contradict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Retail sales did not rise.", "Retail sales fell."),
        ("The jury acquitted the driver of fraud.", "The driver was not guilty of fraud, the jury found."),
        ("Wheat prices rose in May.", "Wheat harvests fell in May, so prices rose."),
        ("The old glacier above the village is no longer growing.", "The old glacier above the village is shrinking."),
    ],
)
def test_denials_and_opposites_that_say_the_same_do_not_diverge(a: str, b: str) -> None:
    assert judge(a, b).relation in COMPATIBLE


@pytest.mark.parametrize(
    ("a", "b", "relation", "rule"),
    [
        (
            "The cause of the fire is still unclear.",
            "Arson was the cause of the fire.",
            "differ-in-certainty",
            "left-open",
        ),
        (
            "Supposedly the stadium will pay for itself.",
            "The stadium will pay for itself.",
            "differ-in-attribution",
            "told-with-doubt",
        ),
    ],
)
def test_doubt_and_openness_are_told_from_assertion(a: str, b: str, relation: str, rule: str) -> None:
    for first, second in ((a, b), (b, a)):
        judgment = judge(first, second)
        assert (judgment.relation, judgment.rule) == (relation, rule)


def test_a_later_text_overtakes_a_forecast_and_a_state_of_things(claim) -> None:
    forecast = replace(claim("Alpha", "The ferry will return to service within weeks."), published="2019-04-01")
    state = replace(claim("Alpha", "The ferry company has complied with the safety rules."), published="2019-04-01")
    fact = replace(claim("Beta", "The ferry returned to service in May 2021."), published="2021-06-01")
    breach = replace(claim("Beta", "In May 2021 the ferry company broke the safety rules."), published="2021-06-01")
    assert decide_relation(forecast, fact, Evidence(0.5)).relation == "differ-in-date"
    assert decide_relation(breach, state, Evidence(0.5)).relation == "differ-in-date"
    assert decide_relation(replace(breach, published=None), state, Evidence(0.5)).relation == "contradict"


def test_a_ruling_has_the_measured_confidence_of_its_rule_or_else_the_mean() -> None:
    table = read_lexicon("confidence")["rules"]
    judgment = judge("The bill passed in the House.", "The bill failed in the House.")
    assert judgment.confidence == table[judgment.rule]
    rare = judge("The painting is the work of a pupil.", "The painting is the work of a pupil.")
    assert 0 < rare.confidence <= 1
    assert judge("The pact was signed in Riga.", "The pact was signed in Tartu.").confidence == table["other"]


def test_when_something_was_said_is_not_when_it_happened() -> None:
    a = "On 3 May 2020 the club announced that the old stadium would close."
    b = "On 9 June 2020 the club announced that the old stadium would close."
    assert judge(a, b).relation == "agree"


def test_a_forecast_that_came_true_is_not_overtaken() -> None:
    found = judge(
        "The museum will publish its catalogue in May 2023.", "The museum published its catalogue on 2 May 2023."
    )
    earlier, later = replace(found.a, published="2022-11-01"), replace(found.b, published="2023-06-01")
    ruling = decide_relation(earlier, later, found.evidence)
    assert getattr(ruling, "relation", None) in COMPATIBLE


def test_a_forecast_that_a_later_text_tells_as_done_is_borne_out(claim) -> None:
    earlier = replace(claim("A", "The mill will close in spring."), published="2021-01-10")
    later = replace(claim("B", "The mill closed in spring."), published="2021-05-10")
    assert decide_relation(earlier, later, judge(earlier.text, later.text).evidence).relation == "agree"
    assert judge(earlier.text, later.text).rule == "other-moods"


def test_what_a_subject_names_is_no_forecast() -> None:
    said = judge(
        "The failure of the merger with the Lisbon bank will please the unions.",
        "The merger with the Lisbon bank was a failure.",
    )
    assert said.rule != "other-moods"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Genevieve Lasalle, niece of the late Charles Lasalle, died in 2002.", "Charles Lasalle died in 1970."),
        ("The islands were still an obsession in 1994.", "The war for the islands took place in 1982."),
    ],
)
def test_dates_of_two_events_do_not_clash(a: str, b: str) -> None:
    assert judge(a, b).rule != "dates-apart"


def test_amounts_that_one_source_gives_both_are_of_two_things(claim) -> None:
    a = claim("A", "Accidents of the ferry killed 63 people.")
    b = claim("B", "The accident of the ferry killed 41 people.")
    both = claim("A", "The first accident of the ferry killed 41 people.", start=200)
    alone = find_evidence(a, b, Vocabulary([a, b]))
    assert decide_relation(a, b, alone).rule == "intervals-apart"
    beside = find_evidence(a, b, Vocabulary([a, b, both]))
    assert decide_relation(a, b, beside).rule == "other-figures"


@pytest.mark.parametrize(
    "mention",
    [
        "The earlier estimate of $41 million rested on prices of last year.",
        "The figure of $41 million that we gave in May did not include the roof.",
        "The estimate of $41 million has been withdrawn.",
        "The council had put the cost of the hall at $41 million.",
        "The cost was first estimated at $41 million.",
        "The cost of $41 million was too low.",
        "The hall did not cost $41 million.",
        "The cost of the hall was revised from $41 million to $63 million.",
    ],
)
def test_a_source_that_only_mentions_a_figure_does_not_give_it(claim, mention: str) -> None:
    a = claim("A", "The final cost of the hall was $63 million.")
    b = claim("B", "The cost of the hall was $41 million.")
    evidence = find_evidence(a, b, Vocabulary([a, b, replace(claim("A", mention), id="other")]))
    assert "both given" not in evidence.measures
    assert decide_relation(a, b, evidence).rule == "intervals-apart"


@pytest.mark.parametrize(
    "given", ["The cost of the old hall was $41 million.", "The total for the annexe was $41 million."]
)
def test_a_figure_of_something_else_is_given(claim, given: str) -> None:
    a = claim("A", "The final cost of the hall was $63 million.")
    b = claim("B", "The cost of the hall was $41 million.")
    evidence = find_evidence(a, b, Vocabulary([a, b, replace(claim("A", given), id="other")]))
    assert "both given" in evidence.measures


def test_a_source_that_tells_what_two_sides_count_still_differs_from_the_third(claim) -> None:
    a = claim("A", "The police said that 41 people died in the accident.")
    b = claim("B", "63 people died in the accident.")
    other = claim("A", "The union said that 63 people were killed in the accident.", start=200)
    evidence = find_evidence(a, b, Vocabulary([a, b, other]))
    assert decide_relation(a, b, evidence).rule == "intervals-apart"


def test_what_would_be_without_something_is_no_contradiction_of_what_it_did() -> None:
    judgment = judge("The levy destroyed 300 jobs.", "Without the levy there might be 300 more jobs.")
    assert judgment.relation != "contradict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The locks of the dam were adequate.", "The locks of the dam were inadequate."),
        ("The gang operates from Moldova.", "The gang operates from Romania."),
        ("The ferries were built in Poland.", "The ferries were built in Spain."),
        ("No guest died because of the heat.", "Three guests of the hotel died because of the heat."),
        ("The coach was sacked after the defeat.", "The coach resigned after the defeat."),
        ("Two of the five archives were destroyed.", "All the archives are intact."),
        ("The library remained open during the strike.", "The library was closed during the strike."),
        ("The church was not damaged in the quake.", "The tower of the church collapsed in the quake."),
        ("No guest came to harm in the storm.", "One guest of the hotel drowned in the storm."),
        ("It was not that the guests or anybody else in the house had left early.", "The guests left early."),
        ("The review found no sign that prices rose.", "Prices rose last year."),
        ("Reports that the mill hid the leak are untrue.", "The mill hid the leak."),
        ("The firm has no debts.", "The firm has debts of 3 million."),
        ("There is no bridge at Ash.", "There is a bridge at Ash."),
        ("Paris has no interest in the dam.", "France has a keen interest in the dam."),
        ("The report lays the blame on the crew alone.", "The crew was to blame only in part."),
        ("Critics offer no proof that the law has been broken.", "The mill has broken the law."),
        ("Auditors found no evidence that the treasurer stole the funds.", "The treasurer stole the funds."),
    ],
)
def test_what_cannot_both_be_is_a_contradiction(a: str, b: str) -> None:
    assert (judge(a, b).relation, judge(b, a).relation) == ("contradict", "contradict")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The notice was given within the legal period.", "The notice came after a criminal attack."),
        ("The minister praised the museum.", "The attack on the museum was the worst of the year."),
        ("A levy on the ferry would do more harm than good.", "No passenger of the ferry came to harm."),
        ("We have no evidence that anyone has read the letters.", "Nobody has read the letters."),
        ("No shop closed because of the roadworks.", "Some 41 shops closed in the four years of the roadworks."),
        ("The ferries were built in May.", "The ferries were built in Spain."),
        ("No guest drowned in the storm.", "One guest of the hotel came to harm in the storm."),
        (
            "The shot's benefits exceed its risks.",
            "The benefits of the shot in preventing measles continue to outweigh the risk.",
        ),
        ("The law bans the sale of fireworks.", "Under the law fireworks may no longer be sold."),
        ("The library remained open during the strike.", "The library was open during the strike."),
        ("The sirens of the port stayed silent.", "There was no siren in the port."),
        ("Critics offer no proof that the law has been broken.", "The mill has obeyed the law."),
        ("Inspectors saw no breach of the law.", "Critics offer no proof that the law has been broken."),
        ("The mayor does not dispute that the pier was unsafe.", "The pier was unsafe."),
        ("It was not ruled out that the abbot could act as a go-between.", "The abbot acts as a go-between."),
        # What is only supposed, or guarded against.
        ("The farm's plan assumed falling milk prices.", "Milk prices were rising."),
        ("The farm bought a hedge against rising milk prices.", "Milk prices were falling."),
        ("The mayor said that she would not raise taxes.", "The mayor raised taxes in May."),
        ("The vase may fetch a million after the free tours end in June.", "The tours are free until June."),
        ("No decision has been taken on a new pier.", "A new pier has been proposed."),
        ("The council would not rebuild the pier.", "A petition to rebuild the pier won 6,000 signatures."),
        ("Poor upkeep contributed to the collapse.", "The tremors did not contribute to the collapse."),
        ("The cables were about to fail.", "The council approved the cables."),
        ("The team has no Dutch player.", "The team has three players from Norway."),
        ("The duke has no children from his first marriage.", "The duke has two children."),
        ("There is no bridge at Ash.", "There is a bridge at Elm."),
        ("The crew tried to raise the wreck.", "The wreck sank deeper."),
        (
            "It is to be seen whether the club will be able to pay its players.",
            "The club is unable to pay its players.",
        ),
        # "Alone" says of a cause that it is the only one, of other things nothing of causes.
        ("The dam is fed by one brook alone.", "A chain of failures broke the dam."),
    ],
)
def test_what_may_both_be_is_no_contradiction(a: str, b: str) -> None:
    assert "contradict" not in {judge(a, b).relation, judge(b, a).relation}


def test_a_word_too_few_is_named() -> None:
    reason = judge("The thieves used the key of a carpenter.", "No carpenter was involved.").reason
    assert reason == '"carpenter" is all they have in common, which is too little for a rule to judge by'


def test_what_is_only_supposed_clashes_with_nothing() -> None:
    assert judge("The club broke its promise.", "The club kept its promise.").relation == "contradict"
    assert (
        judge("The club broke its promise.", "Rents would rise even if the club kept its promise.").relation
        != "contradict"
    )


def test_who_acts_as_something_is_judged_and_nobody_else() -> None:
    helps, hinders = "Norway acted as a mediator in the strike.", "Denmark acted as a spoiler in the strike."
    assert judge(helps, hinders).relation != "contradict"


def test_among_many_amounts_two_that_say_nothing_alike_are_of_two_things(claim) -> None:
    many = [claim("C", f"Item {n} cost {n} million euros.", start=100 * n) for n in range(1, 20)]
    a = claim("A", "Depositors of the bank drew out 42 million euros.")
    b = claim("B", "Its rival bought a tower for 30 million euros.")
    alone = find_evidence(a, b, Vocabulary([a, b]))
    among = find_evidence(a, b, Vocabulary([a, b, *many]))
    assert decide_relation(a, b, alone).rule == "intervals-apart"
    assert decide_relation(a, b, among).rule == "other-figures"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The shop will stop selling the pills.", "The shop will not sell the pills any longer."),
        ("Not all the letters are used in every language.", "The letters are used in Russian."),
        ("The firm failed to pay the fine.", "The firm did not pay the fine."),
    ],
)
def test_what_is_ended_or_denied_in_part_is_no_plain_denial(a: str, b: str) -> None:
    assert judge(a, b).relation in COMPATIBLE
    assert judge(b, a).relation in COMPATIBLE


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("A majority of voters backed the plan.", "35 percent of voters backed the plan.", "extents-apart"),
        (
            "The lion's share of the grain is shipped by rail.",
            "Only 1 percent of the grain is shipped by rail.",
            "extents-apart",
        ),
        ("Most of the harvest was exported.", "Exports took 20 percent of the harvest.", "extents-apart"),
        ("All of the money was spent on roads.", "30 percent of the money was spent on roads.", "extents-apart"),
        # Two parts of one whole.
        ("The lion's share of the budget went to schools.", "Roads took 3 percent of the budget.", "other-shares"),
        ("Most of the trees were felled.", "A fifth of the trees died of drought.", "other-shares"),
        # 60 percent are most.
        (
            "Most of the workers were union members.",
            "Some 60 percent of the workers were union members.",
            "same-number",
        ),
    ],
)
def test_a_share_in_words_meets_a_share_in_figures(a: str, b: str, rule: str) -> None:
    assert judge(a, b).rule == rule


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Nobody knows why the herd died.", "The herd died of anthrax.", "left-open"),
        (
            "The abbey would not rebuild the mill.",
            "The abbey has made no decision on whether to rebuild it.",
            "left-open",
        ),
        (
            "It cannot be concluded that the tram made rents rise.",
            "Rents rose in the year after the tram.",
            "left-open",
        ),
        (
            "There is too little data to conclude that the drug cured patients.",
            "The drug cured most patients.",
            "left-open",
        ),
        ("No one knows who fired the shot.", "The guard fired the shot.", "left-open"),
        ("Scientists do not know what killed the fish.", "A lack of oxygen killed the fish.", "left-open"),
        ("What made the valve fail is not yet known.", "A worn spring made the valve fail.", "left-open"),
        # What failed in its turn caused something else answers another question.
        ("What made the valve fail is not yet known.", "The failed valve caused the flood.", "other-question"),
    ],
)
def test_what_nobody_knows_is_settled_by_who_tells_it(a: str, b: str, rule: str) -> None:
    assert judge(a, b).rule == rule


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The police obeyed the law.", "The protesters broke the law."),
        ("The union accepted the offer.", "The company rejected the offer."),
        ("The driver survived the crash.", "The passenger died in the crash."),
        ("Farmers welcomed the quota.", "The quota angered the retailers."),
    ],
)
def test_what_two_parties_do_is_no_clash_of_sources(a: str, b: str) -> None:
    judgment = judge(a, b)
    assert (judgment.relation, judgment.rule) == ("complementary", "other-subjects")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Washington broke the deal.", "The US kept to the deal."),
        ("The council approved the bridge.", "The council rejected the bridge."),
        ("Farmers welcomed the quota.", "The quota angered farmers."),
    ],
)
def test_what_one_party_does_is_told_in_opposite_words(a: str, b: str) -> None:
    assert judge(a, b).relation == "contradict"


def test_a_share_in_words_is_one_of_the_whole_compound() -> None:
    # Trade and trade talks are two wholes.
    found = judge("All trade talks were held in Bern.", "Bern accounts for 3 percent of the trade.")
    assert found.rule not in {"extents-apart", "other-shares"}


@pytest.mark.parametrize(
    ("earlier", "later", "rule"),
    [
        # What will have been is supposed to be so, what is wished for is to come.
        ("The mayor praised the new stadium of the club.", "The stadium will have pleased the club's fans.", None),
        (
            "The council stressed the need for a new tram.",
            "The praise for the tram will have pleased the council.",
            None,
        ),
        ("The stadium of the club is open.", "By June the stadium of the club will have opened.", "other-moods"),
        ("Riders hope for a new tram to the old harbour.", "The council should build a tram to the harbour.", None),
        # A circumstance has happened, whatever comes after it.
        (
            "The orchestra's tour of Japan was cancelled.",
            "The players will meet in May after the cancelled tour of Japan.",
            None,
        ),
    ],
)
def test_what_is_and_what_is_to_come_are_told_apart_by_what_is_in_common(
    earlier: str, later: str, rule: str | None
) -> None:
    found = judge(earlier, later)
    assert (found.rule == "other-moods") == (rule == "other-moods"), found


def test_all_behind_a_conjunction_is_a_share() -> None:
    found = judge("Officials say that all traffic was blocked.", "Nearly all traffic was blocked.")
    assert (found.relation, found.rule) == ("differ-in-number", "extents-apart")


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The party voted against the budget.", "The party voted for the budget.", "contradict"),
        ("Nobody was hurt in the explosion.", "Three workers were injured in the explosion.", "contradict"),
        ("The film lost money.", "The film made a profit of $12 million.", "contradict"),
        ("High tides did not cause the collapse.", "The collapse was caused by high tides.", "contradict"),
        (
            "The cause of the fire was arson.",
            "Investigators held faulty wiring to be the main cause of the fire.",
            "contradict",
        ),
        (
            "The protest drew 2,000 people, police said.",
            "Organisers put the crowd at the protest at 80,000 people.",
            "differ-in-number",
        ),
        (
            "The operator stated that 4,000 to 5,000 fish had escaped.",
            "Some 253,000 fish escaped from the farm.",
            "differ-in-number",
        ),
        (
            "The farm reopened after works costing €48 million.",
            "The works on the farm ended and cost 52 million euros.",
            "differ-in-number",
        ),
    ],
)
def test_plain_differences_are_found_in_whatever_clause(a: str, b: str, relation: str) -> None:
    assert judge(a, b).relation == judge(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The owners told us nothing about the state of the nets.", "There was nothing wrong with the nets."),
        ("The minister will wait until the cause is known.", "A study held corroded hinges to be the main cause."),
        ("The proximate cause is no longer in serious dispute.", "A study held corroded hinges to be the main cause."),
        ("The virus is not known to harm people.", "The virus is harmless to people."),
        ("Escaped fish could breed with wild ones.", "Escaped fish were last seen in the river in December."),
        ("It was beyond anything we have recorded in thirty years.", "I have worked around pens for twenty-two years."),
        ("The farm supported 2,100 jobs.", "The closure meant a loss of 1,500 jobs."),
        ("The pump failed.", "The first boat arrived three days after the failure."),
    ],
)
def test_what_only_sounds_alike_is_no_difference(a: str, b: str) -> None:
    assert judge(a, b).relation in {*COMPATIBLE, None}
    assert judge(b, a).relation in {*COMPATIBLE, None}


def test_a_year_that_a_text_does_not_name_sets_no_event_apart(claim) -> None:
    there = claim("A", "The mayor left the hospital on 22 March 2018.")
    later = claim("B", "The mayor left the hospital on 22 March.")
    guessed = replace(later, dates=tuple(replace(date, iso="2022-03-22") for date in later.dates))
    assert guessed.dates
    evidence = judge(there.text, later.text).evidence
    assert decide_relation(there, guessed, evidence).rule != "dates-apart"
    other = claim("B", "The mayor left the hospital on 25 March 2018.")
    assert decide_relation(there, other, evidence).rule == "dates-apart"


def test_a_weekday_may_be_any_date_that_falls_on_it(claim) -> None:
    there = claim("A", "The mayor left the hospital on 2 March 2018.")
    weekday = claim("B", "The mayor left the hospital on Friday.")
    guessed = replace(weekday, dates=tuple(replace(date, iso="2018-10-19") for date in weekday.dates))
    assert guessed.dates
    assert decide_relation(there, guessed, judge(there.text, weekday.text).evidence).rule != "dates-apart"


def test_without_denies_the_noun_behind_it_and_not_the_clause() -> None:
    words = {word.text: word.denied for word in read_words("Without a permit it can achieve much", "")}
    assert (words["permit"], words["achieve"]) == ("Without", "")


def test_doubt_of_a_judgement_is_of_who_is_judged() -> None:
    doubted = "The envoy can pose as a helpful mediator."
    assert judge(doubted, "The envoy of Oman is a helpful mediator.").rule == "told-with-doubt"
    assert judge(doubted, "The frost hurt the vineyards badly.").rule != "told-with-doubt"


def test_what_is_only_brought_up_settles_nothing() -> None:
    undecided = "No decision has been taken on a bridge to Elm."
    assert judge(undecided, "A bridge to Elm has been proposed.").rule != "left-open"
    assert judge(undecided, "The bridge to Elm has been approved.").rule == "left-open"


def test_a_hedge_of_one_thing_is_none_of_what_stands_beside_it() -> None:
    hedged = "The fair will probably draw 900 people after the free rides end in June."
    assert judge(hedged, "Rides are free until June.").rule != "one-sided-hedge"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The line could be extended to Elm, the minister said.",
            "To extend the line to Elm would be a costly mistake.",
        ),
        (
            "The council claims that the cuts to the night shift had nothing to do with the raid.",
            "The museum had made cuts to its night shift.",
        ),
        (
            "Rides are free until June, according to the operator.",
            "The fair draws few guests after the free rides in May.",
        ),
    ],
)
def test_who_says_it_is_no_difference_where_other_things_are_said(a: str, b: str) -> None:
    assert judge(a, b).relation != "differ-in-attribution"


def test_a_loss_is_measured_by_what_is_lost() -> None:
    found = judge(
        "Electric currents from the mast's own radar accelerated the creep.",
        "The loss of the mast will not harm the port.",
    )
    assert found.rule == "other-bearers"
