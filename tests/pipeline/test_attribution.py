"""Who is committed to what a sentence says."""

import pytest

import claimcmp
from claimcmp.pipeline.analyser import load_plain_analyser
from claimcmp.pipeline.build import build_analysis
from claimcmp.records import Attribution, Claim, Document
from claimcmp.workflow import ExtractOptions


def find_attribution(text: str) -> Attribution | None:
    """Give the attribution of the first claim of a sentence."""
    sents = list(build_analysis()(text).sents)
    clauses = sents[0]._.clauses if sents else ()
    fields = next((clause["attribution"] for clause in clauses if clause["attribution"]), None)
    return Attribution(**fields) if fields else None


SOURCES = [
    ("Two ships met, according to the log, and the third is still being sought.", "the log"),
    ("Doctors on Thursday accused the clinic of fraud.", "Doctors"),
    ("The ministry in March announced that the mine would reopen.", "The ministry"),
    ("However they voted, the senators said that the bill was sound.", "the senators"),
    ("The institute of marine research reports that cod stocks collapsed.", "The institute of marine research"),
    ("The pool is open until nine, as the timetable says.", "the timetable"),
    ("The tram, twenty-six metres long, will be late, the council promised.", "the council"),
    ('Her successor, Anil Rao, called the harvest of the farm "too small".', "Anil Rao"),
    ('The minister called the harvest "swift".', "The minister"),
    ("The union, which says that the tank leaked, paid a fine.", "The union"),
    ('The neighbour branded the extension "an eyesore".', "The neighbour"),
    ("The firm, which had at first denied that the tank leaked, paid a fine.", "The firm"),
    (
        "Losses were 5 million euros, according to an expert report that we commissioned from a bank.",
        "an expert report",
    ),
    ("The successor called the harvest too small.", "The successor"),
    ("The union branded the offer an insult.", "The union"),
    ("The coach considers the pitch a danger.", "The coach"),
    ("The play was dismissed as dull by the critics.", "the critics"),
    ("The pitch was called unsafe by the umpire.", "the umpire"),
    ("The airline had until then maintained that the seats were safe.", "The airline"),
    ("The airline has, in its own words, always insisted that the seats were safe.", "The airline"),
    ("The ministry did in May finally admit that the data were wrong.", "The ministry"),
    ("The club had for years claimed that the pitch was sound.", "The club"),
    ("The theft was attributed by the Roman police to Silver Fox, a gang that robs museums.", "the Roman police"),
    ("The outage was blamed by the operator on a squirrel.", "the operator"),
    (
        "The fund managed by Ann Lee, a banker who lives in Rome, said that rates would fall.",
        "The fund managed by Ann Lee",
    ),
    ("The jury held the nurse responsible for the death.", "The jury"),
    ("The minister let slip on Monday that rates would rise.", "The minister"),
    ("A neighbour corroborated that the light was on.", "A neighbour"),
    ("The minister rejected accusations of fraud.", "The minister"),
    ("The firm rejected the claim that its pumps leak.", "The firm"),
    ("The minister rejected the accusation that she had lied.", "The minister"),
    ("The airline threatened that it would cancel the route.", "The airline"),
    ("The union fears that the mill will close.", "The union"),
    ("Whatever happens, the bank says that prices will fall.", "the bank"),
    ("The central bank said that rates would rise.", "The central bank"),
    ("The central bank said rates would rise.", "The central bank"),
    ("Rates would rise, the central bank said.", "the central bank"),
    ("Rates would rise, said the central bank.", "the central bank"),
    ("The NHS says measles cases have risen.", "The NHS"),
    ("“We will not pay the fine,” Jones said on Monday.", "Jones"),
    ('"We will not pay the fine," said Mr Jones.', "Mr Jones"),
    ("''We will not pay the fine,'' Jones declared.", "Jones"),
    ("Jones told reporters that he would resign.", "Jones"),
    ("The senator casts himself as an outsider.", "The senator"),
    ("The envoy conveyed the president's view that the truce had failed.", "the president"),
    ("The beam cracked in the cold, or so engineers believe.", "engineers"),
    ("Jones told reporters he would resign.", "Jones"),
    ("Apple Inc. said that sales fell.", "Apple Inc."),
    ("A spokesman for Boeing said the plane was safe.", "A spokesman for Boeing"),
    ("Scientists at Oxford University say that the vaccine works.", "Scientists at Oxford University"),
    ("Figures from the ministry show that emissions fell.", "Figures from the ministry"),
    ("Jerome Powell, the Fed chair, said on Tuesday that rates would fall.", "Jerome Powell"),
    ("The trial, which began in May, found that the drug works.", "The trial"),
    ("On Monday Macron said that France would help.", "Macron"),
    ("In May Boeing said that the plane was safe.", "Boeing"),
    ("But Macron said that France would help.", "Macron"),
    ("In Paris, Macron said that France would help.", "Macron"),
    ("Theresa May said that she would resign.", "Theresa May"),
    ("The WHO said that measles had spread.", "World Health Organization (WHO)"),
    ("He said that the plane was safe.", "He"),
    ("The engine failed, she said.", "she"),
    ("Critics say the tax is unfair.", "Critics"),
    ("The court ruled that the ban was void.", "The court"),
    ("According to the WHO, 400 people died.", "World Health Organization (WHO)"),
    ("The bridge was built in 1930, according to the city.", "the city"),
    ("According to a leaked memo, the pilot slept.", "a leaked memo"),
    ("The court said: “The law is void and cannot stand.”", "The court"),
    ("Tesla shares fell, Reuters reported on Friday.", "Reuters"),
    ("Just 9 percent of voters said the debate had changed their minds.", "9 percent of voters"),
    (
        "A survey published Tuesday by the University of Leeds says sleep is short.",
        "A survey published Tuesday by the University of Leeds",
    ),
    ("The dam is safe, says the lawyer of the port authority.", "the lawyer of the port authority"),
    ("A poll by Ipsos suggests that Labour leads.", "A poll by Ipsos"),
    ("Toni Aalto, the transport minister, said nobody had been told.", "Toni Aalto"),
    ("But Marit Dahl, head coach, said the snow was too wet.", "Marit Dahl"),
    ("In Oslo, the coach, who is 54, said that the snow was too wet.", "the coach"),
    ("On Monday, the coach, a former skier, said that the snow was too wet.", "the coach"),
    ("Norges Bank itself admitted that its forecast had been wrong.", "Norges Bank"),
    ("Enzo Bruni himself reported in 1979 that the frescoes were flaking.", "Enzo Bruni"),
    ("The minister herself said that the tunnel was safe.", "The minister"),
    ("Growers put the poor harvest down to the late frost.", "Growers"),
    ("The union laid the accident at the door of the ministry.", "The union"),
    ("The report pins the blame on the night crew.", "The report"),
    ("Critics faulted the director for the slow second act.", "Critics"),
    ("Historians ascribe the famine less to drought than to policy.", "Historians"),
    ("The airline cited heavy snow for the delays.", "The airline"),
    ("Police traced the outbreak to a well.", "Police"),
    ("Doctors count smoking among the causes.", "Doctors"),
    ("The trainer pointed to lack of sleep.", "The trainer"),
    ("Madrid complains of having been left out of the talks.", "Spain"),
    ("The novelist notes that the letter was never sent.", "The novelist"),
    ("The vet pointed out that the dog was lame.", "The vet"),
    ("The dog was lame, a French vet pointed out.", "a French vet"),
    ("In May, the ledgers show, the abbey sold its mill.", "the ledgers"),
    ("Two botanists offered another reading: the seeds had been eaten by mice.", "Two botanists"),
    ("The union's own count was 4,000 marchers.", "The union"),
    ("The envoy relayed the worry of the nurses who work in the camp that the water was unsafe.", "the nurses"),
    ("The opera, which critics called a farce, sold out.", "critics"),
    ("The tribunal regards as proven the theft of the ring.", "The tribunal"),
    ("By the jury's verdict, the wall was unsafe.", "the jury"),
    ("The prosecution holds that the ledger was forged.", "The prosecution"),
    ("An appeals court threw out the verdict, saying the judge had erred.", "An appeals court"),
    ("Others see the treaty as a trap.", "Others"),
    ("The referee's report has the tackle down as violent.", "The referee's report"),
    ("The poll had Labour ahead by 5 points.", "The poll"),
    ("Those who knew him say he never drank.", "Those"),
    ("It was the opinion of the panel that the fire was set.", "the panel"),
    ("The consensus among geologists is that the fault is inactive.", "geologists"),
    ("The bishop likened the scandal to a plague.", "The bishop"),
    ("The lawyer said her client, a dentist, had never been to Malta.", "The lawyer"),
    ("Doctors are convinced that he will walk again.", "Doctors"),
    ("The rumour was denied by the palace.", "the palace"),
    ("In May 2014, according to its files, the guild bought the mill and nobody objected.", "its files"),
    ("Farmers tell of wells that ran dry.", "Farmers"),
    ("Nobody had seen the leak, research chief Eva Holm told reporters, blaming the fog.", "research chief Eva Holm"),
    ("Ana Ruiz, whose farm lies below the dam, urged the board to lower the lake.", "Ana Ruiz"),
    ("The guards accused him of theft, the paper reports.", "The guards"),
    ("Hikers denied having lit the fire.", "Hikers"),
    ("The guide admitted leaving the group alone.", "The guide"),
    ("The guide is accused by two hikers of leaving the group alone.", "two hikers"),
    ("The bust is regarded by curators as a copy.", "curators"),
    ("There is broad agreement among curators that the bust is a copy.", "curators"),
    ("Ticket prices rose by 12 percent, figures seen by the Times show.", "figures seen by the Times"),
    ("Ms Okoye told the court she had been paid in cash.", "Ms Okoye"),
    ("The mayor's office put out a statement saying the water was safe.", "a statement"),
    ("Jan Vos testified that he had been told that the dike might one day burst.", "Jan Vos"),
]

