"""Trees that no sentence has are mended; others stay as they are."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from claimcmp.pipeline.build import build_analysis
from claimcmp.pipeline.mended_parse import MENDED_PARSE, mend_parse
from claimcmp.records import Claim

FindClaims = Callable[..., tuple[Claim, ...]]

Row = tuple[str, str, str, int, str]
"""Word, part of speech, tag, head, label."""

MENDED: list[tuple[list[Row], list[tuple[int, str]]]] = [
    (  # an auxiliary with a subject of its own
        [
            ("Clubs", "NOUN", "NNS", 1, "nsubj"),
            ("had", "AUX", "VBD", 4, "aux"),
            ("for", "ADP", "IN", 3, "case"),
            ("years", "NOUN", "NNS", 4, "obl"),
            ("complained", "VERB", "VBN", 4, "ROOT"),
        ],
        [(4, "nsubj"), (4, "aux"), (3, "case"), (4, "obl"), (4, "ROOT")],
    ),
    (  # an auxiliary parted from its participle
        [
            ("Clubs", "NOUN", "NNS", 1, "nsubj"),
            ("had", "VERB", "VBD", 1, "ROOT"),
            ("until", "SCONJ", "IN", 4, "mark"),
            ("then", "ADV", "RB", 4, "advmod"),
            ("complained", "VERB", "VBN", 1, "advcl"),
            (".", "PUNCT", ".", 1, "punct"),
        ],
        [(4, "nsubj"), (4, "aux"), (3, "case"), (4, "obl"), (4, "ROOT"), (4, "punct")],
    ),
    (  # a participle that describes the subject
        [
            ("The", "DET", "DT", 1, "det"),
            ("fee", "NOUN", "NN", 2, "nsubj"),
            ("demanded", "VERB", "VBD", 2, "ROOT"),
            ("was", "AUX", "VBD", 4, "cop"),
            ("low", "ADJ", "JJ", 2, "ccomp"),
            (".", "PUNCT", ".", 2, "punct"),
        ],
        [(1, "det"), (4, "nsubj"), (1, "acl"), (4, "cop"), (4, "ROOT"), (4, "punct")],
    ),
    (  # two subjects, of which one has a preposition
        [
            ("It", "PRON", "PRP", 4, "nsubj"),
            ("did", "AUX", "VBD", 4, "aux"),
            ("in", "ADP", "IN", 3, "case"),
            ("May", "PROPN", "NNP", 4, "nsubj"),
            ("leak", "VERB", "VB", 4, "ROOT"),
        ],
        [(4, "nsubj"), (4, "aux"), (3, "case"), (4, "obl"), (4, "ROOT")],
    ),
    (  # a singular noun behind "few" is a verb
        [
            ("Few", "ADJ", "JJ", 1, "amod"),
            ("doubt", "NOUN", "NN", 1, "ROOT"),
            ("that", "SCONJ", "IN", 4, "mark"),
            ("it", "PRON", "PRP", 4, "nsubj"),
            ("leaks", "VERB", "VBZ", 1, "acl"),
        ],
        [(1, "nsubj"), (1, "ROOT"), (4, "mark"), (4, "nsubj"), (1, "ccomp")],
    ),
    (  # a verb of saying that looks like a noun in the plural
        [
            ("Board", "NOUN", "NN", 0, "ROOT"),
            ("of", "ADP", "IN", 3, "case"),
            ("trade", "NOUN", "NN", 3, "compound"),
            ("reports", "NOUN", "NNS", 0, "nmod"),
            ("that", "SCONJ", "IN", 6, "mark"),
            ("exports", "NOUN", "NNS", 6, "nsubj"),
            ("fell", "VERB", "VBD", 3, "acl"),
            (".", "PUNCT", ".", 0, "punct"),
        ],
        [(3, "nsubj"), (2, "case"), (0, "nmod"), (3, "ROOT"), (6, "mark"), (6, "nsubj"), (3, "ccomp"), (3, "punct")],
    ),
    (  # a clause of time whose subject was taken for the end of the main clause
        [
            ("Crews", "NOUN", "NNS", 1, "nsubj"),
            ("left", "VERB", "VBD", 1, "ROOT"),
            ("after", "ADP", "IN", 4, "case"),
            ("Storm", "PROPN", "NNP", 4, "compound"),
            ("Ines", "PROPN", "NNP", 1, "obl"),
            ("had", "AUX", "VBD", 6, "aux"),
            ("passed", "VERB", "VBN", 1, "conj"),
        ],
        [(1, "nsubj"), (1, "ROOT"), (6, "mark"), (4, "compound"), (6, "nsubj"), (6, "aux"), (1, "advcl")],
    ),
    (  # a clause of time whose subject was taken for a part of the object before it
        [
            ("Crews", "NOUN", "NNS", 1, "nsubj"),
            ("left", "VERB", "VBD", 1, "ROOT"),
            ("town", "NOUN", "NN", 6, "nsubj:pass"),
            ("before", "ADP", "IN", 4, "case"),
            ("Ines", "PROPN", "NNP", 2, "nmod"),
            ("was", "AUX", "VBD", 6, "aux:pass"),
            ("seen", "VERB", "VBN", 1, "advcl"),
        ],
        [(1, "nsubj"), (1, "ROOT"), (1, "obj"), (6, "mark"), (6, "nsubj:pass"), (6, "aux:pass"), (1, "advcl")],
    ),
    (  # the same, where the parser made its verb the main one
        [
            ("Crews", "NOUN", "NNS", 1, "nsubj"),
            ("left", "VERB", "VBD", 6, "advcl"),
            ("town", "NOUN", "NN", 1, "obj"),
            ("after", "ADP", "IN", 4, "case"),
            ("Ines", "PROPN", "NNP", 1, "obl"),
            ("had", "AUX", "VBD", 6, "aux"),
            ("passed", "VERB", "VBN", 6, "ROOT"),
            (".", "PUNCT", ".", 6, "punct"),
        ],
        [(1, "nsubj"), (1, "ROOT"), (1, "obj"), (6, "mark"), (6, "nsubj"), (6, "aux"), (1, "advcl"), (1, "punct")],
    ),
]


@pytest.mark.parametrize(("rows", "dependencies"), MENDED)
def test_a_tree_that_cannot_be_is_mended(rows: list[Row], dependencies: list[tuple[int, str]]) -> None:
    doc = mend_parse(make_doc(rows))
    assert [(token.head.i, token.dep_) for token in doc] == dependencies


@pytest.mark.parametrize(
    "text",
    [
        "She had until Monday to pay.",
        "The king had the bridge built in 1400.",
        "The bones have yet to be found.",
        "He had a dog, trained by a friend.",
        "They did not: they left.",
        "The firm said the week after the strike had been quiet.",
        "He left the army after the war and joined a bank.",
        "The painter sold his house after a fall caused by ice.",
        "The law passed after the strike had many flaws.",
        "The judge said that after the hearing the jury had left.",
        "It gets cold there, so going before winter is your best bet.",
    ],
)
def test_what_may_be_right_stays_as_it_is(text: str) -> None:
    nlp = build_analysis()
    with nlp.select_pipes(disable=[MENDED_PARSE]):
        doc = nlp(text)
    before = [(token.head.i, token.dep_) for token in doc]
    assert [(token.head.i, token.dep_) for token in mend_parse(doc)] == before


@pytest.mark.parametrize(
    ("text", "root"),
    [
        (
            "Three weeks after a storm tore off the roof of the theatre, actors are still playing in tents.",
            "playing",
        ),
        ("After the pump broke, the mill closed.", "closed"),
        ("The spread of newspaper reports that the mayor lied hurt the party.", "spread"),
        ("The club had, until last week, maintained that the pitch was sound.", "maintained"),
    ],
)
def test_the_verb_of_the_sentence_is_its_root(text: str, root: str) -> None:
    (sent,) = build_analysis()(text).sents
    assert sent.root.text == root


def make_doc(rows: list[Row]) -> Doc:
    words, parts, tags, heads, labels = (list(column) for column in zip(*rows, strict=True))
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        pos=parts,
        tags=tags,
        heads=heads,
        deps=labels,
        lemmas=[LEMMAS.get(word, word) for word in words],
    )


LEMMAS = {"had": "have"}


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("United beat City 2-1.", "beat", "United"),
        ("Pay lags behind prices.", "lags", "Pay"),
        ("Pay fell behind prices.", "fell", "Pay"),
        ("Supply trails demand.", "trails", "Supply"),
        ("Debt outgrew income.", "outgrew", "Debt"),
    ],
)
def test_short_sentence_keeps_its_verb(find_claims: FindClaims, text: str, verb: str, subject: str) -> None:
    (claim,) = find_claims(text)
    (predicate,) = claim.predicates
    assert predicate.text == verb
    assert [item.text for item in predicate.arguments if item.role == "nsubj"] == [subject]


@pytest.mark.parametrize("text", ["Pay taxes on time.", "Note the difference.", "First consider taxes on land."])
def test_command_is_no_claim(find_claims: FindClaims, text: str) -> None:
    assert find_claims(text) == ()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Nor do the Okafors want it any longer: in May they left.", "Nor do the Okafors want it any longer"),
        (
            "In May the city dropped the suit after Norvik paid 3 million in rent and its owner, Halden, agreed to leave.",
            "its owner, Halden, agreed to leave",
        ),
        (
            "Thieves tried to take 42 coins on Thursday alone, the state museum said in its note, leaving the case empty.",
            "Thieves tried to take 42 coins on Thursday alone, the state museum said in its note, leaving the case empty",
        ),
        ("Residents remember the smell before the plant closed.", "Residents remember the smell"),
    ],
)
def test_clause_that_the_parser_hung_elsewhere_is_whole(find_claims: FindClaims, text: str, claim: str) -> None:
    assert claim in [found.text for found in find_claims(text)]


@pytest.mark.parametrize("many", ["None", "Not one"])
def test_what_nobody_heard_before_something_happened_is_denied(find_claims: FindClaims, many: str) -> None:
    claim = find_claims(f"{many} of them heard a siren before the avalanche arrived.")[0]
    assert claim.text.startswith(f"{many} of them heard a siren")
    assert claim.polarity == "negated"


def test_what_somebody_says_keeps_its_subject_with_its_time(find_claims: FindClaims) -> None:
    (claim,) = find_claims("The mayor said a visit before the vote would help.")
    assert claim.text == "a visit before the vote would help"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Every room in the inn is let, and the Board of Trade, once a critic, wants the pier to be extended.",
            ["Every room in the inn is let", "the Board of Trade, once a critic, wants the pier to be extended"],
        ),
        (
            "Fees have doubled, and the students' union, long a supporter, opposes the reform.",
            ["Fees have doubled", "the students' union, long a supporter, opposes the reform"],
        ),
        (
            "The harvest failed, and the farmers' league, a group of 400 families, has asked for help.",
            ["The harvest failed", "the farmers' league, a group of 400 families, has asked for help"],
        ),
        (
            "The clinic lost 3 million euros, and its director, Ann Lee, resigned.",
            ["The clinic lost 3 million euros", "its director, Ann Lee, resigned"],
        ),
        ("He sold his farm, his mill, and left.", ["He sold his farm, his mill, and left"]),
    ],
)
def test_apposition_behind_a_subject_keeps_it_with_its_verb(
    find_claims: FindClaims, text: str, claims: list[str]
) -> None:
    assert [claim.text.rstrip(".") for claim in find_claims(text)] == claims


def test_apposition_behind_a_speaker_is_no_part_of_what_is_said(find_claims: FindClaims) -> None:
    text = (
        "Six people were missing and about 700 villagers had been evacuated by nightfall, the head of the mountain "
        "service, Colonel Petra Almaza, said."
    )
    found = find_claims(text)
    assert [claim.text for claim in found] == [
        "Six people were missing",
        "about 700 villagers had been evacuated by nightfall",
    ]
    assert all(claim.attributed_to and "Almaza" in claim.attributed_to.name for claim in found)
