"""Whatever is denied in a text: clauses, phrases and stems of words."""

import pytest

from claimcmp.pipeline.build import build_analysis
from claimcmp.pipeline.negation import find_all_negations
from claimcmp.pipeline.parse import read_parse
from claimcmp.pipeline.scope import find_anchors

CUES = [
    ("The boat was never found.", ["never"]),
    ("She left without a word.", ["without"]),
    ("The bill was unpaid.", ["unpaid"]),
    ("It was an impossible task for a fearless man.", ["impossible", "fearless"]),
    ("Neither the mayor nor the council came.", ["Neither nor"]),
    ("The important under-secretary was interested.", []),
    ("There is no doubt that it was an immense success.", []),
]


@pytest.mark.parametrize(("text", "cues"), CUES)
def test_negations_are_words_and_parts_of_words(text: str, cues: list[str]) -> None:
    nlp = build_analysis()
    parse = read_parse(next(iter(nlp(text).sents)))
    found = find_all_negations(parse, find_anchors(parse), nlp.vocab.strings.__contains__)
    texts = [
        parse.quote(item.first, item.last) + (f" {parse.words[item.pair].text}" if item.pair is not None else "")
        for item in found
    ]
    assert texts == cues