OWN_VOICE = [
    "The glacier has not stopped melting, whatever sceptics say.",
    "The striker was offside, however often the club denies it.",
    "The pitch was unsafe, no matter what the union claims.",
    "Whatever the manufacturer claims, the drug does not lower blood pressure.",
    "The vase was found intact.",
    "The hiker was found dead near the hut.",
    "The goalkeeper, who had asked for more staff, was dismissed in May as a scapegoat.",
    "Ferries come every ten minutes, not every five as the timetable says.",
    "The bus costs two pounds, not one as the operator claims.",
    "The first ferry left thirty-four weeks after the day the mayor had promised.",
    'The critic saw the film "Two Brides".',
    "The fee demanded was between 3 and 4 million.",
    "The sum asked was 200 euros.",
    "The figures reported are too low.",
    "The measures announced will cut delays by half.",
    "Nobody doubts that the dam is safe.",
    "No economist doubts that prices will rise.",
    "Few dispute that the vaccine saved lives.",
    "Neither side disputes that the contract was signed.",
    "No evidence was found that the letters were opened.",
    "The crisis calls for calm.",
    "The nurse withdrew her complaint in March.",
    "A court in Lyon rejected the farmers' claim to the spring.",
    "The judge dismissed the charges against the surgeon.",
    "The board rejected an appeal for help.",
    "The orchestra threatened to strike.",
    "The club appealed against the ban.",
    "The clinic applied for a licence.",
    "Doctors fear a second wave.",
    "The team lost its nerve, whatever the coach claimed at the time.",
    "The parents called the girl Anna.",
    "The coach held a meeting.",
    "The teacher lets pupils slip away.",
    "There is little doubt that the drug works.",
    "There is no evidence and no hope that the ship will be found.",
    "The court held a hearing on Friday.",
    "The concert was held on Friday.",
    "The police found the body in a river.",
    "The company reported a loss of 4 million dollars.",
    "The plan calls for a ban on flights.",
    "Under the rules announced by Apple that month, apps pay 30 percent.",
    "The notes that Darwin wrote that year were sold.",
    "The group called “Friends of the Earth Scotland” sued Shell.",
    "The song “We are the champions of the world” was a hit.",
    "According to plan, the rocket landed.",
    "Boeing, citing weak demand, cut 400 jobs.",
    "The judge cited a case from 1954.",
    "The officer cited the driver.",
    "The nurse put the child to bed.",
    "The workers laid cables on the seabed.",
    "The firm counts two banks among its clients.",
    "The court's verdict was a surprise.",
    "The fear of a flood that would drown the valley is old.",
    "It is a claim that the player denies.",
    "The waiter called a taxi.",
    "The choir called on Monday at the palace.",
    "The battery was charged with a cable.",
    "The verdict angered sailors who fear a long war over the fish.",
    "The choir backed the plan; on May 3, shown the bill, it left.",
    "The museum bought a coin said to be Roman.",
    "The clerks asked a court to seal the file.",
    "Survey results, published in June, showed a drop.",
    "The mill has a wheel turning in the brook.",
    "Germany did not say that it was slow.",
    "We believe that rates will rise.",
    "Russia claims land in the Arctic.",
    "The study was held in Leeds.",
    "He said the same of Spain.",
    "That said, the team won.",
    "Shares rose 4 percent on Friday.",
    "",
]


