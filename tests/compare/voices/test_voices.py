"""Copies, quotations and declared voices count once."""

from dataclasses import replace

import pytest

from claimcmp.compare.comparator import compare_claims
from claimcmp.compare.voices.copies import find_copies

FERRY = "The ferry between the two islands lost half of its passengers in the winter of 2012."
FLOOD = "Engineers closed the lower lock gates of the old harbour town on the night of the flood."
QUOTE = "“We will keep the mine open for as long as there is coal,” director Ana Ruiz said"


def test_a_copied_sentence_is_one_voice_with_its_original(claim, extraction) -> None:
    claims = (claim("Alpha", FERRY), claim("Beta", FERRY), claim("Gamma", FERRY.replace("half", "most")))
    comparison = compare_claims(extraction(*claims))
    (group,) = comparison.groups
    assert [(voice.name, voice.sources, voice.kind) for voice in group.voices] == [
        ("Alpha", ("Alpha", "Beta", "Gamma"), "copied")
    ]
    assert group.voices[0].copies == ("beta-0", "gamma-0")
    assert group.verdict == "single-source"
    assert [(copy.document, copy.of) for copy in comparison.copies] == [
        ("beta.txt", "alpha.txt"),
        ("gamma.txt", "alpha.txt"),
    ]


def test_pairs_of_a_copy_are_listed_and_add_no_voice(claim, extraction) -> None:
    other = "In the winter of 2012 the ferry between the islands lost half of its passengers, the union counted."
    claims = (claim("Alpha", FERRY), claim("Beta", FERRY), claim("Gamma", other))
    (group,) = compare_claims(extraction(*claims)).groups
    assert [(pair.a, pair.b, pair.independent) for pair in group.pairs] == [
        ("alpha-0", "beta-0", False),
        ("alpha-0", "gamma-0", True),
        ("beta-0", "gamma-0", False),
    ]
    assert [voice.name for voice in group.voices] == ["Alpha", "Gamma"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2012", "2014"),
        ("half", "none"),
        ("lost", "did not lose"),
        ("lost", "may have lost"),
        ("lost half of its", "won back half of its"),
    ],
)
def test_a_copy_that_changes_what_is_said_speaks_for_itself(claim, extraction, old: str, new: str) -> None:
    changed = FERRY.replace(old, new)
    copies = find_copies((claim("Alpha", FERRY), claim("Beta", changed)), extraction(claim("Alpha", FERRY)).documents)
    assert copies.originals == {}


def test_short_sentences_are_alike_by_chance(claim, extraction) -> None:
    for text in ("The shop closed on Friday.", "The new bridge over the river opened in May."):
        claims = (claim("Alpha", text), claim("Beta", text))
        assert compare_claims(extraction(*claims)).copies == ()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Bike thefts in the old town fell from 512 to 438.", "Thefts of bikes in the old town fell from 512 to 438."),
        ("The mine on the east bank closed in May 2015.", "The mine on the east bank was closed in May 2015."),
        ("The new bridge over the river opened in May after years.",) * 2,
    ],
)
def test_a_short_fact_is_told_alike_by_chance(claim, extraction, text: str, other: str) -> None:
    comparison = compare_claims(extraction(claim("Alpha", text), claim("Beta", other)))
    assert comparison.copies == ()


def test_a_short_fact_is_copied_where_a_long_sentence_is(claim, extraction) -> None:
    fact = "Thefts of bikes in the town fell from 512 to 438."
    claims = [
        claim(source, text, start=start)
        for source in ("Alpha", "Beta")
        for text, start in ((FERRY, 10), (fact if source == "Alpha" else fact.replace("the ", ""), 900))
    ]
    assert [copy.start for copy in compare_claims(extraction(*claims)).copies] == [10, 900]


def test_short_facts_are_copied_where_they_follow_each_other(claim, extraction) -> None:
    facts = ("Thefts of bikes in the town fell from 512 to 438.", "The town built 40 new racks beside the old station.")
    claims = [
        claim(source, text, start=start)
        for source in ("Alpha", "Beta")
        for text, start in ((facts[0], 10), (facts[1], 11 + len(facts[0])))
    ]
    (passage,) = compare_claims(extraction(*claims)).copies
    assert (passage.start, passage.end) == (10, 11 + len("".join(facts)))


