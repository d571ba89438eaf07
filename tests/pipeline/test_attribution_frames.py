"""Frames of a sentence: who says what, how, and what is only wished, asked or praised."""

import pytest

from claimcmp.pipeline.long_quotations import LongQuotations
from claimcmp.pipeline.text_attributions import find_attributions
from claimcmp.records import Attribution

FRAMES = [
    ("Whales, said Dr. Ann Lee, who led the trial, sing at night.", "Dr. Ann Lee", "Whales"),
    ("The rule, as the judge put it, is dead.", "the judge", "is dead"),
    ("Marta Ruiz tried to argue that the virus is harmless.", "Marta Ruiz", "the virus is harmless"),
    ("The club has made it clear that it will not sell.", "The club", "it will not sell"),
    ("Her worry is that the town could lose its school.", "Her", "the town could lose its school"),
    ("Her worry is that, with the mill gone, the town could be only years from ruin.", "Her", "the town could be only"),
    ("The team regards the vaccine as a success.", "The team", "the vaccine as a success"),
    ("Neumann (2004) put the decline at 4%.", "Neumann", "the decline at 4%"),
    ("By the bank's count, 300 firms failed.", "the bank", "300 firms failed"),
    ("The study found no evidence of harm.", "The study", "no evidence of harm"),
    ("A survey by the union showed no loss of jobs.", "A survey by the union", "no loss of jobs"),
    (
        "The vote was put off until July, two clerks familiar with the plan said.",
        "two clerks familiar with the plan",
        "The vote",
    ),
    ("The ferry will sail in May, according to two clerks.", "two clerks", "The ferry will sail in May"),
    ("The lab sells a kit, which doctors say is useless.", "doctors", "is useless"),
    ("Per the treaty, the islands pay no tax.", "the treaty", "the islands pay no tax"),
    ("QUITO, 2 June 2021 - Lago Mining today announced that its pit is dry.", "Lago Mining", "its pit is dry"),
]

NO_STATEMENTS = [
    "The coach wants to win the cup.",
    "The mayor praised the nurses.",
    "The minister asked whether the bridge was safe.",
    "Germany did not say that it was slow.",
    "The board should admit that the plan failed.",
    "It is unlikely that the board admits the plan failed.",
]


@pytest.mark.parametrize(("text", "name", "content"), FRAMES)
def test_attributions_have_source_and_content(text: str, name: str, content: str) -> None:
    found = [item for item in find_attributions(text) if item.commits]
    assert [item.name for item in found] == [name]
    assert content in " ".join(text[start:end] for start, end in found[0].content)


@pytest.mark.parametrize("text", NO_STATEMENTS)
def test_attributions_that_commit_nobody(text: str) -> None:
    assert not any(item.commits for item in find_attributions(text))


def test_who_is_told_is_no_source() -> None:
    (found,) = find_attributions("“The roof leaks badly,” the head nurse, Petra Lind, told Kyodo.")
    assert found.name in ("the head nurse", "Petra Lind", "the head nurse, Petra Lind")


def test_time_of_saying_is_no_content() -> None:
    text = "Norvik said on Friday it would sell its boats."
    (found,) = find_attributions(text)
    assert [text[start:end] for start, end in found.content] == ["it would sell its boats"]


def test_attributions_of_a_quotation_go_on_over_sentences() -> None:
    text = "“We lost the match early,” the coach said. “We must train harder now. The cup is gone.”"
    found = find_attributions(text)
    assert {item.name for item in found if item.kind == "direct"} == {"the coach"}
    assert any(text[start:end].startswith("The cup") for item in found for start, end in item.content)


def test_attribution_of_a_quotation_without_speaker_has_no_name() -> None:
    (found,) = find_attributions("“The bridge fell in the night and nobody was hurt.”")
    assert (found.name, found.kind) == ("", "direct")


def test_quotation_of_a_sentence_names_the_sentences_that_tell_its_speaker() -> None:
    text = "The guide said: “It is late. We must go. The tide is coming.”"
    sentences = [(0, 28), (29, 40), (41, 61)]
    quotations = LongQuotations(text, sentences)
    said = Attribution("The guide", 0, 9, "said", "direct", cue_start=10, cue_end=14, content=((16, 28),))
    speaker = quotations.find_speaker(2, {0: [said]})
    assert quotations.find_carriers(0) == ()
    assert speaker is not None
    assert (speaker.name, speaker.content) == ("The guide", ((41, 61),))


@pytest.mark.parametrize("text", [text for text, *_ in FRAMES])
def test_attributions_offsets_lie_in_the_text(text: str) -> None:
    for item in find_attributions("A line before it.\n\n" + text):
        spans = [(item.start, item.end), (item.cue_start, item.cue_end), *item.content]
        assert all(0 <= start <= end <= len(text) + 19 for start, end in spans)
        assert ("A line before it.\n\n" + text)[item.cue_start : item.cue_end] == item.cue