UNNAMED = [
    "The well was found to be contaminated.",
    "One dose was found to have halved the risk.",
    "The theory was dismissed as nonsense.",
    "The loss is put at 4 million.",
    "The bid was described as too low.",
    "It is said that the ship sank.",
    "It is widely believed that the coach will resign.",
    "Passengers were told that the flight was full.",
    "The storm is said to have killed ten people.",
    "The surgeon was accused of forging records.",
    "The poor harvest was put down to the late frost.",
    "The painting is attributed to Vermeer.",
    "Word spread that the king was dead.",
]


@pytest.mark.parametrize("text", UNNAMED)
def test_attribution_to_nobody_has_no_name(text: str) -> None:
    found = find_attribution(text)
    assert found is not None
    assert found.name == ""


@pytest.mark.parametrize(("text", "name"), SOURCES)
def test_attribution_names_the_source(text: str, name: str) -> None:
    found = find_attribution(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "According to our count, 120 nurses work in the district.",
        "Our survey found that 40 nurses left.",
    ],
)
def test_what_the_author_counted_is_the_own_voice(text: str) -> None:
    assert find_attribution(text) is None


def test_somebody_of_ours_is_another_voice() -> None:
    found = find_attribution("Our ambassador said that the talks had failed.")
    assert found is not None
    assert found.name == "Our ambassador"


