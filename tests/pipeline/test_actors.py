"""Who is spoken of: names, their readings in context, compounds, offices, and what users add."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcmp.lexicons import read_lexicon
from claimcmp.pipeline.actors import ActorFinder, find_actors
from claimcmp.records import Entity, KnownActor


def find_ids(text, **options):
    """Return the ids in their order, an asterisk behind those that a place stands for."""
    return " ".join(f"{entity.id}{'*' * entity.metonym}" for entity in find_actors(text, **options))


NAMES = [
    ("Russia and the Russian Federation are one.", "ru ru"),
    ("The Russian side and the Russians agreed.", "ru ru"),
    ("The U.S. and the US, the USA, the United States and America are one.", "us us us us us"),
    ("North Korea, the DPRK and the D.P.R.K. are one.", "kp kp kp"),
    ("South Korea is the ROK, or the Republic of Korea.", "kr kr kr"),
    ("The Democratic People's Republic of Korea objected.", "kp"),
    ("Democratic People’s Republic\nof Korea", "kp"),
    ("Britain, the UK and the United Kingdom are one.", "gb gb gb"),
    ("Turkey is now Türkiye; Turks vote.", "tr tr tr"),
    ("Burma became Myanmar.", "mm mm"),
    ("Ivory Coast and Côte d’Ivoire are one.", "ci ci"),
    ("The Soviet Union fell; the USSR was Soviet.", "su su su"),
    ("The Dutch, the Swiss and the Danes voted.", "nl ch dk"),
    ("Guinea-Bissau, Equatorial Guinea and Papua New Guinea joined.", "gw gq pg"),
    ("Sudan and South Sudan signed.", "sd ss"),
    ("Taiwan, Kosovo, Palestine and Hong Kong sent observers.", "tw xk ps hk"),
    ("The UN and the U.N. Security Council met.", "un un-security-council"),
    ("The UNSC and the Security Council are one.", "un-security-council un-security-council"),
    ("The European Commission speaks for the EU.", "eu eu"),
    ("NATO, OPEC+ and ASEAN met the G20.", "nato opec-plus asean g20"),
    ("The IAEA, the WHO, the WTO and the IMF reported.", "iaea who wto imf"),
    ("The Fed followed the ECB and the Bank of England.", "fed ecb bank-of-england"),
    ("RUSSIA SAYS NORTH KOREA WILL TALK", "ru kp"),
    ("U.S.-led sanctions hurt non-U.S. firms.", "us us"),
    ("It was anti-Russian and pro-American.", "ru us"),
]

GOVERNMENTS = [
    ("Moscow said it would veto the text.", "ru*"),
    ("Moscow’s proposal was rejected.", "ru*"),
    ("In Moscow's view, nothing had changed.", "ru*"),
    ("Talks with Moscow went on.", "ru*"),
    ("Washington believes the total is higher.", "us*"),
    ("Washington, too, is skeptical.", "us*"),
    ("Beijing and Moscow would like the talks to go on.", "cn* ru*"),
    ("Tensions rose between Pyongyang and Washington.", "kp* us*"),
    ("He imposed sanctions on Tehran.", "ir*"),
    ("Pyeongyang wants a new source of aid.", "kp*"),
    ("Kiev has denied it, and so has Kyiv.", "ua* ua*"),
    ("Seoul should exert its utmost efforts.", "kr*"),
    ("Moscow cannot support it alone.", "ru*"),
    ("Will Tokyo accept the offer?", "jp*"),
    ("The Kremlin denied the report.", "ru*"),
    ("The White House and Downing Street declined to comment.", "us* gb*"),
    ("The Élysée and the Bundestag were told.", "fr* de*"),
    ("Brussels fined the company.", "eu*"),
    ("The Pentagon confirmed the strike.", "us*"),
    ("Moscow officials denied the claim.", "ru*"),
    ("A pro-Moscow party won.", "ru*"),
    ("The Moscow-backed government fell.", "ru*"),
    ("Moscow-backed forces advanced.", "ru*"),
    ("Moscow Says Talks Will Resume", "ru*"),
    ("What has Washington done?", "us*"),
    ("It served the interests of Pyongyang and Moscow.", "kp* ru*"),
    ("Paris, Berlin and London now regret it.", "fr* de* gb*"),
    ("He convinced them that Moscow could be a partner.", "ru*"),
    ("Members of the U.S. Congress objected.", "us*"),
    ("They sent warnings to Beijing.", "cn*"),
]

PLACES = [
    ("The delegation met in Moscow.", "ru:moscow"),
    ("He flew to Moscow on Monday.", "ru:moscow"),
    ("Viewers watched it at Seoul railway station.", "kr:seoul"),
    ("Moscow, April 10", "ru:moscow"),
    ("MOSCOW (Reuters) - Prices rose.", "ru:moscow"),
    ("PARIS — Prices rose.", "fr:paris"),
    ("She was born in Paris.", "fr:paris"),
    ("The Paris agreement was signed.", "fr:paris"),
    ("After the Hanoi summit nothing moved.", "vn:hanoi"),
    ("The streets of Moscow were empty.", "ru:moscow"),
    ("London bus drivers went on strike.", "gb:london"),
    ("He visited London, Edinburgh and Dublin.", "gb:london gb-sct:edinburgh ie:dublin"),
    ("In Brussels, the mood was calm.", "be:brussels"),
    ("The talks in Moscow and Pyongyang failed.", "ru:moscow kp:pyongyang"),
    ("Tourists crowd the Kremlin museums in Moscow.", "ru* ru:moscow"),
    ("The two met at the White House.", "us:white-house"),
    ("London is a city of nine million.", "gb:london"),
    ("Athens was just a village, and Greece was poor.", "gr:athens gr"),
    ("The pollution of Athens worries Greece.", "gr:athens gr"),
    ("Canberra, the Australian capital, grew.", "au:canberra au"),
    ("She died in the Russian capital, Moscow.", "ru ru:moscow"),
    ("New Delhi: Prices rose in May.", "in:new-delhi"),
    ("The plant is 50 km west of Baghdad.", "iq:baghdad"),
    ("She lives in Madrid, Spain.", "es:madrid es"),
    ("A Tehran warehouse burned down.", "ir:tehran"),
    ("War could return to the Korean Peninsula.", "korea"),
]

NOBODY = [
    "Moscow State Institute of International Relations published it.",
    "The New York Times and the Washington Post reported it.",
    "The Korea Herald reported it.",
    "Ships crossed the South China Sea.",
    "American Airlines and China Southern merged their offices.",
    "He ordered French fries and Turkish delight.",
    "A German shepherd bit him.",
    "They ate turkey in china bowls.",
    "Turkey sandwiches sold well.",
    "Michael Jordan scored 30 points.",
    "Chad smiled.",
    "It worsened, said Chad Bown.",
    "Voters in Georgia chose a Republican.",
    "Georgia Tech won.",
    "Tell us who did it.",
    "GIVE US OUR MONEY BACK NOW",
    "It is up to us, and it was fed by rain.",
    "George Washington crossed the river.",
    "The University of Washington studied wages in Seattle.",
    "He lives in Moscow, Idaho.",
    "Paris, Texas, is a film.",
    "They speak French.",
    "It was published in Russian.",
    "Spanish-speaking voters stayed home.",
    "It cost US$4 million, or five million US dollars.",
    "General Franco died.",
    "The Indo-Pacific is wide.",
    "Latin America grew, and so did South America.",
    "African-American voters turned out.",
    "Native Americans objected.",
    "The National Security Council met.",
    "The planet is 1 AU away.",
    "Fed up, they left.",
    "The North is colder than the South.",
    "Birds fly to the north of the lake.",
    "The Treaty of Rome is old.",
    "KIM JONG UN spoke.",
    "She was hired in Seattle, Washington, last year.",
    "It comes from a Greek word.",
    "A guinea pig escaped.",
    "The Panama Canal was dry.",
    "The Gulf of Mexico was calm.",
    "",
    "…",
]

COMPOUNDS = [
    ("Sino-Russian ties improved.", "cn ru"),
    ("The Russo-Chinese plan was new.", "ru cn"),
    ("The US-DPRK summit failed.", "us kp"),
    ("An Anglo-French plan was made.", "gb fr"),
    ("A Franco-German motor drives it.", "fr de"),
    ("The North Korea-Russia border is short.", "kp ru"),
    ("The U.S.–Russian relations worsened.", "us ru"),
    ("American-North Korean talks stalled.", "us kp"),
    ("Inter-Korean talks resumed.", "kp kr"),
    ("The inter-Korean summit was short.", "kp kr"),
    ("Both Koreas agreed.", "kp kr"),
    ("The two Koreas agreed.", "kp kr"),
    ("South and North Korea agreed.", "kp kr"),
]

OFFICES = [
    ("The Russian president left.", "ru:president ru"),
    ("South Korean President Moon left.", "kr:president kr"),
    ("The U.S. secretary of state left.", "us:secretary-of-state us"),
    ("Russia’s foreign minister left.", "ru:foreign-minister ru"),
    ("The president of France left.", "fr:president fr"),
    ("The prime minister of the United Kingdom left.", "gb:prime-minister gb"),
    ("The Chinese premier left.", "cn:prime-minister cn"),
    ("UN secretary-general and NATO secretary general", "un:secretary-general un nato:secretary-general nato"),
    ("The former Russian president left.", "ru"),
    ("He is leader of the New Zealand National Party.", "nz"),
    ("Russia's presidential election was held.", "ru"),
]


@pytest.mark.parametrize(("text", "ids"), NAMES + GOVERNMENTS + PLACES + COMPOUNDS + OFFICES)
def test_actors_reads_names_by_context(text, ids):
    assert find_ids(text) == ids


@pytest.mark.parametrize("text", NOBODY)
def test_actors_leaves_out_other_names(text):
    assert find_actors(text) == []


def test_actors_tells_kinds_apart():
    found = find_actors("In Paris, the Russian president met NATO.")
    assert [(entity.text, entity.kind) for entity in found] == [
        ("Paris", "place"),
        ("Russian president", "office"),
        ("Russian", "country"),
        ("NATO", "organisation"),
    ]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The North will not wait, South Korea said.", "kp kr"),
        ("North Korea said the South had agreed.", "kp kr"),
        ("Jordan and Iraq signed.", "jo iq"),
        ("Ukraine and Georgia want to join NATO.", "ua ge nato"),
        ("Georgia lost Abkhazia.", "ge abkhazia"),
    ],
)
def test_actors_reads_unsure_names_by_their_company(text, ids):
    assert find_ids(text) == ids


def test_actors_reads_the_north_by_the_rest_of_the_document():
    text = "The North will not wait for the US to act."
    assert find_ids(text) == "us"
    assert find_ids(text, around={"kp"}) == "kp us"


def test_actors_counts_offsets_from_the_document():
    assert find_actors("Talks with North  Korea ended.", offset=100) == [
        Entity("North  Korea", 111, 123, "kp", "North Korea", "country")
    ]


def test_actors_adds_the_names_of_the_user():
    known = (
        KnownActor(
            "toyo",
            name="Toyo Corp",
            kind="company",
            aliases=(
                "Toyo",
                "the carmaker",
            ),
        ),
    )
    assert [
        (entity.text, entity.id, entity.kind) for entity in find_actors("Toyo said the carmaker won.", known=known)
    ] == [
        ("Toyo", "toyo", "company"),
        ("the carmaker", "toyo", "company"),
    ]


def test_actors_lets_the_user_override_a_name():
    known = (KnownActor("us-ga", name="Georgia (US)", kind="state", aliases=("Georgia",)),)
    assert find_ids("Voters in Georgia chose a Republican.", known=known) == "us-ga"
    assert find_ids("Tbilisi governs Georgia.", known=()) == "ge* ge"


def test_actors_lets_the_user_add_names_to_a_known_id():
    known = (KnownActor("ru", aliases=("Kremlinologists",)),)
    assert find_actors("Kremlinologists met.", known=known)[0].name == "Russia"


def test_actors_lets_the_user_rename_a_known_id():
    known = (KnownActor("gb", name="Britain"),)
    assert find_actors("The UK left.", known=known)[0].name == "Britain"


def test_actors_finder_gives_the_same_as_the_function():
    known = (KnownActor("toyo", aliases=("Toyo",)),)
    text = "Toyo sold cars to Russia."
    assert ActorFinder(known).find(text) == find_actors(text, known=known)


PIECES = st.sampled_from(
    [
        *("the", "North", "South", "Korea", "Moscow", "'s", "’s", "U.S", ".", ",", "-", "–", "in", "of", "and", "to"),
        *("said", "US", "GEORGIA", "president", "Koreas", "Paris", "$", "\n", "é", "東", "Washington", "Kremlin"),
        *("Jordan", "former", "Security", "Council", "Sino", "inter", "Russian"),
    ]
)
TEXTS = st.text(max_size=60) | st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS, st.integers(0, 1000))
def test_actors_offsets_give_back_the_text(text, offset):
    for entity in find_actors(text, offset=offset):
        assert text[entity.start - offset : entity.end - offset] == entity.text != ""


@given(TEXTS)
def test_actors_are_sorted_and_never_cross(text):
    found = find_actors(text)
    assert found == find_actors(text)
    assert [entity.start for entity in found] == sorted(entity.start for entity in found)
    for first, second in pairwise(found):
        assert second.start >= first.end or second.end <= first.end


def test_actors_takes_linear_time_on_long_lists():
    assert len(find_actors("Moscow, Georgia, US, " * 5000)) >= 5000


ACTORS = read_lexicon("actors")
COUNTRIES = [entry for entry in ACTORS["actor"] if entry["kind"] == "country"]


@pytest.mark.parametrize("entry", COUNTRIES, ids=[entry["id"] for entry in COUNTRIES])
def test_actors_every_country_has_a_people_and_a_capital(entry):
    assert entry["names"]
    assert entry["people"]
    assert entry["capitals"]
    assert all(entry["capitals"])


def test_actors_no_name_stands_for_two_unless_listed():
    owners = {}
    for entry in ACTORS["actor"]:
        names = [*entry["names"], *entry.get("people", ()), *entry.get("seats", ()), *entry.get("prefixes", ())]
        for name in [*names, *(name for city in entry.get("capitals", ()) for name in city)]:
            owners.setdefault(name, set()).add(entry["id"])
    shared = {name for name, ids in owners.items() if len(ids) > 1}
    assert shared <= set(ACTORS["ambiguous"])
    assert set(ACTORS["ambiguous"].values()) <= {entry["id"] for entry in ACTORS["actor"]}


def test_actors_ids_are_unique():
    ids = [entry["id"] for entry in ACTORS["actor"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "state", ["Russia", "South Korea", "Dominica", "United States", "São Tomé and Príncipe", "Kosovo", "Bahamas"]
)
def test_actors_table_holds_every_kind_of_country(state):
    assert [entity.name for entity in find_actors(f"Officials of {state} met.")] == [state]


def test_actors_table_is_complete():
    # 193 members of the United Nations, two observers, and those that are neither.
    assert len(COUNTRIES) > 200