def test_sentences_that_follow_each_other_are_one_passage(claim, extraction) -> None:
    claims = [
        claim(source, text, start=start)
        for source in ("Alpha", "Beta")
        for text, start in ((FERRY, 10), (FLOOD, 11 + 10 + len(FERRY)))
    ]
    (passage,) = compare_claims(extraction(*claims)).copies
    assert (passage.start, passage.end, passage.similarity) == (10, 21 + len(FERRY) + len(FLOOD), 1.0)


def test_a_copied_passage_on_no_topic_is_not_listed(claim, extraction) -> None:
    held = extraction(claim("Alpha", FERRY, topics=()), claim("Beta", FERRY, topics=()), claim("Gamma", FLOOD))
    assert compare_claims(held).copies == ()


def test_the_first_to_publish_has_the_original(claim, extraction) -> None:
    claims = (claim("Alpha", FERRY), claim("Beta", FERRY))
    made = extraction(*claims)
    dated = [
        replace(document, published=date) for document, date in zip(made.documents, ("2020", "2019-12"), strict=True)
    ]
    assert find_copies(claims, dated).originals == {"alpha-0": "beta-0"}


def test_a_repetition_in_one_document_is_no_second_source(claim, extraction) -> None:
    claims = (claim("Alpha", FERRY), claim("Alpha", FERRY, start=500))
    comparison = compare_claims(extraction(*claims))
    assert comparison.groups == ()
    assert comparison.copies == ()


def test_the_same_words_of_the_same_speaker_are_one_voice(claim, extraction) -> None:
    claims = (
        claim("Alpha", f"{QUOTE} on Monday."),
        claim("Beta", f"{QUOTE} in a letter to the miners."),
    )
    (group,) = compare_claims(extraction(*claims)).groups
    (voice,) = group.voices
    assert (voice.kind, voice.sources) == ("quoted", ("Alpha", "Beta"))
    assert "Ruiz" in voice.name
    assert group.verdict == "single-source"
    assert not group.pairs[0].independent


def test_the_same_words_of_two_speakers_are_two_voices(claim, extraction) -> None:
    claims = (
        claim("Alpha", f"{QUOTE} on Monday."),
        claim("Beta", f"{QUOTE.replace('Ana Ruiz', 'Tom Berg')} in a letter to the miners."),
    )
    (group,) = compare_claims(extraction(*claims)).groups
    assert {voice.kind for voice in group.voices} == {"own"}


def test_a_declared_voice_counts_once(claim, extraction) -> None:
    texts = (
        "The bridge cost 40 million euros.",
        "The bridge cost about 40 million euros.",
        "The bridge cost 55 million.",
    )
    claims = [claim(source, text) for source, text in zip(("Alpha", "Beta", "Gamma"), texts, strict=True)]
    (group,) = compare_claims(extraction(*claims, voices={"Alpha": "wire", "Beta": "wire"})).groups
    assert [(voice.name, voice.sources, voice.kind) for voice in group.voices] == [
        ("wire", ("Alpha", "Beta"), "declared"),
        ("Gamma", ("Gamma",), "own"),
    ]


def test_a_source_that_contradicts_itself_is_reported(claim, extraction) -> None:
    claims = (
        claim("Alpha", "The bridge cost 40 million euros."),
        claim("Alpha", "The bridge cost 55 million euros.", start=90),
    )
    (found,) = compare_claims(extraction(*claims)).self_contradictions
    assert (found.source, found.pair.relation) == ("Alpha", "differ-in-number")


def test_what_a_source_reports_from_two_others_is_no_contradiction_of_its_own(claim, extraction) -> None:
    claims = (
        claim("Alpha", "According to Greenpeace, the bridge cost 40 million euros."),
        claim("Alpha", "The bridge cost 55 million euros.", start=90),
    )
    assert compare_claims(extraction(*claims)).self_contradictions == ()


def test_three_hundred_copies_are_one_voice(claim, extraction) -> None:
    first = claim("Alpha", FERRY)
    copies = [replace(first, id=f"copy-{n:03}", document=f"copy-{n:03}.txt", source=f"Copy {n:03}") for n in range(300)]
    comparison = compare_claims(extraction(first, *copies))
    (group,) = comparison.groups
    assert len(group.voices) == 1
    assert len(group.pairs) == 300
    assert comparison.pairs_examined == 0