@pytest.mark.parametrize("text", OWN_VOICE)
def test_attribution_is_none_in_the_own_voice(text: str) -> None:
    assert find_attribution(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The coach said that the match was lost.", "indirect"),
        ("“The match was lost early,” the coach said.", "direct"),
        ("According to the coach, the match was lost.", "according-to"),
        ('The coach said the "match" was lost early.', "indirect"),
    ],
)
def test_attribution_kind(text: str, kind: str) -> None:
    found = find_attribution(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", "neutral"),
        ("claimed", "doubted"),
        ("alleged", "doubted"),
        ("contended", "neutral"),
        ("asserted", "neutral"),
        ("maintained", "neutral"),
        ("confirmed", "endorsed"),
        ("admitted", "endorsed"),
    ],
)
def test_attribution_stance_is_in_the_verb(verb: str, stance: str) -> None:
    found = find_attribution(f"The mayor {verb} that the dam had leaked.")
    assert found is not None
    assert (found.cue, found.stance) == (verb, stance)


@pytest.mark.parametrize("text", [text for text, _ in SOURCES])
def test_attribution_offsets_give_back_the_name(text: str) -> None:
    found = find_attribution(text)
    assert found is not None
    assert text[found.start : found.end] == (found.text or found.name)
    assert text[found.cue_start : found.cue_end] == found.cue


SPOKEN_OF = [
    ("The European Ferry Authority (EFA) met. The EFA said that the ship was safe.", "European Ferry Authority (EFA)"),
    ("The European Ferry Authority (EFA) said that the ship was safe.", "European Ferry Authority (EFA)"),
    ("The minister said that the trial proved that the ship was safe.", "The minister"),
    ("The minister said that the owner admitted that the ship was not safe.", "the owner"),
]


def find_claims(text: str, source: str = "Daily") -> tuple[Claim, ...]:
    return load_plain_analyser().find_claims(Document("daily.txt", text, source), keep_all=True).claims


@pytest.mark.parametrize(("text", "name"), SPOKEN_OF)
def test_attribution_names_who_vouches_by_the_full_name(text: str, name: str) -> None:
    held = find_claims(text)[-1].attributed_to
    assert held is not None
    assert held.name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("According to the port, traffic fell in 2023, but the mayor denies it.", ["the port", "the mayor"]),
        ("According to the report, wages fell and prices rose.", ["the report", "the report"]),
        ("According to the firm the plant is safe, but residents say it smells of gas.", ["the firm", "residents"]),
    ],
)
def test_according_to_somebody_ends_where_somebody_else_speaks_up(text: str, names: list[str]) -> None:
    assert [claim.attributed_to and claim.attributed_to.name for claim in find_claims(text)] == names


def test_a_name_is_written_with_single_spaces() -> None:
    (claim,) = find_claims("According to the  Port\u00a0Office, traffic fell in 2023.")
    assert claim.attributed_to is not None
    assert claim.attributed_to.name == "the Port Office"


def test_attribution_of_a_view_that_somebody_cannot_share() -> None:
    (claim,) = find_claims("The surgeon cannot agree that the knee was broken.")
    assert claim.polarity == "negated"
    assert claim.attributed_to is not None
    assert claim.attributed_to.name == "The surgeon"


@pytest.mark.parametrize("source", ["World Health Organization", "The World Health Organization", "WHO"])
@pytest.mark.parametrize("name", ["The WHO", "The World Health Organization"])
def test_attribution_to_the_publisher_is_its_own_voice(source: str, name: str) -> None:
    text = f"{name} expects that measles will spread."
    assert find_claims(text, source)[0].attributed_to is None
    assert find_claims(text)[0].attributed_to is not None


@pytest.mark.parametrize(
    ("text", "claim", "holder"),
    [
        (
            "The club did not say whether the keeper would play.",
            "The club did not say whether the keeper would play.",
            None,
        ),
        (
            "The coach said the club did not say whether the keeper would play.",
            "the club did not say whether the keeper would play",
            "The coach",
        ),
        (
            "The coach said on Monday that the doctor had not told her whether the knee was broken.",
            "the doctor had not told her whether the knee was broken",
            "The coach",
        ),
    ],
)
def test_what_nobody_said_is_nobodys_claim(text: str, claim: str, holder: str | None) -> None:
    (found,) = find_claims(text)
    assert (found.text, found.polarity, found.modality) == (claim, "affirmed", "hedged")
    assert (found.attributed_to and found.attributed_to.name) == holder


@pytest.mark.parametrize(
    "text",
    [
        "She did not say that the drug was safe.",
        "The surgeon never said that the drug was safe.",
        "The surgeon has never claimed that the drug was safe.",
        "At no time did the surgeon say that the drug was safe.",
        "The surgeon at no time wrote that the drug was safe.",
        "The report nowhere says that the drug was safe.",
        "Nobody ever said that the drug was safe.",
        "None of them said that the drug was safe.",
        "Not once did the surgeon suggest that the drug was safe.",
        "The surgeon has yet to say that the drug was safe.",
        "The surgeon would not confirm that the drug was safe.",
        "It was never claimed that the drug was safe.",
    ],
)
def test_what_was_never_said_is_left_open_as_what_somebody_did_not_say(text: str) -> None:
    (found,) = find_claims(text)
    # Apart from its denial "the drug was safe" would be the author's own words.
    assert (found.text, found.polarity, found.modality) == (text, "affirmed", "hedged")
    assert found.attributed_to is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The senator casts himself as an outsider.", "doubted"),
        ("She styles herself a defender of the poor.", "doubted"),
        ("The ministry portrays the bid as a failure.", "neutral"),
    ],
)
def test_attribution_keeps_a_distance_from_what_somebody_presents_himself_as(text: str, stance: str) -> None:
    found = find_attribution(text)
    assert found is not None
    assert found.stance == stance


def test_attribution_leaves_the_author_what_concedes() -> None:
    text = "The firm portrays itself as a victim, although it caused the crisis."
    claims = load_plain_analyser().find_claims(Document("a.txt", text, "A"), keep_all=True).claims
    assert [claim.attributed_to is None for claim in claims] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "The hospital informed the coroner on the evening of 3 May, some six hours after the patient died.",
        "The bank told its customers after the data had been stolen.",
        "The airline notified the families in June, when the second wreck had been found.",
    ],
)
def test_when_somebody_was_told_is_not_what_was_told(text: str) -> None:
    assert find_attribution(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The bank told its customers after the theft that the data had been stolen.",
        "The coach said on Friday, two hours after the match ended, that he would leave.",
        "The agency told reporters the bridge was safe before the storm came.",
    ],
)
def test_what_was_told_may_stand_beside_when(text: str) -> None:
    assert find_attribution(text) is not None


@pytest.mark.parametrize(
    ("text", "name", "claim"),
    [
        ("Opponents counter that the dose was never tested.", "Opponents", "the dose was never tested"),
        ("Defenders of the toll hold that prices fell.", "Defenders", "prices fell"),
        ("A few hold that the moon has water.", "A few", "the moon has water"),
        ("Detractors charge that the mill fouled the brook.", "Detractors", "the mill fouled the brook"),
        ("Roman law held that a slave was a thing.", "Roman law", "a slave was a thing"),
        ("Two geologists posit that the cave flooded.", "Two geologists", "the cave flooded"),
        ("Anglers object that the weir killed the trout.", "Anglers", "the weir killed the trout"),
    ],
)
def test_what_is_held_belongs_to_whom_it_is_held_by(text: str, name: str, claim: str) -> None:
    (found,) = find_claims(text)
    assert found.attributed_to is not None
    assert (found.attributed_to.name, found.text) == (name, claim)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Legend has it that the abbey was built in one night.", "the abbey was built in one night"),
        ("Rumour has it that the keeper will leave in June.", "the keeper will leave in June"),
        ("The story goes that the king hid in a barn.", "the king hid in a barn"),
        ("As legend has it, the spring never runs dry.", "the spring never runs dry"),
        ("It is rumoured that the tenor is ill.", "It is rumoured that the tenor is ill."),
    ],
)
def test_what_legend_has_is_nobodys_in_particular(text: str, claim: str) -> None:
    (found,) = find_claims(text)
    assert found.attributed_to is not None
    assert (found.attributed_to.name, found.text) == ("", claim)


def test_what_somebody_stopped_short_of_saying_is_nobodys_claim() -> None:
    text = "The firm stopped short of saying that the brakes had failed."
    assert [claim.text for claim in find_claims(text)] == [text]


@pytest.mark.parametrize(
    ("text", "name", "doer", "verb"),
    [
        ("Prosecutors accuse the broker of having hidden losses.", "Prosecutors", "broker", "have"),
        ("The union accused the bakery of underpaying its drivers.", "The union", "bakery", None),
        ("Villagers blame the quarry for poisoning the river.", "Villagers", "quarry", "poison"),
        ("Fans credit the coach with rebuilding the team.", "Fans", "coach", "rebuild"),
        ("The lawyer charged the firm with having burned the files.", "The lawyer", "firm", "burn"),
        ("The skier was suspected of having taken steroids.", "", "skier", "take"),
        ("The serum was credited with saving 300 children.", "", "serum", "save"),
    ],
)
def test_whoever_is_accused_is_said_to_have_done_it(text: str, name: str, doer: str, verb: str | None) -> None:
    (found,) = find_claims(text)
    assert found.attributed_to is not None
    assert found.attributed_to.name == name
    deed = next(item for item in found.predicates[1:] if verb in (None, item.lemma))
    assert [item.head for item in deed.arguments if item.role.startswith("nsubj")] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "The dam supposedly held, but two villages were flooded.",
        "The firm allegedly paid bribes, and its chairman resigned in May.",
        "The club reportedly sold its keeper, while fans stayed away.",
    ],
)
def test_doubt_holds_for_the_clause_that_it_stands_in(text: str) -> None:
    told, own = find_claims(text)
    assert told.attributed_to is not None
    assert own.attributed_to is None


def test_doubt_about_what_a_noun_is_says_nothing_of_the_claim() -> None:
    (found,) = find_claims("The allegedly corrupt mayor resigned in May.")
    assert (found.attributed_to, found.modality) == (None, "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "The war began in May and the governments of both sides began buying arms.",
        "They continued reading in the dark.",
        'Loraine also took part in the production of "Does A Tiger Have A Necktie".',
        "The trade ended when CITES - a convention on endangered species - banned it.",
    ],
)
def test_who_goes_on_with_something_or_has_a_work_named_says_nothing(text: str) -> None:
    assert find_attribution(text) is None


def test_who_begins_with_a_quotation_says_it() -> None:
    found = find_attribution('"The bridge is unsafe," the engineer began.')
    assert found is not None
    assert found.name == "the engineer"


def test_every_sentence_of_a_block_quote_has_its_speaker() -> None:
    text = 'It rained.\n\n> "The pumps were never tested in summer. They failed at once," said the mayor, Rita Holm.\n'
    claims = claimcmp.extract([Document("a.md", text, "A")], topics=[], options=ExtractOptions(keep_all=True)).claims
    assert [(claim.text, claim.attributed_to and claim.attributed_to.name) for claim in claims] == [
        ("It rained.", None),
        ('"The pumps were never tested in summer.', "Rita Holm"),
        ("They failed at once", "Rita Holm"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has built 40 schools, as it promised.",
        "The club, as it pledged, has paid the nurses.",
        "The bank cut 300 jobs, as it had announced in May.",
        "The wall fell, as geologists had warned.",
    ],
)
def test_what_came_as_it_was_promised_is_told_by_the_author(text: str) -> None:
    assert find_attribution(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mill will close in May, as the owner promised.", "the owner"),
        ("The tunnel has cracked, as the engineer warned.", "the engineer"),
        ("The pool was open until nine, as the clerk said.", "the clerk"),
    ],
)
def test_what_is_only_promised_or_warned_of_is_told_by_others(text: str, name: str) -> None:
    found = find_attribution(text)
    assert found is not None
    assert found.name == name
